//! A text as a row of words: how it is wrapped, quoted, punctuated or set in HTML does not matter, a letter does.

use std::hash::{DefaultHasher, Hash, Hasher};

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// Words of one text that are compared; a notice has some hundreds.
const WORDS: usize = 20_000;
/// The longest email address, in characters (RFC 5321 4.5.3.1).
const ADDRESS: usize = 320;

/// One word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word<'t> {
    /// What it is compared by.
    pub(super) key: u64,
    /// The word as written, with the punctuation and blanks up to the next one.
    pub(super) text: &'t str,
    /// A paragraph ends after it.
    pub(super) ends: bool,
}

/// The words of a text, personal details told apart by `personal`.
pub(super) fn words<'t>(text: &'t str, personal: &Personal) -> Vec<Word<'t>> {
    let mut words = personal.without(text, split(text));
    words.truncate(WORDS);
    words
}

/// What a word in place of a personal detail is compared by.
fn placeholder(what: &str) -> u64 {
    hash(&format!("\u{0}{what}"))
}

fn hash(word: &str) -> u64 {
    // The hasher's keys are fixed, and its results are never stored.
    let mut hasher = DefaultHasher::new();
    word.hash(&mut hasher);
    hasher.finish()
}

/// The key of a word: letter case and compatibility forms do not matter.
fn key(word: &str) -> u64 {
    if word.is_ascii() {
        return hash(&word.to_ascii_lowercase());
    }
    let lower = word.to_lowercase().replace(['\u{2018}', '\u{2019}', '\u{2bc}'], "'");
    let lower: String = lower.chars().filter(|c| !is_invisible(*c)).collect();
    match is_nfkc_quick(lower.chars()) {
        IsNormalized::Yes => hash(&lower),
        _ => hash(&lower.nfkc().collect::<String>()),
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Letters, digits and the signs that carry meaning; other punctuation only parts words.
fn belongs(c: char) -> bool {
    c.is_alphanumeric()
        || is_invisible(c)
        || matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{2bc}' | '@' | '£' | '$' | '€' | '%' | '&' | '+')
}

/// A word in the text, before personal details are told apart.
struct Piece<'t> {
    word: &'t str,
    /// Where it begins in the text, and where the next one does.
    start: usize,
    end: usize,
    ends: bool,
}

fn split(text: &str) -> Vec<Piece<'_>> {
    let mut starts = Vec::new();
    let mut at = 0;
    let mut inside: Option<usize> = None;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        // A web address is one word, whatever it holds: its tracking marks differ for everybody.
        let begins = inside.is_none() && c.is_alphanumeric();
        let address = begins.then(|| whole(text.get(at..).unwrap_or_default())).flatten();
        if let Some(length) = address {
            starts.push((at, at + length));
            at += length;
            continue;
        }
        match (belongs(c), inside) {
            (true, None) => inside = Some(at),
            (false, Some(start)) => {
                starts.push((start, at));
                inside = None;
            }
            _ => {}
        }
        at += c.len_utf8();
        if starts.len() > 2 * WORDS {
            break;
        }
    }
    starts.extend(inside.map(|start| (start, text.len())));
    // A stray apostrophe is no word.
    starts.retain(|(start, end)| {
        let word = text.get(*start..*end).unwrap_or_default();
        word.chars().any(|c| !is_invisible(c) && !matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{2bc}'))
    });
    let next = |index: usize| starts.get(index + 1).map_or(text.len(), |(start, _)| *start);
    let piece = |(index, (start, end)): (usize, &(usize, usize))| Piece {
        word: text.get(*start..*end).unwrap_or_default(),
        start: *start,
        end: next(index),
        ends: ends_paragraph(text.get(*end..next(index)).unwrap_or_default()),
    };
    starts.iter().enumerate().map(piece).collect()
}

/// Whether what stands between two words holds an empty line, quotation marks of mail aside.
fn ends_paragraph(between: &str) -> bool {
    between.chars().filter(|c| *c == '\n').nth(1).is_some()
}

/// The length of a web or email address at the start of a text.
fn whole(text: &str) -> Option<usize> {
    if let Some(length) = link(text) {
        return Some(length);
    }
    let start: usize = text.chars().take(ADDRESS).map(char::len_utf8).sum();
    let start = text.get(..start)?;
    let chunk = start.get(..start.find(ends_address).unwrap_or(start.len()))?;
    let chunk = chunk.trim_end_matches(['.', ':', '?', '!', '\'']);
    let (local, domain) = chunk.rsplit_once('@')?;
    (!local.is_empty() && domain.contains('.')).then_some(chunk.len())
}

/// The length of a web address at the start of a text.
fn link(text: &str) -> Option<usize> {
    let begins =
        |prefix: &str| text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    if !(begins("http://") || begins("https://") || begins("www.")) {
        return None;
    }
    Some(text.find(ends_address).unwrap_or(text.len()))
}

fn ends_address(c: char) -> bool {
    c.is_whitespace() || matches!(c, '<' | '>' | '"' | '(' | ')' | '[' | ']' | ',' | ';')
}

/// The host of a web address.
fn host(link: &str) -> String {
    let after = link.split_once("://").map_or(link, |(_, rest)| rest);
    let host = after.split(['/', '?', '#', ':']).next().unwrap_or(after).to_ascii_lowercase();
    host.strip_prefix("www.").unwrap_or(&host).trim_end_matches('.').to_owned()
}

/// Hosts of the web addresses in a text, each once, in order of name.
pub(super) fn hosts(text: &str) -> Vec<String> {
    let mut found: Vec<String> =
        split(text).iter().filter(|piece| link(piece.word).is_some()).map(|piece| host(piece.word)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// What in a text is about its recipient and differs for everybody.
pub(super) struct Personal {
    addresses: Vec<u64>,
    names: Vec<u64>,
}

/// Titles that stand before a name in a salutation.
const TITLES: &[&str] =
    &["mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady", "rev", "cllr"];

impl Personal {
    /// The recipient's addresses and names.
    pub(super) fn new(addresses: &[String], names: &[String]) -> Self {
        let words = |text: &str| split(text).iter().map(|piece| key(piece.word)).collect::<Vec<_>>();
        let mut names: Vec<u64> = names.iter().flat_map(|name| words(name)).collect();
        names.sort_unstable();
        names.dedup();
        Self { addresses: addresses.iter().map(|address| key(address.trim())).collect(), names }
    }

    fn is_name(&self, piece: Option<&Piece<'_>>) -> bool {
        piece.is_some_and(|piece| self.names.binary_search(&key(piece.word)).is_ok())
    }

    fn without<'t>(&self, text: &'t str, pieces: Vec<Piece<'t>>) -> Vec<Word<'t>> {
        let mut words: Vec<Word<'t>> = Vec::with_capacity(pieces.len());
        let dear = hash("dear");
        let mut at = 0;
        while let Some(piece) = pieces.get(at) {
            let greeted = words.last().is_some_and(|last| last.key == dear);
            let titled = greeted && TITLES.contains(&piece.word.to_ascii_lowercase().as_str());
            let first = at + usize::from(titled && self.is_name(pieces.get(at + 1)));
            let names = (first..pieces.len()).take_while(|at| self.is_name(pieces.get(*at))).count();
            // A name may be a word too: alone it is one only where a letter greets.
            let named = names >= 2 || (names == 1 && greeted);
            let last = if named { first + names - 1 } else { at };
            let Some(end) = pieces.get(last) else { break };
            let key = if named { placeholder("name") } else { self.key(piece.word) };
            words.push(Word {
                key,
                text: text.get(piece.start..end.end).unwrap_or_default(),
                ends: end.ends,
            });
            at = last + 1;
        }
        words
    }

    fn key(&self, word: &str) -> u64 {
        let own = key(word);
        if link(word).is_some() {
            placeholder(&format!("link {}", host(word)))
        } else if self.addresses.contains(&own) {
            placeholder("address")
        } else if is_number(word) {
            placeholder("number")
        } else {
            own
        }
    }
}

/// A membership number and the like: long, with digits.
fn is_number(word: &str) -> bool {
    if word.contains('@') {
        return false;
    }
    let digits = word.chars().filter(char::is_ascii_digit).count();
    digits >= 3 && word.chars().count() >= 6
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<u64> {
        let personal = Personal::new(&["ada.s@gpost.example".to_owned()], &["Ada Sampleworth".to_owned()]);
        words(text, &personal).iter().map(|word| word.key).collect()
    }

    #[test]
    fn wrapping_quoting_and_case_do_not_matter() {
        let plain = keys("Dear Sir / Madam\n\nWe are writing to tell you about the Party’s data.");
        assert_eq!(plain.len(), 13);
        assert_eq!(
            keys("> Dear Sir/Madam\n> We are\n> writing to tell you about the\n> party's DATA"),
            plain
        );
        assert_ne!(keys("Dear Sir / Madam\n\nWe are writing to tell you about the Party’s date."), plain);
    }

    #[test]
    fn what_is_about_the_recipient_is_left_out() {
        assert_eq!(keys("Dear Ada,"), keys("Dear Mrs Ada Sampleworth"));
        assert_ne!(keys("Dear Ada,"), keys("Dear Bernard,"));
        assert_eq!(keys("Sent to ada.s@gpost.example."), keys("sent to <ADA.S@gpost.example>"));
        assert_ne!(keys("Sent to ada.s@gpost.example."), keys("Sent to help@party.example."));
        assert_eq!(keys("Your number is L1234567"), keys("Your number is L7654321"));
        assert_eq!(keys("see https://party.example/a?u=1"), keys("see www.party.example/b"));
        assert_ne!(keys("see https://party.example/a"), keys("see https://pаrty.example/a"));
        assert_ne!(keys("on 29 October 2021"), keys("on 28 October 2021"));
        assert_eq!(
            hosts("https://Party.example/x (www.party.example) https://b.example"),
            ["b.example", "party.example"]
        );
    }

    #[test]
    fn the_text_can_be_put_together_again() {
        let text = "Dear Sir / Madam,\n\nWe are writing to you.\n";
        let personal = Personal::new(&[], &[]);
        let again: String = words(text, &personal).iter().map(|word| word.text).collect();
        assert_eq!(again, text);
        assert_eq!(words(text, &personal).iter().filter(|word| word.ends).count(), 1);
    }
}
