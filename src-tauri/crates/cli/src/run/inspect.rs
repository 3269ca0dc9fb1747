//! What files say, on a terminal.

use joinder_app::Result;
use serde_json::{Value, json};

use super::{count, list, strings, text};
use crate::args::{Common, Inspect};
use crate::screen::outside as line;
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, inspect: &Inspect) -> Result<Ending> {
    let document = Session::new().call(
        "evidence.inspect",
        json!({
            "paths": inspect.files, "addresses": inspect.address, "key_files": inspect.key_file,
            "profile": inspect.profile,
        }),
    )?;
    if common.json {
        screen::json(&document);
    } else {
        for file in items(&document, "files") {
            print_file(file);
        }
    }
    Ok(if count(&document, "failed") > 0 { Ending::Partly } else { Ending::Done })
}

fn items<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).map(list).unwrap_or_default()
}

fn yes(value: &Value, key: &str) -> bool {
    value.get(key).and_then(Value::as_bool).unwrap_or_default()
}

fn print_file(file: &Value) {
    line(0, text(file, "path"));
    if let Some(error) = file.get("error").filter(|error| !error.is_null()) {
        line(1, &format!("{} {}", text(error, "message"), text(error, "fix")));
        screen::line("");
        return;
    }
    line(1, &format!("{}, {} bytes", text(file, "kind"), count(file, "size")));
    line(1, &format!("SHA-256 {}", text(file, "sha256")));
    for damage in items(file, "damage") {
        line(1, &format!("! {} {}", text(damage, "message"), text(damage, "fix")));
    }
    print_members(file);
    match file.get("notice").filter(|notice| !notice.is_null()) {
        Some(notice) => print_notice(notice),
        None => line(1, "There is nothing in it that could be graded."),
    }
    for (title, key) in [("PDF", "pdf"), ("Picture", "image")] {
        if let Some(facts) = file.get(key).and_then(Value::as_object) {
            line(1, title);
            for (name, value) in facts.iter().filter(|(_, value)| !value.is_null()) {
                let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                line(2, &format!("{}: {value}", name.replace('_', " ")));
            }
        }
    }
    for message in items(file, "messages") {
        print_message(message);
    }
    screen::line("");
}

/// A line for each message of a mailbox or file of an archive; all of what they say is in the document.
fn print_members(file: &Value) {
    let in_all = count(file, "members_in_all");
    if in_all == 0 {
        return;
    }
    let listed = items(file, "members");
    line(1, &format!("Holds {in_all}, each looked at by itself"));
    for member in listed {
        let proof = member
            .get("notice")
            .filter(|notice| !notice.is_null())
            .map(|notice| format!("proof {} of 5, {}", count(notice, "tier"), what(notice)));
        let subject = items(member, "messages").first().map(|message| text(message, "subject"));
        let subject = subject.filter(|subject| !subject.is_empty());
        let words = [Some(text(member, "kind")), proof.as_deref(), subject];
        let words: Vec<&str> = words.into_iter().flatten().filter(|words| !words.is_empty()).collect();
        let error = member.get("error").map(|error| text(error, "message")).unwrap_or_default();
        line(2, &format!("{}  {}{error}", text(member, "within"), words.join("; ")));
        for damage in items(member, "damage").iter().filter(|damage| text(damage, "severity") != "note") {
            line(3, &format!("! {}", text(damage, "message")));
        }
    }
    let rest = in_all.saturating_sub(listed.len() as u64);
    if rest > 0 {
        line(2, &format!("and {rest} more, which do not bear on the matter"));
    }
}

fn what(notice: &Value) -> &'static str {
    match text(notice, "is") {
        "genuine" => "the notice, for this claimant",
        "unaddressed" => "the notice, and nothing says whose",
        "third-party" => "the notice, to somebody else",
        "wrong" => "another message that is easily mistaken for the notice",
        _ => "not the notice",
    }
}

fn print_notice(notice: &Value) {
    let place = text(notice, "place");
    let place = if place == "0" { String::new() } else { format!(" ({place})") };
    line(1, &format!("Proof{place}: {} of 5, {}.", count(notice, "tier"), what(notice)));
    for reason in items(notice, "reasons") {
        let sign = match text(reason, "effect") {
            "up" => '+',
            "down" => '-',
            _ => ' ',
        };
        line(2, &format!("{sign} {}", text(reason, "text")));
    }
    line(1, &format!("Marks of the notice (score {})", count(notice, "score")));
    for mark in items(notice, "markers") {
        let sign = match text(mark, "state") {
            "matched" => "yes",
            "missed" => "no ",
            _ => "?  ",
        };
        line(2, &format!("{sign}  {}", text(mark, "label")));
    }
    for mark in items(notice, "anti_markers").iter().filter(|mark| text(mark, "state") == "matched") {
        line(2, &format!("against  {}", text(mark, "label")));
    }
}

fn print_message(message: &Value) {
    line(1, &format!("Message at {}", text(message, "place")));
    let named = |label: &str, words: &str| {
        if !words.is_empty() {
            line(2, &format!("{label:<12}{words}"));
        }
    };
    named("Subject", text(message, "subject"));
    for from in items(message, "from") {
        named("From", &format!("{} <{}>", text(from, "name"), text(from, "address")));
    }
    named("Message-ID", text(message, "message_id"));
    named("Program", text(message, "client"));
    for recipient in items(message, "recipients") {
        let words = text(recipient, "words");
        let said = if words.is_empty() { String::new() } else { format!(": {words}") };
        named(text(recipient, "header"), &format!(" {}{said}", text(recipient, "address")));
    }
    for date in items(message, "dates").iter().filter(|date| text(date, "source") == "Date") {
        named("Date", text(date, "raw"));
        named("", &format!("{:12}{}", "", text(date, "uk")));
        for oddity in strings(date, "oddities") {
            line(3, &format!("! {oddity}"));
        }
    }
    print_path(message.get("path").unwrap_or(&Value::Null));
    for stamp in items(message, "authentication") {
        let results: Vec<String> = items(stamp, "results")
            .iter()
            .map(|result| format!("{}={}", text(result, "method"), text(result, "result")))
            .collect();
        let arc = stamp
            .get("arc_instance")
            .and_then(Value::as_u64)
            .map(|i| format!(" (ARC {i})"))
            .unwrap_or_default();
        line(2, &format!("Stamp{arc}: {}", results.join(", ")));
        line(3, text(stamp, "reason"));
    }
    for signature in items(message, "dkim") {
        print_signature(signature);
    }
    line(2, "Parts");
    for part in items(message, "structure") {
        let depth = usize::try_from(count(part, "depth")).unwrap_or_default().min(20);
        let name = text(part, "name");
        let name = if name.is_empty() { String::new() } else { format!(" “{name}”") };
        line(3 + depth, &format!("{}{name}, {} bytes", text(part, "content_type"), count(part, "size")));
    }
}

fn print_path(path: &Value) {
    let house = text(path, "taken_in_by");
    let end = if house.is_empty() { String::new() } else { format!(", taken in by {house}") };
    line(2, &format!("Path: {}{end}", text(path, "order").replace('-', " ")));
    for hop in items(path, "hops") {
        let skew = hop.get("skew_seconds").and_then(Value::as_i64);
        let skew = skew.map(|seconds| format!(" ({seconds:+} s)")).unwrap_or_default();
        let mark = if yes(hop, "disagrees") { "  <- does not fit" } else { "" };
        let first = |key: &str| text(hop, key).split_whitespace().next().unwrap_or("?").to_owned();
        line(3, &format!("{}. {} -> {}{mark}", count(hop, "number"), first("from"), first("by")));
        let at = hop.get("at").unwrap_or(&Value::Null);
        let uk = text(at, "uk");
        line(4, &format!("{}{skew}, written {}", if uk.is_empty() { "?" } else { uk }, text(at, "raw")));
        for oddity in strings(at, "oddities") {
            line(4, &format!("! {oddity}"));
        }
    }
    for finding in items(path, "findings") {
        line(3, &format!("! {}", text(finding, "text")));
    }
}

fn print_signature(signature: &Value) {
    line(
        2,
        &format!(
            "DKIM signature {}: {} ({}, {})",
            count(signature, "number"),
            text(signature, "key_name"),
            text(signature, "algorithm"),
            text(signature, "canonicalisation")
        ),
    );
    for (label, key) in [("Body hash", "body_hash"), ("Signature", "signature"), ("Key", "key")] {
        let answer = signature.get(key).unwrap_or(&Value::Null);
        let word = match (key, text(answer, "answer")) {
            ("key", _) if yes(answer, "available") => "available".to_owned(),
            ("key", _) => "not available".to_owned(),
            (_, word) => word.replace('-', " "),
        };
        line(3, &format!("{label}: {word}. {}", text(answer, "words")));
        for cause in strings(answer, "causes") {
            line(4, &format!("perhaps {cause}"));
        }
    }
    for note in items(signature, "notes") {
        line(3, &format!("! {}", text(note, "text")));
    }
}
