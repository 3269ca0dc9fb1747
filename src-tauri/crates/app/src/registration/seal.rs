//! Sealing a registration: checked for what was forgotten, signed, and sealed for the firm.

use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use joinder_domain::audit::Digest;
use joinder_domain::check::blanks;
use joinder_domain::claimant::Claimant;
use joinder_domain::noun::Noun;
use joinder_packet::{APPROVAL, Assisted, FileEntry, How, Manifest, Question, Receipt, Signature};
use joinder_store::evidence::{self as items, Which};
use joinder_store::{Op, claimant as store};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::SELF;
use super::consent::{of, truth, views};
use super::get::unsaved;
use super::kept::{Kept, KeptPacket, invitation};
use crate::app::OpenMatter;
use crate::claimant::{in_words, problems};
use crate::clock::Clock;
use crate::command::{Applied, Context};
use crate::error::{Error, Problem, Result, Severity};
use crate::exchange;
use crate::packet::{Sealed, TRUTH, capacity, of_item, program, put};

/// A drawn signature beyond this is no signature.
const DRAWING_MOST: usize = 512 << 10;

/// A registration to seal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegistrationSeal"))]
pub struct Seal {
    /// Where to write the packet; at a meeting it has a place already.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub out: PathBuf,
    /// The name under the statement of truth.
    pub signed_by: String,
    /// How it was signed: `typed`, `drawn`, `paper` or `spoken`.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<String>"))]
    pub how: String,
    /// The signature as it was drawn, a PNG in base64; goes with `drawn`.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<String>"))]
    pub drawing: String,
    /// Seal although something was left blank on purpose.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<bool>"))]
    pub blanks_known: bool,
    /// Who went through the questions with the claimant; empty when nobody did.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<String>"))]
    pub assisted_by: String,
    /// How: on the telephone, at a meeting.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<String>"))]
    pub assisted_how: String,
}

pub(crate) fn seal(context: Context<'_>, input: Seal) -> Result<Applied<Sealed>> {
    let open = context.app.open_matter()?;
    let clock = context.app.clock();
    let signed_by = input.signed_by.trim();
    if signed_by.is_empty() {
        return Err(Error::new("signature-missing"));
    }
    let how = how(&input.how)?;
    let (kept, claimant) = open.matter.read(|reader| {
        let stored = store::get(reader, SELF)?.ok_or_else(|| Error::new("not-a-registration"))?;
        Ok::<_, Error>((Kept::load(reader)?, stored.claimant))
    })?;
    if !unsaved(&open, &claimant)?.is_empty() {
        return Err(Error::new("registration-unsaved"));
    }
    complete(&open, clock, &claimant, &kept, input.blanks_known)?;
    let drawing = drawing(how, &input.drawing)?;
    let key = exchange::key(&open, clock)?;
    let invitation = invitation(&open)?;
    let packet = clock.id();
    let out = match &kept.meeting {
        Some(folder) => folder.join(format!("registration-{packet}.joinder-packet")),
        None => input.out.clone(),
    };
    let begun = begin(&open, clock, packet, &out, signed_by)?;
    let truth = truth(&open.profile);
    let mut record = claimant;
    record.consents.retain(|consent| consent.kind.as_str() != TRUTH);
    record.consents.extend(truth.map(|text| of(text, true, clock.now())));
    let document = store::document(&record)?;
    let sealed = open.matter.read(|reader| {
        let evidence = items::list(reader, Which::Of(SELF))?;
        let manifest = Manifest {
            packet: begun.packet,
            invitation: Some(invitation.id),
            matter: invitation.matter,
            sequence: begun.sequence,
            replaces: begun.replaces,
            sealed: clock.now(),
            program: program(),
            recipient: key.public().recipient.to_string(),
            device: context.app.setting_folder().device(clock),
            signature: Some(Signature {
                name: signed_by.to_owned(),
                capacity: capacity(&document),
                kind: TRUTH.to_owned(),
                version: truth.map(|text| text.version).unwrap_or_default(),
                wording: truth.map(|text| text.text.clone()).unwrap_or_default(),
                at: clock.now(),
                how,
            }),
            transfer: None,
            claimant: document.clone(),
            assisted_by: assisted(&input).or_else(|| kept.helper.clone()),
            request: kept.request.as_ref().map(|request| request.request),
            answers: kept.answers.clone(),
            files: evidence.iter().map(of_item).chain(drawing.iter().map(|drawn| drawn.0.clone())).collect(),
        };
        let total = manifest.files.len() as u64;
        let sealed = put(&out, &invitation, &manifest, |at, mut target| {
            context.job.step(at as u64, total, "Sealing")?;
            match (evidence.get(at), &drawing) {
                (Some(item), _) => items::copy(reader, item.id, &mut target).map(|_| ())?,
                (None, Some((_, png))) => target.write_all(png).map_err(joinder_packet::Error::from)?,
                (None, None) => return Err(Error::new("internal")),
            }
            Ok(())
        })?;
        Ok::<_, Error>((Sealed::of(out.clone(), &manifest, &sealed), sealed))
    })?;
    let (view, sealed) = sealed;
    let done = open.write(Op("registration.seal"), clock.now(), |tx| {
        let mut kept = Kept::load(tx)?;
        if let Some(packet) = kept.packets.iter_mut().find(|packet| packet.packet == begun.packet) {
            packet.receipt = Receipt::of(&sealed.sha256).to_string();
            packet.size = sealed.size;
        }
        kept.answered = true;
        kept.save(tx)
    })?;
    Ok(Applied::stored(view, &done.changes).and(Noun::Packet, None))
}

struct Begun {
    packet: Uuid,
    sequence: u32,
    replaces: Option<Uuid>,
}

/// Keeps the packet's number before anything is sealed, so that no two files ever bear the same.
fn begin(open: &OpenMatter, clock: Clock, packet: Uuid, out: &Path, signed_by: &str) -> Result<Begun> {
    let file = out.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let written = open.write(Op("registration.seal"), clock.now(), |tx| {
        let mut kept = Kept::load(tx)?;
        let begun = Begun {
            packet,
            sequence: u32::try_from(kept.packets.len()).unwrap_or(u32::MAX).saturating_add(1),
            replaces: kept.last().map(|last| last.packet),
        };
        kept.packets.push(KeptPacket {
            packet,
            at: clock.now(),
            receipt: String::new(),
            size: 0,
            file,
            signed_by: signed_by.to_owned(),
        });
        kept.save(tx)?;
        Ok(begun)
    })?;
    Ok(written.output)
}

/// The picture of a drawn signature, with what the packet says of it.
fn drawing(how: How, base64: &str) -> Result<Option<(FileEntry, Vec<u8>)>> {
    if how != How::Drawn {
        return Ok(None);
    }
    let png = STANDARD.decode(base64.trim()).map_err(|_| Error::new("drawing-missing"))?;
    if !png.starts_with(b"\x89PNG\r\n\x1a\n") || png.len() > DRAWING_MOST {
        return Err(Error::new("drawing-missing"));
    }
    let entry = FileEntry {
        name: "signature.png".to_owned(),
        size: png.len() as u64,
        sha256: Digest::of(&png),
        modified: None,
    };
    Ok(Some((entry, png)))
}

/// Refuses to seal what was forgotten, so that it is found now and not by the firm.
fn complete(
    open: &OpenMatter,
    clock: Clock,
    claimant: &Claimant,
    kept: &Kept,
    blanks_known: bool,
) -> Result<()> {
    let mut missing = problems(open, clock, claimant);
    missing.retain(|problem| problem.severity == Severity::Error);
    if !missing.is_empty() {
        return Err(Error::refused(missing));
    }
    for consent in views(&open.profile, claimant) {
        let settled = if consent.required { consent.given == Some(true) } else { consent.given.is_some() };
        if !settled {
            let code = if consent.given == Some(false) { "consent-refused" } else { "consent-open" };
            let values = [("consent".to_owned(), consent.title)].into();
            let field = format!("consents.{}", consent.code);
            missing.push(Problem::new(&field, code, Severity::Error, &values));
        }
    }
    if !blanks_known {
        missing.extend(blanks(claimant).iter().map(in_words));
        missing.extend(unanswered(kept));
    }
    if missing.is_empty() {
        return Ok(());
    }
    Err(Error { problems: missing, ..Error::new("registration-incomplete") })
}

/// What the firm asked since the last packet, and what has no answer yet.
fn unanswered(kept: &Kept) -> Vec<Problem> {
    let asked = kept.request.iter().filter(|_| !kept.answered).flat_map(|request| &request.questions);
    let open = asked.filter(|question| {
        let words = question.page.is_empty() || question.page == APPROVAL;
        words && !kept.answers.iter().any(|answer| answer.question == question.code)
    });
    let problem = |question: &Question| {
        let values = [("question".to_owned(), question.text.clone())].into();
        Problem::new(&format!("request.{}", question.code), "request-open", Severity::Error, &values)
    };
    open.map(problem).collect()
}

fn how(code: &str) -> Result<How> {
    match code {
        "" | "typed" => Ok(How::Typed),
        "drawn" => Ok(How::Drawn),
        "paper" => Ok(How::Paper),
        "spoken" => Ok(How::Spoken),
        _ => Err(Error::new("signature-how")),
    }
}

fn assisted(input: &Seal) -> Option<Assisted> {
    let name = input.assisted_by.trim();
    (!name.is_empty()).then(|| Assisted { name: name.to_owned(), how: input.assisted_how.trim().to_owned() })
}
