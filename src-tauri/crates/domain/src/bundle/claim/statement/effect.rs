//! What it did to the claimant: own words first and exactly as written, then what was marked on a list.

use super::super::Term;
use super::super::answer;
use super::super::withheld::MARK;
use super::Told;
use super::paper::{Paper, when_given};
use super::words;
use crate::bundle::{Block, Column, Table, Text, plain};
use crate::claimant::{Consequence, Descriptor, YesNo};

pub(super) fn write(paper: &mut Paper, input: &Told<'_>) {
    let (told, voice) = (&input.claimant.consequence, input.voice());
    paper.heading(&format!("What it did to {}", voice.me));
    // Whoever says that there was no distress need not describe any.
    if told.own_words.trim().is_empty() && told.no_distress != Some(YesNo::Yes) {
        paper
            .say(words::missing(&format!("in {} own words, what this did to {}", voice.my_within, voice.me)));
    }
    paper.own_words(&voice.of_words(words::OWN_WORDS, "what this did to the claimant"), &told.own_words);
    descriptors(paper, input);
    let i = voice.i_within;
    paper.answered(
        told.no_distress,
        &format!("{} say{} that {i} suffered no distress.", voice.i, voice.s),
        &format!("{} {} not say that {i} suffered no distress.", voice.i, voice.does),
        &voice.unknown(&format!("whether to say that {i} suffered distress")),
    );
    more(paper, input, told);
    misuse(paper, input);
}

fn more(paper: &mut Paper, input: &Told<'_>, told: &Consequence) {
    let voice = input.voice();
    let mut say = |own: &str, matter: &str, given: &str| paper.own_words(&voice.of_words(own, matter), given);
    say("Of what I fear and why I wrote:", "fears, and why", &told.fear);
    say("Of my safety I wrote:", "safety", &told.safety);
    say("Of who else knows I wrote:", "who else knows", &told.others_know);
    say("Of what there was before I wrote:", "what there was before", &told.vulnerability);
    say("Of visits to a doctor or therapist I wrote:", "visits to a doctor or therapist", &told.treatment);
    if input.public && told.diagnosis.is_some() {
        paper.withheld();
    } else {
        paper.answered(
            told.diagnosis,
            "A condition was diagnosed.",
            "No condition was diagnosed.",
            &voice.unknown("whether a condition was diagnosed"),
        );
    }
    paper.own_words(&voice.of_words("Of medication I wrote:", "medication"), &told.medication);
}

/// No descriptor stands here that the claimant did not mark (`intake.md` 3.3).
fn descriptors(paper: &mut Paper, input: &Told<'_>) {
    let marked = &input.claimant.consequence.descriptors;
    if marked.is_empty() {
        return;
    }
    paper.say(if input.voice().is_own() { words::TICKED } else { words::TICKED_FOR });
    let columns = vec![
        Column::left("Word on the list", 36),
        Column::left("How much", 14),
        Column::left("First felt", 20),
        Column::left("Lasted", 18),
        Column::left("Still felt", 12),
    ];
    let row = |descriptor: &Descriptor| -> Vec<Text> {
        if input.hides(Term::Descriptor, descriptor.kind.as_str()) {
            return vec![plain(MARK); columns.len()];
        }
        vec![
            plain(input.matter.labels.of(Term::Descriptor, &descriptor.kind)),
            plain(words::severity(descriptor.severity)),
            answer::date(descriptor.first_felt.as_ref()),
            answer::text(&descriptor.lasted),
            answer::yes_no(descriptor.still),
        ]
    };
    let rows = marked.iter().map(row).collect();
    paper.under(Block::Table(Table { columns, rows }));
}

fn misuse(paper: &mut Paper, input: &Told<'_>) {
    if input.claimant.misuse.is_empty() {
        return;
    }
    let voice = input.voice();
    paper.heading("Signs of misuse");
    for misuse in &input.claimant.misuse {
        let reference = match misuse.reference.trim() {
            "" => String::new(),
            reference => format!("It has the reference {reference}."),
        };
        paper.say_all(&[
            format!("{}.", input.matter.labels.of(Term::Misuse, &misuse.kind)),
            when_given(misuse.when.as_ref(), voice, "It happened"),
            reference,
        ]);
        paper.own_words(&voice.of_words("Of this I wrote:", "this"), &misuse.description);
    }
}
