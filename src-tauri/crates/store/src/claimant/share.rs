//! What new claimants have in common with each other and with those who were there before.

use joinder_domain::classification::OwnWordsKey;
use joinder_domain::id::ClaimantNumber;
use rusqlite::ToSql;

use super::insert::{Inserted, Sharing};
use crate::error::Result;
use crate::write::Reader;

/// Notes it, before the keys of the new ones, whose numbers start at `first`, are entered. Keys come in order.
pub(super) fn share(
    reader: &Reader<'_>,
    first: ClaimantNumber,
    emails: &[(String, ClaimantNumber, bool)],
    own_words: &[(OwnWordsKey, ClaimantNumber)],
    into: &mut Inserted,
) -> Result<()> {
    let addresses =
        "SELECT claimant FROM claimant_email WHERE key = ?1 AND exact = 1 ORDER BY claimant LIMIT 2";
    let words = "SELECT claimant FROM claimant_own_words WHERE key = ?1 ORDER BY claimant LIMIT 2";
    let exact = emails.iter().filter(|(.., exact)| *exact).map(|(key, number, _)| (key, *number));
    one_kind(reader, first, addresses, exact, |sharing| sharing.address = true, into)?;
    let own_words = own_words.iter().map(|(key, number)| (key, *number));
    one_kind(reader, first, words, own_words, |sharing| sharing.words = true, into)
}

fn one_kind<'k, K: ToSql + PartialEq + 'k>(
    reader: &Reader<'_>,
    first: ClaimantNumber,
    earlier: &str,
    keyed: impl Iterator<Item = (&'k K, ClaimantNumber)>,
    note: impl Fn(&mut Sharing),
    into: &mut Inserted,
) -> Result<()> {
    let anybody = first.0 > 1;
    let mut find = reader.conn.prepare_cached(earlier)?;
    let mut keyed = keyed.peekable();
    let mut holders = Vec::new();
    while let Some((key, number)) = keyed.next() {
        holders.clear();
        holders.push(number);
        while let Some((_, number)) = keyed.next_if(|(next, _)| *next == key) {
            holders.push(number);
        }
        let mut before = Vec::new();
        if anybody {
            let found = find.query_map([key], |row| row.get(0).map(ClaimantNumber))?;
            before = found.collect::<rusqlite::Result<_>>()?;
        }
        if before.is_empty() && holders.len() < 2 {
            continue;
        }
        // Where more were before, nothing changes for any of them.
        if let [alone] = before.as_slice() {
            into.earlier.insert(*alone);
        }
        for number in &holders {
            let at = number.0.saturating_sub(first.0) as usize;
            into.sharing.get_mut(at).into_iter().for_each(&note);
        }
    }
    Ok(())
}
