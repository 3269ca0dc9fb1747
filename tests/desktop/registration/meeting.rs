//! At a meeting two people register on one machine, one after the other: of the first, nothing is left for the second.

use joinder_tests::program::Sandbox;

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
fn nothing_left(window: &Window, sandbox: &Sandbox) {
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
    let rooms = all_files(&sandbox.path("kiosk"));
    if !page().contains("You are at a meeting") {
        assert!(rooms.iter().all(|file| !file.ends_with("matter.db")), "a folder is left");
    }
    nothing_in_files(sandbox);
}

/// The same of the files that the window and the packets are.
fn nothing_in_files(sandbox: &Sandbox) {
    for file in all_files(&sandbox.path("kiosk")).into_iter().chain(all_files(&sandbox.path("packets"))) {
        // What the window is writing may be gone the next moment.
        let Ok(bytes) = fs::read(&file) else { continue };
        for word in PLANTED {
            // A webview keeps texts in two bytes a letter.
            let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
            for word in [word.as_bytes(), &wide] {
                let found = bytes.windows(word.len()).any(|part| part.eq_ignore_ascii_case(word));
                assert!(!found, "“{}” stands in {}", String::from_utf8_lossy(word), file.display());
            }
        }
    }
}

#[test]
fn at_a_meeting_nothing_of_one_person_is_left_for_the_next() {
    let sandbox = Sandbox::with_matter();
    let (invitation, packets) = (sandbox.path("example.joinder-invite"), sandbox.path("packets"));
    fs::create_dir_all(&packets).unwrap();
    let words = ["invite", "--firm", "Example Solicitors", "--contact", "020 7946 0000"];
    let end = ["--expires", "2099-12-31", "--out", invitation.to_str().unwrap()];
    sandbox.run(words.iter().chain(&end)).succeeds();
    let window = Window::open(&sandbox.path("kiosk"), &[]);
    window.arrive("Where do you want to start?");
    window.press("Register at a meeting");
    window.arrive("Register at a meeting");
    window.prove("reg-meet");
    window.fill("Your invitation", &invitation.display().to_string());
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
    nothing_left(&window, &sandbox);
    window.press("Next person");
    window.arrive("Your answers");
    nothing_left(&window, &sandbox);
    let second =
        register(&window, "Ail", "ail@mailbox.example", "Another thing altogether, and in other words.");
    window.press("I have written down my receipt");
    window.see_in_the_end("Ready for the next person");
    window.listen();
    nothing_left(&window, &sandbox);
    drop(window);
    nothing_in_files(&sandbox);
    let report = sandbox.run(["--json", "packet", "receive", packets.to_str().unwrap()]).succeeds().json();
    assert_eq!(report["received"], 2, "{report}");
    for receipt in [&first, &second] {
        assert!(report.to_string().contains(receipt.as_str()), "{receipt} is not among {report}");
    }
}
