//! A campaign's spreadsheet: asked about, corrected, matched, taken in as one change, and taken back.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use joinder_app::Job;
use serde_json::{Value, json};

use crate::stage::{Stage, stage};

fn file(stage: &Stage, name: &str, text: &str) -> PathBuf {
    let path = stage.temp.path().join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn names(stage: &Stage) -> Vec<String> {
    let numbers = stage.call("claimant.ids", json!({ "sort": "number" }));
    let rows = stage.call("claimant.rows", json!({ "numbers": numbers }));
    rows.as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

fn doubt<'d>(report: &'d Value, kind: &str) -> &'d Value {
    let doubts = report["doubts"].as_array().unwrap();
    doubts.iter().find(|doubt| doubt["kind"] == kind).unwrap_or_else(|| panic!("no {kind} in {doubts:?}"))
}

/// A sheet as a spreadsheet in the United States left it.
const DAMAGED: &str = "\
First name,Last name,DOB,Phone,Membership number,Joined on
Agnes,Testwick,11/25/1971,7700900123,0012345,44501
Bernard,Sampleton,03/04/1980,07700 900456,98765,2 May 2015
Cerys,Examplar,7 June 1990,4.47701E+11,0054321,2016
";

#[test]
fn what_a_spreadsheet_damaged_is_asked_about_and_never_put_right_unasked() {
    let stage = stage();
    let path = file(&stage, "campaign.csv", DAMAGED);
    let sheet = stage.call("import.read", json!({ "path": path }));
    let meanings: Vec<_> =
        sheet["headings"].as_array().unwrap().iter().map(|h| h["meaning"].as_str().unwrap()).collect();
    assert_eq!(
        meanings,
        ["forenames", "surname", "date of birth", "mobile", "episode 1 membership number", ""]
    );
    let columns = json!([{ "heading": "Joined on", "meaning": "episode 1 start" }]);
    let plan = json!({ "path": path, "columns": columns });
    let report = stage.call("import.check", plan.clone());
    assert_eq!((&report["good"], &report["bad"]), (&json!(0), &json!(3)), "each row waits for an answer");
    for (kind, cells, found, mended) in [
        ("month-first", 2, "11/25/1971", "25 November 1971"),
        ("zero-lost", 1, "7700900123", "07700 900123"),
        ("shortened", 1, "98765", "0098765"),
        ("day-number", 1, "44501", "1 November 2021"),
        ("rounded", 1, "4.47701E+11", ""),
    ] {
        let doubt = doubt(&report, kind);
        assert_eq!((&doubt["cells"], &doubt["way"]), (&json!(cells), &Value::Null), "{doubt}");
        let example = &doubt["examples"][0];
        assert_eq!((&example["found"], &example["mended"]), (&json!(found), &json!(mended)), "{doubt}");
    }

    let answer = |kind: &str, way: &str| json!({ "kind": kind, "way": way });
    let mut plan = plan;
    plan["doubts"] = json!([
        answer("month-first", "mend"),
        answer("zero-lost", "mend"),
        answer("shortened", "as-is"),
        answer("day-number", "mend"),
    ]);
    // The figures of Cerys's number are gone: she was rung up on her landline.
    plan["corrections"] = json!([{ "row": 4, "column": "mobile", "value": "07700 900789" }]);
    let report = stage.call("import.check", plan.clone());
    assert_eq!((&report["good"], &report["problems"]), (&json!(3), &json!([])));
    assert_eq!(doubt(&report, "zero-lost")["way"], "mend");
    let report = stage.call("import.claimants", plan);
    assert_eq!(report["good"], 3);
    let bernard = stage.get(2)["claimant"].clone();
    assert_eq!(bernard["identity"]["date_of_birth"], "1980-03-04", "the column is month first");
    assert_eq!(bernard["episodes"][0]["membership_number"], "98765", "as it stood");
    assert_eq!(stage.get(1)["claimant"]["contact"]["mobile"], "07700 900123");

    // What “Joined on” means is remembered.
    let sheet = stage.call("import.read", json!({ "path": path }));
    assert_eq!(sheet["headings"][5]["meaning"], "episode 1 start");
}

#[test]
fn rows_to_correct_are_written_as_they_are_and_come_in_again_when_corrected() {
    let stage = stage();
    let text = "forenames,surname,date of birth,own words\n\
                Agnes,Testwick,31/02/1971,=1+1\n\
                Bernard,Sampleton,1 May 1980,fine\n";
    let path = file(&stage, "campaign.csv", text);
    let report = stage.call("import.claimants", json!({ "path": path }));
    assert_eq!((&report["good"], &report["bad"]), (&json!(1), &json!(1)));
    let out = stage.temp.path().join("to-correct.csv");
    let written = stage.call("import.faults", json!({ "plan": { "path": path }, "out": out }));
    assert_eq!(written["rows"], 1);
    let faults = std::fs::read_to_string(&out).unwrap();
    assert!(faults.contains("'=1+1"), "a formula stays words in a spreadsheet: {faults}");
    assert!(faults.lines().nth(1).unwrap().contains(",2,"), "the row's place: {faults}");
    std::fs::write(&out, faults.replace("31/02/1971", "28/02/1971")).unwrap();
    assert_eq!(stage.call("import.claimants", json!({ "path": out }))["good"], 1);
    assert_eq!(names(&stage), ["Bernard Sampleton", "Agnes Testwick"]);
    assert_eq!(stage.get(2)["claimant"]["consequence"]["own_words"], "=1+1", "as it was written");
}

#[test]
fn agnes_who_is_there_is_changed_by_her_reference_and_the_import_is_taken_back_whole() {
    let stage = stage();
    let first = "reference,forenames,surname,mobile\nA-1,Agnes,Testwick,07700 900123\n";
    stage.call("import.claimants", json!({ "path": file(&stage, "first.csv", first) }));
    let before = stage.get(1)["claimant"].clone();
    let second = "reference,forenames,surname,mobile,emails\n\
                  A-1,Agnes,Testwick,07700 900999,agnes@post.example\n\
                  A-1,Agnes,Testwick,07700 900111,\n\
                  B-1,Bernard,Sampleton,,\n";
    let plan = json!({ "path": file(&stage, "second.csv", second), "key": "reference" });
    let report = stage.call("import.check", plan.clone());
    assert_eq!((&report["good"], &report["updated"], &report["bad"]), (&json!(1), &json!(1), &json!(1)));
    let change = &report["row_changes"][0];
    assert_eq!((&change["name"], &change["number"]), (&json!("Agnes Testwick"), &json!(1)));
    let mobile = change["fields"].as_array().unwrap().iter().find(|f| f["label"] == "mobile number").unwrap();
    assert_eq!((&mobile["before"], &mobile["after"]), (&json!("07700 900123"), &json!("07700 900999")));
    assert!(report["problems"][0]["message"].as_str().unwrap().contains("earlier row"), "{report}");

    let report = stage.call("import.claimants", plan.clone());
    let import = report["import"].clone();
    assert_eq!(stage.get(1)["claimant"]["contact"]["mobile"], "07700 900999");
    let again = stage.call("import.check", plan);
    assert_eq!((&again["updated"], &again["good"]), (&json!(1), &json!(0)), "only the second word of Agnes");
    let page = stage.call("import.get", json!({ "id": import }));
    assert_eq!((&page["claimants"], &page["changed"]), (&json!([2]), &json!([1])));
    assert_eq!(page["by"], "Imogen Achebe");

    let name = stage.call("undo.status", json!({}))["name"].clone();
    assert_eq!(name, "import of “second.csv” (2 claimants)");
    assert_eq!(stage.call("undo.run", json!({}))["undone"], 2);
    assert_eq!(stage.get(1)["claimant"], before);
    assert_eq!(names(&stage), ["Agnes Testwick"]);
    let refused = stage.refuse("import.undo", json!({ "id": import })).unwrap_err();
    assert_eq!(refused.code, "import-undone");
    assert_eq!(stage.call("audit.verify", json!({}))["verdict"], "intact");
}

#[test]
fn what_was_worked_on_since_stays_when_an_import_is_taken_back() {
    let stage = stage();
    let text = "forenames,surname\nAgnes,Testwick\nBernard,Sampleton\n";
    let report = stage.call("import.claimants", json!({ "path": file(&stage, "two.csv", text) }));
    stage.edit(1, |claimant| claimant["contact"]["mobile"] = json!("07700 900123"));
    let undone = stage.call("import.undo", json!({ "id": report["import"] }));
    assert_eq!((&undone["undone"], &undone["left"]), (&json!(1), &json!([1])));
    assert_eq!(names(&stage), ["Agnes Testwick"]);
    // The row comes in again, under a number that nobody had.
    let report = stage.call("import.claimants", json!({ "path": file(&stage, "two.csv", text) }));
    assert_eq!((&report["good"], &report["already_there"]), (&json!(1), &json!(1)));
    assert_eq!(stage.call("claimant.ids", json!({ "sort": "number" })), json!([1, 3]));
}

#[test]
fn rows_like_somebody_who_is_there_are_shown_before_they_are_taken() {
    let stage = stage();
    let person = "Bronwen,Parry,14/02/1971,bronwen@gpost.example,LS1 4AP";
    let head = "forenames,surname,date of birth,emails,postcode";
    stage.call(
        "import.claimants",
        json!({ "path": file(&stage, "first.csv", &format!("{head}\n{person}\n")) }),
    );
    let text = format!(
        "{head}\n{}\nDafydd,Gwyn,3/5/1958,d@fernline.example,CF1 1AA\n",
        person.replace("Bronwen", "Bron")
    );
    let plan = json!({ "path": file(&stage, "second.csv", &text) });
    let report = stage.call("import.check", plan.clone());
    let like = &report["matches"][0];
    assert_eq!(
        (&report["like"], &like["row"], &like["number"]),
        (&json!(1), &json!(2), &json!(1)),
        "{report}"
    );
    let mut plan = plan;
    plan["rows"] = json!([{ "row": 2, "take": "update", "number": 1 }]);
    let report = stage.call("import.claimants", plan);
    assert_eq!((&report["good"], &report["updated"]), (&json!(1), &json!(1)));
    assert_eq!(names(&stage), ["Bron Parry", "Dafydd Gwyn"]);
}

#[test]
fn an_import_that_is_stopped_is_as_if_it_had_never_begun() {
    let stage = stage();
    let mut text = String::from("forenames,surname\n");
    for n in 0..2_000 {
        writeln!(text, "Ewan,Testwick{n}").unwrap();
    }
    let path = file(&stage, "many.csv", &text);
    let stopping: Arc<OnceLock<Job>> = Arc::default();
    let seen = Arc::clone(&stopping);
    let job = Job::new(move |progress| {
        if progress.label == "Importing rows"
            && let Some(job) = seen.get()
        {
            job.cancel();
        }
    });
    stopping.set(job.clone()).unwrap();
    let refused = stage.app.dispatch("import.claimants", json!({ "path": path }), &job).unwrap_err();
    assert_eq!(refused.code, "cancelled");
    assert_eq!(names(&stage), Vec::<String>::new());
    assert_eq!(stage.call("import.list", json!({})), json!([]));
    assert_eq!(stage.call("import.claimants", json!({ "path": path }))["good"], 2_000);
}
