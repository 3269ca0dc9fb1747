//! One packet, for a person to decide about.

use std::collections::BTreeSet;

use joinder_domain::check::blanks;
use joinder_domain::claimant::Claimant;
use joinder_domain::id::{ClaimantId, ClaimantNumber, PacketNumber};
use joinder_packet::{APPROVAL, Signature, approved};
use joinder_store::merge::holder;
use joinder_store::packet::{self as store, Packet, State};
use joinder_store::{Reader, claimant as claimants, evidence};
use serde::{Deserialize, Serialize};

use super::finding::{PacketFinding, findings};
use super::kept::Kept;
use super::likely::{Likely, likely};
use super::list::{Row, of_registration, row};
use super::merge::{FieldMove as Move, merge};
use super::sent;
use super::verify::claimant;
use crate::app::OpenMatter;
use crate::claimant::{in_words, problems};
use crate::command::{Applied, Context};
use crate::error::{Error, Problem, Result};
use crate::person;
use crate::registration::{asked as asked_of, facts, lines};
use crate::restricted;
use crate::text::text;
use crate::transfer::common;

pub use super::merge::FieldMove;
pub use super::sent::{BesideView, TransferView};

/// One packet, for a person to decide about.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketView"))]
pub struct View {
    /// The packet in short.
    pub packet: Row,
    /// The answers.
    pub claimant: Claimant,
    /// Every question that this person was asked, in order.
    pub said: Vec<AnsweredView>,
    /// Claimants who may be the same person, the likeliest first.
    pub likely: Vec<Likely>,
    /// The claimant whom the answers change; none for a new one.
    pub known: Option<Known>,
    /// What would change, field by field; empty for a new claimant.
    pub moves: Vec<Move>,
    /// What is wrong or doubtful in the answers. With an error they cannot be accepted as they are.
    pub problems: Vec<Problem>,
    /// What was left blank.
    pub blanks: Vec<Problem>,
    /// The record as it would stand if everything were taken.
    pub record: Claimant,
    /// Who signed; none when a colleague sends it.
    pub signature: Option<SignatureView>,
    /// Who sends it from another copy of the matter, and what happened there.
    pub transfer: Option<TransferView>,
    /// Who helped; empty when nobody did.
    pub assisted_by: String,
    /// The program that sealed it.
    pub program: String,
    /// The files in it.
    pub files: Vec<FileView>,
    /// What to look at before deciding.
    pub findings: Vec<PacketFinding>,
    /// What was asked back, and what was answered.
    pub asked: Vec<AskedView>,
}

/// A question, and what was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketAnswered"))]
pub struct AnsweredView {
    /// The question's code, under which it can be asked again.
    pub code: String,
    /// The question, as the claimant read it.
    pub question: String,
    /// What was answered, one line for each thing; empty where nothing was.
    pub lines: Vec<String>,
}

/// A claimant who is in the matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketKnown"))]
pub struct Known {
    /// The number.
    pub number: u32,
    /// The number as people see it.
    pub reference: String,
    /// Full name.
    pub name: String,
    /// The version that the changes are made to.
    pub version: u32,
}

/// A statement of truth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketSignature"))]
pub struct SignatureView {
    /// The name as signed.
    pub name: String,
    /// In what capacity.
    pub capacity: String,
    /// The wording that was signed.
    pub wording: String,
    /// When, RFC 3339, by the claimant's clock.
    pub at: String,
    /// How: `typed`, `drawn`, `paper` or `spoken`.
    pub how: String,
    /// Who saw the paper that was signed; empty while nobody has.
    pub paper_seen_by: String,
    /// When that was said, RFC 3339; empty while it was not.
    pub paper_seen: String,
}

/// A file in a packet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketFile"))]
pub struct FileView {
    /// Its name.
    pub name: String,
    /// Bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// SHA-256.
    pub sha256: String,
    /// What kind of file it is.
    pub shape: String,
    /// Subject of the message in it.
    pub subject: String,
    /// How well it proves that the claimant was told, 0 to 5; none when it was not graded.
    pub tier: Option<u8>,
    /// Why, one sentence each.
    pub reasons: Vec<String>,
    /// What is wrong with it; may be empty.
    pub damage: String,
    /// The item of evidence that holds the same bytes already, such as `E-000012`.
    pub already: Option<String>,
}

/// A question that was asked back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketAsked"))]
pub struct AskedView {
    /// When, RFC 3339.
    pub made: String,
    /// By whom.
    pub by: String,
    /// The question.
    pub question: String,
    /// What a later packet answers; empty while nothing does.
    pub answer: String,
}

/// A packet to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketLook"))]
pub struct Look {
    /// Its number.
    pub number: u32,
    /// The claimant whom a person takes it to be about.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<Option<u32>>"))]
    pub into: Option<u32>,
}

pub(crate) fn get(context: Context<'_>, input: Look) -> Result<Applied<View>> {
    let open = context.app.open_matter()?;
    let found = open.matter.read(|reader| view(reader, context, &open, &input))?;
    Ok(Applied::unchanged(found))
}

/// A packet that was opened, with the claimant whom it concerns as the matter has them.
pub(super) struct Case {
    pub(super) packet: Packet,
    pub(super) kept: Kept,
    pub(super) claimant: Claimant,
    pub(super) known: Option<claimants::Stored>,
    /// The answers of the last accepted packet of the same registration.
    pub(super) base: Option<Claimant>,
}

impl Case {
    /// The packet with this number; `into` is the claimant whom a person says it is about.
    ///
    /// # Errors
    /// `no-such-packet`; `packet-refused` for one that could not be opened; `no-such-claimant`.
    pub(super) fn load(
        reader: &Reader<'_>,
        open: &OpenMatter,
        number: PacketNumber,
        into: Option<ClaimantNumber>,
    ) -> Result<Self> {
        let packet = store::get(reader, number)?.ok_or_else(|| Error::new("no-such-packet"))?;
        let kept = Kept::of(&packet)?;
        let answers = claimant(&kept.manifest, &open.words)?;
        let series = store::of_series(reader, &kept.series())?;
        let transfer = kept.manifest.transfer.as_ref();
        let sent = match transfer {
            Some(transfer) => claimants::find_by_id(reader, ClaimantId(transfer.claimant))?,
            None => None,
        };
        let about = into.or(packet.claimant).or(of_registration(&series)).or(sent);
        let known = match about {
            Some(about) => {
                // What the person says from now on belongs to the record that theirs went into.
                let holder = if packet.state.is_final() { about } else { holder(reader, about)? };
                let known = claimants::get(reader, holder)?;
                Some(known.ok_or_else(|| Error::new("no-such-claimant"))?)
            }
            None => None,
        };
        let common = match (transfer, &known) {
            (Some(transfer), Some(known)) => common(reader, transfer, known.number)?,
            _ => None,
        };
        let mut accepted = series.iter().filter(|one| one.state == State::Accepted && one.number != number);
        let base = match accepted.rfind(|one| one.claimant == about) {
            Some(last) if transfer.is_none() => Some(claimant(&Kept::of(last)?.manifest, &open.words)?),
            _ => common,
        };
        Ok(Self { packet, kept, claimant: answers, known, base })
    }
}

fn view(reader: &Reader<'_>, context: Context<'_>, open: &OpenMatter, input: &Look) -> Result<View> {
    let into = input.into.map(ClaimantNumber);
    let case = Case::load(reader, open, PacketNumber(input.number), into)?;
    let Case { packet, kept, claimant, known, base } = &case;
    let known_number = known.as_ref().map(|known| known.number.0);
    let (moves, record) = match known {
        Some(known) if packet.state != State::Accepted => {
            let merged = merge(base.as_ref(), claimant, &known.claimant, &BTreeSet::new(), kept.writer())?;
            (merged.moves, merged.claimant)
        }
        _ => (Vec::new(), claimant.clone()),
    };
    let shown = restricted::seen(open, claimant);
    let known_sender = sent::is_known(reader, kept)?;
    Ok(View {
        packet: row(reader, packet)?,
        problems: problems(open, context.app.clock(), &shown),
        blanks: blanks(&shown).iter().map(in_words).collect(),
        known: known.as_ref().map(|known| Known {
            number: known.number.0,
            reference: known.number.to_string(),
            name: known.claimant.identity.full_name(),
            version: known.version,
        }),
        moves: moves.into_iter().filter(|way| !restricted::covers(open, &way.field)).collect(),
        record: restricted::seen(open, &record),
        signature: kept.manifest.signature.as_ref().map(|signature| signed(packet, signature)),
        transfer: sent::view(reader, open, &case, known_sender)?,
        assisted_by: kept
            .manifest
            .assisted_by
            .as_ref()
            .map(|by| format!("{} ({})", by.name, by.how))
            .unwrap_or_default(),
        program: kept.manifest.program.clone(),
        files: files(reader, kept)?,
        said: said(open, &shown),
        likely: likely(reader, claimant, known_number.map(ClaimantNumber))?,
        findings: findings(reader, packet, kept, claimant, known_number, known_sender)?,
        asked: asked(reader, open, &case, &shown)?,
        claimant: shown,
    })
}

fn signed(packet: &Packet, signature: &Signature) -> SignatureView {
    let how = serde_json::to_value(signature.how).ok();
    SignatureView {
        name: signature.name.clone(),
        capacity: signature.capacity.clone(),
        wording: signature.wording.clone(),
        at: signature.at.to_string(),
        how: how.and_then(|how| how.as_str().map(str::to_owned)).unwrap_or_default(),
        paper_seen_by: packet.paper.as_ref().map(|seen| seen.by.clone()).unwrap_or_default(),
        paper_seen: packet.paper.as_ref().map(|seen| seen.at.to_string()).unwrap_or_default(),
    }
}

/// What was answered, in the words of the questions.
fn said(open: &OpenMatter, claimant: &Claimant) -> Vec<AnsweredView> {
    let facts = facts(&open.profile);
    let values: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answered = asked_of(claimant).map(|question| AnsweredView {
        code: question.code.to_owned(),
        question: text(&format!("reg-q-{}", question.code), &values),
        lines: lines(question.code, claimant, open),
    });
    answered.collect()
}

fn files(reader: &Reader<'_>, kept: &Kept) -> Result<Vec<FileView>> {
    let files = kept.manifest.files.iter().zip(&kept.files).map(|(entry, read)| {
        let grade = read.grade.as_ref();
        Ok(FileView {
            name: entry.name.clone(),
            size: entry.size,
            sha256: entry.sha256.to_string(),
            shape: read.shape.clone(),
            subject: read.subject.clone(),
            tier: grade.map(|grade| grade.tier),
            reasons: grade
                .iter()
                .flat_map(|grade| &grade.reasons)
                .map(|reason| reason.text.clone())
                .collect(),
            damage: read.damage.as_ref().map(|(message, _)| message.clone()).unwrap_or_default(),
            already: evidence::find_by_sha256(reader, entry.sha256)?.map(|item| item.number.to_string()),
        })
    });
    files.collect()
}

/// Every question that was asked in this registration, with the answer that this packet or an earlier one gives.
fn asked(reader: &Reader<'_>, open: &OpenMatter, case: &Case, claimant: &Claimant) -> Result<Vec<AskedView>> {
    let Case { packet, kept, .. } = case;
    let mut found = Vec::new();
    for one in store::of_series(reader, &kept.series())? {
        for request in store::requests(reader, one.number)? {
            let questions: joinder_packet::Request =
                serde_json::from_value(request.request).map_err(|_| Error::new("internal"))?;
            let answers = (kept.manifest.request == Some(request.id)).then_some(&kept.manifest.answers);
            for question in questions.questions {
                let answer = answers.into_iter().flatten().find(|answer| answer.question == question.code);
                // A page that was to be answered anew is answered by what stands on it now.
                let page = answers.filter(|_| question.page != APPROVAL);
                let page = page.map(|_| lines(&question.page, claimant, open)).unwrap_or_default();
                let words = answer.map(|answer| in_short(&answer.text)).filter(|words| !words.is_empty());
                let answer: Vec<String> = page.into_iter().chain(words).collect();
                found.push(AskedView {
                    made: request.made.to_string(),
                    by: person::name(reader, request.person)?,
                    answer: answer.join("\n"),
                    question: question.text,
                });
            }
        }
        if one.number == packet.number {
            break;
        }
    }
    Ok(found)
}

/// An answer as it is read: an approval names its document.
fn in_short(answer: &str) -> String {
    match approved(answer) {
        Some(sha256) => text("packet-approved", &[("sha256", &sha256.to_string())]),
        None => answer.to_owned(),
    }
}
