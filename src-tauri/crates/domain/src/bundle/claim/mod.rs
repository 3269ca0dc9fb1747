//! One claimant's bundle, planned: the claimant, the statement, the exhibits, the integrity page (outputs.md 4.4).
//!
//! [`claim_bundle`] is pure: it has no clock, opens no file, and gives an equal plan for equal input. Fixed wording
//! stands in one `words.rs` for each document; what is particular to a matter comes from its profile.

pub(crate) mod answer;
mod exhibit;
mod file_stem;
mod information;
mod input;
mod integrity;
mod label;
mod mark;
mod membership;
mod public;
mod reasons;
mod statement;
mod tier;
pub(crate) mod withheld;

pub use answer::grouped;
pub use input::{
    AttachmentView, Audience, ClaimBundle, ExhibitInput, ExhibitKind, ExhibitMark, HopView, LastChange,
    MailView, MatterFacts, Proceedings, PublicMark, Stage,
};
pub use label::{Labels, Term};

use super::{BundlePlan, Document};
use crate::date::show::long;
pub(crate) use file_stem::short_name;
pub(crate) use information::notice_address;
use jiff::civil::Date;
pub use statement::{pounds, statement_gaps};
use withheld::Withheld;
pub use withheld::{Identifier, PublicSearch};

/// Plans the bundle of one claimant.
///
/// The National Insurance number is never in it. Former names that are protected and addresses that are withheld
/// are not in it either: where other words name them, those words are left out visibly.
///
/// A public version holds nothing by which a non-party could find the claimant, and nothing on health; originals that
/// cannot be read through stand in it only once a person has looked at them.
pub fn claim_bundle(input: &ClaimBundle<'_>) -> BundlePlan {
    match input.audience {
        Audience::Confidential => {
            let mut plan = bound(input);
            Withheld::of(input.claimant).leave_out(&mut plan);
            plan
        }
        Audience::Public => public::public(input),
    }
}

fn bound(input: &ClaimBundle<'_>) -> BundlePlan {
    let exhibits = exhibit::bind(input);
    let prepared = input.prepared();
    let mut documents = vec![information::document(input), membership::document(input)];
    // What the own side makes of the answers may be privileged: it goes to nobody else.
    match (input.stage, input.audience) {
        (Stage::Draft, Audience::Confidential) => documents.push(reasons::document(input, &exhibits)),
        // A page in its place, so that both versions of a draft have the same page numbers.
        (Stage::Draft, Audience::Public) => documents.push(reasons::left_out()),
        (Stage::Final, _) => {}
    }
    documents.push(statement::document(input, &exhibits));
    documents.extend(exhibits.iter().map(|bound| exhibit::document(input, bound)));
    documents.push(integrity::document(input, &exhibits));
    BundlePlan {
        file_stem: file_stem::file_stem(input.matter_name, &input.reference()),
        title: "Claim bundle".to_owned(),
        case_title: input.case_title.to_owned(),
        claim_number: input.proceedings.claim_number.trim().to_owned(),
        claimant_name: claimant_name(input),
        reference: input.reference(),
        prepared_on: long(prepared),
        prepared,
        language: "en-GB".to_owned(),
        marking: input.marking.to_owned(),
        dividers: true,
        least: Vec::new(),
        documents,
        fixed: None,
    }
}

/// The marks of one claimant's exhibits, those that were given before and those that the plan gives, by number.
pub fn exhibit_marks(input: &ClaimBundle<'_>) -> Vec<ExhibitMark> {
    // With a cipher the public version prints others; those that were given stay.
    let bound = exhibit::bind(&ClaimBundle { audience: Audience::Confidential, ..*input });
    let mark = |bound: &exhibit::Bound<'_>| ExhibitMark {
        serial: bound.serial,
        sha256: bound.item.sha256.clone(),
        label: bound.label.clone(),
    };
    let mut marks: Vec<ExhibitMark> = bound.iter().map(mark).collect();
    marks.sort_by_key(|mark| mark.serial);
    marks
}

/// The exhibits of one claimant as they are bound behind a letter, each under the mark that it has everywhere.
pub(crate) fn exhibits(input: &ClaimBundle<'_>) -> Vec<Document> {
    exhibit::bind(input).iter().map(|bound| exhibit::document(input, bound)).collect()
}

impl<'a> ClaimBundle<'a> {
    /// The cipher that stands for the name in what is made; empty where the name is printed.
    fn public_cipher(&self) -> &'a str {
        match self.audience {
            Audience::Public => self.cipher.trim(),
            Audience::Confidential => "",
        }
    }

    /// The day that the bundle speaks for.
    fn prepared(&self) -> Date {
        self.zone.to_datetime(self.last_change.at).date()
    }

    /// What the claimant is known by. The number stands beside the name elsewhere: it is not printed with a cipher.
    fn reference(&self) -> String {
        match self.public_cipher() {
            "" => self.number.to_string(),
            cipher => cipher.to_owned(),
        }
    }
}

/// The name as it is printed; the cipher in its place; the number where no name was given.
fn claimant_name(input: &ClaimBundle<'_>) -> String {
    if !input.public_cipher().is_empty() {
        return input.public_cipher().to_owned();
    }
    match input.claimant.identity.full_name() {
        name if name.is_empty() => format!("Claimant {}", input.number),
        name => name,
    }
}
