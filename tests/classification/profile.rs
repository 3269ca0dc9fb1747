//! A profile of another matter: written out, changed, checked and worked with.

use std::fs;

use joinder_tests::program::Sandbox;
use serde_json::json;

/// Replaces words in a file of the profile in the folder `blackwater`.
#[track_caller]
fn change(sandbox: &Sandbox, file: &str, from: &str, to: &str) {
    let path = sandbox.path("blackwater").join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{from}");
    fs::write(path, text.replace(from, to)).unwrap();
}

fn written() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.run(["profile", "write", "--out", "blackwater"]).succeeds();
    sandbox
}

#[test]
fn imogen_takes_on_another_matter_with_a_profile_of_her_own() {
    let sandbox = written();
    change(&sandbox, "profile.toml", "id = \"labour-2021\"", "id = \"blackwater-2024\"");
    change(
        &sandbox,
        "profile.toml",
        "Labour Party data incident, October 2021",
        "Blackwater data incident, May 2024",
    );
    change(&sandbox, "profile.toml", "the Labour Party", "the Blackwater Trust");
    change(&sandbox, "categories.toml", "the Labour Party", "the Blackwater Trust");
    change(&sandbox, "incident.toml", "\ndate = 2021-10-29", "\ndate = 2024-05-07");
    change(&sandbox, "incident.toml", "notice_date = 2021-11-03", "notice_date = 2024-05-10");
    let said = sandbox.run(["profile", "check", "blackwater"]).succeeds().said();
    assert!(said.contains("blackwater-2024") && said.contains("the Blackwater Trust"), "{said}");
    assert!(said.contains("2024-05-07"), "{said}");
    let new = ["new", "--name", "Blackwater", "--profile", "blackwater"];
    let who = ["--sign-in", "imogen", "--full-name", "Imogen Achebe"];
    sandbox.run(new.iter().chain(&who)).succeeds();
    // What the matter works with is in the matter.
    fs::remove_dir_all(sandbox.path("blackwater")).unwrap();
    let person = json!({
        "identity": { "forenames": "Robin", "surname": "Testwick" },
        "episodes": [{ "kind": "member", "start": "2015", "end": "2023", "ending": "resigned" }],
    });
    sandbox.run(["call", "claimant.add", &json!({ "claimant": person }).to_string()]).succeeds();
    let shown = sandbox.run(["show", "1", "--json"]).succeeds().json();
    assert_eq!(
        shown["classification"]["status"]["possible"],
        json!(["FORMER_RESIGNED"]),
        "he left before that incident"
    );
    let incident = &sandbox.run(["call", "profile.get", "{}"]).succeeds().json()["incident"];
    assert_eq!((&incident["party"], &incident["on"]), (&json!("the Blackwater Trust"), &json!("2024-05-07")));
}

#[test]
fn a_mistake_is_named_with_file_line_and_key_and_no_matter_is_made() {
    let sandbox = written();
    change(&sandbox, "profile.toml", "version = 1", "version = \"one\"");
    let complained = sandbox.run(["profile", "check", "blackwater"]).ends_with(1).complained();
    assert!(complained.contains("profile.toml:") && complained.contains("version"), "{complained}");
    let new = [
        "new",
        "--name",
        "B",
        "--profile",
        "blackwater",
        "--sign-in",
        "imogen",
        "--full-name",
        "Imogen Achebe",
    ];
    sandbox.run(new).ends_with(1);
    assert!(!sandbox.matter().exists());
}

#[test]
fn a_folder_that_is_no_profile_and_one_that_is_not_empty_are_refused() {
    let sandbox = written();
    let twice = sandbox.run(["profile", "write", "--out", "blackwater"]).ends_with(1).complained();
    assert!(twice.contains("not empty"), "{twice}");
    fs::create_dir(sandbox.path("nothing")).unwrap();
    let complained = sandbox.run(["profile", "check", "nothing"]).ends_with(1).complained();
    assert!(complained.contains("profile.toml"), "{complained}");
    fs::write(sandbox.path("blackwater").join("rules.toml"), [0xFF, 0xFE, 0]).unwrap();
    let complained = sandbox.run(["profile", "check", "blackwater"]).ends_with(1).complained();
    assert!(complained.contains("rules.toml"), "{complained}");
    let unknown = sandbox.run(["profile", "check", "greenwater"]).ends_with(1).complained();
    assert!(unknown.contains("labour-2021"), "{unknown}");
}
