//! Speed of the consensus over 10,000 notices, as a ratio to hashing the same texts once: `cargo bench -p joinder-domain`.
#![expect(clippy::print_stdout, reason = "a measurement reads the clock and prints")]

use std::time::Instant;

use jiff::civil::date;
use joinder_domain::consensus::{Copy, CopySignature, survey};
use joinder_domain::notice::NoticeShape;
use sha2::{Digest, Sha256};

const COPIES: u32 = 10_000;

fn main() {
    let copies: Vec<Copy> = (0..COPIES).map(copy).collect();
    let begun = Instant::now();
    let mut sum = 0_u64;
    for copy in &copies {
        sum = sum.wrapping_add(u64::from(
            Sha256::digest(copy.body.as_bytes()).first().copied().unwrap_or_default(),
        ));
    }
    let hashing = begun.elapsed().as_secs_f64();
    let begun = Instant::now();
    let found = survey(&copies);
    let ours = begun.elapsed().as_secs_f64();
    println!(
        "consensus over {COPIES} notices of {} bytes: {ours:.2} s, SHA-256 of the texts {hashing:.3} s, ratio {:.0}; {} agree, {} differ ({sum})",
        copies.first().map_or(0, |copy| copy.body.len()),
        ours / hashing,
        found.counts.agreeing,
        found.counts.outliers
    );
}

/// The notice as this person received it; one in twenty was edited, each in another place, and one in ten has a footer.
fn copy(person: u32) -> Copy {
    let paragraph = "We understand that the data includes information given to the Party by its members, registered and affiliated supporters, and other individuals who have provided their information.\n\n";
    let mut body = format!(
        "Wednesday 3 November 2021\n\nDear Sir / Madam\n\nOn 29 October 2021 a third party told us of a cyber incident.\n\n{}",
        paragraph.repeat(10)
    );
    if person.is_multiple_of(20) {
        body = body.replacen("members", &format!("member number{person}"), 1);
    }
    if person % 10 == 1 {
        body.push_str("_____\nSent from my telephone\n");
    }
    Copy {
        id: format!("item-{person}/0"),
        form: NoticeShape::NativeMail,
        tier: 5,
        person: Some(person),
        recipients: vec![format!("person{person}@gpost.example")],
        names: vec![format!("Person Number{person}")],
        sender_domain: "party.example".to_owned(),
        subject: "Private and Confidential".to_owned(),
        body,
        sent: i8::try_from(person % 60).ok().map(|minute| date(2021, 11, 3).at(15, minute, 0, 0)),
        message_id: format!("{person:032x}@notices.party.example"),
        signatures: vec![CopySignature {
            domain: "notices.party.example".to_owned(),
            value: format!("signature-{person}"),
            body_matches: true,
            ..CopySignature::default()
        }],
        provider: ["Gmail", "Outlook.com", "Yahoo Mail"]
            .get(person as usize % 3)
            .copied()
            .unwrap_or_default()
            .to_owned(),
    }
}
