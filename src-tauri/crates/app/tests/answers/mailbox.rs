//! Amina and her son Bilal may share a mailbox; what one of them says of it concerns the other's answer too.

use serde_json::json;

use crate::stage::*;

const SHARED: &str = "SHARED_MAILBOX";

#[track_caller]
fn share(stage: &Stage, amina: u64, bilal: u64, shared: bool) {
    for number in [amina, bilal] {
        let flags = stage.flags(number);
        assert_eq!(flags.iter().any(|flag| flag == SHARED), shared, "{number}: {flags:?}");
    }
}

#[test]
fn whoever_is_joined_at_or_left_alone_with_an_address_is_classified_again() {
    let stage = stage();
    let amina = stage.add(member("Amina", "Sample", "family@example.org"));
    let bilal = stage.add(member("Bilal", "Sample", "bilal@example.org"));
    share(&stage, amina, bilal, false);
    let to = |address: &str| {
        let address = address.to_owned();
        move |claimant: &mut serde_json::Value| {
            claimant["contact"]["emails"] = json!([{ "address": address }])
        }
    };
    stage.edit(bilal, to("Family@Example.org"));
    share(&stage, amina, bilal, true);
    stage.edit(bilal, to("bilal@example.org"));
    share(&stage, amina, bilal, false);
    stage.edit(amina, to("bilal@example.org"));
    share(&stage, amina, bilal, true);
    // What each said one by one is what a look at everybody says.
    let ran = stage.call("classification.run", json!({}));
    assert_eq!(ran, json!({ "classified": 2, "changed": 0 }));
}

#[test]
fn a_newcomer_with_a_known_address_concerns_whoever_has_it() {
    let stage = stage();
    let amina = stage.add(member("Amina", "Sample", "family@example.org"));
    let bilal = stage.add(member("Bilal", "Sample", "family@example.org"));
    share(&stage, amina, bilal, true);
}

#[test]
fn an_import_concerns_those_who_were_there_and_those_who_come_together() {
    let stage = stage();
    let amina = stage.add(member("Amina", "Sample", "family@example.org"));
    let csv = stage.temp.path().join("more.csv");
    let mut rows = "forenames,surname,emails,episode 1 kind\n".to_owned();
    rows.push_str("Bilal,Sample,family@example.org,member\nCemal,Sample,cemal@example.org,member\n");
    // Enough of them to be read by several workers.
    for n in 0..300 {
        rows.push_str(&format!("Dede{n},Sample,person{}@example.org,member\n", n / 2));
    }
    std::fs::write(&csv, rows).unwrap();
    stage
        .call("import.claimants", json!({ "path": csv, "error_file": stage.temp.path().join("errors.csv") }));
    share(&stage, amina, 2, true);
    assert!(!stage.flags(3).iter().any(|flag| flag == SHARED));
    share(&stage, 4, 5, true);
    share(&stage, 302, 303, true);
    assert_eq!(stage.call("classification.run", json!({})), json!({ "classified": 303, "changed": 0 }));
}
