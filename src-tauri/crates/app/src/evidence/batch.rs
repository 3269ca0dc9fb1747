//! Files kept first and read afterwards, many in one transaction.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use joinder_domain::audit::Digest;
use joinder_domain::id::{ClaimantNumber, EvidenceId};
use joinder_domain::notice::{Effect, Grade};
use joinder_store::evidence::{self as store, Added, Description, Evidence, NewEvidence, Origin, State};
use joinder_store::mailbox_scan::{self, MailboxScanId};
use joinder_store::{Op, Write, claimant};

use super::add::{AddedItem, ItemState, Report};
use super::inspect::{Keys, Lens};
use super::item::{DamageView, describe, kept};
use super::mailbox::MailboxTaken;
use super::owner::owner;
use crate::app::OpenMatter;
use crate::classification::refresh;
use crate::command::Context;
use crate::error::{Error, Result};

/// Files and bytes that are kept in one transaction.
const FILES_AT_ONCE: usize = 250;
const BYTES_AT_ONCE: usize = 64 << 20;

/// A file as it was received.
#[derive(Clone, Debug)]
pub(super) struct Received {
    /// Its name, without its folder.
    pub(super) name: String,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// When it was last changed, by its own account.
    pub(super) modified: Option<Timestamp>,
    /// How it came in.
    pub(super) source: &'static str,
    /// What it was taken out of.
    pub(super) origin: Option<Origin>,
    /// What went wrong when it was taken out of that.
    pub(super) damage: Option<DamageView>,
}

/// Files on their way into the matter. Whatever is added is in the matter when [`Batch::finish`] returns.
pub(super) struct Batch<'a> {
    context: Context<'a>,
    open: &'a OpenMatter,
    claimed: Option<ClaimantNumber>,
    readmit: bool,
    scan: Option<MailboxScanId>,
    waiting: Vec<Received>,
    bytes: usize,
    report: Report,
}

/// What became of a file when it was to be kept.
enum Fate {
    Kept(Box<Added>),
    /// It had been removed from the matter on purpose, and stays out.
    StaysOut(Error),
}

impl<'a> Batch<'a> {
    /// An empty batch; with `readmit`, files that were removed on purpose may come back.
    pub(super) fn new(
        context: Context<'a>,
        open: &'a OpenMatter,
        claimed: Option<ClaimantNumber>,
        readmit: bool,
    ) -> Self {
        let report = Report::default();
        Self { context, open, claimed, readmit, scan: None, waiting: Vec::new(), bytes: 0, report }
    }

    /// Counts what is added from here on as taken because of a look through a mailbox.
    pub(super) fn because_of(&mut self, scan: MailboxScanId) {
        self.scan = Some(scan);
    }

    /// Counts what is added from here on as files of their own.
    pub(super) fn because_of_nothing(&mut self) {
        self.scan = None;
    }

    /// Adds a file.
    pub(super) fn add(&mut self, received: Received) -> Result<()> {
        self.bytes += received.bytes.len();
        self.waiting.push(received);
        if self.waiting.len() >= FILES_AT_ONCE || self.bytes >= BYTES_AT_ONCE { self.flush() } else { Ok(()) }
    }

    /// Reports a file that could not be read.
    pub(super) fn failed(&mut self, name: String, error: &Error) {
        self.report.count(AddedItem::failed(name, error));
    }

    /// Reports what became of a mailbox.
    pub(super) fn mailbox(&mut self, taken: MailboxTaken) {
        self.report.mailboxes.push(taken);
    }

    /// Keeps what waits.
    pub(super) fn finish(mut self) -> Result<Report> {
        self.flush()?;
        Ok(self.report)
    }

    /// Keeps the originals, then reads them, then says whose they are: in this order, so that nothing is lost to a parser.
    pub(super) fn flush(&mut self) -> Result<()> {
        self.bytes = 0;
        let received = std::mem::take(&mut self.waiting);
        if received.is_empty() {
            return Ok(());
        }
        let fates = self.keep(&received)?;
        let profile = &self.open.profile;
        let keys = self.open.matter.read(|reader| Keys::of_matter(reader, profile))?;
        let found = read_all(&received, &fates, &Lens { profile, own: Vec::new(), keys: &keys });
        for item in self.place_all(&received, &fates, found)? {
            self.report.count(item);
        }
        Ok(())
    }

    fn keep(&self, received: &[Received]) -> Result<Vec<Fate>> {
        let clock = self.context.app.clock();
        let op = if self.scan.is_some() { Op("evidence.take") } else { Op("evidence.add") };
        let kept = self.open.write(op, clock.now(), |tx| {
            let (mut fates, mut new, mut known) = (Vec::with_capacity(received.len()), 0, 0);
            for file in received {
                if !self.readmit
                    && let Some(removal) = store::find_removal(tx, Digest::of(&file.bytes))?
                {
                    let values =
                        [("item", removal.number.to_string()), ("reason", sentence(&removal.reason))];
                    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
                    fates.push(Fate::StaysOut(Error::with("evidence-was-removed", &values)));
                    continue;
                }
                let added = store::add(
                    tx,
                    NewEvidence {
                        id: EvidenceId(clock.id()),
                        bytes: &file.bytes,
                        name: &file.name,
                        modified: file.modified,
                        source: file.source,
                        origin: file.origin.as_ref(),
                    },
                )?;
                match added {
                    Added::New(_) => new += 1,
                    Added::AlreadyThere(_) => known += 1,
                }
                fates.push(Fate::Kept(Box::new(added)));
            }
            if let Some(scan) = self.scan {
                mailbox_scan::count_taken(tx, scan, new, known)?;
            }
            Ok::<_, Error>(fates)
        })?;
        Ok(kept.output)
    }

    fn place_all(
        &self,
        received: &[Received],
        fates: &[Fate],
        found: Vec<Option<Description>>,
    ) -> Result<Vec<AddedItem>> {
        let clock = self.context.app.clock();
        let placed = self.open.write(Op("evidence.read"), clock.now(), |tx| {
            let mut items = Vec::with_capacity(received.len());
            let mut touched = Vec::new();
            for ((file, fate), found) in received.iter().zip(fates).zip(&found) {
                let Fate::Kept(added) = fate else {
                    items.push(None);
                    continue;
                };
                let placed = match found {
                    Some(found) => {
                        store::describe(tx, added.evidence().id, found)?;
                        let item = fresh(tx, added.evidence().id)?;
                        place(tx, &item, self.claimed, &mut touched)?
                    }
                    None => already_there(tx, added.evidence(), self.claimed, &mut touched)?,
                };
                items.push(Some((file, placed)));
            }
            touched.sort_unstable();
            touched.dedup();
            for number in touched {
                refresh(tx, self.open, number, clock.today())?;
            }
            let reported = items.into_iter().zip(received.iter().zip(fates)).map(|(placed, (file, fate))| {
                match (placed, fate) {
                    (Some((file, (id, state))), _) => report_item(tx, file, id, state),
                    (None, Fate::StaysOut(error)) => Ok(AddedItem::failed(file.name.clone(), error)),
                    (None, Fate::Kept(added)) => {
                        report_item(tx, file, added.evidence().id, ItemState::AlreadyThere)
                    }
                }
            });
            reported.collect::<Result<Vec<_>>>()
        })?;
        Ok(placed.output)
    }
}

/// What each file says, read on all cores: of those that are new, and of those that nothing has read yet because the
/// program was stopped before it could.
fn read_all(received: &[Received], fates: &[Fate], lens: &Lens<'_>) -> Vec<Option<Description>> {
    let next = AtomicUsize::new(0);
    let found: Vec<Mutex<Option<Description>>> = received.iter().map(|_| Mutex::new(None)).collect();
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let (Some(file), Some(fate), Some(slot)) = (received.get(at), fates.get(at), found.get(at))
            else {
                return;
            };
            let unread = match fate {
                Fate::Kept(added) => added.evidence().shape.is_empty(),
                Fate::StaysOut(_) => false,
            };
            if unread {
                *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(describe(&file.bytes, lens));
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

fn report_item(tx: &Write<'_>, file: &Received, id: EvidenceId, state: ItemState) -> Result<AddedItem> {
    let item = fresh(tx, id)?;
    let claimant = match item.state {
        State::Assigned(number) => Some(number),
        State::Unassigned | State::SetAside(_) => None,
    };
    let row = match claimant {
        Some(number) => claimant::rows(tx, &[number])?.pop(),
        None => None,
    };
    let damage = file.damage.clone().or_else(|| kept(&item).damage.into_iter().next());
    let (message, fix) = damage.map(|damage| (damage.message, damage.fix)).unwrap_or_default();
    Ok(AddedItem {
        name: file.name.clone(),
        state,
        claimant: claimant.map(|number| number.0),
        claimant_name: row.map(|row| row.name).unwrap_or_default(),
        tier: item.grade.as_ref().map(|grade| grade.tier),
        why: item.grade.as_ref().map(why).unwrap_or_default(),
        message,
        fix,
        reference: item.number.to_string(),
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

fn fresh(tx: &Write<'_>, id: EvidenceId) -> Result<Evidence> {
    store::get(tx, id)?.ok_or_else(|| Error::new("no-such-evidence"))
}

/// Words with a full stop at their end.
fn sentence(words: &str) -> String {
    if words.ends_with(['.', '!', '?']) { words.to_owned() } else { format!("{words}.") }
}
