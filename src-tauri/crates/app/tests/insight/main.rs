//! Who was affected: what Imogen reads off her matter, and what leaves it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::fs;
use std::path::PathBuf;

use joinder_app::{App, Clock, Error, Job};
use serde_json::{Value, json};
use tempfile::TempDir;

struct Stage {
    temp: TempDir,
    app: App,
}

impl Stage {
    /// A matter that Imogen, its coordinator, has just made; on 23 November 2026.
    fn new() -> Self {
        let temp = tempfile::tempdir().unwrap();
        let at = "2026-11-23T09:00:00Z".parse().unwrap();
        let app = App::at(temp.path().join("config"), Clock::Fixed(at));
        let stage = Self { temp, app };
        stage.call(
            "matter.create",
            json!({
                "folder": stage.temp.path().join("matter"), "name": "Labour 2021", "profile": "labour-2021",
                "sign_in": "imogen", "full_name": "Imogen Achebe", "passphrase": "four unrelated short words",
            }),
        );
        stage
    }

    #[track_caller]
    fn call(&self, name: &str, input: Value) -> Value {
        self.refuse(name, input).unwrap_or_else(|error| panic!("{name}: {} {:?}", error.code, error.problems))
    }

    fn refuse(&self, name: &str, input: Value) -> Result<Value, Error> {
        Ok(self.app.dispatch(name, input, &Job::quiet())?["output"].take())
    }

    /// Former members: those who left from 2018 on were told, the others were not; one of each is the other way round.
    fn former_members(&self) {
        let mut rows = vec![
            "reference,forenames,surname,nation at incident,episode 1 kind,episode 1 start,episode 1 end,\
             episode 1 ending,notice received"
                .to_owned(),
        ];
        for n in 0..60 {
            let year = 2014 + n % 8;
            let told = (year >= 2018) != (n == 0 || n == 12);
            let nation = if n % 20 == 3 { "Scotland" } else { "England" };
            rows.push(format!(
                "R{n},Ewan,Testwick{n},{nation},member,2010,{} March {year},resigned,{}",
                1 + n % 28,
                if told { "yes" } else { "no" }
            ));
        }
        let path = self.temp.path().join("people.csv");
        fs::write(&path, rows.join("\n")).unwrap();
        let report = self.call(
            "import.claimants",
            json!({ "path": path, "error_file": self.temp.path().join("errors.csv") }),
        );
        assert_eq!(report["good"], 60, "{report}");
    }

    fn export(&self, more: Value) -> (Value, PathBuf) {
        let out = self.temp.path().join("figures");
        let mut input = json!({ "out": out });
        input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        (self.call("insight.export", input), out)
    }
}

fn section<'a>(shown: &'a Value, key: &str) -> &'a Value {
    shown["sections"].as_array().unwrap().iter().find(|section| section["key"] == key).unwrap()
}

/// The cell under a heading in the row with a label, in any grid of a section.
fn cell<'a>(section: &'a Value, row: &str, column: &str) -> &'a Value {
    for grid in section["grids"].as_array().unwrap() {
        let columns = grid["columns"].as_array().unwrap();
        let Some(at) = columns.iter().skip(1).position(|heading| heading == column) else { continue };
        if let Some(found) = grid["rows"].as_array().unwrap().iter().find(|found| found["label"] == row) {
            return &found["cells"][at];
        }
    }
    panic!("no {row} under {column}: {section}");
}

#[test]
fn every_number_opens_as_many_claimants_as_it_says() {
    let stage = Stage::new();
    stage.former_members();
    let shown = stage.call("insight.get", json!({}));
    assert_eq!(shown["claimants"], 60);
    let mut opened = 0;
    for section in shown["sections"].as_array().unwrap() {
        for row in
            section["grids"].as_array().unwrap().iter().flat_map(|grid| grid["rows"].as_array().unwrap())
        {
            for cell in row["cells"].as_array().unwrap() {
                let Some(key) = cell["key"].as_str() else { continue };
                let numbers = stage.call("insight.cell", json!({ "key": key }));
                assert_eq!(
                    numbers.as_array().unwrap().len() as f64,
                    cell["number"].as_f64().unwrap(),
                    "{key}"
                );
                opened += 1;
            }
        }
    }
    assert!(opened > 60, "{opened}");
    let told = cell(section(&shown, "year-of-leaving"), "2018", "Told");
    assert_eq!(told["text"], "6", "claimant 13 left in 2018 too, and was not told");
}

#[test]
fn the_year_of_leaving_is_named_as_the_list_with_who_contradicts_it() {
    let stage = Stage::new();
    stage.former_members();
    let found = stage.call("insight.which_list", json!({}));
    assert_eq!(found["found"], true);
    assert!(found["caveat"].as_str().unwrap().contains("not proof"));
    let said = found["section"]["text"].to_string();
    assert!(said.contains("left on ") && said.contains(" 2017 or later, or had not left"), "{said}");
    let contradicts = |row: &str| {
        let key = cell(&found["section"], row, "Claimants")["key"].as_str().unwrap().to_owned();
        stage.call("insight.cell", json!({ "key": key }))
    };
    assert_eq!(contradicts("Told, although not on this list"), json!([1]));
    assert_eq!(contradicts("Not told, although on this list"), json!([13]));
}

#[test]
fn a_change_is_counted_at_the_next_look() {
    let stage = Stage::new();
    assert_eq!(stage.call("insight.get", json!({}))["claimants"], 0);
    stage.former_members();
    assert_eq!(stage.call("insight.get", json!({}))["claimants"], 60);
}

#[test]
fn what_leaves_the_matter_hides_small_numbers_and_is_audited() {
    let stage = Stage::new();
    stage.former_members();
    let shown = stage.call("insight.get", json!({}));
    let scots = cell(section(&shown, "nation"), "Scotland", "All")["number"].as_f64().unwrap() as u64;
    assert!((1..5).contains(&scots), "{scots} in Scotland");

    let (report, out) = stage.export(json!({}));
    assert!(report["withheld"].as_u64().unwrap() > 0);
    let long = fs::read_to_string(out.join("insight.csv")).unwrap();
    let line = |row: &str, column: &str| {
        let start = format!("nation,\"Told and not told, by nation\",{row},{column},");
        long.lines().find_map(|line| line.strip_prefix(&start)).unwrap().to_owned()
    };
    assert!(line("Scotland", "All").starts_with("withheld,,yes"), "{}", line("Scotland", "All"));
    assert!(line("England", "All").starts_with("withheld,,yes"), "all less Scotland would tell");
    let claimants = fs::read_to_string(out.join("insight-claimants.csv")).unwrap();
    assert!(!claimants.contains("scotland"), "nobody is named behind a withheld number");
    assert!(claimants.contains("year-of-leaving/told/0/2020"));
    assert!(fs::read(out.join("insight.pdf")).unwrap().starts_with(b"%PDF"));
    assert!(fs::read(out.join("insight.xlsx")).unwrap().starts_with(b"PK"));
    let left: Vec<_> = fs::read_dir(&out).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(left.len(), 4, "{left:?}");

    let audit = stage.call("audit.list", json!({ "before": null, "limit": 1 }));
    assert_eq!(audit[0]["what"], "Exported what the group shows");
    let (everything, out) = stage.export(json!({ "threshold": 0, "without_claimants": true }));
    assert_eq!(everything["withheld"], 0);
    let long = fs::read_to_string(out.join("insight.csv")).unwrap();
    assert!(long.contains(&format!(",Scotland,All,{scots},{scots},")));
    assert_eq!(everything["files"].as_array().unwrap().len(), 3);
}

#[test]
fn equal_facts_give_equal_files() {
    let stage = Stage::new();
    stage.former_members();
    let (first, _) = stage.export(json!({}));
    let (second, _) = stage.export(json!({}));
    assert_eq!(first["files"], second["files"]);
}

#[test]
fn a_stopped_export_writes_nothing() {
    let stage = Stage::new();
    stage.former_members();
    let out = stage.temp.path().join("figures");
    let job = Job::quiet();
    job.cancel();
    let error = stage.app.dispatch("insight.export", json!({ "out": out }), &job).unwrap_err();
    assert_eq!(error.code, "cancelled");
    assert!(!out.exists());
}

#[test]
fn a_number_that_is_not_there_and_a_threshold_that_hides_all_are_refused() {
    let stage = Stage::new();
    for key in
        ["", "nation", "nation/told/9/=england", "nation/told/0/=atlantis", "head/none", "told-outside"]
    {
        let error = stage.refuse("insight.cell", json!({ "key": key })).unwrap_err();
        assert_eq!(error.code, "no-such-cell", "{key}");
        assert!(!error.fix.is_empty());
    }
    let out = stage.temp.path().join("figures");
    let error = stage.refuse("insight.export", json!({ "out": out, "threshold": 5000 })).unwrap_err();
    assert_eq!(error.code, "threshold-too-high");
}

#[test]
fn an_empty_matter_has_an_empty_report() {
    let stage = Stage::new();
    let (report, _) = stage.export(json!({}));
    assert!(report["pages"].as_u64().unwrap() >= 1);
    assert_eq!(stage.call("insight.which_list", json!({}))["found"], false);
}
