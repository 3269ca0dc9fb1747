//! D: hashes, tiers, rule set and the audit entry that the bundle speaks for.

mod words;

use super::answer::{self, row};
use super::exhibit::Bound;
use super::{ClaimBundle, LastChange};
use crate::bundle::{Block, Column, Document, DocumentKind, Section, Span, Table, Text, plain};

pub(super) fn document(input: &ClaimBundle<'_>, exhibits: &[Bound<'_>]) -> Document {
    let mut blocks = vec![
        Block::Heading { level: 1, text: words::TITLE.to_owned() },
        Block::Paragraph(plain(words::INTRODUCTION)),
        hashes(input, exhibits),
    ];
    blocks.extend(made_from(input));
    blocks.extend(last_change(input, input.last_change));
    Document {
        bookmark: words::TITLE.to_owned(),
        title: words::TITLE.to_owned(),
        date: String::new(),
        section: Section::Integrity,
        kind: DocumentKind::Drawn(blocks),
    }
}

fn hashes(input: &ClaimBundle<'_>, exhibits: &[Bound<'_>]) -> Block {
    if exhibits.is_empty() {
        return Block::Paragraph(plain(words::NO_EXHIBITS));
    }
    let columns = vec![
        Column::left("Exhibit", 14),
        Column::left("SHA-256 of the original", 38),
        Column::right("Size", 17),
        Column::left("Tier", 11),
        Column::left("Received", 20),
    ];
    let row = |bound: &Bound<'_>| -> Vec<Text> {
        // What is not put forward as the notice is not graded as one.
        let notice = bound.item.grade.as_ref().filter(|_| bound.is_notice());
        let tier = notice.map(|grade| format!("{} of 5", grade.tier));
        vec![
            plain(bound.label.as_str()),
            vec![Span::mono(bound.item.sha256.as_str())],
            plain(answer::bytes(bound.item.size)),
            plain(tier.unwrap_or_else(|| "Not graded".to_owned())),
            plain(answer::moment(bound.item.received_at, input.zone)),
        ]
    };
    Block::Table(Table { columns, rows: exhibits.iter().map(row).collect() })
}

fn made_from(input: &ClaimBundle<'_>) -> Vec<Block> {
    let rule_set = &input.classification.rule_set;
    vec![
        Block::Heading { level: 2, text: words::MADE_FROM.to_owned() },
        Block::KeyValues(vec![
            row(
                "Matter profile",
                plain(format!("{}, version {}", input.matter.profile, input.matter.profile_version)),
            ),
            row("Rule set", plain(format!("{}, version {}", rule_set.id, rule_set.version))),
            row("SHA-256 of the rule set", vec![Span::mono(rule_set.sha256.as_str())]),
        ]),
    ]
}

fn last_change(input: &ClaimBundle<'_>, entry: &LastChange) -> Vec<Block> {
    vec![
        Block::Heading { level: 2, text: words::LAST_CHANGE.to_owned() },
        Block::Paragraph(plain(words::CHAIN)),
        Block::KeyValues(vec![
            row("Entry", plain(entry.seq.to_string())),
            row("Written", plain(answer::moment(entry.at, input.zone))),
            row("By", answer::text(&entry.who)),
            row("What was done", answer::text(&entry.what)),
            row("Hash of the entry", vec![Span::mono(entry.hash.as_str())]),
        ]),
    ]
}
