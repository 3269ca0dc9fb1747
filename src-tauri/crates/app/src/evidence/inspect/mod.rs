//! What a file says, without a matter: shape, damage, dates, path, recipients, signatures, marks and grade.
//!
//! The document is described in `docs/evidence-inspect.md`.

mod date;
mod document;
mod file;
mod grade;
mod key;
mod member;
mod message;
mod part;
mod path;
mod recipient;
mod signature;
mod stamp;

use std::path::PathBuf;

use joinder_domain::profile::Profile;
use joinder_evidence::{Inspection, Limits};
use serde::{Deserialize, Serialize};

pub use date::InspectedDate;
pub use document::{Document, FileError, InspectedDamage, InspectedFile};
pub use grade::{InspectedMark, InspectedNotice, InspectedReason};
pub use key::Keys;
pub use message::{InspectedForward, InspectedMessage, InspectedSender};
pub use part::{InspectedPart, InspectedStructure};
pub use path::{InspectedHop, InspectedPath, InspectedPathFinding};
pub use recipient::InspectedRecipient;
pub use signature::{BodyHashReport, InspectedSignature, KeyReport, NoteReport, SignatureReport};
pub use stamp::{InspectedArc, InspectedMethod, InspectedStamp};

pub(super) use file::{one_message, signed_messages};
use member::Walk;

use super::collect::files;
use crate::command::{Applied, Context};
use crate::error::Result;
use crate::profile;

/// Files to look at, and what to compare them with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceInspect"))]
#[serde(default, deny_unknown_fields)]
pub struct Inspect {
    /// Files or folders.
    #[cfg_attr(feature = "ts", ts(type = "string[]"))]
    pub paths: Vec<PathBuf>,
    /// Addresses that the claimant declared; without any, recipients are listed and not compared.
    pub addresses: Vec<String>,
    /// Text files with DKIM keys (TXT records), beside those of the profile's archive.
    #[cfg_attr(feature = "ts", ts(type = "string[]"))]
    pub key_files: Vec<PathBuf>,
    /// Profile, built in or a folder, whose marks are looked for; empty for `labour-2021`.
    pub profile: String,
}

/// The profile that is used when none is named.
const PROFILE: &str = "labour-2021";

/// What every look at a file needs.
pub(crate) struct Lens<'a> {
    /// The profile whose marks are looked for.
    pub(crate) profile: &'a Profile,
    /// The addresses to compare with.
    pub(crate) own: Vec<&'a str>,
    /// The keys to check signatures with.
    pub(crate) keys: &'a Keys,
}

pub(crate) fn inspect_files(context: Context<'_>, input: Inspect) -> Result<Applied<Document>> {
    let name = if input.profile.is_empty() { PROFILE } else { input.profile.as_str() };
    let profile = profile::read(&profile::texts(name)?)?;
    let keys = Keys::with_files(&profile, &input.key_files)?;
    let own: Vec<&str> = input.addresses.iter().map(|a| a.trim()).filter(|a| !a.is_empty()).collect();
    let lens = Lens { profile: &profile, own, keys: &keys };
    let mut looked = Vec::new();
    for (done, path) in input.paths.iter().enumerate() {
        context.job.step(done as u64, input.paths.len() as u64, "Looking at files")?;
        // A path that is not there is named like a file that cannot be read.
        match files(std::slice::from_ref(path)) {
            Ok(found) => {
                for file in found {
                    let mut step =
                        || context.job.step(done as u64, input.paths.len() as u64, "Looking at files");
                    step()?;
                    looked.push(file::look(&file.path, &mut Walk::new(&lens, &mut step))?);
                }
            }
            Err(error) => looked.push(InspectedFile::failed(path, &error)),
        }
    }
    context.job.step(input.paths.len() as u64, input.paths.len() as u64, "Looking at files")?;
    Ok(Applied::unchanged(Document::new(name, &lens, looked)))
}

/// What a file says of itself. A parser that fails on one file must not stop the rest: it is then damage like any other.
pub(crate) fn inspect(bytes: &[u8]) -> Inspection {
    let limits = Limits::default();
    std::panic::catch_unwind(|| joinder_evidence::inspect(bytes, &limits))
        .unwrap_or_else(|_| Inspection::unread(bytes))
}

/// The words of a file, by which the notice is looked for.
pub(crate) fn skim(bytes: &[u8]) -> Inspection {
    let limits = Limits::default();
    std::panic::catch_unwind(|| joinder_evidence::skim(bytes, &limits))
        .unwrap_or_else(|_| Inspection::unread(bytes))
}
