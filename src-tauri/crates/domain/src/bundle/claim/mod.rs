//! One claimant's bundle, planned: the claimant, the statement, the exhibits, the integrity page (outputs.md 4.4).
//!
//! [`claim_bundle`] is pure: it has no clock, opens no file, and gives an equal plan for equal input. Fixed wording
//! stands in one `words.rs` for each document; what is particular to a matter comes from its profile.

mod answer;
mod exhibit;
mod file_stem;
mod information;
mod input;
mod integrity;
mod label;
mod mark;
mod membership;
mod reasons;
mod statement;
mod tier;
mod withheld;

pub use input::{
    AttachmentView, ClaimBundle, ExhibitInput, ExhibitKind, HopView, LastChange, MailView, MatterFacts,
};
pub use label::{Labels, Term};

use super::BundlePlan;
use crate::date::show::long;

/// Plans the bundle of one claimant.
///
/// The National Insurance number is never in it. Former names that are protected and addresses that are withheld
/// are not in it either: where other words name them, those words are left out visibly.
pub fn claim_bundle(input: &ClaimBundle<'_>) -> BundlePlan {
    let exhibits = exhibit::bind(input);
    let prepared = input.zone.to_datetime(input.last_change.at).date();
    let mut documents = vec![
        information::document(input),
        membership::document(input),
        reasons::document(input, &exhibits),
        statement::document(input, &exhibits),
    ];
    documents.extend(exhibits.iter().map(|bound| exhibit::document(input, bound)));
    documents.push(integrity::document(input, &exhibits));
    let mut plan = BundlePlan {
        file_stem: file_stem::file_stem(input.matter_name, input.number),
        title: "Claim bundle".to_owned(),
        case_title: input.case_title.to_owned(),
        claimant_name: claimant_name(input),
        reference: input.number.to_string(),
        prepared_on: long(prepared),
        prepared,
        language: "en-GB".to_owned(),
        documents,
    };
    withheld::Withheld::of(input.claimant).leave_out(&mut plan);
    plan
}

/// The name as it is printed; the number where no name was given.
fn claimant_name(input: &ClaimBundle<'_>) -> String {
    match input.claimant.identity.full_name() {
        name if name.is_empty() => format!("Claimant {}", input.number),
        name => name,
    }
}
