//! winmail.dat: an item as one row of attributes, sent inside a mail (MS-OXTNEF).

use super::{
    item::{Attachment, Item, Loading},
    msg::utf16,
    property::{Properties, Value, fixed},
};

/// Where every winmail.dat begins.
pub(crate) const SIGNATURE: &[u8] = b"\x78\x9F\x3E\x22";
/// Attributes that are read.
const ATTRIBUTES: usize = 20_000;
/// Values of one property that are gone over.
const VALUES: u32 = 100_000;
/// What precedes a message inside: the kind of object that it is.
const OBJECT: usize = 16;
const MESSAGE: &[u8] = b"\x07\x03\x02\x00\x00\x00\x00\x00\xC0\x00\x00\x00\x00\x00\x00\x46";

/// Loads the item of a winmail.dat; `None` if it is none.
pub(super) fn load(bytes: &[u8], depth: usize, loading: &mut Loading) -> Option<Item> {
    let mut rest = bytes.strip_prefix(SIGNATURE)?.get(2..)?;
    let mut found = Item::default();
    for _ in 0..ATTRIBUTES {
        let Some((&[_, id_low, id_high, _, _, a, b, c, d], after)) = rest.split_first_chunk::<9>() else {
            break;
        };
        let id = u16::from_le_bytes([id_low, id_high]);
        let claimed = usize::try_from(u32::from_le_bytes([a, b, c, d])).unwrap_or(usize::MAX);
        let data = after.get(..claimed).unwrap_or(after);
        loading.damaged += u32::from(data.len() < claimed);
        if !loading.take(data.len() as u64) {
            break;
        }
        attribute(id, data, &mut found, depth, loading);
        rest = claimed.checked_add(2).and_then(|end| after.get(end..)).unwrap_or_default();
    }
    Some(found)
}

fn attribute(id: u16, data: &[u8], item: &mut Item, depth: usize, loading: &mut Loading) {
    match id {
        // attOemCodepage
        0x9007 => {
            let page = data.first_chunk().copied().map(u32::from_le_bytes);
            item.properties.code_page = page.or(item.properties.code_page);
        }
        // attSubject, attBody
        0x8004 => item.properties.put(0x0037, Value::Bytes8(data.to_vec())),
        0x800C => item.properties.put(0x1000, Value::Bytes8(data.to_vec())),
        // attMsgProps
        0x9003 => {
            row(data, &mut item.properties, loading);
        }
        // attRecipTable
        0x9004 => recipients(data, item, loading),
        // attAttachRendData begins an attachment
        0x9002 if loading.take_part() => item.attachments.push(Attachment {
            properties: Properties::of_page(item.properties.code_page),
            bytes: Vec::new(),
            item: None,
            whole: true,
        }),
        _ => {
            let Some(attachment) = item.attachments.last_mut() else { return };
            match id {
                // attAttachTitle
                0x8010 => attachment.properties.put(0x3704, Value::Bytes8(data.to_vec())),
                // attAttachData
                0x800F => attachment.bytes = data.to_vec(),
                // attAttachment
                0x9005 => {
                    row(data, &mut attachment.properties, loading);
                    object(attachment, depth, loading);
                }
                _ => {}
            }
        }
    }
}

/// The data of an attachment among its properties; if it is a message, that is loaded too.
fn object(attachment: &mut Attachment, depth: usize, loading: &mut Loading) {
    let Some(data) = attachment.properties.bytes(0x3701).filter(|_| attachment.bytes.is_empty()) else {
        return;
    };
    let data = data.to_vec();
    let Some(inner) = data.strip_prefix(MESSAGE) else {
        let embedded = attachment.properties.number(0x3705) != Some(1);
        let start = if embedded && data.len() > OBJECT { OBJECT } else { 0 };
        attachment.bytes = data.get(start..).unwrap_or_default().to_vec();
        return;
    };
    attachment.item = match depth.checked_sub(1) {
        Some(depth) => load(inner, depth, loading).map(Box::new),
        None => {
            loading.too_deep = true;
            None
        }
    };
    attachment.bytes = inner.to_vec();
}

fn recipients(data: &[u8], item: &mut Item, loading: &mut Loading) {
    let Some((count, mut rest)) = number(data) else { return };
    for _ in 0..count {
        if rest.is_empty() || !loading.take_recipient() {
            return;
        }
        let mut recipient = Properties::of_page(item.properties.code_page);
        rest = row(rest, &mut recipient, loading);
        item.recipients.push(recipient);
    }
}

/// Reads properties in the form of [MS-OXTNEF] 2.1.3.4; gives what follows them.
fn row<'a>(data: &'a [u8], into: &mut Properties, loading: &mut Loading) -> &'a [u8] {
    let Some((count, mut rest)) = number(data) else { return &[] };
    for _ in 0..count {
        match property(rest, into) {
            Some(after) => rest = after,
            None => {
                loading.damaged += 1;
                return &[];
            }
        }
    }
    rest
}

fn property<'a>(data: &'a [u8], into: &mut Properties) -> Option<&'a [u8]> {
    let (&[kind_low, kind_high, id_low, id_high], mut rest) = data.split_first_chunk::<4>()?;
    let (kind, id) = (u16::from_le_bytes([kind_low, kind_high]), u16::from_le_bytes([id_low, id_high]));
    if id >= 0x8000 {
        // A name: a set, and a number or letters.
        let (named, after) = number(rest.get(16..)?)?;
        let (value, after) = number(after)?;
        rest = if named == 0 { after } else { padded(after, value)?.1 };
    }
    let several = kind & 0x1000 != 0;
    let kind = kind & 0x0FFF;
    let long = matches!(kind, 0x000D | 0x001E | 0x001F | 0x0102);
    let mut count = 1;
    if several || long {
        (count, rest) = number(rest)?;
    }
    for at in 0..count.min(VALUES) {
        let value;
        if long {
            let (length, after) = number(rest)?;
            let (bytes, after) = padded(after, length)?;
            rest = after;
            value = Some(match kind {
                0x001E => Value::Bytes8(bytes.to_vec()),
                0x001F => Value::Text(utf16(bytes)),
                _ => Value::Binary(bytes.to_vec()),
            });
        } else {
            let length = match kind {
                0x0002 | 0x0003 | 0x0004 | 0x000A | 0x000B => 4,
                0x0048 => 16,
                _ => 8,
            };
            let (bytes, after) = rest.split_at_checked(length)?;
            rest = after;
            let mut eight = [0; 8];
            eight.iter_mut().zip(bytes).for_each(|(slot, byte)| *slot = *byte);
            value = fixed(kind, eight);
        }
        if let Some(value) = value.filter(|_| at == 0 && id < 0x8000) {
            into.put(id, value);
        }
    }
    Some(rest)
}

fn number(data: &[u8]) -> Option<(u32, &[u8])> {
    data.split_first_chunk().map(|(number, rest)| (u32::from_le_bytes(*number), rest))
}

/// So many bytes, and what follows them after filling up to four.
fn padded(data: &[u8], length: u32) -> Option<(&[u8], &[u8])> {
    let length = usize::try_from(length).ok()?;
    let (bytes, _) = data.split_at_checked(length)?;
    let end = length.checked_next_multiple_of(4)?;
    Some((bytes, data.get(end..).unwrap_or_default()))
}
