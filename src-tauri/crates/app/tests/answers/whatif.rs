//! Imogen tries other rules on four members before she adopts any.

use std::sync::{Arc, OnceLock};

use joinder_app::{App, Clock, Job};
use serde_json::{Value, json};

use crate::stage::*;

fn whatif(stage: &Stage, input: Value) -> Value {
    stage.call("whatif.run", input)
}

fn of(tried: &Value, axis: &str) -> Vec<(Vec<String>, Vec<String>, u64)> {
    let codes = |way: &Value, key: &str| -> Vec<String> {
        way[key].as_array().unwrap().iter().map(|code| code.as_str().unwrap().to_owned()).collect()
    };
    let moves = tried["moves"].as_array().unwrap().iter().filter(|way| way["axis"] == axis);
    moves
        .map(|way| (codes(way, "from_codes"), codes(way, "to_codes"), way["count"].as_u64().unwrap()))
        .collect()
}

#[test]
fn who_stopped_paying_moves_when_memberships_lapse_sooner_and_nothing_is_changed() {
    let stage = stage();
    let (robin, sam) = two(&stage);
    let before = (stage.get(robin), stage.call("audit.list", json!({ "before": null, "limit": 100 })));
    let tried = whatif(&stage, json!({ "rules": sooner(4) }));
    assert_eq!((&tried["claimants"], &tried["moved"]), (&json!(2), &json!(1)));
    assert_eq!(tried["tried"]["version"], 4);
    assert_eq!(
        of(&tried, "status"),
        [(vec!["MEMBER_ARREARS".to_owned()], vec!["FORMER_LAPSED".to_owned()], 1)]
    );
    let way = tried["moves"].as_array().unwrap().iter().find(|way| way["axis"] == "status").unwrap();
    assert!(!way["because"][0]["rule"].as_str().unwrap().is_empty(), "{way}");
    assert!(!way["because"][0]["citation"].as_str().unwrap().is_empty(), "{way}");

    let movers = stage.call("whatif.moves", json!({ "id": tried["id"], "at": way["at"] }));
    assert_eq!(movers, json!([robin]));
    let rows = stage.call("whatif.rows", json!({ "id": tried["id"], "numbers": [robin, sam] }));
    assert_eq!(rows[0]["name"], "Robin Sample");
    assert!(rows[0]["moves"].as_array().unwrap().iter().any(|way| way["axis"] == "status"));
    assert_eq!(rows[1]["moves"], json!([]));

    let after = (stage.get(robin), stage.call("audit.list", json!({ "before": null, "limit": 100 })));
    assert_eq!(before, after);
}

#[test]
fn before_and_after_are_counted_where_somebody_would_move() {
    let stage = stage();
    two(&stage);
    let tried = whatif(&stage, json!({ "rules": sooner(4) }));
    let of = |axis: &str, code: &str| {
        let places = tried["counts"].as_array().unwrap();
        let place = places.iter().find(|place| place["axis"] == axis && place["code"] == code);
        place.map(|place| (place["before"].as_u64().unwrap(), place["after"].as_u64().unwrap()))
    };
    assert_eq!(of("status", "MEMBER_ARREARS"), Some((1, 0)));
    assert_eq!(of("status", "FORMER_LAPSED"), Some((0, 1)));
    assert_eq!(of("cohort", "UNCONFIRMED"), None, "nobody would move there");
    let total: u64 = stage
        .call("claimant.counts", json!({}))
        .as_array()
        .unwrap()
        .iter()
        .filter(|count| count["axis"] == "status")
        .map(|count| count["count"].as_u64().unwrap())
        .sum();
    let places = tried["counts"].as_array().unwrap();
    let status = places.iter().filter(|place| place["axis"] == "status");
    assert_eq!(status.map(|place| place["before"].as_u64().unwrap()).sum::<u64>(), total);
}

#[test]
fn a_file_with_rules_is_read_as_it_is_and_anything_else_is_refused() {
    let stage = stage();
    let path = stage.temp.path().join("mine.toml");
    std::fs::write(&path, "format = 1").unwrap();
    let file = stage.call("rules.read", json!({ "path": path }));
    assert_eq!(file, json!({ "name": "mine.toml", "text": "format = 1" }));
    std::fs::write(&path, [0xff, 0xfe, 0x00]).unwrap();
    for path in [path, stage.temp.path().join("not-there.toml"), stage.temp.path().to_owned()] {
        assert_eq!(stage.refuse("rules.read", json!({ "path": path })).unwrap_err().code, "rules-unreadable");
    }
}

#[test]
fn an_earlier_day_of_the_incident_moves_who_left_in_between() {
    let stage = stage();
    let (robin, _) = two(&stage);
    let mut left = member("Lee", "Sample", "lee@example.org");
    left["episodes"][0]["ongoing"] = json!(false);
    left["episodes"][0]["ending"] = json!("resigned");
    left["episodes"][0]["end"] = date("1 June 2021");
    let lee = stage.add(left);
    let tried = whatif(&stage, json!({ "incident_date": "2021-05-01" }));
    assert_eq!(tried["tried"]["incident_date"], "2021-05-01");
    let movers = stage.call("whatif.moves", json!({ "id": tried["id"] }));
    let movers: Vec<u64> = movers.as_array().unwrap().iter().map(|number| number.as_u64().unwrap()).collect();
    assert!(movers.contains(&lee) && movers.contains(&robin), "{movers:?}");
    assert!(of(&tried, "status").contains(&(vec!["FORMER_RESIGNED".into()], vec!["MEMBER".into()], 1)));
    let refused = stage.refuse("whatif.run", json!({ "incident_date": "2021-11-04" })).unwrap_err();
    assert_eq!(refused.code, "incident-after-notice");
}

#[test]
fn the_table_can_be_taken_away_without_names() {
    let stage = stage();
    two(&stage);
    let tried = whatif(&stage, json!({ "rules": sooner(4) }));
    let path = stage.temp.path().join("moves.csv");
    let written = stage.call("whatif.export", json!({ "id": tried["id"], "path": path }));
    let table = std::fs::read_to_string(&path).unwrap();
    assert_eq!(written["claimants"], 1);
    assert_eq!(table.lines().count() as u64, written["rows"].as_u64().unwrap() + 1);
    assert!(table.contains("C-000001") && table.contains("MEMBER_ARREARS"), "{table}");
    assert!(!table.contains("Robin") && !table.contains("example.org"));
    let last = stage.call("audit.list", json!({ "before": null, "limit": 1 }));
    assert_eq!(last[0]["what"], "Exported who would move under other rules");
    let book = stage.temp.path().join("moves.xlsx");
    let booked = stage.call("whatif.export", json!({ "id": tried["id"], "path": book }));
    assert_eq!(booked, written);
    let bytes = std::fs::read(&book).unwrap();
    let read = joinder_evidence::read_spreadsheet(&bytes).unwrap();
    let names: Vec<&str> = read.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["What was tried", "From what to what", "Who"]);
    let gone = stage.refuse("whatif.export", json!({ "id": "another", "path": path })).unwrap_err();
    assert_eq!(gone.code, "no-such-whatif");
}

#[test]
fn whoever_stops_it_half_way_has_changed_nothing() {
    let stage = stage();
    two(&stage);
    let count = |stage: &Stage| stage.call("audit.list", json!({ "before": null, "limit": 100 }));
    let before = count(&stage);
    let job = Job::quiet();
    job.cancel();
    for (name, input) in [
        ("whatif.run", json!({ "rules": sooner(4) })),
        ("run.adopt", json!({ "rules": sooner(4), "reason": "counsel's advice" })),
        ("classification.run", json!({})),
    ] {
        let stopped = stage.app.dispatch(name, input, &job).unwrap_err();
        assert_eq!(stopped.code, "cancelled", "{name}");
    }
    assert_eq!(stage.call("run.list", json!({})), json!([]));
    assert_eq!(count(&stage), before);
}

#[test]
fn adopting_stopped_in_the_middle_leaves_every_answer_as_it_was() {
    let stage = stage();
    let (robin, _) = two(&stage);
    let mut rows = "forenames,surname,episode 1 kind,episode 1 start\n".to_owned();
    (0..1_500).for_each(|n| rows.push_str(&format!("Dede{n},Sample,member,2015\n")));
    let csv = stage.temp.path().join("more.csv");
    std::fs::write(&csv, rows).unwrap();
    stage
        .call("import.claimants", json!({ "path": csv, "error_file": stage.temp.path().join("errors.csv") }));
    let before = (stage.get(robin), stage.get(1_502), stage.call("audit.verify", json!({})));
    let job = Arc::new(OnceLock::<Job>::new());
    let own = Arc::clone(&job);
    // Whoever watches stops it once the first thousand are written.
    let watched = Job::new(move |progress| {
        if progress.done >= 1_000
            && let Some(job) = own.get()
        {
            job.cancel();
        }
    });
    job.set(watched.clone()).ok();
    let adopt = json!({ "rules": sooner(4), "reason": "counsel's advice" });
    assert_eq!(stage.app.dispatch("run.adopt", adopt, &watched).unwrap_err().code, "cancelled");
    assert_eq!(stage.call("run.list", json!({})), json!([]));
    let after = (stage.get(robin), stage.get(1_502), stage.call("audit.verify", json!({})));
    assert_eq!(before, after);
}

#[test]
fn rules_with_mistakes_are_refused_with_their_places() {
    let stage = stage();
    let broken = json!({ "name": "mine.toml", "text": built_in().replace("months = 6", "months = \"six\"") });
    let refused = stage.refuse("whatif.run", json!({ "rules": broken })).unwrap_err();
    assert_eq!(refused.code, "bad-rules");
    assert!(refused.problems.iter().any(|problem| problem.field.contains("months")), "{refused:?}");
    let newer = json!({ "name": "new.toml", "text": built_in().replace("format = 1", "format = 99") });
    assert_eq!(stage.refuse("whatif.run", json!({ "rules": newer })).unwrap_err().code, "bad-rules");
}

#[test]
fn adopting_does_what_the_what_if_showed_and_earlier_answers_stay_readable() {
    let stage = stage();
    let (robin, sam) = two(&stage);
    let earlier = stage.get(robin)["classification"].clone();
    let tried = whatif(&stage, json!({ "rules": sooner(4) }));
    let adopted = stage.call(
        "run.adopt",
        json!({ "rules": sooner(4), "reason": "counsel's advice", "sha256": tried["tried"]["sha256"] }),
    );
    assert_eq!(adopted["id"], 2);
    assert_eq!(
        adopted["changed"],
        tried["moved"].as_u64().unwrap() + tried["reasons_only"].as_u64().unwrap()
    );
    let now = stage.get(robin)["classification"].clone();
    assert_eq!(now["status"]["possible"], json!(["FORMER_LAPSED"]));
    assert_eq!(now["rule_set"]["version"], 4);
    // Sam's answer is the same, and is the new rules' answer too.
    assert_eq!(stage.get(sam)["classification"]["rule_set"]["version"], 4);

    let runs = stage.call("run.list", json!({}));
    assert_eq!(runs.as_array().unwrap().len(), 2);
    assert_eq!((&runs[0]["in_force"], &runs[1]["in_force"]), (&json!(false), &json!(true)));
    assert_eq!((&runs[1]["who"], &runs[1]["reason"]), (&json!("Imogen Achebe"), &json!("counsel's advice")));
    let frozen = stage.call("run.get", json!({ "id": 2 }));
    assert_eq!(frozen["text"], sooner(4)["text"]);
    assert!(frozen["counts"].as_array().unwrap().iter().any(|count| {
        count["axis"] == "status" && count["code"] == "FORMER_LAPSED" && count["count"] == 1
    }));
    let answer = |id: u32, number: u64| {
        stage.call("run.answer", json!({ "id": id, "number": number }))["classification"].clone()
    };
    assert_eq!(answer(1, robin), earlier);
    assert_eq!(answer(2, robin), now);
    assert_eq!(answer(1, sam)["rule_set"]["version"], 3);

    // A fact that changes later changes the answer, not the run.
    stage.edit(robin, |claimant| claimant["episodes"][0]["last_payment"] = json!("1 October 2021"));
    assert_ne!(stage.get(robin)["classification"]["status"], now["status"]);
    assert_eq!(answer(2, robin), now);
    let newcomer = stage.add(member("Kim", "Sample", "kim@example.org"));
    assert_eq!(answer(2, newcomer), Value::Null);
    assert_eq!(stage.call("audit.verify", json!({}))["verdict"], "intact");
}

#[test]
fn the_adopted_rules_are_in_force_when_the_matter_is_opened_again() {
    let stage = stage();
    let (robin, _) = two(&stage);
    let reason = json!("counsel's advice");
    stage.call("run.adopt", json!({ "rules": sooner(4), "incident_date": "2021-10-28", "reason": reason }));
    let before = stage.get(robin)["classification"].clone();
    assert_eq!(before["incident_date"], "2021-10-28");
    stage.call("matter.lock", json!({}));
    let again =
        App::at(stage.temp.path().join("config"), Clock::Fixed("2026-11-23T10:00:00Z".parse().unwrap()));
    let unlock = json!({ "folder": stage.folder(), "sign_in": "imogen", "passphrase": PASSPHRASE });
    again.dispatch("matter.unlock", unlock, &Job::quiet()).unwrap();
    let ran = again.dispatch("classification.run", json!({}), &Job::quiet()).unwrap();
    assert_eq!(ran["output"], json!({ "classified": 2, "changed": 0 }));
    let record = again.dispatch("claimant.get", json!({ "number": robin }), &Job::quiet()).unwrap();
    assert_eq!(record["output"]["classification"], before);
}

#[test]
fn rules_edited_under_the_same_version_are_refused() {
    let stage = stage();
    two(&stage);
    let adopt = |rules: Value| stage.refuse("run.adopt", json!({ "rules": rules, "reason": "advice" }));
    assert_eq!(adopt(sooner(3)).unwrap_err().code, "rules-edited");
    let warned = whatif(&stage, json!({ "rules": sooner(3) }));
    assert_eq!(warned["warnings"].as_array().unwrap().len(), 1);
    adopt(sooner(4)).unwrap();
    assert_eq!(adopt(sooner(4)).unwrap_err().code, "rules-in-force");
    let edited = json!({ "name": "mine.toml", "text": sooner(4)["text"].as_str().unwrap().replace("months = 3", "months = 4") });
    assert_eq!(adopt(edited).unwrap_err().code, "rules-edited");
    // Back to the first ones is a decision like any other.
    assert_eq!(adopt(json!({ "name": "rules.toml", "text": built_in() })).unwrap()["id"], 3);
    let seen = json!({ "rules": sooner(5), "reason": "advice", "sha256": "00" });
    assert_eq!(stage.refuse("run.adopt", seen).unwrap_err().code, "rules-changed");
    let nameless = json!({ "rules": sooner(5), "reason": "  " });
    assert_eq!(stage.refuse("run.adopt", nameless).unwrap_err().code, "reason-missing");
}

/// Robin stopped paying in June 2021, four months before the incident; Sam is a member like any other.
pub fn two(stage: &Stage) -> (u64, u64) {
    let mut robin = member("Robin", "Sample", "robin@example.org");
    robin["episodes"][0]["ongoing"] = json!(false);
    robin["episodes"][0]["ending"] = json!("stopped-paying");
    robin["episodes"][0]["last_payment"] = date("1 June 2021");
    (stage.add(robin), stage.add(member("Sam", "Sample", "sam@example.org")))
}

fn built_in() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/profiles/labour-2021/rules.toml");
    std::fs::read_to_string(path).unwrap()
}

/// The rules of the matter, but memberships lapse after three months.
pub fn sooner(version: u32) -> Value {
    let text = built_in().replace("\nversion = 3\n", &format!("\nversion = {version}\n"));
    json!({ "name": "mine.toml", "text": text.replace("months = 6", "months = 3") })
}
