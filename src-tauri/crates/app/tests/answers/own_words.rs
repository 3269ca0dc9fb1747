//! Dilys and Ewan may have taken their words from one campaign page; each one's words concern the other's answer too.

use serde_json::{Value, json};

use crate::stage::*;

const PAGE: &str = "I was shocked to read that my details had been taken, and for weeks I feared who would ring next. \
    Nobody at the office in Leeds has ever answered me.";

#[track_caller]
fn alike(stage: &Stage, numbers: &[u64], alike: bool) {
    for number in numbers {
        let flags = stage.flags(*number);
        assert_eq!(flags.iter().any(|flag| flag == "TEMPLATE_NARRATIVE"), alike, "{number}: {flags:?}");
    }
}

fn saying(name: &str, words: &str) -> Value {
    let mut person = member(name, "Sample", &format!("{}@example.org", name.to_lowercase()));
    person["consequence"]["own_words"] = json!(words);
    person
}

#[test]
fn who_says_what_another_said_is_looked_at_until_one_of_them_says_it_otherwise() {
    let stage = stage();
    let dilys = stage.add(saying("Dilys", PAGE));
    let farah = stage.add(saying("Farah", "I read it twice and then I rang my bank about the account."));
    alike(&stage, &[dilys, farah], false);
    let ewan = stage.add(saying("Ewan", &PAGE.replace("Leeds", "York")));
    alike(&stage, &[dilys, ewan], true);
    alike(&stage, &[farah], false);
    stage.edit(ewan, |claimant| {
        claimant["consequence"]["own_words"] =
            json!("I told my wife at once, and we changed every password that evening.");
    });
    alike(&stage, &[dilys, ewan, farah], false);
    // What each said one by one is what a look at everybody says.
    assert_eq!(stage.call("classification.run", json!({})), json!({ "classified": 3, "changed": 0 }));
}

#[test]
fn an_import_of_one_template_is_seen_in_all_of_its_rows() {
    let stage = stage();
    let dilys = stage.add(saying("Dilys", PAGE));
    let csv = stage.temp.path().join("more.csv");
    let mut rows = "forenames,surname,emails,episode 1 kind,own words\n".to_owned();
    for n in 0..300 {
        rows.push_str(&format!("Ewan{n},Sample,person{n}@example.org,member,\"{PAGE}\"\n"));
    }
    std::fs::write(&csv, rows).unwrap();
    stage
        .call("import.claimants", json!({ "path": csv, "error_file": stage.temp.path().join("errors.csv") }));
    alike(&stage, &[dilys, 2, 150, 301], true);
    assert_eq!(stage.call("classification.run", json!({})), json!({ "classified": 301, "changed": 0 }));
}
