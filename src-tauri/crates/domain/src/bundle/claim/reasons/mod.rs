//! A: the answer on each axis, and the rule, the facts and the evidence behind it.

mod evidence;
mod field;
mod finding;
mod status;
mod third;
mod words;

use super::answer::{self, Row, row};
use super::exhibit::Bound;
use super::{ClaimBundle, Term, tier};
use crate::bundle::{Block, Document, DocumentKind, Marker, NoteKind, Section, plain};
use crate::classification::OutcomeReason;
use crate::date::show::long;

pub(super) fn document(input: &ClaimBundle<'_>, exhibits: &[Bound<'_>]) -> Document {
    let mut blocks = vec![
        heading(1, words::TITLE),
        Block::Note { kind: NoteKind::Warning, text: plain(words::OWN_SIDE) },
        Block::Paragraph(plain(words::SUGGESTION)),
        Block::KeyValues(axes(input)),
        Block::Paragraph(plain(words::NO_OVERRIDE)),
    ];
    blocks.extend(status::possible(input));
    blocks.extend(why("Why the notice stands where it does", &input.classification.notice_reasons));
    blocks.extend(why("Why this outcome is suggested", &input.classification.outcome_reasons));
    blocks.extend(evidence::blocks(exhibits));
    blocks.extend(finding::blocks(input, exhibits));
    blocks.extend(settle(input));
    Document {
        bookmark: words::TITLE.to_owned(),
        title: words::TITLE.to_owned(),
        date: long(input.classification.as_of),
        section: Section::Claimant,
        kind: DocumentKind::Drawn(blocks),
    }
}

/// What stands in its place where anybody may read.
pub(super) fn left_out() -> Document {
    Document {
        bookmark: words::LEFT_OUT_TITLE.to_owned(),
        title: words::LEFT_OUT_TITLE.to_owned(),
        date: String::new(),
        section: Section::Claimant,
        kind: DocumentKind::Drawn(vec![
            heading(1, words::LEFT_OUT_TITLE),
            Block::Paragraph(plain(words::LEFT_OUT)),
        ]),
    }
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: text.to_owned() }
}

fn axes(input: &ClaimBundle<'_>) -> Vec<Row> {
    let found = input.classification;
    let labels = input.matter.labels;
    let mut rows = vec![
        (format!("Status on {}", long(found.incident_date)), status::answer(input, &found.status)),
        row("Status now", status::answer(input, &found.status_now)),
    ];
    rows.extend(found.later.iter().map(|later| {
        let certain = if later.certain { "Changed: " } else { "May have changed: " };
        row(words::until(later.until), plain(format!("{certain}{}", third::said_of(&later.text))))
    }));
    let outcome = labels.label(Term::Outcome, found.outcome.code());
    let review = if found.review { words::REVIEW } else { "" };
    let list = |codes: Vec<String>| if codes.is_empty() { words::NONE.to_owned() } else { codes.join("\n") };
    let flags = finding::flags(input).map(|code| labels.of(Term::Flag, code)).collect();
    let tags = found.tags.iter().map(|tag| labels.of(Term::Tag, &tag.code)).collect();
    rows.extend([
        row("Notice", plain(labels.label(Term::Notice, found.notice.code()))),
        row("Strength of the evidence of the notice", plain(tier::words(found.tier))),
        row("Group", plain(labels.label(Term::Cohort, found.cohort.code()))),
        row("Suggested outcome", plain(format!("{}.{review}", outcome.trim_end_matches('.')))),
        row("Issues raised", plain(list(tags))),
        row("Flags", plain(list(flags))),
        row("Worked out on", plain(long(found.as_of))),
        row("Rule set", plain(format!("{}, version {}", found.rule_set.id, found.rule_set.version))),
    ]);
    rows
}

/// The rules that decided, each with its words.
fn why(title: &str, reasons: &[OutcomeReason]) -> Vec<Block> {
    if reasons.is_empty() {
        return Vec::new();
    }
    let items = reasons.iter().map(|reason| {
        let words = third::said_of(&reason.text);
        plain(format!("{words} (Rule {}.)", finding::rule_words(&reason.rule)))
    });
    vec![heading(2, title), Block::List { marker: Marker::Bullet, items: items.collect() }]
}

/// What would decide what is open.
fn settle(input: &ClaimBundle<'_>) -> Vec<Block> {
    let settle = &input.classification.settle;
    if settle.is_empty() {
        return Vec::new();
    }
    let items = settle.iter().map(|settle| plain(answer::opening(&third::said_of(&settle.text)))).collect();
    vec![heading(2, "What would settle what is open"), Block::List { marker: Marker::Bullet, items }]
}
