//! Sealing: answers and files into one packet for the firm of an invitation.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use joinder_domain::check::{ProblemSeverity, check, read_claimant};
use joinder_domain::date::DateWords;
use joinder_packet::{ExchangeKey, How, Invitation, Manifest, Receipt, Sealed as SealedFile, Signature};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::entry::of_path;
use crate::claimant::in_words;
use crate::command::{Applied, Context};
use crate::error::{Error, Problem, Result, Severity};
use crate::{invitation, outfile, profile};

/// Answers and files to seal without a folder of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketSeal"))]
pub struct Seal {
    /// The invitation.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub invitation: PathBuf,
    /// The answers: JSON of one claimant, as `docs/claimant-json.md` describes it.
    pub claimant: String,
    /// Files to send.
    #[cfg_attr(feature = "ts", ts(type = "string[]"))]
    pub files: Vec<PathBuf>,
    /// The name under the statement of truth.
    pub signed_by: String,
    /// Where to write the packet.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub out: PathBuf,
}

/// A packet was sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketSealed"))]
pub struct Sealed {
    /// The file.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub file: PathBuf,
    /// Its own id.
    pub packet: String,
    /// The code of its receipt; the firm sees the same.
    pub receipt: String,
    /// Bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// Which packet of the registration it is, from 1.
    pub sequence: u32,
    /// SHA-256 of the file.
    pub sha256: String,
}

pub(crate) fn seal(context: Context<'_>, input: Seal) -> Result<Applied<Sealed>> {
    let clock = context.app.clock();
    let invitation = invitation::load(&input.invitation)?;
    if clock.now() >= invitation.expires {
        return Err(Error::new("invitation-ended"));
    }
    let signed_by = input.signed_by.trim();
    if signed_by.is_empty() {
        return Err(Error::new("signature-missing"));
    }
    let files: Vec<(&String, &String)> = invitation.profile.texts.iter().collect();
    let profile = profile::read(&files)?;
    let claimant = answers(&input.claimant, &profile, clock.today())?;
    let truth = profile.consents.iter().find(|consent| consent.code.as_str() == TRUTH);
    // Nothing comes back to a packet that was sealed without a folder of its own: the key is not kept.
    let own = ExchangeKey::generate()?;
    let manifest = Manifest {
        packet: clock.id(),
        invitation: Some(invitation.id),
        matter: invitation.matter,
        sequence: 1,
        replaces: None,
        sealed: clock.now(),
        program: program(),
        recipient: own.public().recipient.to_string(),
        device: None,
        signature: Some(Signature {
            name: signed_by.to_owned(),
            capacity: capacity(&claimant),
            kind: TRUTH.to_owned(),
            version: truth.map(|truth| truth.version).unwrap_or_default(),
            wording: truth.map(|truth| truth.text.clone()).unwrap_or_default(),
            at: clock.now(),
            how: How::Typed,
        }),
        transfer: None,
        claimant,
        assisted_by: None,
        request: None,
        answers: Vec::new(),
        files: input.files.iter().map(|path| of_path(path)).collect::<Result<_>>()?,
    };
    let total = manifest.files.len() as u64;
    let sealed = put(&input.out, &invitation, &manifest, |at, target| {
        context.job.step(at as u64, total, "Sealing")?;
        let path = input.files.get(at).ok_or_else(|| Error::new("internal"))?;
        let mut file = File::open(path).map_err(|_| Error::new("unreadable-file"))?;
        io::copy(&mut file, target).map_err(joinder_packet::Error::from)?;
        Ok(())
    })?;
    Ok(Applied::unchanged(Sealed::of(input.out, &manifest, &sealed)))
}

/// The statement of truth among a profile's consents.
pub(crate) const TRUTH: &str = "truth-declaration";

/// The program, as packets name it.
pub(crate) fn program() -> String {
    format!("joinder {}", env!("CARGO_PKG_VERSION"))
}

/// In what capacity the answers are given.
pub(crate) fn capacity(claimant: &Value) -> String {
    let given = claimant.pointer("/identity/capacity").and_then(Value::as_str);
    given.unwrap_or("own").to_owned()
}

/// Seals a packet under its name, whole or not at all.
pub(crate) fn put(
    out: &Path,
    invitation: &Invitation,
    manifest: &Manifest,
    copy: impl FnMut(usize, &mut dyn io::Write) -> Result<()>,
) -> Result<SealedFile> {
    outfile::put(out, |target| manifest.seal(target, &invitation.keys.recipient, copy))
}

impl Sealed {
    pub(crate) fn of(file: PathBuf, manifest: &Manifest, sealed: &SealedFile) -> Self {
        Self {
            file,
            packet: manifest.packet.to_string(),
            receipt: Receipt::of(&sealed.sha256).to_string(),
            size: sealed.size,
            sequence: manifest.sequence,
            sha256: sealed.sha256.to_string(),
        }
    }
}

/// The answers in a JSON text, in the form that travels.
fn answers(
    text: &str,
    profile: &joinder_domain::profile::Profile,
    today: jiff::civil::Date,
) -> Result<Value> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut given: Value = serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line().to_string(), error.column().to_string());
        let whole = error.to_string();
        let reason = whole.split(" at line ").next().unwrap_or_default();
        Error::with("bad-claimant-json", &[("line", &line), ("column", &column), ("reason", reason)])
    })?;
    if let Some(inner) = given.get_mut("claimant") {
        given = inner.take();
    }
    let (claimant, unread) = read_claimant(given, &DateWords::default());
    let mut problems: Vec<Problem> = unread.iter().map(in_words).collect();
    if let Some(claimant) = &claimant {
        let found = check(claimant, &profile.check_rules(), today);
        problems.extend(found.iter().filter(|one| one.severity == ProblemSeverity::Error).map(in_words));
    }
    match claimant {
        Some(claimant) if problems.iter().all(|one| one.severity != Severity::Error) => {
            Ok(joinder_store::claimant::document(&claimant)?)
        }
        _ => Err(Error::refused(problems)),
    }
}
