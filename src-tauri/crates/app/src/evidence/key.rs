//! DKIM keys that a person adds to the matter, beside the profile's archive. None is ever looked up (`evidence.md` 5.2).

use std::collections::BTreeSet;

use jiff::civil::Date;
use joinder_domain::notice::ArchivedKey;
use joinder_domain::noun::Noun;
use joinder_domain::profile::{Mark, Profile, Source};
use joinder_evidence::{key_name, key_records};
use joinder_store::evidence::{self as store, Evidence, State, Which};
use joinder_store::{Op, Reader, setting};
use serde::{Deserialize, Serialize};

use super::facts::check;
use super::inspect::{Keys, Lens, inspect, signed_messages};
use super::item::{Kept, described, kept};
use super::original;
use crate::app::OpenMatter;
use crate::classification::refresh;
use crate::command::{Applied, Context, Nothing};
use crate::consensus;
use crate::error::{Error, Result};

/// The setting of the matter that holds them; every change of it is in the audit.
const SETTING: &str = "dkim-keys";
/// Keys of one matter; a campaign has one or two.
const MOST: usize = 200;
/// Characters of a text in which keys are looked for.
const TEXT: usize = 1 << 20;

/// A key that a person added.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "DkimKey"))]
#[serde(default)]
pub struct Key {
    /// The signing domain, lower case.
    pub domain: String,
    /// The selector, lower case.
    pub selector: String,
    /// The TXT record, such as `v=DKIM1; k=rsa; p=…`.
    pub record: String,
    /// The first day on which it is known to have been published, such as `2021-10-01`; empty when that is not known.
    pub from: String,
    /// The last such day.
    pub until: String,
    /// Where it was kept, in the words of whoever added it.
    pub source: String,
    /// Who added it.
    pub added_by: String,
    /// When, RFC 3339.
    pub added_at: String,
}

/// Keys to add.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "DkimKeyAdd"))]
#[serde(default, deny_unknown_fields)]
pub struct AddKey {
    /// Lines of `name record`, a zone file, what a look-up tool printed, or a bare record.
    pub text: String,
    /// The signing domain of a bare record.
    pub domain: String,
    /// The selector of a bare record.
    pub selector: String,
    /// The first day on which it is known to have been published, such as `2021-10-01`; empty when that is not known.
    pub from: String,
    /// The last such day.
    pub until: String,
    /// Where it was kept, such as `the exhibit of a witness statement`.
    pub source: String,
}

/// The key of which signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "DkimKeyOf"))]
pub struct KeyOf {
    /// The signing domain.
    pub domain: String,
    /// The selector.
    pub selector: String,
}

/// What became of the matter's keys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "DkimKeysChanged"))]
pub struct KeysChanged {
    /// Keys added or removed.
    pub keys: u32,
    /// Items whose signatures were checked again because of that.
    pub checked: u32,
}

impl Keys {
    /// The keys of the profile's archive and those of the matter.
    ///
    /// # Errors
    /// Those of the store.
    pub(crate) fn of_matter(reader: &Reader<'_>, profile: &Profile) -> Result<Self> {
        let mut keys = Self::of(profile);
        for key in stored(reader)? {
            keys.add(key.archived());
        }
        Ok(keys)
    }
}

impl Key {
    fn archived(self) -> ArchivedKey {
        let day = |text: &str| text.parse::<Date>().ok();
        ArchivedKey {
            from: day(&self.from),
            until: day(&self.until),
            domain: self.domain,
            selector: self.selector,
            record: self.record,
            source: Source { text: self.source, mark: Mark::Read },
        }
    }

    fn is_of(&self, domain: &str, selector: &str) -> bool {
        self.domain.eq_ignore_ascii_case(domain) && self.selector.eq_ignore_ascii_case(selector)
    }
}

fn stored(reader: &Reader<'_>) -> Result<Vec<Key>> {
    Ok(setting::get::<Vec<Key>>(reader, SETTING)?.unwrap_or_default())
}

pub(crate) fn keys(context: Context<'_>, _: Nothing) -> Result<Applied<Vec<Key>>> {
    let open = context.app.open_matter()?;
    Ok(Applied::unchanged(open.matter.read(stored)?))
}

pub(crate) fn add_key(context: Context<'_>, input: AddKey) -> Result<Applied<KeysChanged>> {
    let open = context.app.open_matter()?;
    let clock = context.app.clock();
    let added = read(&input)?;
    open.write(Op("key.add"), clock.now(), |tx| {
        let mut known = stored(tx)?;
        for key in &added {
            let key =
                Key { added_by: tx.actor().name.clone(), added_at: clock.now().to_string(), ..key.clone() };
            known.retain(|old| !(old.is_of(&key.domain, &key.selector) && old.record == key.record));
            known.push(key);
        }
        if known.len() > MOST {
            return Err(Error::new("too-many-keys"));
        }
        Ok(setting::put(tx, SETTING, &known)?)
    })?;
    let names = added.iter().map(|key| key_name(&key.selector, &key.domain)).collect();
    changed(context, &open, added.len(), &names)
}

pub(crate) fn remove_key(context: Context<'_>, input: KeyOf) -> Result<Applied<KeysChanged>> {
    let open = context.app.open_matter()?;
    let removed = open.write(Op("key.remove"), context.app.clock().now(), |tx| {
        let known = stored(tx)?;
        let kept: Vec<&Key> = known.iter().filter(|key| !key.is_of(&input.domain, &input.selector)).collect();
        let removed = known.len() - kept.len();
        if removed == 0 {
            return Err(Error::new("no-such-key"));
        }
        setting::put(tx, SETTING, &kept)?;
        Ok(removed)
    })?;
    let names = BTreeSet::from([key_name(&input.selector, &input.domain)]);
    changed(context, &open, removed.output, &names)
}

/// The keys in what a person gave, each with the name at which it was published.
fn read(input: &AddKey) -> Result<Vec<Key>> {
    let day = |text: &str| match text.trim() {
        "" => Ok(String::new()),
        day => day.parse::<Date>().map(|day| day.to_string()).map_err(|_| Error::new("key-day")),
    };
    let (from, until) = (day(&input.from)?, day(&input.until)?);
    if !from.is_empty() && !until.is_empty() && until < from {
        return Err(Error::new("key-day"));
    }
    if input.text.len() > TEXT {
        return Err(Error::new("too-many-keys"));
    }
    let records = key_records(&input.text, "");
    if records.is_empty() {
        return Err(Error::new("no-key-in-text"));
    }
    let (domain, selector) = (input.domain.trim().to_lowercase(), input.selector.trim().to_lowercase());
    let source = match input.source.trim() {
        "" => "a person who added it to the matter",
        source => source,
    };
    let key = |record: joinder_evidence::KeyRecord| {
        let named = record.name.as_deref().and_then(|name| name.split_once("._domainkey."));
        let (selector, domain) = match named {
            Some((selector, domain)) => (selector.to_owned(), domain.to_owned()),
            None if domain.is_empty() || selector.is_empty() => return Err(Error::new("key-without-name")),
            None => (selector.clone(), domain.clone()),
        };
        Ok(Key {
            domain,
            selector,
            record: record.record,
            from: from.clone(),
            until: until.clone(),
            source: source.to_owned(),
            ..Key::default()
        })
    };
    records.into_iter().map(key).collect()
}

/// Checks again every item with a signature of these names, so that its grade says what can be known now.
fn changed(
    context: Context<'_>,
    open: &OpenMatter,
    keys: usize,
    names: &BTreeSet<String>,
) -> Result<Applied<KeysChanged>> {
    let all = open.matter.read(|reader| Keys::of_matter(reader, &open.profile))?;
    let lens = Lens { profile: &open.profile, own: Vec::new(), keys: &all };
    let ids = open.matter.read(|reader| store::ids(reader, Which::All))?;
    let mut report = KeysChanged { keys: u32::try_from(keys).unwrap_or(u32::MAX), checked: 0 };
    for (done, id) in (0..).zip(&ids) {
        context.job.step(done, ids.len() as u64, "Checking signatures")?;
        let item = open.matter.read(|reader| store::get(reader, *id))?;
        let Some(item) = item.filter(|item| is_signed(&kept(item), names)) else { continue };
        check_again(context, open, &item, &lens)?;
        report.checked += 1;
    }
    consensus::refresh(open, context.app.clock(), context.job, report.checked);
    context.job.step(ids.len() as u64, ids.len() as u64, "Checking signatures").ok();
    Ok(Applied::changed(report, Noun::Evidence, None)
        .and(Noun::Claimant, None)
        .and(Noun::Classification, None)
        .and(Noun::Setting, None)
        .and(Noun::Audit, None))
}

fn is_signed(kept: &Kept, names: &BTreeSet<String>) -> bool {
    let signatures = kept.copies.iter().flat_map(|copy| &copy.signatures);
    signatures.map(|one| key_name(&one.selector, &one.domain)).any(|name| names.contains(&name))
}

fn check_again(context: Context<'_>, open: &OpenMatter, item: &Evidence, lens: &Lens<'_>) -> Result<()> {
    let clock = context.app.clock();
    let bytes = open.matter.read(|reader| original::bytes(reader, item))?;
    let messages = signed_messages(&bytes, &inspect(&bytes), lens);
    open.write(Op("evidence.check"), clock.now(), |tx| {
        let item = store::get(tx, item.id)?.ok_or_else(|| Error::new("no-such-evidence"))?;
        let mut kept = kept(&item);
        for (facts, copy) in kept.candidates.iter_mut().zip(&mut kept.copies) {
            check(facts, copy, &messages);
        }
        store::describe(tx, item.id, &described(&item, &kept))?;
        if let State::Assigned(number) = item.state {
            refresh(tx, open, number, clock.today())?;
        }
        Ok::<_, Error>(())
    })?;
    Ok(())
}
