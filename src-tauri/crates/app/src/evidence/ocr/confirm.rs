//! What a person can read in a picture or print: to whom it was sent, and when. Only this, never OCR alone, counts for a
//! grade (evidence.md 5.1, tier 2).

use jiff::civil::Date;
use joinder_domain::contact::Email;
use joinder_domain::notice::NoticeShape;
use joinder_store::Op;
use joinder_store::evidence::{self as store, State};
use serde::{Deserialize, Serialize};

use crate::classification::refresh;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::evidence::chosen;
use crate::evidence::item::{described, kept, recipients};

/// What a person read in a picture or print.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceConfirm"))]
pub struct Confirm {
    /// The item: its identifier or its reference.
    pub id: String,
    /// The recipient's address that can be seen in it; empty when none can.
    pub recipient: String,
    /// The day that can be seen in it, as `2021-11-03`; empty when none can.
    pub date: String,
}

pub(crate) fn confirm(context: Context<'_>, input: Confirm) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let recipient = input.recipient.trim().to_owned();
    if !recipient.is_empty() && Email::parse(&recipient).is_err() {
        return Err(Error::new("visible-recipient"));
    }
    let date = match input.date.trim() {
        "" => None,
        day => Some(day.parse::<Date>().map_err(|_| Error::new("visible-date"))?),
    };
    let clock = context.app.clock();
    let done = open.write(Op("evidence.confirm"), clock.now(), |tx| {
        let item = chosen::item(tx, &input.id)?;
        let mut kept = kept(&item);
        let seen = |shape| matches!(shape, NoticeShape::Picture | NoticeShape::Pdf | NoticeShape::Letter);
        let facts = kept.candidates.iter_mut().find(|facts| seen(facts.shape));
        let facts = facts.ok_or_else(|| Error::new("nothing-visible"))?;
        (facts.visible_recipient, facts.visible_date) = (recipient, date);
        kept.confirmed_by = tx.actor().name.clone();
        let mut described = described(&item, &kept);
        described.recipients = recipients(&kept.candidates);
        store::describe(tx, item.id, &described)?;
        if let State::Assigned(number) = item.state {
            refresh(tx, &open, number, clock.today())?;
        }
        Ok(())
    })?;
    Ok(Applied::stored(Nothing {}, &done.changes))
}
