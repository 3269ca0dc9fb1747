//! The page that describes the format, executed.

use joinder_tests::program::Sandbox;

const PAGE: &str = include_str!("../../docs/claimant-json.md");

/// The blocks of the page that are marked with `language`.
fn blocks(language: &str) -> Vec<&'static str> {
    let fence = format!("```{language}\n");
    PAGE.split(fence.as_str()).skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

#[test]
fn the_example_of_the_page_gives_what_the_page_prints() {
    let sandbox = Sandbox::new();
    let [example, ..] = blocks("json")[..] else { panic!("an example") };
    let file = sandbox.file("bernard.json", example);
    let ended = sandbox.run(["classify", file.to_str().unwrap(), "--today", "2026-11-23"]).succeeds();
    let [printed, ..] = blocks("text")[..] else { panic!("what is printed") };
    let said: Vec<String> = ended.said().lines().map(str::to_owned).collect();
    // The first line names the rule set's hash, which every correction of the rules changes.
    assert!(said[0].starts_with("By labour-2021-rules version "), "{}", said[0]);
    let wanted: Vec<&str> = printed.lines().skip(1).collect();
    assert_eq!(said[1..].join("\n"), wanted.join("\n"), "docs/claimant-json.md is out of date");
}

#[test]
fn every_fragment_of_the_page_is_read() {
    let sandbox = Sandbox::new();
    for (at, fragment) in blocks("json").iter().enumerate() {
        let file = sandbox.file(&format!("{at}.json"), fragment);
        sandbox.run(["classify", file.to_str().unwrap(), "--today", "2026-11-23", "--json"]).succeeds();
    }
}
