//! What stands beside a record, and what of it is due.

use std::collections::BTreeSet;

use jiff::civil::Date;
use joinder_domain::date::days_between;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::journal::{Entry, Reply};
use joinder_store::Reader;
use joinder_store::journal::{self as store, Kept};
use joinder_store::merge::holder;
use serde::Serialize;

use crate::app::OpenMatter;
use crate::claimant::{Number, names};
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};

/// An entry beside a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "JournalView"))]
pub struct EntryView {
    /// Its number.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub id: i64,
    /// Counts the changes, from 1; an edit names the version that it began with.
    pub version: u32,
    /// What it says.
    pub entry: Entry,
    /// Beside whose record it was written, as people see the number; another one's where records were made one.
    pub reference: String,
    /// Who wrote it.
    pub who: String,
    /// When, RFC 3339.
    pub at: String,
    /// By when something is still to happen, ISO 8601; empty where nothing is.
    pub due: String,
    /// Days until then; negative when it is passed.
    pub days_left: Option<i32>,
    /// Full name of whoever has to do it; empty for nobody.
    pub assignee: String,
}

/// Within what an answer can be due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReplyView {
    /// The clock.
    pub reply: Reply,
    /// In words.
    pub label: String,
}

pub(crate) fn list(context: Context<'_>, input: Number) -> Result<Applied<Vec<EntryView>>> {
    let open = context.app.open_matter()?;
    let today = context.app.clock().today();
    let me = open.matter.actor().id;
    let found = open.matter.read(|reader| {
        let people = names(reader)?;
        let view = |kept: Kept| {
            let due = kept.entry.due();
            let assignee = kept.entry.assignee().and_then(|id| people.get(&id)).cloned();
            EntryView {
                id: kept.id,
                version: kept.version,
                reference: kept.claimant.to_string(),
                who: kept.person_name,
                at: kept.made.to_string(),
                due: due.map(|day| day.to_string()).unwrap_or_default(),
                days_left: due.map(|day| days_between(today, day)),
                assignee: assignee.unwrap_or_default(),
                entry: kept.entry,
            }
        };
        let entries = store::of_claimant(reader, ClaimantNumber(input.number), me)?;
        Ok::<_, Error>(entries.into_iter().map(view).collect())
    })?;
    Ok(Applied::unchanged(found))
}

pub(crate) fn replies(_: Context<'_>, _: Nothing) -> Result<Applied<Vec<ReplyView>>> {
    let all = [
        (Reply::None, "none"),
        (Reply::FourteenDays, "fourteen-days"),
        (Reply::ThirtyDays, "thirty-days"),
        (Reply::OneMonth, "one-month"),
    ];
    let view = |(reply, code)| ReplyView { reply, label: crate::text::text(&format!("reply-{code}"), &[]) };
    Ok(Applied::unchanged(all.into_iter().map(view).collect()))
}

/// The claimants for whom something is due today or was before, by what it is: `my-tasks` (mine or
/// nobody's), `tasks` (anybody's) or `replies` (answers that did not come).
///
/// # Errors
/// `bad-filter`; those of the store.
pub(crate) fn due(
    reader: &Reader<'_>,
    open: &OpenMatter,
    what: &str,
    today: Date,
) -> Result<BTreeSet<ClaimantNumber>> {
    let numbers = match what {
        "replies" => {
            // The last day for an answer is still theirs.
            let yesterday = today.yesterday().unwrap_or(today);
            store::due_by(reader, "correspondence", yesterday, None)?
        }
        "tasks" => store::due_by(reader, "task", today, None)?,
        "my-tasks" => store::due_by(reader, "task", today, Some(open.matter.actor().id))?,
        other => return Err(Error::with("bad-filter", &[("found", other)])),
    };
    numbers.into_iter().map(|number| Ok(holder(reader, number)?)).collect()
}
