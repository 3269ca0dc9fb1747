//! Workbooks of another firm that are damaged in hundreds of ways, the same ones every time: there is always an answer.

use std::fs;
use std::io::Read as _;

use joinder_tests::archive;
use serde_json::json;

use crate::stage::{HEADINGS, Stage, good_rows, register, template};

const ROUNDS: usize = 400;

/// Marsaglia's xorshift: small, and the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides.max(1) as u64) as usize
    }
}

/// What a reader of workbooks looks for; one where it does not belong reaches more than a random letter does.
const WORDS: [&str; 16] = [
    "<row r=\"4294967295\">",
    "<c r=\"XFD1048576\" t=\"s\"><v>99999999</v></c>",
    "<c r=\"A0\"><v>1e999</v></c>",
    "</sheetData>",
    "<mergeCell ref=\"A1:XFD1048576\"/>",
    "<dataValidation sqref=\"A1:ZZZZ9\" type=\"list\"><formula1>Nowhere!$A$1:$ZZ$999999999</formula1></dataValidation>",
    "&#x110000;",
    "&unknown;",
    "<!--",
    "]]>",
    "<sheet name=\"\" r:id=\"rId0\"/>",
    "<definedName name=\"x\">x</definedName>",
    "<f>",
    "r=\"-1\"",
    "\0",
    "\u{feff}",
];

/// The files of a workbook, unpacked.
fn files(workbook: &[u8]) -> Vec<(String, Vec<u8>)> {
    let number = |at: usize| usize::from(u16::from_le_bytes([workbook[at], workbook[at + 1]]));
    let (mut found, mut at) = (Vec::new(), 0);
    while workbook[at..].starts_with(b"PK\x03\x04") {
        let (name, start) = (at + 30, at + 30 + number(at + 26) + number(at + 28));
        let name = String::from_utf8_lossy(&workbook[name..name + number(at + 26)]).into_owned();
        let mut bytes = Vec::new();
        let mut packed = flate2::bufread::DeflateDecoder::new(&workbook[start..]);
        packed.read_to_end(&mut bytes).unwrap();
        let end = start + usize::try_from(packed.total_in()).unwrap();
        at = end + workbook[end..].windows(2).position(|two| two == b"PK").unwrap();
        at += if workbook[at..].starts_with(b"PK\x07\x08") { 16 } else { 0 };
        found.push((name, bytes));
    }
    found
}

fn spoil(bytes: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=dice.roll(4) {
        let at = dice.roll(bytes.len() + 1);
        match dice.roll(4) {
            0 => bytes.truncate(at),
            1 if at < bytes.len() => bytes[at] ^= 1 << dice.roll(8),
            2 => drop(bytes.drain(at..(at + dice.roll(60)).min(bytes.len()))),
            _ => drop(bytes.splice(at..at, WORDS[dice.roll(WORDS.len())].bytes())),
        }
    }
}

#[test]
fn whatever_is_done_to_a_workbook_there_is_an_answer() {
    let stage = Stage::matter();
    let (good, bad) = (stage.path("template.xlsx"), stage.path("spoilt.xlsx"));
    template(&good);
    register(&stage.path("register.xlsx"), HEADINGS, &good_rows());
    let seeds = [&good, &stage.path("register.xlsx")].map(|path| files(&fs::read(path).unwrap()));
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut read = 0;
    for round in 0..ROUNDS {
        let mut parts = seeds[round % 2].clone();
        let which = dice.roll(parts.len());
        spoil(&mut parts[which].1, &mut dice);
        let parts: Vec<(&str, &[u8])> =
            parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        fs::write(&bad, archive::zip(&parts)).unwrap();
        let answers = [
            stage.refuse("register.template", json!({ "path": bad })),
            stage.refuse("register.validate", json!({ "path": bad, "template": good })),
        ];
        for answer in answers {
            match answer {
                Ok(_) => read += 1,
                Err(error) => assert!(
                    error.code != "internal" && !error.message.starts_with("err-") && !error.fix.is_empty(),
                    "round {round}: {error:?}"
                ),
            }
        }
    }
    assert!(read > ROUNDS / 4, "most damage does not keep a workbook from being read: {read}");
}
