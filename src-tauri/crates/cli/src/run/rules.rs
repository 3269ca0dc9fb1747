//! Rule sets: shown, checked, compared, explained.

use joinder_app::Result;
use serde_json::{Value, json};

use super::classify::rule_file;
use super::{count, list as items, strings, text};
use crate::args::{Common, Rules};
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, what: &Rules) -> Result<Ending> {
    let file = |file: &Option<std::path::PathBuf>| file.as_deref().map(rule_file).transpose();
    let (command, input) = match what {
        Rules::Show { file: given } => ("rules.sentences", json!({ "rules": file(given)? })),
        Rules::Check { file } => ("rules.check", json!({ "rules": rule_file(file)? })),
        Rules::Diff { before, after } => {
            ("rules.diff", json!({ "before": rule_file(before)?, "after": file(after)? }))
        }
        Rules::Explain { code, rules } => ("rules.explain", json!({ "code": code, "rules": file(rules)? })),
    };
    let found = Session::new().call(command, input)?;
    if common.json {
        screen::json(&found);
    } else {
        match what {
            Rules::Show { .. } => show(&found),
            Rules::Check { file } => checked(&file.to_string_lossy(), &found),
            Rules::Diff { .. } => differences(items(&found)),
            Rules::Explain { .. } => explained(&found),
        }
    }
    let wrong = found.get("problems").is_some_and(|problems| !items(problems).is_empty());
    Ok(if wrong { Ending::Failed } else { Ending::Done })
}

fn show(found: &Value) {
    screen::line(&format!(
        "{}: {} version {}, from {}",
        text(found, "title"),
        text(found, "id"),
        count(found, "version"),
        text(found, "effective")
    ));
    screen::line(&format!("Hash: {}", text(found, "sha256")));
    for section in found.get("sections").map(items).unwrap_or_default() {
        let rules = section.get("rules").map(items).unwrap_or_default();
        if rules.is_empty() {
            continue;
        }
        screen::line(&format!("\n{}\n{}", text(section, "title"), text(section, "intro")));
        rules.iter().for_each(sentence);
    }
}

/// One rule as a paragraph, with its identifier before it and its source after it.
fn sentence(rule: &Value) {
    screen::line(&format!("\n  {}  {}", text(rule, "id"), text(rule, "text")));
    if !text(rule, "citation").is_empty() {
        screen::line(&format!("      Source: {}", text(rule, "citation")));
    }
}

fn checked(file: &str, found: &Value) {
    let problems = found.get("problems").map(items).unwrap_or_default();
    if problems.is_empty() {
        let (id, version) = (text(found, "id"), count(found, "version"));
        screen::line(&format!(
            "{file}: right: {id} version {version}, {} rules and words",
            count(found, "rules")
        ));
        screen::line(&format!("Hash: {}", text(found, "sha256")));
        return;
    }
    for problem in problems {
        let key = match text(problem, "key") {
            "" => String::new(),
            key => format!("{key}: "),
        };
        let place = format!("{}:{}", count(problem, "line"), count(problem, "column"));
        screen::line(&format!("{file}:{place}: {key}{}", text(problem, "message")));
    }
    let number = problems.len();
    screen::line(&format!("{number} {}", if number == 1 { "mistake" } else { "mistakes" }));
}

fn differences(found: &[Value]) {
    if found.is_empty() {
        screen::line("The two rule sets decide alike and say the same.");
    }
    for difference in found {
        screen::line(&format!(
            "{} {} ({})",
            text(difference, "id"),
            text(difference, "kind"),
            text(difference, "section")
        ));
        for line in strings(difference, "text") {
            screen::line(&format!("    {line}"));
        }
    }
}

fn explained(found: &Value) {
    let kind = text(found, "kind");
    screen::line(&format!(
        "{}{}",
        text(found, "code"),
        if kind.is_empty() { String::new() } else { format!(" ({kind})") }
    ));
    if !text(found, "meaning").is_empty() {
        screen::line(&format!("  {}", text(found, "meaning")));
    }
    for (title, key) in [("Rules that lead to it", "led_by"), ("Rules that ask for it", "used_by")] {
        let rules = found.get(key).map(items).unwrap_or_default();
        if !rules.is_empty() {
            screen::line(&format!("\n{title}"));
            rules.iter().for_each(sentence);
        }
    }
}
