//! The family of a Message-ID: its domain, and how its left side is made.

/// The domain of a Message-ID, lower case; empty when it has none.
pub(super) fn domain(message_id: &str) -> String {
    message_id.rsplit_once('@').map(|(_, domain)| domain.to_lowercase()).unwrap_or_default()
}

/// How the left side of a Message-ID is made: runs of one kind of character, each with its length, such as `hex 32` or
/// `digits 14 . hex 8`. Two programs seldom make them alike.
pub(super) fn pattern(message_id: &str) -> String {
    let local = message_id.rsplit_once('@').map_or(message_id, |(local, _)| local);
    let mut runs: Vec<String> = Vec::new();
    let mut rest =
        local.get(..local.char_indices().nth(LENGTH).map_or(local.len(), |(at, _)| at)).unwrap_or(local);
    while let Some(first) = rest.chars().next() {
        let end = if first.is_ascii_alphanumeric() {
            rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (run, after) = rest.split_at(end);
        runs.push(kind(run));
        rest = after;
    }
    runs.join(" ")
}

/// Characters of a Message-ID that are looked at.
const LENGTH: usize = 200;

fn kind(run: &str) -> String {
    let all = |test: fn(&u8) -> bool| run.as_bytes().iter().all(test);
    let length = run.len();
    match () {
        () if !all(u8::is_ascii_alphanumeric) => run.to_owned(),
        () if all(u8::is_ascii_digit) => format!("digits {length}"),
        () if length >= 6 && all(|byte| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f')) => {
            format!("hex {length}")
        }
        () if length >= 6 && all(|byte| byte.is_ascii_digit() || matches!(byte, b'A'..=b'F')) => {
            format!("HEX {length}")
        }
        () if all(u8::is_ascii_alphabetic) => format!("letters {length}"),
        () => format!("letters and digits {length}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{domain, pattern};

    #[test]
    fn one_program_makes_them_alike() {
        let id = "86ada392f8b72ba770e968995c50f12d@notices.party.example";
        assert_eq!((pattern(id).as_str(), domain(id).as_str()), ("hex 32", "notices.party.example"));
        assert_eq!(pattern("20211103145652.97D02C7936@x"), "digits 14 . HEX 10");
        assert_eq!(pattern("CAFx+abc"), "letters 4 + letters 3");
        assert_eq!(domain("none"), "");
    }
}
