//! Searching a fictional crowd, or labelled files: `cargo bench -p joinder-domain --bench matching -- 100000`, or
//! `-- FILE.csv`, or `-- A.csv B.csv` to link two, with the columns of FEBRL (`rec_id` tells who is who; it is read after
//! the search only).
//!
//! Prints precision, recall and F1 at 0.95, seconds, and the most memory held (Linux).
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout, clippy::disallowed_methods)]

#[path = "../tests/matching/crowd.rs"]
#[allow(dead_code)]
mod crowd;

use std::collections::HashMap;
use std::time::Instant;

use joinder_domain::matching::{
    Birth, IndexBuilder, NameUse, Particulars, PersonName, Place, Search, search,
};

fn main() {
    let files: Vec<String> = std::env::args().skip(1).filter(|word| word.ends_with(".csv")).collect();
    let records: usize = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(100_000);
    let mut builder = IndexBuilder::default();
    let mut who: Vec<String> = Vec::new();
    let mut first = usize::MAX;
    if files.is_empty() {
        for (person, record) in crowd::crowd(records, &mut crowd::Dice(1)) {
            builder.push(&record);
            who.push(person.to_string());
        }
    }
    for (number, file) in files.iter().enumerate() {
        if number == 1 {
            builder.begin_second();
            first = who.len();
        }
        read(file, &mut builder, &mut who);
    }
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let begun = Instant::now();
    let index = builder.finish();
    let found = search(&index, Search { floor: 0.5, workers, model: None }, &|_, _| true).unwrap();
    let seconds = begun.elapsed().as_secs_f64();

    let mut copies: HashMap<&str, [u64; 2]> = HashMap::new();
    for (at, who) in who.iter().enumerate() {
        copies.entry(who).or_default()[usize::from(at >= first)] += 1;
    }
    let linked = files.len() == 2;
    let pairs = |[a, b]: &[u64; 2]| if linked { a * b } else { a * a.saturating_sub(1) / 2 };
    let truth: u64 = copies.values().map(pairs).sum();
    let sure: Vec<_> = found.matches.iter().filter(|pair| pair.score >= 0.95).collect();
    let right = sure.iter().filter(|pair| who[pair.a as usize] == who[pair.b as usize]).count() as f64;
    let (precision, recall) = (right / sure.len() as f64, right / truth as f64);
    println!(
        "{} records, {truth} true pairs, {} compared: precision {precision:.5}, recall {recall:.5}, F1 {:.5}; \
         {seconds:.1} s on {workers} threads, {} MB at most",
        who.len(),
        found.compared,
        2.0 * precision * recall / (precision + recall),
        memory() / 1024
    );
}

fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|kb| kb.parse().ok()).unwrap_or(0)
}

fn read(file: &str, builder: &mut IndexBuilder, who: &mut Vec<String>) {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_path(file).unwrap();
    let headings = reader.headers().unwrap().clone();
    for row in reader.records() {
        let row = row.unwrap();
        let cell = |name: &str| {
            let at = headings.iter().position(|heading| heading == name);
            at.and_then(|at| row.get(at)).unwrap_or_default().to_owned()
        };
        builder.push(&Particulars {
            names: vec![PersonName {
                given: cell("given_name"),
                family: cell("surname"),
                used: NameUse::Present,
            }],
            born: Birth::parse(&cell("date_of_birth")),
            national: vec![cell("soc_sec_id")],
            places: vec![Place {
                number: cell("street_number"),
                street: cell("address_1"),
                district: cell("address_2"),
                locality: cell("suburb"),
                region: cell("state"),
                postcode: cell("postcode"),
            }],
            ..Particulars::default()
        });
        who.push(cell("rec_id").split('-').nth(1).unwrap_or_default().to_owned());
    }
}
