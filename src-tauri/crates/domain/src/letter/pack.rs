//! A letter with what goes with it, as one paginated set.

use super::fill::name;
use super::{LetterInput, LetterPlan, schedule};
use crate::bundle::claim::withheld::Withheld;
use crate::bundle::claim::{ClaimBundle, exhibits};
use crate::bundle::{BundlePlan, Document, DocumentKind, Section};

/// Binds a letter with its schedules, and with the exhibits of the one claimant for whom it is written.
pub fn pack(input: &LetterInput<'_>, plan: &LetterPlan, papers: Option<&ClaimBundle<'_>>) -> BundlePlan {
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
    documents.extend(papers.map(exhibits).unwrap_or_default());
    let (claimant_name, reference) = match input.clients {
        [one] => (name(one.claimant, one.number), one.number.to_string()),
        many => (format!("{} claimants", many.len()), String::new()),
    };
    let mut bundle = BundlePlan {
        file_stem: format!("{} pack", plan.letter.file_stem),
        title: format!("{}: pack", plan.letter.title),
        case_title: input.profile.title.clone(),
        claimant_name,
        reference,
        prepared_on: plan.letter.dated_words.clone(),
        prepared: input.dated,
        language: plan.letter.language.clone(),
        marking: plan.letter.marking.clone(),
        dividers: true,
        documents,
        fixed: None,
    };
    for client in input.clients {
        Withheld::of(client.claimant).leave_out(&mut bundle);
    }
    bundle
}
