//! The head of the statement: what PD 32, 17.1 and 17.2 ask for.

use super::super::exhibit::Bound;
use super::super::{ClaimBundle, Stage};
use super::{person, title, words};
use crate::bundle::{Block, Column, NoteKind, Table, plain};
use crate::claimant::{Capacity, Identity};

pub(super) fn blocks(input: &ClaimBundle<'_>, shown: &[&Bound<'_>]) -> Vec<Block> {
    let identity = &input.claimant.identity;
    let language = input.claimant.contact.language.trim();
    let warning = |text: String| Block::Note { kind: NoteKind::Warning, text: plain(text) };
    let heading = match input.stage {
        Stage::Draft => words::TITLE,
        Stage::Final => words::FINAL_TITLE,
    };
    let mut blocks = vec![corner(input, shown)];
    blocks.extend(title::blocks(input));
    blocks.push(Block::Heading { level: 1, text: heading.to_owned() });
    // Advice to whoever drafts it is no part of what is signed.
    if input.stage == Stage::Final {
        return blocks;
    }
    blocks.push(warning(words::DRAFT.to_owned()));
    if let Some(remark) = identity.capacity.and_then(words::acted_for) {
        blocks.push(warning(remark.to_owned()));
    }
    if !language.is_empty() && !language.eq_ignore_ascii_case("english") {
        blocks.push(warning(words::language(language)));
    }
    blocks.push(Block::Note { kind: NoteKind::Info, text: plain(words::KNOWLEDGE) });
    blocks
}

/// Top right: party, witness, number of the statement, exhibits, date.
fn corner(input: &ClaimBundle<'_>, shown: &[&Bound<'_>]) -> Block {
    let identity = &input.claimant.identity;
    let mut marks: Vec<(u32, &str)> =
        shown.iter().map(|bound| (bound.serial, bound.label.as_str())).collect();
    marks.sort_unstable();
    let marks: Vec<&str> = marks.into_iter().map(|(_, mark)| mark).collect();
    let exhibits = if marks.is_empty() { "none".to_owned() } else { marks.join(", ") };
    let witness = match (input.public_cipher(), identity.capacity) {
        ("", None | Some(Capacity::Own)) => signature_name(identity),
        ("", Some(_)) => person::maker(identity).unwrap_or("[who makes this statement]").to_owned(),
        (cipher, _) => cipher.to_owned(),
    };
    let date = if input.stage == Stage::Final { words::DATE } else { words::DATE_OPEN };
    let lines = [
        "Claimant".to_owned(),
        witness,
        "First statement".to_owned(),
        format!("Exhibits: {exhibits}"),
        date.to_owned(),
    ];
    Block::Table(Table {
        columns: vec![Column::left("", 50), Column::right("", 50)],
        rows: vec![vec![Vec::new(), plain(lines.join("\n"))]],
    })
}

/// Initials and surname: "J J Smith"; the whole name where only one of the two is there.
fn signature_name(identity: &Identity) -> String {
    let surname = identity.surname.trim();
    let initials: Vec<String> = identity
        .forenames
        .split_whitespace()
        .filter_map(|name| name.chars().find(|c| c.is_alphabetic()))
        .map(|initial| initial.to_uppercase().to_string())
        .collect();
    if surname.is_empty() {
        identity.full_name()
    } else {
        format!("{} {surname}", initials.join(" ")).trim().to_owned()
    }
}
