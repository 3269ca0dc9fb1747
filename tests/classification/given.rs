//! What is taken, what is refused, and in which words.

use joinder_tests::program::{Ended, Sandbox};
use serde_json::{Value, json};

fn classify(value: &Value) -> Ended {
    let sandbox = Sandbox::new();
    let file = sandbox.file("people.json", value.to_string());
    sandbox.run(["classify", file.to_str().unwrap(), "--today", "2026-11-23", "--json"])
}

fn status(answer: &Value) -> &Value {
    &answer["classification"]["status"]["possible"]
}

fn member(until: &str) -> Value {
    json!({ "kind": "member", "start": "2015", "end": until, "ending": "resigned" })
}

#[test]
fn one_is_answered_with_one_and_a_list_with_a_list() {
    let one = classify(&json!({ "episodes": [member("mid 2020")] })).succeeds().json();
    assert_eq!(*status(&one), json!(["FORMER_RESIGNED"]));
    let list = classify(&json!([{ "episodes": [member("mid 2020")] }, { "claimant": {} }])).succeeds().json();
    assert_eq!(list.as_array().unwrap().len(), 2);
    assert_eq!(list[1]["reference"], "2");
}

#[test]
fn dates_may_be_words_or_intervals() {
    let spans = [
        json!("autumn 2021"),
        json!({ "earliest": "2021-09-01", "latest": "2021-11-30" }),
        json!({ "text": "autumn 2021" }),
        json!({ "earliest": "2021-09-01", "latest": "2021-11-30", "precision": "season", "text": "autumn 2021" }),
    ];
    for span in spans {
        let person =
            json!({ "episodes": [{ "kind": "member", "start": "2015", "end": span, "ending": "resigned" }] });
        let answer = classify(&person).succeeds().json();
        assert_eq!(*status(&answer), json!(["FORMER_RESIGNED", "MEMBER"]), "{span}");
    }
}

#[test]
fn evidence_may_be_what_it_shows_or_its_grade() {
    let shows = json!({
        "claimant": { "contact": { "emails": [{ "address": "gosia@example.org" }] } },
        "evidence": [{
            "name": "notice.eml", "shape": "native-mail", "subject": "Private and Confidential",
            "dated": "2021-11-03T15:04:05", "received": "full", "body_hash": "match", "dkim_pass_by_own_provider": true,
            "body": "Wednesday 3 November 2021. Dear Sir / Madam. On 29 October 2021 a third party told us. NCA, NCSC, ICO.",
            "recipients": ["gosia@example.org"],
        }],
    });
    let answer = classify(&shows).succeeds().json();
    assert_eq!(answer["classification"]["notice"], "PROVEN");
    assert_eq!(answer["evidence"][0]["name"], "notice.eml");
    for graded in
        [json!({ "tier": 4 }), json!({ "tier": 4, "kind": "genuine" }), json!({ "grade": { "tier": 4 } })]
    {
        let answer = classify(&json!({ "claimant": {}, "evidence": [graded] })).succeeds().json();
        assert_eq!(answer["classification"]["notice"], "PROVEN");
    }
    let wrong = json!({ "claimant": {}, "evidence": [{ "tier": 0, "kind": "other-incident" }] });
    assert_eq!(classify(&wrong).succeeds().json()["classification"]["notice"], "WRONG_NOTICE");
}

#[test]
fn what_is_not_known_is_named_with_its_path_and_the_rest_goes_on() {
    let people = json!([
        { "episodes": [{ "kind": "member", "colour": "red" }], "shoe_size": 7 },
        { "episodes": [member("2018")] },
    ]);
    let answers = classify(&people).ends_with(4).json();
    let problems = answers[0]["problems"].as_array().unwrap();
    let fields: Vec<&str> = problems.iter().map(|problem| problem["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["[0].episodes[0].colour", "[0].shoe_size"]);
    let said = problems[0]["message"].as_str().unwrap();
    assert!(said.contains("colour") && said.contains("last_payment"), "{said}");
    assert!(answers[0]["classification"].is_null());
    assert_eq!(*status(&answers[1]), json!(["FORMER_RESIGNED"]));
}

#[test]
fn a_date_that_does_not_exist_is_named_and_taken_as_not_known() {
    let answer = classify(&json!({ "episodes": [member("31 February 2020")] })).succeeds().json();
    assert_eq!(*status(&answer), json!(["FORMER_RESIGNED", "MEMBER"]));
    assert_eq!(answer["problems"][0]["field"], "episodes[0].end");
}

#[test]
fn broken_json_is_refused_with_its_line() {
    let sandbox = Sandbox::new();
    let file = sandbox.file("people.json", "[\n  {},\n  {\"episodes\": [}\n]");
    let ended = sandbox.run(["classify", file.to_str().unwrap()]).ends_with(1);
    assert!(ended.complained().contains("line 3, column 17"), "{}", ended.complained());
    let nobody = sandbox.file("nobody.json", "[]");
    let ended = sandbox.run(["classify", nobody.to_str().unwrap()]).ends_with(1);
    assert!(ended.complained().contains("no claimant"), "{}", ended.complained());
    let nowhere = sandbox.run(["classify", "nowhere.json"]).ends_with(1);
    assert!(nowhere.complained().contains("cannot be read"));
}

#[test]
fn a_day_that_is_none_is_refused() {
    let sandbox = Sandbox::new();
    let file = sandbox.file("people.json", "{}");
    let ended = sandbox.run(["classify", file.to_str().unwrap(), "--today", "someday"]).ends_with(1);
    assert!(!ended.complained().is_empty());
}

#[test]
fn contradictions_are_findings_and_never_failures() {
    let odd = json!({
        "identity": { "date_of_birth": "1890-01-01", "died": "2019" },
        "episodes": [
            { "kind": "member", "start": "2031", "end": "2010", "ending": "resigned" },
            { "kind": "none", "membership_number": "A1" },
        ],
        "notification": { "received": "no" },
        "consequence": { "no_distress": true, "treatment": "the doctor" },
    });
    let answer = classify(&odd).succeeds().json();
    let flags: Vec<&str> =
        answer["classification"]["flags"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    for flag in ["DATES_CONTRADICT", "CONTRADICTION_MEMBERSHIP", "CONTRADICTION_DISTRESS", "DECEASED_PRE"] {
        assert!(flags.contains(&flag), "{flag} among {flags:?}");
    }
}

#[test]
fn two_records_of_one_person_are_compared_and_a_shared_mailbox_is_seen() {
    let person = |surname: &str, born: &str| {
        json!({
            "identity": { "forenames": "Siân", "surname": surname, "date_of_birth": born },
            "contact": { "emails": [{ "address": "family@example.org" }] },
            "episodes": [{ "kind": "member", "start": "2015", "ongoing": true }],
        })
    };
    let twice =
        classify(&json!([person("Hughes", "1970-02-03"), person("Price", "1970-02-03")])).succeeds().json();
    assert_eq!(twice[0]["classification"]["outcome"], "MERGE");
    let two =
        classify(&json!([person("Hughes", "1970-02-03"), person("Hughes", "1996-05-06")])).succeeds().json();
    assert_ne!(two[0]["classification"]["outcome"], "MERGE");
    assert!(two[1]["classification"]["flags"].as_array().unwrap().contains(&json!("SHARED_MAILBOX")));
}

#[test]
fn twins_and_a_father_and_his_son_are_not_taken_for_one_person() {
    let person = |forenames: &str, born: &str, email: &str| {
        json!({
            "identity": { "forenames": forenames, "surname": "Hughes", "date_of_birth": born },
            "contact": {
                "emails": [{ "address": email }],
                "addresses": [{ "use": "now", "lines": ["4 Sample Street"], "postcode": "LS1 1AA" }],
            },
            "episodes": [{ "kind": "member", "start": "2015", "ongoing": true }],
        })
    };
    let twins = [
        person("Peter", "1980-02-03", "peter@example.org"),
        person("Alice", "1980-02-03", "alice@example.org"),
    ];
    let kin =
        [person("John", "1950-02-03", "john@example.org"), person("John", "1980-04-05", "jj@example.org")];
    // Born on one day of the year: a slip of one figure, or a generation.
    let birthday =
        [person("John", "1950-02-03", "john@example.org"), person("John", "1980-02-03", "jj@example.org")];
    for two in [twins, kin, birthday] {
        for answer in classify(&json!(two)).succeeds().json().as_array().unwrap() {
            assert_ne!(answer["classification"]["outcome"], "MERGE", "{}", answer["name"]);
        }
    }
}

#[test]
fn one_person_under_two_surnames_is_seen_by_address_or_telephone() {
    let person = |surname: &str, email: &str, line: &str, mobile: &str| {
        json!({
            "identity": { "forenames": "Tabitha", "surname": surname, "date_of_birth": "1970-02-03" },
            "contact": {
                "emails": [{ "address": email }],
                "mobile": mobile,
                "addresses": [{ "use": "now", "lines": [line], "postcode": "LS1 1AA" }],
            },
            "episodes": [{ "kind": "member", "start": "2015", "ongoing": true }],
        })
    };
    let moved = [
        person("Jones", "t1@example.org", "1 High St", ""),
        person("Smith", "t2@example.org", "1 High Street", ""),
    ];
    let called = [
        person("Jones", "t1@example.org", "1 High Street", "07700 900123"),
        person("Smith", "t2@example.org", "7 Low Road", "+44 7700 900123"),
    ];
    for two in [moved, called] {
        for answer in classify(&json!(two)).succeeds().json().as_array().unwrap() {
            assert_eq!(answer["classification"]["outcome"], "MERGE", "{}", answer["name"]);
        }
    }
}

#[test]
fn what_show_prints_is_taken_and_answered_alike() {
    let sandbox = Sandbox::with_matter();
    let table = sandbox.file("people.csv", "Forenames,Surname,Email\nGosia,Kowalska,gosia@example.org\n");
    sandbox.run(["import", "claimants", table.to_str().unwrap()]).succeeds();
    let shown = sandbox.run(["show", "1", "--json"]).succeeds().json();
    let file = sandbox.file("gosia.json", shown.to_string());
    let today = shown["classification"]["as_of"].as_str().unwrap();
    let answer =
        sandbox.run(["classify", file.to_str().unwrap(), "--today", today, "--json"]).succeeds().json();
    assert_eq!(answer["classification"], shown["classification"]);
}
