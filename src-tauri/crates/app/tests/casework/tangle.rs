//! Records made one, parted, changed in between and told apart, in whatever order comes: all of it can be taken back.

use serde_json::{Value, json};

use crate::stage::{Stage, stage};
use crate::work::apply;

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }
}

/// Seven who share one home, a name and much else, so that each may be any other.
fn kellys(stage: &Stage) -> Vec<u64> {
    let given = ["Siobhan", "Shivaun", "Sean", "Siobhán", "Sinead", "Sean", "S"];
    let add = |(at, given): (usize, &&str)| {
        stage.add(json!({
            "external_reference": format!("K-{at}"),
            "identity": { "forenames": given, "surname": "Kelly", "date_of_birth": format!("198{}-03-04", at % 3) },
            "contact": {
                "emails": [{ "address": format!("k{at}@example.org") }, { "address": "kellys@example.org" }],
                "mobile": format!("07700 90011{at}"), "nation_at_incident": "england",
            },
            "episodes": [{ "kind": "member", "start": format!("201{at}"), "ongoing": true }],
            "losses": [{ "head": "software", "amount": format!("{at}.50") }],
        }))
    };
    given.iter().enumerate().map(add).collect()
}

/// All that the matter says of them, and of which pairs it asks.
fn said(stage: &Stage, numbers: &[u64]) -> Value {
    let record = |number: &u64| {
        let record = stage.get(*number);
        let journal = stage.call("journal.list", json!({ "number": number }));
        let mut work = stage.call("work.get", json!({ "number": number }));
        work["since"] = Value::Null;
        json!([record["claimant"], record["classification"], record["part_of"], journal, work])
    };
    let records: Vec<Value> = numbers.iter().map(record).collect();
    let pairs = |decided: bool| {
        let pairs = stage.call("match.list", json!({ "decided": decided }));
        let mut pairs: Vec<(u64, u64)> = pairs
            .as_array()
            .unwrap()
            .iter()
            .map(|row| (row["a"].as_u64().unwrap(), row["b"].as_u64().unwrap()))
            .collect();
        pairs.sort_unstable();
        pairs
    };
    json!({ "records": records, "waiting": pairs(false), "decided": pairs(true) })
}

/// Does one thing, if it may be done; gives what it was.
fn act(stage: &Stage, numbers: &[u64], dice: &mut Dice, turn: usize) -> Option<Value> {
    let (a, b) = (numbers[dice.below(numbers.len())], numbers[dice.below(numbers.len())]);
    let version = |number: u64| stage.get(number)["version"].clone();
    let reason = format!("reason {turn}");
    let done = match dice.below(8) {
        0..=2 => stage.refuse(
            "claimant.merge",
            json!({
                "kept": a, "kept_version": version(a), "lost": b, "lost_version": version(b), "reason": reason,
                "take": if turn.is_multiple_of(2) { json!(["identity.forenames"]) } else { json!([]) },
            }),
        ),
        3 => {
            let merges = stage.call("claimant.merges", json!({}));
            let standing = merges.as_array().unwrap().iter().filter(|merge| merge["undone_at"].is_null() || merge["undone_at"] == "");
            let standing: Vec<&Value> = standing.collect();
            if standing.is_empty() {
                return None;
            }
            let id = &standing[dice.below(standing.len())]["id"];
            stage.refuse("claimant.unmerge", json!({ "id": id, "reason": reason }))
        }
        4 => stage.refuse("match.decide", json!({ "a": a.min(b), "b": a.max(b), "not_same": true, "reason": reason })),
        5 => {
            let entry = json!({ "kind": "task", "text": format!("task {turn}") });
            stage.refuse("journal.add", json!({ "number": a, "entry": entry }))
        }
        6 => {
            apply(stage, &[a], json!({ "what": "tag", "tag": format!("tag {}", turn % 3) }));
            return Some(stage.call("undo.status", json!({}))["name"].take());
        }
        _ => {
            let record = stage.get(a);
            let mut claimant = record["claimant"].clone();
            match turn % 3 {
                0 => claimant["contact"]["mobile"] = json!(format!("07700 9002{:02}", turn % 100)),
                1 => claimant["identity"]["preferred_name"] = json!(format!("Kel {}", ["one", "two", "three"][turn % 3])),
                _ => claimant["contact"]["emails"][0]["address"] = json!(format!("new{turn}@example.org")),
            }
            let edit = json!({ "number": a, "version": record["version"], "claimant": claimant });
            stage.refuse("claimant.edit", edit)
        }
    };
    done.ok().map(|_| stage.call("undo.status", json!({}))["name"].take())
}

#[test]
fn whatever_was_merged_parted_and_changed_is_as_it_was_when_all_of_it_is_undone() {
    for seed in 1..=6 {
        let stage = stage();
        let numbers = kellys(&stage);
        let morning = said(&stage, &numbers);
        let begun = stage.call("undo.status", json!({}))["steps"].as_u64().unwrap();
        let mut dice = Dice(seed);
        let done: Vec<Value> = (0..40).filter_map(|turn| act(&stage, &numbers, &mut dice, turn)).collect();
        assert!(done.len() > 15, "a day with little in it shows little: {done:?} in {seed}");
        assert_eq!(stage.call("audit.verify", json!({}))["verdict"], "intact", "{seed}");
        while stage.call("undo.status", json!({}))["steps"].as_u64().unwrap() > begun {
            let name = stage.call("undo.status", json!({}))["name"].clone();
            let undone = stage.refuse("undo.run", json!({}));
            let undone = undone.unwrap_or_else(|error| panic!("{seed}: {name}: {}: {done:#?}", error.code));
            assert_eq!(undone["left"], 0, "{seed}: {name}");
        }
        let evening = said(&stage, &numbers);
        for (number, (before, after)) in numbers
            .iter()
            .zip(morning["records"].as_array().unwrap().iter().zip(evening["records"].as_array().unwrap()))
        {
            assert_eq!(after, before, "seed {seed}, C-{number:06}");
        }
        assert_eq!(evening, morning, "{seed}");
        assert_eq!(stage.call("audit.verify", json!({}))["verdict"], "intact", "{seed}");
    }
}
