//! People of other kinds, each by keyboard alone: a child for whom the mother answers, who was never a member and never told; a
//! member who was expelled and fell ill; a dead woman whose son settles the estate; a man whose daughter has his power of
//! attorney.

use serde_json::Value;

use super::firm::Firm;
use super::keys::{Answer, Keys};

/// Somebody who answers, and what the office has of it.
struct Registered {
    /// The headings of the pages that were asked, in order.
    asked: Vec<String>,
    record: Value,
}

impl Registered {
    fn was_asked(&self, heading: &str) -> bool {
        self.asked.iter().any(|asked| asked == heading)
    }

    fn has(&self, finding: &str) -> bool {
        let findings = self.record["classification"]["findings"].as_array().unwrap();
        findings.iter().any(|found| found["code"] == finding)
    }
}

/// Goes with somebody from the invitation to a record in the office. `says` stands in the review.
fn register(answers: &[Answer<'_>], signed_by: &str, name: &str, says: &[&str]) -> Registered {
    let firm = Firm::new();
    let window = firm.home(&[]);
    let keys = Keys { window: &window };
    keys.begin(&firm.invitation, &firm.folder());
    let asked = keys.walk(answers);
    keys.consent();
    let packet = firm.at("one.joinder-packet");
    keys.sign(signed_by, &packet);
    drop(window);
    Registered { asked, record: firm.received(&packet, name, says) }
}

fn named(forenames: &'static str, surname: &'static str) -> impl Fn(&Keys<'_>) {
    move |keys| {
        keys.put("First names", forenames);
        keys.put("Last name", surname);
    }
}

fn born(day: &'static str, month: &'static str, year: &'static str) -> impl Fn(&Keys<'_>) {
    move |keys| {
        keys.put("Day", day);
        keys.put("Month", month);
        keys.put("Year", year);
    }
}

#[test]
fn nerys_answers_for_her_child_who_was_never_a_member_and_never_told() {
    let osian = register(
        &[
            ("What is your name?", &named("Osian", "Plentyn")),
            ("Is this about you?", &|keys| {
                keys.choose("Me", "A child, or a person who cannot decide alone");
                keys.window.see("You may be able to act as a “litigation friend”.");
            }),
            ("Who are you?", &|keys| keys.put("Your full name", "Nerys Plentyn")),
            ("Have you had other names?", &|keys| keys.tick("I have had no other names")),
            ("When were you born?", &|keys| {
                keys.window.see("On this page “you” means Osian Plentyn.");
                born("1", "5", "2012")(keys);
            }),
            ("Which email addresses have you used?", &|keys| {
                keys.put("Email address", "nerys@mailbox.example");
            }),
            ("What is your phone number?", &|keys| {
                keys.window.see("This page is about you, who answer for Osian Plentyn.");
            }),
            ("Where did you live on 29 October 2021?", &|keys| keys.choose("England", "Wales")),
            ("When were you with the Labour Party?", &|keys| {
                keys.pick("What were you?", "S", "Signed a petition, came to an event or wrote to the party");
                keys.date("summer 2021");
            }),
            ("Did the Labour Party tell you about the data?", &|keys| keys.choose("Yes", "No")),
            ("How has it affected you, if it has?", &|keys| {
                keys.put("In your own words", "He asked me whether strangers know where we live now.");
            }),
            ("Has another law firm acted for you in this?", &|keys| keys.choose("Yes", "No")),
            ("Have you made a claim about this before?", &|keys| keys.choose("Yes", "No")),
        ],
        "Nerys Plentyn",
        "Osian Plentyn",
        &["Nerys Plentyn", "A child, or a person who cannot decide alone", "summer 2021"],
    );
    assert!(!osian.was_asked("How were you told?"), "whoever was not told is not asked how");
    assert_eq!(osian.record["claimant"]["identity"]["capacity"], "litigation-friend");
    assert_eq!(osian.record["claimant"]["notification"]["received"], "no");
    assert!(osian.has("MINOR_NOW") && osian.has("PROTECTED_PARTY"), "{}", osian.record["classification"]);
    assert_eq!(
        osian.record["classification"]["outcome"], "HOLD_REVIEW",
        "a person looks; nobody is declined"
    );
}

#[test]
fn deio_was_expelled_and_fell_ill_of_it() {
    let deio = register(
        &[
            ("What is your name?", &named("Deio", "Undebwr")),
            ("Is this about you?", &|keys| keys.choose("Me", "Me")),
            ("Have you had other names?", &|keys| keys.tick("I have had no other names")),
            ("When were you born?", &born("2", "January", "1970")),
            ("Which email addresses have you used?", &|keys| {
                keys.put("Email address", "deio@mailbox.example");
            }),
            ("How can we reach you safely?", &|keys| keys.put("What must we not do?", "No calls at work")),
            ("Where did you live on 29 October 2021?", &|keys| {
                keys.choose("England", "Scotland");
                keys.window.see("The time limit in Scotland is short");
            }),
            ("When were you with the Labour Party?", &|keys| {
                keys.pick("What were you?", "M", "Member");
                keys.date("May 1997");
                keys.date("about October 2020");
                keys.pick("How did it end?", "I", "I was expelled");
            }),
            ("Did the Labour Party tell you about the data?", &|keys| keys.choose("Yes", "Yes")),
            ("How were you told?", &|keys| keys.pick("How did it come?", "E", "Email")),
            ("How has it affected you, if it has?", &|keys| {
                let words =
                    "They threw me out and kept my address. I could not sleep and had to see my doctor.";
                keys.put("In your own words", words);
            }),
            ("Did you feel any of these?", &|keys| keys.choose("Not at all", "Very much")),
            ("Did you see a doctor about it?", &|keys| {
                keys.choose("Yes", "Yes");
                keys.window.see("The time limit for an illness is short");
                keys.put("Who did you see, and when?", "My own doctor, in spring 2022");
            }),
            ("Has another law firm acted for you in this?", &|keys| keys.choose("Yes", "I don’t know")),
        ],
        "Deio Undebwr",
        "Deio Undebwr",
        &["I was expelled", "about October 2020", "My own doctor, in spring 2022", "No calls at work"],
    );
    assert!(!deio.was_asked("Who are you?"), "he answers for himself");
    assert_eq!(deio.record["claimant"]["consequence"]["diagnosis"], "yes");
    assert_eq!(deio.record["claimant"]["episodes"][0]["ending"], "expelled");
    assert!(
        deio.has("PI_LIMIT_PASSED") && deio.has("SCOTLAND_PRESCRIPTION"),
        "{}",
        deio.record["classification"]
    );
}

#[test]
fn beti_is_dead_and_her_son_settles_the_estate() {
    let beti = register(
        &[
            ("What is your name?", &named("Beti", "Ystad")),
            ("Is this about you?", &|keys| {
                keys.choose("Me", "A person who has died");
                keys.window.see("Only the person who looks after the estate can do this.");
            }),
            ("Who are you?", &|keys| {
                keys.put("Your full name", "Ifan Ystad");
                keys.date("spring 2024");
            }),
            ("Have you had other names?", &|keys| {
                keys.window.see("On this page “you” means Beti Ystad.");
                keys.tick("I have had no other names");
            }),
            ("When were you born?", &born("3", "2", "1939")),
            ("What is your phone number?", &|keys| {
                keys.window.see("This page is about you, who answer for Beti Ystad.");
                keys.put("Mobile phone", "07700 900321");
            }),
            ("Where did you live on 29 October 2021?", &|keys| keys.choose("England", "Wales")),
            ("When were you with the Labour Party?", &|keys| {
                keys.pick("What were you?", "M", "Member");
                keys.date("before 1980");
                keys.date("spring 2024");
            }),
            ("Did the Labour Party tell you about the data?", &|keys| keys.choose("Yes", "I don’t know")),
            ("How has it affected you, if it has?", &|keys| {
                keys.put("In your own words", "She told me that she felt foolish for having trusted them.");
            }),
        ],
        "Ifan Ystad",
        "Beti Ystad",
        &["Ifan Ystad", "A person who has died", "spring 2024", "07700 900321"],
    );
    assert_eq!(beti.record["claimant"]["identity"]["capacity"], "personal-representative");
    assert_eq!(beti.record["claimant"]["identity"]["acted_for_by"], "Ifan Ystad");
    assert!(beti.has("DECEASED_POST"), "{}", beti.record["classification"]);
    assert_eq!(beti.record["classification"]["outcome"], "HOLD_REVIEW", "a person looks; nobody is declined");
}

#[test]
fn elin_has_a_power_of_attorney_for_her_father_who_holds_the_notice() {
    let idris = register(
        &[
            ("What is your name?", &named("Idris", "Twrnai")),
            ("Is this about you?", &|keys| {
                keys.choose("Me", "A person who gave me a power of attorney");
                keys.window.see("A power of attorney may not be enough in court.");
            }),
            ("Who are you?", &|keys| keys.put("Your full name", "Elin Twrnai")),
            ("Have you had other names?", &|keys| keys.tick("I have had no other names")),
            ("When were you born?", &born("30", "11", "1941")),
            ("Which email addresses have you used?", &|keys| {
                keys.put("Email address", "idris@mailbox.example");
            }),
            ("How can we reach you safely?", &|keys| {
                keys.window.see("This page is about you, who answer for Idris Twrnai.");
                keys.put("What must we not do?", "Do not ring him: ring me");
            }),
            ("Where did you live on 29 October 2021?", &|keys| keys.choose("England", "England")),
            ("When were you with the Labour Party?", &|keys| {
                keys.pick("What were you?", "M", "Member");
                keys.date("1964");
            }),
            ("Did the Labour Party tell you about the data?", &|keys| keys.choose("Yes", "Yes")),
            ("How were you told?", &|keys| keys.pick("How did it come?", "E", "Email")),
        ],
        "Elin Twrnai",
        "Idris Twrnai",
        &["Elin Twrnai", "A person who gave me a power of attorney", "Do not ring him: ring me", "1964"],
    );
    assert!(!idris.was_asked("Did you feel any of these?"), "no words of others before his own");
    assert_eq!(idris.record["claimant"]["identity"]["capacity"], "attorney");
    assert!(idris.has("PROTECTED_PARTY"), "{}", idris.record["classification"]);
    assert_eq!(
        idris.record["classification"]["outcome"], "HOLD_REVIEW",
        "a person looks; nobody is declined"
    );
}
