//! What does not come in, what is said of it, and that it holds nothing else up.

use joinder_tests::program::Sandbox;
use joinder_tests::sample;

use crate::sheet::{BRONWEN, DAFYDD, HEADING, error_file, import, names};

/// Asserts that the whole file is refused with `code` and words to act on, and that nothing came in.
#[track_caller]
fn refused(bytes: impl AsRef<[u8]>, code: &str) {
    let sandbox = Sandbox::with_matter();
    let ended = import(&sandbox, bytes).ends_with(1);
    let said = format!("{}{}", ended.said(), ended.complained());
    let error: serde_json::Value =
        serde_json::from_str(said.trim()).unwrap_or_else(|_| panic!("JSON: {said}"));
    let error = error.get("error").unwrap_or(&error);
    assert_eq!(error["code"], code);
    assert!(!error["message"].as_str().unwrap().is_empty() && !error["fix"].as_str().unwrap().is_empty());
    assert!(names(&sandbox).is_empty());
}

#[test]
fn an_empty_file_is_refused() {
    refused("", "csv-empty");
    refused("\n\n", "csv-empty");
}

#[test]
fn a_heading_without_rows_is_refused() {
    refused(format!("{HEADING}\n"), "csv-no-rows");
}

#[test]
fn two_columns_of_one_name_are_refused_since_nobody_can_say_which_counts() {
    refused(format!("{HEADING},Surname\n{BRONWEN},Pugh\n"), "csv-duplicate-column");
}

#[test]
fn a_missing_column_is_named() {
    refused("forenames,emails\nBronwen,bronwen@gpost.example\n", "csv-missing-column");
}

#[test]
fn a_workbook_renamed_to_csv_is_told_from_csv() {
    refused(b"PK\x03\x04 and so on", "csv-not-csv");
}

#[test]
fn a_damaged_letter_among_others_in_utf_8_holds_up_only_its_own_row() {
    let sandbox = Sandbox::with_matter();
    let bronwen = BRONWEN.replace("1 Mill Lane", "Tŷ Mawr");
    let mut sheet = format!("{HEADING}\n{bronwen}\nS-1,Si").into_bytes();
    sheet.push(0xe2); // "â" in Windows-1252, and nothing in UTF-8
    sheet.extend(format!("n,Evans,1/1/1980,sian@gpost.example,3 Mill Lane,no\n{DAFYDD}\n").bytes());
    let report = import(&sandbox, sheet).ends_with(4).json();
    assert_eq!(names(&sandbox), ["Bronwen Parry", "Dafydd Gwyn"]);
    let errors = error_file(&report);
    assert_eq!(errors.len(), 1);
    assert_eq!((errors[0][0].as_str(), errors[0][1].as_str()), ("3", "forenames"));
    assert!(errors[0][3].contains("Windows-1252") && errors[0][4].contains("UTF-8"), "{errors:?}");
}

#[test]
fn ten_megabytes_in_one_cell_hold_up_only_their_own_row() {
    let sandbox = Sandbox::with_matter();
    let huge = "x".repeat(10_000_000);
    let row = format!("H-1,Huw,Mawr,1/1/1980,huw@gpost.example,{huge},no");
    let report = import(&sandbox, format!("{HEADING}\n{row}\n{BRONWEN}\n")).ends_with(4).json();
    assert_eq!(names(&sandbox), ["Bronwen Parry"]);
    let errors = error_file(&report);
    assert_eq!(errors[0][1], "address");
    assert!(errors[0][2].len() < 1_000, "the cell itself is not repeated");
}

#[test]
fn a_row_with_a_cell_too_many_is_put_aside() {
    let sandbox = Sandbox::with_matter();
    let report = import(&sandbox, format!("{HEADING}\n{BRONWEN},stray\n{DAFYDD}\n")).ends_with(4).json();
    assert_eq!(names(&sandbox), ["Dafydd Gwyn"]);
    assert_eq!(error_file(&report)[0][0], "2");
}

#[test]
fn each_mistake_of_the_sample_is_named_with_row_column_and_remedy() {
    let sandbox = Sandbox::with_matter();
    let report = import(&sandbox, &sample::make()["claimants-with-mistakes.csv"]).ends_with(4).json();
    assert!(names(&sandbox).contains(&"Agatha Faultless".to_owned()));
    let errors = error_file(&report);
    let rows: Vec<&str> = errors.iter().map(|row| row[0].as_str()).collect();
    // Boris joins in 2031, Clara left before she joined, Duncan was born in 1890, Greta's address is none, and Hugo was
    // born on 31 February: none of them can be kept as given.
    for line in ["3", "4", "5", "8", "9"] {
        assert!(rows.contains(&line), "line {line} is in {errors:#?}");
    }
    assert!(!rows.contains(&"2"), "Agatha's row is right");
    assert!(errors.iter().all(|row| !row[1].is_empty()), "each names its column: {errors:#?}");
    assert!(errors.iter().all(|row| !row[3].is_empty() && !row[4].is_empty()), "{errors:#?}");
}

#[test]
fn a_corrected_row_comes_in_on_the_second_try() {
    let sandbox = Sandbox::with_matter();
    let wrong = DAFYDD.replace("3 May 1958", "31/02/1958");
    import(&sandbox, format!("{HEADING}\n{BRONWEN}\n{wrong}\n")).ends_with(4);
    let report = import(&sandbox, format!("{HEADING}\n{BRONWEN}\n{DAFYDD}\n")).succeeds().json();
    assert_eq!((&report["good"], &report["already_there"]), (&1.into(), &1.into()));
    assert_eq!(names(&sandbox), ["Bronwen Parry", "Dafydd Gwyn"]);
}

#[test]
fn rows_behind_a_quotation_mark_that_is_never_closed_are_not_lost_in_silence() {
    let sandbox = Sandbox::with_matter();
    let sheet = format!("{HEADING},own words\n{BRONWEN},fine\n{DAFYDD},\"He said\nA-1,Ann,Lee,,,,no,fine\n");
    let report = import(&sandbox, sheet).ends_with(4).json();
    assert_eq!(names(&sandbox), ["Bronwen Parry"]);
    let errors = error_file(&report);
    assert!(errors[0][3].contains("never closed"), "{errors:?}");
}
