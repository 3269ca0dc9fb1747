//! The public twin: the same plan without what no non-party may read.

use super::withheld::{MARK, Withheld, contact};
use super::{ClaimBundle, PublicMark, bound};
use crate::bundle::{
    Block, BundlePlan, Document, DocumentKind, Exhibit, ExhibitSource, NoteKind, RedactionBox, Span, plain,
};
use crate::claimant::Claimant;

const LEFT_OUT: &str = "This is the public version. Address, date of birth, contact details, National Insurance \
    number, former names and matters of health are left out of it; they stand in the confidential version.";
const NOT_LOOKED_AT: &str = "It is not in the public version: nobody has yet looked through it for personal details. \
    The original is in the confidential version.";
const NO_PICTURE: &str = "(Pictures in messages are printed in the confidential version only.)";

pub(super) fn public(input: &ClaimBundle<'_>) -> BundlePlan {
    let claimant = without_places(without_health(input.claimant));
    let mut plan = bound(&ClaimBundle { claimant: &claimant, ..*input });
    plan.file_stem = format!("{} public", plan.file_stem);
    plan.title = format!("{}, public version", plan.title);
    if let Some(DocumentKind::Drawn(blocks)) = plan.documents.first_mut().map(|first| &mut first.kind) {
        let note = Block::Note { kind: NoteKind::Info, text: plain(LEFT_OUT) };
        blocks.insert(1.min(blocks.len()), note);
    }
    for Document { kind, .. } in &mut plan.documents {
        match kind {
            DocumentKind::Exhibit(exhibit) => {
                looked_at(exhibit, input.public_marks);
                without_pictures(exhibit);
            }
            DocumentKind::Drawn(blocks) => blocks.iter_mut().for_each(without_contacts),
            DocumentKind::Letter(_) | DocumentKind::Added(_) => {}
        }
    }
    Withheld::from_public(input.claimant).leave_out(&mut plan);
    plan
}

/// A question that nobody answered prints nothing, where an answer would tell of health.
fn without_health(claimant: &Claimant) -> Claimant {
    let mut public = claimant.clone();
    let told = &mut public.consequence;
    told.treatment.clear();
    told.medication.clear();
    told.vulnerability.clear();
    told.diagnosis = None;
    told.safety.clear();
    told.descriptors.retain(|descriptor| !OF_HEALTH.contains(&descriptor.kind.as_str()));
    public.losses.retain(|loss| !OF_HEALTH.contains(&loss.head.as_str()));
    public
}

/// Descriptors and heads of loss that tell of health (profile, consequences).
const OF_HEALTH: [&str; 2] = ["diagnosed-condition", "medical"];

/// Nothing by which a claimant could be found: no part of an address, no branch, no number in somebody's books.
fn without_places(mut claimant: Claimant) -> Claimant {
    let withhold = |text: &mut String| {
        if !text.trim().is_empty() {
            *text = MARK.to_owned();
        }
    };
    for address in &mut claimant.contact.addresses {
        address.lines = vec![MARK.to_owned()];
        address.postcode.clear();
        address.country.clear();
    }
    for episode in &mut claimant.episodes {
        withhold(&mut episode.local_party);
        withhold(&mut episode.union_branch);
        withhold(&mut episode.membership_number);
    }
    claimant.misuse.iter_mut().for_each(|misuse| withhold(&mut misuse.reference));
    claimant
}

/// Own words may name anybody's number or address, and not only those that the record knows.
fn without_contacts(block: &mut Block) {
    let Block::Quote(paragraphs) = block else { return };
    for span in paragraphs.iter_mut().flatten() {
        if let Some(without) = contact::leave_out(&span.text) {
            span.text = without;
        }
    }
}

/// Nobody can mark a place in a picture among the words of a message, so none of them is printed here.
fn without_pictures(exhibit: &mut Exhibit) {
    let ExhibitSource::Mail(blocks) = &mut exhibit.source else { return };
    for block in blocks {
        if let Block::Picture(picture) = block {
            let words = format!("{} {NO_PICTURE}", picture.words);
            *block = Block::Paragraph(vec![Span::italic(words.trim())]);
        }
    }
}

/// An original that is printed as it is stands here only once a person has looked at it, with what is to go.
fn looked_at(exhibit: &mut Exhibit, marks: &[PublicMark]) {
    let Some(sha256) = exhibit.source.sha256() else { return };
    let mut of = marks.iter().filter(|mark| mark.sha256 == sha256).peekable();
    if of.peek().is_none() {
        exhibit.source = ExhibitSource::Placeholder { reason: NOT_LOOKED_AT.to_owned() };
        return;
    }
    let mut boxes: Vec<RedactionBox> = of.filter_map(|mark| mark.place).collect();
    boxes.sort_unstable();
    exhibit.redactions = boxes;
}
