//! Writing, changing and taking away.

use jiff::civil::Date;
use joinder_domain::code::Code;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::journal::{Correspondence, Direction, Entry, EntryProblem, Means, Reply};
use joinder_domain::profile::LetterText;
use joinder_store::journal as store;
use joinder_store::{Op, Write};
use serde::{Deserialize, Serialize};

use crate::app::OpenMatter;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::undo::{Undo, What};

/// An entry to write.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "JournalNew"))]
pub struct New {
    /// Beside whose record.
    pub number: u32,
    /// What it says.
    pub entry: Entry,
}

/// An entry was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "JournalAdded"))]
pub struct Added {
    /// Its number.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub id: i64,
}

/// Another text, or another state, of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "JournalEdit"))]
pub struct Edit {
    /// Which entry.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub id: i64,
    /// The version that was edited.
    pub version: u32,
    /// What it says now.
    pub entry: Entry,
}

/// An entry was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "JournalEdited"))]
pub struct Edited {
    /// Its version now.
    pub version: u32,
}

/// An entry to take away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "JournalRemove"))]
pub struct Remove {
    /// Which entry.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub id: i64,
    /// The version that was looked at.
    pub version: u32,
}

pub(crate) fn add(context: Context<'_>, input: New) -> Result<Applied<Added>> {
    let open = context.app.open_matter()?;
    let entry = input.entry.checked().map_err(refused)?;
    let number = ClaimantNumber(input.number);
    let key = format!("undo-{}-added", entry.kind());
    let written = open.write(Op("journal.add"), context.app.clock().now(), |tx| {
        Ok::<_, Error>(store::add(tx, number, &entry)?)
    })?;
    let id = written.output;
    let what = What::Journal { id, before: None, after: Some(entry) };
    open.session.remember(Undo::new(&key, &[("reference", &number.to_string())], what))?;
    Ok(Applied::stored(Added { id }, &written.changes))
}

pub(crate) fn edit(context: Context<'_>, input: Edit) -> Result<Applied<Edited>> {
    let entry = input.entry.checked().map_err(refused)?;
    let version = put(context, Op("journal.edit"), input.id, input.version, Some(entry))?;
    Ok(Applied { output: Edited { version: version.output }, changes: version.changes })
}

pub(crate) fn remove(context: Context<'_>, input: Remove) -> Result<Applied<Nothing>> {
    let done = put(context, Op("journal.remove"), input.id, input.version, None)?;
    Ok(Applied { output: Nothing {}, changes: done.changes })
}

/// Puts an entry in place of what it was; takes it away where there is none.
fn put(context: Context<'_>, op: Op, id: i64, version: u32, entry: Option<Entry>) -> Result<Applied<u32>> {
    let open = context.app.open_matter()?;
    let written = open.write(op, context.app.clock().now(), |tx| {
        let before = store::get(tx, id)?.filter(|kept| !kept.removed && !is_hidden(tx, kept));
        let before = before.ok_or_else(|| Error::new("no-such-entry"))?;
        let (entry, removed) = entry.map_or_else(|| (before.entry.clone(), true), |entry| (entry, false));
        Ok::<_, Error>((store::put(tx, id, version, &entry, removed)?, before, entry, removed))
    })?;
    let (now, before, entry, removed) = written.output;
    if now != version {
        let key = format!("undo-{}-{}", before.entry.kind(), if removed { "removed" } else { "changed" });
        let reference = before.claimant.to_string();
        let after = Some(entry).filter(|_| !removed);
        let what = What::Journal { id, before: Some(before.entry), after };
        open.session.remember(Undo::new(&key, &[("reference", &reference)], what))?;
    }
    Ok(Applied::stored(now, &written.changes))
}

/// A personal entry of somebody else is not there for whoever works now.
fn is_hidden(tx: &Write<'_>, kept: &store::Kept) -> bool {
    kept.entry.is_personal() && kept.person != tx.actor().id
}

/// Writes in the log that a letter of the profile went out, with the clock of its answer; gives how to undo that.
///
/// # Errors
/// Those of the store.
pub(crate) fn letter_sent(
    tx: &mut Write<'_>,
    open: &OpenMatter,
    number: ClaimantNumber,
    letter: &LetterText,
    on: Date,
    to: &str,
) -> Result<What> {
    let reply = match letter.reply.as_ref().map(|reply| (reply.months, reply.days)) {
        Some((1, 0)) => Reply::OneMonth,
        Some((0, 30)) => Reply::ThirtyDays,
        Some((0, 14)) => Reply::FourteenDays,
        _ => Reply::None,
    };
    let addressee = open.profile.letters.addressee(letter).map(|to| to.name.clone()).unwrap_or_default();
    let entry = Entry::Correspondence(Correspondence {
        direction: Direction::Out,
        by: Means::Letter,
        with: if to.is_empty() { addressee } else { to.to_owned() },
        on,
        text: letter.title.clone(),
        letter: Code::from(letter.code.as_str()),
        reply,
        answered: None,
    });
    let id = store::add(tx, number, &entry)?;
    Ok(What::Journal { id, before: None, after: Some(entry) })
}

fn refused(problem: EntryProblem) -> Error {
    Error::new(match problem {
        EntryProblem::Blank => "blank-entry",
        EntryProblem::TooLong => "long-entry",
        EntryProblem::WithNobody => "entry-with-nobody",
        EntryProblem::WithTooLong => "entry-with-long",
    })
}
