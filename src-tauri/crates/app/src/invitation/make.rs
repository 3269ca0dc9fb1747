//! Making an invitation.

use std::path::PathBuf;

use jiff::Timestamp;
use joinder_domain::date::PartialDate;
use joinder_packet::{Fingerprint, Invitation, ProfileTexts, write_invitation};
use joinder_store::{Op, exchange as store};
use serde::{Deserialize, Serialize};

use crate::clock::uk;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::outfile::Finished;
use crate::outgoing::release;
use crate::{exchange, person};

/// An invitation to make.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "InvitationMake"))]
pub struct Make {
    /// The file; one that is there is written over.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub out: PathBuf,
    /// Name of the firm.
    pub firm: String,
    /// How to reach the firm: what people know already, so that they can ask whether the invitation is real.
    pub contact: String,
    /// The last day on which it is good, in words or ISO 8601.
    pub expires: String,
}

/// An invitation that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "InvitationMade"))]
pub struct Made {
    /// The file.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub file: PathBuf,
    /// Which invitation.
    pub id: String,
    /// The words that both sides see.
    pub fingerprint: Vec<String>,
    /// When it ends, RFC 3339.
    pub expires: String,
}

/// An invitation that went out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "InvitationRow"))]
pub struct Row {
    /// Which invitation.
    pub id: String,
    /// When it was made, RFC 3339.
    pub made: String,
    /// By whom.
    pub by: String,
    /// When it ends, RFC 3339.
    pub expires: String,
    /// Whether it has ended.
    pub ended: bool,
    /// The firm's name in it.
    pub firm: String,
    /// How to reach the firm, as it says.
    pub contact: String,
    /// The words that both sides see; the same for every invitation of a matter.
    pub fingerprint: Vec<String>,
}

pub(crate) fn make(context: Context<'_>, input: Make) -> Result<Applied<Made>> {
    let open = context.app.open_matter()?;
    let clock = context.app.clock();
    let now = clock.now();
    let (firm, contact) = (input.firm.trim(), input.contact.trim());
    if firm.is_empty() || contact.is_empty() {
        return Err(Error::new("invitation-incomplete"));
    }
    let expires = last_moment(&input.expires, &open.words)?;
    if expires <= now {
        return Err(Error::new("invitation-ends-early"));
    }
    let key = exchange::key(&open, clock)?;
    let profile = open.matter.read(joinder_store::profile::get)?;
    let invitation = Invitation {
        id: clock.id(),
        matter: open.matter.id().0,
        matter_name: open.matter.name().to_owned(),
        firm: firm.to_owned(),
        contact: contact.to_owned(),
        issued: now,
        expires,
        keys: key.public(),
        profile: ProfileTexts { id: profile.id, version: profile.version, texts: profile.texts },
    };
    let (file, ()) = Finished::write(&input.out, |target| Ok(write_invitation(&invitation, &key, target)?))?;
    let written = release(context, &open, Op("invitation.make"), [file], |tx| {
        Ok(store::add_invitation(tx, invitation.id, expires, firm, contact)?)
    })?;
    let made = Made {
        file: input.out,
        id: invitation.id.to_string(),
        fingerprint: words(&invitation.fingerprint()),
        expires: expires.to_string(),
    };
    Ok(Applied::stored(made, &written.changes))
}

pub(crate) fn list(context: Context<'_>, _: Nothing) -> Result<Applied<Vec<Row>>> {
    let open = context.app.open_matter()?;
    let now = context.app.clock().now();
    let rows = open.matter.read(|reader| {
        let Some(key) = exchange::known(reader)? else { return Ok(Vec::new()) };
        let fingerprint = words(&Fingerprint::of(&key.public()));
        let rows = store::invitations(reader)?.into_iter().map(|sent| {
            Ok(Row {
                id: sent.id.to_string(),
                made: sent.made.to_string(),
                by: person::name(reader, sent.person)?,
                expires: sent.expires.to_string(),
                ended: sent.expires <= now,
                firm: sent.firm,
                contact: sent.contact,
                fingerprint: fingerprint.clone(),
            })
        });
        rows.collect::<Result<Vec<_>>>()
    })?;
    Ok(Applied::unchanged(rows))
}

/// The fingerprint's words.
pub(crate) fn words(fingerprint: &Fingerprint) -> Vec<String> {
    fingerprint.words().iter().map(|word| (*word).to_owned()).collect()
}

/// The last second of a day in the United Kingdom.
fn last_moment(day: &str, words: &joinder_domain::date::DateWords) -> Result<Timestamp> {
    let unread = || Error::new("invitation-expiry");
    let day = PartialDate::parse_day(day, words).map_err(|_| unread())?;
    uk().to_timestamp(day.at(23, 59, 59, 0)).map_err(|_| unread())
}
