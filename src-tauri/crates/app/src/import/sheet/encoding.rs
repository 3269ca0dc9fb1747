//! How the letters of a text are written: UTF-8, what spreadsheets call "Unicode text", or what they wrote before either.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

/// Bytes that are looked at together.
const BLOCK: usize = 1 << 16;

/// How the letters of a text are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Utf16 {
        big: bool,
    },
    /// A byte for each letter, as "CSV (comma delimited)" of Excel has it in Western Europe.
    Windows1252,
}

/// What a look through a file shows of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scanned {
    pub(super) encoding: Encoding,
    /// The number of its quotation marks is odd.
    pub(super) open_quote: bool,
}

impl Scanned {
    /// Looks through a file once.
    ///
    /// A text that is no UTF-8 is taken for Windows-1252 only when nothing in it beyond ASCII is UTF-8 either: else some
    /// of its letters were damaged, and reading it in another way would damage the rest.
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        let wide = |big| Ok(Self { encoding: Encoding::Utf16 { big }, open_quote: false });
        let mut file = File::open(path)?;
        let (mut block, mut kept) = (vec![0_u8; BLOCK], 0);
        let (mut broken, mut first, mut letters) = (false, true, false);
        let mut open_quote = false;
        loop {
            let read = file.read(block.get_mut(kept..).unwrap_or_default())?;
            let bytes = block.get(..kept.saturating_add(read)).unwrap_or_default();
            if std::mem::take(&mut first) {
                match bytes {
                    // Without a mark too, every other byte of Western text is zero.
                    [0xFF, 0xFE, ..] | [1..=255, 0, 1..=255, 0, ..] => return wide(false),
                    [0xFE, 0xFF, ..] | [0, 1..=255, 0, 1..=255, ..] => return wide(true),
                    // The mark of UTF-8 says what the file is meant to be.
                    [0xEF, 0xBB, 0xBF, ..] => letters = true,
                    _ => {}
                }
            }
            let new = bytes.get(kept..).unwrap_or_default();
            open_quote ^= new.iter().filter(|byte| **byte == b'"').count() % 2 == 1;
            let mut rest = bytes;
            loop {
                let (valid, bad) = match std::str::from_utf8(rest) {
                    Ok(text) => (text, None),
                    Err(error) => {
                        let (valid, after) =
                            rest.split_at_checked(error.valid_up_to()).unwrap_or((rest, &[]));
                        let valid = std::str::from_utf8(valid).unwrap_or_default();
                        // A letter that the end of the block cuts through is looked at with the next one.
                        let cut = error.error_len().is_none() && read > 0;
                        (valid, Some((after, if cut { 0 } else { error.error_len().unwrap_or(after.len()) })))
                    }
                };
                letters |= !valid.is_ascii();
                match bad {
                    None => {
                        rest = &[];
                        break;
                    }
                    Some((after, 0)) => {
                        rest = after;
                        break;
                    }
                    Some((after, length)) => {
                        broken = true;
                        rest = after.get(length..).unwrap_or_default();
                    }
                }
            }
            if read == 0 {
                let encoding = if broken && !letters { Encoding::Windows1252 } else { Encoding::Utf8 };
                return Ok(Self { encoding, open_quote });
            }
            let rest = rest.to_vec();
            kept = rest.len();
            if let Some(start) = block.get_mut(..kept) {
                start.copy_from_slice(&rest);
            }
        }
    }
}

impl Encoding {
    /// Its code; empty for UTF-8.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Utf8 => "",
            Self::Utf16 { .. } => "utf-16",
            Self::Windows1252 => "windows-1252",
        }
    }

    /// The text in these bytes; what is no text becomes the mark for it.
    pub(super) fn decode(self, bytes: &[u8]) -> String {
        match self {
            Self::Utf8 => String::from_utf8_lossy(bytes).into_owned(),
            Self::Utf16 { big } => from_utf16(bytes, big),
            Self::Windows1252 => bytes.iter().map(|byte| windows_1252(*byte)).collect(),
        }
    }
}

fn from_utf16(bytes: &[u8], big: bool) -> String {
    let units = bytes.chunks_exact(2).map(|pair| {
        let pair = [pair.first().copied().unwrap_or_default(), pair.last().copied().unwrap_or_default()];
        if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
    });
    char::decode_utf16(units.skip_while(|unit| *unit == 0xFEFF))
        .map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// A letter of Windows-1252 (WHATWG Encoding, index windows-1252): Latin-1, with quotes, dashes and some letters where that
/// has control characters.
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    let high = byte.checked_sub(0x80).and_then(|at| HIGH.get(usize::from(at)));
    high.copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::{Encoding, Scanned};

    fn of(bytes: &[u8]) -> Encoding {
        let temp = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(temp.path(), bytes).unwrap();
        Scanned::of(temp.path()).unwrap().encoding
    }

    #[test]
    fn text_of_sixteen_bits_is_read_in_both_orders() {
        let words = "Siân";
        let little: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain(words.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let big: Vec<u8> =
            [0xFE, 0xFF].into_iter().chain(words.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        let unmarked: Vec<u8> = "name".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(of(&unmarked).decode(&unmarked), "name");
        for bytes in [little, big] {
            assert_eq!(of(&bytes).decode(&bytes), words);
        }
    }

    #[test]
    fn a_byte_for_each_letter_is_told_from_damaged_utf_8() {
        let sian = b"name\nSi\xe2n O\x92Connor \x80\n";
        assert_eq!(of(sian), Encoding::Windows1252);
        assert_eq!(Encoding::Windows1252.decode(sian), "name\nSiân O’Connor €\n");
        assert_eq!(of("name\nSiân\n".as_bytes()), Encoding::Utf8);
        assert_eq!(of(b"name\nSam\n"), Encoding::Utf8);
        let mut mixed = "name\nŁukasz\n".as_bytes().to_vec();
        mixed.extend_from_slice(b"Si\xe2n\n");
        assert_eq!(of(&mixed), Encoding::Utf8, "one damaged letter does not make every other one wrong");
        assert_eq!(of("\u{feff}name\n".as_bytes()), Encoding::Utf8);
        assert_eq!(of(b"caf\xe9"), Encoding::Windows1252);
    }

    #[test]
    fn a_letter_on_the_edge_of_a_block_is_one_letter() {
        let mut text = "x".repeat((1 << 16) - 1);
        text.push('é');
        assert_eq!(of(text.as_bytes()), Encoding::Utf8);
        let mut latin = vec![b'x'; (1 << 16) - 1];
        latin.extend_from_slice(b"\xe9tude");
        assert_eq!(of(&latin), Encoding::Windows1252);
    }
}
