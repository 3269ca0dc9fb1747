//! What people may ask of whoever holds their data.

use joinder_app::Result;
use serde_json::{Value, json};

use super::{count, list, number, strings, text};
use crate::args::{Common, Rights};
use crate::screen::outside as line;
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, what: &Rights) -> Result<Ending> {
    let session = Session::open(common)?;
    match what {
        Rights::Access { number: who, out, with_assessment } => {
            let input = json!({ "number": number(who)?, "out": out, "assessment": with_assessment });
            let report = session.call("right.access", input)?;
            told(common, &report, |report| {
                line(
                    0,
                    &format!(
                        "Written into {}: {}, {} originals.",
                        text(report, "folder"),
                        strings(report, "files").join(", "),
                        count(report, "originals")
                    ),
                );
                notes(report);
            });
            Ok(Ending::Done)
        }
        Rights::Due => due(common, &session),
        Rights::Hold { number: who, reason: Some(reason), review } => {
            let claimant = who.as_deref().map(number).transpose()?;
            let input = json!({ "claimant": claimant, "reason": reason, "review": review });
            let id = session.call("right.hold", input)?;
            told(common, &id, |id| line(0, &format!("Hold {id} is set.")));
            Ok(Ending::Done)
        }
        Rights::Hold { .. } => holds(common, &session),
        Rights::Release { id, reason } => {
            session.call("right.release", json!({ "id": id, "reason": reason }))?;
            told(common, &Value::Null, |_| line(0, &format!("Hold {id} has ended.")));
            Ok(Ending::Done)
        }
        Rights::Erase { number: Some(who), reason, confirm } => {
            let input = json!({ "number": number(who)?, "reason": reason, "confirm": confirm });
            let erased = session.call("right.erase", input)?;
            told(common, &erased, |erased| {
                for left in erased.get("left").map(list).unwrap_or_default() {
                    line(0, &format!("Erased {}.", text(left, "reference")));
                }
                for copy in erased.get("copies").map(list).unwrap_or_default() {
                    line(1, &format!("This copy still holds the person: {}", text(copy, "folder")));
                }
                notes(erased);
            });
            Ok(Ending::Done)
        }
        Rights::Erase { .. } => erased(common, &session),
    }
}

fn told(common: &Common, value: &Value, words: impl FnOnce(&Value)) {
    if common.json { screen::json(value) } else { words(value) }
}

fn notes(value: &Value) {
    for note in strings(value, "notes") {
        line(1, &note);
    }
}

fn due(common: &Common, session: &Session) -> Result<Ending> {
    let due = session.call("right.due", json!({}))?;
    if common.json {
        screen::json(&due);
        return Ok(Ending::Done);
    }
    let is = |row: &Value, key: &str| row.get(key).and_then(Value::as_bool) == Some(true);
    let cells = |row: &Value| {
        let kept = match (is(row, "on_register"), is(row, "held")) {
            (true, _) => "register",
            (_, true) => "hold",
            _ => "",
        };
        vec![
            format!("C-{:06}", count(row, "number")),
            text(row, "name").to_owned(),
            text(row, "state").to_owned(),
            text(row, "since").to_owned(),
            text(row, "over").to_owned(),
            kept.to_owned(),
            text(row, "rule").to_owned(),
        ]
    };
    let rows: Vec<Vec<String>> = list(&due).iter().map(cells).collect();
    if rows.is_empty() {
        screen::line("Nobody's time is over.");
        return Ok(Ending::Nothing);
    }
    screen::table(&["Number", "Name", "State", "Since", "Over", "Kept by", "Rule"], &rows);
    Ok(Ending::Done)
}

fn holds(common: &Common, session: &Session) -> Result<Ending> {
    let holds = session.call("right.holds", json!({}))?;
    told(common, &holds, |holds| {
        for hold in list(holds) {
            let whose = match hold.get("claimant").and_then(Value::as_u64) {
                Some(number) => format!("C-{number:06}"),
                None => "everybody".to_owned(),
            };
            line(
                0,
                &format!(
                    "Hold {} on {whose}, by {}, to be looked at on {}: {}",
                    count(hold, "id"),
                    text(hold, "set_by"),
                    text(hold, "review"),
                    text(hold, "reason")
                ),
            );
            if !text(hold, "ended_at").is_empty() {
                line(
                    1,
                    &format!(
                        "ended {} by {}: {}",
                        text(hold, "ended_at"),
                        text(hold, "ended_by"),
                        text(hold, "ended_reason")
                    ),
                );
            }
        }
    });
    Ok(if list(&holds).is_empty() { Ending::Nothing } else { Ending::Done })
}

fn erased(common: &Common, session: &Session) -> Result<Ending> {
    let erased = session.call("right.erased", json!({}))?;
    told(common, &erased, |erased| {
        for left in list(erased) {
            line(
                0,
                &format!(
                    "{} erased {} by {}: {}",
                    text(left, "reference"),
                    text(left, "at"),
                    text(left, "by"),
                    text(left, "reason")
                ),
            );
        }
    });
    Ok(if list(&erased).is_empty() { Ending::Nothing } else { Ending::Done })
}
