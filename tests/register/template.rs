//! Templates that a lead firm supplies, good and bad.

use std::path::Path;

use rust_xlsxwriter::{DataValidation, DataValidationRule, Format, Formula, Workbook, Worksheet};
use serde_json::json;

use crate::stage::{Stage, template, template_with};

#[test]
fn columns_are_mapped_by_their_headings_and_the_choice_is_remembered() {
    let stage = Stage::matter();
    template(&stage.path("template.xlsx"));
    let view = stage.call("register.template", json!({ "path": stage.path("template.xlsx") }));
    let fields: Vec<&str> =
        view["columns"].as_array().unwrap().iter().map(|column| column["field"].as_str().unwrap()).collect();
    assert_eq!(
        fields,
        ["number", "surname", "forenames", "cohort", "date-of-birth", "entered", "phone", "value-band"]
    );
    assert_eq!(view["header_row"], 2);
    assert_eq!(view["columns"][7]["choices"], json!(["Up to £1,000", "£1,001 to £5,000", "Above £5,000"]));
    assert_eq!(view["open"], json!([]));

    let choice = json!([{ "heading": "value band", "field": "" }]);
    stage.call("register.template", json!({ "columns": choice }));
    let again = stage.call("register.template", json!({ "path": stage.path("template.xlsx") }));
    assert_eq!(again["columns"][7]["left_empty"], true, "the choice holds when the template comes again");
    let wrong = json!([{ "heading": "Value band", "field": "shoe-size" }]);
    assert_eq!(stage.refused("register.template", json!({ "columns": wrong })), "register-no-field");
}

#[test]
fn a_column_that_nobody_knows_must_be_decided_before_anything_is_written() {
    let stage = Stage::with_people();
    stage.call("register.enter", json!({ "unready": true }));
    template_with(&stage.path("template.xlsx"), |sheet| {
        sheet.write_string(1, 8, "Lead firm only").unwrap();
    });
    let view = stage.call("register.template", json!({ "path": stage.path("template.xlsx") }));
    assert_eq!(view["open"], json!(["Lead firm only"]));
    let out = json!({ "kind": "register", "audience": "confidential", "path": stage.path("out.xlsx") });
    assert_eq!(stage.refused("register.export", out.clone()), "register-column-open");
    assert!(!stage.path("out.xlsx").exists());
    stage.call("register.template", json!({ "columns": [{ "heading": "Lead firm only", "field": "" }] }));
    assert_eq!(stage.call("register.export", out)["in_template"], true);
}

#[test]
fn a_template_that_cannot_be_followed_is_refused_with_what_to_do() {
    let stage = Stage::matter();
    let refused = |spoil: &dyn Fn(&mut Worksheet)| {
        template_with(&stage.path("bad.xlsx"), |sheet| spoil(sheet));
        stage.refused("register.template", json!({ "path": stage.path("bad.xlsx") }))
    };
    let format = Format::new();
    let merge = |sheet: &mut Worksheet| {
        sheet.merge_range(1, 1, 1, 2, "Name", &format).unwrap();
    };
    assert_eq!(refused(&merge), "register-merged");
    let blank = |sheet: &mut Worksheet| {
        sheet.write_blank(1, 3, &format).unwrap();
    };
    assert_eq!(refused(&blank), "register-blank-heading");
    let twice = |sheet: &mut Worksheet| {
        sheet.write_string(1, 3, "surname").unwrap();
    };
    assert_eq!(refused(&twice), "register-heading-twice");

    let plain = |name: &str, fill: &dyn Fn(&mut Workbook)| {
        let mut book = Workbook::new();
        fill(&mut book);
        book.save(stage.path(name)).unwrap();
        stage.refused("register.template", json!({ "path": stage.path(name) }))
    };
    let rows = |sheet: &mut Worksheet, rows: &[&[&str]]| {
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(*cells) {
                sheet.write_string(row, column, *cell).unwrap();
            }
        }
    };
    let numbers = |book: &mut Workbook| {
        let sheet = book.add_worksheet();
        sheet.write_number(0, 0, 1).unwrap().write_number(0, 1, 2).unwrap();
    };
    assert_eq!(plain("numbers.xlsx", &numbers), "register-no-header");
    let nothing = |book: &mut Workbook| {
        book.add_worksheet();
    };
    assert_eq!(plain("nothing.xlsx", &nothing), "register-no-header");
    let two = |book: &mut Workbook| {
        rows(book.add_worksheet(), &[&["Surname", "Forenames", "Status"], &["text", "text", "of the list"]]);
    };
    assert_eq!(plain("two.xlsx", &two), "register-two-headers");
    let sheets = |book: &mut Workbook| {
        rows(book.add_worksheet(), &[&["Surname", "Forenames"]]);
        rows(book.add_worksheet(), &[&["Surname", "Forenames"]]);
    };
    assert_eq!(plain("sheets.xlsx", &sheets), "register-which-sheet");
}

#[test]
fn what_cannot_be_told_can_be_said() {
    let stage = Stage::matter();
    let path = stage.path("two.xlsx");
    two_headers(&path);
    let told = json!({ "path": path, "sheet": "register", "header_row": 2 });
    let view = stage.call("register.template", told);
    assert_eq!(view["columns"][1]["heading"], "Forenames");
    assert_eq!(
        stage.refused("register.template", json!({ "path": path, "sheet": "Nowhere" })),
        "register-no-sheet"
    );
    let blank = json!({ "path": path, "sheet": "Register", "header_row": 9 });
    assert_eq!(stage.refused("register.template", blank), "register-blank-header");
}

/// Two sheets, the second with two rows of words.
fn two_headers(path: &Path) {
    let mut book = Workbook::new();
    let notes = book.add_worksheet();
    notes
        .set_name("Notes")
        .unwrap()
        .write_string(0, 0, "Fill in")
        .unwrap()
        .write_string(0, 1, "each row")
        .unwrap();
    let sheet = book.add_worksheet();
    sheet.set_name("Register").unwrap();
    for (column, (group, heading)) in
        (0..).zip([("Person", "Surname"), ("Person", "Forenames"), ("Claim", "Status")])
    {
        sheet.write_string(0, column, group).unwrap().write_string(1, column, heading).unwrap();
    }
    book.save(path).unwrap();
}

/// A template as a lead firm makes it by hand: who returns it above, groups over the headings, formats on empty cells,
/// a column that is hidden, bounds that are formulas.
fn by_hand(path: &Path) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Register").unwrap();
    let rows: [&[&str]; 4] = [
        &["Case:", "Labour Party data breach"],
        &["Firm:", "Testwick & Co"],
        &["", "Person", "", "Claim", ""],
        &["Claimant\nno ", "Surname", "First name(s)", "Claim number", "Date of birth"],
    ];
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(row, column, *cell).unwrap();
        }
    }
    let day = Format::new().set_num_format("d mmm yyyy");
    for row in 4..40 {
        sheet.write_blank(row, 4, &day).unwrap();
    }
    sheet.set_column_hidden(3).unwrap();
    let born = DataValidationRule::Between(Formula::new("=DATE(1900,1,1)"), Formula::new("=TODAY()"));
    sheet.add_data_validation(4, 4, 999, 4, &DataValidation::new().allow_date_formula(born)).unwrap();
    book.save(path).unwrap();
}

#[test]
fn a_template_that_was_made_by_hand_is_followed_as_its_maker_meant_it() {
    let stage = Stage::with_people();
    stage.call("register.enter", json!({ "unready": true }));
    by_hand(&stage.path("hand.xlsx"));
    let view = stage.call("register.template", json!({ "path": stage.path("hand.xlsx") }));
    assert_eq!(view["header_row"], 4, "the row that says what a register holds");
    let fields: Vec<&str> =
        view["columns"].as_array().unwrap().iter().map(|column| column["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["number", "surname", "forenames", "claim-number", "date-of-birth"]);
    assert_eq!(
        view["columns"][4]["allowed"], "A date, d mmm yyyy",
        "the format of cells that are still empty"
    );
    assert_eq!(view["columns"][3]["hidden"], true);
    let checked = stage.call("register.check", json!({}));
    let note = checked["notes"][0].as_str().unwrap();
    assert!(note.contains("“Date of birth”") && note.contains("TODAY()"), "{note}");
    stage.export("register", "confidential", "out.xlsx");
    let again = stage.call("register.template", json!({ "path": stage.path("out.xlsx") }));
    assert_eq!((&again["header_row"], &again["columns"][3]["hidden"]), (&json!(4), &json!(true)));
    assert_eq!(again["columns"][4]["allowed"], "A date, d mmm yyyy");
}
