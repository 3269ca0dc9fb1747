//! HEIC (ISO/IEC 23008-12): the boxes that say how large the main picture is and where its EXIF lies. No picture is decoded.

use super::{
    ImageFacts, exif,
    number::{be16, be32},
};

/// Boxes looked at on one level.
const BOXES: usize = 10_000;
/// Parts of a picture that are told apart.
const ITEMS: u32 = 10_000;

/// Reads the boxes; `None` if no size is among them.
pub(super) fn read(bytes: &[u8]) -> Option<ImageFacts> {
    let mut facts = ImageFacts { complete: ends(bytes), ..ImageFacts::default() };
    // A full box has its version and flags first.
    let meta = child(bytes, b"meta")?.get(4..)?;
    let primary = child(meta, b"pitm").and_then(|pitm| item_number(pitm.get(4..)?, pitm.first() != Some(&0)));
    let properties = child(meta, b"iprp")?;
    let sizes = sizes(child(properties, b"ipco")?);
    let of_primary =
        primary.zip(child(properties, b"ipma")).map(|(primary, ipma)| properties_of(ipma, primary));
    let known = |index: &usize| sizes.get(index.wrapping_sub(1)).copied().flatten();
    let of_primary: Vec<Size> = of_primary.unwrap_or_default().iter().filter_map(known).collect();
    let own =
        of_primary.iter().find(|(shown, _)| *shown).or_else(|| of_primary.first()).map(|(_, size)| *size);
    // Where nothing says which picture is the main one, it is the largest.
    let pixels = |size: &(u32, u32)| u64::from(size.0) * u64::from(size.1);
    let largest = || sizes.iter().flatten().map(|(_, size)| *size).max_by_key(pixels);
    (facts.width, facts.height) = own.or_else(largest)?;
    if let Some(block) = exif_item(meta)
        .and_then(|item| place(child(meta, b"iloc")?, item))
        .and_then(|(from, length)| bytes.get(from..from.checked_add(length)?))
    {
        // The block begins with how far its header is away.
        let skip = be32(block, 0).and_then(|skip| usize::try_from(skip).ok()).unwrap_or_default();
        exif::read(block.get(4_usize.saturating_add(skip)..).unwrap_or_default(), &mut facts);
    }
    Some(facts)
}

/// Whether any picture in it is coded as iPhones do (HEVC), which is what can be drawn.
pub(super) fn is_hevc(bytes: &[u8]) -> bool {
    let meta = child(bytes, b"meta").and_then(|meta| meta.get(4..)).unwrap_or_default();
    entries(meta).any(|(kind, _)| kind.starts_with(b"hvc1"))
}

/// The boxes in some bytes: each kind and content.
fn boxes(bytes: &[u8]) -> impl Iterator<Item = ([u8; 4], &[u8])> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let kind = *rest.get(4..)?.first_chunk::<4>()?;
        let (length, head) = match be32(rest, 0)? {
            0 => (rest.len(), 8),
            1 => (usize::try_from(u64::from(be32(rest, 8)?) << 32 | u64::from(be32(rest, 12)?)).ok()?, 16),
            length => (usize::try_from(length).ok()?, 8),
        };
        let content = rest.get(head..length).or_else(|| rest.get(head..)).filter(|_| length >= head)?;
        rest = rest.get(length..).unwrap_or_default();
        Some((kind, content))
    })
    .take(BOXES)
}

fn child<'b>(bytes: &'b [u8], kind: &[u8; 4]) -> Option<&'b [u8]> {
    boxes(bytes).find(|(found, _)| found == kind).map(|(_, content)| content)
}

/// Whether the last box is as long as it says.
fn ends(bytes: &[u8]) -> bool {
    let mut at = 0_usize;
    for _ in 0..BOXES {
        let length = be32(bytes, at).and_then(|length| usize::try_from(length).ok());
        let wide = || Some(u64::from(be32(bytes, at + 8)?) << 32 | u64::from(be32(bytes, at + 12)?));
        let length = match length {
            Some(0) => return true,
            Some(1) => wide().and_then(|length| usize::try_from(length).ok()),
            other => other,
        };
        let Some(end) = length.filter(|&length| length >= 8).and_then(|length| at.checked_add(length)) else {
            return at == bytes.len();
        };
        if end > bytes.len() {
            return false;
        }
        at = end;
    }
    true
}

/// A size that a property gives, and whether it is what is shown of a larger picture.
type Size = (bool, (u32, u32));

/// For each property in order its size, if that is what it is.
fn sizes(ipco: &[u8]) -> Vec<Option<Size>> {
    let whole = |content: &[u8]| Some((false, be32(content, 4).zip(be32(content, 8))?));
    let ratio = |content: &[u8], at: usize| be32(content, at)?.checked_div(be32(content, at + 4)?);
    let shown = |content: &[u8]| Some((true, ratio(content, 0).zip(ratio(content, 8))?));
    let size = |(kind, content): ([u8; 4], &[u8])| match &kind {
        b"ispe" => whole(content),
        b"clap" => shown(content),
        _ => None,
    };
    boxes(ipco).map(size).collect()
}

fn item_number(bytes: &[u8], wide: bool) -> Option<u32> {
    if wide { be32(bytes, 0) } else { be16(bytes, 0) }
}

/// The properties, counted from 1, of one item.
fn properties_of(ipma: &[u8], item: u32) -> Vec<usize> {
    let (wide_item, wide_index) = (ipma.first() != Some(&0), ipma.get(3).is_some_and(|flags| flags & 1 != 0));
    let mut rest = ipma.get(8..).unwrap_or_default();
    for _ in 0..be32(ipma, 4).unwrap_or_default().min(ITEMS) {
        let Some(number) = item_number(rest, wide_item) else { break };
        let after = rest.get(if wide_item { 4 } else { 2 }..).unwrap_or_default();
        let Some((&count, list)) = after.split_first() else { break };
        let width = if wide_index { 2 } else { 1 };
        let Some((own, next)) = list.split_at_checked(usize::from(count) * width) else { break };
        if number == item {
            let index = |one: &[u8]| match *one {
                [high, low] => usize::from(u16::from_be_bytes([high & 0x7F, low])),
                [one] => usize::from(one & 0x7F),
                _ => 0,
            };
            return own.chunks(width).map(index).collect();
        }
        rest = next;
    }
    Vec::new()
}

/// The item that holds EXIF.
fn exif_item(meta: &[u8]) -> Option<u32> {
    entries(meta).find(|(kind, _)| kind.starts_with(b"Exif")).and_then(|(_, number)| number)
}

/// The items that are listed: the kind of each, with what follows it, and its number.
fn entries(meta: &[u8]) -> impl Iterator<Item = (&[u8], Option<u32>)> {
    let iinf = child(meta, b"iinf").unwrap_or_default();
    let list = iinf.get(if iinf.first() == Some(&0) { 6 } else { 8 }..).unwrap_or_default();
    boxes(list).filter(|(kind, _)| kind == b"infe").filter_map(|(_, entry)| {
        let wide = *entry.first()? > 2;
        Some((entry.get(if wide { 10 } else { 8 }..)?, item_number(entry.get(4..)?, wide)))
    })
}

/// Where in the file an item lies, if it lies there in one piece.
fn place(iloc: &[u8], item: u32) -> Option<(usize, usize)> {
    let version = *iloc.first()?;
    let widths =
        [iloc.get(4)? >> 4, iloc.get(4)? & 15, iloc.get(5)? >> 4, iloc.get(5)? & 15].map(usize::from);
    let [offset_width, length_width, base_width, index_width] = widths;
    let mut at = 6_usize;
    let mut take = |width: usize| -> Option<u64> {
        let bytes = iloc.get(at..at.checked_add(width)?)?;
        at += width;
        (width <= 8).then(|| bytes.iter().fold(0, |number, &byte| number << 8 | u64::from(byte)))
    };
    let item_width = if version < 2 { 2 } else { 4 };
    for _ in 0..take(item_width)?.min(u64::from(ITEMS)) {
        let number = take(item_width)?;
        let method = if version > 0 { take(2)? & 15 } else { 0 };
        take(2)?;
        let base = take(base_width)?;
        let extents = take(2)?;
        let mut first = None;
        for _ in 0..extents {
            if version > 0 {
                take(index_width)?;
            }
            let (offset, length) = (take(offset_width)?, take(length_width)?);
            first.get_or_insert((base.checked_add(offset)?, length));
        }
        if number == u64::from(item) {
            let (from, length) = first.filter(|_| method == 0 && extents == 1)?;
            return usize::try_from(from).ok().zip(usize::try_from(length).ok());
        }
    }
    None
}
