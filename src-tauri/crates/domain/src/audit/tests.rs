use jiff::Timestamp;
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

use super::*;
use crate::id::{ClaimantNumber, MatterId, PersonId};

const MATTER: MatterId = MatterId(Uuid::from_u128(7));

fn entry(op: &str, claimant: Option<u32>, at: i64, detail: Value) -> Entry {
    Entry {
        seq: 0,
        at: Timestamp::from_millisecond(at).expect("in range"),
        actor: Actor { id: PersonId(Uuid::from_u128(1)), name: "Imogen Achebe".to_owned() },
        op: op.to_owned(),
        subject: claimant.map_or(Subject::new(SubjectKind::Matter, ""), |number| {
            Subject::claimant(ClaimantNumber(number))
        }),
        claimant: claimant.map(ClaimantNumber),
        detail,
        change: None,
        content: claimant.map(|number| Digest::of(&number.to_be_bytes())),
    }
}

fn chained(entries: Vec<Entry>) -> Vec<Link> {
    let mut chain = Chain::new(MATTER);
    entries.into_iter().map(|entry| chain.append(entry)).collect()
}

fn faults(links: &[Link]) -> Vec<Fault> {
    let mut chain = Chain::new(MATTER);
    links.iter().filter_map(|link| chain.walk(link)).collect()
}

#[test]
fn a_canonical_text_sorts_keys_and_leaves_no_spaces() {
    let value = json!({ "name": "Zoë \"Z\"\n\u{1}", "age": 7, "list": [true, null, { "b": 1, "a": -2 }] });
    let text = canonical(&value);
    assert_eq!(text, r#"{"age":7,"list":[true,null,{"a":-2,"b":1}],"name":"Zoë \"Z\"\n\u0001"}"#);
    assert_eq!(serde_json::from_str::<Value>(&text).expect("is JSON"), value);
}

#[test]
fn the_text_of_an_entry_is_canonical_even_when_a_name_imitates_a_key() {
    let mut tricky = entry("claimant.edit", Some(4), 1_000, json!({ "z": 1, "a": "detail" }));
    tricky.actor.name = r#"","detail":null,"#.to_owned();
    tricky.change = Some(Digest::of(b"change"));
    let read: Value = serde_json::from_str(&tricky.text()).expect("is JSON");
    assert_eq!(canonical(&read), tricky.text());
    assert_eq!(read["detail"], tricky.detail);
    assert_eq!(read["actor"], serde_json::to_value(&tricky.actor).expect("a value"));
    assert_eq!(read["subject"], serde_json::to_value(&tricky.subject).expect("a value"));
    assert_eq!(read["at"], serde_json::to_value(tricky.at).expect("a value"));
    assert_eq!(read["change"], tricky.change.expect("a digest").to_string());
    assert_eq!(
        (&read["seq"], &read["claimant"], &read["op"]),
        (&json!(0), &json!(4), &json!("claimant.edit"))
    );
}

#[test]
fn an_entry_removed_from_the_middle_is_missed_once() {
    let mut links =
        chained((1..=5).map(|n| entry("claimant.add", Some(n), i64::from(n), Value::Null)).collect());
    assert_eq!(faults(&links), []);
    links.remove(2);
    assert_eq!(faults(&links), [Fault::Absent { first: 3, last: 3 }]);
}

#[test]
fn entries_of_another_matter_do_not_fit() {
    let links = chained(vec![entry("matter.create", None, 0, Value::Null)]);
    let mut elsewhere = Chain::new(MatterId(Uuid::from_u128(8)));
    assert_eq!(elsewhere.walk(&links[0]), Some(Fault::Entry(1)));
}

#[test]
fn a_change_names_fields_and_keeps_a_partial_date_whole() {
    let date = |text: &str| json!({ "earliest": "2020-05-01", "precision": "season", "text": text });
    let before = json!({ "identity": { "surname": "Achebe" }, "episodes": [{ "start": date("mid 2020") }] });
    let after = json!({
        "identity": { "surname": "Achebe-Jones", "title": "Dr" },
        "episodes": [{ "start": date("May 2020"), "ongoing": true }, { "kind": "member" }],
    });
    let change = Change::between(&before, &after);
    let paths: Vec<_> = change.0.keys().map(String::as_str).collect();
    assert_eq!(
        paths,
        ["episodes[0].ongoing", "episodes[0].start", "episodes[1]", "identity.surname", "identity.title"]
    );
    assert_eq!(change.undo(&after), before);
    assert_ne!(change.digest(b"salt"), change.digest(b"other salt"));
}

fn record() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-d.]{0,2}|precision", inner, 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn undoing_a_change_gives_what_was_there(before in record(), after in record()) {
        let change = Change::between(&before, &after);
        prop_assert_eq!(change.is_empty(), before == after);
        prop_assert_eq!(change.undo(&after), before);
    }

    #[test]
    fn an_entry_altered_anywhere_is_found(count in 1_usize..20, at in 0_usize..20, what in 0_usize..6) {
        let mut links = chained((0..count).map(|n| entry("claimant.add", Some(n as u32), n as i64, json!({ "n": n }))).collect());
        prop_assert_eq!(faults(&links), vec![]);
        let at = at % count;
        let altered = &mut links[at].entry;
        match what {
            0 => altered.actor.name.push('x'),
            1 => altered.op = "claimant.edit".to_owned(),
            2 => altered.detail = Value::Null,
            3 => altered.content = None,
            4 => altered.claimant = None,
            _ => altered.at += jiff::SignedDuration::from_millis(1),
        }
        prop_assert_eq!(faults(&links), vec![Fault::Entry(at as u64 + 1)]);
    }

    #[test]
    fn an_entry_that_is_altered_and_hashed_again_breaks_the_next(count in 2_usize..20, at in 0_usize..19) {
        let mut links = chained((0..count).map(|n| entry("claimant.add", Some(n as u32), n as i64, Value::Null)).collect());
        let at = at % (count - 1);
        let previous = at.checked_sub(1).map_or(Chain::new(MATTER).head(), |before| links[before].hash);
        links[at].entry.op = "claimant.edit".to_owned();
        links[at].hash = links[at].entry.hash(&previous);
        prop_assert_eq!(faults(&links), vec![Fault::Entry(at as u64 + 2)]);
    }

    #[test]
    fn canonical_text_is_read_back_as_the_same_value(value in record()) {
        prop_assert_eq!(serde_json::from_str::<Value>(&canonical(&value)).expect("is JSON"), value);
    }
}

#[test]
fn why_a_field_was_changed_stands_in_the_change_and_is_no_field_of_the_record() {
    let (before, after) = (json!({ "surname": "Parry" }), json!({ "surname": "Pugh", "title": "Ms" }));
    let plain = Change::between(&before, &after);
    let said = plain.clone().because(" she married ");
    assert_eq!(said.0[Change::WHY], Pair(json!(null), json!("she married")));
    assert_eq!((said.undo(&after), plain.undo(&after)), (before.clone(), before));
    assert_eq!(plain.clone().because("  "), plain, "blank words say nothing");
    assert_ne!(said.digest(b"salt"), plain.digest(b"salt"), "what was said cannot be altered later");
}
