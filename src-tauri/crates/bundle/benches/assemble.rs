//! Bundles of mixed exhibits: `cargo bench -p joinder-bundle --bench assemble -- PAGES`.
//!
//! Seconds are those that the thread was on a processor: other work on the machine counts for less. Merging alone, by two
//! programs that do nothing else, is timed in the same run where they are installed.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout, clippy::disallowed_methods)]

#[path = "../tests/support/mod.rs"]
mod support;

use joinder_domain::bundle::*;
use std::path::Path;
use std::process::Command;
use std::time::Instant;
use support::{Files, document, exhibit, keep, plan};

fn main() {
    let most: usize = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(2_000);
    let fonts = joinder_bundle::Fonts::embedded().unwrap();
    for copies in [1, 1, most.div_ceil(400), most.div_ceil(200)] {
        let (plan, files) = mixed(copies);
        let before = cpu();
        forget();
        let held = memory();
        let rendered = joinder_bundle::render(&plan, &files, &fonts, &mut std::io::sink()).unwrap();
        let took = cpu() - before;
        // The exhibits themselves are in memory before; in a matter they are not.
        println!(
            "{} pages, {} MB: {took:.3} s, {:.0} pages a second; {:.1} times the bundle in memory",
            rendered.pages,
            rendered.bytes / 1_000_000,
            rendered.pages as f64 / took,
            memory().saturating_sub(held) as f64 / rendered.bytes as f64
        );
    }
    text(&fonts);
    merging(most);
}

/// Bundles of drawn pages alone, each with its own words.
fn text(fonts: &joinder_bundle::Fonts) {
    let (plan, files) = support::sample();
    let before = cpu();
    let pages: usize =
        (0..50).map(|_| joinder_bundle::render(&plan, &files, fonts, &mut Vec::new()).unwrap().pages).sum();
    let took = cpu() - before;
    println!(
        "50 small bundles: {pages} pages in {took:.3} s, {:.0} pages a second, {:.1} ms a bundle",
        pages as f64 / took,
        took * 20.0
    );
}

/// The same exhibits bound by us, with index, links, bookmarks and numbers, and merely put one behind the other by others.
fn merging(pages: usize) {
    let folder = std::env::temp_dir().join(format!("joinder-merge-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let mut files = Files::new();
    let (mut documents, mut paths) = (Vec::new(), Vec::new());
    for number in 0..pages.div_ceil(10) {
        let bytes = report(10, number);
        let path = folder.join(format!("{number}.pdf"));
        std::fs::write(&path, &bytes).unwrap();
        paths.push(path);
        let sha256 = keep(&mut files, bytes);
        let kind = exhibit("AXL1", "A report", ExhibitSource::Pdf { sha256 });
        documents.push(document(Section::Exhibits, "A report", "", kind));
    }
    let plan = plan(documents);
    let fonts = joinder_bundle::Fonts::embedded().unwrap();
    let begun = Instant::now();
    let rendered = joinder_bundle::render(&plan, &files, &fonts, &mut Vec::new()).unwrap();
    let ours = begun.elapsed().as_secs_f64();
    println!("{} pages of {} files bound by us: {ours:.3} s", rendered.pages, paths.len());
    let out = folder.join("out.pdf");
    others("mutool merge", Command::new("mutool").args(["merge", "-o"]).arg(&out).args(&paths), ours);
    let mut qpdf = Command::new("qpdf");
    qpdf.args(["--empty", "--pages"]).args(&paths).arg("--").arg(&out);
    others("qpdf", &mut qpdf, ours);
    std::fs::remove_dir_all(&folder).unwrap();
}

fn others(name: &str, command: &mut Command, ours: f64) {
    let begun = Instant::now();
    match command.output() {
        Ok(output) if output.status.success() => {
            let theirs = begun.elapsed().as_secs_f64();
            println!("merged by {name}: {theirs:.3} s; ours took {:.2} times as long", ours / theirs);
        }
        _ => println!("{name} is not installed"),
    }
}

/// Begins anew with what the process holds now (proc(5), `clear_refs`).
fn forget() {
    std::fs::write("/proc/self/clear_refs", "5").unwrap_or_default();
}

/// The most bytes that this process has held since.
fn memory() -> u64 {
    let status = std::fs::read_to_string(Path::new("/proc/self/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|kb| kb.parse::<u64>().ok()).unwrap_or(0) * 1024
}

/// A file of `pages` pages of forty lines each, in one font.
fn report(pages: usize, seed: usize) -> Vec<u8> {
    let mut bodies = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        String::new(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut kids = Vec::new();
    for page in 0..pages {
        let lines: String = (0..40)
            .map(|line| {
                support::pdf::text(
                    60,
                    800 - line * 18,
                    &format!("File {seed} page {page} line {line} of a bank"),
                )
            })
            .collect();
        kids.push(format!("{} 0 R", bodies.len() + 1));
        bodies.push(format!("<< /Type /Page /Parent 2 0 R /Contents {} 0 R >>", bodies.len() + 2));
        bodies.push(support::pdf::stream("", &lines));
    }
    bodies[1] = format!(
        "<< /Type /Pages /Kids [{}] /Count {pages} /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> >>",
        kids.join(" ")
    );
    support::pdf::file(&bodies)
}

/// A photograph's header before noise that cannot be packed.
fn photograph(seed: u32) -> Vec<u8> {
    let mut bytes = std::fs::read(support::fixture("photo-orientation-6.jpg")).unwrap();
    let end = bytes.split_off(bytes.len() - 2);
    let mut state = seed | 1;
    bytes.extend((0..880_000).map(|_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8 & 0x7f
    }));
    bytes.extend(end);
    bytes
}

/// Two hundred pages: 46 of ours, 20 photographs, the rest of other programs.
fn mixed(copies: usize) -> (BundlePlan, Files) {
    let mut files = Files::new();
    let (sample, _) = support::sample();
    let mut documents = Vec::new();
    for copy in 0..copies {
        for drawn in
            sample.documents.iter().filter(|d| matches!(d.kind, DocumentKind::Drawn(_))).cycle().take(16)
        {
            documents.push(Document { section: Section::Claimant, ..drawn.clone() });
        }
        for number in 0..20 {
            let sha256 = keep(&mut files, photograph((copy * 100 + number) as u32));
            documents.push(document(
                Section::Exhibits,
                "A photograph",
                "",
                exhibit("AXL1", "A photograph", ExhibitSource::Jpeg { sha256 }),
            ));
        }
        for number in 0..14 {
            let sha256 = keep(&mut files, report(8, copy * 100 + number));
            documents.push(document(
                Section::Exhibits,
                "A report",
                "",
                exhibit("AXL2", "A report", ExhibitSource::Pdf { sha256 }),
            ));
        }
    }
    (plan(documents), files)
}

/// Seconds that this thread has been on a processor: other work on the machine does not count.
fn cpu() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    text.split(' ').next().and_then(|nanoseconds| nanoseconds.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
}
