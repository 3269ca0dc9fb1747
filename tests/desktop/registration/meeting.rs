//! At a meeting two people register on one machine, one after the other: of the first, nothing is left for the second.

use super::*;
use crate::window::CTRL;

const PLANTED: [&str; 4] = ["Cyntaf", "cyntaf@mailbox.example", "planted sentence", "07700 900234"];

/// Fills in what the first pages ask, and seals; gives the receipt.
fn register(window: &Window, forenames: &str, address: &str, words: &str) -> String {
    window.arrive("Your answers");
    window.see("You are at a meeting.");
    window.press("Go on");
    window.arrive("What is your name?");
    window.fill("First names", forenames);
    window.fill("Last name", forenames);
    go_on(window);
    window.arrive("Is this about you?");
    window.answer("Who is this about?", "Me");
    go_on(window);
    window.arrive("Have you had other names?");
    window.press("Go to the list");
    window.arrive("Your answers");
    window.press("How to reach you");
    window.arrive("Which email addresses have you used?");
    window.fill("Email address", address);
    go_on(window);
    window.arrive("What is your phone number?");
    window.fill("Mobile phone", "07700 900234");
    go_on(window);
    window.arrive("Where do you live?");
    window.press("Go to the list");
    window.arrive("Your answers");
    window.press("How it affected you");
    window.arrive("How has it affected you, if it has?");
    window.fill("In your own words", words);
    window.press("Go to the list");
    window.arrive("Your answers");
    pages::consent(window);
    window.press("Check your answers");
    window.arrive("Check your answers");
    window.see(address);
    window.press("Sign and make the file");
    window.arrive("Sign and make the file");
    window.fill("Your full name", forenames);
    window.press("Make the file");
    window.see("Something is still blank");
    window.tick("I leave the rest blank, and I know that");
    window.press("Make the file");
    window.arrive("Your file is ready");
    window.read("//p[@data-testid='receipt']")
}

/// Nothing of the first person stands on the page, comes back by an undo or by the way back, or lies in a file.
fn nothing_left(window: &Window, firm: &Firm) {
    let page = || window.run("return document.documentElement.outerHTML").as_str().unwrap().to_owned();
    let typed = || {
        window.run("return [...document.querySelectorAll('input, textarea, select')].map((one) => one.value).join(' ')")
    };
    window.keys(&format!("{CTRL}z"));
    window.run("history.back(); history.forward();");
    for word in PLANTED {
        assert!(!page().contains(word), "“{word}” is still on the page");
        assert!(!typed().as_str().unwrap().contains(word), "“{word}” is still in a field");
    }
    let kept =
        window.run("return JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])");
    assert_eq!(kept, "[[],[]]", "what the window keeps of itself");
    let bases = window.run("return document.querySelectorAll('datalist').length");
    assert_eq!(bases, 0, "no list of what was typed before");
    let rooms = all_files(&firm.at("kiosk"));
    if !page().contains("You are at a meeting") {
        assert!(rooms.iter().all(|file| !file.ends_with("matter.db")), "a folder is left");
    }
    nothing_in_files(firm);
}

/// The same of the files that the window and the packets are.
fn nothing_in_files(firm: &Firm) {
    let folders = [firm.at("kiosk"), firm.at("packets")];
    nothing_of(&PLANTED, folders.iter().flat_map(|folder| all_files(folder)));
}

#[test]
fn at_a_meeting_nothing_of_one_person_is_left_for_the_next() {
    let firm = Firm::new();
    let packets = firm.at("packets");
    fs::create_dir_all(&packets).unwrap();
    let window = Window::open(&firm.at("kiosk"), &[]);
    window.arrive("Where do you want to start?");
    window.press("Register at a meeting");
    window.arrive("Register at a meeting");
    window.prove("reg-meet");
    window.fill("Your invitation", &firm.invitation.display().to_string());
    window.fill("Where to put the files", &packets.display().to_string());
    window.press("Start");
    let first = register(
        &window,
        "Cyntaf",
        "cyntaf@mailbox.example",
        "A planted sentence about what happened to me.",
    );
    window.prove("reg-meet-sent");
    window.press("I have written down my receipt");
    window.see_in_the_end("Ready for the next person");
    window.listen();
    nothing_left(&window, &firm);
    window.press("Next person");
    window.arrive("Your answers");
    nothing_left(&window, &firm);
    let second =
        register(&window, "Ail", "ail@mailbox.example", "Another thing altogether, and in other words.");
    window.press("I have written down my receipt");
    window.see_in_the_end("Ready for the next person");
    window.listen();
    nothing_left(&window, &firm);
    drop(window);
    nothing_in_files(&firm);
    let report =
        firm.sandbox.run(["--json", "packet", "receive", packets.to_str().unwrap()]).succeeds().json();
    assert_eq!(report["received"], 2, "{report}");
    for receipt in [&first, &second] {
        assert!(report.to_string().contains(receipt.as_str()), "{receipt} is not among {report}");
    }
}
