//! What it did to the claimant: own words first and exactly as written, then what was marked on a list.

use super::super::answer;
use super::super::{ClaimBundle, Term};
use super::paper::{Paper, given, when_given};
use super::words;
use crate::bundle::{Block, Column, Table, Text, plain};
use crate::claimant::{Consequence, Descriptor};

pub(super) fn write(paper: &mut Paper, input: &ClaimBundle<'_>) {
    let told = &input.claimant.consequence;
    paper.heading("What it did to me");
    if told.own_words.trim().is_empty() {
        paper.say(words::missing("in my own words, what this did to me"));
    }
    paper.own_words(words::OWN_WORDS, &told.own_words);
    descriptors(paper, input);
    paper.answered(
        told.no_distress,
        "I say that I suffered no distress.",
        "I do not say that I suffered no distress.",
        "I do not know whether to say that I suffered distress.",
    );
    more(paper, told);
    misuse(paper, input);
}

fn more(paper: &mut Paper, told: &Consequence) {
    paper.own_words("Of what I fear and why I wrote:", &told.fear);
    paper.own_words("Of my safety I wrote:", &told.safety);
    paper.own_words("Of who else knows I wrote:", &told.others_know);
    paper.own_words("Of what there was before I wrote:", &told.vulnerability);
    paper.own_words("Of visits to a doctor or therapist I wrote:", &told.treatment);
    paper.answered(
        told.diagnosis,
        "A condition was diagnosed.",
        "No condition was diagnosed.",
        "I do not know whether a condition was diagnosed.",
    );
    paper.own_words("Of medication I wrote:", &told.medication);
}

/// No descriptor stands here that the claimant did not mark (`intake.md` 3.3).
fn descriptors(paper: &mut Paper, input: &ClaimBundle<'_>) {
    let marked = &input.claimant.consequence.descriptors;
    if marked.is_empty() {
        return;
    }
    paper.say(words::TICKED);
    let columns = vec![
        Column::left("Word on the list", 36),
        Column::left("How much", 14),
        Column::left("First felt", 20),
        Column::left("Lasted", 18),
        Column::left("Still felt", 12),
    ];
    let row = |descriptor: &Descriptor| -> Vec<Text> {
        vec![
            plain(input.matter.labels.of(Term::Descriptor, &descriptor.kind)),
            plain(words::severity(descriptor.severity)),
            answer::date(descriptor.first_felt.as_ref()),
            answer::text(&descriptor.lasted),
            answer::yes_no(descriptor.still),
        ]
    };
    paper.under(Block::Table(Table { columns, rows: marked.iter().map(row).collect() }));
}

fn misuse(paper: &mut Paper, input: &ClaimBundle<'_>) {
    if input.claimant.misuse.is_empty() {
        return;
    }
    paper.heading("Signs of misuse");
    for misuse in &input.claimant.misuse {
        paper.say_all(&[
            format!("{}.", input.matter.labels.of(Term::Misuse, &misuse.kind)),
            when_given(misuse.when.as_ref(), "It happened"),
            given("Reference", &misuse.reference),
        ]);
        paper.own_words("Of this I wrote:", &misuse.description);
    }
}
