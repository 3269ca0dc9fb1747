//! Lists narrowed from the command line, and written into a file.

use joinder_tests::program::Sandbox;

use crate::sheet::{BRONWEN, DAFYDD, HEADING, import};

#[test]
fn conditions_narrow_one_another_and_the_list_goes_into_a_file() {
    let sandbox = Sandbox::with_matter();
    import(&sandbox, format!("{HEADING}\n{BRONWEN}\n{DAFYDD}\n")).succeeds();
    let words =
        ["--json", "list", "--where", "missing=consent,name", "--where", "born=1958-01-01,1958-12-31"];
    let listed = sandbox.run(words).succeeds().json();
    assert_eq!((&listed["found"], &listed["rows"][0]["name"]), (&1.into(), &"Dafydd Gwyn".into()));
    assert_eq!(listed["rows"][0]["state"], "Intake");

    let out = sandbox.path("list.csv");
    let words = ["list", "--where", "state=intake", "--out", out.to_str().unwrap()];
    assert!(sandbox.run(words).succeeds().said().starts_with("2 claimants in "));
    assert_eq!(std::fs::read_to_string(out).unwrap().lines().count(), 3);
    assert!(sandbox.run(["audit", "list"]).succeeds().said().contains("Exported a list"));
}

#[test]
fn a_condition_that_is_not_known_is_refused_rather_than_left_out() {
    let sandbox = Sandbox::with_matter();
    import(&sandbox, format!("{HEADING}\n{BRONWEN}\n")).succeeds();
    for wrong in ["shoe-size=9", "missing=shoes", "born=yesterday"] {
        let ended = sandbox.run(["list", "--where", wrong]);
        assert_ne!(ended.status(), 0, "{wrong}");
        assert!(!ended.complained().contains("panicked"), "{}", ended.complained());
    }
}

#[test]
fn those_of_whom_nothing_was_said_are_none() {
    let sandbox = Sandbox::with_matter();
    import(&sandbox, format!("{HEADING}\n{BRONWEN}\n")).succeeds();
    assert_eq!(sandbox.run(["--json", "override", "list"]).succeeds().json(), serde_json::json!([]));
}
