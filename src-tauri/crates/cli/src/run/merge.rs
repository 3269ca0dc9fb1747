//! Records made one, made two again, and said to be two.

use joinder_app::{Error, Result};
use serde_json::{Value, json};

use super::{count, list, number, text};
use crate::args::Common;
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn merge(
    common: &Common,
    kept: &str,
    lost: &str,
    take: &[String],
    reason: &str,
) -> Result<Ending> {
    let session = Session::open(common)?;
    let version = |number: u32| -> Result<u64> {
        Ok(count(&session.call("claimant.get", json!({ "number": number }))?, "version"))
    };
    let (kept, lost) = (number(kept)?, number(lost)?);
    let merged = session.call(
        "claimant.merge",
        json!({
            "kept": kept, "kept_version": version(kept)?, "lost": lost, "lost_version": version(lost)?,
            "take": take, "reason": reason,
        }),
    )?;
    if common.json {
        screen::json(&merged);
    } else {
        let id = count(&merged, "id");
        screen::line(&format!(
            "C-{lost:06} went into C-{kept:06}. Undo it with: joinder unmerge {id} --reason …"
        ));
    }
    Ok(Ending::Done)
}

pub(super) fn unmerge(common: &Common, id: Option<u32>, reason: &str) -> Result<Ending> {
    let session = Session::open(common)?;
    if let Some(id) = id {
        session.call("claimant.unmerge", json!({ "id": id, "reason": reason }))?;
        if !common.json {
            screen::line("Both records are as they were, with what was changed since.");
        }
        return Ok(Ending::Done);
    }
    let rows = session.call("claimant.merges", json!({}))?;
    if common.json {
        screen::json(&rows);
        return Ok(Ending::Done);
    }
    let cells = |row: &Value| {
        let side = |key: &str| format!("C-{:06}", count(row, key));
        let undone = text(row, "undone_at").to_owned();
        let id = count(row, "id").to_string();
        vec![id, side("kept"), side("lost"), text(row, "at").to_owned(), text(row, "by").to_owned(), undone]
    };
    let rows: Vec<Vec<String>> = list(&rows).iter().map(cells).collect();
    screen::table(&["Merge", "Kept", "Went into it", "When", "Who", "Undone"], &rows);
    Ok(Ending::Done)
}

pub(super) fn not_same(common: &Common, a: &str, b: &str, reason: &str, reopen: bool) -> Result<Ending> {
    let (a, b) = (number(a)?, number(b)?);
    if a == b {
        return Err(Error::new("no-such-match"));
    }
    let decision = json!({ "a": a, "b": b, "not_same": !reopen, "reason": reason });
    Session::open(common)?.call("match.decide", decision)?;
    Ok(Ending::Done)
}
