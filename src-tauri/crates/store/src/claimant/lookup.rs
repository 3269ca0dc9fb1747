//! What a record can be found by, derived from it.

use std::collections::BTreeMap;

use joinder_domain::claimant::Claimant;
use joinder_domain::classification::{OwnWordsKey, own_words_keys};
use joinder_domain::completeness::Missing;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::matching::{Particulars, lookup_keys};
use rusqlite::CachedStatement;
use rusqlite::types::ValueRef;

use super::{EmailKeys, after, fold};
use crate::error::Result;
use crate::rows;
use crate::write::{Reader, Write};

/// Counts the ways in which lookups were derived. Raise it with any change to [`fold`], [`EmailKeys`],
/// [`own_words_keys`] or here: the lookups of older matters are then made anew when they are opened.
pub(crate) const LOOKUP_VERSION: u32 = 5;

/// Everything that is derived from a record to find it by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lookup {
    /// The name as lists show it.
    pub(crate) name: String,
    /// The name as lists sort it: surname first.
    pub(crate) sort_key: String,
    /// Email keys; `true` for the address itself.
    pub(crate) emails: BTreeMap<String, bool>,
    /// Folded words, divided by spaces.
    pub(crate) words: String,
    /// Keys of the person's own words.
    pub(crate) own_words: Vec<OwnWordsKey>,
    /// What the record lacks.
    pub(crate) missing: u32,
    /// Keys under which it meets records that may be of the same person.
    pub(crate) keys: Vec<i64>,
}

impl Lookup {
    pub(crate) fn of(claimant: &Claimant) -> Self {
        let identity = &claimant.identity;
        let (surname, forenames) = (fold(&identity.surname), fold(&identity.forenames));
        let mut words = Words(String::with_capacity(128));
        words.0.push_str(&surname);
        words.push(&forenames);
        words.after_apostrophe(&identity.surname);
        words.fold(&identity.preferred_name);
        for other in &identity.other_names {
            words.fold(&other.name);
            words.after_apostrophe(&other.name);
        }
        let mut emails = BTreeMap::new();
        for email in &claimant.contact.emails {
            words.address(&email.address);
            if let Some(keys) = EmailKeys::of(&email.address) {
                emails.entry(keys.mailbox).or_insert(false);
                emails.insert(keys.exact, true);
            }
        }
        for address in &claimant.contact.addresses {
            words.joined(&address.postcode);
        }
        for episode in &claimant.episodes {
            words.joined(&episode.membership_number);
        }
        words.joined(&claimant.external_reference);
        // Any separator that sorts before every letter keeps "Lee" before "Leeds".
        let sort_key = format!("{surname}\u{1}{forenames}");
        let own_words = own_words_keys(&claimant.consequence.own_words);
        let missing = Missing::of(claimant).0;
        let keys = lookup_keys(&Particulars::from(claimant));
        Self { name: identity.full_name(), sort_key, emails, words: words.0, own_words, missing, keys }
    }
}

struct Words(String);

impl Words {
    fn push(&mut self, folded: &str) {
        if !folded.is_empty() {
            if !self.0.is_empty() {
                self.0.push(' ');
            }
            self.0.push_str(folded);
        }
    }

    fn fold(&mut self, text: &str) {
        if !text.is_empty() {
            self.push(&fold(text));
        }
    }

    /// A code in one piece, and its parts: "LS1 4AP" is found by "ls14", "ls1" and "4ap". The first part begins the
    /// whole, so it needs no entry of its own.
    fn joined(&mut self, text: &str) {
        let folded = fold(text);
        match folded.split_once(' ') {
            None => self.push(&folded),
            Some((_, rest)) => {
                self.push(&folded.replace(' ', ""));
                self.push(rest);
            }
        }
    }

    /// An address in one piece, and the parts before its "@". Its domain alone would find half of all claimants.
    fn address(&mut self, address: &str) {
        if let Some((local, _)) = address.rsplit_once('@') {
            self.push(&fold(address).replace(' ', ""));
            if let Some((_, rest)) = fold(local).split_once(' ') {
                self.push(rest);
            }
        }
    }

    /// "O'Connor" is found by "connor" too.
    fn after_apostrophe(&mut self, name: &str) {
        for (at, mark) in name.match_indices(['\'', '’']) {
            self.fold(name.get(at.saturating_add(mark.len())..).unwrap_or_default());
        }
    }
}

/// The beginnings of words that a person typed; empty when nothing of it can be searched.
pub(crate) fn search(typed: &str) -> Vec<String> {
    let folded = typed
        .split_whitespace()
        .map(|part| if part.contains('@') { fold(part).replace(' ', "") } else { fold(part) });
    folded
        .flat_map(|part| {
            part.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>()
        })
        .collect()
}

/// Statements that keep the lookups of claimants in step with their records.
pub(crate) struct Index<'a> {
    reader: Reader<'a>,
    words: CachedStatement<'a>,
    kept_words: CachedStatement<'a>,
    email: CachedStatement<'a>,
    own_words: CachedStatement<'a>,
    key: CachedStatement<'a>,
    no_key: CachedStatement<'a>,
    no_words: CachedStatement<'a>,
    no_kept_words: CachedStatement<'a>,
    no_email: CachedStatement<'a>,
    no_own_words: CachedStatement<'a>,
}

impl<'a> Index<'a> {
    pub(crate) fn new(reader: &Reader<'a>) -> Result<Self> {
        let conn = reader.conn;
        Ok(Self {
            reader: Reader { conn },
            words: conn.prepare_cached("INSERT INTO claimant_search (rowid, words) VALUES (?1, ?2)")?,
            kept_words: conn
                .prepare_cached("INSERT INTO claimant_words (claimant, words) VALUES (?1, ' ' || ?2)")?,
            no_kept_words: conn.prepare_cached("DELETE FROM claimant_words WHERE claimant = ?1")?,
            email: conn
                .prepare_cached("INSERT INTO claimant_email (key, claimant, exact) VALUES (?1, ?2, ?3)")?,
            key: conn.prepare_cached("INSERT INTO match_key (key, claimant) VALUES (?1, ?2)")?,
            no_key: conn.prepare_cached("DELETE FROM match_key WHERE key = ?1 AND claimant = ?2")?,
            no_words: conn.prepare_cached(
                "INSERT INTO claimant_search (claimant_search, rowid, words) VALUES ('delete', ?1, ?2)",
            )?,
            own_words: conn
                .prepare_cached("INSERT INTO claimant_own_words (key, claimant) VALUES (?1, ?2)")?,
            no_email: conn.prepare_cached("DELETE FROM claimant_email WHERE key = ?1 AND claimant = ?2")?,
            no_own_words: conn
                .prepare_cached("DELETE FROM claimant_own_words WHERE key = ?1 AND claimant = ?2")?,
        })
    }

    pub(crate) fn words(&mut self, number: ClaimantNumber, words: &str) -> Result<()> {
        self.words.execute((number.0, words))?;
        self.kept_words.execute((number.0, words))?;
        Ok(())
    }

    pub(crate) fn email(&mut self, number: ClaimantNumber, key: &str, exact: bool) -> Result<()> {
        self.email.execute((key, number.0, exact))?;
        Ok(())
    }

    pub(crate) fn own_words(&mut self, number: ClaimantNumber, key: &OwnWordsKey) -> Result<()> {
        self.own_words.execute((key, number.0))?;
        Ok(())
    }

    pub(crate) fn key(&mut self, number: ClaimantNumber, key: i64) -> Result<()> {
        self.key.execute((key, number.0))?;
        Ok(())
    }

    pub(crate) fn add(&mut self, number: ClaimantNumber, lookup: &Lookup) -> Result<()> {
        self.words(number, &lookup.words)?;
        lookup.own_words.iter().try_for_each(|key| self.own_words(number, key))?;
        lookup.keys.iter().try_for_each(|key| self.key(number, *key))?;
        lookup.emails.iter().try_for_each(|(key, exact)| self.email(number, key, *exact))
    }

    /// Puts in what many records are found by, beside their words: each list in the order of its keys.
    pub(crate) fn many(
        &mut self,
        emails: &[(String, ClaimantNumber, bool)],
        own_words: &[(OwnWordsKey, ClaimantNumber)],
        keys: &[(i64, ClaimantNumber)],
    ) -> Result<()> {
        let number = |number: &ClaimantNumber| ValueRef::Integer(i64::from(number.0));
        let tx = &self.reader;
        rows::insert(tx, "claimant_email (key, claimant, exact)", emails, |(key, of, exact)| {
            [ValueRef::Text(key.as_bytes()), number(of), ValueRef::Integer(i64::from(*exact))]
        })?;
        rows::insert(tx, "claimant_own_words (key, claimant)", own_words, |(key, of)| {
            [ValueRef::Blob(key), number(of)]
        })?;
        rows::insert(tx, "match_key (key, claimant)", keys, |(key, of)| [ValueRef::Integer(*key), number(of)])
    }

    /// Takes out what was put in for the same record.
    pub(crate) fn remove(&mut self, number: ClaimantNumber, lookup: &Lookup) -> Result<()> {
        self.no_words.execute((number.0, &lookup.words))?;
        self.no_kept_words.execute([number.0])?;
        for key in lookup.emails.keys() {
            self.no_email.execute((key, number.0))?;
        }
        for key in &lookup.own_words {
            self.no_own_words.execute((key, number.0))?;
        }
        for key in &lookup.keys {
            self.no_key.execute((key, number.0))?;
        }
        Ok(())
    }
}

/// Whether the lookups were derived as this program derives them.
pub(crate) fn are_current(reader: &Reader<'_>) -> Result<bool> {
    let version: u32 = reader.conn.query_row("SELECT lookup_version FROM matter", (), |row| row.get(0))?;
    Ok(version == LOOKUP_VERSION)
}

/// Derives every lookup anew.
pub(crate) fn renew(tx: &mut Write<'_>) -> Result<()> {
    tx.conn.execute("INSERT INTO claimant_search (claimant_search) VALUES ('delete-all')", ())?;
    tx.conn.execute("DELETE FROM claimant_words", ())?;
    tx.conn.execute("DELETE FROM claimant_email", ())?;
    tx.conn.execute("DELETE FROM claimant_own_words", ())?;
    tx.conn.execute("DELETE FROM match_key", ())?;
    let mut last = None;
    loop {
        let block = after(tx, last, 1_000)?;
        let Some(end) = block.last() else { break };
        last = Some(end.number);
        let mut index = Index::new(tx)?;
        for stored in &block {
            let lookup = Lookup::of(&stored.claimant);
            index.add(stored.number, &lookup)?;
            tx.conn
                .prepare_cached(
                    "UPDATE claimant SET name = ?2, sort_key = ?3, missing = ?4 WHERE number = ?1",
                )?
                .execute((stored.number.0, &lookup.name, &lookup.sort_key, lookup.missing))?;
        }
    }
    tx.conn.execute("UPDATE matter SET lookup_version = ?1", [LOOKUP_VERSION])?;
    Ok(())
}
