//! All copies against the canonical notice: who agrees, who does not, and when and where they came in.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::canonical::{Canonical, Read, build, canonical_keys, keys};
use super::compare::{Likeness, Measure};
use super::independent::groups;
use super::word::hosts;
use super::{Copy, family};
use crate::notice::NoticeShape;

/// Minutes of one column of the chart of send times.
const SLOT: i8 = 30;
/// Share of the canonical text that a copy without headers must have: prints and pictures read by a machine lose words.
const READ: f64 = 0.97;

/// What all copies show together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Consensus {
    /// The canonical notice; `None` while there is no strong copy.
    pub canonical: Option<Canonical>,
    /// What is counted.
    pub counts: Counts,
    /// For each copy, in the order in which they were given.
    pub compared: Vec<Compared>,
    /// Independent copies that agree, by the provider of the mailbox; most first.
    pub providers: Vec<ProviderCount>,
    /// The same by the time of sending, in UK time; slots in which nothing was sent are left out.
    pub times: Vec<TimeCount>,
}

/// What is counted. Files are only one of these numbers, and never the one that corroborates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ConsensusCounts"))]
#[serde(default)]
pub struct Counts {
    /// Copies of the notice, in whatever form.
    pub copies: u32,
    /// Of these, native ones of tier 4 or 5.
    pub strong: u32,
    /// Groups of copies that do not depend on one another: one Message-ID, signature, claimant or recipient is one group.
    /// Copies whose text is not known are in none.
    pub independent: u32,
    /// Of these groups, those with a native copy that corroborates the canonical notice.
    pub agreeing: u32,
    /// Different Message-IDs among native copies that agree.
    pub message_ids: u32,
    /// Different DKIM signatures among them.
    pub signatures: u32,
    /// Of these signatures, those whose body hash matches.
    pub body_matches: u32,
    /// Of these signatures, those that a key at hand made.
    pub key_matches: u32,
    /// Different claimants among the copies that agree.
    pub claimants: u32,
    /// Copies that differ and wait for a person to look.
    pub outliers: u32,
    /// Copies that could not be compared, because their text is not known.
    pub not_compared: u32,
}

/// How one copy compares with the canonical notice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Compared {
    /// From 0 to 1; `None` when it could not be compared.
    pub similarity: Option<f64>,
    /// The text is that of the canonical notice; text that was added before or after it, such as a footer, aside.
    pub agrees: bool,
    /// The text differs within, beyond personal details.
    pub differs: bool,
    /// The group of copies that it belongs to.
    pub group: usize,
    /// How it differs, in neutral words.
    pub differences: Vec<Difference>,
}

impl Compared {
    /// Whether it corroborates the others: its text is theirs, and nothing about it is for a person to look at first.
    pub fn corroborates(&self) -> bool {
        self.agrees && !self.is_outlier()
    }

    /// Whether a person should look at it.
    pub fn is_outlier(&self) -> bool {
        self.differences.iter().any(|one| one.kind.asks_for_a_person())
    }
}

/// One way in which a copy differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// Which.
    pub kind: DifferenceKind,
    /// In neutral words.
    pub text: String,
}

/// Ways in which a copy can differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum DifferenceKind {
    /// The text, within.
    Text,
    /// Text stands before or after that of the notice.
    Around,
    /// The domain of the sender's address.
    Sender,
    /// The subject.
    Subject,
    /// The family of the Message-ID.
    MessageId,
    /// The domain or selector of the signature.
    Signature,
    /// It was sent at another time.
    Time,
    /// A web address leads elsewhere.
    Link,
    /// The same message came with other items too.
    Repeated,
}

impl DifferenceKind {
    /// Whether it is for a person to look at, and not only said.
    pub fn asks_for_a_person(self) -> bool {
        !matches!(self, Self::Around | Self::Repeated)
    }
}

/// Copies by provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ConsensusProvider"))]
pub struct ProviderCount {
    /// The provider; empty where the copies do not name one.
    pub provider: String,
    /// Independent copies that agree.
    pub independent: u32,
    /// Copies that agree.
    pub copies: u32,
}

/// Copies by time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeCount {
    /// The beginning of the half-hour, UK time, such as `2021-11-03T14:30:00`.
    pub from: DateTime,
    /// Independent copies that agree.
    pub independent: u32,
    /// Copies that agree.
    pub copies: u32,
}

/// Builds the canonical notice from the strong copies, and compares every copy with it.
///
/// The work grows with the length of all texts together. Equal input gives equal output, whatever its order of ties.
pub fn survey(copies: &[Copy]) -> Consensus {
    let groups = groups(copies);
    let read: Vec<Read> =
        copies.iter().zip(&groups).map(|(copy, group)| Read { keys: keys(copy), group: *group }).collect();
    let canonical = build(copies, &read);
    let against = canonical.clone().map(Against::new);
    let mut compared: Vec<Compared> = copies
        .iter()
        .zip(&read)
        .map(|(copy, read)| {
            against.as_ref().map_or_else(Compared::default, |against| against.compare_words(copy, &read.keys))
        })
        .collect();
    for (one, group) in compared.iter_mut().zip(&groups) {
        one.group = *group;
    }
    repeated(copies, &mut compared);
    let counts = counts(copies, &compared);
    let (providers, times) = (providers(copies, &compared), times(copies, &compared));
    Consensus { canonical, counts, compared, providers, times }
}

/// A canonical notice, ready to be compared with any number of copies.
#[derive(Clone, Debug)]
pub struct Against {
    canonical: Canonical,
    measure: Measure,
}

impl Against {
    /// Prepares a canonical notice.
    pub fn new(canonical: Canonical) -> Self {
        Self { measure: Measure::new(canonical_keys(&canonical)), canonical }
    }

    /// The canonical notice.
    pub fn canonical(&self) -> &Canonical {
        &self.canonical
    }

    /// How a copy compares with it.
    pub fn compare(&self, copy: &Copy) -> Compared {
        self.compare_words(copy, &keys(copy))
    }

    /// Whether the text of a copy differs within, beyond personal details, from what enough others have.
    ///
    /// Text before or after the notice, such as a footer, is no difference, and neither is a text that is not known.
    pub fn differs(&self, copy: &Copy) -> bool {
        self.canonical.established && self.compare(copy).differs
    }

    fn compare_words(&self, copy: &Copy, words: &[u64]) -> Compared {
        if words.is_empty() || copy.form == NoticeShape::Picture && copy.body.trim().is_empty() {
            return Compared::default();
        }
        let likeness = self.measure.likeness(words);
        let agrees = likeness.whole || (!copy.is_native() && likeness.coverage >= READ);
        let mut compared = Compared {
            similarity: Some(likeness.similarity),
            agrees,
            differs: !agrees,
            ..Compared::default()
        };
        self.differences(copy, likeness, &mut compared);
        compared
    }

    fn differences(&self, copy: &Copy, likeness: Likeness, compared: &mut Compared) {
        let canonical = &self.canonical;
        let mut say = |kind, text: String| compared.differences.push(Difference { kind, text });
        if compared.differs {
            // A change of one word in a thousand must not be rounded away.
            let percent = (likeness.similarity * 100.0).floor();
            say(
                DifferenceKind::Text,
                format!("Its text has about {percent} % in common with that of the others."),
            );
        } else if likeness.similarity < 1.0 {
            say(
                DifferenceKind::Around,
                "The text is that of the others; other text stands before or after it.".to_owned(),
            );
        }
        let value = |text: &str| text.to_lowercase();
        if canonical.sender_domain.excludes(&copy.sender_domain) {
            say(
                DifferenceKind::Sender,
                format!(
                    "Its sender is of {}; that of the others is of {}.",
                    copy.sender_domain, canonical.sender_domain.value
                ),
            );
        }
        if value(&canonical.subject.value) != value(&copy.subject)
            && canonical.subject.excludes(&copy.subject)
        {
            say(
                DifferenceKind::Subject,
                format!(
                    "Its subject is “{}”; that of the others is “{}”.",
                    copy.subject, canonical.subject.value
                ),
            );
        }
        let own: Vec<String> = hosts(&copy.body);
        let elsewhere: Vec<&str> =
            own.iter().filter(|host| !canonical.hosts.contains(host)).map(String::as_str).collect();
        if !elsewhere.is_empty() && compared.differs {
            say(DifferenceKind::Link, format!("It links to {}; the others do not.", elsewhere.join(", ")));
        }
        if !copy.is_native() {
            return;
        }
        let (domain, pattern) = (family::domain(&copy.message_id), family::pattern(&copy.message_id));
        let pattern_differs = canonical.message_id_pattern.nearly_all_have_another(&pattern)
            && !family::may_be(&canonical.message_id_pattern.value, &pattern);
        if canonical.message_id_domain.excludes(&domain) || pattern_differs {
            say(
                DifferenceKind::MessageId,
                "Its Message-ID is made in another way than those of the others.".to_owned(),
            );
        }
        let dkim = |shared: &super::Shared, of: fn(&super::CopySignature) -> &str| {
            let values: Vec<String> = copy.signatures.iter().map(|one| of(one).to_lowercase()).collect();
            !values.is_empty() && values.iter().all(|value| shared.excludes(value))
        };
        if dkim(&canonical.dkim_domain, |one| &one.domain)
            || dkim(&canonical.dkim_selector, |one| &one.selector)
        {
            say(
                DifferenceKind::Signature,
                "Its signature is of another domain or selector than those of the others.".to_owned(),
            );
        }
        let outside =
            |sent: DateTime| canonical.window.is_some_and(|(first, last)| sent < first || last < sent);
        // A window of a few copies is only what they happen to show.
        if canonical.established && copy.sent.is_some_and(|sent| outside(sent) && self.far(sent)) {
            say(DifferenceKind::Time, "It was sent at another time than the others.".to_owned());
        }
    }

    /// Whether a time is more than a day outside the window.
    fn far(&self, sent: DateTime) -> bool {
        let day = jiff::Span::new().days(1);
        self.canonical.window.is_some_and(|(first, last)| {
            first.checked_sub(day).is_ok_and(|first| sent < first)
                || last.checked_add(day).is_ok_and(|last| last < sent)
        })
    }
}

/// Says of copies that they are one message in several items, for several claimants.
fn repeated(copies: &[Copy], compared: &mut [Compared]) {
    let mut ids: BTreeMap<&str, BTreeSet<Option<u32>>> = BTreeMap::new();
    for copy in copies.iter().filter(|copy| copy.is_native() && !copy.message_id.is_empty()) {
        ids.entry(&copy.message_id).or_default().insert(copy.person);
    }
    for (copy, compared) in copies.iter().zip(compared) {
        let people = ids.get(copy.message_id.as_str()).map_or(0, BTreeSet::len);
        if people > 1 && copy.is_native() {
            let text = format!("The same message came with {people} people’s items; it is counted once.");
            compared.differences.push(Difference { kind: DifferenceKind::Repeated, text });
        }
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn counts(copies: &[Copy], compared: &[Compared]) -> Counts {
    let agreeing = || copies.iter().zip(compared).filter(|(_, compared)| compared.corroborates());
    let native = || agreeing().filter(|(copy, _)| copy.is_native());
    let distinct = |groups: BTreeSet<usize>| number(groups.len());
    let signed = |wanted: fn(&super::CopySignature) -> bool| {
        let values = native()
            .flat_map(|(copy, _)| &copy.signatures)
            .filter(|one| !one.value.is_empty() && wanted(one));
        number(values.map(|one| one.value.as_str()).collect::<BTreeSet<_>>().len())
    };
    let ids: BTreeSet<&str> =
        native().map(|(copy, _)| copy.message_id.as_str()).filter(|id| !id.is_empty()).collect();
    let people: BTreeSet<u32> = agreeing().filter_map(|(copy, _)| copy.person).collect();
    Counts {
        copies: number(copies.len()),
        strong: number(copies.iter().filter(|copy| copy.is_strong()).count()),
        independent: distinct(
            compared.iter().filter(|one| one.similarity.is_some()).map(|one| one.group).collect(),
        ),
        agreeing: distinct(native().map(|(_, one)| one.group).collect()),
        message_ids: number(ids.len()),
        signatures: signed(|_| true),
        body_matches: signed(|one| one.body_matches),
        key_matches: signed(|one| one.key_matches),
        claimants: number(people.len()),
        outliers: number(compared.iter().filter(|one| one.is_outlier()).count()),
        not_compared: number(compared.iter().filter(|one| one.similarity.is_none()).count()),
    }
}

fn providers(copies: &[Copy], compared: &[Compared]) -> Vec<ProviderCount> {
    let mut found: BTreeMap<&str, (BTreeSet<usize>, u32)> = BTreeMap::new();
    for (copy, one) in
        copies.iter().zip(compared).filter(|(copy, one)| one.corroborates() && copy.is_native())
    {
        let (groups, files) = found.entry(&copy.provider).or_default();
        groups.insert(one.group);
        *files += 1;
    }
    let count = |(provider, (groups, copies)): (&str, (BTreeSet<usize>, u32))| ProviderCount {
        provider: provider.to_owned(),
        independent: number(groups.len()),
        copies,
    };
    let mut counts: Vec<ProviderCount> = found.into_iter().map(count).collect();
    counts.sort_by(|a, b| b.independent.cmp(&a.independent).then_with(|| a.provider.cmp(&b.provider)));
    counts
}

fn times(copies: &[Copy], compared: &[Compared]) -> Vec<TimeCount> {
    let mut found: BTreeMap<DateTime, (BTreeSet<usize>, u32)> = BTreeMap::new();
    for (copy, one) in
        copies.iter().zip(compared).filter(|(copy, one)| one.corroborates() && copy.is_native())
    {
        let Some(sent) = copy.sent else { continue };
        let minute = sent.minute() - sent.minute() % SLOT;
        let Ok(slot) = sent.with().minute(minute).second(0).subsec_nanosecond(0).build() else { continue };
        let (groups, files) = found.entry(slot).or_default();
        groups.insert(one.group);
        *files += 1;
    }
    let count = |(from, (groups, copies)): (DateTime, (BTreeSet<usize>, u32))| TimeCount {
        from,
        independent: number(groups.len()),
        copies,
    };
    found.into_iter().map(count).collect()
}
