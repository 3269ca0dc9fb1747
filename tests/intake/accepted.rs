//! What comes in, however the spreadsheet was saved.

use joinder_tests::program::Sandbox;
use joinder_tests::sample;

use crate::sheet::{BRONWEN, DAFYDD, HEADING, import, names};

#[test]
fn a_sheet_saved_by_excel_with_a_byte_order_mark_comes_in() {
    let sandbox = Sandbox::with_matter();
    let report =
        import(&sandbox, format!("\u{feff}{HEADING}\r\n{BRONWEN}\r\n{DAFYDD}\r\n")).succeeds().json();
    assert_eq!((&report["good"], &report["bad"]), (&2.into(), &0.into()));
    assert_eq!(names(&sandbox), ["Bronwen Parry", "Dafydd Gwyn"]);
}

#[test]
fn columns_may_stand_in_any_order_and_unknown_ones_are_named() {
    let sandbox = Sandbox::with_matter();
    let sheet = "shoe size,Surname,FORENAMES,E-mail\n41,Parry,Bronwen,bronwen@gpost.example\n";
    let report = import(&sandbox, sheet).succeeds().json();
    assert_eq!(report["unknown_columns"], serde_json::json!(["shoe size"]));
    assert_eq!(names(&sandbox), ["Bronwen Parry"]);
}

#[test]
fn line_breaks_within_a_cell_stay_in_the_cell() {
    let sandbox = Sandbox::with_matter();
    let row = "B-1,Bronwen,Parry,14/02/1971,bronwen@gpost.example,\"1 Mill Lane\r\nHeadingley\r\nLeeds\",yes";
    import(&sandbox, format!("{HEADING}\n{row}\n{DAFYDD}\n")).succeeds();
    assert_eq!(names(&sandbox), ["Bronwen Parry", "Dafydd Gwyn"]);
    let record = sandbox.run(["--json", "show", "1"]).succeeds().json();
    let lines = &record["claimant"]["contact"]["addresses"][0]["lines"];
    assert_eq!(*lines, serde_json::json!(["1 Mill Lane", "Headingley", "Leeds"]));
}

#[test]
fn a_vague_date_keeps_its_words_and_never_becomes_the_first_of_january() {
    let sandbox = Sandbox::with_matter();
    let sheet = "forenames,surname,episode 1 kind,episode 1 start,episode 1 end,episode 1 ending\n\
                 Bernard,Testwick,member,about 2016,mid 2020,resigned\n\
                 Elen,Prawf,member,don't know,,\n";
    import(&sandbox, sheet).succeeds();
    let bernard = sandbox.run(["--json", "show", "1"]).succeeds().json();
    let end = &bernard["claimant"]["episodes"][0]["end"];
    assert_eq!(end["text"], "mid 2020");
    assert_eq!((&end["earliest"], &end["latest"]), (&"2020-05-01".into(), &"2020-08-31".into()));
    let elen = sandbox.run(["--json", "show", "2"]).succeeds().json();
    let episode = &elen["claimant"]["episodes"][0];
    assert_eq!(episode["start"]["precision"], "unknown", "“don't know” is an answer");
    assert!(episode["end"].is_null(), "a blank is none");
}

#[test]
fn the_same_file_twice_adds_nothing() {
    let sandbox = Sandbox::with_matter();
    let sheet = format!("{HEADING}\n{BRONWEN}\n{DAFYDD}\n");
    import(&sandbox, &sheet).succeeds();
    let again = import(&sandbox, &sheet).succeeds().json();
    assert_eq!((&again["good"], &again["already_there"]), (&0.into(), &2.into()));
    assert_eq!(names(&sandbox).len(), 2);
}

#[test]
fn a_dry_run_says_what_would_happen_and_changes_nothing() {
    let sandbox = Sandbox::with_matter();
    let file = sandbox.file("sheet.csv", format!("{HEADING}\n{BRONWEN}\n{DAFYDD}\n"));
    let words =
        ["--json".as_ref(), "import".as_ref(), "claimants".as_ref(), file.as_os_str(), "--dry-run".as_ref()];
    let report = sandbox.run(words).succeeds().json();
    assert_eq!(report["good"], 2);
    assert!(names(&sandbox).is_empty());
}

#[test]
fn everybody_of_the_sample_comes_in() {
    let sandbox = Sandbox::with_matter();
    let files = sample::make();
    let report = import(&sandbox, &files["claimants.csv"]).json();
    assert_eq!(report["bad"], 0, "{:#}", report["problems"]);
    let rows = csv::Reader::from_reader(files["claimants.csv"].as_slice()).records().count();
    assert_eq!(report["good"], rows);
    assert!(names(&sandbox).iter().any(|name| name.starts_with("தமிழரசன்")));
}
