//! Files written into a text, as mail programs did before MIME and newsreaders still do: uuencoded (POSIX uuencode, both
//! ways), and yEnc.

use std::ops::Range;

use super::{base64, decode::text_of};

/// Files that are taken out of one text.
const FILES: usize = 200;

/// One file in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Embedded {
    /// Its name; empty where there is none.
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    /// Where it stands in the text, its first and last line included.
    pub(super) range: Range<usize>,
    /// Whether its end is there.
    pub(super) whole: bool,
}

/// The files in a text, in order.
pub(super) fn files(text: &[u8]) -> Vec<Embedded> {
    let mut found = Vec::new();
    if memchr::memmem::find(text, b"begin").is_none() {
        return found;
    }
    let mut from = 0;
    for at in memchr::memmem::find_iter(text, b"begin") {
        let start = if text.get(..at).is_some_and(|before| before.ends_with(b"=y")) { at - 2 } else { at };
        let begins_line = start == 0 || matches!(text.get(start - 1), Some(b'\n' | b'\r'));
        if !begins_line || start < from || found.len() >= FILES {
            continue;
        }
        let file = if start == at { encoded(text, at) } else { yenc(text, start) };
        if let Some(file) = file {
            from = file.range.end;
            found.push(file);
        }
    }
    found
}

/// A text without the files in it.
pub(super) fn without(text: &[u8], files: &[Embedded]) -> Vec<u8> {
    let mut rest = Vec::with_capacity(text.len());
    let mut from = 0;
    for file in files {
        rest.extend_from_slice(text.get(from..file.range.start).unwrap_or_default());
        from = file.range.end;
    }
    rest.extend_from_slice(text.get(from..).unwrap_or_default());
    rest
}

/// The bytes of a body that is uuencoded as a whole; `None` if there is no such thing in it.
pub(super) fn whole_body(body: &[u8]) -> Option<(Vec<u8>, bool)> {
    files(body).into_iter().next().map(|file| (file.bytes, file.whole))
}

/// Lines of a text from a place on, each with the place after it.
fn lines(text: &[u8], from: usize) -> impl Iterator<Item = (&[u8], usize)> {
    let mut at = from;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let end = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        at += end;
        Some((rest.get(..end)?, at))
    })
}

fn ended(line: &[u8]) -> &[u8] {
    let end = line.iter().rposition(|byte| !matches!(byte, b'\r' | b'\n')).map_or(0, |last| last + 1);
    line.get(..end).unwrap_or_default()
}

/// `begin 644 name` or `begin-base64 644 name`.
fn encoded(text: &[u8], at: usize) -> Option<Embedded> {
    let mut lines = lines(text, at);
    let (first, after) = lines.next()?;
    let words = first.strip_prefix(b"begin")?;
    let (is_base64, words) = match words.strip_prefix(b"-base64 ") {
        Some(words) => (true, words),
        None => (false, words.strip_prefix(b" ")?),
    };
    let words = words.trim_ascii();
    let end = words.iter().position(u8::is_ascii_whitespace)?;
    let (mode, name) = words.split_at_checked(end)?;
    if !(3..=5).contains(&mode.len()) || !mode.iter().all(|digit| matches!(digit, b'0'..=b'7')) {
        return None;
    }
    let mut file =
        Embedded { name: text_of(name.trim_ascii()).0, bytes: Vec::new(), range: at..after, whole: false };
    let mut any = false;
    for (line, after) in lines {
        let line = ended(line);
        let last: &[u8] = if is_base64 { b"====" } else { b"end" };
        if line.trim_ascii_end() == last {
            file.whole = true;
            file.range.end = after;
            break;
        }
        let taken =
            if is_base64 { take_base64(line, &mut file.bytes) } else { take_line(line, &mut file.bytes) };
        if !taken {
            break;
        }
        any |= !line.is_empty();
        file.range.end = after;
    }
    any.then_some(file)
}

fn take_base64(line: &[u8], bytes: &mut Vec<u8>) -> bool {
    let Some(decoded) = base64::strict(line) else { return false };
    bytes.extend(decoded);
    true
}

/// One line: how many bytes it holds, and four signs for every three of them; blanks at its end may have been cut off.
fn take_line(line: &[u8], bytes: &mut Vec<u8>) -> bool {
    let Some((&length, signs)) = line.split_first() else { return true };
    if !line.iter().all(|byte| matches!(byte, b' '..=b'`')) {
        return false;
    }
    let value = |byte: u8| byte.wrapping_sub(b' ') & 0x3F;
    let length = usize::from(value(length));
    let needed = length.div_ceil(3) * 4;
    // Some programs add a sign or two to each line, for checking.
    let fits = signs.len() <= needed + 2 && (signs.len() + 3 >= needed || signs.len() * 2 > needed);
    if !fits {
        return false;
    }
    let start = bytes.len();
    for group in signs.get(..needed.min(signs.len())).unwrap_or_default().chunks(4) {
        let at = |index: usize| group.get(index).map_or(0, |&byte| value(byte));
        let (a, b, c, d) = (at(0), at(1), at(2), at(3));
        bytes.extend_from_slice(&[a << 2 | b >> 4, b << 4 | c >> 2, c << 6 | d]);
    }
    bytes.resize(start + length, 0);
    true
}

/// `=ybegin line=128 size=5 name=letter.txt`, then bytes each 42 too high, then `=yend`.
fn yenc(text: &[u8], at: usize) -> Option<Embedded> {
    let mut lines = lines(text, at);
    let (first, after) = lines.next()?;
    let words = first.strip_prefix(b"=ybegin ")?;
    let name = memchr::memmem::find(words, b" name=").and_then(|at| words.get(at + 6..))?;
    let mut file =
        Embedded { name: text_of(name.trim_ascii()).0, bytes: Vec::new(), range: at..after, whole: false };
    let mut escaped = false;
    for (line, after) in lines {
        file.range.end = after;
        if line.starts_with(b"=yend") {
            file.whole = true;
            break;
        }
        if line.starts_with(b"=ypart ") {
            continue;
        }
        for &byte in ended(line) {
            match (escaped, byte) {
                (false, b'=') => escaped = true,
                (false, _) => file.bytes.push(byte.wrapping_sub(42)),
                (true, _) => {
                    file.bytes.push(byte.wrapping_sub(42 + 64));
                    escaped = false;
                }
            }
        }
    }
    Some(file)
}

#[cfg(test)]
mod tests {
    use super::{files, without};

    #[test]
    fn a_uuencoded_letter_is_taken_out_of_the_text_around_it() {
        let text = b"Dear Pat,\r\nbegin 644 cat.txt\r\n#0V%T\r\n`\r\nend\r\nYours\r\n";
        let found = files(text);
        assert_eq!(
            (found[0].name.as_str(), &found[0].bytes[..], found[0].whole),
            ("cat.txt", &b"Cat"[..], true)
        );
        assert_eq!(without(text, &found), b"Dear Pat,\r\nYours\r\n");
        let base64 = b"begin-base64 644 cat.txt\nQ2F0\n====\n";
        assert_eq!(files(base64)[0].bytes, b"Cat");
    }

    #[test]
    fn a_sentence_that_begins_alike_stays_a_sentence() {
        for text in [
            "begin 2021 with a letter\nof thanks\n",
            "begin 644 letters\nand end\n",
            "begin\n",
            "begin 644 x",
        ] {
            assert_eq!(files(text.as_bytes()), [], "{text}");
        }
    }

    #[test]
    fn a_file_without_its_end_is_kept_as_far_as_it_goes() {
        let found = files(b"begin 644 cat.txt\n#0V%T\n#0V%");
        assert!(!found[0].whole);
        assert!(found[0].bytes.starts_with(b"Cat"));
    }

    #[test]
    fn yenc_is_undone() {
        let found =
            files(b"Hello\n=ybegin line=128 size=4 name=my cat.txt\n\x6d\x8b\x9e=\x7d\n=yend size=4\nBye\n");
        assert_eq!((found[0].name.as_str(), &found[0].bytes[..]), ("my cat.txt", &b"Cat\x13"[..]));
        assert!(found[0].whole);
    }
}
