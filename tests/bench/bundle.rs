//! Bundles of a whole group, with exhibits of every kind, by the real program.

use std::fs;

use joinder_app::{App, Job};
use serde_json::{Value, json};

use crate::{Joinder, PASSPHRASE};

/// Pages of each claimant's statement of a bank.
const PAGES: usize = 60;

/// Bundles of some eighty pages for so many claimants, of whom each has a notice, a photograph and a statement of a bank.
pub fn batch(joinder: &Joinder, claimants: u32) {
    let group = Joinder { folder: joinder.folder.join("group"), program: joinder.program.clone() };
    fs::create_dir_all(&group.folder).unwrap();
    people(&group, claimants);
    let (unlock, _) = group.run(&["people", "list"]);
    let out = group.folder.join("bundles");
    let words = ["--json", "bundle", "--all", "--no-ocr", "--out", out.to_str().unwrap()];
    let (first, output) = group.run(&words);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let pages = report["pages"].as_f64().unwrap();
    let bytes: u64 =
        fs::read_dir(&out).unwrap().map(|file| file.unwrap().metadata().unwrap().len()).sum::<u64>();
    fs::remove_dir_all(&out).unwrap();
    let (again, memory) = group.run_measured(&words);
    let seconds = first.min(again) - unlock;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!(
        "{} bundles of {:.0} pages and {:.1} MB each in {seconds:.1} s on {cores} cores, {:.0} pages a second and core; 3,000 \
         of them would take {:.1} minutes; at most {} MB of memory",
        report["made"],
        pages / f64::from(claimants),
        bytes as f64 / f64::from(claimants) / 1e6,
        pages / seconds / cores as f64,
        seconds * 3_000.0 / f64::from(claimants) / 60.0,
        memory / 1000
    );
    fs::remove_dir_all(&group.folder).unwrap();
}

/// The claimants with their evidence, written in this process: opening the matter each time would take longest of all.
fn people(group: &Joinder, claimants: u32) {
    let app = App::new(group.folder.join("config"));
    let ask = |name: &str, input: Value| app.dispatch(name, input, &Job::quiet()).unwrap()["output"].take();
    ask(
        "matter.create",
        json!({
            "folder": group.folder.join("matter"), "name": "Group", "profile": "labour-2021", "sign_in": "bench",
            "full_name": "Ben Ch", "passphrase": PASSPHRASE,
        }),
    );
    let files = joinder_tests::sample::make();
    let notice = String::from_utf8(files["evidence/S-001-notice.eml"].clone()).unwrap();
    let photograph = &files["evidence/S-076-photo.jpg"];
    for number in 0..claimants {
        let address = format!("p{number}@example.org");
        let claimant = json!({
            "identity": { "forenames": "Sam", "surname": format!("Sampleworth {number}") },
            "contact": { "emails": [{ "address": address }] },
            "episodes": [{ "kind": "member", "start": "mid 2016", "ongoing": true }],
            "consequence": { "own_words": "I read it twice and worried about who has my details." },
        });
        let added = app.dispatch("claimant.add", json!({ "claimant": claimant }), &Job::quiet());
        let added = added.unwrap_or_else(|error| panic!("{error} {:?}", error.problems));
        let mail = notice.replacen("Message-ID: <", &format!("Message-ID: <{number}."), 1);
        let mail = mail.replace("ada.sampleworth@gpost.example", &address);
        let mut picture = photograph.clone();
        picture.extend(number.to_be_bytes());
        let papers =
            [("notice.eml", mail.into_bytes()), ("photo.jpg", picture), ("bank.pdf", statement(number))];
        let paths = papers.map(|(name, bytes)| {
            let path = group.folder.join(name);
            fs::write(&path, bytes).unwrap();
            path
        });
        ask("evidence.add", json!({ "paths": paths, "claimant": added["output"]["number"] }));
    }
}

/// A PDF of another program: forty lines on each page, packed, in one font.
fn statement(seed: u32) -> Vec<u8> {
    use lopdf::{Dictionary, Document, Object, Stream, dictionary};
    let mut document = Document::with_version("1.5");
    let pages = document.new_object_id();
    let font = document
        .add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" });
    let kids: Vec<Object> = (0..PAGES)
        .map(|page| {
            let line = |line: usize| {
                format!(
                    "BT /F1 10 Tf 60 {} Td (Account {seed} page {page} line {line}: paid to a shop) Tj ET\n",
                    800 - line * 18
                )
            };
            let mut content =
                Stream::new(Dictionary::new(), (0..40).map(line).collect::<String>().into_bytes());
            content.compress().unwrap();
            let content = document.add_object(content);
            let page = dictionary! { "Type" => "Page", "Parent" => pages, "Contents" => content };
            document.add_object(page).into()
        })
        .collect();
    let node = dictionary! {
        "Type" => "Pages", "Count" => i64::try_from(PAGES).unwrap(), "Kids" => kids,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
    };
    document.objects.insert(pages, Object::Dictionary(node));
    let root = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", root);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}
