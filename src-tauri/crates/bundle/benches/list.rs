//! A register of 100,000 lines on paper and as a workbook: `cargo bench -p joinder-bundle --bench list -- 100000`.
//!
//! Times are printed beside that of packing the same words, which any way of writing them must do.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::disallowed_methods)]

use std::io::{Write, sink};
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use joinder_bundle::{Fonts, render_list, render_list_workbook};
use joinder_domain::register::{ListCell, ListColumn, ListRow, Listing};

const NAMES: [&str; 8] = [
    "Ngozi Eze",
    "Aled ap Rhys-Jones",
    "Siân Llewellyn",
    "Zoë O’Neil",
    "Thị Minh Khai Nguyễn",
    "Ana Silva",
    "Łukasz Żak",
    "Bronwen Parry",
];

fn main() {
    let rows: u32 = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(100_000);
    let listing = listing();
    let (pack, _) = timed(|| {
        let mut encoder = ZlibEncoder::new(sink(), Compression::new(4));
        for row in (0..rows).map(row) {
            for cell in row.cells {
                if let ListCell::Words(words) = cell {
                    encoder.write_all(words.as_bytes()).unwrap();
                }
            }
        }
        encoder.finish().unwrap();
    });
    println!("packing the words of {rows} rows: {:.2} s", pack.as_secs_f64());
    let fonts = Fonts::embedded().unwrap();
    let (paper, done) =
        timed(|| render_list(&listing, &mut (0..rows).map(row), &fonts, &mut sink(), &mut |_| true).unwrap());
    report("paper", paper, pack);
    println!("  {} pages, {} MB", done.pages, done.bytes / 1_000_000);
    let (workbook, _) = timed(|| {
        render_list_workbook(&listing, &mut (0..rows).map(row), &mut sink(), &mut |_| true).unwrap()
    });
    report("workbook", workbook, pack);
    println!("  most memory: {} MB", memory());
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let begun = Instant::now();
    let done = work();
    (begun.elapsed(), done)
}

fn report(what: &str, time: Duration, pack: Duration) {
    println!(
        "{what}: {:.2} s, {:.1} times packing",
        time.as_secs_f64(),
        time.as_secs_f64() / pack.as_secs_f64()
    );
}

/// The most that the process held, in MB, where the system says.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes: Option<u64> = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
    kilobytes.unwrap_or(0) / 1_000
}

fn listing() -> Listing {
    let columns = [
        ("Claimant no", 10, ""),
        ("Claim form", 8, ""),
        ("Name", 28, ""),
        ("Solicitor", 24, ""),
        ("Reference", 16, ""),
        ("Status category", 24, ""),
        ("Confirmed", 16, ""),
        ("Date of consent", 12, "dd/mm/yyyy"),
        ("Claim number", 16, ""),
        ("Issue date", 12, "dd/mm/yyyy"),
        ("Entry date", 12, "dd/mm/yyyy"),
        ("Issues", 14, ""),
        ("Heads claimed", 24, ""),
        ("Value band", 16, ""),
        ("Special features", 24, ""),
    ];
    let columns = columns.map(|(heading, width, format)| ListColumn {
        heading: heading.to_owned(),
        width,
        format: format.to_owned(),
        ..ListColumn::default()
    });
    Listing {
        title: "Schedule of claimants".to_owned(),
        case_title: "Labour 2021".to_owned(),
        reference: "Version 1".to_owned(),
        as_at: jiff::civil::date(2026, 11, 23),
        as_at_words: "As at 23 November 2026".to_owned(),
        language: "en-GB".to_owned(),
        marking: "Public version".to_owned(),
        sheet: "Schedule".to_owned(),
        columns: columns.to_vec(),
        fingerprint: "bench".to_owned(),
        ..Listing::default()
    }
}

fn row(at: u32) -> ListRow {
    let words = |text: &str| ListCell::Words(text.to_owned());
    let name = NAMES.iter().cycle().nth(at as usize % 8).unwrap();
    let form = at / 60 + 1;
    let day = ListCell::Day(jiff::civil::date(
        2026,
        1 + i8::try_from(at % 11).unwrap(),
        1 + i8::try_from(at % 28).unwrap(),
    ));
    ListRow {
        part: if at.is_multiple_of(60) { format!("Claim form {form}") } else { String::new() },
        cells: vec![
            ListCell::Number(f64::from(at + 1)),
            ListCell::Number(f64::from(form)),
            words(&format!("{name} {}", at % 9_973)),
            words("Testwick & Daughters LLP"),
            words(&format!("C-{at:06}")),
            words(if at.is_multiple_of(3) { "Member" } else { "Left before the incident" }),
            words(if at.is_multiple_of(2) { "Confirmed by notice" } else { "Unconfirmed" }),
            day.clone(),
            words(&format!("KB-2026-{form:06}")),
            day.clone(),
            day,
            words("1 to 4"),
            words("Material damage; non-material damage"),
            words("Up to £1,000"),
            ListCell::Empty,
        ],
    }
}
