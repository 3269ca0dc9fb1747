//! The main job in the real window, as a paralegal does it.

mod answers;
mod bundle;
mod casework;
mod colleagues;
mod consensus;
mod day;
mod driver;
mod evidence;
mod inbox;
mod insight;
mod mailbox;
mod papers;
mod register;
mod registration;
mod right;
mod screens;
mod window;

use std::fs;
use std::path::Path;

use window::{ENTER, Window};

const NOTICE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/sample/evidence/S-002-notice.eml");

#[test]
fn gwen_takes_bernard_from_first_call_to_claim_bundle() {
    let folder = tempfile::tempdir().unwrap();
    let window = Window::open(folder.path(), &[]);

    create_the_matter(&window, &folder.path().join("matter"));
    register_bernard(&window);
    add_his_notice(&window);
    read_why(&window);
    preview_his_bundle(&window);
    make_his_bundle(&window, &folder.path().join("bundles"));
    look_around(&window);
    come_back(&window);
}

fn create_the_matter(window: &Window, folder: &Path) {
    window.arrive("Where do you want to start?");
    window.look("start");
    window.press("Create a matter");
    window.arrive("Create a matter");
    window.press("Create matter");
    window.see("answers need correcting");
    window.look("create-refused");
    window.fill("Name of the matter", "Data incident of 2021");
    window.fill("Matter folder", &folder.display().to_string());
    window.fill("Full name", "Gwen Price");
    window.fill("Sign-in", "gwen");
    window.fill("New passphrase", "four unrelated quiet words");
    window.fill("Same passphrase again", "four unrelated quiet words");
    window.look("create");
    window.press("Create matter");

    window.arrive("Your recovery key");
    window.look("recovery-key");
    window.tick("I have written it down");
    window.press("Go to the matter");
    window.arrive("Today");
    window.see("There is nobody here yet");
    window.look("today-empty");
    window.go("Claimants");
    window.arrive("Claimants");
    window.see("There is nobody here yet");
    window.look("empty");
}

fn register_bernard(window: &Window) {
    window.press("New claimant");
    window.arrive("New claimant");
    window.press("Add claimant");
    window.see("need");
    window.look("claimant-refused");
    window.fill("Forenames", "Bernard");
    window.fill("Surname", "Testwick");
    window.fill("Email address", "bernard.testwick@gpost.example");
    window.fill("Address, without postcode", "22 Fixture Street\u{E006}Exampleton");
    window.fill("Postcode", "AA1 2AB");
    window.choose("Nation of residence", "England");
    window.choose("The person was", "Member");
    window.fill_date_in_words("Began", "about 2016");
    window.fill_date_in_words("Ended", "mid 2020");
    window.see("Read as:");
    window.choose("How it ended", "I resigned");
    window.answer("Did the person get a notice?", "Yes");
    window.fill(
        "What happened, and what it did to them",
        "I had left more than a year before. I wrote to ask why they still had anything of mine.",
    );
    window.look("claimant-form");
    window.press("Add claimant");
    window.arrive("Bernard Testwick");
    window.see("mid 2020");
}

fn add_his_notice(window: &Window) {
    window.press("Add evidence");
    window.fill("Or type paths of files or folders, one on each line", NOTICE);
    window.look("add-evidence");
    window.press("Add these paths");
    window.arrive("What was taken in");
    window.see("One file was added.");
    window.look("evidence-report");
    window.press("Back");
    window.see("Evidence (1)");
}

/// The date is vague and the answer is not: whichever day of mid 2020 it was, he had left before the incident.
fn read_why(window: &Window) {
    window.see("Settled");
    let status = window.read("//dl[contains(@class, 'axes')]/div[1]/dd");
    assert!(status.contains("ormer member"), "his status at the incident is {status}");
    let reasons = window.read("//ol[@aria-labelledby='h-reasons']");
    assert!(reasons.contains("Rule "), "the reasons name no rule: {reasons}");
    assert!(reasons.contains("mid 2020"), "the reasons do not name the vague date: {reasons}");
    window.look("record");
    window.press("S-002-notice.eml");
    window.see("What it proves");
    window.look("evidence");
    window.press("Back");
    window.arrive("Bernard Testwick");
}

fn preview_his_bundle(window: &Window) {
    window.press("Preview bundle");
    window.arrive("Bundle of Bernard Testwick");
    let picture = "//img[starts-with(@alt, 'Page 1 of')]";
    assert!(window.attribute(picture, "alt").ends_with("of the claim bundle of Bernard Testwick"));
    let ink = window.run(
        "const page = document.querySelector('.paper img');
         const paper = document.createElement('canvas');
         [paper.width, paper.height] = [page.naturalWidth, page.naturalHeight];
         const brush = paper.getContext('2d');
         brush.drawImage(page, 0, 0);
         const dots = brush.getImageData(0, 0, paper.width, paper.height).data;
         let dark = 0;
         for (let dot = 0; dot < dots.length; dot += 4) if (dots[dot] < 100) dark += 1;
         return dark;",
    );
    assert!(ink.as_u64().unwrap() > 1000, "the first page is blank");
    window.look("preview");
    window.press("Next page");
    window.attribute("//img[starts-with(@alt, 'Page 2 of')]", "alt");
    window.click("//aside//button[@aria-label='Page 3']");
    window.attribute("//img[starts-with(@alt, 'Page 3 of')]", "alt");
    window.fill("Find in the bundle", "gpost");
    window.press("Find");
    window.see("@gpost.example");
    window.look("preview-find");
    window.press("Show all pages");
    window.press("Back");
    window.arrive("Bernard Testwick");
}

fn make_his_bundle(window: &Window, out: &Path) {
    window.press("Make bundle");
    window.arrive("Make bundles");
    window.fill("Folder for the bundles", &out.display().to_string());
    window.press("Make bundles");
    window.see("One bundle was made");
    window.look("bundles");
    let made: Vec<_> = fs::read_dir(out)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "pdf"))
        .collect();
    assert_eq!(made.len(), 1, "{made:?}");
    assert!(fs::read(&made[0]).unwrap().starts_with(b"%PDF-"));
}

fn look_around(window: &Window) {
    window.go("Claimants");
    window.see("One claimant");
    window.see("C-000001");
    window.look("list");
    window.fill("Search claimants", "nobody of that name");
    window.see("Nobody matches");
    window.press("Show everybody");
    window.fill("Search claimants", "testwick");
    window.see("One of 1 matches");
    window.keys(ENTER);
    window.keys(ENTER);
    window.arrive("Bernard Testwick");
    for (page, heading, name) in [
        ("Unassigned evidence", "Unassigned evidence", "unassigned"),
        ("Import", "Import claimants", "import"),
        ("People", "People", "people"),
        ("Settings", "Settings", "settings"),
    ] {
        window.go(page);
        window.arrive(heading);
        window.look(name);
    }
    window.go("Audit");
    window.press("Check the audit");
    window.see("Intact");
    window.look("audit");
}

/// What she was typing when the matter was locked is there when she comes back.
fn come_back(window: &Window) {
    window.go("Claimants");
    window.press("New claimant");
    window.fill("Forenames", "Carys Mair");
    window.press("Lock");
    window.arrive("Unlock the matter");
    window.look("unlock");
    window.fill("Passphrase", "not the passphrase");
    window.press("Unlock");
    window.see("Code: ");
    window.fill("Passphrase", "four unrelated quiet words");
    window.press("Unlock");
    window.arrive("Today");
    window.go("Claimants");
    window.press("New claimant");
    window.see("This is your draft");
    let typed = window.run("return document.getElementById('f-identity-forenames').value");
    assert_eq!(typed, "Carys Mair");
}

#[test]
fn the_window_opens_on_the_matter_that_it_is_started_with() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("not-there");
    let window = Window::open(folder.path(), &["--matter", &missing.display().to_string()]);
    window.arrive("Unlock the matter");
    window.see("not-there");
    window.see("Code: ");
    window.look("unlock-missing");
}
