//! The lists that go out, read back.

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::Command;

use serde_json::json;

use crate::stage::{PLANTED, Stage, ngozi, person, template};

fn ask(program: &str, words: &[&str], file: &Path, end: &[&str]) -> String {
    let output = Command::new(program).args(words).arg(file).args(end).output();
    let output = output.unwrap_or_else(|_| panic!("{program} is missing: packaging/prepare.sh test"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn pdf_text(file: &Path) -> String {
    ask("pdftotext", &["-layout", "-enc", "UTF-8"], file, &["-"])
}

/// All that is written in a workbook, unpacked: the files in the archive one after the other.
fn workbook_text(file: &Path) -> String {
    let bytes = fs::read(file).unwrap();
    let number = |at: usize| usize::from(u16::from_le_bytes([bytes[at], bytes[at + 1]]));
    let (mut text, mut at) = (String::new(), 0);
    while bytes[at..].starts_with(b"PK\x03\x04") {
        let start = at + 30 + number(at + 26) + number(at + 28);
        assert_eq!(number(at + 8), 8, "each file of {} is deflated", file.display());
        let mut packed = flate2::bufread::DeflateDecoder::new(&bytes[start..]);
        packed.read_to_string(&mut text).unwrap();
        let end = start + usize::try_from(packed.total_in()).unwrap();
        // Sizes may follow the data.
        at = end + bytes[end..].windows(2).position(|two| two == b"PK").unwrap();
        at += if bytes[at..].starts_with(b"PK\x07\x08") { 16 } else { 0 };
    }
    assert!(text.contains("<sst"), "{} was read to its end", file.display());
    text
}

fn text(file: &Path) -> String {
    match file.extension().unwrap().to_str().unwrap() {
        "pdf" => pdf_text(file) + &ask("pdfinfo", &["-meta"], file, &[]) + &ask("pdfinfo", &[], file, &[]),
        "xlsx" => workbook_text(file),
        _ => fs::read_to_string(file).unwrap(),
    }
}

fn registered() -> Stage {
    let stage = Stage::with_people();
    stage.call("register.enter", json!({ "unready": true }));
    stage
}

#[test]
fn what_anybody_may_read_holds_nothing_that_was_planted() {
    let stage = registered();
    for kind in ["register", "schedule", "information", "bordereau"] {
        for form in ["xlsx", "csv", "pdf"] {
            let file = stage.export(kind, "public", &format!("{kind}.{form}"));
            let words = text(&file);
            for planted in PLANTED {
                assert!(!words.contains(planted), "“{planted}” is in {}", file.display());
            }
            assert_eq!(words.contains("Parry"), kind != "bordereau", "{}", file.display());
        }
    }
}

#[test]
fn the_confidential_twin_holds_what_the_court_needs() {
    let stage = registered();
    let words = text(&stage.export("schedule", "confidential", "schedule.csv"));
    for needed in ["14 Tannery Wharf", "ZZ99 3WZ", "29/02/1984", "07700 900123", "ngozi.eze@example.org"] {
        assert!(words.contains(needed), "{needed} is missing from {words}");
    }
    let information = text(&stage.export("information", "confidential", "information.csv"));
    assert!(information.contains("Does not know"), "an answer of its own: {information}");
    assert!(information.contains("I could not sleep."));
    assert!(information.contains("£120.50"));
}

#[test]
fn an_identifier_typed_into_a_public_field_stops_the_public_version() {
    let stage = registered();
    let mark =
        |words: &str| stage.call("register.mark", json!({ "numbers": [1], "special_features": words }));
    let out = json!({ "kind": "schedule", "audience": "public", "path": stage.path("schedule.pdf") });
    for words in [
        "lives at zz993wz",
        "born 29 February 1984",
        "call 07700-900123",
        "née OKONKWO",
        "on antidepressants",
    ] {
        mark(words);
        let error = stage.refuse("register.export", out.clone()).unwrap_err();
        assert_eq!(error.code, "register-leak", "{words}");
        assert!(error.message.contains("C-000001") && error.message.contains("Special features"), "{error}");
        assert!(!error.message.contains(words));
        assert!(!stage.path("schedule.pdf").exists() && !stage.path("schedule.part").exists());
    }
    mark("Joined late");
    stage.call("register.export", out);
}

#[test]
fn a_cipher_hides_the_name_in_public_alone() {
    let stage = registered();
    stage.call("register.mark", json!({ "numbers": [1], "cipher": "ABC" }));
    let public = text(&stage.export("schedule", "public", "public.csv"));
    assert!(public.contains("ABC") && !public.contains("Ngozi") && !public.contains("Eze"));
    let confidential = text(&stage.export("schedule", "confidential", "confidential.csv"));
    assert!(confidential.contains("Ngozi Eze"));
}

#[test]
fn a_register_in_the_template_passes_its_own_check() {
    let stage = registered();
    template(&stage.path("template.xlsx"));
    stage.call("register.template", json!({ "path": stage.path("template.xlsx") }));
    let checked = stage.call("register.check", json!({}));
    assert_eq!(checked["total"], 0, "{checked:#}");
    for form in ["xlsx", "csv"] {
        let file = stage.export("register", "confidential", &format!("out.{form}"));
        let input = json!({ "path": file, "template": stage.path("template.xlsx") });
        let received = stage.call("register.validate", input);
        assert_eq!(received["total"], 0, "{form}: {received:#}");
        assert_eq!(received["rows"], 3);
    }
    stage.call("register.mark", json!({ "numbers": [2], "value_band": "About £3,000" }));
    let checked = stage.call("register.check", json!({}));
    assert_eq!(checked["total"], 1);
    let fault = &checked["faults"][0];
    assert_eq!(
        (&fault["row"], &fault["column"], &fault["code"]),
        (&json!(4), &json!("H"), &json!("not-listed"))
    );
}

#[test]
fn papers_are_sound_and_the_same_twice() {
    let stage = registered();
    let first = stage.export("schedule", "confidential", "first.pdf");
    let second = stage.export("schedule", "confidential", "second.pdf");
    assert!(fs::read(&first).unwrap() == fs::read(&second).unwrap());
    let output = Command::new("qpdf").arg("--check").arg(&first).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && said.contains("No syntax or stream encoding errors"), "{said}");
    let words = pdf_text(&first);
    assert!(words.contains("Przyk") || words.contains("Parry"));
    assert!(words.trim_end().ends_with('1'), "the page bears its number: {words}");
    let sheets = [stage.export("register", "public", "a.xlsx"), stage.export("register", "public", "b.xlsx")];
    assert!(fs::read(&sheets[0]).unwrap() == fs::read(&sheets[1]).unwrap());
}

#[test]
fn changes_go_out_as_a_list() {
    let stage = registered();
    stage.call("register.seal", json!({ "reason": "Filed" }));
    stage.call("register.end", json!({ "number": 3, "on": "2026-11-23", "reason": "Settled" }));
    let path = stage.path("changes.csv");
    let input = json!({ "kind": "changes", "audience": "public", "from": 1, "path": path });
    assert_eq!(stage.call("register.export", input)["rows"], 1);
    let words = fs::read_to_string(&path).unwrap();
    assert!(words.contains("Withdrawn,3,Bronwen Testwick"), "{words}");
    assert!(!words.contains("Settled"), "why is for the court alone");
}

#[test]
fn a_place_that_cannot_be_written_is_named() {
    let stage = registered();
    let file = stage.path("file");
    fs::write(&file, "in the way").unwrap();
    let into = |path| json!({ "kind": "schedule", "audience": "public", "path": path });
    assert_eq!(stage.refused("register.export", into(file.join("out.pdf"))), "out-not-writable");
    assert_eq!(stage.refused("register.export", into(stage.path("out.doc"))), "register-kind");
}

/// Frances was expelled and fell ill; Zoë is a child.
fn with_frances_and_zoe() -> Stage {
    let stage = Stage::matter();
    let mut frances = person("Frances", "Mockridge", true);
    frances["episodes"] = json!([{
        "kind": "member", "start": "May 2018", "end": "3 June 2020", "ending": "expelled",
    }]);
    frances["contact"] = json!({ "nation_at_incident": "england" });
    frances["consequence"] = json!({ "own_words": "I fell ill and could not work.", "diagnosis": "yes" });
    stage.add(frances);
    let mut zoe = person("Zoë", "Minorca", true);
    zoe["identity"]["date_of_birth"] = json!("2013-04-02");
    zoe["identity"]["capacity"] = json!("litigation-friend");
    zoe["identity"]["acted_for_by"] = json!("Zelda Minorca");
    zoe["episodes"] = json!([{ "kind": "member", "start": "mid 2020", "ongoing": true }]);
    stage.add(zoe);
    stage.call("classification.run", json!({}));
    stage.call("register.enter", json!({ "unready": true }));
    stage
}

#[test]
fn nobody_reads_in_public_how_frances_left_and_zoe_is_a_party_by_her_friend() {
    let stage = with_frances_and_zoe();
    for (kind, form) in
        [("register", "csv"), ("schedule", "pdf"), ("information", "csv"), ("bordereau", "csv")]
    {
        let words = text(&stage.export(kind, "public", &format!("{kind}.{form}")));
        assert!(!words.to_lowercase().contains("expelled"), "{kind}: {words}");
    }
    let public = text(&stage.export("schedule", "public", "public.csv"));
    assert!(public.contains("Former member"), "{public}");
    assert!(public.contains("Zoë Minorca (a child, by the litigation friend Zelda Minorca)"), "{public}");
    let confidential = text(&stage.export("schedule", "confidential", "confidential.csv"));
    assert!(confidential.contains("Former member (expelled)"), "{confidential}");
}

#[test]
fn the_limitation_date_is_that_of_the_claim_and_not_that_of_the_injury() {
    let stage = with_frances_and_zoe();
    let words = text(&stage.export("schedule", "confidential", "schedule.csv"));
    let line = words.lines().find(|line| line.contains("Mockridge")).unwrap();
    assert!(line.contains("28/10/2027") && !line.contains("2024"), "{line}");
}

#[test]
fn the_schedule_of_information_gives_answers_and_tells_blank_from_unknown() {
    let stage = with_frances_and_zoe();
    let mut gwen = person("Gwen", "Blank", true);
    gwen["episodes"] = json!([{ "kind": "member", "start": "2018" }, { "kind": "donor", "start": "don't know", "end": "2019" }]);
    stage.add(gwen);
    stage.call("register.enter", json!({ "unready": true }));
    let words = text(&stage.export("information", "confidential", "information.csv"));
    assert!(words.contains("Member: from May 2018; until 3 June 2020"), "{words}");
    assert!(words.contains("Member: since “mid 2020” (1 May to 31 August 2020); has not ended"), "{words}");
    assert!(
        words.contains("Member: from 2018; end not answered; Donor: beginning not known; until 2019"),
        "{words}"
    );
    assert!(!words.contains("To be determined"), "what the program makes of it is no answer: {words}");
}

#[test]
fn a_wide_list_is_printed_on_wide_paper_and_a_part_that_goes_on_says_so() {
    let stage = with_frances_and_zoe();
    stage.add(ngozi());
    for number in 0..12 {
        let mut one = person("Ines", &format!("Long{number}"), true);
        one["consequence"] = json!({ "own_words": "It went on and on. ".repeat(60) });
        stage.add(one);
    }
    stage.call("register.enter", json!({ "unready": true }));
    let wide = stage.export("schedule", "confidential", "wide.pdf");
    assert!(ask("pdfinfo", &[], &wide, &[]).contains("1190"), "A3 on its side");
    let words = pdf_text(&stage.export("information", "confidential", "information.pdf"));
    assert!(words.contains("(continued)"), "{words}");
}

#[test]
fn a_bordereau_counts_without_a_word_twice() {
    let stage = with_frances_and_zoe();
    let words = text(&stage.export("bordereau", "confidential", "bordereau.csv"));
    assert!(words.contains("November 2026") && !words.contains("2026-11"), "{words}");
    assert!(words.contains("under 5") && !words.contains("member,1,"), "two people are few: {words}");
    let paper = pdf_text(&stage.export("bordereau", "public", "bordereau.pdf"));
    assert!(paper.contains("Counts without names") && !paper.contains("Confidential"), "{paper}");
    assert_eq!(paper.matches("Status category").count(), 1, "the heading alone says it: {paper}");
}

#[test]
fn what_the_court_says_of_a_claim_form_is_one_change() {
    let stage = registered();
    stage.call("register.seal", json!({ "reason": "Filed" }));
    let form = json!({ "form": 1, "claim_number": "KB-2026-000001", "issued": "2026-11-20" });
    stage.call("register.form", form);
    let path = stage.path("changes.csv");
    let input = json!({ "kind": "changes", "audience": "public", "from": 1, "path": path });
    assert_eq!(stage.call("register.export", input)["rows"], 2, "its number, and the day of issue");
    let words = fs::read_to_string(&path).unwrap();
    assert!(words.contains("\"Claim form 1, ") && words.contains(",KB-2026-000001"), "{words}");
    assert!(words.contains("20 November 2026") && !words.contains("Testwick"), "{words}");
}

#[test]
fn a_confidential_csv_says_that_only_its_name_can_tell() {
    let stage = registered();
    let export = |file: &str| {
        let input = json!({ "kind": "register", "audience": "confidential", "path": stage.path(file) });
        stage.call("register.export", input)["notes"].clone()
    };
    assert!(export("register.csv")[0].as_str().unwrap().contains("in the name of the file"));
    assert_eq!(export("Register confidential.csv"), json!([]));
    assert_eq!(export("register.xlsx"), json!([]), "a workbook is marked inside");
}
