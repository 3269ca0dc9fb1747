//! What somebody who works in a large matter waits for, command by command and 95 times in 100, and the work over everybody:
//! `cargo bench -p joinder-tests --bench lists -- 620000`. With `JOINDER_KEPT=FOLDER` the matter is kept there and used again.
#![expect(clippy::print_stdout, reason = "a measurement prints what it measured")]

mod people;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use joinder_app::{App, Job};
use serde_json::{Value, json};

const PASSPHRASE: &str = "four unrelated short words";
/// How often each is asked, never twice the same.
const TIMES: usize = 200;

fn main() {
    let rows = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(100_000_u32);
    let folder = tempfile::tempdir().unwrap();
    let kept = std::env::var_os("JOINDER_KEPT").map(PathBuf::from);
    let folder = kept.as_deref().unwrap_or(folder.path());
    let app = App::new(folder.join("config"));
    if folder.join("matter").exists() {
        let unlock = json!({ "folder": folder.join("matter"), "sign_in": "bench", "passphrase": PASSPHRASE });
        call(&app, "matter.unlock", unlock);
    } else {
        take_in(&app, folder, rows);
    }
    let lists = lists(&app);
    pages(&app, &lists);
    typing(&app, rows);
    repeated("a whole record", 2.0, |time| {
        call(&app, "claimant.get", json!({ "number": spread(time, rows) }))
    });
    repeated("counts of every axis", 50.0, |_| call(&app, "claimant.counts", json!({})));
    repeated("the first page of the day", 50.0, |_| call(&app, "today.get", json!({})));
    whole(&app, rows);
}

/// Runs a command of the table.
fn call(app: &App, name: &str, input: Value) -> Value {
    app.dispatch(name, input, &Job::quiet()).unwrap_or_else(|error| panic!("{name}: {error:?}"))["output"]
        .take()
}

fn take_in(app: &App, folder: &Path, rows: u32) {
    let new = json!({
        "folder": folder.join("matter"), "name": "Bench", "profile": "labour-2021", "sign_in": "bench", "full_name": "Ben Ch",
        "passphrase": PASSPHRASE,
    });
    call(app, "matter.create", new);
    let csv = folder.join("people.csv");
    people::write(&csv, rows);
    let import =
        json!({ "path": csv, "sheet": "", "columns": [], "doubts": [], "corrections": [], "rows": [] });
    let begun = Instant::now();
    let report = call(app, "import.claimants", import);
    assert_eq!(report["good"].as_u64(), Some(u64::from(rows)), "{report}");
    let size = fs::metadata(folder.join("matter/matter.db")).unwrap().len() / 1_000_000;
    println!(
        "{rows} taken in and compared: {:.1} s, {size} MB, {} MB held at most",
        begun.elapsed().as_secs_f64(),
        most_held()
    );
}

/// Lists that people ask for: each place where many stand, and pairs of places, in each order.
fn lists(app: &App) -> Vec<Value> {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for count in call(app, "claimant.counts", json!({})).as_array().unwrap() {
        let (axis, code) = (count["axis"].as_str().unwrap(), count["code"].as_str().unwrap());
        let known = ["status", "notice", "outcome", "cohort", "flag", "issue", "missing"].contains(&axis);
        if known && count["count"].as_u64() > Some(100) {
            places.entry(axis.to_owned()).or_default().push(code.to_owned());
        }
    }
    let conditions: Vec<Value> = places
        .iter()
        .flat_map(|(axis, codes)| codes.iter().map(move |code| json!({ "on": axis, "any": [code] })))
        .collect();
    let mut lists = Vec::new();
    for (at, first) in conditions.iter().enumerate() {
        for sort in ["name", "number", "born", "status", "notice", "outcome", "updated"] {
            let second = &conditions[(at * 7 + lists.len()) % conditions.len()];
            let filters = if lists.len() % 2 == 0 { json!([first]) } else { json!([first, second]) };
            lists.push(
                json!({ "text": "", "filters": filters, "sort": sort, "descending": lists.len() % 3 == 0 }),
            );
        }
    }
    lists
}

fn pages(app: &App, lists: &[Value]) {
    let mut after = Vec::new();
    let page = |list: &Value, after: &Value| {
        let numbers = call(app, "claimant.page", json!({ "query": list, "after": after, "limit": 50 }));
        call(app, "claimant.rows", json!({ "numbers": numbers }));
        numbers
    };
    if std::env::var_os("JOINDER_SLOWEST").is_some() {
        (0..TIMES).for_each(|time| println!("  {time}: {}", lists[time * 13 % lists.len()]));
    }
    repeated("first page of a filtered and sorted list, with its rows", 5.0, |time| {
        let list = &lists[time * 13 % lists.len()];
        let numbers = page(list, &Value::Null);
        after.push((list, numbers.as_array().unwrap().last().cloned().unwrap_or_default()));
    });
    repeated("the page after it", 5.0, |time| page(after[time].0, &after[time].1));
    repeated("all numbers of such a list, as the window asks for them", f64::NAN, |time| {
        call(app, "claimant.ids", lists[time * 13 % lists.len()].clone())
    });
}

/// A name typed letter by letter, the list asked for after each.
fn typing(app: &App, rows: u32) {
    repeated("search after a letter typed", 20.0, |time| {
        let surname = people::surname(spread(time / 5, rows));
        let typed: String = surname.chars().take(1 + time % 5).collect();
        let list = json!({ "text": typed, "filters": [], "sort": "name", "descending": false });
        let numbers = call(app, "claimant.page", json!({ "query": list, "after": null, "limit": 50 }));
        call(app, "claimant.rows", json!({ "numbers": numbers }))
    });
}

/// Work over everybody.
fn whole(app: &App, rows: u32) {
    for (name, input) in [
        ("whatif.run", json!({ "rules": null, "incident_date": "1 November 2019" })),
        ("insight.get", json!({})),
        ("classification.run", json!({})),
    ] {
        forget_held();
        let begun = Instant::now();
        call(app, name, input);
        println!(
            "{name} over {rows}: {:.1} s, {} MB held at most",
            begun.elapsed().as_secs_f64(),
            most_held()
        );
    }
}

/// Prints the middle, the 95th of 100 and the longest of many times, in milliseconds, beside the aim.
fn repeated<T>(what: &str, aim: f64, mut once: impl FnMut(usize) -> T) {
    let mut times: Vec<(f64, usize)> = (0..TIMES)
        .map(|time| {
            let begun = Instant::now();
            once(time);
            (begun.elapsed().as_secs_f64() * 1000.0, time)
        })
        .collect();
    times.sort_by(|one, other| one.0.total_cmp(&other.0));
    let at = |share: usize| times[(TIMES - 1) * share / 100].0;
    println!(
        "{what}: half within {:.2} ms, 95 of 100 within {:.2} ms (aim {aim}), all within {:.2} ms",
        at(50),
        at(95),
        at(100)
    );
    if std::env::var_os("JOINDER_SLOWEST").is_some() {
        println!("  slowest: {:.1?}", times.iter().rev().take(16).collect::<Vec<_>>());
    }
}

/// One of so many, another one each time, all over them.
fn spread(time: usize, rows: u32) -> u32 {
    let time = u32::try_from(time).unwrap();
    1 + time.wrapping_mul(2_654_435_761) % rows
}

/// The most memory that this program held since it began or [`forget_held`], in MB; zero where the system does not say.
fn most_held() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()).and_then(|kb| kb.parse::<u64>().ok()).unwrap_or(0)
        / 1000
}

fn forget_held() {
    let _ = fs::write("/proc/self/clear_refs", "5");
}
