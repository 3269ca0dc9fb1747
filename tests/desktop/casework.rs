//! A list worked through: by the keyboard alone, and by conditions, columns and kept views.

use std::fmt::Write as _;
use std::fs;

use joinder_tests::program::{PASSPHRASE, Sandbox};

use crate::ENTER;
use crate::evidence::unlocked;
use crate::window::{CTRL, DOWN, Window};

fn open() -> (Sandbox, Window) {
    let sandbox = Sandbox::with_matter();
    let mut text =
        "reference,forenames,surname,nation at incident,episode 1 kind,episode 1 start\n".to_owned();
    for n in 10..40 {
        writeln!(text, "R{n},Ewan,Testwick{n},England,member,2010").unwrap();
    }
    let csv = sandbox.file("people.csv", text);
    sandbox.run(["import".as_ref(), "claimants".as_ref(), csv.as_os_str()]).succeeds();
    let window = unlocked(&sandbox);
    window.see("30 claimants");
    (sandbox, window)
}

#[test]
fn imogen_tags_two_files_and_takes_it_back_with_the_keyboard_alone() {
    let (_sandbox, window) = open();
    for keys in ["/", DOWN, "x", DOWN, "x"] {
        window.keys(keys);
    }
    window.see("2 claimants are ticked");
    window.look("list-ticked");
    window.keys("t");
    window.see("Tag 2 files");
    window.keys("call back");
    window.see("2 files will change.");
    window.look("work-tag");
    window.keys(ENTER);
    window.see("Undo: tag “call back” on 2 files");
    window.keys("w");
    window.see("Who works on these 2 files?");
    window.see("2 files will change.");
    window.keys("\u{E004}");
    window.keys(ENTER);
    window.see("Undo: who works on 2 files");
    window.keys(&format!("{CTRL}z"));
    window.see("Undone: who works on 2 files.");
    window.keys(&format!("{CTRL}z"));
    window.see("Undone: tag “call back” on 2 files.");
    window.keys(&format!("{CTRL}k"));
    window.see("An action, a kept view or a claimant");
    window.keys("testwick25");
    window.attribute("//dialog//li[contains(., 'Ewan Testwick25')]", "role");
    window.look("palette");
    window.keys(ENTER);
    window.arrive("Ewan Testwick25");
    window.keys("?");
    window.see("Keyboard shortcuts");
    window.look("shortcuts");
}

#[test]
fn imogen_sees_in_the_morning_what_waits_and_opens_it() {
    let (_sandbox, window) = open();
    window.go("Today");
    window.arrive("Today");
    window.see("Nobody has looked at them yet.");
    window.see("You are here for the first time.");
    for (width, height) in [(1920, 1080), (1280, 800)] {
        window.resize(width, height);
        window.look(&format!("today-{width}"));
    }
    window.press("New files that nobody works on");
    window.arrive("Claimants");
    window.see("30 of 30 match");
    window.look("list-today");
}

#[test]
fn imogen_narrows_a_list_keeps_it_moves_a_file_and_exports_what_is_left() {
    let (sandbox, window) = open();
    window.keys("/");
    window.keys("testwick17");
    window.see("One of 30 matches");
    window.keys(ENTER);
    window.keys(ENTER);
    window.arrive("Ewan Testwick17");
    window.press("Move to Needs information");
    window.see("needs a reason");
    window.look("work-move");
    window.fill("Reason", "no address yet");
    window.see("One file will change.");
    window.press("Move");
    window.see("(no address yet)");
    window.look("record-work");

    window.go("Claimants");
    window.arrive("Claimants");
    window.press("Show everybody");
    window.click("//summary[normalize-space(.)='More conditions']");
    window.choose("Narrow by", "Work");
    window.choose("To", "Needs information (1)");
    window.see("One of 30 matches");
    window.press("Columns");
    window.tick("Missing");
    window.look("columns");
    window.press("Close");
    window.see("Email address, Address");
    window.press("Keep this view");
    window.fill("Name of the view", "To chase");
    window.look("view-save");
    window.press("Keep");
    window.see("Undo: keeping the view “To chase”");
    window.press("Show everybody");
    window.see("30 claimants");
    window.press("To chase");
    window.see("One of 30 matches");
    window.look("list-kept");

    let out = sandbox.path("list.csv");
    window.press("Export");
    window.fill("File, ending in .xlsx or .csv", &out.display().to_string());
    window.press("Write file");
    window.see("One claimant is in list.csv.");
    let text = fs::read_to_string(out).unwrap();
    assert!(text.lines().nth(1).unwrap().contains("Needs information"), "{text}");
}

#[test]
fn a_matter_that_is_open_in_one_window_is_not_opened_in_another() {
    let (sandbox, first) = open();
    let matter = sandbox.matter().display().to_string();
    let second = Window::open(&sandbox.path("second"), &["--matter", &matter]);
    second.arrive("Unlock the matter");
    second.fill("Passphrase", PASSPHRASE);
    second.press("Unlock");
    second.see("This matter is open in another window or program.");
    second.look("open-elsewhere");
    first.press("Lock");
    first.arrive("Unlock the matter");
    second.fill("Passphrase", PASSPHRASE);
    second.press("Unlock");
    second.arrive("Today");
}

#[test]
fn imogen_changes_a_record_where_she_reads_it_and_each_field_has_its_line_in_the_history() {
    let (_sandbox, window) = open();
    window.keys("/");
    window.keys("testwick12");
    window.see("One of 30 matches");
    window.keys(ENTER);
    window.keys(ENTER);
    window.arrive("Ewan Testwick12");
    window.click("//div[h3[contains(., 'Who the person is')]]//button");
    window.fill("Surname", "Testwick-Jones");
    window.keys("\u{E004}");
    window.arrive("Ewan Testwick-Jones");
    window.see("Saved");
    window.fill("Likes to be called (optional)", "Jonesy");
    window.keys("\u{E004}");
    window.see("Undo: change of preferred name of C-000003");
    window.look("record-in-place");
    // What is wrong is not saved, is kept as it was typed, and says what it is.
    window.fill_day("Date of birth", "5", "5", "2090");
    window.keys("\u{E004}");
    window.see("Not saved yet: something has to be corrected");
    window.fill_day("Date of birth", "5", "5", "1990");
    window.press("Done");
    window.see("Undo: change of date of birth of C-000003");
    window.see("surname: from Testwick12 to Testwick-Jones");
    window.see("preferred name: from blank to Jonesy");
    window.keys(&format!("{CTRL}z"));
    window.see("Undone: change of date of birth");
    window.keys(&format!("{CTRL}z"));
    window.see("Undone: change of preferred name");
    window.keys(&format!("{CTRL}z"));
    window.arrive("Ewan Testwick12");
}
