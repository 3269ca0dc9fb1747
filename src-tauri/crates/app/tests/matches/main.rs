//! Possible duplicates of a matter: found when they are entered, decided, merged and parted again; and conflicts.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

#[cfg(test)]
#[path = "../answers/stage.rs"]
#[allow(dead_code)]
mod stage;

use serde_json::{Value, json};
use stage::{Stage, stage};

/// Siobhan as she registered first, and as she did again after she married.
fn siobhan(surname: &str, email: &str, reference: &str) -> Value {
    json!({
        "external_reference": reference,
        "identity": { "forenames": "Siobhan", "surname": surname, "date_of_birth": "1981-03-04" },
        "contact": {
            "emails": [{ "address": email }], "mobile": "07700 900115", "nation_at_incident": "england",
            "addresses": [{ "lines": ["9 Oak Street", "Derby"], "postcode": "DE1 1AA" }],
        },
        "episodes": [{ "kind": "member", "start": "March 2015", "ongoing": true }],
    })
}

fn two(stage: &Stage) -> (u64, u64) {
    let first = stage.add(siobhan("Kelly", "siobhan@example.org", "A-1"));
    let second = stage.add(siobhan("O'Brien", "siobhan.obrien@example.org", "B-7"));
    (first, second)
}

fn waiting(stage: &Stage) -> Vec<(u64, u64)> {
    let rows = stage.call("match.list", json!({ "decided": false }));
    let pair = |row: &Value| (row["a"].as_u64().unwrap(), row["b"].as_u64().unwrap());
    rows.as_array().unwrap().iter().map(pair).collect()
}

fn merge(stage: &Stage, kept: u64, lost: u64, take: &[&str]) -> u64 {
    let version = |number| stage.get(number)["version"].clone();
    let merged = stage.call(
        "claimant.merge",
        json!({
            "kept": kept, "kept_version": version(kept), "lost": lost, "lost_version": version(lost), "take": take,
            "reason": "she said so on the telephone",
        }),
    );
    merged["id"].as_u64().unwrap()
}

fn unmerge(stage: &Stage, id: u64) {
    stage.call("claimant.unmerge", json!({ "id": id, "reason": "they are two after all" }));
}

fn everyone(stage: &Stage) -> Vec<u64> {
    let ids = stage.call("claimant.ids", json!({ "text": "", "sort": "number" }));
    ids.as_array().unwrap().iter().map(|id| id.as_u64().unwrap()).collect()
}

fn intact(stage: &Stage) {
    assert_eq!(stage.call("audit.verify", json!({}))["verdict"], "intact");
}

#[test]
fn siobhan_who_registers_again_is_noticed_at_once() {
    let stage = stage();
    let (first, second) = two(&stage);
    assert_eq!(waiting(&stage), [(first, second)]);
    let pair = &stage.call("match.get", json!({ "a": first, "b": second }));
    let reasons: Vec<&str> = pair["row"]["reasons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|reason| reason["text"].as_str().unwrap())
        .collect();
    assert!(reasons.contains(&"same date of birth: strongly for"), "{reasons:?}");
    assert!(reasons.iter().any(|text| text.starts_with("different surname")), "{reasons:?}");
    assert!(pair["differences"].as_array().unwrap().iter().any(|field| field["path"] == "identity.surname"));
    for number in [first, second] {
        assert_eq!(stage.get(number)["group"]["possible_duplicate"], true);
    }
    intact(&stage);
}

#[test]
fn two_people_are_not_asked_about_again() {
    let stage = stage();
    let (first, second) = two(&stage);
    let decide = |not_same: bool| {
        stage.call(
            "match.decide",
            json!({ "a": second, "b": first, "not_same": not_same, "reason": "sisters-in-law" }),
        )
    };
    decide(true);
    assert!(waiting(&stage).is_empty());
    assert_eq!(stage.get(first)["group"]["possible_duplicate"], false);
    stage.call("match.search", json!({}));
    stage.edit(second, |record| record["contact"]["landline"] = json!("01632 960001"));
    assert!(waiting(&stage).is_empty(), "a search and an edit remember the decision");
    decide(false);
    assert_eq!(waiting(&stage), [(first, second)]);
}

#[test]
fn a_merge_and_its_undoing_leave_both_as_they_were() {
    let stage = stage();
    let (first, second) = two(&stage);
    let before = [first, second].map(|number| stage.get(number)["claimant"].clone());
    let id = merge(&stage, first, second, &["identity.surname"]);

    let merged = stage.get(first)["claimant"].clone();
    assert_eq!(merged["identity"]["surname"], "O'Brien");
    assert_eq!(merged["identity"]["other_names"][0]["name"], "Siobhan Kelly");
    assert_eq!(merged["contact"]["emails"].as_array().unwrap().len(), 2);
    assert_eq!(everyone(&stage), [first]);
    assert!(waiting(&stage).is_empty());
    let refused = stage.refuse(
        "claimant.edit",
        json!({ "number": second, "version": 1, "claimant": siobhan("Else", "else@example.org", "B-7") }),
    );
    assert_eq!(refused.unwrap_err().code, "merged-already");

    unmerge(&stage, id);
    assert_eq!([first, second].map(|number| stage.get(number)["claimant"].clone()), before);
    assert_eq!(everyone(&stage), [first, second]);
    assert_eq!(waiting(&stage), [(first, second)]);
    assert!(stage.get(second)["classification"].is_object());
    intact(&stage);
}

#[test]
fn what_was_changed_since_stays_with_whom_it_belongs_to() {
    let stage = stage();
    let (first, second) = two(&stage);
    let id = merge(&stage, first, second, &["identity.surname"]);
    stage.edit(first, |record| {
        record["identity"]["surname"] = json!("O'Brien-Kelly");
        record["contact"]["language"] = json!("Irish");
        record["contact"]["emails"].as_array_mut().unwrap().push(json!({ "address": "new@example.org" }));
    });
    unmerge(&stage, id);
    let [one, other] = [first, second].map(|number| stage.get(number)["claimant"].clone());
    assert_eq!(one["identity"]["surname"], "Kelly");
    assert_eq!(one["contact"]["language"], "Irish");
    assert_eq!(one["contact"]["emails"].as_array().unwrap().len(), 2);
    assert_eq!(other["identity"]["surname"], "O'Brien-Kelly", "it came from her, so the change is hers");
    assert_eq!(other["contact"]["emails"].as_array().unwrap().len(), 1);
}

#[test]
fn of_two_merges_into_one_record_either_can_be_undone_first() {
    for earlier_first in [true, false] {
        let stage = stage();
        let (first, second) = two(&stage);
        let third = stage.add(siobhan("Kelly", "siobhan@work.example.org", "C-9"));
        let numbers = [first, second, third];
        let before = numbers.map(|number| stage.get(number)["claimant"].clone());
        let merges = [merge(&stage, first, second, &[]), merge(&stage, first, third, &[])];
        assert_eq!(everyone(&stage), [first]);
        let order = if earlier_first { merges } else { [merges[1], merges[0]] };
        order.iter().for_each(|id| unmerge(&stage, *id));
        assert_eq!(numbers.map(|number| stage.get(number)["claimant"].clone()), before);
    }
}

#[test]
fn a_merge_of_a_merge_is_undone_from_the_outside_in() {
    let stage = stage();
    let (first, second) = two(&stage);
    let third = stage.add(siobhan("Kelly", "siobhan@work.example.org", "C-9"));
    let before = [first, second, third].map(|number| stage.get(number)["claimant"].clone());
    let inner = merge(&stage, second, third, &[]);
    let outer = merge(&stage, first, second, &[]);
    unmerge(&stage, outer);
    unmerge(&stage, inner);
    assert_eq!([first, second, third].map(|number| stage.get(number)["claimant"].clone()), before);
    intact(&stage);
}

#[test]
fn evidence_goes_with_its_record_and_comes_back() {
    let stage = stage();
    let (first, second) = two(&stage);
    let mail = |to: &str, subject: &str| {
        let path = stage.temp.path().join(format!("{subject}.eml"));
        let text = format!("From: a@example.com\r\nTo: {to}\r\nSubject: {subject}\r\n\r\nWords.\r\n");
        std::fs::write(&path, text).unwrap();
        path
    };
    let names = |number: u64| -> Vec<String> {
        let record = stage.get(number);
        let rows = record["evidence"].as_array().unwrap();
        rows.iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
    };
    let add = |path: std::path::PathBuf, number: u64| {
        stage.call("evidence.add", json!({ "paths": [path], "claimant": number }));
    };
    add(mail("siobhan.obrien@example.org", "hers"), second);
    let id = merge(&stage, first, second, &[]);
    assert_eq!(names(first), ["hers.eml"]);
    add(mail("siobhan.obrien@example.org", "since"), first);
    add(mail("siobhan@example.org", "own"), first);
    unmerge(&stage, id);
    assert_eq!(names(first), ["own.eml"]);
    assert_eq!(names(second), ["hers.eml", "since.eml"]);
}

#[test]
fn a_stale_look_and_a_missing_reason_are_refused() {
    let stage = stage();
    let (first, second) = two(&stage);
    let ask = |kept_version: u64, reason: &str| {
        let input = json!({
            "kept": first, "kept_version": kept_version, "lost": second, "lost_version": 1, "take": [],
            "reason": reason,
        });
        stage.refuse("claimant.merge", input).unwrap_err().code
    };
    assert_eq!(ask(1, "  "), "reason-missing");
    assert_eq!(ask(7, "sure"), "conflict");
    let unknown = stage.refuse("claimant.unmerge", json!({ "id": 99, "reason": "why not" }));
    assert_eq!(unknown.unwrap_err().code, "no-such-match");
    assert_eq!(everyone(&stage), [first, second]);
}

#[test]
fn a_conflict_search_finds_former_names_and_is_kept() {
    let stage = stage();
    let mut record = siobhan("O'Brien", "siobhan@example.org", "A-1");
    record["identity"]["other_names"] = json!([{ "kind": "maiden", "name": "Siobhan Kelly" }]);
    let number = stage.add(record);
    stage.call("conflict.search", json!({ "name": "KELLY, Siobhán" }));
    stage.call("conflict.search", json!({ "address": "de11aa" }));
    stage.call("conflict.search", json!({ "name": "Imogen Achebe" }));
    let searches = stage.call("conflict.list", json!({}));
    let found = |at: usize| &searches[at]["found"][0];
    assert_eq!(found(2)["number"], number);
    assert_eq!(found(2)["hits"][0]["field"], "identity.other_names");
    assert_eq!(found(1)["hits"][0]["field"], "contact.addresses");
    assert_eq!(found(0)["number"], Value::Null, "somebody who works here");
    assert_eq!(searches[0]["by"], "Imogen Achebe");
    assert_eq!(stage.refuse("conflict.search", json!({})).unwrap_err().code, "conflict-blank");
    intact(&stage);
}

#[test]
fn a_record_that_went_into_another_one_is_counted_nowhere() {
    let stage = stage();
    let (first, second) = two(&stage);
    let tag = |number: u64, tag: &str| {
        let action = json!({ "what": "tag", "tag": tag });
        stage.refuse("work.apply", json!({ "numbers": [number], "action": action }))
    };
    tag(second, "called").unwrap();
    let id = merge(&stage, first, second, &[]);
    let page = |sort: &str, filters: Value| {
        let query = json!({ "text": "", "sort": sort, "filters": filters });
        stage.call("claimant.page", json!({ "query": query, "after": null, "limit": 50 }))
    };
    for sort in ["name", "number", "updated", "notice"] {
        assert_eq!(page(sort, json!([])), json!([first]), "{sort}");
    }
    let passed = tag(second, "again").unwrap();
    assert_eq!((&passed["changed"], &passed["refused"][0]["first"]), (&json!(0), &json!(second)));
    let states = stage.call("today.get", json!({}))["states"].clone();
    assert_eq!(states[0]["count"], 1, "{states}");
    assert_eq!(stage.call("ready.list", json!({}))["rows"].as_array().unwrap().len(), 1);
    // Whoever is entered on the register is a person, not a record.
    let entered = stage.call("register.enter", json!({ "numbers": [second], "unready": true }));
    assert_eq!(entered["refused"][0]["number"], second, "{entered}");
    assert_eq!(
        stage.call("register.enter", json!({ "unready": true }))["refused_count"],
        1,
        "the kept one, who has not consented"
    );
    unmerge(&stage, id);
    assert_eq!(page("number", json!([])), json!([first, second]));
    intact(&stage);
}

#[test]
fn who_is_on_the_register_does_not_go_into_another_record() {
    let stage = stage();
    let (first, second) = two(&stage);
    stage.edit(second, |record| {
        record["consents"] =
            json!([{ "kind": "joined-as-claimant", "given": true, "at": "2026-11-20T10:00:00Z" }]);
    });
    assert_eq!(stage.call("register.enter", json!({ "numbers": [second], "unready": true }))["entered"], 1);
    let ask = |kept: u64, lost: u64| {
        let version = |number| stage.get(number)["version"].clone();
        let input = json!({
            "kept": kept, "kept_version": version(kept), "lost": lost, "lost_version": version(lost), "take": [],
            "reason": "she said so on the telephone",
        });
        stage.refuse("claimant.merge", input)
    };
    assert_eq!(ask(first, second).unwrap_err().code, "on-register");
    ask(second, first).unwrap();
    assert_eq!(everyone(&stage), [second]);
}

#[test]
fn a_merge_is_undone_before_what_was_done_before_it() {
    let stage = stage();
    let (first, second) = two(&stage);
    let tag = |numbers: &[u64], tag: &str| {
        let action = json!({ "what": "tag", "tag": tag });
        stage.call("work.apply", json!({ "numbers": numbers, "action": action }));
    };
    tag(&[first], "Leeds");
    tag(&[second], "called");
    stage.edit(second, |record| record["contact"]["landline"] = json!("01632 960001"));
    let records = || [first, second].map(|number| stage.get(number)["claimant"].clone());
    let tags = |number: u64| stage.call("work.get", json!({ "number": number }))["tags"].clone();
    let before = records();
    let id = merge(&stage, first, second, &[]);
    let merged = stage.get(first)["claimant"].clone();
    assert_eq!(tags(first), json!(["Leeds", "called"]), "the work on the other file is carried over");
    unmerge(&stage, id);
    assert_eq!((records(), tags(first)), (before.clone(), json!(["Leeds"])));
    let name = |name: &str| assert_eq!(stage.call("undo.status", json!({}))["name"], name);
    name("parting of C-000002 from C-000001");
    stage.call("undo.run", json!({}));
    assert_eq!((everyone(&stage), stage.get(first)["claimant"].clone()), (vec![first], merged));
    name("merge of C-000002 into C-000001");
    stage.call("undo.run", json!({}));
    assert_eq!((everyone(&stage), records()), (vec![first, second], before));
    name("change of landline number of C-000002");
    for _ in 0..5 {
        assert_eq!(stage.call("undo.run", json!({}))["left"], 0);
    }
    assert_eq!(everyone(&stage), Vec::<u64>::new(), "nobody is there, as in the beginning");
    intact(&stage);
}

#[test]
fn a_record_inside_a_merged_record_comes_out_by_itself() {
    let stage = stage();
    let (first, second) = two(&stage);
    let third = stage.add(stage::member("Ada", "Examplar", "ada@post.example"));
    let own = [first, second, third].map(|number| stage.get(number)["claimant"].clone());
    let inner = merge(&stage, second, first, &[]);
    merge(&stage, third, second, &["identity.surname"]);
    stage.edit(third, |record| record["contact"]["landline"] = json!("01632 960001"));
    unmerge(&stage, inner);
    assert_eq!(everyone(&stage), [first, third]);
    assert_eq!(stage.get(first)["claimant"], own[0]);
    let held = stage.get(third)["claimant"].clone();
    assert_eq!(held["contact"]["landline"], "01632 960001", "what was changed since stays");
    assert_eq!(held["identity"]["surname"], own[1]["identity"]["surname"], "as was chosen");
    let merges = stage.call("claimant.merges", json!({}));
    let outer = merges.as_array().unwrap().iter().find(|merge| merge["undone_at"] == "").unwrap();
    unmerge(&stage, outer["id"].as_u64().unwrap());
    assert_eq!(everyone(&stage), [first, second, third]);
    assert_eq!(stage.get(second)["claimant"], own[1]);
    intact(&stage);
}

#[test]
fn a_father_and_his_son_born_on_one_day_of_the_year_and_twins_are_nobodys_copy() {
    let stage = stage();
    let pritchard = |forenames: &str, born: &str| {
        json!({
            "identity": { "forenames": forenames, "surname": "Pritchard", "date_of_birth": born },
            "contact": {
                "nation_at_incident": "wales",
                "addresses": [{ "lines": ["12 Heol Fach", "Cardiff"], "postcode": "CF10 1AA" }],
            },
            "episodes": [{ "kind": "member", "start": "2015", "ongoing": true }],
        })
    };
    for (forenames, born) in
        [("Gareth", "1950-03-14"), ("Gareth", "1980-03-14"), ("Owain", "1991-07-01"), ("Seren", "1991-07-01")]
    {
        stage.add(pritchard(forenames, born));
    }
    assert_eq!(waiting(&stage), []);
    stage.call("match.search", json!({}));
    assert_eq!(waiting(&stage), []);
    // One figure wrong among neighbours of the same age is a mistake as people make it.
    stage.add(pritchard("Gareth", "1981-03-14"));
    assert_eq!(waiting(&stage), [(2, 5)]);
}
