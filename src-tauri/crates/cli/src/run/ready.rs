//! What is missing before claims are issued, and who stands behind a file.

use joinder_app::Result;
use serde_json::{Value, json};

use super::{count, list, number, strings, text};
use crate::args::{Common, Ready, Word};
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, what: &Ready) -> Result<Ending> {
    let session = Session::open(common)?;
    match &what.word {
        Some(word) => say(common, &session, word),
        None => show(common, &session, &what.numbers),
    }
}

fn say(common: &Common, session: &Session, word: &Word) -> Result<Ending> {
    let of = match word {
        Word::Approve { number: of, file, by, on, how } => {
            let file = std::path::absolute(file).unwrap_or_else(|_| file.clone());
            let input = json!({ "number": number(of)?, "file": file, "by": by, "on": on, "how": how });
            session.call("ready.approve", input)?;
            of
        }
        Word::SignOff { number: of, sha256 } => {
            session.call("ready.sign_off", json!({ "number": number(of)?, "sha256": sha256 }))?;
            of
        }
        Word::Withdraw { number: of, sha256, role, reason } => {
            let input = json!({ "number": number(of)?, "sha256": sha256, "role": role, "reason": reason });
            session.call("ready.withdraw", input)?;
            of
        }
    };
    show(common, session, std::slice::from_ref(of))
}

fn show(common: &Common, session: &Session, numbers: &[String]) -> Result<Ending> {
    if let [one] = numbers {
        let ready = session.call("ready.get", json!({ "number": number(one)? }))?;
        if common.json {
            screen::json(&ready);
        } else {
            print_one(&ready);
        }
        return Ok(ending(ready.get("ready").and_then(Value::as_bool) == Some(true)));
    }
    let numbers = numbers.iter().map(|given| number(given)).collect::<Result<Vec<u32>>>()?;
    let chosen = if numbers.is_empty() { Value::Null } else { json!(numbers) };
    let all = session.call("ready.list", json!({ "numbers": chosen }))?;
    if common.json {
        screen::json(&all);
    } else {
        print_all(&all);
    }
    let rows = list(all.get("rows").unwrap_or(&Value::Null)).len();
    Ok(match rows {
        0 => Ending::Nothing,
        rows => ending(count(&all, "ready") == rows as u64),
    })
}

fn ending(whole: bool) -> Ending {
    if whole { Ending::Done } else { Ending::Partly }
}

fn print_one(ready: &Value) {
    let none = Value::Null;
    screen::line(&format!("C-{:06}  {}", count(ready, "number"), text(ready, "name")));
    for gate in list(ready.get("gates").unwrap_or(&none)) {
        let met = gate.get("met").and_then(Value::as_bool) == Some(true);
        screen::line(&format!("  {} {}", if met { "met    " } else { "missing" }, text(gate, "title")));
        screen::line(&format!("          {}", text(gate, "text")));
        if !text(gate, "fix").is_empty() {
            screen::line(&format!("          {}", text(gate, "fix")));
        }
    }
    for paper in list(ready.get("papers").unwrap_or(&none)) {
        let current = paper.get("current").and_then(Value::as_bool) == Some(true);
        let stale = if current { "" } else { ", the record has changed since" };
        screen::line(&format!("  {}  {}{stale}", text(paper, "sha256"), text(paper, "made_at")));
        strings(paper, "words").iter().for_each(|words| screen::line(&format!("    {words}")));
    }
}

fn print_all(all: &Value) {
    let none = Value::Null;
    let rows = list(all.get("rows").unwrap_or(&none));
    let cells = |row: &Value| {
        vec![
            format!("C-{:06}", count(row, "number")),
            text(row, "name").to_owned(),
            strings(row, "lacks").join(" "),
        ]
    };
    let table: Vec<Vec<String>> = rows.iter().map(cells).collect();
    screen::table(&["Number", "Name", "Missing"], &table);
    screen::line("");
    screen::line(&format!("{} of {} are ready.", count(all, "ready"), rows.len()));
    for gate in list(all.get("missing").unwrap_or(&none)) {
        screen::line(&format!("  {:>6}  lack: {}", count(gate, "count"), text(gate, "title")));
    }
}
