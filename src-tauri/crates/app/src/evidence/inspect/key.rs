//! The keys that signatures are checked with: the profile's archive, and what a user supplies. None is ever looked up.

use std::fs;
use std::path::PathBuf;

use joinder_domain::notice::ArchivedKey;
use joinder_domain::profile::Profile;
use joinder_evidence::{DkimFacts, KeyRecord, key_name, key_records};

use crate::error::{Error, Result};

/// The largest file of keys that is read.
const FILE: u64 = 4 << 20;

/// The keys at hand.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    archive: Vec<ArchivedKey>,
    added: Vec<ArchivedKey>,
    supplied: Vec<(String, KeyRecord)>,
}

/// A key that may be that of a signature.
pub(super) struct Candidate<'a> {
    pub(super) record: &'a str,
    /// Where the record comes from, in words.
    pub(super) source: String,
    /// The archive's entry; `None` for one that was supplied.
    pub(super) archived: Option<&'a ArchivedKey>,
    /// It names the selector and domain of the signature.
    pub(super) named: bool,
}

impl<'a> Candidate<'a> {
    fn archived(key: &'a ArchivedKey, source: String) -> Self {
        Self { record: &key.record, source, archived: Some(key), named: true }
    }
}

impl Keys {
    /// The keys of a profile's archive.
    pub fn of(profile: &Profile) -> Self {
        Self { archive: profile.notice.keys.clone(), ..Self::default() }
    }

    /// Adds a key whose time is known or may be.
    pub(in crate::evidence) fn add(&mut self, key: ArchivedKey) {
        self.added.push(key);
    }

    /// The keys of a profile's archive and those in the user's files.
    ///
    /// # Errors
    /// `unreadable-key-file` and `no-key-in-file`, naming the file.
    pub(super) fn with_files(profile: &Profile, files: &[PathBuf]) -> Result<Self> {
        let mut keys = Self::of(profile);
        for path in files {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let unreadable = || Error::with("unreadable-key-file", &[("file", &name)]);
            let size = fs::metadata(path).map_err(|_| unreadable())?.len();
            if size > FILE {
                return Err(unreadable());
            }
            let text = fs::read(path).map_err(|_| unreadable())?;
            let records = key_records(&String::from_utf8_lossy(&text), &name);
            if records.is_empty() {
                return Err(Error::with("no-key-in-file", &[("file", &name)]));
            }
            keys.supplied.extend(records.into_iter().map(|record| (name.clone(), record)));
        }
        Ok(keys)
    }

    /// How many keys there are.
    pub(super) fn count(&self) -> usize {
        self.archive.len() + self.added.len() + self.supplied.len()
    }

    /// The keys that may be that of a signature: those that a user supplied by name, the matter's, the archive's,
    /// then bare records.
    pub(super) fn for_signature(&self, signature: &DkimFacts) -> Vec<Candidate<'_>> {
        let name = key_name(&signature.selector, &signature.domain);
        let supplied =
            self.supplied.iter().filter(|(_, key)| key.may_be_of(&signature.selector, &signature.domain));
        let supplied = supplied.map(|(file, key)| Candidate {
            record: &key.record,
            source: format!("the file {file}"),
            archived: None,
            named: key.name.is_some(),
        });
        let named = |key: &&ArchivedKey| key_name(&key.selector, &key.domain) == name;
        let added = self.added.iter().filter(named);
        let added =
            added.map(|key| Candidate::archived(key, format!("the matter’s keys: {}", key.source.text)));
        let archived = self.archive.iter().filter(named);
        let archived = archived
            .map(|key| Candidate::archived(key, format!("the profile’s archive: {}", key.source.text)));
        let mut found: Vec<Candidate<'_>> = supplied.chain(added).chain(archived).collect();
        found.sort_by_key(|key| !key.named);
        found
    }
}
