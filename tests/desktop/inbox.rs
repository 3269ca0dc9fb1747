//! An inbox of more than a thousand items, and what becomes of what does not belong there, in the real window.

use joinder_tests::archive::zip;
use joinder_tests::program::Sandbox;

use crate::ENTER;
use crate::evidence::{sent_in, unlocked};
use crate::window::Window;

/// Letters from and to people whom nobody knows.
const LETTERS: usize = 1_200;

#[test]
fn gwen_keeps_an_inbox_of_more_than_a_thousand_items() {
    let sandbox = Sandbox::with_matter();
    let folder = sent_in(&sandbox, &["S-007", "S-059"], &[("letters.zip", letters())]);
    sandbox.run(["import".as_ref(), "evidence".as_ref(), folder.as_os_str()]).succeeds();
    let window = unlocked(&sandbox);

    window.go("Unassigned evidence");
    window.see("1,202 items wait");
    window.resize(1920, 1080);
    window.look("inbox-full");
    window.resize(1280, 860);
    window.look_large("inbox-full");
    go_to_the_end(&window);
    read_the_picture(&window);
    set_aside_and_remove(&window);
    write_out(&window, &sandbox);
}

fn letters() -> Vec<u8> {
    let mail = |n: usize| {
        format!(
            "From: Friend {n} <friend{n}@example.org>\r\nTo: somebody{n}@example.com\r\nSubject: Letter {n}\r\n\
             Date: Fri, 05 Nov 2021 10:00:00 +0000\r\nMessage-ID: <{n}@example.org>\r\n\r\nDear friend {n}.\r\n"
        )
    };
    let files: Vec<(String, String)> =
        (0..LETTERS).map(|n| (format!("letters/{n:04}.eml"), mail(n))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, mail)| (name.as_str(), mail.as_str())).collect();
    zip(&files)
}

/// Rows are fetched as they come into sight.
fn go_to_the_end(window: &Window) {
    window.run(
        "const list = [...document.querySelectorAll('*')].find((one) => one.scrollHeight > 20000 && \
         getComputedStyle(one).overflowY !== 'visible'); list.scrollTop = list.scrollHeight;",
    );
    window.see("1199.eml");
    window.look("inbox-full-end");
    window.run(
        "[...document.querySelectorAll('*')].find((one) => one.scrollHeight > 20000 && \
         getComputedStyle(one).overflowY !== 'visible').scrollTop = 0;",
    );
}

/// Where Tesseract is installed it reads what is in the picture; where it is not, the page says so.
fn read_the_picture(window: &Window) {
    window.click("//td[contains(normalize-space(.), 'S-059-screenshot.png')]");
    window.press("Open");
    window.see("Text in the picture");
    let can_read = window.run(
        "return new Promise((done) => {
           const look = () => {
             const section = document.querySelector('[aria-labelledby=h-ocr]');
             if (section?.querySelector('h2 + p')) done(section.querySelector(':scope > button') !== null);
             else requestAnimationFrame(look);
           };
           look();
         });",
    );
    if can_read == true {
        window.press("Read the text");
        window.see("A program misreads letters");
        window.click("//summary[normalize-space(.)='What was read']");
    }
    window.look("picture-text");
    window.press("Back");
    window.arrive("Unassigned evidence");
}

fn set_aside_and_remove(window: &Window) {
    window.click("//td[contains(normalize-space(.), 'S-059-screenshot.png')]");
    window.keys("s");
    window.fill("Why is it not used?", "It is somebody’s holiday");
    window.keys(ENTER);
    window.see("was set aside");
    window.press("Set aside");
    window.arrive("Evidence set aside");
    window.look("aside");
    window.press("Open");
    window.see("Put back");
    window.press("Remove");
    window.fill("Why is it removed?", "Sent in by mistake");
    window.look("remove");
    window.press("Remove for good");
    window.see("was removed.");
    window.look("removed");
    window.press("Close");
    window.see("Nothing is set aside.");
    window.press("Waiting");
    window.see("1,201 items wait");
}

fn write_out(window: &Window, sandbox: &Sandbox) {
    window.click("//td[contains(normalize-space(.), 'S-007-statement.pdf')]");
    window.press("Open");
    window.press("Export");
    let out = sandbox.path("originals");
    window.fill("Folder for the export", &out.display().to_string());
    window.look("export");
    window.press("Write files");
    window.see("Beside the originals lie:");
    window.look("exported");
    window.resize(1920, 1080);
    window.look("item-wide");
    assert!(out.join("custody-report.pdf").is_file() && out.join("SHA256SUMS").is_file());
}
