//! A spreadsheet of people who are as varied as people are.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// The surname of a row's person.
pub fn surname(row: u32) -> String {
    word(draw(row, 2, 30_000) + 400)
}

pub fn write(path: &Path, rows: u32) {
    const ENDS: [&str; 5] = ["ongoing", "mid 2020", "2019-04", "autumn 2021", "12 May 2018"];
    let mut file = BufWriter::new(File::create(path).unwrap());
    writeln!(
        file,
        "reference,forenames,surname,date of birth,emails,mobile,address,postcode,nation at incident,episode 1 kind,\
         episode 1 start,episode 1 end,episode 1 ending,notice received,notice channel,own words"
    )
    .unwrap();
    for row in 0..rows {
        // As varied as people are: among six surnames in one street everybody would look like everybody.
        let draw = |what: u64, most: u32| draw(row, what, most);
        let end = ENDS[draw(0, 5) as usize];
        let ending = if end == "ongoing" { "" } else { "resigned" };
        // The reserved range has a thousand numbers, and people have their own.
        let mobile = if row < 1000 { format!("07700 900{row:03}") } else { String::new() };
        writeln!(
            file,
            "R{row:06},{},{},{:04}-{:02}-{:02},p{row}@example.org,{mobile},\"{} {} Street, Exampleton\",\
             ZZ{} {}AA,England,member,{},{end},{ending},yes,email,I read it twice and worried about who has my \
             details and my account number.",
            word(draw(1, 400)),
            surname(row),
            1940 + draw(3, 60),
            1 + draw(4, 12),
            1 + draw(5, 28),
            1 + draw(6, 200),
            word(draw(7, 5_000) + 40_000),
            1 + draw(8, 29),
            1 + draw(9, 9),
            2000 + row % 18,
        )
        .unwrap();
    }
}

/// What a row has of `most` possible things.
fn draw(row: u32, what: u64, most: u32) -> u32 {
    (mixed(u64::from(row) << 8 | what) % u64::from(most)) as u32
}

/// A number that nobody could tell from a drawn one, the same in every run (the finalizer of SplitMix64).
fn mixed(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// A name that nobody has, of syllables; another for each number.
fn word(mut number: u32) -> String {
    let mut word = String::from("T");
    loop {
        word.push(char::from(b"aeiou"[number as usize % 5]));
        word.push(char::from(b"bdfglmnprstvwkz"[number as usize / 5 % 15]));
        number /= 75;
        if number == 0 {
            return word;
        }
    }
}
