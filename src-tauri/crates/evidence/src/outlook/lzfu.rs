//! The compression of rich text bodies (MS-OXRTFCP).

/// What the dictionary begins with.
const BEGINNING: &[u8] = b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";
const DICTIONARY: usize = 4096;
const COMPRESSED: &[u8] = b"LZFu";
const STORED: &[u8] = b"MELA";

/// The rich text, at most `most` bytes of it, and whether it is all there; `None` if it is not such a body.
pub(super) fn decompressed(bytes: &[u8], most: usize) -> Option<(Vec<u8>, bool)> {
    let size = bytes.get(4..8)?.first_chunk().copied().map(u32::from_le_bytes)?;
    let size = usize::try_from(size).ok()?;
    let packed = bytes.get(16..)?;
    match bytes.get(8..12)? {
        STORED => {
            let kept = packed.get(..size.min(most)).unwrap_or(packed);
            Some((kept.to_vec(), kept.len() == size))
        }
        COMPRESSED => {
            let out = unpack(packed, size.min(most));
            let whole = out.len() == size;
            Some((out, whole))
        }
        _ => None,
    }
}

fn unpack(packed: &[u8], size: usize) -> Vec<u8> {
    let mut dictionary = [0_u8; DICTIONARY];
    dictionary.iter_mut().zip(BEGINNING).for_each(|(slot, byte)| *slot = *byte);
    let mut write = BEGINNING.len();
    let mut out = Vec::with_capacity(size.min(packed.len().saturating_mul(4)));
    let mut input = packed.iter().copied();
    let mut put = |byte: u8, write: &mut usize, dictionary: &mut [u8; DICTIONARY]| {
        out.push(byte);
        if let Some(slot) = dictionary.get_mut(*write) {
            *slot = byte;
        }
        *write = (*write + 1) % DICTIONARY;
        out.len() >= size
    };
    while let Some(control) = input.next() {
        for bit in 0..8 {
            let Some(first) = input.next() else { return out };
            if control >> bit & 1 == 0 {
                if put(first, &mut write, &mut dictionary) {
                    return out;
                }
                continue;
            }
            let Some(second) = input.next() else { return out };
            let reference = usize::from(u16::from_be_bytes([first, second]));
            let (from, length) = (reference >> 4, (reference & 15) + 2);
            // A reference to where the next byte goes marks the end.
            if from == write {
                return out;
            }
            for step in 0..length {
                let byte = dictionary.get((from + step) % DICTIONARY).copied().unwrap_or_default();
                if put(byte, &mut write, &mut dictionary) {
                    return out;
                }
            }
        }
    }
    out
}
