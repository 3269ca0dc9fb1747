//! PDFs of other people: `JOINDER_CORPUS=folder cargo test --release -p joinder-bundle --test corpus -- --ignored --nocapture`.
//!
//! Needs `mutool`, whose drawing of each original page is compared with that of the same page in the bundle.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout)]

mod support;

use joinder_bundle::{Rendered, Rule};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::Instant;
use support::{Files, document, exhibit, keep, plan};

/// Pages of each file that are compared.
const PAGES: usize = 12;
/// Longest side of a drawing of an original.
const PIXELS: u32 = 900;
/// Height of the band at the foot, and the sheet, in points.
const BAND: f32 = 28.0;
const A4: (f32, f32) = (595.28, 841.89);

fn pdfs(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            pdfs(&entry, found);
        } else if entry.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf")) {
            found.push(entry);
        }
    }
}

/// Counts what is wrong, and says it at once: a corpus takes long.
#[derive(Default)]
struct Wrong(usize);

impl Wrong {
    fn push(&mut self, text: String) {
        println!("WRONG {text}");
        self.0 += 1;
    }
}

/// A grey picture.
struct Drawing {
    width: usize,
    height: usize,
    grey: Vec<u8>,
}

impl Drawing {
    fn read(path: &Path) -> Option<Self> {
        let bytes = std::fs::read(path).ok()?;
        let mut words = bytes.splitn(4, |byte| byte.is_ascii_whitespace());
        let mut number = |_: &str| String::from_utf8(words.next()?.to_vec()).ok();
        let (kind, width, height) = (number("kind")?, number("width")?, number("height")?);
        let rest = words.next()?;
        let start = rest.iter().position(|byte| byte.is_ascii_whitespace())? + 1;
        let (width, height) = (width.parse().ok()?, height.parse().ok()?);
        // Colours are drawn first, since a page and a group on it may come to grey by different ways.
        let grey = |rgb: &[u8]| {
            let weights = [77, 151, 28].into_iter().zip(rgb).map(|(weight, part)| weight * u32::from(*part));
            u8::try_from(weights.sum::<u32>() / 256).unwrap_or(u8::MAX)
        };
        (kind == "P6").then(|| Self { width, height, grey: rest[start..].chunks(3).map(grey).collect() })
    }

    /// The mean over a part, given in shares of the width and height.
    fn mean(&self, x: (f32, f32), y: (f32, f32)) -> f32 {
        let (mut sum, mut count) = (0.0, 0.0_f32);
        let range = |(from, to): (f32, f32), size: usize| {
            let from = ((from * size as f32) as usize).min(size - 1);
            from..((to * size as f32).ceil() as usize).clamp(from + 1, size)
        };
        for row in range(y, self.height) {
            for column in range(x, self.width) {
                sum += f32::from(self.grey.get(row * self.width + column).copied().unwrap_or(255));
                count += 1.0;
            }
        }
        sum / count.max(1.0)
    }
}

/// Pages as mutool draws them, `None` for one that it does not.
fn draw(file: &Path, first: usize, count: usize, folder: &Path, pixels: u32) -> Vec<Option<Drawing>> {
    // What is left of the file before would be taken for this one's.
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).unwrap();
    let _ = Command::new("timeout")
        .args(["60", "mutool", "draw", "-q", "-c", "rgb", "-F", "ppm", "-w"])
        .arg(pixels.to_string())
        .arg("-h")
        .arg(pixels.to_string())
        .arg("-o")
        .arg(folder.join("%d.ppm"))
        .arg(file)
        .arg(format!("{first}-{}", first + count - 1))
        .output();
    (first..first + count).map(|page| Drawing::read(&folder.join(format!("{page}.ppm")))).collect()
}

/// Share of the fields with anything on them in which a page of the bundle is not as the original, which has `size` in
/// points. One field alone is chance.
fn difference(original: &Drawing, bound: &Drawing, size: (f32, f32)) -> f32 {
    let sheet = if size.0 > size.1 { (A4.1, A4.0) } else { A4 };
    let scale = (sheet.0 / size.0).min((sheet.1 - BAND) / size.1).min(1.0);
    let size = (size.0 * scale, size.1 * scale);
    // Fields of some eight points, so that a third of a point to one side is no difference.
    let fields = |length: f32| ((length / 8.0) as usize).clamp(6, 60);
    let (rows, columns) = (fields(size.1), fields(size.0));
    let (left, top) = ((sheet.0 - size.0) / 2.0, (sheet.1 - BAND - size.1) / 2.0);
    let (mut other, mut inked) = (0, 0);
    for row in 0..rows {
        for column in 0..columns {
            let share = |n: usize, of: usize| (n as f32 / of as f32, (n + 1) as f32 / of as f32);
            let (x, y) = (share(column, columns), share(row, rows));
            let on = |part: (f32, f32), start: f32, size: f32, sheet: f32| {
                ((start + part.0 * size) / sheet, (start + part.1 * size) / sheet)
            };
            // What is no wider than a field, as the bars of a code are, may fall into its neighbour.
            let near = |dx: f32, dy: f32| {
                bound.mean(on(x, left + dx, size.0, sheet.0), on(y, top + dy, size.1, sheet.1))
            };
            let ours = near(0.0, 0.0);
            let theirs = original.mean(x, y);
            let unlike = |ours: f32| (theirs - ours).abs() > 45.0;
            let shifts = [-1.0, 0.0, 1.0];
            let all = || shifts.iter().flat_map(|dx| shifts.iter().map(move |dy| (*dx, *dy)));
            other += usize::from(unlike(ours) && all().all(|(dx, dy)| unlike(near(dx, dy))));
            inked += usize::from(theirs.min(ours) < 245.0);
        }
    }
    if other < 2 { 0.0 } else { other as f32 / inked.max(1) as f32 }
}

/// How many pages mutool sees; `None` where it cannot open the file.
fn count(file: &Path) -> Option<usize> {
    let output = Command::new("timeout").args(["60", "mutool", "pages"]).arg(file).output().ok()?;
    let pages = String::from_utf8_lossy(&output.stdout).matches("<page ").count();
    (pages > 0).then_some(pages)
}

/// Width and height in points of the first pages, as they are shown; inherited boxes and units are in them.
fn sizes(file: &Path, count: usize) -> Vec<(f32, f32)> {
    let output = Command::new("timeout")
        .args(["60", "mutool", "draw", "-q", "-F", "stext", "-o", "-"])
        .arg(file)
        .arg(format!("1-{count}"))
        .output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let value = |tag: &str, key: &str| -> Option<f32> {
        tag.split_once(&format!(" {key}=\""))?.1.split('"').next()?.parse().ok()
    };
    let size = |tag: &str| Some((value(tag, "width")?, value(tag, "height")?));
    text.split("<page ").skip(1).filter_map(|page| size(&format!(" {}", page.split('>').next()?))).collect()
}

fn bundle(bytes: Vec<u8>) -> (Rendered, Vec<u8>) {
    let mut files = Files::new();
    let sha256 = keep(&mut files, bytes);
    let kind = exhibit("AXL1", "A paper", joinder_domain::bundle::ExhibitSource::Pdf { sha256 });
    let plan = plan(vec![document(joinder_domain::bundle::Section::Exhibits, "AXL1: a paper", "", kind)]);
    static FONTS: OnceLock<joinder_bundle::Fonts> = OnceLock::new();
    let fonts = FONTS.get_or_init(|| joinder_bundle::Fonts::embedded().unwrap());
    let mut out = Vec::new();
    let rendered = joinder_bundle::render(&plan, &files, fonts, &mut out).unwrap();
    (rendered, out)
}

/// Each file is printed page for page or named with a reason, and the bundle passes its own check.
#[test]
#[ignore = "needs a folder of PDFs, named by JOINDER_CORPUS, and mutool"]
fn every_file_is_printed_or_named() {
    let folder = std::env::var("JOINDER_CORPUS").expect("JOINDER_CORPUS names the folder");
    let mut files = Vec::new();
    pdfs(Path::new(&folder), &mut files);
    files.sort();
    let scratch = std::env::temp_dir().join(format!("joinder-corpus-{}", std::process::id()));
    std::fs::create_dir_all(&scratch).unwrap();
    let mut wrong = Wrong::default();
    let out = std::env::var("JOINDER_CORPUS_OUT").ok();
    let (mut printed, mut named, mut compared) = (0, 0, 0);
    for file in &files {
        let started = Instant::now();
        let (rendered, bytes) = bundle(std::fs::read(file).unwrap());
        let took = started.elapsed().as_secs_f32();
        let bound = scratch.join("bundle.pdf");
        std::fs::write(&bound, &bytes).unwrap();
        if let Some(out) = &out {
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            std::fs::write(Path::new(out).join(format!("{name}.bundle.pdf")), &bytes).unwrap();
        }
        let lint = support::lint(&bytes);
        let about = |rule: Rule| lint.verdict(rule).unwrap().faults.first().map(|fault| fault.text.clone());
        for rule in
            [Rule::Opens, Rule::Numbered, Rule::Labels, Rule::IndexLinks, Rule::Bookmarks, Rule::NumberClear]
        {
            if let Some(text) = about(rule) {
                wrong.push(format!("{}: {} {text}", file.display(), rule.code()));
            }
        }
        if took > 20.0 {
            wrong.push(format!("{}: took {took} s", file.display()));
        }
        if let Some(placeholder) = rendered.placeholders.first() {
            named += 1;
            let drawn = draw(file, 1, 1, &scratch.join("original"), 100);
            if drawn.iter().any(Option::is_some) {
                println!("MUTOOL OPENS {}", file.display());
            }
            println!("NAMED {} {}", file.display(), placeholder.reason);
            continue;
        }
        printed += 1;
        let row = &rendered.index[0];
        let warned: Vec<&str> = rendered.warnings.iter().map(|warning| warning.text.as_str()).collect();
        if !warned.is_empty() {
            println!("WARNED {} {}", file.display(), warned.join(" "));
        }
        let count = count(file).unwrap_or_default();
        let sizes = sizes(file, count.min(PAGES));
        if sizes.is_empty() {
            println!("ONLY OURS {}", file.display());
            continue;
        }
        // Some files say that they have pages which mutool then does not find.
        let real = row.pages > count || draw(file, count, 1, &scratch.join("last"), 50)[0].is_some();
        if (row.pages <= count && real) || (row.pages > count + 1 && warned.is_empty()) {
            wrong.push(format!("{}: {} pages, mutool has {count}", file.display(), row.pages - 1));
            continue;
        }
        let sheet = if real { row.pages - count } else { 1 };
        let count = sizes.len();
        let originals = draw(file, 1, count, &scratch.join("original"), PIXELS);
        // A small page keeps its size, so the sheet is drawn larger for its sake.
        let longest = sizes.iter().map(|size| size.0.max(size.1)).fold(f32::MAX, f32::min);
        let pixels = (PIXELS as f32 * A4.1 / longest.clamp(100.0, A4.1)) as u32;
        let ours = draw(&bound, row.page + sheet, count, &scratch.join("ours"), pixels);
        for (page, ((original, ours), size)) in (1..).zip(originals.iter().zip(&ours).zip(&sizes)) {
            match (original, ours) {
                (Some(original), Some(ours)) => {
                    compared += 1;
                    let difference = difference(original, ours, *size);
                    // What mutool gives up on may still be printed.
                    if difference > 0.05 && original.grey.iter().all(|grey| *grey > 250) {
                        println!("MORE THAN MUTOOL {} page {page}", file.display());
                    } else if difference > 0.05 {
                        wrong.push(format!("{} page {page} differs: {difference:.3}", file.display()));
                    }
                }
                (Some(_), None) => wrong.push(format!("{} page {page} is not drawn", file.display())),
                (None, _) => {}
            }
        }
    }
    let _ = std::fs::remove_dir_all(&scratch);
    println!("{} files: {printed} printed, {named} named, {compared} pages compared", files.len());
    assert!(wrong.0 == 0, "{} differences", wrong.0);
}
