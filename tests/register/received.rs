//! A register that another firm sends, held against the lead firm's template; no matter is needed.

use std::fs;

use serde_json::{Value, json};

use crate::stage::{Cell, HEADINGS, Stage, good_rows, register, register_with, template};

struct Desk {
    stage: Stage,
}

impl Desk {
    fn new() -> Self {
        let stage = Stage::empty();
        template(&stage.path("template.xlsx"));
        Self { stage }
    }

    fn check(&self, rows: &[Vec<Cell>]) -> Vec<(u64, String, String)> {
        register(&self.stage.path("register.xlsx"), HEADINGS, rows);
        faults(&self.validate("register.xlsx"))
    }

    fn validate(&self, file: &str) -> Value {
        let input = json!({ "path": self.stage.path(file), "template": self.stage.path("template.xlsx") });
        self.stage.call("register.validate", input)
    }

    fn csv(&self, text: &str) -> Vec<(u64, String, String)> {
        fs::write(self.stage.path("register.csv"), text).unwrap();
        faults(&self.validate("register.csv"))
    }
}

fn faults(checked: &Value) -> Vec<(u64, String, String)> {
    let faults = checked["faults"].as_array().unwrap();
    assert_eq!(checked["total"], faults.len());
    for fault in faults {
        for key in ["message", "fix"] {
            let words = fault[key].as_str().unwrap();
            assert!(
                !words.is_empty() && !words.starts_with("register-") && !words.contains('{'),
                "{fault:#}"
            );
        }
    }
    let text = |fault: &Value, key: &str| fault[key].as_str().unwrap().to_owned();
    faults
        .iter()
        .map(|fault| (fault["row"].as_u64().unwrap(), text(fault, "column"), text(fault, "code")))
        .collect()
}

fn found(row: u64, column: &str, code: &str) -> (u64, String, String) {
    (row, column.to_owned(), code.to_owned())
}

#[test]
fn a_register_in_the_template_has_no_faults() {
    let desk = Desk::new();
    assert_eq!(desk.check(&good_rows()), []);
    assert_eq!(desk.validate("register.xlsx")["rows"], 4);
}

#[test]
fn three_planted_faults_are_found_and_nothing_else() {
    let desk = Desk::new();
    let mut rows = good_rows();
    rows[1][3] = Cell::Text("Maybe");
    rows[2][4] = Cell::Text("04/05/1971");
    rows[3][0] = Cell::Number(1.0);
    assert_eq!(
        desk.check(&rows),
        [found(4, "D", "not-listed"), found(5, "E", "text-day"), found(6, "A", "number-twice")]
    );
    let checked = desk.validate("register.xlsx");
    let wrong = &checked["faults"][0];
    assert_eq!(wrong["heading"], "Confirmed/Unconfirmed");
    assert_eq!(wrong["found"], "Maybe");
    assert_eq!(wrong["allowed"], json!(["Confirmed", "Unconfirmed"]));
    assert!(wrong["fix"].as_str().unwrap().contains("“Confirmed”, “Unconfirmed”"));
    assert!(checked["faults"][2]["message"].as_str().unwrap().contains("row 3"));
}

#[test]
fn what_a_spreadsheet_did_to_values_is_named() {
    let desk = Desk::new();
    let mut rows = good_rows();
    rows[0][4] = Cell::Number(26_057.0); // A date that lost its format.
    rows[0][6] = Cell::Number(7_700_900_456.0); // A telephone number that lost its zero.
    rows[1][6] = Cell::Text("7.7009E+09");
    rows[2][6] = Cell::Day(2026, 3, 7); // "7-3" that became a date.
    rows[2][7] = Cell::Text("above £5,000 ");
    rows[3][1] = Cell::None;
    rows[3][5] = Cell::Formula("=TODAY()");
    rows[3][0] = Cell::Number(4.5);
    let faults = desk.check(&rows);
    assert_eq!(
        faults,
        [
            found(3, "E", "number-day"),
            found(3, "G", "number-for-words"),
            found(4, "G", "shortened"),
            found(5, "G", "day-for-words"),
            found(5, "H", "nearly-listed"),
            found(6, "A", "not-whole"),
            found(6, "B", "blank"),
            found(6, "F", "formula"),
        ]
    );
    let checked = desk.validate("register.xlsx");
    assert_eq!(checked["faults"][0]["allowed"], json!(["04/05/1971"]), "what the number would be as a date");
    assert_eq!(checked["faults"][4]["allowed"], json!(["Above £5,000"]));
}

#[test]
fn headings_must_be_the_templates_own() {
    let desk = Desk::new();
    let rows = good_rows();
    let with = |headings: &[&str]| {
        register(&desk.stage.path("register.xlsx"), headings, &rows);
        faults(&desk.validate("register.xlsx"))
    };
    let mut headings = HEADINGS.to_vec();
    headings[1] = "SURNAME ";
    assert_eq!(with(&headings), [found(2, "B", "heading-spelling")]);
    headings[1] = "Family";
    assert_eq!(with(&headings), [found(2, "B", "heading-unknown")]);
    headings[1] = "Surname";
    headings.push("Shoe size");
    assert_eq!(with(&headings), [found(2, "I", "heading-unknown")]);
    // One missing column does not put every column after it out of place.
    let headings: Vec<&str> = HEADINGS.iter().copied().filter(|heading| *heading != "Surname").collect();
    let rows: Vec<Vec<Cell>> = rows.iter().map(|row| [&row[..1], &row[2..]].concat()).collect();
    register(&desk.stage.path("register.xlsx"), &headings, &rows);
    assert_eq!(faults(&desk.validate("register.xlsx")), [found(2, "B", "heading-missing")]);
}

#[test]
fn a_column_in_another_place_is_one_fault() {
    let desk = Desk::new();
    let swap = |row: &[Cell]| [&row[1..8], &row[..1]].concat();
    let mut headings = HEADINGS.to_vec();
    headings.rotate_left(1);
    let rows: Vec<Vec<Cell>> = good_rows().iter().map(|row| swap(row)).collect();
    register(&desk.stage.path("register.xlsx"), &headings, &rows);
    assert_eq!(faults(&desk.validate("register.xlsx")), [found(2, "H", "heading-place")]);
}

#[test]
fn merged_cells_and_values_without_a_heading_are_named() {
    let desk = Desk::new();
    register_with(&desk.stage.path("register.xlsx"), HEADINGS, &good_rows(), |sheet| {
        sheet.merge_range(4, 1, 5, 1, "Parry", &rust_xlsxwriter::Format::new()).unwrap();
        sheet.write_string(3, 9, "see file").unwrap();
    });
    assert_eq!(
        faults(&desk.validate("register.xlsx")),
        [found(4, "J", "no-heading"), found(5, "B", "merged"), found(6, "B", "blank")]
    );
}

#[test]
fn csv_is_checked_as_text() {
    let desk = Desk::new();
    let head = HEADINGS.join(",");
    let good = "1,Achebe,Chidi,Confirmed,04/05/1971,01/10/2026,07700900456,\"Up to £1,000\"\n";
    assert_eq!(desk.csv(&format!("{head}\n{good}")), []);
    let semicolons =
        format!("\u{feff}{head}\n{good}").replace(',', ";").replace("\"Up to £1;000\"", "\"Up to £1,000\"");
    assert_eq!(desk.csv(&semicolons), [], "semicolons and a byte order mark are as good");
    let bad = "2,=cmd|' /C calc'!A0,Chidi,Confirmed,1971,44470,7.70E+09,\n";
    assert_eq!(
        desk.csv(&format!("{head}\n{good}{bad}")),
        [
            found(3, "B", "like-formula"),
            found(3, "E", "number-day"),
            found(3, "F", "number-day"),
            found(3, "G", "shortened"),
        ]
    );
}

#[test]
fn files_that_are_no_register_are_refused_with_what_to_do() {
    let desk = Desk::new();
    let refused = |file: &str, bytes: &[u8]| {
        fs::write(desk.stage.path(file), bytes).unwrap();
        let input = json!({ "path": desk.stage.path(file), "template": desk.stage.path("template.xlsx") });
        desk.stage.refused("register.validate", input)
    };
    assert_eq!(
        refused("old.xls", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        "register-old-workbook"
    );
    assert_eq!(refused("broken.xlsx", b"PK\x03\x04 and nothing else"), "register-not-workbook");
    assert_eq!(refused("latin.csv", b"Claimant No,Surname\n1,Nu\xf1ez\n"), "register-csv-not-utf8");
    assert_eq!(refused("empty.csv", b""), "register-csv-empty");
    let mut cut = fs::read(desk.stage.path("template.xlsx")).unwrap();
    cut.truncate(cut.len() / 2);
    let code = refused("cut.xlsx", &cut);
    assert!(
        ["register-damaged-workbook", "register-not-workbook", "register-no-headings"]
            .contains(&code.as_str()),
        "{code}"
    );
    register(&desk.stage.path("other.xlsx"), &["Fish", "Chips"], &[]);
    let input =
        json!({ "path": desk.stage.path("other.xlsx"), "template": desk.stage.path("template.xlsx") });
    assert_eq!(desk.stage.refused("register.validate", input), "register-no-headings");
}

#[test]
fn numbers_that_are_none_and_rows_that_are_empty_are_named_where_they_stand() {
    let desk = Desk::new();
    let headings = ["Claimant No", "Surname"];
    let path = |file: &str| desk.stage.path(file);
    register(&path("plain.xlsx"), &headings, &[]);
    let row = |number| vec![number, Cell::Text("Parry")];
    let rows = [
        Cell::Number(1.0),
        Cell::Text("2"),
        Cell::None,
        Cell::Number(-3.0),
        Cell::Number(4.5),
        Cell::Text("AB-7"),
    ];
    let mut rows: Vec<Vec<Cell>> = rows.map(row).to_vec();
    rows[2][1] = Cell::None;
    register(&path("theirs.xlsx"), &headings, &rows);
    let validate = |file: &str| {
        desk.stage.call(
            "register.validate",
            json!({ "path": path(file), "template": path("plain.xlsx"), "header_row": 2, "register_header_row": null }),
        )
    };
    let checked = validate("theirs.xlsx");
    assert_eq!(
        faults(&checked),
        [found(4, "A", "text-number"), found(6, "A", "no-number"), found(7, "A", "not-whole")]
    );
    let note = checked["notes"].as_array().unwrap().iter().find_map(|note| note.as_str()).unwrap();
    assert!(note.contains("Row 5 is empty"), "{note}");

    let text = "Group register, October 2026\n\nClaimant No,Surname\n1,\"Parry\nJones\"\n\n1,Okri\n";
    fs::write(path("theirs.csv"), text).unwrap();
    assert_eq!(
        faults(&validate("theirs.csv")),
        [found(6, "A", "number-twice")],
        "as a spreadsheet counts rows"
    );
}
