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

/// Whether the program that makes ids of the pattern `usual` may have made one of the pattern `other` by chance: 32
/// hexadecimal digits may happen to hold no letter, and a counter grows by a digit.
pub(super) fn may_be(usual: &str, other: &str) -> bool {
    let (usual, other) = (runs(usual), runs(other));
    usual.len() == other.len() && usual.iter().zip(&other).all(|(usual, other)| usual.allows(other))
}

/// One run of a pattern: its kind and its length, or a sign as it is.
#[derive(PartialEq)]
struct Run<'p> {
    kind: &'p str,
    length: usize,
}

impl Run<'_> {
    fn allows(&self, other: &Self) -> bool {
        let narrower: &[&str] = match self.kind {
            "hex" => &["digits", "letters"],
            "HEX" => &["digits", "letters"],
            "letters and digits" => &["digits", "letters", "hex", "HEX"],
            _ => &[],
        };
        let counter = self.kind == "digits" && self.length.abs_diff(other.length) <= 1;
        (self.kind == other.kind && (self.length == other.length || counter))
            || (self.length == other.length && narrower.contains(&other.kind))
    }
}

/// The runs of a pattern, as [`pattern`] writes them.
fn runs(pattern: &str) -> Vec<Run<'_>> {
    let mut found = Vec::new();
    let mut rest = pattern;
    while !rest.is_empty() {
        let kind = KINDS.into_iter().find(|kind| {
            rest.strip_prefix(kind).is_some_and(|after| {
                after.strip_prefix(' ').is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()))
            })
        });
        let kind = kind.unwrap_or_else(|| rest.split_inclusive(' ').next().unwrap_or(rest));
        let after = rest.get(kind.len()..).unwrap_or_default().trim_start();
        let digits = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
        let named = KINDS.contains(&kind);
        let (length, after) = if named { after.split_at(digits) } else { ("", after) };
        found.push(Run { kind: kind.trim_end(), length: length.parse().unwrap_or_default() });
        rest = after.trim_start();
    }
    found
}

/// Kinds of runs; the longer name comes before one that begins alike.
const KINDS: [&str; 5] = ["letters and digits", "digits", "letters", "hex", "HEX"];

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
    use super::{domain, may_be, pattern};

    #[test]
    fn one_program_makes_them_alike() {
        let id = "86ada392f8b72ba770e968995c50f12d@notices.party.example";
        assert_eq!((pattern(id).as_str(), domain(id).as_str()), ("hex 32", "notices.party.example"));
        assert_eq!(pattern("20211103145652.97D02C7936@x"), "digits 14 . HEX 10");
        assert_eq!(pattern("CAFx+abc"), "letters 4 + letters 3");
        assert_eq!(domain("none"), "");
    }

    #[test]
    fn what_chance_makes_is_no_other_program() {
        let usual = pattern("86ada392f8b72ba770e968995c50f12d@x");
        assert!(may_be(&usual, &pattern("86103392487282177059689955504123@x")), "no letter among 32");
        assert!(may_be(&usual, &usual));
        assert!(!may_be(&usual, &pattern("86ada392f8b72ba770e968995c50f1@x")), "two characters fewer");
        assert!(
            !may_be(&usual, &pattern("86zda392f8b72ba770e968995c50f12d@x")),
            "a letter that is none of its"
        );
        let usual = pattern("20211103145652.97D02C7936.999@x");
        assert!(may_be(&usual, &pattern("20211103145653.9710200793.1000@x")), "a counter grew");
        assert!(!may_be(&usual, &pattern("20211103145652+97D02C7936.999@x")));
        assert!(may_be(&pattern("ab1c.x"), &pattern("abcd.x")));
    }
}
