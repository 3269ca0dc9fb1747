//! Packets: sealed, looked at, received, decided.

use std::io::Read as _;
use std::path::Path;

use joinder_app::{Error, Result};
use serde_json::{Value, json};

use super::{count, list as items, number, strings, text, transfer};
use crate::args::{Common, Packet};
use crate::session::Session;
use crate::{Ending, passphrase, screen};

pub(super) fn run(common: &Common, what: &Packet) -> Result<Ending> {
    match what {
        Packet::Begin { invitation } => begin(common, invitation),
        Packet::Seal { claimant: None, with_blanks, signed_by, assisted_by, assisted_how, out, .. } => {
            let input = json!({
                "signed_by": signed_by, "out": out, "blanks_known": with_blanks,
                "assisted_by": assisted_by.as_deref().unwrap_or_default(),
                "assisted_how": assisted_how.as_deref().unwrap_or_default(),
            });
            sealed(common, &Session::open(common)?.call("registration.seal", input)?)
        }
        Packet::Seal { invitation, claimant: Some(claimant), signed_by, out, files, .. } => {
            let input = json!({
                "invitation": invitation, "claimant": read(claimant)?, "files": files, "signed_by": signed_by,
                "out": out,
            });
            sealed(common, &Session::new().call("packet.seal", input)?)
        }
        Packet::Inspect { file } => inspect(common, file),
        Packet::Receive { paths } => receive(common, &json!({ "paths": paths })),
        Packet::List { state, limit } => list(common, state.as_deref(), *limit),
        Packet::Show { packet } => show(common, packet),
        Packet::Accept { packet, into, leave } => {
            let into = into.as_deref().map(number).transpose()?;
            let session = Session::open(common)?;
            let left = leave.iter().map(|left| {
                let (field, reason) = left.split_once('=').unwrap_or((left, ""));
                json!({ "field": field, "reason": reason })
            });
            let left: Vec<Value> = left.collect();
            let input = json!({ "number": packet_number(packet)?, "into": into, "leave": left });
            accepted(common, &session.call("packet.accept", input)?)
        }
        Packet::Paper { packet, seen_by } => {
            let input = json!({ "number": packet_number(packet)?, "seen_by": seen_by });
            done(common, &Session::open(common)?.call("packet.paper", input)?, "Kept.")
        }
        Packet::Reject { packet, reason } => {
            let input = json!({ "number": packet_number(packet)?, "reason": reason });
            done(common, &Session::open(common)?.call("packet.reject", input)?, "Rejected.")
        }
        Packet::Ask { packet, questions, again, approve, message, document, out } => {
            let pages = again.iter().map(|asked| {
                let (page, text) = asked.split_once(':').unwrap_or((asked, ""));
                json!({ "page": page, "text": text })
            });
            let questions: Vec<Value> =
                questions.iter().map(|text| json!({ "text": text })).chain(pages).collect();
            let input = json!({
                "number": packet_number(packet)?, "message": message, "questions": questions, "file": document,
                "approve": approve, "out": out,
            });
            let asked = Session::open(common)?.call("packet.ask", input)?;
            done(common, &asked, &format!("Wrote {}.", text(&asked, "file")))
        }
    }
}

/// A packet's number, written as 12, 000012 or P-000012.
fn packet_number(text: &str) -> Result<u32> {
    let digits = text.trim().trim_start_matches(['P', 'p']).trim_start_matches('-');
    digits.parse().map_err(|_| Error::new("no-such-packet"))
}

fn read(path: &Path) -> Result<String> {
    let mut text = String::new();
    let done = if path == Path::new("-") {
        std::io::stdin().read_to_string(&mut text).map(|_| ())
    } else {
        std::fs::read_to_string(path).map(|read| text = read)
    };
    done.map(|()| text).map_err(|_| Error::new("unreadable-file"))
}

fn done(common: &Common, output: &Value, said: &str) -> Result<Ending> {
    if common.json {
        screen::json(output);
    } else {
        screen::line(said);
    }
    Ok(Ending::Done)
}

fn begin(common: &Common, invitation: &Path) -> Result<Ending> {
    let folder = common.matter.as_deref().ok_or_else(|| Error::new("no-matter"))?;
    let passphrase = passphrase::new(common.passphrase_file.as_deref())?;
    let input = json!({ "invitation": invitation, "folder": folder, "passphrase": passphrase });
    let begun = Session::new().call("registration.begin", input)?;
    if common.json {
        screen::json(&begun);
        return Ok(Ending::Done);
    }
    screen::line(&format!("Began a registration in {}.", folder.display()));
    screen::line(&format!("Recovery key: {}", text(&begun, "recovery_key")));
    screen::line(
        "Write it down now. Without it and without the passphrase nobody can open the folder, not even the firm.",
    );
    Ok(Ending::Done)
}

/// Says what was sealed.
fn sealed(common: &Common, sealed: &Value) -> Result<Ending> {
    if common.json {
        screen::json(sealed);
        return Ok(Ending::Done);
    }
    screen::line(&format!("Sealed {} ({} bytes).", text(sealed, "file"), count(sealed, "size")));
    screen::line(&format!("Receipt: {}", text(sealed, "receipt")));
    screen::line("Only the firm can open it. The firm sees the same receipt when it has come in.");
    Ok(Ending::Done)
}

fn inspect(common: &Common, file: &Path) -> Result<Ending> {
    let session = if common.matter.is_some() { Session::open(common)? } else { Session::new() };
    let seen = session.call("packet.inspect", json!({ "path": file }))?;
    if common.json {
        screen::json(&seen);
        return Ok(Ending::Done);
    }
    screen::line(text(&seen, "format"));
    screen::line(&format!("{} bytes", count(&seen, "size")));
    if let Some(content) = seen.get("content").filter(|content| !content.is_null()) {
        screen::line(&format!("Receipt: {}", text(&seen, "receipt")));
        for line in serde_json::to_string_pretty(content).unwrap_or_default().lines() {
            screen::outside(0, line);
        }
    }
    Ok(Ending::Done)
}

fn receive(common: &Common, input: &Value) -> Result<Ending> {
    let report = Session::open(common)?.call("packet.receive", input.clone())?;
    let refused = count(&report, "refused");
    let ending = if refused > 0 { Ending::Partly } else { Ending::Done };
    if common.json {
        screen::json(&report);
        return Ok(ending);
    }
    for item in report.get("items").map(items).unwrap_or_default() {
        let state = match text(item, "state") {
            "received" => "received",
            "already-there" => "had come in before",
            _ => "could not be opened",
        };
        let (file, reference, receipt) = (text(item, "file"), text(item, "reference"), text(item, "receipt"));
        screen::outside(0, &format!("{reference}  {receipt}  {state}: {file}  {}", text(item, "name")));
        if !text(item, "message").is_empty() {
            screen::line(&format!("  {} {}", text(item, "message"), text(item, "fix")));
        }
    }
    screen::line("");
    let (received, there) = (count(&report, "received"), count(&report, "already_there"));
    screen::line(&format!("{received} received, {there} had come in before, {refused} could not be opened"));
    Ok(ending)
}

fn list(common: &Common, state: Option<&str>, limit: usize) -> Result<Ending> {
    let session = Session::open(common)?;
    let numbers = session.call("packet.numbers", json!({ "state": state }))?;
    let mut rows = Vec::new();
    for block in items(&numbers).get(..limit.min(items(&numbers).len())).unwrap_or_default().chunks(1_000) {
        let found = session.call("packet.rows", json!({ "numbers": block }))?;
        rows.extend(items(&found).iter().cloned());
    }
    if common.json {
        screen::json(&json!(rows));
        return Ok(Ending::Done);
    }
    let cells = |row: &Value| {
        ["reference", "receipt", "state_label", "name", "file", "received"]
            .map(|key| text(row, key).to_owned())
            .to_vec()
    };
    let cells: Vec<Vec<String>> = rows.iter().map(cells).collect();
    screen::table(&["Packet", "Receipt", "State", "Name", "File", "Received"], &cells);
    screen::line("");
    screen::line(&format!("{} of {} packets", rows.len(), items(&numbers).len()));
    Ok(Ending::Done)
}

fn show(common: &Common, packet: &str) -> Result<Ending> {
    let session = Session::open(common)?;
    let view = session.call("packet.get", json!({ "number": packet_number(packet)? }))?;
    if common.json {
        screen::json(&view);
        return Ok(Ending::Done);
    }
    let row = view.get("packet").unwrap_or(&Value::Null);
    screen::outside(
        0,
        &format!("{}  {}  {}", text(row, "reference"), text(row, "name"), text(row, "state_label")),
    );
    match view.get("known").filter(|known| known.is_object()) {
        None => screen::line("A new claimant."),
        Some(known) => {
            screen::outside(0, &format!("About {}  {}", text(known, "reference"), text(known, "name")));
            for change in view.get("moves").map(items).unwrap_or_default() {
                let both = change.get("conflict").and_then(Value::as_bool) == Some(true);
                let both = if both { "  (changed here too)" } else { "" };
                let (field, before, after) =
                    (text(change, "field"), text(change, "before"), text(change, "after"));
                screen::outside(1, &format!("{field}: “{before}” becomes “{after}”{both}"));
            }
        }
    }
    if let Some(signature) = view.get("signature").filter(|signature| signature.is_object()) {
        let (name, how, at) = (text(signature, "name"), text(signature, "how"), text(signature, "at"));
        screen::outside(0, &format!("Signed by {name} ({how}), {at}"));
        if !text(signature, "paper_seen_by").is_empty() {
            screen::outside(1, &format!("The paper was seen by {}", text(signature, "paper_seen_by")));
        }
    }
    if let Some(transfer) = view.get("transfer").filter(|transfer| transfer.is_object()) {
        transfer::from(transfer);
    }
    for file in view.get("files").map(items).unwrap_or_default() {
        let tier = file.get("tier").and_then(Value::as_u64).map(|tier| format!("  tier {tier}"));
        screen::outside(
            1,
            &format!("{}  {}{}", text(file, "name"), text(file, "shape"), tier.unwrap_or_default()),
        );
        strings(file, "reasons").iter().for_each(|reason| screen::outside(2, reason));
    }
    for finding in view.get("findings").map(items).unwrap_or_default() {
        screen::line(&format!("  {}", text(finding, "text")));
    }
    for likely in view.get("likely").map(items).unwrap_or_default() {
        let (reference, name) = (text(likely, "reference"), text(likely, "name"));
        screen::outside(1, &format!("May be {reference} {name}: {}", text(likely, "summary")));
    }
    for problem in view.get("problems").map(items).unwrap_or_default() {
        screen::outside(1, &format!("{}: {}", text(problem, "field"), text(problem, "message")));
    }
    for asked in view.get("asked").map(items).unwrap_or_default() {
        screen::outside(1, &format!("Asked: {}", text(asked, "question")));
        screen::outside(1, &format!("Answered: {}", text(asked, "answer")));
    }
    Ok(Ending::Done)
}

fn accepted(common: &Common, accepted: &Value) -> Result<Ending> {
    if common.json {
        screen::json(accepted);
        return Ok(Ending::Done);
    }
    let new = accepted.get("new").and_then(Value::as_bool) == Some(true);
    let what = if new { "a new claimant" } else { "changed" };
    screen::line(&format!(
        "{}: {what}, {} files of evidence, {} known already.",
        text(accepted, "reference"),
        count(accepted, "evidence"),
        count(accepted, "already_there")
    ));
    for sentence in strings(accepted, "approvals") {
        screen::line(&format!("  {sentence}"));
    }
    for item in strings(accepted, "of_others") {
        screen::line(&format!("  {item} belongs to another claimant and stays there."));
    }
    Ok(Ending::Done)
}
