//! A letter with what goes with it, as one paginated set.

use super::acting::{AUTHORITY, given, giver};
use super::fact::{Facts, named};
use super::fill::{Filled, name};
use super::{Client, Gap, LetterInput, LetterPlan, schedule};
use crate::bundle::claim::answer::row;
use crate::bundle::claim::withheld::Withheld;
use crate::bundle::claim::{ClaimBundle, exhibits};
use crate::bundle::{Block, BundlePlan, Column, Document, DocumentKind, Section, Span, Table, plain};
use crate::claimant::RequestKind;
use crate::date::show::long;

/// Binds a letter with its schedules, and with the authority and the exhibits of the one claimant for whom it is written.
///
/// What the letter says is enclosed and nobody has put in stands in the list that is given beside it.
pub fn pack(
    input: &LetterInput<'_>,
    plan: &LetterPlan,
    papers: Option<&ClaimBundle<'_>>,
) -> (BundlePlan, Vec<Gap>) {
    let mut lacks = Vec::new();
    let letter = plan.letter.clone();
    let mut documents = vec![Document {
        bookmark: letter.title.clone(),
        title: format!("{} to {}", letter.title, letter.addressee.first().map_or("", String::as_str)),
        date: letter.dated_words.clone(),
        section: Section::Letter,
        kind: DocumentKind::Letter(Box::new(letter)),
    }];
    if input.text.group {
        documents.push(schedule::claimants(input));
        documents.push(schedule::losses(input));
    }
    if let [client] = input.clients {
        documents.extend(authority(input, client));
        if let Some(copies) = correspondence(input, client) {
            documents.push(copies);
            lacks.push(Gap {
                number: Some(client.number),
                field: "enclosures".to_owned(),
                what: "copies of the correspondence, to be put into the pack".to_owned(),
            });
        }
    }
    documents.extend(papers.map(exhibits).unwrap_or_default());
    let (claimant_name, reference) = match input.clients {
        [one] => (name(one.claimant, one.number), one.number.to_string()),
        many => (format!("{} claimants", many.len()), String::new()),
    };
    let mut bundle = BundlePlan {
        file_stem: format!("{} pack", plan.letter.file_stem),
        title: format!("{}: pack", plan.letter.title),
        case_title: input.profile.title.clone(),
        claim_number: String::new(),
        claimant_name,
        reference,
        prepared_on: plan.letter.dated_words.clone(),
        prepared: input.dated,
        language: plan.letter.language.clone(),
        marking: plan.letter.marking.clone(),
        dividers: true,
        least: Vec::new(),
        documents,
        fixed: None,
    };
    for client in input.clients {
        Withheld::of(client.claimant).leave_out(&mut bundle);
    }
    (bundle, lacks)
}

/// The record of the authority that the letter rests on, with the words that were agreed to.
fn authority(input: &LetterInput<'_>, client: &Client<'_>) -> Option<Document> {
    let (_, said) = given(client.claimant, AUTHORITY)?;
    let day = long(input.zone.to_datetime(said.at).date());
    let by = match giver(client) {
        Filled::Fact { words, .. } => words,
        _ => name(client.claimant, client.number),
    };
    let mut rows = vec![row("Given by", plain(&by)), row("On", plain(&day))];
    if !said.how.trim().is_empty() {
        rows.push(row("How", plain(said.how.trim())));
    }
    if client.claimant.identity.full_name() != by {
        rows.push(row("For", plain(name(client.claimant, client.number))));
    }
    let mut blocks = vec![Block::Heading { level: 1, text: "Authority".to_owned() }, Block::KeyValues(rows)];
    let known = input.profile.consents.iter().find(|text| text.code == said.kind);
    // The words of another version are not those that were agreed to.
    if let Some(text) = known.filter(|text| text.version == said.version) {
        blocks.push(Block::Quote(vec![plain(&text.text)]));
    }
    Some(enclosed(&format!("Authority given by {by}"), &day, blocks))
}

/// The correspondence that a letter says is enclosed, each with its place.
fn correspondence(input: &LetterInput<'_>, client: &Client<'_>) -> Option<Document> {
    let chases = input.text.parts.iter().any(|part| part.facts == Some(Facts::Previous));
    let requests = &client.claimant.aftermath.requests;
    if !(chases || input.text.request == Some(RequestKind::Regulator)) || requests.is_empty() {
        return None;
    }
    let rows = requests.iter().map(|request| {
        let [what, sent] = named(request);
        vec![plain(what), plain(sent), vec![Span::bold("[To be put in, unless it is among the exhibits]")]]
    });
    let columns = vec![Column::left("What", 34), Column::left("Sent", 26), Column::left("Copy", 40)];
    let blocks = vec![
        Block::Heading { level: 1, text: "Copies of the correspondence".to_owned() },
        Block::Table(Table { columns, rows: rows.collect() }),
    ];
    Some(enclosed("Copies of the correspondence", "", blocks))
}

fn enclosed(title: &str, date: &str, blocks: Vec<Block>) -> Document {
    Document {
        bookmark: title.to_owned(),
        title: title.to_owned(),
        date: date.to_owned(),
        section: Section::Schedules,
        kind: DocumentKind::Drawn(blocks),
    }
}
