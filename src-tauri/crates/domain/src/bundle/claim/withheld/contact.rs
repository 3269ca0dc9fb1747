//! Telephone numbers, mail addresses, postcodes and insurance numbers in free text, whosever they are.

use super::MARK;

/// Digits of a telephone number in the United Kingdom, its zero or country code included.
const DIGITS: std::ops::RangeInclusive<usize> = 10..=14;

/// The text without them; `None` where it holds none.
pub(in super::super) fn leave_out(text: &str) -> Option<String> {
    let mut without = String::with_capacity(text.len());
    let mut rest = text;
    let mut found = false;
    let mut inside = false;
    while let Some(first) = rest.chars().next() {
        let length = if inside { None } else { at_start(rest) };
        match length.and_then(|length| rest.split_at_checked(length)) {
            Some((_, after)) => {
                without.push_str(MARK);
                (rest, found) = (after, true);
            }
            None => {
                without.push(first);
                inside = first.is_alphanumeric();
                rest = rest.get(first.len_utf8()..).unwrap_or_default();
            }
        }
    }
    found.then_some(without)
}

/// Bytes of what stands at the start of a text and is to go.
fn at_start(text: &str) -> Option<usize> {
    phone(text).or_else(|| mail(text)).or_else(|| coded(text))
}

fn phone(text: &str) -> Option<usize> {
    if !text.starts_with(['0', '+', '(']) {
        return None;
    }
    let (mut digits, mut end, mut gap) = (0, 0, 0);
    for (at, character) in text.char_indices() {
        match character {
            '0'..='9' => {
                (digits, end, gap) = (digits + 1, at + 1, 0);
            }
            '+' if at == 0 => {}
            ' ' | '-' | '.' | '(' | ')' | '\u{a0}' if gap < 2 => gap += 1,
            _ => break,
        }
    }
    DIGITS.contains(&digits).then_some(end)
}

fn mail(text: &str) -> Option<usize> {
    let outside = |c: char| c.is_whitespace() || "<>()[]\",;:".contains(c);
    let word = text.split(outside).next()?.trim_end_matches(['.', '!', '?', '\'', '’']);
    let (name, host) = word.split_once('@')?;
    (!name.is_empty() && host.contains('.')).then_some(word.len())
}

/// A postcode or an insurance number, by the pattern of its letters (a) and figures (9).
fn coded(text: &str) -> Option<usize> {
    const PATTERNS: [&str; 8] =
        ["aa999999a", "aa999999", "aa9a9aa", "aa999aa", "aa99aa", "a9a9aa", "a999aa", "a99aa"];
    PATTERNS.iter().find_map(|pattern| {
        let mut wanted = pattern.chars().peekable();
        let mut end = 0;
        for (at, character) in text.char_indices() {
            let Some(kind) = wanted.peek() else {
                return (!character.is_alphanumeric()).then_some(end);
            };
            let fits = match kind {
                '9' => character.is_ascii_digit(),
                _ => character.is_ascii_uppercase(),
            };
            if fits {
                wanted.next();
                end = at + 1;
            } else if character != ' ' || at == 0 {
                return None;
            }
        }
        wanted.peek().is_none().then_some(end)
    })
}

#[cfg(test)]
mod tests {
    use super::leave_out;

    #[test]
    fn whatever_leads_to_somebody_goes_from_free_text() {
        for (text, without) in [
            ("Ring me on 07700 900058.", "Ring me on [withheld]."),
            ("Ring (0113) 496 0000 or +44 (0)7700 900 123!", "Ring [withheld] or [withheld]!"),
            ("Write to dai.y@example.org, please.", "Write to [withheld], please."),
            ("I moved to LS1 1AA in May", "I moved to [withheld] in May"),
            ("My number QQ 12 34 56 C was in it", "My number [withheld] was in it"),
        ] {
            assert_eq!(leave_out(text).as_deref(), Some(without));
        }
    }

    #[test]
    fn dates_sums_and_names_stay() {
        for text in
            ["On 03/11/2021 I paid £1,200.50 for 12 months", "2019 to 2021", "a@b", "MI5 and GCSE A1", "0800"]
        {
            assert_eq!(leave_out(text), None, "{text}");
        }
    }
}
