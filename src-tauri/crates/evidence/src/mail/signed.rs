//! A message packed together with its signature (S/MIME, RFC 8551 3.5.2; CMS, RFC 5652): what was signed, taken out.

/// The object identifier of signed data, 1.2.840.113549.1.7.2.
const SIGNED_DATA: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02];
/// Elements inside elements that are looked through; a signed message needs eight.
const DEPTH: usize = 24;

const OBJECT: u8 = 0x06;
const OCTETS: u8 = 0x04;
const OCTETS_IN_PIECES: u8 = 0x24;
const SEQUENCE: u8 = 0x30;
const EXPLICIT: u8 = 0xA0;

/// Whether parts of this kind are packed so.
pub(super) fn is_wrapper(kind: &str) -> bool {
    matches!(kind, "application/pkcs7-mime" | "application/x-pkcs7-mime")
}

/// What was signed; `None` where the bytes are encrypted, or no signed data.
pub(super) fn content(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut info = inside(bytes, SEQUENCE)?;
    if next(&mut info)?.named(OBJECT)? != SIGNED_DATA {
        return None;
    }
    let mut signed = inside(next(&mut info)?.named(EXPLICIT)?, SEQUENCE)?;
    // Its version, and the ways of hashing.
    next(&mut signed)?;
    next(&mut signed)?;
    let mut wrapped = next(&mut signed)?.named(SEQUENCE)?;
    next(&mut wrapped)?.named(OBJECT)?;
    let mut explicit = next(&mut wrapped)?.named(EXPLICIT)?;
    let mut octets = Vec::new();
    gather(&next(&mut explicit)?, &mut octets, 0)?;
    (!octets.is_empty()).then_some(octets)
}

/// One element (X.690 8.1).
struct Element<'b> {
    tag: u8,
    body: &'b [u8],
}

impl<'b> Element<'b> {
    fn named(&self, tag: u8) -> Option<&'b [u8]> {
        (self.tag == tag).then_some(self.body)
    }
}

fn inside(bytes: &[u8], tag: u8) -> Option<&[u8]> {
    let mut bytes = bytes;
    next(&mut bytes)?.named(tag)
}

/// The octets of a string, which may be in pieces.
fn gather(element: &Element<'_>, octets: &mut Vec<u8>, depth: usize) -> Option<()> {
    match element.tag {
        OCTETS => octets.extend_from_slice(element.body),
        OCTETS_IN_PIECES if depth < DEPTH => {
            let mut pieces = element.body;
            while !pieces.is_empty() {
                gather(&next(&mut pieces)?, octets, depth + 1)?;
            }
        }
        _ => return None,
    }
    Some(())
}

/// Takes the next element off.
fn next<'b>(bytes: &mut &'b [u8]) -> Option<Element<'b>> {
    let (element, rest) = element(bytes, 0)?;
    *bytes = rest;
    Some(element)
}

fn element(bytes: &[u8], depth: usize) -> Option<(Element<'_>, &[u8])> {
    let (&tag, after) = bytes.split_first()?;
    let (&first, after) = after.split_first()?;
    // Tags of more than one byte are in nothing that is looked for here.
    if tag & 0x1F == 0x1F || depth > DEPTH {
        return None;
    }
    if first == 0x80 {
        let length = endless(after, depth)?;
        let (body, rest) = after.split_at_checked(length)?;
        return Some((Element { tag, body }, rest.get(2..)?));
    }
    let (length, after) = if first < 0x80 {
        (usize::from(first), after)
    } else {
        let (size, after) =
            after.split_at_checked(usize::from(first & 0x7F)).filter(|(size, _)| size.len() <= 4)?;
        (size.iter().fold(0, |length, byte| length << 8 | usize::from(*byte)), after)
    };
    let (body, rest) = after.split_at_checked(length)?;
    Some((Element { tag, body }, rest))
}

/// The length of a body that ends with a mark of its own.
fn endless(body: &[u8], depth: usize) -> Option<usize> {
    let mut rest = body;
    while !rest.starts_with(&[0, 0]) {
        rest = element(rest, depth + 1)?.1;
    }
    Some(body.len() - rest.len())
}
