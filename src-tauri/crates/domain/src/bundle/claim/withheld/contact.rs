//! Telephone numbers, mail addresses, postcodes and insurance numbers in free text, whosever they are.

use super::{Identifier, MARK};

/// Digits of a telephone number in the United Kingdom, its zero or country code included.
const DIGITS: std::ops::RangeInclusive<usize> = 10..=14;

/// The text without them; `None` where it holds none. Mail addresses in `open` may stay.
pub(super) fn leave_out(text: &str, open: &[String]) -> Option<String> {
    let mut without = String::with_capacity(text.len());
    let mut found = false;
    each(text, open, |part, kind| {
        found |= kind.is_some();
        without.push_str(if kind.is_some() { MARK } else { part });
    });
    found.then_some(without)
}

/// The kinds of them that a text holds.
pub(super) fn find(text: &str, open: &[String]) -> Vec<Identifier> {
    let mut found = Vec::new();
    each(text, open, |_, kind| found.extend(kind));
    found
}

/// Hands over a text part by part, each with what it is where it is to go.
fn each(text: &str, open: &[String], mut part: impl FnMut(&str, Option<Identifier>)) {
    let mut rest = text;
    let mut inside = false;
    while let Some(first) = rest.chars().next() {
        let found = if inside { None } else { at_start(rest) };
        let length = found.map_or(first.len_utf8(), |(_, length)| length);
        let Some((this, after)) = rest.split_at_checked(length) else { return };
        let stays = open.iter().any(|open| open.eq_ignore_ascii_case(this));
        part(this, found.map(|(kind, _)| kind).filter(|_| !stays));
        inside = this.chars().next_back().is_some_and(char::is_alphanumeric);
        rest = after;
    }
}

/// What stands at the start of a text and is to go, with its length in bytes.
fn at_start(text: &str) -> Option<(Identifier, usize)> {
    let of = |kind| move |length| (kind, length);
    phone(text)
        .map(of(Identifier::Phone))
        .or_else(|| mail(text).map(of(Identifier::Email)))
        .or_else(|| coded(text))
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
fn coded(text: &str) -> Option<(Identifier, usize)> {
    const PATTERNS: [&str; 8] =
        ["aa999999a", "aa999999", "aa9a9aa", "aa999aa", "aa99aa", "a9a9aa", "a999aa", "a99aa"];
    PATTERNS.iter().find_map(|pattern| {
        let insurance = pattern.len() > 7;
        let kind_of = if insurance { Identifier::NationalInsurance } else { Identifier::Address };
        let mut wanted = pattern.chars().peekable();
        let mut end = 0;
        for (at, character) in text.char_indices() {
            let Some(kind) = wanted.peek() else {
                return (!character.is_alphanumeric()).then_some((kind_of, end));
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
        wanted.peek().is_none().then_some((kind_of, end))
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
            assert_eq!(leave_out(text, &[]).as_deref(), Some(without));
        }
    }

    #[test]
    fn an_address_of_the_other_side_may_stay() {
        let open = ["privacy@party.example".to_owned()];
        assert_eq!(leave_out("writing to Privacy@party.example.", &open), None);
    }

    #[test]
    fn dates_sums_and_names_stay() {
        for text in
            ["On 03/11/2021 I paid £1,200.50 for 12 months", "2019 to 2021", "a@b", "MI5 and GCSE A1", "0800"]
        {
            assert_eq!(leave_out(text, &[]), None, "{text}");
        }
    }
}
