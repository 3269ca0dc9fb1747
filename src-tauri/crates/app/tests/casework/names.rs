//! Names that are as short or as long as names are, and words that are longer than anybody reads.

use serde_json::json;

use crate::stage::{member, stage};

#[test]
fn a_name_of_one_letter_and_one_of_three_hundred_are_entered_found_listed_and_printed() {
    let stage = stage();
    let long = "Uvuvwevwevwe Onyetenyevwe Ugwemubwem ".repeat(9).chars().take(300).collect::<String>() + "s";
    let short = stage.add(member("E", "O", "o@post.example"));
    let other = stage.add(member("Osas", &long, "osas@post.example"));
    let found = |text: &str| stage.call("claimant.ids", json!({ "text": text }));
    assert_eq!(found("o"), json!([short, other]), "by name, and by the beginning of a name");
    assert_eq!(found("uvuvs"), json!([other]), "its last word counts too");
    assert_eq!(found("onyetenyevwe osas"), json!([other]));
    let rows = stage.call("claimant.rows", json!({ "numbers": [short, other] }));
    assert_eq!(rows[0]["name"], "E O");
    assert!(rows[1]["name"].as_str().unwrap().contains(&long));
    for number in [short, other] {
        let preview = stage.call("bundle.preview", json!({ "number": number }));
        assert!(preview["pages"].as_u64().unwrap() > 2, "{preview}");
        assert_eq!(stage.call("match.list", json!({ "decided": false })), json!([]));
    }
    let out = stage.temp.path().join("list.csv");
    stage.call("claimant.export", json!({ "numbers": [short, other], "columns": ["name"], "path": out }));
    assert!(std::fs::read_to_string(&out).unwrap().contains(&long));
}

#[test]
fn a_megabyte_in_a_note_is_refused_and_kept_where_it_was_typed() {
    let stage = stage();
    let number = stage.add(member("Ada", "Examplar", "ada@post.example"));
    let text = "She rang again. ".repeat(70_000);
    let key = format!("journal:{number}:note:new");
    stage.call("draft.save", json!({ "key": key, "value": { "text": text } }));
    let entry = json!({ "kind": "note", "text": text });
    let refused = stage.refuse("journal.add", json!({ "number": number, "entry": entry })).unwrap_err();
    assert_eq!(refused.code, "long-entry");
    assert_eq!(stage.call("journal.list", json!({ "number": number })), json!([]));
    assert_eq!(stage.call("draft.get", json!({ "key": key }))["value"]["text"], text.as_str());
    // In the record, too, what is too long says where it is.
    let refused =
        stage.refuse("claimant.add", json!({ "claimant": { "consequence": { "own_words": text } } }));
    assert!(refused.unwrap_err().problems.iter().any(|problem| problem.field == "consequence.own_words"));
}
