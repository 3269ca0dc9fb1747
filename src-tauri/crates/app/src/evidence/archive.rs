//! The files in an archive, each as an item of its own.

use std::fs::File;
use std::path::Path;

use joinder_domain::audit::Digest;
use joinder_evidence::{Archive, Content, Damage, Limits, Member};
use joinder_store::evidence::{Container, Origin};

use super::batch::{Batch, Received};
use super::item::DamageView;
use super::mailbox::{fingerprint, take_archived};
use super::unpacked::each_member;
use crate::app::OpenMatter;
use crate::command::Context;
use crate::error::{Error, Result};

/// Whether a ZIP file is an archive that somebody packed, and not a document that only is stored in one.
pub(super) fn is_archive(path: &Path) -> Result<bool> {
    let file = File::open(path).map_err(|_| Error::new("unreadable-file"))?;
    let archive = Archive::open(file, &Limits::default()).map_err(|_| Error::new("unreadable-file"))?;
    let document = ["[Content_Types].xml", "mimetype"];
    Ok(!archive.entries().iter().any(|entry| document.contains(&entry.name.as_str())))
}

/// Adds every file in the archive at `path`; of a mailbox inside, only the notices.
pub(super) fn add(context: Context<'_>, open: &OpenMatter, path: &Path, batch: &mut Batch<'_>) -> Result<()> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let (sha256, _) = fingerprint(path)?;
    let file = File::open(path).map_err(|_| Error::new("unreadable-file"))?;
    let walked = each_member(file, |member| take(context, open, (&name, sha256), member, batch))?;
    match walked {
        Some(damage) => {
            for damage in damage {
                let place =
                    if damage.place == "0" { name.clone() } else { format!("{name}/{}", damage.place) };
                batch.failed(place, &error(&damage));
            }
        }
        None => batch.failed(name, &Error::new("unreadable-file")),
    }
    Ok(())
}

fn take(
    context: Context<'_>,
    open: &OpenMatter,
    (archive, sha256): (&str, Digest),
    member: Member<'_>,
    batch: &mut Batch<'_>,
) -> Result<()> {
    let (done, total) = member.progress;
    context.job.step(done as u64, total as u64, "Unpacking")?;
    let bytes = match member.content {
        Content::Bytes(bytes) => bytes,
        Content::Mailbox(bytes) => return take_archived(context, open, archive, &member.name, bytes, batch),
    };
    let damage = member.damage.first();
    if bytes.is_empty() {
        let empty = damage.map_or_else(|| Error::new("file-empty"), error);
        batch.failed(format!("{archive}/{}", member.name), &empty);
        return Ok(());
    }
    // The name is what stands after the last folder; folders of any system's spelling.
    let name = member.name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    let damage = damage.map(|damage| DamageView { message: damage.text.clone(), fix: damage.fix.clone() });
    let origin = Origin {
        container: Container::Archive,
        name: archive.to_owned(),
        sha256: Some(sha256),
        path: member.name,
        offset: None,
        position: None,
        scan: None,
    };
    // The time that an archive gives has no zone, so it is no moment; it stays in the archive.
    batch.add(Received { name, bytes, modified: None, source: "archive", origin: Some(origin), damage })
}

fn error(damage: &Damage) -> Error {
    Error {
        code: damage.code.as_str().to_owned(),
        message: damage.text.clone(),
        fix: damage.fix.clone(),
        problems: Vec::new(),
    }
}
