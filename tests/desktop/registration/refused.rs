//! Files as they must not be, opened in the real window: each is named with its reason and with what to do, and none is touched.

use std::fs::{self, File};

use joinder_packet::{ExchangeKey, read_invitation, write_invitation};
use joinder_tests::sealed::sealed_for;
use serde_json::json;

use super::keys::Keys;
use super::*;

/// What Nia says.
fn nia() -> Value {
    json!({
        "identity": { "forenames": "Nia", "surname": "Enghraifft", "capacity": "own", "no_other_names": true },
        "contact": { "emails": [{ "address": "nia.enghraifft@gpost.example" }] },
        "episodes": [{ "kind": "member", "start": "spring 2019", "ongoing": true }],
        "notification": { "received": true },
        "consequence": { "own_words": "I lay awake for weeks." },
    })
}

/// A file in the inbox of the firm, and what is said of it: the reason, and what to do.
struct Bad {
    name: &'static str,
    reason: &'static str,
    fix: &'static str,
}

const BAD: [Bad; 7] = [
    Bad {
        name: "altered.joinder-packet",
        reason: "Some bytes of this file are missing or were altered since it was sealed.",
        fix: "Ask for the file again",
    },
    Bad {
        name: "cut.joinder-packet",
        reason: "Some bytes of this file are missing",
        fix: "Ask for the file again",
    },
    Bad {
        name: "half-head.joinder-packet",
        reason: "This is not a sealed file.",
        fix: "If it came by email, save the attachment again.",
    },
    Bad {
        name: "strayed.joinder-packet",
        reason: "This file was sealed for another matter, or its beginning was altered.",
        fix: "Open the matter that its invitation came from.",
    },
    Bad {
        name: "newer.joinder-packet",
        reason: "This file was made by a newer Joinder.",
        fix: "Install the newest Joinder and open it again.",
    },
    Bad {
        name: "question.joinder-packet",
        reason: "This sealed file is of another kind.",
        fix: "A claimant sends a packet; a firm sends a request.",
    },
    Bad {
        name: "huge.joinder-packet",
        reason: "This file is larger than any packet (512 MB).",
        fix: "large recordings or mailboxes travel in parts",
    },
];

/// An inbox with one packet that is whole, the same once more, and every bad one.
fn inbox(firm: &Firm) -> PathBuf {
    let inbox = firm.at("inbox");
    fs::create_dir(&inbox).unwrap();
    let whole = fs::read(firm.seal(&nia(), "inbox/a-whole.joinder-packet")).unwrap();
    let put = |name: &str, bytes: &[u8]| fs::write(inbox.join(name), bytes).unwrap();
    put("b-again.joinder-packet", &whole);
    let mut altered = whole.clone();
    let middle = altered.len() / 2;
    altered[middle] ^= 1;
    put("altered.joinder-packet", &altered);
    put("cut.joinder-packet", &whole[..middle]);
    put("half-head.joinder-packet", &whole[..100]);
    let other = Firm::new();
    let strayed = other.seal(&nia(), "strayed.joinder-packet");
    put("strayed.joinder-packet", &fs::read(strayed).unwrap());
    put("newer.joinder-packet", &sealed_for(&firm.invitation, b"joinder-packet 2\n2\n{}"));
    put("question.joinder-packet", &sealed_for(&firm.invitation, b"joinder-request 1\n2\n{}"));
    File::create(inbox.join("huge.joinder-packet")).unwrap().set_len(2 << 30).unwrap();
    inbox
}

/// The files as they lie there: names, sizes, times.
fn lying(inbox: &Path) -> Vec<(PathBuf, u64, std::time::SystemTime)> {
    let mut files: Vec<_> = all_files(inbox)
        .into_iter()
        .map(|path| {
            let known = fs::metadata(&path).unwrap();
            (path, known.len(), known.modified().unwrap())
        })
        .collect();
    files.sort();
    files
}

#[test]
fn gwen_opens_an_inbox_in_which_one_packet_is_whole() {
    let firm = Firm::new();
    let inbox = inbox(&firm);
    let before = lying(&inbox);
    let office = unlocked(&firm.sandbox);
    office::open(&office, &inbox);
    office.see_in_the_end("1 received, 1 had come in before, 7 could not be opened.");
    for Bad { name, reason, fix } in &BAD {
        let said = office.read(&format!("//p[starts-with(normalize-space(.), \"{name}:\")]"));
        assert!(said.contains(reason) && said.contains(fix), "of {name} is said: {said}");
    }
    office.prove("packets-refused");
    // They stay in the list when the report is gone, and whoever opens the inbox once more is told the same.
    office.go("Claimants");
    office.arrive("Claimants");
    office::open(&office, &inbox);
    office.see_in_the_end("0 received, 9 had come in before, 0 could not be opened.");
    for Bad { name, reason, fix } in &BAD {
        let row = office.read(&format!("//tbody/tr[td[contains(., \"{name}\")]]"));
        assert!(row.contains(reason) && row.contains(fix), "the list says of {name}: {row}");
    }
    let whole = office.read("//tbody/tr[td[contains(., \"Nia Enghraifft\")]]");
    assert!(whole.contains("P-00000"), "{whole}");
    drop(office);
    assert_eq!(lying(&inbox), before, "every file lies there as it lay");
    firm.sandbox.run(["audit", "verify"]).succeeds();
}

#[test]
fn an_older_packet_that_comes_after_the_newer_one_is_pointed_out() {
    let firm = Firm::new();
    let folder = firm.folder();
    let home = |words: &[&str]| {
        let on = ["--json", "--matter", folder.to_str().unwrap()];
        firm.sandbox.run(on.iter().chain(words)).succeeds()
    };
    home(&["packet", "begin", "--invitation", firm.invitation.to_str().unwrap()]);
    let call = |name: &str, input: Value| home(&["call", name, &input.to_string()]).json();
    let say = |claimant: Value| {
        let version = call("registration.get", json!({}))["version"].take();
        call("registration.save", json!({ "code": "words", "version": version, "claimant": claimant }))
    };
    let seal = |name: &str| {
        let out = firm.at(name);
        home(&["packet", "seal", "--with-blanks", "--signed-by", "Nia", "--out", out.to_str().unwrap()]);
        out
    };
    let mut view = say(nia());
    for consent in view["consents"].take().as_array().unwrap() {
        let given = json!({ "code": consent["code"], "given": consent["required"] });
        view = call("registration.consent", given);
    }
    let older = seal("older.joinder-packet");
    view["claimant"]["consequence"]["own_words"] = "I lay awake, and then I moved.".into();
    say(view["claimant"].take());
    let newer = seal("newer.joinder-packet");

    let office = unlocked(&firm.sandbox);
    office::open(&office, &newer);
    office.see("1 received");
    office.press("P-000001");
    office.arrive("Nia Enghraifft");
    office.press("Accept");
    office.see("Took the answers of a packet");
    office::open(&office, &older);
    office.see("1 received");
    office.see("A newer one has come in: P-000001");
    office.press("P-000002");
    office.arrive("Nia Enghraifft");
    office.see("A newer packet of the same registration has come in. Look at that one first");
    office.look("packet-older");
    drop(office);
    let record = firm.sandbox.run(["--json", "show", "1"]).succeeds().json();
    assert_eq!(record["claimant"]["consequence"]["own_words"], "I lay awake, and then I moved.");
}

/// An invitation like that of the firm, of somebody else, that ended long ago.
fn ended(firm: &Firm) -> PathBuf {
    let mut invitation = read_invitation(File::open(&firm.invitation).unwrap()).unwrap();
    invitation.expires = "2022-03-31T00:00:00Z".parse().unwrap();
    invitation.issued = "2021-11-30T00:00:00Z".parse().unwrap();
    let path = firm.at("ended.joinder-invite");
    write_invitation(&invitation, &ExchangeKey::generate().unwrap(), &mut File::create(&path).unwrap())
        .unwrap();
    path
}

#[test]
fn nia_is_told_what_is_wrong_with_an_invitation() {
    let firm = Firm::new();
    let text = fs::read_to_string(&firm.invitation).unwrap();
    let altered = firm.sandbox.file("altered.joinder-invite", text.replace("020 7946 0000", "020 7946 0999"));
    let newer = firm.sandbox.file("newer.joinder-invite", text.replace("\"version\": 1", "\"version\": 2"));
    let letter = firm.sandbox.file("letter.pdf", "%PDF-1.7 a letter");
    let home = firm.home(&[]);
    home.arrive("Where do you want to start?");
    home.press("Open an invitation");
    home.arrive("Open your invitation");
    let open = |path: &Path| {
        home.fill("Your invitation", &path.display().to_string());
        home.press("Open");
    };
    open(&altered);
    home.see("This file was changed or broken on its way to you.");
    home.see("Ring the firm on a number that you know. Ask them to send it again.");
    home.look("reg-invitation-altered");
    open(&newer);
    home.see("This file needs a newer Joinder.");
    open(&letter);
    home.see("This is not the file that the firm sent you.");
    home.see("Choose the file whose name ends in “.joinder-invite”.");
    open(&firm.at("not-there.joinder-invite"));
    home.see("We cannot open this file.");
    open(&ended(&firm));
    home.arrive("Is this really the firm?");
    home.see("This invitation has ended.");
    home.see("ask the firm for a new one");
    let ways = home.run("return document.querySelectorAll('main .govuk-button').length");
    assert_eq!(ways, 0, "there is no way on from an invitation that has ended");
    home.look("reg-invitation-ended");
    home.press("Back");
    home.arrive("Open your invitation");
}

#[test]
fn a_second_invitation_takes_nothing_from_the_answers_to_the_first() {
    let firm = Firm::new();
    let other = Firm::new();
    let home = firm.home(&[]);
    let keys = Keys { window: &home };
    keys.begin(&firm.invitation, &firm.folder());
    home.press("Go on");
    home.arrive("What is your name?");
    home.fill("First names", "Nia");
    go_on(&home);
    home.arrive("Is this about you?");
    drop(home);

    // The invitation of another matter, and the same folder.
    let home = firm.home(&[]);
    home.arrive("Where do you want to start?");
    home.press("Open an invitation");
    home.fill("Your invitation", &other.invitation.display().to_string());
    home.press("Open");
    home.press("The words are the same");
    home.press("Go on");
    home.arrive("Your folder");
    home.fill("A folder for your answers", &firm.folder().display().to_string());
    home.fill("A passphrase", PASSPHRASE);
    home.fill("The same passphrase again", PASSPHRASE);
    home.press("Start");
    home.see("There is something in that folder.");
    home.see("Choose a new or empty folder. Nothing was changed.");
    drop(home);

    // A question of that other firm, sealed for nobody here, and her own answers as they were.
    let home = firm.home(&["--matter", firm.folder().to_str().unwrap()]);
    unlock(&home);
    home.press("Open a question from the firm");
    home.arrive("What the firm asks");
    let strayed = sealed_for(&other.invitation, b"joinder-request 1\n2\n{}");
    let strayed = firm.sandbox.file("strayed.joinder-request", strayed);
    home.fill("The file from the firm", &strayed.display().to_string());
    home.press("Open");
    home.see("This file is for someone else, or it was broken on its way.");
    home.see("Ask the firm to send it again.");
    home.press("Back");
    home.arrive("Your answers");
    home.press("About you");
    home.arrive("What is your name?");
    assert_eq!(home.typed("First names"), "Nia");
}
