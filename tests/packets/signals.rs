//! What packets of different people have in common is pointed out to a person; households and strangers are left in peace.

use joinder_app::{App, Job};
use joinder_tests::program::PASSPHRASE;
use serde_json::{Value, json};

use crate::stage::{Stage, nia};

const TOLD: &str = "I lay awake for weeks wondering who had my address. I still check the door every night. My daughter asked \
    me whether strangers can come to our house now, and I did not know what to say to her.";

fn person(forenames: &str, address: &str, words: &str) -> Value {
    let mut person = nia();
    person["identity"]["forenames"] = json!(forenames);
    person["contact"] = json!({ "emails": [{ "address": address }] });
    person["consequence"]["own_words"] = json!(words);
    person
}

/// Registers somebody on the computer with these settings, and receives the packet.
fn register(stage: &Stage, computer: &str, name: &str, says: &Value) {
    let app = App::new(stage.sandbox.path(computer));
    let call = |command: &str, input: Value| {
        app.dispatch(command, input, &Job::quiet()).unwrap_or_else(|error| panic!("{command}: {error}"))["output"].take()
    };
    let folder = stage.sandbox.path(&format!("home-{name}"));
    let begin = json!({ "invitation": stage.invitation, "folder": folder, "passphrase": PASSPHRASE });
    call("registration.begin", begin);
    call("claimant.edit", json!({ "number": 1, "version": 1, "claimant": says }));
    for consent in call("registration.get", json!({}))["consents"].as_array().unwrap() {
        call("registration.consent", json!({ "code": consent["code"], "given": consent["required"] }));
    }
    let out = stage.sandbox.path(&format!("{name}.joinder-packet"));
    call("registration.seal", json!({ "out": out, "signed_by": name, "blanks_known": true }));
    stage.receive(&out).succeeds();
}

/// The codes of what is pointed out about a packet, each with the packets that it names.
fn findings(stage: &Stage, number: u64) -> Vec<(String, Vec<u64>)> {
    let view = stage.show(number);
    let found = view["findings"].as_array().unwrap().iter().map(|finding| {
        assert!(!finding["text"].as_str().unwrap().is_empty());
        let packets = finding["packets"].as_array().unwrap().iter().map(|one| one.as_u64().unwrap());
        (finding["code"].as_str().unwrap().to_owned(), packets.collect())
    });
    found.collect()
}

#[test]
fn a_family_at_one_computer_is_said_to_share_it_and_no_more() {
    let stage = Stage::new();
    let words = "She told me that somebody rang and knew our name. I changed the locks, and since then I do not like to be \
        alone in the house after dark.";
    register(&stage, "kitchen", "Gwen", &person("Gwen", "gwen.price@gpost.example", TOLD));
    register(&stage, "kitchen", "Huw", &person("Huw", "huw.price@gpost.example", words));
    assert_eq!(findings(&stage, 2), [("same-device".to_owned(), vec![1])]);
    let text = stage.show(2)["findings"][0]["text"].as_str().unwrap().to_owned();
    assert!(text.contains("Families share devices"), "nobody is accused: {text}");
    stage.sandbox.run(["packet", "accept", "2"]).succeeds();
}

#[test]
fn the_same_story_with_other_words_in_it_is_pointed_out_wherever_it_comes_from() {
    let stage = Stage::new();
    let changed = TOLD.replace("weeks", "months").replace("door", "windows").replace("daughter", "son");
    let other_order = "And I did not know what to say to her. My daughter asked me whether strangers can come to our house \
        now. I still check the door every night. I lay awake for weeks wondering who had my address. Nobody has said sorry.";
    register(&stage, "one", "Ann", &person("Ann", "ann.smith1@gpost.example", TOLD));
    register(&stage, "two", "Beth", &person("Beth", "ann.smith2@gpost.example", &changed));
    register(&stage, "three", "Cath", &person("Cath", "cath@mailbox.example", other_order));
    let honest = "When I read the email I was worried that they had my bank details. I rang the bank, and they gave me \
        a new card. I have slept badly since.";
    register(&stage, "four", "Dee", &person("Dee", "dee.jones@mailbox.example", honest));
    assert_eq!(
        findings(&stage, 2),
        [("same-words".to_owned(), vec![1, 3]), ("near-address".to_owned(), vec![1])],
        "no device in common, and yet"
    );
    assert!(findings(&stage, 3).iter().any(|(code, packets)| code == "same-words" && packets.len() == 2));
    assert_eq!(findings(&stage, 4), [], "Dee speaks for herself");
    let outcome = stage.sandbox.run(["--json", "packet", "list"]).succeeds().json();
    assert!(
        outcome.as_array().unwrap().iter().all(|row| row["state"] == "received"),
        "nothing is turned away by itself"
    );
}

#[test]
fn many_at_once_are_counted_and_an_address_with_a_slip_on_either_side_is_found() {
    let stage = Stage::new();
    for at in 0..21 {
        let name = format!("p{at}");
        let words = format!("{name} only wants to know what was taken.");
        let address = ["nia@gpost.example", "nia@gqost.example"].get(at).map_or_else(
            || format!("somebody-quite-other-{}@mailbox.example", at * 7919),
            |address| (*address).to_owned(),
        );
        stage.seal(&format!("inbox/{name}"), &person(&name, &address, &words), &[]);
    }
    stage.receive(&stage.sandbox.path("inbox")).succeeds();
    let codes: Vec<String> = findings(&stage, 1).into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, ["burst", "near-address"]);
    let burst = stage.show(1)["findings"][0]["text"].as_str().unwrap().to_owned();
    assert!(burst.starts_with("20 other registrations"), "{burst}");
}
