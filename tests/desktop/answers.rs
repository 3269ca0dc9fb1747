//! How answers come about and what people say beside them, in the real window.

use joinder_app::{App, Job};
use joinder_tests::program::{PASSPHRASE, Sandbox};
use serde_json::{Value, json};

use crate::window::Window;

/// What would change for the claimant chosen in the table.
const MOVER: &str = "//*[@aria-label='What would change for the claimant']";

/// Puts a matter into the sandbox: Imogen coordinates, Sian is an authorised person. Robin resigned in June 2021, Lee and
/// Mina never left.
fn matter(sandbox: &Sandbox) {
    let app = App::new(sandbox.path("config"));
    call(
        &app,
        "matter.create",
        json!({
            "folder": sandbox.matter(), "name": "Data incident of 2021", "profile": "labour-2021",
            "sign_in": "imogen", "full_name": "Imogen Achebe", "passphrase": PASSPHRASE,
        }),
    );
    call(
        &app,
        "person.add",
        json!({
            "sign_in": "sian", "full_name": "Sian Probert", "role": "authorised-person", "passphrase": PASSPHRASE,
        }),
    );
    for (forenames, end) in [("Robin", Some("1 June 2021")), ("Lee", None), ("Mina", None)] {
        let spell = json!({
            "kind": "member", "start": "March 2015", "ongoing": end.is_none(), "end": end,
            "ending": end.map(|_| "resigned"),
        });
        let address = format!("{}@example.org", forenames.to_lowercase());
        let claimant = json!({
            "identity": { "forenames": forenames, "surname": "Sample", "date_of_birth": "1984-05-07" },
            "contact": { "emails": [{ "address": address }], "nation_at_incident": "england" },
            "episodes": [spell],
        });
        call(&app, "claimant.add", json!({ "claimant": claimant }));
    }
    call(&app, "matter.lock", json!({}));
}

fn call(app: &App, name: &str, input: Value) -> Value {
    let answer = app.dispatch(name, input, &Job::quiet());
    answer.unwrap_or_else(|error| panic!("{name}: {} {:?}", error.code, error.problems))["output"].take()
}

fn open(sandbox: &Sandbox, sign_in: &str) -> Window {
    let matter = sandbox.matter().display().to_string();
    let window = Window::open(&sandbox.path("window"), &["--matter", &matter]);
    unlock(&window, sign_in);
    window
}

fn unlock(window: &Window, sign_in: &str) {
    window.arrive("Unlock the matter");
    window.choose("Sign-in", sign_in);
    window.fill("Passphrase", PASSPHRASE);
    window.press("Unlock");
    window.arrive("Today");
    window.go("Claimants");
    window.arrive("Claimants");
}

fn open_record(window: &Window, name: &str) {
    window.go("Claimants");
    window.arrive("Claimants");
    window.click(&format!("//td[normalize-space(.)=\"{name}\"]"));
    window.arrive(name);
}

/// What the audit says last.
fn last_entry(window: &Window) -> String {
    window.go("Audit");
    window.arrive("Audit");
    window.read("//tbody/tr[1]")
}

#[test]
fn imogen_tries_an_earlier_day_of_the_incident_and_nothing_has_changed() {
    let sandbox = Sandbox::new();
    matter(&sandbox);
    let window = open(&sandbox, "imogen");
    let before = last_entry(&window);

    window.go("What if");
    window.arrive("What if");
    window.look("whatif");
    window.fill_day("Another day of the incident (optional)", "1", "5", "2021");
    window.press("Try");
    window.see("One of 3 claimants would move");
    window.see("Nothing has changed yet.");
    window.look("whatif-counts");
    window.press("Ways of moving (3)");
    let way = window.read("//table[caption='Ways of moving']/tbody/tr[1]");
    assert!(way.contains("Former member (resigned)") && way.contains("Member"), "{way}");
    window.look("whatif-ways");

    window.press("Who would move (1)");
    window.see("Robin Sample");
    let why = window.read(MOVER);
    assert!(why.contains("Rule "), "no rule is named: {why}");
    window.look("whatif-movers");
    window.press("Open record");
    window.arrive("Robin Sample");
    let status = window.read("//dl[contains(@class, 'axes')]/div[1]");
    assert!(status.contains("29 October 2021") && status.contains("resigned"), "{status}");
    window.press("Back");
    window.arrive("What if");
    assert_eq!(window.read(MOVER), why, "one does not come back to where one was");

    window.press("Adopt");
    window.see("Nobody is declined by this");
    window.look("adopt");
    window.press("Adopt rules");
    window.see("Say in a few words why.");
    window.press("Cancel");
    assert_eq!(last_entry(&window), before, "trying and cancelling left something in the audit");
}

#[test]
fn nobody_is_declined_by_one_person() {
    let sandbox = Sandbox::new();
    matter(&sandbox);
    let window = open(&sandbox, "imogen");
    open_record(&window, "Lee Sample");
    window.see("Nobody has said otherwise.");
    window.press("Say otherwise");
    window.look("override-set");
    window.press("Say so");
    window.see("Choose what you say.");
    window.choose("What you say", "Decline");
    window.see("Nobody is declined by one person.");
    window.fill("Why", "Told us on the telephone that no claim is wanted.");
    window.press("Say so");
    window.see("Needs a second person");
    window.look("override-waits");
    window.press("Confirm as second person");
    window.fill("Why you agree", "I am sure.");
    window.look("override-confirm");
    window.click("//dialog//button[normalize-space(.)='Confirm as second person']");
    window.see("You proposed this yourself");
    window.press("Cancel");

    window.press("Lock");
    unlock(&window, "sian");
    window.choose("Said by a person", "Needs a second person");
    window.see("One of 3 matches");
    window.look("list-second-person");
    window.click("//td[normalize-space(.)='Lee Sample']");
    window.arrive("Lee Sample");
    window.press("Confirm as second person");
    window.fill("Why you agree", "I have rung Lee, who repeated it.");
    window.click("//dialog//button[normalize-space(.)='Confirm as second person']");
    window.see("Confirmed by Sian Probert");
    window.see("Stands");
    window.look("override-confirmed");

    window.click("//button[starts-with(normalize-space(.), 'Take back')]");
    window.fill("Why it is taken back", "Lee rang again and wants to claim.");
    window.press("Take back");
    window.see("Nobody has said otherwise.");
    window.see("One earlier entry");
}

const RULES: &str = include_str!("../../assets/profiles/labour-2021/rules.toml");

/// The rules of the profile as a later version, in which memberships lapse after two months without dues.
fn sooner() -> String {
    RULES
        .replace("\nversion = 3", "\nversion = 4")
        .replace("title = \"Rule set 3\"", "title = \"Rule set 4\"")
        .replace("months = 6", "months = 2")
}

#[test]
fn a_solicitor_reads_the_rules_compares_others_and_adopts_them() {
    let sandbox = Sandbox::new();
    matter(&sandbox);
    let good = sandbox.file("rules-4.toml", sooner()).display().to_string();
    let bad = sandbox.file("bad.toml", RULES.replace("months = 6", "months = \"six\"")).display().to_string();
    let window = open(&sandbox, "imogen");

    window.go("Rules");
    window.arrive("Rules");
    window.see("In force: Rule set 3, version 3");
    window.look("rules");
    window.fill("Search the rules", "ST-12");
    window.see("One rule");
    let rule = window.read("//main//ol/li[1]");
    assert!(rule.contains("ST-12") && rule.contains("Source: "), "{rule}");
    window.look("rules-found");

    window.press("Check a file");
    window.press("Check file");
    window.see("Choose a file.");
    window.fill("File with rules", &bad);
    window.press("Check file");
    window.see("One mistake: these rules cannot be used.");
    let mistake = window.read("//tbody/tr[1]");
    assert!(mistake.contains("months"), "the key is not named: {mistake}");
    window.look("rules-mistake");
    window.fill("File with rules", &good);
    window.press("Check file");
    window.see("no mistakes.");
    window.look("rules-good");

    window.press("Compare with a file");
    window.press("Compare");
    window.see("Changed");
    window.look("rules-compare");
    window.press("See who would move");
    window.arrive("What if");
    window.press("Try");
    window.see("Nobody would move");
    window.press("Adopt");
    window.fill("Why these rules are adopted", "Counsel advises that two months are enough.");
    window.press("Adopt rules");
    window.arrive("Rule set 4, version 4");
    window.see("Counsel advises that two months are enough.");
    window.see("In force");
    window.look("run");
    window.press("Back");
    window.see("When the matter was made");
    window.look("rules-adopted");
}

#[test]
fn the_calendar_says_what_ends_when_and_for_whom() {
    let sandbox = Sandbox::new();
    matter(&sandbox);
    let window = open(&sandbox, "imogen");
    window.go("Time limits");
    window.arrive("Time limits");
    window.see("3 claimants were looked at");
    let limit = window.read("//tbody/tr[.//*[contains(., 'England and Wales')]]");
    assert!(limit.contains("28 October 2027") && limit.contains("Act by"), "{limit}");
    window.look("calendar");
    window.tick("Show clocks that do not set the date of a claimant as well");
    window.see("Six years from the notice");
    window.look("calendar-all");

    window.press("Export");
    let path = sandbox.path("limits.ics");
    window.fill("File", &path.display().to_string());
    window.press("Write file");
    window.see("Written to limits.ics");
    window.look("calendar-export");
    let written = std::fs::read_to_string(&path).unwrap();
    assert!(written.starts_with("BEGIN:VCALENDAR"), "{written}");
    window.press("Close");

    window.click("//tbody/tr[.//*[contains(., 'England and Wales')]]/td[last()]/button");
    window.arrive("Claimants");
    window.see("3 of 3 match");
    window.click("//td[normalize-space(.)='Robin Sample']");
    window.arrive("Robin Sample");
    window.click("//summary[contains(., 'Why not something near it?')]");
    window.see("Former member (expelled)");
    window.look("record-why-not");
}

/// Fergus lived in Scotland, was told by an email that he deleted, and was ill afterwards. Imogen said otherwise of him, and
/// then he said when he had left.
fn fergus(sandbox: &Sandbox) {
    let app = App::new(sandbox.path("config"));
    call(
        &app,
        "matter.unlock",
        json!({ "folder": sandbox.matter(), "sign_in": "imogen", "passphrase": PASSPHRASE }),
    );
    let claimant = |end: Option<&str>| {
        json!({
            "identity": { "forenames": "Fergus", "surname": "Sample", "date_of_birth": "1971-02-03" },
            "contact": { "emails": [{ "address": "fergus@example.org" }], "nation_at_incident": "scotland" },
            "episodes": [{
                "kind": "member", "start": "about 2016", "ongoing": end.is_none(), "end": end,
                "ending": end.map(|_| "resigned"),
            }],
            "notification": { "received": "yes", "channel": "email", "still_held": "no" },
            "consequence": {
                "own_words": "I could not sleep for weeks because I feared that people at work would find out.",
                "diagnosis": "yes", "treatment": "the doctor, in March 2022",
            },
            "aftermath": { "requests": [{ "kind": "access", "sent": "4 November 2021", "answered": "no" }] },
        })
    };
    let number = call(&app, "claimant.add", json!({ "claimant": claimant(None) }))["number"].clone();
    let said = json!({
        "number": number, "axis": "status", "code": "FORMER_RESIGNED", "reason": "He says that he had left before.",
    });
    call(&app, "override.set", said);
    let version = call(&app, "claimant.get", json!({ "number": number }))["version"].clone();
    let edited = json!({ "number": number, "version": version, "claimant": claimant(Some("autumn 2021")) });
    call(&app, "claimant.edit", edited);
    call(&app, "matter.lock", json!({}));
}

#[test]
fn imogen_reads_an_answer_that_is_open_and_late_and_that_she_has_to_look_at_again() {
    let sandbox = Sandbox::new();
    matter(&sandbox);
    fergus(&sandbox);
    let window = open(&sandbox, "imogen");
    open_record(&window, "Fergus Sample");
    window.see("Needs a fresh look");
    window.see("your resignation email or letter");
    window.see("Five-year prescription");
    for (width, height) in [(1280, 800), (1920, 1080)] {
        window.resize(width, height);
        window.look(&format!("record-awkward-{width}"));
    }
    window.resize(1280, 800);
    window.look_large("record-awkward");
    for heading in ["h-timeline", "h-classification", "h-reasons", "h-override", "h-limitation"] {
        window.run(&format!("document.getElementById('{heading}').scrollIntoView()"));
        window.look(&format!("record-awkward-{heading}"));
    }
    window.click("//summary[contains(., 'Why not something near it?')]");
    window.see("It would have to have ended otherwise");
    window.look("record-awkward-why-not");
}
