//! Duplicates within a file of people, or between two, without a matter; nothing is kept.

use std::path::{Path, PathBuf};

use joinder_domain::matching::{Found, IndexBuilder, Match, Search, search};
use serde::{Deserialize, Serialize};

use super::file::{FileRead, read};
use super::words::{Looks, ReasonView, summary};
use crate::command::{Applied, Context};
use crate::error::{Error, Result};

/// A file to search, or two to link.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MatchGiven"))]
#[serde(deny_unknown_fields)]
pub struct Given {
    /// The CSV file.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub path: PathBuf,
    /// Another one: then pairs are of one row of each.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub link: Option<PathBuf>,
    /// The least score that is called a match, from 0 to 1.
    pub threshold: f64,
    /// The least score that is listed at all; the threshold if not given.
    #[serde(default)]
    pub floor: Option<f64>,
    /// What columns mean where their headings do not say it: heading and code, `-` to leave a column out.
    #[serde(default)]
    pub columns: Vec<(String, String)>,
}

/// What was found in the file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "GivenMatches"))]
pub struct Matches {
    /// Rows of each file.
    pub records: Vec<usize>,
    /// What each column was taken for.
    pub columns: Vec<ColumnView>,
    /// The least score that is called a match.
    pub threshold: f64,
    /// Pairs that were compared in full.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub compared: u64,
    /// Pairs at or above the threshold, the surest first.
    pub matches: Vec<PairView>,
    /// Pairs that look alike and are below it, with why they are kept apart, the surest first.
    pub beside: Vec<PairView>,
    /// Ids that matches join, directly or through others; of one file only.
    pub groups: Vec<Vec<String>>,
}

/// A column, and what it was taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MatchColumn"))]
pub struct ColumnView {
    /// Which file, from 1.
    pub file: u32,
    /// Its heading.
    pub heading: String,
    /// What it was taken for; empty when it was left out.
    pub meaning: String,
}

/// A pair of rows.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MatchPair"))]
pub struct PairView {
    /// Id of the one.
    pub a: String,
    /// Id of the other.
    pub b: String,
    /// Row of the one in its file, from 1 without the headings.
    pub a_row: u32,
    /// Row of the other.
    pub b_row: u32,
    /// Probability that both are one person.
    pub score: f64,
    /// Probability that they are two people of one household.
    pub household: f64,
    /// Weight of all fields together, in bits.
    pub bits: f64,
    /// How it looks on the whole.
    pub looks: Looks,
    /// The same in one sentence.
    pub summary: String,
    /// Why, field by field.
    pub reasons: Vec<ReasonView>,
}

/// So many pairs below the threshold are told.
const BESIDE_MOST: usize = 10_000;

pub(crate) fn given(context: Context<'_>, input: Given) -> Result<Applied<Matches>> {
    let threshold = share(input.threshold)?;
    let floor = share(input.floor.unwrap_or(threshold))?.min(threshold);
    let mut builder = IndexBuilder::default();
    let mut files = vec![read(&input.path, &input.columns, &mut builder, context.job)?];
    if let Some(link) = &input.link {
        builder.begin_second();
        files.push(read(link, &chosen_there(link, &input.columns), &mut builder, context.job)?);
    }
    let index = builder.finish();
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let watch = |done, total| context.job.step(done, total, "Comparing").is_ok();
    let how = Search { floor, workers, model: None };
    let found = search(&index, how, &watch).map_err(|_| Error::new("cancelled"))?;
    Ok(Applied::unchanged(view(&files, found, threshold)))
}

/// What was said of columns holds for the second file as far as it has them.
fn chosen_there(path: &Path, chosen: &[(String, String)]) -> Vec<(String, String)> {
    let headings: Vec<String> = csv::Reader::from_path(path)
        .ok()
        .and_then(|mut reader| reader.byte_headers().ok().cloned())
        .map(|headings| headings.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect())
        .unwrap_or_default();
    let there =
        |(heading, _): &&(String, String)| headings.iter().any(|known| known.eq_ignore_ascii_case(heading));
    chosen.iter().filter(there).cloned().collect()
}

fn share(number: f64) -> Result<f64> {
    if (0.0..=1.0).contains(&number) { Ok(number) } else { Err(Error::new("not-a-share")) }
}

fn view(files: &[FileRead], found: Found, threshold: f64) -> Matches {
    let first = files.first().map_or(0, |file| file.ids.len());
    let place = |position: u32| {
        let at = position as usize;
        let (file, row) = if at < first { (0, at) } else { (1, at.saturating_sub(first)) };
        let id = files.get(file).and_then(|file| file.ids.get(row)).cloned().unwrap_or_default();
        (id, u32::try_from(row.saturating_add(1)).unwrap_or(u32::MAX))
    };
    let pair = |found: &Match| {
        let ((a, a_row), (b, b_row)) = (place(found.a), place(found.b));
        let (looks, summary) = summary(found, threshold);
        let reasons = found.reasons.iter().map(ReasonView::of).collect();
        let Match { score, household, bits, .. } = *found;
        PairView { a, b, a_row, b_row, score, household, bits, looks, summary, reasons }
    };
    let mut ordered: Vec<&Match> = found.matches.iter().collect();
    ordered.sort_by(|a, b| b.score.total_cmp(&a.score).then((a.a, a.b).cmp(&(b.a, b.b))));
    let (sure, other): (Vec<&Match>, Vec<&Match>) =
        ordered.into_iter().partition(|found| found.score >= threshold);
    let columns = files.iter().zip(1..).flat_map(|(file, number)| {
        file.columns.iter().map(move |column| ColumnView {
            file: number,
            heading: column.heading.clone(),
            meaning: column.meaning.map(|meaning| meaning.code().to_owned()).unwrap_or_default(),
        })
    });
    let joined = if files.len() == 1 { groups(first, &sure) } else { Vec::new() };
    Matches {
        records: files.iter().map(|file| file.ids.len()).collect(),
        columns: columns.collect(),
        threshold,
        compared: found.compared,
        matches: sure.iter().map(|found| pair(found)).collect(),
        beside: other.iter().take(BESIDE_MOST).map(|found| pair(found)).collect(),
        groups: joined
            .into_iter()
            .map(|group| group.into_iter().map(|position| place(position).0).collect())
            .collect(),
    }
}

/// Records that pairs join, each group in order.
fn groups(records: usize, pairs: &[&Match]) -> Vec<Vec<u32>> {
    let mut root: Vec<u32> = (0..u32::try_from(records).unwrap_or(u32::MAX)).collect();
    fn find(root: &[u32], mut at: u32) -> u32 {
        while let Some(up) = root.get(at as usize).filter(|up| **up != at) {
            at = *up;
        }
        at
    }
    for pair in pairs {
        let (a, b) = (find(&root, pair.a), find(&root, pair.b));
        if let Some(slot) = root.get_mut(a.max(b) as usize) {
            *slot = a.min(b);
        }
    }
    let mut members: std::collections::BTreeMap<u32, Vec<u32>> = std::collections::BTreeMap::new();
    let mut in_pairs: Vec<u32> = pairs.iter().flat_map(|pair| [pair.a, pair.b]).collect();
    in_pairs.sort_unstable();
    in_pairs.dedup();
    for record in in_pairs {
        members.entry(find(&root, record)).or_default().push(record);
    }
    members.into_values().collect()
}
