//! A: the claimant's relationships with the defendant, drawn and in words.

mod words;

use super::answer::{self, Row, row};
use super::withheld::MARK;
use super::{Audience, ClaimBundle, Term};
use crate::bundle::{Block, Column, Document, DocumentKind, Section, Table, Text, plain};
use crate::claimant::Episode;
use crate::timeline::timeline;

pub(super) fn document(input: &ClaimBundle<'_>) -> Document {
    let matter = &input.matter;
    let picture = timeline(input.claimant, matter.incident_on, matter.notice_on, matter.labels);
    let mut blocks = vec![
        Block::Heading { level: 1, text: words::TITLE.to_owned() },
        Block::Paragraph(plain(words::INTRODUCTION)),
        Block::Timeline(picture),
    ];
    blocks.extend(episodes(input));
    let public = input.audience == Audience::Public;
    let now = input.claimant.status_now.as_ref().map(|code| match public {
        true => MARK.to_owned(),
        false => matter.labels.of(Term::Status, code),
    });
    blocks.push(Block::KeyValues(vec![row("Relationship now, as given", answer::one(now.as_deref()))]));
    Document {
        bookmark: words::TITLE.to_owned(),
        title: words::TITLE.to_owned(),
        date: String::new(),
        section: Section::Claimant,
        kind: DocumentKind::Drawn(blocks),
    }
}

fn episodes(input: &ClaimBundle<'_>) -> Vec<Block> {
    let given = &input.claimant.episodes;
    if given.is_empty() {
        return vec![Block::Paragraph(plain(words::NO_EPISODES))];
    }
    let columns = vec![
        Column::left("No.", 6),
        Column::left("Relationship", 26),
        Column::left("Began", 24),
        Column::left("Ended", 24),
        Column::left("How it ended, as given", 20),
    ];
    let rows = (1..).zip(given).map(|(number, episode)| table_row(input, number, episode)).collect();
    let mut blocks = vec![Block::Table(Table { columns, rows })];
    for (number, episode) in (1..).zip(given) {
        let details = details(input, episode);
        if !details.is_empty() {
            let label = input.matter.labels.of(Term::Category, &episode.kind);
            blocks.push(Block::Heading { level: 3, text: format!("{number}. {label}") });
            blocks.push(Block::KeyValues(details));
        }
    }
    blocks
}

fn table_row(input: &ClaimBundle<'_>, number: u32, episode: &Episode) -> Vec<Text> {
    let labels = input.matter.labels;
    let ended = if episode.ongoing && episode.end.is_none() {
        plain(words::ONGOING)
    } else {
        answer::date(episode.end.as_ref())
    };
    let how = match &episode.ending {
        _ if input.audience == Audience::Public => plain(MARK),
        Some(ending) => plain(labels.of(Term::Ending, ending)),
        None if episode.ongoing && episode.end.is_none() => Text::new(),
        None => answer::blank(),
    };
    vec![
        plain(number.to_string()),
        plain(labels.of(Term::Category, &episode.kind)),
        answer::date(episode.start.as_ref()),
        ended,
        how,
    ]
}

/// What else was given; a detail that does not apply to every kind of relationship is left out where it is blank.
fn details(input: &ClaimBundle<'_>, episode: &Episode) -> Vec<Row> {
    let labels = input.matter.labels;
    let payment = episode.payment.as_ref().map(|code| labels.of(Term::Payment, code));
    let union = labels.label(Term::Union, &episode.union);
    [
        ("Suspended", answer::date(episode.suspended.as_ref())),
        ("Suspension lifted", answer::date(episode.suspension_lifted.as_ref())),
        ("How dues were paid", answer::one(payment.as_deref())),
        ("Last payment", answer::date(episode.last_payment.as_ref())),
        ("A reminder of unpaid dues came", answer::yes_no(episode.arrears_reminder)),
        ("Membership number", answer::text(&episode.membership_number)),
        ("Local branch of the defendant", answer::text(&episode.local_party)),
        ("Affiliated organisation", answer::text(&union)),
        ("Branch of that organisation", answer::text(&episode.union_branch)),
        ("Political levy", answer::one(episode.levy.map(words::levy))),
        ("Held to show for it", answer::text(&episode.evidence_held.join("\n"))),
    ]
    .into_iter()
    .filter(|(_, value)| *value != answer::blank())
    .map(|(key, value)| row(key, value))
    .collect()
}
