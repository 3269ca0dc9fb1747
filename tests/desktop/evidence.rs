//! A folder of whatever people sent in, gone through in the real window.

use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use joinder_tests::program::{PASSPHRASE, Sandbox};
use joinder_tests::sample;

use crate::window::{ENTER, Window};

const HOSTILE: &str = include_str!("hostile.eml");

/// A server that counts who calls; nobody should.
struct Lure {
    port: u16,
    calls: Arc<AtomicUsize>,
}

impl Lure {
    fn new() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let calls = Arc::<AtomicUsize>::default();
        let count = Arc::clone(&calls);
        std::thread::spawn(move || {
            for _ in listener.incoming() {
                count.fetch_add(1, Ordering::SeqCst);
            }
        });
        Self { port, calls }
    }
}

/// Puts the mail as it came into such a frame: the walls hold also where one of them does not.
fn show_raw(window: &Window, hostile: &str) {
    let page = serde_json::to_string(hostile).unwrap();
    window.run(&format!(
        "const frame = document.createElement('iframe');
         frame.setAttribute('sandbox', '');
         frame.title = 'raw';
         frame.srcdoc = {page};
         return new Promise((done) => {{ frame.onload = () => done(true); document.body.append(frame); }});"
    ));
    window.run("document.querySelector('iframe[title=raw]').remove()");
}

/// The sample's people in a matter, and a folder of what those with these numbers sent in, and `more`.
pub fn sent_in(sandbox: &Sandbox, numbers: &[&str], more: &[(&str, Vec<u8>)]) -> PathBuf {
    for (name, bytes) in sample::make() {
        let kept = name.ends_with("claimants.csv")
            || numbers.iter().any(|number| name.starts_with(&format!("evidence/{number}-")));
        if kept {
            sandbox.file(&format!("sample/{name}"), bytes);
        }
    }
    for (name, bytes) in more {
        sandbox.file(&format!("sample/evidence/{name}"), bytes);
    }
    let claimants = sandbox.path("sample/claimants.csv");
    sandbox.run(["import".as_ref(), "claimants".as_ref(), claimants.as_os_str()]).succeeds();
    sandbox.path("sample/evidence")
}

/// The window, opened on the matter.
pub fn unlocked(sandbox: &Sandbox) -> Window {
    let window =
        Window::open(&sandbox.path("window"), &["--matter", &sandbox.matter().display().to_string()]);
    window.arrive("Unlock the matter");
    window.fill("Passphrase", PASSPHRASE);
    window.press("Unlock");
    window.arrive("Today");
    window.go("Claimants");
    window.arrive("Claimants");
    window
}

/// A mail with a PDF, a text and a message inside.
fn parcel(to: &str) -> Vec<u8> {
    let files = sample::make();
    let pdf = STANDARD.encode(&files["evidence/S-007-statement.pdf"]);
    let notice = String::from_utf8_lossy(&files["evidence/S-001-notice.eml"]).into_owned();
    format!(
        "From: Ada Sampleworth <ada@somewhere.example>\r\nTo: {to}\r\nSubject: Everything I have\r\n\
         Date: Fri, 13 Mar 2026 11:00:00 +0000\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=edge\r\n\r\n\
         --edge\r\nContent-Type: text/plain\r\n\r\nHere is all that I found.\r\n\
         --edge\r\nContent-Type: application/pdf; name=statement.pdf\r\nContent-Transfer-Encoding: base64\r\n\
         Content-Disposition: attachment; filename=statement.pdf\r\n\r\n{pdf}\r\n\
         --edge\r\nContent-Type: text/plain; name=note.txt\r\n\
         Content-Disposition: attachment; filename=note.txt\r\n\r\nA note of my own.\r\n\
         --edge\r\nContent-Type: message/rfc822\r\n\r\n{notice}\r\n--edge--\r\n"
    )
    .into_bytes()
}

#[test]
fn a_hostile_mail_is_read_and_does_nothing() {
    let lure = Lure::new();
    let rows = "<tr><td>One row</td><td>of very many</td></tr>\n".repeat(3_000);
    let hostile = HOSTILE.replace("PORT", &lure.port.to_string()).replace("ROWS", &rows);
    let sandbox = Sandbox::with_matter();
    let folder = sandbox.file("in/hostile.eml", &hostile);
    let window = unlocked(&sandbox);

    window.go("Unassigned evidence");
    window.press("Add evidence");
    window.fill("Or type paths of files or folders, one on each line", &folder.display().to_string());
    window.press("Add these paths");
    window.arrive("What was taken in");
    window.see("One file was added.");
    window.press("Open");
    window.arrive("Private and Confidential: act now");

    let words = window.read_frame("The message “Private and Confidential: act now”");
    for shown in [
        "your refund is waiting",
        "Claim your refund",
        "A cell of a huge table",
        "The last line of the message.",
    ] {
        assert!(
            words.contains(shown),
            "“{shown}” cannot be read: {}",
            words.chars().take(2000).collect::<String>()
        );
    }
    assert!(words.contains(&format!("‹http://127.0.0.1:{}/login›", lure.port)), "the real target is hidden");
    window.see("were not fetched");
    let logo = window.dots("//iframe", [13, 79, 92]);
    assert!(logo > 1000, "the message's own picture is not drawn: {logo} dots of it");
    window.look("hostile");
    window.press("Show as plain text");
    window.see("your refund is waiting");

    show_raw(&window, &hostile);
    assert_eq!(window.run("return window.hostile === undefined"), true, "a script of the mail ran");
    window.arrive("Private and Confidential: act now");
    assert_eq!(lure.calls.load(Ordering::SeqCst), 0, "the mail has called home");
    std::net::TcpStream::connect(("127.0.0.1", lure.port)).unwrap();
    while lure.calls.load(Ordering::SeqCst) == 0 {
        std::thread::yield_now();
    }
}

#[test]
fn gwen_goes_through_a_folder_with_the_keyboard() {
    let sandbox = Sandbox::with_matter();
    let folder = sent_in(
        &sandbox,
        &["S-001", "S-004", "S-007", "S-036", "S-041a", "S-058", "S-059", "S-064", "S-076"],
        &[
            ("parcel.eml", parcel("intake@firm.example")),
            ("broken.pdf", b"%PDF-1.7 and nothing more".to_vec()),
            ("empty.eml", Vec::new()),
            ("letter.docx", b"PK\x03\x04 not a mail".to_vec()),
        ],
    );
    let window = unlocked(&sandbox);
    take_in(&window, &folder.display().to_string());
    look_into(&window);
    go_through(&window);
}

fn take_in(window: &Window, folder: &str) {
    window.go("Unassigned evidence");
    window.press("Add evidence");
    window.fill("Or type paths of files or folders, one on each line", folder);
    window.press("Add these paths");
    window.arrive("What was taken in");
    window.see("files were added.");
    window.look("intake");
    window.look_large("intake");
    window.run("document.querySelector('.results button:last-child').click()");
    window.see("The file is empty.");
    window.press("All 14");
}

fn look_into(window: &Window) {
    window.click("//td[normalize-space(.)='S-058-notice.eml']");
    window.press("Open");
    window.see("Tier 4 of 5");
    window.look("forward-as-attachment");
    window.press("Private and Confidential.eml");
    window.see("This message lies in:");
    window.look_large("message");
    for (tab, words) in [
        ("Path", "after the step before"),
        ("Headers", "DKIM-Signature"),
        ("Structure", "text/plain"),
        ("Source", "MIME-Version: 1.0"),
    ] {
        window.press(tab);
        window.see(words);
        window.look(&format!("message-{}", tab.to_lowercase()));
    }
    window.see("As it was signed");
    add_key(window);
    window.press("Back");
    window.press("Back");
    window.arrive("What was taken in");
    window.click("//td[normalize-space(.)='parcel.eml']");
    window.press("Open");
    window.press("statement.pdf");
    window.attribute("//img[starts-with(@alt, 'statement.pdf, page 1')]", "alt");
    window.look("attachment-pdf");
    window.press("note.txt");
    window.see("A note of my own.");
}

/// A key that somebody kept answers what could not be answered.
fn add_key(window: &Window) {
    window.see("Key not available");
    let key = sample::make().into_iter().find(|(name, _)| *name == "dkim.txt").unwrap().1;
    window.click("//summary[contains(normalize-space(.), 'Add a key that somebody kept')]");
    window.fill("The key’s TXT record", "good morning");
    window.press("Add the key and check");
    window.see("There is no DKIM key in that text.");
    window.fill("The key’s TXT record", String::from_utf8(key).unwrap().trim());
    window.fill("Where it was kept", "a colleague’s archive");
    window.fill("First day on which it is known to have been in use, such as 2021-10-01", "2021-10-01");
    window.fill("Last such day", "2021-12-31");
    window.press("Add the key and check");
    window.see("It is known to have been published on the day of the message.");
    window.look("message-key");
}

/// Three hundred files of every kind, as they come off a shared drive.
#[test]
fn gwen_drops_a_folder_of_three_hundred_files() {
    let sandbox = Sandbox::with_matter();
    let folder = sent_in(&sandbox, &[], &[]);
    std::fs::create_dir_all(&folder).unwrap();
    let files = sample::make();
    let all: Vec<_> = files.iter().filter(|(name, _)| name.starts_with("evidence/")).collect();
    let mut count = 0;
    for (name, bytes) in &all {
        sandbox.file(&format!("sample/{name}"), bytes);
        count += 1;
    }
    for n in 0..300_usize.saturating_sub(count) {
        let words = format!(
            "From: Gwen <gwen@example.org>\r\nTo: nobody{n}@example.com\r\nSubject: Letter {n}\r\n\r\nDear friend.\r\n"
        );
        let (ending, bytes) = match n % 3 {
            0 => ("eml", words.into_bytes()),
            1 => ("txt", format!("A note of mine, number {n}.").into_bytes()),
            _ => ("pdf", format!("%PDF-1.7 and nothing more, {n}").into_bytes()),
        };
        sandbox.file(&format!("sample/evidence/more/{n}.{ending}"), bytes);
    }
    let window = unlocked(&sandbox);
    window.go("Unassigned evidence");
    window.press("Add evidence");
    window.fill("Or type paths of files or folders, one on each line", &folder.display().to_string());
    window.press("Add these paths");
    window.arrive("What was taken in");
    window.see("files were added.");
    window.look("intake-three-hundred");
    window.see("Taken in and given to its claimant.");
    what_was_taken(&window);
    window.go("All copies together");
    window.arrive("What all copies prove together");
    window.press("S-060-notice.eml");
    window.arrive("Beside the shared notice");
    window.see("Leopold");
}

/// The report says of each file to whom it went, how it is graded and why, and of what is odd what to do about it.
fn what_was_taken(window: &Window) {
    let rows: u32 = window.attribute("//*[@aria-rowcount]", "aria-rowcount").parse().unwrap();
    assert!(rows > 300, "{rows} rows with the headings");
    let only = |result: &str| format!("//*[@aria-label='Show only']//button[starts-with(., '{result}')]");
    window.click(&only("Assigned"));
    let item = "//h2/following-sibling::";
    assert_ne!(window.read(&format!("{item}p[starts-with(., 'Whose')]/button")), "");
    window.see("What it proves");
    assert_ne!(window.read(&format!("{item}p[contains(@class, 'small')]")), "", "why it is graded so");
    window.look("intake-assigned");
    window.click(&only("Look at these"));
    assert_ne!(window.read("//*[contains(@class, 'warn')]//p[2]"), "", "what to do about it");
    window.look("intake-look");
}

/// Nobody's address is in a statement or a picture; its name says whose it is, or a person does.
fn go_through(window: &Window) {
    window.go("Unassigned evidence");
    window.arrive("Unassigned evidence");
    window.see("6 items wait");
    window.see("The file’s name holds “S 007”");
    window.look("inbox");
    window.look_large("inbox");
    window.keys(ENTER);
    window.see("S-007-statement.pdf was given to Łukasz Żółty-Testowski.");
    window.see("5 items wait");
    window.keys("j");
    window.keys("j");
    window.keys("k");
    window.keys("j");
    window.keys("a");
    window.see("Whose is it?");
    window.keys("keziah");
    window.see("Keziah Cropper");
    window.look("inbox-assign");
    window.keys(ENTER);
    window.see("S-059-screenshot.png was given to Keziah Cropper.");
    window.keys("u");
    window.see("5 items wait");
    window.keys("s");
    window.fill("Why is it not used?", "It cannot be read");
    window.look("inbox-set-aside");
    window.keys(ENTER);
    window.see("was set aside");
    window.see("4 items wait");
}
