//! Classification: of the matter's claimants, or of those of a JSON file.

use std::io::Read as _;
use std::path::Path;

use joinder_app::{Error, Result};
use serde_json::{Value, json};

use super::claimant::{print_counts, section};
use super::whatif;
use super::{count, list as items, strings, text};
use crate::args::{Classify, Common, Runs};
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, what: &Classify) -> Result<Ending> {
    if let Some(Runs::Runs { id, claimant }) = &what.runs {
        return whatif::runs(common, *id, claimant.as_deref());
    }
    match &what.file {
        None if what.what_if => whatif::run(common, what),
        None if what.adopt => whatif::adopt(common, what),
        None => matter(common),
        Some(file) => given(common, file, what),
    }
}

fn matter(common: &Common) -> Result<Ending> {
    let session = Session::open(common)?;
    let ran = session.call("classification.run", json!({}))?;
    let counts = session.call("claimant.counts", json!({}))?;
    if common.json {
        screen::json(&json!({ "ran": ran, "counts": counts }));
        return Ok(Ending::Done);
    }
    let (all, changed) = (count(&ran, "classified"), count(&ran, "changed"));
    screen::line(&format!("Classified {all}, of whom {changed} changed."));
    screen::line("");
    print_counts(&counts);
    Ok(Ending::Done)
}

fn given(common: &Common, file: &Path, what: &Classify) -> Result<Ending> {
    let rules = what.rules.as_deref().map(rule_file).transpose()?;
    let input =
        json!({ "text": read(file)?, "rules": rules, "today": what.today, "incident": what.incident });
    let answered = Session::new().call("classification.given", input)?;
    let answers = answered.get("answers").map(items).unwrap_or_default();
    let unread = answers.iter().filter(|answer| kept(answer).is_none()).count();
    if common.json {
        let single = answered.get("single").and_then(Value::as_bool) == Some(true);
        match answers {
            [only] if single => screen::json(only),
            _ => screen::json(&Value::from(answers)),
        }
    } else {
        let by = answered.get("rule_set").unwrap_or(&Value::Null);
        screen::line(&format!(
            "By {} version {}, {}",
            text(by, "id"),
            count(by, "version"),
            text(by, "sha256")
        ));
        answers.iter().for_each(print);
    }
    Ok(match unread {
        0 => Ending::Done,
        unread if unread == answers.len() => Ending::Failed,
        _ => Ending::Partly,
    })
}

/// A file's text; `-` is standard input.
///
/// # Errors
/// `unreadable-file`; `not-text`.
pub(super) fn read(file: &Path) -> Result<String> {
    let unreadable = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::InvalidData => Error::new("not-text"),
        _ => Error::new("unreadable-file"),
    };
    if file == Path::new("-") {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map_err(unreadable)?;
        return Ok(text);
    }
    std::fs::read_to_string(file).map_err(unreadable)
}

/// A rule set as the commands take it.
///
/// # Errors
/// `unreadable-file`.
pub(super) fn rule_file(file: &Path) -> Result<Value> {
    Ok(json!({ "name": file.to_string_lossy(), "text": read(file)? }))
}

/// The classification of an answer; none when its record could not be read.
fn kept(answer: &Value) -> Option<&Value> {
    answer.get("classification").filter(|found| found.is_object())
}

fn print(answer: &Value) {
    screen::line(&format!("\n{}", heading(answer)));
    if let Some(classification) = kept(answer) {
        axes(classification);
        section("Findings", within(classification, "findings"), |finding| found(finding, answer));
        section("What would settle it", within(classification, "settle"), |settle| {
            text(settle, "text").to_owned()
        });
        limits(answer.get("limitation").unwrap_or(&Value::Null));
        section("Evidence", within(answer, "evidence"), |item| {
            let grade = item.get("grade").unwrap_or(&Value::Null);
            let kind = grade.get("kind").map(|kind| text(kind, "is")).unwrap_or_default();
            format!("{}: tier {}, {kind}", text(item, "name"), count(grade, "tier"))
        });
        section("Why", within(answer, "why"), |why| text(why, "text").to_owned());
        section("Why not", within(answer, "why_not"), |why| {
            format!("{}: {}", text(why, "label"), text(why, "text"))
        });
        screen::line("\nIn short");
        for sentence in strings(answer, "explanation") {
            screen::line(&format!("  {sentence}"));
        }
    }
    section("Worth a look", within(answer, "problems"), |problem| {
        format!("{}: {} {}", text(problem, "field"), text(problem, "message"), text(problem, "fix"))
    });
}

/// The time limits, each with its arithmetic.
fn limits(of: &Value) {
    let title = match text(of, "earliest") {
        "" => "Time limits".to_owned(),
        earliest => format!("Time limits: the earliest of the causes that count is {earliest}"),
    };
    section(&title, within(of, "clocks"), |clock| {
        let counts = if clock.get("pleaded") == Some(&Value::Bool(true)) { "" } else { ", not counted" };
        let about: Vec<&str> = [text(clock, "label"), text(clock, "field")]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        let last = match text(clock, "safe_day") {
            "" => String::new(),
            day => format!(", last safe day {day}"),
        };
        let mut said = format!("{}: {}{last}{counts}", about.join(" "), text(clock, "standing"));
        for step in within(clock, "steps") {
            said.push_str(&format!("\n    {}", text(step, "text")));
        }
        for caution in strings(clock, "cautions") {
            said.push_str(&format!("\n    Note: {caution}"));
        }
        let rule = clock.get("rule").unwrap_or(&Value::Null);
        format!("{said}\n    (rule {}; {})", text(rule, "rule"), text(rule, "citation"))
    });
}

fn heading(answer: &Value) -> String {
    match (text(answer, "reference"), text(answer, "name")) {
        (reference, "") => format!("Claimant {reference}"),
        (reference, name) => format!("Claimant {reference}: {name}"),
    }
}

fn within<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).map(items).unwrap_or_default()
}

pub(super) fn axes(of: &Value) {
    let none = Value::Null;
    let status = of.get("status").unwrap_or(&none);
    screen::line(&format!("Status on {}: {}", text(of, "incident_date"), possible(status)));
    let beside = strings(status, "secondary");
    if !beside.is_empty() {
        screen::line(&format!("  beside it: {}", beside.join(", ")));
    }
    for way in within(status, "because") {
        let rule = way.get("rule").unwrap_or(&none);
        screen::line(&format!("  {}: {}", text(way, "status"), text(way, "text")));
        screen::line(&format!("    (rule {}; {})", text(rule, "rule"), text(rule, "citation")));
        screen::line(&format!("    from {}", facts(way)));
    }
    for later in within(of, "later") {
        screen::line(&format!("  {}", text(later, "text")));
    }
    screen::line(&format!(
        "Status on {}: {}",
        text(of, "as_of"),
        possible(of.get("status_now").unwrap_or(&none))
    ));
    screen::line(&format!(
        "Notice: {} (tier {}){}",
        text(of, "notice"),
        count(of, "tier"),
        why(of, "notice_reasons")
    ));
    screen::line(&format!("Cohort: {}", text(of, "cohort")));
    let review = of.get("review").and_then(Value::as_bool) == Some(true);
    let and_review = if review { ", and review" } else { "" };
    screen::line(&format!("Suggested: {}{and_review}{}", text(of, "outcome"), why(of, "outcome_reasons")));
    screen::line(&format!("Flags: {}", or_none(&strings(of, "flags"))));
    let tags: Vec<String> = within(of, "tags").iter().map(|tag| text(tag, "code").to_owned()).collect();
    screen::line(&format!("Tags: {}", or_none(&tags)));
}

fn possible(status: &Value) -> String {
    let codes = strings(status, "possible");
    match codes.as_slice() {
        [one] => one.clone(),
        several => format!("INDETERMINATE: {}", several.join(" or ")),
    }
}

fn or_none(codes: &[String]) -> String {
    if codes.is_empty() { "none".to_owned() } else { codes.join(", ") }
}

fn why(of: &Value, key: &str) -> String {
    within(of, key).iter().fold(String::new(), |all, reason| {
        let rule = reason.get("rule").unwrap_or(&Value::Null);
        format!("{all}\n  {} (rule {}; {})", text(reason, "text"), text(rule, "rule"), text(rule, "citation"))
    })
}

fn facts(of: &Value) -> String {
    let facts: Vec<String> = within(of, "facts")
        .iter()
        .map(|fact| format!("{} \u{201c}{}\u{201d}", text(fact, "field"), text(fact, "words")))
        .collect();
    or_none(&facts)
}

/// A finding with the rule, the facts and the evidence that it rests on.
fn found(finding: &Value, answer: &Value) -> String {
    let rule = finding.get("rule").unwrap_or(&Value::Null);
    let mut said = format!(
        "{} ({}): {}\n    rule {}; {}",
        text(finding, "code"),
        text(finding, "severity"),
        text(finding, "text"),
        text(rule, "rule"),
        text(rule, "citation")
    );
    if !within(finding, "facts").is_empty() {
        said.push_str(&format!("\n    from {}", facts(finding)));
    }
    let used = within(answer, "evidence");
    for id in strings(finding, "evidence") {
        let name = used
            .iter()
            .find(|item| text(item, "evidence") == id)
            .map_or(id.as_str(), |item| text(item, "name"));
        said.push_str(&format!("\n    evidence {name}"));
    }
    said
}
