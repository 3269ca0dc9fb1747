//! Domains that only look like another: letters of two alphabets in one name, or all of another alphabet's that look Latin
//! (Unicode Technical Standard 39).

/// Letters of other alphabets that a reader takes for Latin ones.
const LIKE_LATIN: &str = "асеорхуіјѕԁԛԝһӏѵгкмтвнοανρτυικχγωոսօցհզяոք";
/// Labels of a domain, and letters of a label, that are looked at.
const LABELS: usize = 127;
const LETTERS: usize = 63;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Alphabet {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Other,
}

/// Whether the domain of an address may be taken for another one.
pub(super) fn is_lookalike(address: &str) -> bool {
    let Some((_, domain)) = address.rsplit_once('@') else { return false };
    domain.split(['.', '\u{3002}']).take(LABELS).any(|label| match label.get(..4) {
        Some(start) if start.eq_ignore_ascii_case("xn--") => {
            label.get(4..).and_then(decoded).is_some_and(|label| misleads(&label))
        }
        _ => !label.is_ascii() && misleads(label),
    })
}

fn misleads(label: &str) -> bool {
    let hidden =
        |c: char| matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{FF01}'..='\u{FF5E}');
    let mut letters = label.chars().take(LETTERS).filter(|c| c.is_alphabetic()).peekable();
    let first = letters.peek().copied().map(alphabet);
    let all: Vec<char> = letters.collect();
    let mixed = all.iter().any(|&letter| Some(alphabet(letter)) != first);
    let foreign = !all.is_empty() && !all.iter().any(char::is_ascii);
    let disguised = foreign && all.iter().all(|letter| LIKE_LATIN.contains(*letter));
    label.chars().any(hidden) || mixed || disguised
}

fn alphabet(letter: char) -> Alphabet {
    match letter {
        'a'..='z' | 'A'..='Z' | '\u{AA}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => Alphabet::Latin,
        '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Alphabet::Greek,
        '\u{400}'..='\u{52F}' => Alphabet::Cyrillic,
        '\u{530}'..='\u{58F}' => Alphabet::Armenian,
        _ => Alphabet::Other,
    }
}

/// A label out of its Punycode (RFC 3492), without the `xn--`.
fn decoded(code: &str) -> Option<String> {
    let (plain, rest) = code.rsplit_once('-').unwrap_or(("", code));
    let mut out: Vec<char> = plain.chars().take(LETTERS).collect();
    let (mut number, mut place, mut bias) = (128_u32, 0_u32, 72_u32);
    let mut digits = rest.chars().take(LETTERS).map(|digit| match digit.to_ascii_lowercase() {
        letter @ 'a'..='z' => Some(u32::from(letter) - u32::from('a')),
        figure @ '0'..='9' => Some(u32::from(figure) - u32::from('0') + 26),
        _ => None,
    });
    while let Some(mut digit) = digits.next() {
        let before = place;
        let (mut weight, mut step) = (1_u32, 36_u32);
        loop {
            let value = digit?;
            place = place.checked_add(value.checked_mul(weight)?)?;
            let threshold = step.saturating_sub(bias).clamp(1, 26);
            if value < threshold {
                break;
            }
            weight = weight.checked_mul(36 - threshold)?;
            step += 36;
            digit = digits.next()?;
        }
        let count = u32::try_from(out.len()).ok()?.checked_add(1)?;
        bias = adapted(place - before, count, before == 0);
        number = number.checked_add(place / count)?;
        place %= count;
        out.insert(usize::try_from(place).ok()?, char::from_u32(number)?);
        place += 1;
    }
    Some(out.into_iter().collect())
}

fn adapted(delta: u32, count: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / count;
    let mut step = 0;
    while delta > 455 {
        delta /= 35;
        step += 36;
    }
    step + 36 * delta / (delta + 38)
}
