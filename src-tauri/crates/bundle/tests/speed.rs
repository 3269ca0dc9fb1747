//! Pages a second on mixed exhibits: `cargo test --release -p joinder-bundle --test speed -- --ignored --nocapture`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use joinder_domain::bundle::*;
use std::time::Instant;
use support::{Files, document, exhibit, keep, plan};

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

#[test]
#[ignore = "measures; run in release"]
fn pages_a_second() {
    let start = Instant::now();
    let fonts = joinder_bundle::Fonts::embedded().unwrap();
    println!("fonts: {:?}", start.elapsed());
    for copies in [1, 1, 10, 40] {
        let (plan, files) = mixed(copies);
        let (start, before) = (Instant::now(), cpu());
        let mut out = Vec::new();
        let rendered = joinder_bundle::render(&plan, &files, &fonts, &mut out).unwrap();
        let (wall, took) = (start.elapsed().as_secs_f64(), cpu() - before);
        let rate = rendered.pages as f64 / took;
        println!(
            "{} pages, {} MB: {took:.3} s of processor, {wall:.3} s in all, {rate:.0} pages/s",
            rendered.pages,
            out.len() / 1_000_000
        );
        let before = cpu();
        support::lint(&out);
        println!("  full check {:.3} s", cpu() - before);
    }
    let (plan, files) = support::sample();
    let before = cpu();
    let mut pages = 0;
    for _ in 0..50 {
        pages += joinder_bundle::render(&plan, &files, &fonts, &mut Vec::new()).unwrap().pages;
    }
    let took = cpu() - before;
    println!("50 small bundles: {pages} pages in {took:.3} s, {:.1} ms each", took * 20.0);
}
