//! The annex: what the copies of the notice show together.

use jiff::civil::Date;
use joinder_domain::bundle::{
    Amount, Block, Chart, ChartKind, Column, Group, Groups, NoteKind, Span, Table, Text, plain,
};
use joinder_domain::consensus::Shared;
use joinder_domain::report::{Orientation, Report};

use super::{CanonicalView, View};

/// Columns of one chart of times; a longer time is drawn in several.
const COLUMNS: usize = 24;
/// Outliers that are listed on paper.
const LISTED: usize = 200;

/// Which matter, and the day that the annex speaks for.
pub(super) struct About {
    pub(super) case_title: String,
    pub(super) as_at: Date,
}

/// The annex as a plan.
pub(super) fn paper(about: &About, view: &View) -> Report {
    let mut blocks = vec![heading(1, "What the copies of the notice show together")];
    blocks.push(say(
        "Copies of the notice were compared with one another by their text, personal details aside, and by what their headers say. Independence is counted, and not files: copies with the same Message-ID, the same signature, the same claimant or the same recipient count once.",
    ));
    blocks.push(heading(2, "What was counted"));
    blocks.push(counts(view));
    match &view.canonical {
        Some(canonical) => shared(canonical, &mut blocks),
        None => blocks.push(Block::Note {
            kind: NoteKind::Warning,
            text: plain(
                "There is no native copy yet that is strong enough to build a canonical notice from.",
            ),
        }),
    }
    charts(view, &mut blocks);
    outliers(view, &mut blocks);
    Report {
        title: "Annex: copies of the notice".to_owned(),
        case_title: about.case_title.clone(),
        reference: None,
        as_at: about.as_at,
        as_at_words: format!("As at {}", about.as_at.strftime("%-d %B %Y")),
        language: "en-GB".to_owned(),
        marking: "Confidential".to_owned(),
        orientation: Orientation::Portrait,
        blocks,
    }
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: text.to_owned() }
}

fn say(text: &str) -> Block {
    Block::Paragraph(plain(text))
}

fn counts(view: &View) -> Block {
    let counts = &view.counts;
    let row = |label: &str, count: u32| (label.to_owned(), plain(count.to_string()));
    Block::KeyValues(vec![
        row("Items that hold a copy, or may", view.items),
        row("Copies, in whatever form", counts.copies),
        row("Native copies of strength 4 or 5", counts.strong),
        row("Independent of one another", counts.independent),
        row("Independent native copies that agree", counts.agreeing),
        row("Different Message-IDs among these", counts.message_ids),
        row("Different signatures among these", counts.signatures),
        row("Signatures whose body hash matches", counts.body_matches),
        row("Signatures checked with a key", counts.key_matches),
        row("Claimants whose copies agree", counts.claimants),
        row("Copies that differ", counts.outliers),
        row("Copies that could not be compared", counts.not_compared),
    ])
}

fn shared(canonical: &CanonicalView, blocks: &mut Vec<Block>) {
    blocks.push(heading(2, "What they share"));
    let kind = if canonical.established { NoteKind::Info } else { NoteKind::Warning };
    blocks.push(Block::Note { kind, text: plain(&canonical.words) });
    let value = |shared: &Shared| -> Text {
        if shared.value.is_empty() {
            return plain("none");
        }
        vec![
            Span::mono(shared.value.clone()),
            Span::plain(format!(
                " ({} of the {} strongest independent copies that say)",
                shared.agree, shared.of
            )),
        ]
    };
    blocks.push(Block::KeyValues(vec![
        ("Sender’s domain".to_owned(), value(&canonical.sender_domain)),
        ("Subject".to_owned(), value(&canonical.subject)),
        ("Domain of the Message-ID".to_owned(), value(&canonical.message_id_domain)),
        ("How the Message-ID is made".to_owned(), value(&canonical.message_id_pattern)),
        ("Signing domain (DKIM)".to_owned(), value(&canonical.dkim_domain)),
        ("Selector (DKIM)".to_owned(), value(&canonical.dkim_selector)),
        ("Sent, UK time".to_owned(), plain(&canonical.sent)),
    ]));
    blocks.push(heading(3, "The text"));
    let paragraphs = canonical.text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    blocks.push(Block::Quote(paragraphs.map(plain).collect()));
}

fn charts(view: &View, blocks: &mut Vec<Block>) {
    if !view.providers.is_empty() {
        blocks.push(heading(2, "By provider of the mailbox"));
        let groups = view.providers.iter().take(30).map(|one| {
            let name = if one.provider.is_empty() { "Not named" } else { one.provider.as_str() };
            group(name, one.independent)
        });
        blocks.push(chart("Independent copies that agree, by provider", ChartKind::Bars, groups.collect()));
    }
    if view.times.is_empty() {
        return;
    }
    blocks.push(heading(2, "By time of sending"));
    for times in view.times.chunks(COLUMNS) {
        let groups = times.iter().map(|one| group(&one.label, one.independent)).collect();
        let first = times.first().map(|one| one.label.as_str()).unwrap_or_default();
        let caption = format!("Independent copies that agree, by half-hour of UK time, from {first}");
        blocks.push(chart(&caption, ChartKind::Columns, groups));
    }
}

fn group(label: &str, count: u32) -> Group {
    Group { label: label.to_owned(), amounts: vec![Some(Amount::count(u64::from(count)))] }
}

fn chart(caption: &str, kind: fn(Groups) -> ChartKind, groups: Vec<Group>) -> Block {
    Block::Chart(Chart {
        caption: caption.to_owned(),
        measure: "Independent copies".to_owned(),
        unit: String::new(),
        kind: kind(Groups { series: vec!["Independent copies".to_owned()], groups }),
    })
}

fn outliers(view: &View, blocks: &mut Vec<Block>) {
    blocks.push(heading(2, "Copies that differ"));
    if view.outliers.is_empty() {
        blocks.push(say("None."));
        return;
    }
    blocks.push(say(
        "A copy that differs is not wrong for that: mail systems change messages on their way, and a sender may send more than one text. A person looks at each.",
    ));
    let columns = vec![
        Column::left("Item", 5),
        Column::left("Claimant", 2),
        Column::right("In common", 2),
        Column::left("How it differs", 7),
    ];
    let rows = view.outliers.iter().take(LISTED).map(|one| {
        let likeness = one.similarity.map(|likeness| format!("{} %", (likeness * 100.0).floor()));
        let words: Vec<&str> = one.differences.iter().map(|difference| difference.text.as_str()).collect();
        vec![
            plain(&one.name),
            plain(one.claimant.map(|number| format!("C-{number:06}")).unwrap_or_default()),
            plain(likeness.unwrap_or_default()),
            plain(words.join(" ")),
        ]
    });
    blocks.push(Block::Table(Table { columns, rows: rows.collect() }));
    let more = usize::try_from(view.counts.outliers).unwrap_or(usize::MAX).saturating_sub(LISTED);
    if more > 0 {
        blocks.push(say(&format!("{more} more are in the table for other programs.")));
    }
}
