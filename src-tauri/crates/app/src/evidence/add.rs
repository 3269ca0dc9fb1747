//! Files taken in: kept first, read afterwards.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use joinder_domain::id::{ClaimantNumber, EvidenceId};
use joinder_domain::notice::{Effect, Grade};
use joinder_evidence::Limits;
use joinder_store::evidence::{self as store, Added, Description, Evidence, NewEvidence, State};
use joinder_store::{Op, Write, claimant};
use serde::{Deserialize, Serialize};

use super::collect::files;
use super::inspect;
use super::item::{describe, kept};
use super::owner::owner;
use crate::app::OpenMatter;
use crate::classification::refresh;
use crate::command::{Applied, Context, Noun};
use crate::error::{Error, Result};

/// Files and bytes that are kept in one transaction.
const FILES_AT_ONCE: usize = 250;
const BYTES_AT_ONCE: u64 = 64 * 1024 * 1024;

/// Files to take in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceAdd"))]
pub struct Add {
    /// Files or folders.
    #[cfg_attr(feature = "ts", ts(type = "string[]"))]
    pub paths: Vec<PathBuf>,
    /// Whose they are, when a person says so.
    pub claimant: Option<u32>,
}

/// What became of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceReport"))]
pub struct Report {
    /// Files kept.
    pub added: u32,
    /// Files that were there before, byte for byte.
    pub already_there: u32,
    /// Of the files kept, those given to a claimant.
    pub assigned: u32,
    /// Of the files kept, those that wait for a person to say whose they are.
    pub unassigned: u32,
    /// Files that could not be taken.
    pub failed: u32,
    /// Each file.
    pub items: Vec<AddedItem>,
}

/// What became of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AddedItem {
    /// File name.
    pub name: String,
    /// What became of it.
    pub state: ItemState,
    /// Whose it is.
    pub claimant: Option<u32>,
    /// That claimant's name.
    pub claimant_name: String,
    /// How well it proves that the claimant was told, 0 to 5.
    pub tier: Option<u8>,
    /// Why it is graded so: what keeps it from proving more, else what speaks for it.
    pub why: String,
    /// What is wrong with it; empty when nothing is.
    pub message: String,
    /// What to do about it.
    pub fix: String,
    /// Its identifier; empty when it was not taken.
    pub evidence: String,
}

/// What became of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ItemState {
    /// Kept, and given to a claimant.
    Assigned,
    /// Kept; nobody knows yet whose it is.
    Unassigned,
    /// It was there before.
    AlreadyThere,
    /// It could not be taken.
    Failed,
}

struct Received {
    name: String,
    bytes: Vec<u8>,
    modified: Option<Timestamp>,
}

pub(crate) fn add(context: Context<'_>, input: Add) -> Result<Applied<Report>> {
    let open = context.app.open_matter()?;
    let claimed = input.claimant.map(ClaimantNumber);
    if let Some(number) = claimed
        && open.matter.read(|reader| claimant::rows(reader, &[number]))?.is_empty()
    {
        return Err(Error::new("no-such-claimant"));
    }
    let files = files(&input.paths)?;
    let mut report = Report::default();
    let mut rest = files.as_slice();
    while !rest.is_empty() {
        context.job.step((files.len() - rest.len()) as u64, files.len() as u64, "Taking in evidence")?;
        let (received, unread, after) = receive(rest);
        for (name, error) in unread {
            report.count(failed(name, &error));
        }
        for item in take(context, &open, claimed, &received)? {
            report.count(item);
        }
        rest = after;
    }
    context.job.step(files.len() as u64, files.len() as u64, "Taking in evidence")?;
    Ok(Applied::changed(report, Noun::Evidence, None)
        .and(Noun::Claimant, None)
        .and(Noun::Classification, None)
        .and(Noun::Audit, None))
}

impl Report {
    fn count(&mut self, item: AddedItem) {
        match item.state {
            ItemState::Assigned => (self.added, self.assigned) = (self.added + 1, self.assigned + 1),
            ItemState::Unassigned => (self.added, self.unassigned) = (self.added + 1, self.unassigned + 1),
            ItemState::AlreadyThere => self.already_there += 1,
            ItemState::Failed => self.failed += 1,
        }
        self.items.push(item);
    }
}

/// Reads as many files as go into one transaction; gives them, those that could not be read, and the rest.
fn receive(files: &[PathBuf]) -> (Vec<Received>, Vec<(String, Error)>, &[PathBuf]) {
    let (mut received, mut unread, mut bytes) = (Vec::new(), Vec::new(), 0);
    for (position, path) in files.iter().enumerate() {
        if received.len() >= FILES_AT_ONCE || bytes >= BYTES_AT_ONCE {
            return (received, unread, files.get(position..).unwrap_or_default());
        }
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        match read(path) {
            Ok((content, modified)) => {
                bytes += content.len() as u64;
                received.push(Received { name, bytes: content, modified });
            }
            Err(error) => unread.push((name, error)),
        }
    }
    (received, unread, &[])
}

fn read(path: &Path) -> Result<(Vec<u8>, Option<Timestamp>)> {
    let unreadable = |_| Error::new("unreadable-file");
    let about = fs::metadata(path).map_err(unreadable)?;
    let limit = Limits::default().item_bytes;
    if about.len() > limit {
        return Err(Error::with("file-too-large", &[("limit", &(limit / 1024 / 1024).to_string())]));
    }
    let content = fs::read(path).map_err(unreadable)?;
    if content.is_empty() {
        return Err(Error::new("file-empty"));
    }
    let modified = about.modified().ok().and_then(|at| Timestamp::try_from(at).ok());
    Ok((content, modified))
}

/// Keeps the originals, then reads them, then says whose they are: in this order, so that nothing is lost to a parser.
fn take(
    context: Context<'_>,
    open: &OpenMatter,
    claimed: Option<ClaimantNumber>,
    received: &[Received],
) -> Result<Vec<AddedItem>> {
    if received.is_empty() {
        return Ok(Vec::new());
    }
    let clock = context.app.clock();
    let kept = open.write(Op("evidence.add"), clock.now(), |tx| {
        let keep = |file: &Received| {
            let id = EvidenceId(clock.id());
            let (bytes, name, modified) = (&file.bytes, &file.name, file.modified);
            Ok(store::add(tx, NewEvidence { id, bytes, name, modified, source: "file" })?)
        };
        received.iter().map(keep).collect::<Result<Vec<Added>>>()
    })?;
    let found = read_all(received, &kept.output);
    let placed = open.write(Op("evidence.read"), clock.now(), |tx| {
        let mut items = Vec::with_capacity(received.len());
        let mut touched = Vec::new();
        for ((file, added), found) in received.iter().zip(&kept.output).zip(&found) {
            let item = match (added, found) {
                (Added::New(item), Some(found)) => {
                    store::describe(tx, item.id, found)?;
                    let item = store::get(tx, item.id)?.ok_or_else(|| Error::new("no-such-evidence"))?;
                    place(tx, &item, claimed, &mut touched)?
                }
                (added, _) => already_there(tx, added.evidence(), claimed, &mut touched)?,
            };
            items.push((file.name.clone(), item));
        }
        touched.sort_unstable();
        touched.dedup();
        for number in touched {
            refresh(tx, open, number, clock.today())?;
        }
        items
            .into_iter()
            .map(|(name, (id, state))| report_item(tx, name, id, state))
            .collect::<Result<Vec<_>>>()
    })?;
    Ok(placed.output)
}

/// What each new file says, read on all cores.
fn read_all(received: &[Received], kept: &[Added]) -> Vec<Option<Description>> {
    let next = AtomicUsize::new(0);
    let found: Vec<Mutex<Option<Description>>> = received.iter().map(|_| Mutex::new(None)).collect();
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let (Some(file), Some(added), Some(slot)) = (received.get(at), kept.get(at), found.get(at))
            else {
                return;
            };
            if matches!(added, Added::New(_)) {
                *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(describe(&inspect(&file.bytes)));
            }
        }
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(received.len());
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(work);
        }
    });
    found.into_iter().map(|slot| slot.into_inner().unwrap_or_else(PoisonError::into_inner)).collect()
}

/// Gives a new item to the claimant whom a person named, or to the one at whose address it was received.
fn place(
    tx: &mut Write<'_>,
    item: &Evidence,
    claimed: Option<ClaimantNumber>,
    touched: &mut Vec<ClaimantNumber>,
) -> Result<(EvidenceId, ItemState)> {
    let to = match claimed {
        Some(number) => Some(number),
        None => owner(tx, item)?,
    };
    let Some(number) = to else { return Ok((item.id, ItemState::Unassigned)) };
    store::assign(tx, item.id, number, None)?;
    touched.push(number);
    Ok((item.id, ItemState::Assigned))
}

/// An item that was there before: a person who says whose it is now settles what nobody knew.
fn already_there(
    tx: &mut Write<'_>,
    item: &Evidence,
    claimed: Option<ClaimantNumber>,
    touched: &mut Vec<ClaimantNumber>,
) -> Result<(EvidenceId, ItemState)> {
    if let (Some(number), State::Unassigned) = (claimed, &item.state) {
        store::assign(tx, item.id, number, None)?;
        touched.push(number);
    }
    Ok((item.id, ItemState::AlreadyThere))
}

fn report_item(tx: &Write<'_>, name: String, id: EvidenceId, state: ItemState) -> Result<AddedItem> {
    let item = store::get(tx, id)?.ok_or_else(|| Error::new("no-such-evidence"))?;
    let claimant = match item.state {
        State::Assigned(number) => Some(number),
        State::Unassigned | State::SetAside(_) => None,
    };
    let row = match claimant {
        Some(number) => claimant::rows(tx, &[number])?.pop(),
        None => None,
    };
    let damage = kept(&item).damage.into_iter().next();
    let (message, fix) = damage.map(|damage| (damage.message, damage.fix)).unwrap_or_default();
    Ok(AddedItem {
        name,
        state,
        claimant: claimant.map(|number| number.0),
        claimant_name: row.map(|row| row.name).unwrap_or_default(),
        tier: item.grade.as_ref().map(|grade| grade.tier),
        why: item.grade.as_ref().map(why).unwrap_or_default(),
        message,
        fix,
        evidence: id.to_string(),
    })
}

/// What keeps an item from proving more; for one that nothing keeps back, all that speaks for it.
fn why(grade: &Grade) -> String {
    let of = |effect: Effect| {
        let texts =
            grade.reasons.iter().filter(|reason| reason.effect == effect).map(|reason| reason.text.as_str());
        texts.collect::<Vec<_>>().join(" ")
    };
    Some(of(Effect::Down)).filter(|down| !down.is_empty()).unwrap_or_else(|| of(Effect::Up))
}

fn failed(name: String, error: &Error) -> AddedItem {
    AddedItem {
        name,
        state: ItemState::Failed,
        claimant: None,
        claimant_name: String::new(),
        tier: None,
        why: String::new(),
        message: error.message.clone(),
        fix: error.fix.clone(),
        evidence: String::new(),
    }
}
