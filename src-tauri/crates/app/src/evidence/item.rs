//! An evidence item in short, and how well it proves that its claimant was told.

use joinder_domain::claimant::Claimant;
use joinder_domain::consensus::{Against, Copy};
use joinder_domain::notice::{Grade, GradeKind, NoticeFacts, grade};
use joinder_domain::profile::Profile;
use joinder_evidence::{Severity, Shape};
use joinder_store::evidence::{Description, Evidence, State};
use serde::{Deserialize, Serialize};

use super::copy::{CopyFacts, copy};
use super::export::origin_words;
use super::facts::{candidates, check, sender};
use super::inspect::{Lens, inspect, signed_messages};
use super::ocr::{OcrText, pictures_only};
use super::view::Shown;

/// Characters of a body that are kept for grading: markers stand at the top of a notice.
const BODY_KEPT: usize = 40_000;

/// What is kept of an inspection, beside the original itself.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// Every message, print or picture that may be the notice.
    pub candidates: Vec<NoticeFacts>,
    /// For each of these, what compares it with other copies; empty in items that were read before that was kept.
    pub copies: Vec<CopyFacts>,
    /// What is wrong with the file.
    pub damage: Vec<DamageView>,
    /// Text of a PDF or page that names no recipient, for finding whose it may be.
    pub addresses: Vec<String>,
    /// Whether its text is only in pictures.
    pub pictures_only: bool,
    /// What OCR read in it.
    pub ocr: Option<OcrText>,
    /// Who confirmed what can be seen in it; empty when nobody has.
    pub confirmed_by: String,
}

/// Something that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DamageView {
    /// What.
    pub message: String,
    /// What to do.
    pub fix: String,
}

/// Somebody whose an item may be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Suggestion {
    /// The claimant's number.
    pub number: u32,
    /// The claimant's name.
    pub name: String,
    /// Why.
    pub why: String,
    /// How well the item would prove that this claimant was told, 0 to 5; `null` where nobody asked.
    pub tier: Option<u8>,
}

/// What an item was taken out of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceOrigin"))]
pub struct Origin {
    /// `folder`, `archive` or `mailbox`.
    pub container: String,
    /// Its name.
    pub name: String,
    /// SHA-256 of the container, lower-case hex; empty for a folder.
    pub sha256: String,
    /// Path inside the container; empty in a single mailbox file.
    pub path: String,
    /// Which message of the mailbox it is, from 1.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub position: Option<u64>,
    /// First byte of the message in its mailbox file, from 0.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub offset: Option<u64>,
    /// All of this in words.
    pub words: String,
}

impl Origin {
    fn of(origin: &joinder_store::evidence::Origin) -> Self {
        Self {
            container: origin.container.code().to_owned(),
            name: origin.name.clone(),
            sha256: origin.sha256.map(|sha256| sha256.to_string()).unwrap_or_default(),
            path: origin.path.clone(),
            position: origin.position,
            offset: origin.offset,
            words: origin_words(origin),
        }
    }
}

/// An evidence item in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceRow"))]
pub struct Row {
    /// Its identifier.
    pub id: String,
    /// Its reference, such as `E-000012`.
    pub reference: String,
    /// File name as received.
    pub name: String,
    /// What kind of file it is, in words.
    pub shape: String,
    /// How a file of that kind can be shown.
    pub shown: Shown,
    /// Bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// SHA-256 of the bytes as received, lower-case hex.
    pub sha256: String,
    /// When it was taken in, RFC 3339.
    pub received_at: String,
    /// Where it lay, when it was not a file of its own.
    pub origin: Option<Origin>,
    /// Subject of the message that may be the notice.
    pub subject: String,
    /// Sender of the file's own message.
    pub from: String,
    /// Recipients that it names.
    pub to: Vec<String>,
    /// Its date as written.
    pub dated: String,
    /// `unassigned`, `assigned` or `set-aside`.
    pub state: String,
    /// Whose it is.
    pub claimant: Option<u32>,
    /// How well it proves that the claimant was told, 0 to 5; `null` when it was not graded.
    pub tier: Option<u8>,
    /// Why, one sentence each.
    pub reasons: Vec<String>,
    /// What is wrong with the file.
    pub damage: Vec<DamageView>,
    /// Whose it may be, while nobody has said.
    pub suggestions: Vec<Suggestion>,
    /// Which of the details that only some roles see it holds; empty for none.
    pub restricted: String,
    /// Whoever asks sees no more of it than this.
    pub closed: bool,
}

impl Row {
    /// What somebody sees of the item from whom it is hidden: that it is there, and what kind of detail it holds.
    pub(crate) fn closed(self) -> Self {
        Self {
            name: self.restricted.clone(),
            shown: Shown::default(),
            origin: None,
            subject: String::new(),
            from: String::new(),
            to: Vec::new(),
            dated: String::new(),
            reasons: Vec::new(),
            damage: Vec::new(),
            suggestions: Vec::new(),
            closed: true,
            ..self
        }
    }

    /// The item in short, with who may own it.
    pub fn of(item: Evidence, suggestions: Vec<Suggestion>) -> Self {
        let kept = kept(&item);
        let (state, claimant) = match &item.state {
            State::Unassigned => ("unassigned", None),
            State::Assigned(number) => ("assigned", Some(number.0)),
            State::SetAside(_) => ("set-aside", None),
        };
        Self {
            id: item.id.to_string(),
            reference: item.number.to_string(),
            origin: item.origin.as_ref().map(Origin::of),
            name: item.name,
            shown: Shape::named(&item.shape).map(Shown::of).unwrap_or_default(),
            shape: item.shape,
            size: item.size,
            sha256: item.sha256.to_string(),
            received_at: item.received.to_string(),
            subject: item.subject,
            from: item.sender,
            to: item.recipients,
            dated: item.dated,
            state: state.to_owned(),
            claimant,
            tier: item.grade.as_ref().map(|grade| grade.tier),
            reasons: item
                .grade
                .iter()
                .flat_map(|grade| &grade.reasons)
                .map(|reason| reason.text.clone())
                .collect(),
            damage: kept.damage,
            suggestions,
            restricted: item.restricted,
            closed: false,
        }
    }
}

/// What was kept of an item's inspection.
pub(super) fn kept(item: &Evidence) -> Kept {
    serde_json::from_value(item.facts.clone()).unwrap_or_default()
}

/// What was found to be wrong with an item's file, one sentence each.
pub(crate) fn damage(item: &Evidence) -> Vec<String> {
    kept(item).damage.into_iter().map(|damage| damage.message).collect()
}

/// What is stored of an item's file, its signatures checked with the keys at hand.
pub(crate) fn describe(bytes: &[u8], lens: &Lens<'_>) -> Description {
    let inspection = &inspect(bytes);
    let (mut found, mut copies): (Vec<NoticeFacts>, Vec<CopyFacts>) =
        candidates(inspection).into_iter().map(|one| (one.facts, one.copy)).unzip();
    let checked = signed_messages(bytes, inspection, lens);
    for (facts, copy) in found.iter_mut().zip(&mut copies) {
        check(facts, copy, &checked);
        cut(&mut facts.body);
    }
    let text = inspection.pdf.as_ref().map(|pdf| pdf.text.as_str());
    let damage = inspection.damage.iter().filter(|damage| damage.severity != Severity::Note);
    let kept = Kept {
        damage: damage.map(|d| DamageView { message: d.text.clone(), fix: d.fix.clone() }).collect(),
        addresses: text.map(addresses_in).unwrap_or_default(),
        pictures_only: pictures_only(inspection),
        ocr: None,
        confirmed_by: String::new(),
        candidates: found,
        copies,
    };
    let notice = kept.candidates.first();
    let dated = inspection.message.as_ref().and_then(|m| m.date.as_ref()).map(|date| date.raw.clone());
    Description {
        shape: inspection.shape.name().to_owned(),
        subject: notice.map(|facts| facts.subject.clone()).unwrap_or_default(),
        sender: sender(inspection).unwrap_or_default().to_owned(),
        recipients: recipients(&kept.candidates),
        dated: dated.unwrap_or_default(),
        facts: serde_json::to_value(&kept).unwrap_or_default(),
    }
}

/// The item's description with other facts.
pub(super) fn described(item: &Evidence, kept: &Kept) -> Description {
    Description {
        shape: item.shape.clone(),
        subject: item.subject.clone(),
        sender: item.sender.clone(),
        recipients: item.recipients.clone(),
        dated: item.dated.clone(),
        facts: serde_json::to_value(kept).unwrap_or_default(),
    }
}

/// Every address that received the item, by its headers or by what can be read in it, each once.
pub(super) fn recipients(candidates: &[NoticeFacts]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for facts in candidates {
        let headers = facts.recipients.iter().map(|recipient| recipient.address.as_str());
        for address in headers.chain([facts.visible_recipient.as_str()]) {
            if !address.is_empty() && !found.iter().any(|known| known.eq_ignore_ascii_case(address)) {
                found.push(address.to_owned());
            }
        }
    }
    found
}

/// The best grade that any message in the item earns for this claimant; `None` when there is nothing to grade.
///
/// `against` is the canonical notice, when there is one: a copy whose text differs from it is marked, which alone lowers
/// nothing.
pub(crate) fn best_grade(
    item: &Evidence,
    claimant: &Claimant,
    profile: &Profile,
    against: Option<&Against>,
) -> Option<Grade> {
    grade_of(kept(item), claimant, profile, against)
}

/// What a file that is not in the matter says, how it would be graded for this claimant, and what is wrong with it.
pub(crate) fn look(
    bytes: &[u8],
    claimant: &Claimant,
    lens: &Lens<'_>,
) -> (Description, Option<Grade>, Option<DamageView>) {
    let description = describe(bytes, lens);
    let kept: Kept = serde_json::from_value(description.facts.clone()).unwrap_or_default();
    let damage = kept.damage.first().cloned();
    (description, grade_of(kept, claimant, lens.profile, None), damage)
}

fn grade_of(kept: Kept, claimant: &Claimant, profile: &Profile, against: Option<&Against>) -> Option<Grade> {
    let own: Vec<&str> = claimant.contact.emails.iter().map(|email| email.address.as_str()).collect();
    let mut more = kept.copies.into_iter();
    let grades = kept.candidates.into_iter().map(|mut facts| {
        let more = more.next().unwrap_or_default();
        let copy = against.and_then(|_| copy("", None, &facts, &more, profile));
        facts.differs_from_consensus =
            against.zip(copy.as_ref()).is_some_and(|(against, copy)| against.differs(copy));
        grade(&facts, &own, &profile.notice)
    });
    grades.max_by_key(|grade| (grade.tier, weight(&grade.kind)))
}

/// Whether all that compares the copies in an item was kept when it was read.
pub(crate) fn is_complete(item: &Evidence) -> bool {
    let kept = kept(item);
    kept.copies.len() == kept.candidates.len()
}

/// The copies of the notice in an item; `bytes` are those of an item that is not complete.
pub(crate) fn copies(item: &Evidence, bytes: Option<&[u8]>, profile: &Profile) -> Vec<Copy> {
    let person = match item.state {
        State::Assigned(number) => Some(number.0),
        State::Unassigned | State::SetAside(_) => None,
    };
    let id = item.id.to_string();
    let of = |facts: &NoticeFacts, more: &CopyFacts| copy(&id, person, facts, more, profile);
    match bytes {
        Some(bytes) => {
            candidates(&inspect(bytes)).iter().filter_map(|one| of(&one.facts, &one.copy)).collect()
        }
        None => {
            let kept = kept(item);
            kept.candidates.iter().zip(&kept.copies).filter_map(|(facts, more)| of(facts, more)).collect()
        }
    }
}

/// Among grades of one tier, the one that says most about the item.
fn weight(kind: &GradeKind) -> u8 {
    match kind {
        GradeKind::Genuine => 4,
        GradeKind::Unaddressed => 3,
        GradeKind::ThirdParty => 2,
        GradeKind::Wrong(_) => 1,
        GradeKind::Unrelated => 0,
    }
}

fn cut(text: &mut String) {
    if let Some((end, _)) = text.char_indices().nth(BODY_KEPT) {
        text.truncate(end);
    }
}

/// Email addresses in a text, each as written.
pub(super) fn addresses_in(text: &str) -> Vec<String> {
    let edge = |c: char| !(c.is_alphanumeric() || matches!(c, '@' | '.' | '-' | '_' | '+'));
    let words = text.split(edge).map(|word| word.trim_matches('.'));
    words
        .filter(|word| word.split_once('@').is_some_and(|(a, b)| !a.is_empty() && b.contains('.')))
        .take(50)
        .map(str::to_owned)
        .collect()
}
