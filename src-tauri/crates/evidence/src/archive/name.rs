//! Names and times of files in an archive: shown to people, never used as a path.

use super::directory::field;
use crate::mail::cut;

/// Longest name that is kept, in bytes.
const NAME: usize = 1_000;

/// The upper half of the character set of the IBM PC, in which names are that do not say that they are UTF-8.
const IBM_PC: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}";

/// A name as text; many programs write UTF-8 without saying so.
pub(super) fn decoded(raw: &[u8], says_utf8: bool, extra_fields: &[u8]) -> String {
    let unicode = extra(extra_fields, 0x7075).and_then(|field| field.get(5..));
    let text = match std::str::from_utf8(unicode.unwrap_or(raw)) {
        Ok(text) => text.to_owned(),
        Err(_) if says_utf8 => String::from_utf8_lossy(raw).into_owned(),
        Err(_) => raw.iter().map(|&byte| ibm_pc(byte)).collect(),
    };
    cut(text.replace('\0', ""), NAME).0
}

fn ibm_pc(byte: u8) -> char {
    match byte.checked_sub(0x80) {
        None => char::from(byte),
        Some(upper) => IBM_PC.chars().nth(usize::from(upper)).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

/// The extra field with this tag.
pub(super) fn extra(mut fields: &[u8], tag: u64) -> Option<&[u8]> {
    while let (Some(found), Some(length)) = (field(fields, 0, 2), field(fields, 2, 2)) {
        let end = 4 + usize::try_from(length).ok()?;
        let value = fields.get(4..end)?;
        if found == tag {
            return Some(value);
        }
        fields = fields.get(end..)?;
    }
    None
}

/// A date and time of MS-DOS, `2021-11-03T15:42:10`, in the unknown zone of whoever packed the archive.
pub(super) fn modified(date: u64, time: u64) -> Option<String> {
    let number = |value: u64| i8::try_from(value).ok();
    let year = i16::try_from(date >> 9).ok()?.checked_add(1980)?;
    let (month, day) = (number(date >> 5 & 15)?, number(date & 31)?);
    let (hour, minute, second) = (number(time >> 11)?, number(time >> 5 & 63)?, number((time & 31) * 2)?);
    jiff::civil::DateTime::new(year, month, day, hour, minute, second, 0).ok().map(|at| at.to_string())
}

/// Whether a name, taken as a path, would lead out of the folder into which it is unpacked.
pub(super) fn climbs(name: &str) -> bool {
    let absolute = name.starts_with(['/', '\\']) || name.get(1..2) == Some(":");
    absolute || name.split(['/', '\\']).any(|step| step == "..")
}
