//! Rule sets as people write, check, compare and read them.

use joinder_tests::program::{Ended, Sandbox};
use serde_json::{Value, json};

const PAGE: &str = include_str!("../../docs/rule-format.md");
const BUILT_IN: &str = include_str!("../../assets/profiles/labour-2021/rules.toml");

fn example() -> &'static str {
    PAGE.split("```toml\n").nth(1).unwrap().split("```").next().unwrap()
}

fn check(text: &str) -> Ended {
    let sandbox = Sandbox::new();
    let file = sandbox.file("rules.toml", text);
    sandbox.run(["rules", "check", file.to_str().unwrap()])
}

/// The example with one text replaced, as it is complained of.
#[track_caller]
fn complaint(from: &str, to: &str) -> String {
    assert!(example().contains(from), "{from}");
    check(&example().replacen(from, to, 1)).ends_with(1).said()
}

#[test]
fn the_example_of_the_page_is_right_and_does_what_the_page_says() {
    check(example()).succeeds();
    let sandbox = Sandbox::new();
    let rules = sandbox.file("small.toml", example());
    let person = json!({
        "claimant": { "episodes": [{ "kind": "member", "start": "2015", "end": "2019", "ending": "resigned" }] },
        "evidence": [{ "tier": 5 }],
    });
    let file = sandbox.file("person.json", person.to_string());
    let answer = sandbox
        .run(["classify", file.to_str().unwrap(), "--rules", rules.to_str().unwrap(), "--json"])
        .succeeds()
        .json();
    let found = &answer["classification"];
    assert_eq!(found["status"]["possible"], json!(["FORMER"]));
    assert_eq!((&found["notice"], &found["outcome"]), (&json!("PROVEN"), &json!("ACCEPT")));
    assert_eq!(found["rule_set"]["id"], "small");
}

#[test]
fn the_built_in_rules_are_right() {
    let said = check(BUILT_IN).succeeds().said();
    assert!(said.contains("labour-2021-rules version 3"), "{said}");
}

#[test]
fn a_mistake_is_named_with_line_column_and_key() {
    let said = complaint("statuses = [\"FORMER\"]", "statuses = [\"FORMERLY\"]");
    let line = 1 + example().lines().position(|line| line == "statuses = [\"FORMER\"]").unwrap();
    assert!(
        said.contains(&format!("rules.toml:{line}:13: statuses: expected a status: one of \"MEMBER\"")),
        "{said}"
    );
    assert!(said.contains("found \"FORMERLY\"") && said.contains("1 mistake"), "{said}");
}

#[test]
fn two_rules_of_one_precedence_are_refused_by_name() {
    let said = complaint("order = 20", "order = 10");
    assert!(said.contains("found 10, which \"ST-1\" has: neither rule would come first"), "{said}");
}

#[test]
fn a_circle_is_refused() {
    let said = complaint("label = \"member\"\n", "label = \"member\"\nabsorbed_by = [\"former\"]\n");
    assert!(said.contains("no circle, found member absorbed by former absorbed by member"), "{said}");
    let said =
        complaint("when = { facts = [\"lived-in-scotland\"] }", "when = { flags_any = [\"ASK_SCOTLAND\"] }");
    assert!(said.contains("wait for each other"), "{said}");
}

#[test]
fn days_out_of_order_are_refused() {
    let said = complaint(
        "when = { tier_from = 4 }",
        "when = { tier_from = 4 }\neffective = 2026-05-01\nuntil = 2026-04-01",
    );
    assert!(
        said.contains("until: expected a day on or after \"effective\", 2026-05-01, found 2026-04-01"),
        "{said}"
    );
}

#[test]
fn a_newer_format_is_refused_in_words_and_nothing_else_is_said() {
    let said = check(&example().replacen("format = 1", "format = 7\nmagic = true", 1)).ends_with(1).said();
    assert!(said.contains("made for a newer Joinder; install the newest one"), "{said}");
    assert!(said.contains("1 mistake") && !said.contains("magic"), "{said}");
}

#[test]
fn broken_toml_is_named_by_its_place() {
    let said = complaint("id = \"small\"", "id = \"small");
    assert!(said.contains("rules.toml:2:"), "{said}");
}

#[test]
fn a_refused_rule_set_classifies_nobody() {
    let sandbox = Sandbox::new();
    let rules = sandbox.file("small.toml", example().replacen("order = 20", "order = 10", 1));
    let file = sandbox.file("person.json", "{}");
    let ended =
        sandbox.run(["classify", file.to_str().unwrap(), "--rules", rules.to_str().unwrap()]).ends_with(1);
    assert!(
        ended.complained().contains("cannot be used") && ended.complained().contains("column 1, order"),
        "{}",
        ended.complained()
    );
}

fn diff(from: &str, to: &str) -> (Vec<Value>, String) {
    assert!(BUILT_IN.contains(from), "{from}");
    let sandbox = Sandbox::new();
    let before = sandbox.file("before.toml", BUILT_IN);
    let after = sandbox.file("after.toml", BUILT_IN.replacen(from, to, 1));
    let words = ["rules", "diff", before.to_str().unwrap(), after.to_str().unwrap()];
    let said = sandbox.run(words).succeeds().said();
    let found = sandbox.run(words.iter().chain(&["--json"])).succeeds().json();
    (found.as_array().unwrap().clone(), said)
}

#[test]
fn what_differs_is_said_rule_by_rule() {
    let (found, said) = diff("months = 6\ngrace_months = 1", "months = 3\ngrace_months = 1");
    assert_eq!(found.len(), 1, "{said}");
    assert_eq!((&found[0]["id"], &found[0]["kind"]), (&json!("AR-1"), &json!("changed")));
    assert!(said.contains("6 months after") && said.contains("3 months after"), "{said}");
    let (_, said) = diff("months = 6\n", "months = 6 # a comment\n");
    assert!(said.contains("decide alike"), "{said}");
    let (found, _) = diff("[[tag_rule]]\nid = \"TG-5\"", "[[tag_rule]]\nid = \"TG-55\"");
    let kinds: Vec<_> =
        found.iter().map(|one| (one["id"].as_str().unwrap(), one["kind"].as_str().unwrap())).collect();
    assert_eq!(kinds, [("TG-5", "removed"), ("TG-55", "added")]);
}

#[test]
fn a_code_is_explained_with_the_rules_that_lead_to_it_and_their_sources() {
    let sandbox = Sandbox::new();
    let said = sandbox.run(["rules", "explain", "LAPSE_UNCERTAIN"]).succeeds().said();
    assert!(said.contains("FL-010") && said.contains("New Statesman"), "{said}");
    let said = sandbox.run(["rules", "explain", "former-lapsed"]).succeeds().said();
    assert!(said.contains("ST-14"), "{said}");
    let said = sandbox.run(["rules", "explain", "ST-14"]).succeeds().said();
    assert!(said.contains("had lapsed by that day"), "{said}");
    let said = sandbox.run(["rules", "explain", "minor-now"]).succeeds().said();
    assert!(said.contains("FL-052"), "{said}");
    let ended = sandbox.run(["rules", "explain", "GRAND_WIZARD"]).ends_with(1);
    assert!(ended.complained().contains("No rule of this rule set knows"), "{}", ended.complained());
}

#[test]
fn a_solicitor_can_read_the_whole() {
    let said = Sandbox::new().run(["rules", "show"]).succeeds().said();
    for sentence in [
        "If a relationship is of the kind “Member” and it had begun and not ended, then the status is “Member”.",
        "Nobody was “Registered supporter” after 26 September 2021",
        "Source: Limitation Act 1980 ss.2, 9 and 28",
        "then suggest ACCEPT.",
    ] {
        assert!(said.contains(sentence), "{sentence}\n{said}");
    }
    for never in ["facts_any", "Bits(", "rule-", "{ $"] {
        assert!(!said.contains(never), "{never}\n{said}");
    }
}
