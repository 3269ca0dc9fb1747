//! A letter went out: the record says so, and its reply clock runs.

use jiff::civil::Date;
use joinder_domain::claimant::Request;
use joinder_domain::date::PartialDate;
use joinder_domain::id::ClaimantNumber;
use joinder_store::{Op, claimant as store};
use serde::{Deserialize, Serialize};

use super::kind::find;
use crate::claimant;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::journal;
use crate::undo::Undo;

/// Which letter went out, for whom, when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "LetterSent"))]
pub struct Sent {
    /// The letter's code.
    pub code: String,
    /// The claimant's number.
    pub number: u32,
    /// The day on which it was sent.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: Date,
    /// Where to; the addressee's name where it is empty.
    #[serde(default)]
    pub to: String,
    /// Its reference.
    #[serde(default)]
    pub reference: String,
}

/// Adds the request to the claimant's record, as if it had been typed there.
pub(crate) fn sent(context: Context<'_>, input: Sent) -> Result<Applied<claimant::Edited>> {
    let open = context.app.open_matter()?;
    let text = find(&open, &input.code)?;
    let kind = text.request.ok_or_else(|| Error::new("letter-without-clock"))?;
    if input.on > context.app.clock().today() {
        return Err(Error::new("letter-not-sent-yet"));
    }
    let number = ClaimantNumber(input.number);
    let stored = open.matter.read(|reader| store::get(reader, number))?;
    let stored = stored.ok_or_else(|| Error::new("no-such-claimant"))?;
    let mut record = stored.claimant.clone();
    let to = input.to.trim();
    let addressee = open.profile.letters.addressee(text).map(|to| to.name.clone()).unwrap_or_default();
    record.aftermath.requests.push(Request {
        kind,
        sent: Some(PartialDate::day(input.on)),
        sent_to: if to.is_empty() { addressee } else { to.to_owned() },
        reference: input.reference.trim().to_owned(),
        acknowledged: None,
        answered: None,
        answered_on: None,
        outcome: String::new(),
    });
    let clock = context.app.clock();
    let record = serde_json::to_value(&record).map_err(|_| Error::new("internal"))?;
    let record = claimant::accepted(&open, clock, record)?;
    let before = stored.claimant;
    let written = open.write(Op("letter.sent"), clock.now(), |tx| {
        let version = claimant::replace(tx, &open, clock, number, stored.version, &before, &record)?;
        Ok::<_, Error>((version, journal::letter_sent(tx, &open, number, text, input.on, to)?))
    })?;
    let (version, logged) = written.output;
    open.session.remember(Undo::record(number, before, record).and(logged))?;
    Ok(Applied::stored(claimant::Edited { version }, &written.changes))
}
