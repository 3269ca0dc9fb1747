//! One file, from its path to what it says.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use joinder_evidence::{Code, Damage, Inspection, Limits, Message, Shape, part_bytes};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::grade::graded;
use super::{InspectedDamage, InspectedFile, InspectedMessage, Lens, inspect};
use crate::error::{Error, Result};

const BLOCK: usize = 256 * 1024;

/// Looks at one file.
pub(super) fn look(path: &Path, lens: &Lens<'_>) -> InspectedFile {
    match read(path) {
        Ok(Content::Whole(bytes)) => of(&bytes, lens, InspectedFile::at(path)),
        Ok(Content::TooLarge(shape, size, sha256)) => InspectedFile {
            shape: word(shape),
            kind: shape.name().to_owned(),
            size,
            sha256,
            damage: vec![InspectedDamage::of(&Damage::new(Code::TooLarge, "0"))],
            ..InspectedFile::at(path)
        },
        Err(error) => InspectedFile::failed(path, &error),
    }
}

enum Content {
    Whole(Vec<u8>),
    TooLarge(Shape, u64, String),
}

fn read(path: &Path) -> Result<Content> {
    let unreadable = |_| Error::new("unreadable-file");
    let about = fs::metadata(path).map_err(unreadable)?;
    if about.len() <= Limits::default().item_bytes {
        return Ok(Content::Whole(fs::read(path).map_err(unreadable)?));
    }
    // Too large to be read at once: it is still recognised and hashed.
    let mut file = File::open(path).map_err(unreadable)?;
    let (mut digest, mut size, mut head) = (Sha256::new(), 0_u64, Vec::new());
    let mut block = vec![0; BLOCK];
    loop {
        let read = file.read(&mut block).map_err(unreadable)?;
        let Some(part) = block.get(..read).filter(|part| !part.is_empty()) else { break };
        if head.is_empty() {
            head = part.to_vec();
        }
        digest.update(part);
        size = size.saturating_add(u64::try_from(read).unwrap_or_default());
    }
    let sha256 = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Content::TooLarge(Shape::of(&head), size, sha256))
}

/// What the bytes of a file say.
fn of(bytes: &[u8], lens: &Lens<'_>, file: InspectedFile) -> InspectedFile {
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
pub(crate) fn messages(bytes: &[u8], inspection: &Inspection, lens: &Lens<'_>) -> Vec<InspectedMessage> {
    let all = inspection.message.as_ref().map(Message::with_nested).unwrap_or_default();
    let limits = Limits::default();
    let one = |message: &&Message| {
        let signed = !message.dkim.is_empty() && !message.path.steps().is_empty();
        let own = if signed { part_bytes(bytes, &message.path, &limits) } else { None };
        InspectedMessage::of(message, own.as_deref().unwrap_or(bytes), lens)
    };
    all.iter().map(one).collect()
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
