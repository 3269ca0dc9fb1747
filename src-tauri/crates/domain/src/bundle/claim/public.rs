//! The public twin: the same plan without what no non-party may read.

use super::exhibit::FILE_NAME;
use super::withheld::{MARK, Withheld};
use super::{ClaimBundle, PublicMark, bound};
use crate::bundle::{
    Block, BundlePlan, Document, DocumentKind, Exhibit, ExhibitSource, NoteKind, RedactionBox, Section, Span,
    plain,
};
use crate::claimant::{Claimant, Identity};

const LEFT_OUT: &str = "This is the public version. Address, date of birth, contact details, National Insurance \
    number, former names and matters of health are left out of it; they stand in the confidential version.";
const NOT_LOOKED_AT: &str = "It is not in the public version: nobody has yet looked through it for personal details. \
    The original is in the confidential version.";
const NO_PICTURE: &str = "(Pictures in messages are printed in the confidential version only.)";

pub(super) fn public(input: &ClaimBundle<'_>) -> BundlePlan {
    let mut claimant = without_places(without_health(input.claimant));
    let cipher = input.public_cipher();
    if !cipher.is_empty() {
        claimant.identity = known_as(cipher, &claimant.identity);
    }
    let mut plan = bound(&ClaimBundle { claimant: &claimant, ..*input });
    plan.file_stem = format!("{} public", plan.file_stem);
    plan.title = format!("{}, public version", plan.title);
    if let Some(DocumentKind::Drawn(blocks)) = plan.documents.first_mut().map(|first| &mut first.kind) {
        let note = Block::Note { kind: NoteKind::Info, text: plain(LEFT_OUT) };
        blocks.insert(1.min(blocks.len()), note);
    }
    let pages = Withheld::from_pages(input.claimant);
    for Document { kind, section, title, bookmark, .. } in &mut plan.documents {
        match kind {
            DocumentKind::Exhibit(exhibit) => {
                looked_at(exhibit, input.public_marks);
                without_pictures(exhibit);
                Withheld::health().leave_out_of_exhibit(exhibit);
                *title = format!("{}: {}", exhibit.label, exhibit.description);
                bookmark.clone_from(title);
                if !cipher.is_empty() {
                    without_files(exhibit);
                }
            }
            DocumentKind::Drawn(blocks) if matches!(section, Section::Claimant | Section::Statement) => {
                pages.leave_out_of(blocks);
            }
            DocumentKind::Drawn(_) | DocumentKind::Letter(_) | DocumentKind::Added(_) => {}
        }
    }
    Withheld::from_public(input.claimant).leave_out(&mut plan);
    if !cipher.is_empty() {
        Withheld::name(input.claimant, cipher).leave_out(&mut plan);
    }
    plan
}

/// Who somebody is whose name the court keeps from the public: the cipher, and nothing that leads behind it.
fn known_as(cipher: &str, identity: &Identity) -> Identity {
    let mark = |words: &str| if words.trim().is_empty() { String::new() } else { MARK.to_owned() };
    Identity {
        surname: cipher.to_owned(),
        // Even that there are other names is nobody's business.
        protect_former_names: true,
        date_of_birth: identity.date_of_birth,
        capacity: identity.capacity,
        acted_for_by: mark(&identity.acted_for_by),
        occupation: mark(&identity.occupation),
        statement_by: mark(&identity.statement_by),
        died: identity.died.clone(),
        ..Identity::default()
    }
}

/// People name files after themselves.
fn without_files(exhibit: &mut Exhibit) {
    for block in &mut exhibit.sheet {
        let Block::KeyValues(rows) = block else { continue };
        for (_, value) in rows.iter_mut().filter(|(key, _)| key == FILE_NAME) {
            *value = plain(MARK);
        }
    }
}

/// What was said of health is seen to be left out, so that both versions number their paragraphs alike.
fn without_health(claimant: &Claimant) -> Claimant {
    let mut public = claimant.clone();
    let told = &mut public.consequence;
    let said = [
        &mut told.treatment,
        &mut told.medication,
        &mut told.vulnerability,
        &mut told.safety,
        &mut told.others_know,
    ];
    said.into_iter().for_each(withhold);
    public
}

fn withhold(words: &mut String) {
    if !words.trim().is_empty() {
        *words = MARK.to_owned();
    }
}

/// Nothing by which a claimant could be found or shamed: no part of an address, no branch, no number in somebody's books, no
/// way of leaving.
fn without_places(mut claimant: Claimant) -> Claimant {
    for address in &mut claimant.contact.addresses {
        address.lines = vec![MARK.to_owned()];
        address.postcode.clear();
        address.country.clear();
    }
    for episode in &mut claimant.episodes {
        withhold(&mut episode.local_party);
        withhold(&mut episode.union_branch);
        withhold(&mut episode.membership_number);
        // How somebody came to leave may be a disciplinary matter: the public version says it of nobody.
        episode.ending = None;
        episode.suspended = None;
        episode.suspension_lifted = None;
        episode.restricted_note.clear();
    }
    claimant.misuse.iter_mut().for_each(|misuse| withhold(&mut misuse.reference));
    claimant
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
