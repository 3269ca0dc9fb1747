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

#[test]
fn a_sheet_saved_by_excel_without_utf_8_keeps_its_accents_and_says_how_it_was_read() {
    let sandbox = Sandbox::with_matter();
    let mut sheet = format!("{HEADING}\n{BRONWEN}\nS-1,Si").into_bytes();
    sheet.push(0xe2); // "â" in Windows-1252, and nothing in UTF-8
    sheet.extend(b"n,O\x92Connor,1/1/1980,sian@gpost.example,3 Mill Lane,no\n");
    let report = import(&sandbox, sheet).succeeds().json();
    assert_eq!(report["encoding"], "windows-1252");
    assert_eq!(names(&sandbox), ["Bronwen Parry", "Siân O’Connor"]);
}

#[test]
fn two_columns_of_emails_and_four_of_an_address_are_joined_as_they_stand() {
    let sandbox = Sandbox::with_matter();
    let sheet = "sep=;\nForenames;Surname;Email;Work email;Address 1;Address 2;Town;County;Postcode;Email\n\
                 Bronwen;Parry;b@gpost.example;b@work.example;Flat 2, Tŷ Mawr;1 Mill Lane;Leeds;;LS1 4AP;b@old.example\n";
    import(&sandbox, sheet).succeeds();
    let contact = sandbox.run(["--json", "show", "1"]).succeeds().json()["claimant"]["contact"].take();
    let emails: Vec<_> =
        contact["emails"].as_array().unwrap().iter().map(|email| &email["address"]).collect();
    assert_eq!(emails, ["b@gpost.example", "b@work.example", "b@old.example"]);
    let address = &contact["addresses"][0];
    assert_eq!(address["lines"], serde_json::json!(["Flat 2, Tŷ Mawr", "1 Mill Lane", "Leeds"]));
    assert_eq!(address["postcode"], "LS1 4AP");
}

#[test]
fn of_two_columns_of_one_name_one_can_be_left_out() {
    let sandbox = Sandbox::with_matter();
    let path = sandbox.file("sheet.csv", format!("{HEADING},Surname\n{BRONWEN},Pugh\n"));
    let plan = serde_json::json!({ "path": path, "columns": [{ "heading": "surname (2)", "meaning": "" }] });
    sandbox.run(["call", "import.claimants", &plan.to_string()]).succeeds();
    assert_eq!(names(&sandbox), ["Bronwen Parry"]);
}

#[test]
fn titles_above_the_headings_and_blank_cells_left_out_at_the_end_of_a_row_do_no_harm() {
    let sandbox = Sandbox::with_matter();
    let sheet =
        "Campaign list 2021,,\n ,,\nForenames,Surname,DOB\nBronwen,Parry\nDafydd,Gwyn,3 May 1958,,,\n";
    let report = import(&sandbox, sheet).succeeds().json();
    assert_eq!((&report["good"], &report["bad"]), (&2.into(), &0.into()));
    assert_eq!(names(&sandbox), ["Bronwen Parry", "Dafydd Gwyn"]);
}

#[test]
fn characters_that_show_as_nothing_are_not_kept() {
    let sandbox = Sandbox::with_matter();
    import(&sandbox, "Forenames,Surname\nBron\u{0}wen,Par\u{7}ry\n").succeeds();
    assert_eq!(names(&sandbox), ["Bronwen Parry"]);
}
