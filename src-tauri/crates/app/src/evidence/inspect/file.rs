//! One file, from its path to what it says.

use std::fs;
use std::path::Path;

use joinder_evidence::{Code, Damage, Inspection, Limits, Message, Shape, part_bytes};
use serde_json::Value;

use super::grade::graded;
use super::member::{self, Walk};
use super::{InspectedDamage, InspectedFile, InspectedMessage, Lens, inspect};
use crate::error::{Error, Result};
use crate::evidence::collect::start;
use crate::evidence::mailbox::fingerprint;

/// Looks at one file, or at a folder that is a mailbox.
///
/// # Errors
/// Only those of the walk's step; a file that cannot be read says so itself.
pub(super) fn look(path: &Path, walk: &mut Walk<'_>) -> Result<InspectedFile> {
    let file = InspectedFile::at(path);
    if path.is_dir() {
        return member::of_maildir(path, file, walk);
    }
    let limit = Limits::default().item_bytes;
    let looked = match fs::metadata(path) {
        Ok(about) if about.len() > limit => large(path, file, walk),
        Ok(_) => {
            fs::read(path).map_err(|_| Error::new("unreadable-file")).and_then(|bytes| of(&bytes, file, walk))
        }
        Err(_) => Err(Error::new("unreadable-file")),
    };
    match looked {
        Err(error) if error.code == "unreadable-file" => Ok(InspectedFile::failed(path, &error)),
        other => other,
    }
}

/// A file that is too large to be held: it is recognised and hashed, and what is in it is read one after the other.
fn large(path: &Path, file: InspectedFile, walk: &mut Walk<'_>) -> Result<InspectedFile> {
    let shape = Shape::of_start(&start(path)?);
    let file = InspectedFile { shape: word(shape), kind: shape.name().to_owned(), ..file };
    let open = || fs::File::open(path).map_err(|_| Error::new("unreadable-file"));
    if shape == Shape::Mbox {
        return member::of_mailbox_stream(open()?, file, walk);
    }
    let (sha256, size) = fingerprint(path)?;
    let file = InspectedFile { size, sha256: sha256.to_string(), ..file };
    if shape == Shape::Zip {
        return member::of_archive(open()?, file.holds_others(), walk);
    }
    Ok(InspectedFile { damage: vec![InspectedDamage::of(&Damage::new(Code::TooLarge, "0"))], ..file })
}

/// What the bytes of a file say, and the messages or files in it if it is a mailbox or an archive.
pub(super) fn of(bytes: &[u8], file: InspectedFile, walk: &mut Walk<'_>) -> Result<InspectedFile> {
    let shape = Shape::of(bytes);
    let file = alone(bytes, walk.lens, file);
    match shape {
        Shape::Mbox => member::of_mailbox(bytes, file, walk),
        Shape::Zip => member::of_archive(std::io::Cursor::new(bytes), file, walk),
        _ => Ok(file),
    }
}

/// What the bytes of a file say, without what it may hold.
pub(super) fn alone(bytes: &[u8], lens: &Lens<'_>, file: InspectedFile) -> InspectedFile {
    let inspection = inspect(bytes);
    let messages = messages(bytes, &inspection, lens);
    let graded = graded(&inspection, &messages, lens);
    InspectedFile {
        shape: word(inspection.shape),
        kind: inspection.shape.name().to_owned(),
        size: inspection.size,
        sha256: inspection.sha256.clone(),
        damage: inspection.damage.iter().map(InspectedDamage::of).collect(),
        pdf: inspection.pdf.as_ref().and_then(facts),
        image: inspection.image.as_ref().and_then(facts),
        notice: graded.first().cloned(),
        messages,
        graded,
        ..file
    }
}

/// The messages in a file, each checked on its own bytes.
fn messages(bytes: &[u8], inspection: &Inspection, lens: &Lens<'_>) -> Vec<InspectedMessage> {
    let all = inspection.message.as_ref().map(Message::with_nested).unwrap_or_default();
    all.into_iter().map(|message| one_message(bytes, message, lens)).collect()
}

/// Those of the messages in a file that have a signature for which there is a key.
pub(in crate::evidence) fn signed_messages(
    bytes: &[u8],
    inspection: &Inspection,
    lens: &Lens<'_>,
) -> Vec<InspectedMessage> {
    let has_key =
        |message: &&Message| message.dkim.iter().any(|one| !lens.keys.for_signature(one).is_empty());
    let all = inspection.message.as_ref().map(Message::with_nested).unwrap_or_default();
    all.into_iter().filter(has_key).map(|message| one_message(bytes, message, lens)).collect()
}

/// One of the messages in a file, checked on its own bytes.
pub(in crate::evidence) fn one_message(bytes: &[u8], message: &Message, lens: &Lens<'_>) -> InspectedMessage {
    let signed = !message.dkim.is_empty() && !message.path.steps().is_empty();
    let own = if signed { part_bytes(bytes, &message.path, &Limits::default()) } else { None };
    InspectedMessage::of(message, own.as_deref().unwrap_or(bytes), lens)
}

fn word(shape: Shape) -> String {
    serde_json::to_value(shape).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Facts as data, their long text replaced by its length.
fn facts(facts: &impl serde::Serialize) -> Option<Value> {
    let mut value = serde_json::to_value(facts).ok()?;
    if let Some(map) = value.as_object_mut()
        && let Some(text) = map.remove("text")
    {
        let length = text.as_str().map_or(0, |text| text.chars().count());
        map.insert("text_characters".to_owned(), length.into());
    }
    Some(value)
}
