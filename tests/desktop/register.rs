//! The register in the real window: filled, held against the lead firm's template, sealed, compared, written.

use std::fs;
use std::process::Command;

use joinder_tests::program::Sandbox;
use rust_xlsxwriter::{DataValidation, Format, Workbook};
use serde_json::json;

use crate::evidence::unlocked;

#[test]
fn imogen_files_the_register_in_the_lead_firms_template() {
    let sandbox = Sandbox::with_matter();
    for (forenames, surname) in [("Ngozi", "Eze"), ("Aled", "Parry"), ("Siân", "Testwick")] {
        let claimant = json!({ "claimant": {
            "identity": { "forenames": forenames, "surname": surname, "date_of_birth": "1984-02-29" },
            "consents": [{ "kind": "joined-as-claimant", "given": true, "at": "2026-10-05T10:00:00Z" }],
        }});
        sandbox.run(["call", "claimant.add", &claimant.to_string()]).succeeds();
    }
    let nobody = json!({ "claimant": { "identity": { "forenames": "Tomasz", "surname": "Undecided" } } });
    sandbox.run(["call", "claimant.add", &nobody.to_string()]).succeeds();
    let (template, received) = (sandbox.path("template.xlsx"), sandbox.path("received.xlsx"));
    workbook(&template, &[]);
    workbook(
        &received,
        &[
            ["1", "Khan", "Maybe"],
            ["2", "Khan", "Confirmed"],
            ["2", "Lowe", "Confirmed"],
            ["4", "Lowe", "confirmed"],
        ],
    );
    let window = unlocked(&sandbox);

    window.go("Register");
    window.arrive("Register");
    window.see("Nobody is on the register.");
    window.press("Enter the 4 claimants who are not on it");
    window.see("4 claimants were not entered:");
    window.see("No file was made for the claimant to approve.");
    window.look("register-refused");
    window.press("Enter the 3 who have consented, though something else is missing");
    window.see("3 claimants were entered, with the numbers 1 to 3.");
    window.see("C-000004");
    window.see("Siân Testwick");
    window.look("register");
    window.look_large("register-large");

    window.press("Template");
    window.fill("Workbook that the lead firm supplied", &template.display().to_string());
    window.press("Read the template");
    window.see("Template: template.xlsx");
    window.see("“Not confirmed by notice” is written “Unconfirmed”");
    window.press("Check the register");
    window.see("No faults");
    window.look("register-template");

    window.press("Another firm's register");
    window.fill("Register to check (.xlsx or .csv)", &received.display().to_string());
    window.press("Check the file");
    window.see("3 faults");
    window.see("“Maybe” is not in the list of this column.");
    window.see("The number “2” is already on row");
    window.see("“confirmed” is not written as in the list of this column.");
    window.see("Choose one of “Confirmed”, “Unconfirmed”.");
    window.look("register-faults");
    window.look_large("register-faults-large");

    window.press("Sealed versions");
    window.fill("What the register is sealed for, such as “Filed on 3 November”", "Filed on 23 November");
    window.press("Seal the register as it stands");
    window.see("Filed on 23 November");
    window.press("Compare");
    window.see("3 added, 0 withdrawn, 0 amended");
    window.look("register-versions");

    window.press("Claim forms and settings");
    window.fill("Court", "High Court of Justice");
    window.see("Claim form 1, with 3 claimants");
    window.look("register-settings");

    window.press("Write");
    let out = sandbox.path("schedule.pdf");
    window.fill("File to write", &out.display().to_string());
    window.click("//button[@type='submit' and normalize-space()='Write']");
    window.see("Wrote schedule.pdf: 3 rows on one page.");
    window.look("register-written");
    let text = Command::new("pdftotext").arg(&out).arg("-").output().unwrap();
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    assert!(text.contains("Eze") && !text.contains("1984"), "{text}");
    assert!(fs::read(&out).unwrap().starts_with(b"%PDF"));
}

/// A template of three columns; with rows, a register in it.
fn workbook(path: &std::path::Path, rows: &[[&str; 3]]) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Group register").unwrap();
    for (column, heading) in (0..).zip(["Claimant No", "Surname", "Confirmed/Unconfirmed"]) {
        sheet.write_string_with_format(0, column, heading, &Format::new().set_bold()).unwrap();
    }
    let cohort = DataValidation::new().allow_list_strings(&["Confirmed", "Unconfirmed"]).unwrap();
    sheet.add_data_validation(1, 2, 999, 2, &cohort).unwrap();
    for (row, [number, surname, cohort]) in (1..).zip(rows) {
        sheet.write_number(row, 0, number.parse::<f64>().unwrap()).unwrap();
        sheet.write_string(row, 1, *surname).unwrap().write_string(row, 2, *cohort).unwrap();
    }
    book.save(path).unwrap();
}
