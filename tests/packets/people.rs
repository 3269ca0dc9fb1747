//! People whom forms forget: a child, an estate, an expelled member in a union, somebody who knows no dates and has no email
//! left, somebody in hiding. Each comes to a sealed packet that the office can work with, and nothing decides about them.

use std::path::PathBuf;

use joinder_app::{App, Job};
use joinder_tests::program::PASSPHRASE;
use serde_json::{Value, json};

use crate::home::Home;
use crate::stage::{Stage, nia};

/// What somebody says, and how they sign.
struct Person {
    name: &'static str,
    signed_by: &'static str,
    says: Value,
}

/// What the office sees of them.
struct Seen {
    /// The codes of the questions that they were asked.
    asked: Vec<String>,
    view: Value,
    record: Value,
}

impl Seen {
    fn findings(&self) -> Vec<&str> {
        let findings = self.record["classification"]["findings"].as_array().unwrap();
        findings.iter().map(|finding| finding["code"].as_str().unwrap()).collect()
    }

    /// The statuses that are possible at the incident.
    fn possible(&self) -> Vec<&str> {
        let possible = self.record["classification"]["status"]["possible"].as_array().unwrap();
        possible.iter().map(|status| status.as_str().unwrap()).collect()
    }

    fn outcome(&self) -> &str {
        self.record["classification"]["outcome"].as_str().unwrap()
    }
}

/// Goes with somebody from the invitation to a record in the office.
fn register(person: &Person) -> Seen {
    let stage = Stage::new();
    let app = App::new(stage.sandbox.path("home-config"));
    let call = |name: &str, input: Value| -> Value {
        app.dispatch(name, input, &Job::quiet()).unwrap_or_else(|error| panic!("{name}: {error:?}"))["output"]
            .take()
    };
    let begin = json!({ "invitation": stage.invitation, "folder": stage.sandbox.path("home"), "passphrase": PASSPHRASE });
    call("registration.begin", begin);
    call("claimant.edit", json!({ "number": 1, "version": 1, "claimant": person.says }));
    let view = call("registration.get", json!({}));
    let asked: Vec<String> = view["questions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|question| question["code"].as_str().unwrap().to_owned())
        .collect();
    for question in view["questions"].as_array().unwrap() {
        let wrong =
            question["open"].as_array().unwrap().iter().find(|problem| problem["severity"] == "error");
        assert!(wrong.is_none(), "{}: {wrong:?}", person.name);
    }
    for consent in view["consents"].as_array().unwrap() {
        call("registration.consent", json!({ "code": consent["code"], "given": consent["required"] }));
    }
    let out: PathBuf = stage.sandbox.path("one.joinder-packet");
    // They look at what is blank, and leave it so on purpose.
    call("registration.seal", json!({ "out": out, "signed_by": person.signed_by, "blanks_known": true }));
    call("matter.lock", json!({}));
    stage.receive(&out).succeeds();
    let view = stage.show(1);
    stage.sandbox.run(["packet", "accept", "1"]).succeeds();
    let record = stage.sandbox.run(["--json", "show", "1"]).succeeds().json();
    Seen { asked, view, record }
}

fn said(seen: &Seen, code: &str) -> String {
    let said = seen.view["said"].as_array().unwrap();
    let one = said
        .iter()
        .find(|answered| answered["code"] == code)
        .unwrap_or_else(|| panic!("{code} is not asked"));
    one["lines"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect::<Vec<_>>().join(" | ")
}

#[test]
fn osian_is_a_child_and_his_mother_answers() {
    let seen = register(&Person {
        name: "Osian",
        signed_by: "Nerys Plentyn",
        says: json!({
            "identity": {
                "forenames": "Osian", "surname": "Plentyn", "date_of_birth": "2012-05-01", "capacity": "litigation-friend",
                "acted_for_by": "Nerys Plentyn", "no_other_names": true,
            },
            "contact": { "emails": [{ "address": "nerys@mailbox.example" }], "nation_at_incident": "wales" },
            "episodes": [{ "kind": "event", "start": "2021", "end": "2021", "ending": "dont-know" }],
            "notification": { "received": "yes", "channel": "email" },
            "consequence": { "own_words": "He asked me whether strangers know where we live now." },
        }),
    });
    assert!(seen.asked.contains(&"acting".to_owned()), "{:?}", seen.asked);
    assert!(said(&seen, "acting").contains("Nerys Plentyn"));
    assert_eq!(seen.view["signature"]["capacity"], "litigation-friend");
    assert_eq!(seen.record["claimant"]["identity"]["capacity"], "litigation-friend");
    assert!(seen.findings().contains(&"MINOR_NOW") && seen.findings().contains(&"PROTECTED_PARTY"));
    assert_eq!(seen.outcome(), "HOLD_REVIEW", "a person looks; nothing is declined");
}

#[test]
fn beti_is_dead_and_her_son_settles_the_estate() {
    let seen = register(&Person {
        name: "Beti",
        signed_by: "Ifan Ystad",
        says: json!({
            "identity": {
                "forenames": "Beti", "surname": "Ystad", "date_of_birth": "1939-02-03", "died": "spring 2024",
                "capacity": "personal-representative", "acted_for_by": "Ifan Ystad", "no_other_names": true,
            },
            "contact": { "no_email_given": "dont-know", "nation_at_incident": "wales" },
            "episodes": [{ "kind": "member", "start": "before 1980", "ongoing": false, "end": "spring 2024", "ending": "dont-know" }],
            "notification": { "received": "dont-know" },
            "consequence": { "own_words": "She told me that she felt foolish for having trusted them." },
        }),
    });
    assert!(said(&seen, "acting").contains("spring 2024"), "{}", said(&seen, "acting"));
    assert_eq!(seen.view["signature"]["name"], "Ifan Ystad");
    assert!(!seen.possible().is_empty(), "{:?} {}", seen.findings(), seen.outcome());
}

#[test]
fn deio_was_expelled_and_his_union_paid_for_him_too() {
    let seen = register(&Person {
        name: "Deio",
        signed_by: "Deio Undebwr",
        says: json!({
            "identity": { "forenames": "Deio", "surname": "Undebwr", "date_of_birth": "1970-01-02", "capacity": "own", "no_other_names": true },
            "contact": { "emails": [{ "address": "deio@mailbox.example" }], "nation_at_incident": "england" },
            "episodes": [
                { "kind": "member", "start": "May 1997", "end": "about October 2020", "ending": "expelled" },
                { "kind": "affiliated-supporter", "union": "Unite", "start": "2015", "end": "dont know", "ending": "dont-know" },
            ],
            "notification": { "received": "yes", "channel": "email", "received_at": "deio@mailbox.example" },
            "consequence": { "own_words": "They threw me out and kept my address." },
        }),
    });
    assert!(said(&seen, "episodes").contains("Unite"), "both spells are kept: {}", said(&seen, "episodes"));
    assert_eq!(seen.record["claimant"]["episodes"].as_array().unwrap().len(), 2);
    assert!(!seen.possible().is_empty(), "{:?} {}", seen.findings(), seen.outcome());
}

#[test]
fn mair_knows_no_dates_and_has_no_email_left() {
    let seen = register(&Person {
        name: "Mair",
        signed_by: "Mair",
        says: json!({
            "identity": { "forenames": "Mair", "surname": "", "capacity": "own" },
            "contact": { "landline": "020 7946 0123" },
            "episodes": [{ "kind": "dont-know", "start": "don’t know", "end": "don’t know", "ending": "dont-know" }],
            "notification": { "received": "dont-know" },
        }),
    });
    assert_eq!(said(&seen, "words"), "", "she said nothing, and nobody put words in her mouth");
    assert!(!seen.asked.contains(&"descriptors".to_owned()), "no words of others before her own");
    assert!(seen.possible().len() > 5, "everything stays possible: {:?}", seen.possible());
    assert_eq!(seen.outcome(), "HOLD_INFO");
    let dates = seen.record["claimant"]["episodes"][0]["start"]["text"].as_str().unwrap().to_owned();
    assert_eq!(dates, "don’t know", "never made into the first of January");
}

#[test]
fn sioned_is_in_hiding_and_the_office_is_told_at_once() {
    let seen = register(&Person {
        name: "Sioned",
        signed_by: "Sioned Cuddiedig",
        says: json!({
            "identity": { "forenames": "Sioned", "surname": "Cuddiedig", "date_of_birth": "1988-08-08", "capacity": "own", "no_other_names": true },
            "contact": {
                "emails": [{ "address": "sioned@mailbox.example" }], "withhold_address": true,
                "withhold_reason": "A man must not find me.", "safety_rules": ["No post", "No voicemail"], "preferred": "email",
                "addresses": [{ "use": "now", "lines": ["1 Refuge Road", "Exampleton"], "postcode": "AA1 2AB" }],
                "nation_at_incident": "england",
            },
            "episodes": [{ "kind": "member", "start": "2018", "ongoing": true }],
            "notification": { "received": "yes", "channel": "letter" },
            "consequence": { "own_words": "I moved again.", "fear": "That he finds the house." },
        }),
    });
    assert!(said(&seen, "hide").contains("A man must not find me."));
    assert!(said(&seen, "safety").contains("No post"));
    assert_eq!(seen.record["claimant"]["contact"]["withhold_address"], true);
    assert!(!seen.findings().is_empty());
}

#[test]
fn whoever_says_no_to_what_the_firm_needs_is_told_so_and_sends_nothing() {
    let stage = Stage::new();
    let home = Home::begin(&stage);
    home.answer(&nia());
    home.consent_to_all();
    home.call("registration.consent", &json!({ "code": "not-yet-client", "given": false }));
    let (out, ended) = home.seal("no.joinder-packet");
    let said = ended.ends_with(1).complained();
    assert!(said.contains("You said no to “You are not yet a client”"), "{said}");
    assert!(!out.exists());
    // To what is free to choose, no is as good as yes.
    home.consent_to_all();
    home.call("registration.consent", &json!({ "code": "authority-to-act", "given": false }));
    home.seal("yes.joinder-packet").1.succeeds();
}

#[test]
fn whatever_is_answered_stands_in_what_is_signed() {
    let stage = Stage::new();
    let app = App::new(stage.sandbox.path("home-config"));
    let call = |name: &str, input: Value| -> Value {
        app.dispatch(name, input, &Job::quiet()).unwrap_or_else(|error| panic!("{name}: {error:?}"))["output"]
            .take()
    };
    let begin = json!({ "invitation": stage.invitation, "folder": stage.sandbox.path("home"), "passphrase": PASSPHRASE });
    call("registration.begin", begin);
    // What is typed into every field of every page; each is told from the others by its number.
    let says = json!({
        "identity": {
            "forenames": "Word01", "surname": "Word02", "preferred_name": "Word03", "date_of_birth": "1960-04-05",
            "capacity": "attorney", "acted_for_by": "Word04",
            "other_names": [{ "name": "Word05", "kind": "maiden" }], "protect_former_names": true,
        },
        "contact": {
            "emails": [{ "address": "word06@mailbox.example", "shared_with": "Word07", "accessible": "no", "only_for_defendant": "yes" }],
            "mobile": "07700 900608", "landline": "020 7946 0609",
            "addresses": [{ "use": "with-defendant", "lines": ["Word10"], "postcode": "AA1 1AA", "country": "Word11" }],
            "safety_rules": ["Word12"], "preferred": "post", "withhold_address": true, "withhold_reason": "Word13",
            "language": "Word14", "accessibility": "Word15", "interpreter": "yes", "nation_at_incident": "scotland",
        },
        "episodes": [{
            "kind": "member", "start": "early 2016", "end": "late 2019", "ending": "resigned", "membership_number": "Word18",
            "local_party": "Word19", "payment": "direct-debit-monthly", "last_payment": "mid 2018", "arrears_reminder": "yes",
            "union": "Word21", "union_branch": "Word22", "levy": "opted-out",
        }],
        "status_now": "FORMER_RESIGNED", "roles": ["lawyer"],
        "data_held": [{ "kind": "address", "basis": null }],
        "notification": {
            "received": "yes", "channel": "letter", "received_at": "Word23", "seen": "winter 2021", "still_held": "no",
            "in_spam": "dont-know", "follow_up": "Word24", "earlier_notice": "yes",
        },
        "aftermath": {
            "requests": [{ "kind": "access", "sent": "spring 2022", "answered": "no", "outcome": "Word25" }],
            "erasure_asked_before": "yes",
        },
        "consequence": {
            "own_words": "Word26 is what it did to me, and I have said so to everybody since.", "fear": "Word27", "safety": "Word28",
            "diagnosis": "yes", "treatment": "Word29",
        },
        "misuse": [{ "kind": "phishing", "when": "summer 2022", "description": "Word30", "reference": "Word31" }],
        "losses": [{ "head": "other", "amount": "12.50", "payee": "Word32", "when": "June 2022", "recouped": "1.25", "no_document_reason": "Word33" }],
        "time_spent": [{ "description": "Word34", "when": "July 2022", "minutes": 95 }],
        "proceedings": {
            "other_firm": "yes", "firm": { "name": "Word35", "instructed": "May 2023", "terminated": "yes", "fees_claimed": "no" },
            "earlier_claim": "yes", "conflicts": "Word36",
        },
    });
    call("claimant.edit", json!({ "number": 1, "version": 1, "claimant": says }));
    let view = call("registration.get", json!({}));
    let signed = view["questions"].to_string();
    let mut words: Vec<String> = says
        .to_string()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.to_lowercase().starts_with("word") && word.len() == 6)
        .map(str::to_owned)
        .collect();
    assert!(words.len() > 30, "{words:?}");
    words.extend(
        [
            "early 2016",
            "late 2019",
            "mid 2018",
            "winter 2021",
            "spring 2022",
            "summer 2022",
            "June 2022",
            "July 2022",
            "May 2023",
            "07700 900608",
            "020 7946 0609",
            "12.5",
            "1.25",
            "One hour 35 minutes",
            "5 April 1960",
            "AA1 1AA",
            // What was chosen and ticked.
            "My name before I married",
            "Keep my old names out of papers",
            "and to nobody else",
            "Can you still open this mailbox? No.",
            "I lived here back then",
            "I opted out",
            "Did they remind you that you had not paid? Yes.",
            "Did they answer? No.",
            "Has it ended? Yes.",
            "Did they ask you for money? No.",
            "29 October 2021? Yes.",
        ]
        .map(str::to_owned),
    );
    let missing: Vec<&String> = words.iter().filter(|word| !signed.contains(word.as_str())).collect();
    assert!(missing.is_empty(), "{missing:?} is not in {signed}");
    assert!(!signed.contains("{$") && !signed.contains("{ $"), "a text has a gap: {signed}");
}
