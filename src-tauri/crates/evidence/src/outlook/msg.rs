//! `.msg` files: an item as storages and streams of a compound file (MS-OXMSG).

use super::{
    item::{Attachment, Item, Loading},
    property::{Properties, Value},
};
use crate::compound::{Compound, Folder, ROOT};

/// The stream that holds the values of fixed length.
const FIXED: &str = "__properties_version1.0";
/// What precedes the values in it: for a file, for a message inside it, and for a recipient or an attachment.
const FIXED_HEAD: [usize; 3] = [32, 24, 8];
/// PidTagAttachDataObject
const DATA: u16 = 0x3701;

/// What kind of storage properties are read from.
#[derive(Clone, Copy)]
enum Place {
    File = 0,
    Inside = 1,
    Belonging = 2,
}

/// Loads the item of a `.msg` file; `None` if the file cannot be opened at all.
pub(super) fn load(bytes: &[u8], depth: usize, loading: &mut Loading) -> Option<Item> {
    let file = Compound::open(bytes)?;
    loading.damaged += u32::from(!file.is_whole());
    Some(item(&file, ROOT, Place::File, None, depth, loading))
}

fn item(
    file: &Compound<'_>,
    storage: usize,
    place: Place,
    code_page: Option<u32>,
    depth: usize,
    loading: &mut Loading,
) -> Item {
    let mut properties = properties(file, storage, place, loading);
    // PidTagMessageCodepage, else PidTagInternetCodepage, else what holds for the message around it.
    let own = [0x3FFD, 0x3FDE]
        .iter()
        .find_map(|&id| properties.number(id))
        .and_then(|page| u32::try_from(page).ok());
    properties.code_page = own.or(code_page);
    let mut found = Item { properties, ..Item::default() };
    let code_page = found.properties.code_page;
    for (name, is_storage, index) in file.children(storage) {
        if !is_storage {
            continue;
        }
        if name.starts_with("__recip_version1.0_") {
            if !loading.take_recipient() {
                continue;
            }
            let mut recipient = self::properties(file, index, Place::Belonging, loading);
            recipient.code_page = code_page;
            found.recipients.push(recipient);
        } else if name.starts_with("__attach_version1.0_") && loading.take_part() {
            found.attachments.push(attachment(file, index, code_page, depth, loading));
        }
    }
    found
}

fn attachment(
    file: &Compound<'_>,
    storage: usize,
    code_page: Option<u32>,
    depth: usize,
    loading: &mut Loading,
) -> Attachment {
    let damaged = loading.damaged;
    let mut properties = properties(file, storage, Place::Belonging, loading);
    properties.code_page = code_page;
    let inside = file.children(storage).into_iter().find(|(name, is_storage, _)| {
        *is_storage && substance(name).is_some_and(|(id, kind)| id == DATA && kind == 0x000D)
    });
    let Some((_, _, inside)) = inside else {
        let bytes = properties.bytes(DATA).map(<[u8]>::to_vec);
        let whole = bytes.is_some() && loading.damaged == damaged;
        return Attachment { properties, bytes: bytes.unwrap_or_default(), item: None, whole };
    };
    let is_message = file.children(inside).iter().any(|(name, ..)| *name == FIXED);
    let folder = folder(file, inside, is_message, depth, loading);
    let bytes = if is_message || !folder.streams.is_empty() { folder.to_file() } else { Vec::new() };
    let item = match depth.checked_sub(1) {
        Some(depth) if is_message => {
            Some(Box::new(item(file, inside, Place::Inside, code_page, depth, loading)))
        }
        _ => {
            loading.too_deep |= is_message;
            None
        }
    };
    let whole = loading.damaged == damaged;
    Attachment { properties, bytes, item, whole }
}

fn properties(file: &Compound<'_>, storage: usize, place: Place, loading: &mut Loading) -> Properties {
    let mut found = Properties::default();
    for (name, is_storage, index) in file.children(storage) {
        if is_storage {
            continue;
        }
        if name == FIXED {
            let (bytes, whole) = read(file, index, loading);
            loading.damaged += u32::from(!whole);
            let head = FIXED_HEAD.get(place as usize).copied().unwrap_or_default();
            for entry in bytes.get(head..).unwrap_or_default().chunks_exact(16) {
                fixed(entry, &mut found);
            }
            continue;
        }
        let Some((id, kind)) = substance(name) else { continue };
        // Properties with names are those of other programs.
        if id >= 0x8000 {
            continue;
        }
        let kept = matches!(kind, 0x001E | 0x001F | 0x0102);
        if !kept {
            continue;
        }
        let (bytes, whole) = read(file, index, loading);
        loading.damaged += u32::from(!whole);
        found.put(
            id,
            match kind {
                0x001E => Value::Bytes8(bytes),
                0x001F => Value::Text(utf16(&bytes)),
                _ => Value::Binary(bytes),
            },
        );
    }
    found
}

fn read(file: &Compound<'_>, stream: usize, loading: &mut Loading) -> (Vec<u8>, bool) {
    if !loading.take(file.size(stream).min(u64::from(u32::MAX))) {
        // A stream that claims more than there may be can still hold what its file has room for.
        return (Vec::new(), false);
    }
    file.stream(stream)
}

/// One value of fixed length; those of variable length are streams of their own.
fn fixed(entry: &[u8], into: &mut Properties) {
    let (Some(&[kind_low, kind_high, id_low, id_high]), Some(&value)) =
        (entry.first_chunk::<4>(), entry.get(8..).and_then(<[u8]>::first_chunk::<8>))
    else {
        return;
    };
    let id = u16::from_le_bytes([id_low, id_high]);
    if let Some(value) = super::property::fixed(u16::from_le_bytes([kind_low, kind_high]), value) {
        into.put(id, value);
    }
}

/// The property and the type that a stream's name tells, `__substg1.0_0037001F`.
fn substance(name: &str) -> Option<(u16, u16)> {
    let digits = name.strip_prefix("__substg1.0_").filter(|digits| digits.len() == 8)?;
    let number = u32::from_str_radix(digits, 16).ok()?;
    Some((u16::try_from(number >> 16).ok()?, u16::try_from(number & 0xFFFF).ok()?))
}

pub(super) fn utf16(bytes: &[u8]) -> String {
    let units = bytes.chunks_exact(2).filter_map(|pair| pair.try_into().ok()).map(u16::from_le_bytes);
    char::decode_utf16(units).map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// A storage taken out, to be written as a file; a message's own properties have a longer head in a file than inside one.
fn folder(
    file: &Compound<'_>,
    storage: usize,
    is_message: bool,
    depth: usize,
    loading: &mut Loading,
) -> Folder {
    let mut found = Folder::default();
    for (name, is_storage, index) in file.children(storage) {
        if is_storage {
            if let Some(depth) = depth.checked_sub(1).filter(|_| loading.take_storage()) {
                found.folders.push((name.to_owned(), folder(file, index, false, depth, loading)));
            }
            continue;
        }
        let (mut bytes, _) = read(file, index, loading);
        if is_message && name == FIXED && bytes.len() >= FIXED_HEAD[1] {
            bytes.splice(FIXED_HEAD[1]..FIXED_HEAD[1], [0; 8]);
        }
        found.streams.push((name.to_owned(), bytes));
    }
    found
}
