//! Key records as people have them: a line of a zone file, the answer of a look-up tool, or the bare record.

use super::key::RECORD;

/// Records read of one file.
const RECORDS: usize = 1_000;

/// A key record, and the name at which it was published when that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRecord {
    /// `<selector>._domainkey.<domain>`, lower case, without a dot at its end; `None` for a bare record.
    pub name: Option<String>,
    /// The record, for example `v=DKIM1; k=rsa; p=…`, its quoted pieces joined.
    pub record: String,
}

impl KeyRecord {
    /// Whether this may be the key of the signature with this selector and domain; a bare record may be anybody's.
    pub fn may_be_of(&self, selector: &str, domain: &str) -> bool {
        self.name.as_ref().is_none_or(|name| *name == key_name(selector, domain))
    }
}

/// The name at which the key of a signature is published (RFC 6376 3.6.2.1), lower case.
pub fn key_name(selector: &str, domain: &str) -> String {
    format!("{selector}._domainkey.{domain}").trim_end_matches('.').to_ascii_lowercase()
}

/// The key records in a text; lines that are none are passed over.
///
/// Read are `name record` as in `notice._domainkey.party.example v=DKIM1; p=…`, zone files with quoted pieces and
/// parentheses, what `dig`, `host` and `nslookup` print, and bare records, wrapped or not. A name in the file's own name
/// stands for a record without one.
pub fn key_records(text: &str, file_name: &str) -> Vec<KeyRecord> {
    let named = name_in(file_name.strip_suffix(".txt").unwrap_or(file_name));
    let mut found: Vec<KeyRecord> = Vec::new();
    let mut name = None;
    let mut open = false;
    for line in text.lines() {
        let line = line.trim().trim_start_matches('\u{feff}');
        if line.is_empty() {
            (open, name) = (false, None);
            continue;
        }
        if line.starts_with(['#', ';']) {
            continue;
        }
        let start = record_start(line);
        let before = line.get(..start.unwrap_or(line.len())).unwrap_or_default();
        if let Some(known) = name_in(before) {
            (open, name) = (false, Some(known));
        }
        // A record in pieces goes on with its next tag.
        let unfinished = open && found.last().is_some_and(|last| !last.record.contains("p="));
        let begins = start.filter(|_| !unfinished || line.to_ascii_lowercase().contains("v=dkim1"));
        match begins {
            Some(at) if found.len() < RECORDS => {
                let record = pieces(line.get(at..).unwrap_or_default(), before.ends_with('"'));
                found.push(KeyRecord { name: name.clone().or_else(|| named.clone()), record });
                open = true;
            }
            None if open => {
                if let Some(last) = found.last_mut()
                    && last.record.len() < RECORD
                {
                    last.record.push_str(&pieces(line, false));
                }
            }
            _ => {}
        }
    }
    found
}

/// Where a record begins in a line.
fn record_start(line: &str) -> Option<usize> {
    let lower = line.to_ascii_lowercase();
    let whole = lower.find("v=dkim1").filter(|at| starts_word(&lower, *at));
    // Without its version a record is known only at the start of a line, or after its name.
    let begins = |tag: &str| {
        let at = lower.find(tag)?;
        let before = lower.get(..at)?;
        let bare = before.chars().all(|c| c.is_whitespace() || matches!(c, '"' | '('));
        (bare || (name_in(before).is_some() && starts_word(&lower, at))).then_some(at)
    };
    whole.or_else(|| begins("k=")).or_else(|| begins("p="))
}

fn starts_word(text: &str, at: usize) -> bool {
    text.get(..at)
        .and_then(|before| before.chars().next_back())
        .is_none_or(|c| c.is_whitespace() || matches!(c, '"' | '('))
}

/// The quoted pieces of a text joined, or the text itself where none is quoted; `inside` when it begins within one.
fn pieces(text: &str, inside: bool) -> String {
    if !text.contains('"') {
        return text.trim_end_matches([' ', '\t', ')', '\\']).to_owned();
    }
    text.split('"').skip(usize::from(!inside)).step_by(2).collect()
}

/// The name of a key in a text.
fn name_in(text: &str) -> Option<String> {
    let edge = |c: char| c.is_whitespace() || matches!(c, '"' | '(' | ')' | ',' | '=' | '/' | '\\' | ':');
    let word = text.split(edge).find(|word| word.to_ascii_lowercase().contains("._domainkey."))?;
    Some(word.trim_end_matches('.').to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{KeyRecord, key_records};

    fn one(text: &str) -> KeyRecord {
        let mut found = key_records(text, "key.txt");
        assert_eq!(found.len(), 1, "{found:?}");
        found.remove(0)
    }

    #[test]
    fn a_record_is_read_however_it_was_copied() {
        let whole = KeyRecord {
            name: Some("news._domainkey.party.example".to_owned()),
            record: "v=DKIM1; k=rsa; p=AAAABBBB".to_owned(),
        };
        for text in [
            "news._domainkey.party.example v=DKIM1; k=rsa; p=AAAABBBB",
            "news._domainkey.party.example. 3600 IN TXT \"v=DKIM1; k=rsa; p=AAAA\" \"BBBB\"",
            "News._domainkey.Party.example. IN TXT ( \"v=DKIM1; k=rsa; p=AAAA\"\n   \"BBBB\" ) ; a comment\n",
            "news._domainkey.party.example. IN TXT (\n \"v=DKIM1; k=rsa; \"\n \"p=AAAABBBB\" )",
            "; <<>> dig\nnews._domainkey.party.example\ttext = \"v=DKIM1; k=rsa; p=AAAABBBB\"",
            "news._domainkey.party.example descriptive text \"v=DKIM1; k=rsa; p=AAAABBBB\"",
            "# the key of 2021\nnews._domainkey.party.example:\nv=DKIM1; k=rsa; p=AAAA\nBBBB",
        ] {
            assert_eq!(one(text), whole, "{text}");
        }
    }

    #[test]
    fn a_bare_record_takes_its_name_from_the_file() {
        assert_eq!(one("v=DKIM1; p=AAAA").name, None);
        assert_eq!(one("p=AAAA").record, "p=AAAA");
        let named = key_records("v=DKIM1; p=AAAA\n", "news._domainkey.party.example.txt");
        assert_eq!(named[0].name.as_deref(), Some("news._domainkey.party.example"));
        assert!(named[0].may_be_of("News", "party.example"));
        assert!(!named[0].may_be_of("other", "party.example"));
    }

    #[test]
    fn several_records_stand_apart() {
        let text =
            "a._domainkey.x.example v=DKIM1; p=AAAA\nb._domainkey.x.example v=DKIM1; p=BBBB\n\nHello\n";
        let found = key_records(text, "keys.txt");
        assert_eq!(
            found.iter().map(|key| key.record.as_str()).collect::<Vec<_>>(),
            ["v=DKIM1; p=AAAA", "v=DKIM1; p=BBBB"]
        );
        assert!(key_records("no key here\n", "keys.txt").is_empty());
    }
}
