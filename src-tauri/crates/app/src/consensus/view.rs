//! The consensus as a page shows it.

use std::collections::BTreeSet;

use jiff::civil::DateTime;
use joinder_domain::consensus::{
    Canonical, Compared, Consensus, Counts, DifferenceKind, ProviderCount, Shared, survey,
};
use serde::Serialize;

use super::gather::{Gathered, gather, name};
use crate::app::OpenMatter;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::job::Job;

/// Outliers that are listed; all are counted.
const LISTED: usize = 1_000;

/// What all copies of the notice in the matter show together.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ConsensusView"))]
pub struct View {
    /// The canonical notice; `null` while there is no strong copy (a native mail of tier 4 or 5).
    pub canonical: Option<CanonicalView>,
    /// Evidence items that hold a copy of the notice: files, which corroborate nothing by their number.
    pub items: u32,
    /// What is counted.
    pub counts: Counts,
    /// Independent copies that agree, by the provider of the mailbox; most first.
    pub providers: Vec<ProviderCount>,
    /// The same by the time of sending, in half-hours of UK time; half-hours without any in between are listed as 0, unless
    /// the gap is longer than two days.
    pub times: Vec<TimeView>,
    /// Copies that differ and wait for a person to look, the least alike first; at most 1,000.
    pub outliers: Vec<Outlier>,
}

/// What independent strong copies share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "CanonicalNotice"))]
pub struct CanonicalView {
    /// At least three independent copies agree, and they are more than half; before that nothing differs from it.
    pub established: bool,
    /// What that rests on, in words.
    pub words: String,
    /// The evidence item whose text stands for all.
    pub evidence: String,
    /// Its text as a person reads it.
    pub text: String,
    /// Domain of the sender's address, with how many independent copies have it.
    pub sender_domain: Shared,
    /// Subject without prefixes.
    pub subject: Shared,
    /// Domain of the Message-ID.
    pub message_id_domain: Shared,
    /// How the left side of the Message-ID is made, such as `hex 32`.
    pub message_id_pattern: Shared,
    /// Domain of the DKIM signature.
    pub dkim_domain: Shared,
    /// Its selector.
    pub dkim_selector: Shared,
    /// The first and the last of the copies that agree, in UK time, ISO 8601; empty when none says.
    pub sent_from: String,
    /// See `sent_from`.
    pub sent_until: String,
    /// Both in words, such as `3 November 2021, 14:30 to 16:05`.
    pub sent: String,
}

/// Independent copies that agree, in one half-hour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ConsensusTime"))]
pub struct TimeView {
    /// Its beginning, UK time, ISO 8601, such as `2021-11-03T14:30:00`.
    pub from: String,
    /// The same in words, such as `3 Nov, 14:30`.
    pub label: String,
    /// Independent copies.
    pub independent: u32,
    /// Copies.
    pub copies: u32,
}

/// A copy that differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ConsensusOutlier"))]
pub struct Outlier {
    /// The evidence item.
    pub evidence: String,
    /// The part of it: `0` for the item itself, else such as `2`.
    pub place: String,
    /// File name as received.
    pub name: String,
    /// Whose it is.
    pub claimant: Option<u32>,
    /// That claimant's name; empty when nobody's.
    pub claimant_name: String,
    /// How well the item proves that its claimant was told, 0 to 5; `null` when it was not graded.
    pub tier: Option<u8>,
    /// How much its text is that of the canonical notice, 0 to 1; `null` when its text is not known.
    pub similarity: Option<f64>,
    /// How it differs, in neutral words.
    pub differences: Vec<DifferenceView>,
}

/// One way in which a copy differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ConsensusDifference"))]
pub struct DifferenceView {
    /// Which.
    pub kind: DifferenceKind,
    /// In neutral words.
    pub text: String,
    /// Whether it is for a person to look at, and not only said.
    pub asks_for_a_person: bool,
}

pub(crate) fn get(context: Context<'_>, _: Nothing) -> Result<Applied<View>> {
    let open = context.app.open_matter()?;
    Ok(Applied::unchanged(view(&open, context.job)?))
}

/// Surveys the matter as it stands.
pub(super) fn view(open: &OpenMatter, job: &Job) -> Result<View> {
    open.matter.read(|reader| {
        let mut gathered = gather(reader, open, job)?;
        let consensus = survey(&gathered.copies);
        let wanted: BTreeSet<usize> =
            listed(&consensus).iter().filter_map(|at| gathered.of.get(*at).copied()).collect();
        let items = gathered.items.iter_mut().enumerate();
        name(reader, items.filter(|(at, _)| wanted.contains(at)).map(|(_, item)| item))?;
        Ok::<_, Error>(of(&gathered, consensus))
    })
}

/// Positions of outliers, the least alike first.
fn listed(consensus: &Consensus) -> Vec<usize> {
    let outliers = consensus.compared.iter().enumerate().filter(|(_, one)| one.is_outlier());
    let mut positions: Vec<(f64, usize)> =
        outliers.map(|(at, one)| (one.similarity.unwrap_or_default(), at)).collect();
    positions.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    positions.into_iter().take(LISTED).map(|(_, at)| at).collect()
}

/// What a page shows of a survey.
pub(super) fn of(gathered: &Gathered, consensus: Consensus) -> View {
    let outliers =
        listed(&consensus).into_iter().filter_map(|at| outlier(gathered, at, consensus.compared.get(at)?));
    View {
        outliers: outliers.collect(),
        items: u32::try_from(gathered.items.len()).unwrap_or(u32::MAX),
        counts: consensus.counts,
        providers: consensus.providers.clone(),
        times: times(&consensus),
        canonical: consensus.canonical.as_ref().map(|canonical| canonical_view(canonical, &consensus.counts)),
    }
}

fn outlier(gathered: &Gathered, at: usize, compared: &Compared) -> Option<Outlier> {
    let copy = gathered.copies.get(at)?;
    let item = gathered.items.get(*gathered.of.get(at)?)?;
    let (_, place) = copy.id.split_once('/')?;
    Some(Outlier {
        evidence: item.id.to_string(),
        place: place.to_owned(),
        name: item.name.clone(),
        claimant: item.claimant,
        claimant_name: item.claimant_name.clone(),
        tier: item.tier,
        similarity: compared.similarity,
        differences: differences(compared),
    })
}

pub(super) fn differences(compared: &Compared) -> Vec<DifferenceView> {
    let one = |difference: &joinder_domain::consensus::Difference| DifferenceView {
        kind: difference.kind,
        text: difference.text.clone(),
        asks_for_a_person: difference.kind.asks_for_a_person(),
    };
    compared.differences.iter().map(one).collect()
}

fn canonical_view(canonical: &Canonical, counts: &Counts) -> CanonicalView {
    let words = if canonical.established {
        format!(
            "{} independent copies agree; there are {} different Message-IDs and {} different signatures among them.",
            counts.agreeing, counts.message_ids, counts.signatures
        )
    } else {
        "Too few independent copies agree to rely on it: at least three are needed, and more than half of all.".to_owned()
    };
    let (from, until) = canonical.window.unzip();
    CanonicalView {
        established: canonical.established,
        words,
        evidence: canonical.from.split('/').next().unwrap_or_default().to_owned(),
        text: canonical.text.clone(),
        sender_domain: canonical.sender_domain.clone(),
        subject: canonical.subject.clone(),
        message_id_domain: canonical.message_id_domain.clone(),
        message_id_pattern: canonical.message_id_pattern.clone(),
        dkim_domain: canonical.dkim_domain.clone(),
        dkim_selector: canonical.dkim_selector.clone(),
        sent: from.zip(until).map(|(from, until)| between(from, until)).unwrap_or_default(),
        sent_from: from.map(|from| from.to_string()).unwrap_or_default(),
        sent_until: until.map(|until| until.to_string()).unwrap_or_default(),
    }
}

fn between(from: DateTime, until: DateTime) -> String {
    let first = from.strftime("%-d %B %Y, %H:%M");
    if from.date() == until.date() {
        format!("{first} to {}", until.strftime("%H:%M"))
    } else {
        format!("{first} to {}", until.strftime("%-d %B %Y, %H:%M"))
    }
}

/// Half-hours, with those in between that are empty.
fn times(consensus: &Consensus) -> Vec<TimeView> {
    const GAP: i64 = 48;
    let slot = |from: DateTime, independent, copies| TimeView {
        from: from.to_string(),
        label: from.strftime("%-d %b, %H:%M").to_string(),
        independent,
        copies,
    };
    let mut found = Vec::new();
    let mut last: Option<DateTime> = None;
    for time in &consensus.times {
        if let Some(before) = last
            && time.from.duration_since(before).as_hours() <= GAP
        {
            let mut empty = before;
            while let Ok(next) = empty.checked_add(jiff::Span::new().minutes(30)) {
                if next >= time.from {
                    break;
                }
                found.push(slot(next, 0, 0));
                empty = next;
            }
        }
        found.push(slot(time.from, time.independent, time.copies));
        last = Some(time.from);
    }
    found
}
