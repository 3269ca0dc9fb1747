//! Sealed files taken in: one, or a folder of thousands.

use std::collections::BTreeMap;
use std::fs::{File, FileType};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use joinder_domain::id::PacketNumber;
use joinder_domain::noun::Noun;
use joinder_packet::Receipt;
use joinder_store::packet::{self as store, NewPacket};
use joinder_store::{Op, Write, claimant as claimants};
use serde::{Deserialize, Serialize};

use super::verify::{Firm, Verified, verify};
use crate::app::OpenMatter;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::evidence::inspect::{Keys, Lens};
use crate::exchange;

/// Packets that are looked at before they are written in one transaction.
const AT_ONCE: usize = 128;
const DEPTH_MOST: usize = 8;
const EXTENSION: &str = "joinder-packet";

/// Sealed files to take in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketReceive"))]
pub struct Receive {
    /// Files, whatever their names; of folders, the files whose names end in `.joinder-packet`.
    #[cfg_attr(feature = "ts", ts(type = "string[]"))]
    pub paths: Vec<PathBuf>,
}

/// What became of the sealed files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketReport"))]
pub struct Report {
    /// Packets that were opened and wait for a person.
    pub received: u32,
    /// Files that had come in before, byte for byte.
    pub already_there: u32,
    /// Files that could not be opened; each stays where it lies.
    pub refused: u32,
    /// Each file.
    pub items: Vec<Item>,
}

/// What became of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketReceived"))]
pub struct Item {
    /// File name.
    pub file: String,
    /// What became of it.
    pub state: ItemState,
    /// Its number; none for a file that could not be read at all.
    pub number: Option<u32>,
    /// The number as people see it.
    pub reference: String,
    /// The code of its receipt.
    pub receipt: String,
    /// Whose answers it holds.
    pub name: String,
    /// Why it was refused, a code; else empty.
    pub code: String,
    /// What is wrong; empty when nothing is.
    pub message: String,
    /// What to do about it.
    pub fix: String,
}

/// What became of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketReceivedState"))]
#[serde(rename_all = "kebab-case")]
pub enum ItemState {
    /// Opened, and waiting for a person.
    Received,
    /// It had come in before.
    AlreadyThere,
    /// It could not be opened.
    Refused,
}

pub(crate) fn receive(context: Context<'_>, input: Receive) -> Result<Applied<Report>> {
    let open = context.app.open_matter()?;
    let (key, keys) = open
        .matter
        .read(|reader| Ok::<_, Error>((exchange::known(reader)?, Keys::of_matter(reader, &open.profile)?)))?;
    let lens = Lens { profile: &open.profile, own: Vec::new(), keys: &keys };
    let firm = Firm { matter: open.matter.id().0, key: key.as_ref(), words: &open.words, lens: &lens };
    let Found { files: paths, unread } = files(&input.paths)?;
    let mut report = Report::default();
    for folder in unread {
        report.count(Item::refused(name(&folder), None, &Error::new("unreadable-file")));
    }
    let total = paths.len() as u64;
    for (block, paths) in paths.chunks(AT_ONCE).enumerate() {
        context.job.step((block * AT_ONCE) as u64, total, "Opening packets")?;
        let looked_at = verify_all(paths, firm);
        keep(context, &open, paths, looked_at, &mut report)?;
    }
    context.job.step(total, total, "Opening packets")?;
    Ok(Applied::changed(report, Noun::Packet, None).and(Noun::Audit, None))
}

/// What was found under the paths that are meant.
#[derive(Default)]
struct Found {
    /// The files, in order, each once.
    files: Vec<PathBuf>,
    /// Folders that cannot be looked into.
    unread: Vec<PathBuf>,
}

fn files(paths: &[PathBuf]) -> Result<Found> {
    let mut found = Found::default();
    for path in paths {
        if path.is_dir() {
            walk(path, 0, &mut found);
        } else {
            found.files.push(path.clone());
        }
    }
    found.files.dedup();
    if found.files.is_empty() && found.unread.is_empty() {
        return Err(Error::new("no-packets"));
    }
    Ok(found)
}

fn walk(folder: &Path, depth: usize, found: &mut Found) {
    let entries = std::fs::read_dir(folder).and_then(|entries| {
        entries.map(|entry| entry.and_then(|entry| Ok((entry.path(), entry.file_type()?)))).collect()
    });
    let mut entries: Vec<(PathBuf, FileType)> = match entries {
        Ok(entries) => entries,
        // One folder that cannot be read keeps nobody from the others.
        Err(_) => return found.unread.push(folder.to_owned()),
    };
    entries.sort_by(|one, other| one.0.cmp(&other.0));
    for (path, kind) in entries {
        if kind.is_dir() && depth < DEPTH_MOST {
            walk(&path, depth + 1, found);
        } else if kind.is_file() && path.extension().is_some_and(|end| end.eq_ignore_ascii_case(EXTENSION)) {
            found.files.push(path);
        }
    }
}

/// Looks at files on all cores.
fn verify_all(paths: &[PathBuf], firm: Firm<'_>) -> Vec<Result<Verified>> {
    let next = AtomicUsize::new(0);
    let found: Vec<Mutex<Option<Result<Verified>>>> = paths.iter().map(|_| Mutex::new(None)).collect();
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let (Some(path), Some(slot)) = (paths.get(at), found.get(at)) else { return };
            *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(verify(path, firm));
        }
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(paths.len());
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(work);
        }
    });
    let looked_at = found.into_iter().map(|slot| slot.into_inner().unwrap_or_else(PoisonError::into_inner));
    looked_at.map(|slot| slot.unwrap_or_else(|| Err(Error::new("internal")))).collect()
}

fn keep(
    context: Context<'_>,
    open: &OpenMatter,
    paths: &[PathBuf],
    looked_at: Vec<Result<Verified>>,
    report: &mut Report,
) -> Result<()> {
    let mut kept: BTreeMap<usize, Result<Item>> = BTreeMap::new();
    let mut verified = Vec::new();
    for (at, one) in looked_at.into_iter().enumerate() {
        match one {
            Ok(one) => verified.push((at, one)),
            Err(error) => {
                kept.insert(at, Err(error));
            }
        }
    }
    let write = |block: &[(usize, Verified)]| {
        open.write(Op("packet.receive"), context.app.clock().now(), |tx| {
            let mut items = Vec::new();
            for (at, one) in block {
                let Some(path) = paths.get(*at) else { continue };
                items.push((*at, keep_one(tx, path, one)?));
            }
            Ok(items)
        })
    };
    match write(&verified) {
        Ok(written) => kept.extend(written.output.into_iter().map(|(at, item)| (at, Ok(item)))),
        // A file that is gone or another one by now keeps only itself out.
        Err(_) => {
            for one in verified.chunks(1) {
                let item = write(one).map(|written| written.output);
                match (item, one.first()) {
                    (Ok(items), _) => kept.extend(items.into_iter().map(|(at, item)| (at, Ok(item)))),
                    (Err(error), Some((at, _))) => drop(kept.insert(*at, Err(error))),
                    (Err(_), None) => {}
                }
            }
        }
    }
    for (at, item) in kept {
        let file = paths.get(at).map(|path| name(path)).unwrap_or_default();
        report.count(item.unwrap_or_else(|error| Item::refused(file, None, &error)));
    }
    Ok(())
}

fn keep_one(tx: &mut Write<'_>, path: &Path, one: &Verified) -> Result<Item> {
    let file = name(path);
    if let Some(known) = store::find_by_sha256(tx, one.sha256)? {
        let mut item = match &one.outcome {
            Ok(_) => Item::of(file, known.number, &one.sha256, one),
            Err(error) => Item::refused(file, Some((known.number, one)), error),
        };
        item.state = ItemState::AlreadyThere;
        return Ok(item);
    }
    let twice = match &one.outcome {
        Ok(found) => store::find_by_id(tx, found.opened.id)?.is_some(),
        Err(_) => false,
    };
    let outcome =
        if twice { Err(Error::new("packet-same-id")) } else { one.outcome.as_ref().map_err(Clone::clone) };
    let opened = match &outcome {
        Ok(found) => Ok(&found.opened),
        Err(error) => Err(error.code.as_str()),
    };
    let claimant = match outcome.as_ref().ok().and_then(|found| found.sent) {
        Some(sent) => claimants::find_by_id(tx, sent)?,
        None => None,
    };
    let new = NewPacket { sha256: one.sha256, size: one.size, file_name: &file, claimant, opened };
    let number = store::add(tx, &new)?;
    match outcome {
        Ok(found) => {
            let mut source = File::open(path).map_err(|_| Error::new("unreadable-file"))?;
            store::put_bytes(tx, number, &mut source)?;
            store::add_signals(tx, number, &found.signals)?;
            Ok(Item::of(file, number, &one.sha256, one))
        }
        Err(error) => Ok(Item::refused(file, Some((number, one)), &error)),
    }
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

impl Report {
    fn count(&mut self, item: Item) {
        match item.state {
            ItemState::Received => self.received += 1,
            ItemState::AlreadyThere => self.already_there += 1,
            ItemState::Refused => self.refused += 1,
        }
        self.items.push(item);
    }
}

impl Item {
    fn of(
        file: String,
        number: PacketNumber,
        sha256: &joinder_domain::audit::Digest,
        one: &Verified,
    ) -> Self {
        let name = one.outcome.as_ref().map(|found| found.opened.name.clone()).unwrap_or_default();
        Self {
            file,
            state: ItemState::Received,
            number: Some(number.0),
            reference: number.to_string(),
            receipt: Receipt::of(sha256).to_string(),
            name,
            code: String::new(),
            message: String::new(),
            fix: String::new(),
        }
    }

    fn refused(file: String, kept: Option<(PacketNumber, &Verified)>, error: &Error) -> Self {
        let (number, one) = kept.unzip();
        Self {
            file,
            state: ItemState::Refused,
            number: number.map(|number| number.0),
            reference: number.map(|number| number.to_string()).unwrap_or_default(),
            receipt: one.map(|one| Receipt::of(&one.sha256).to_string()).unwrap_or_default(),
            name: String::new(),
            code: error.code.clone(),
            message: error.message.clone(),
            fix: error.fix.clone(),
        }
    }
}
