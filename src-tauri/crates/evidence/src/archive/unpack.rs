//! Every file in an archive and in the archives inside it, handed over one at a time.

use std::fmt;
use std::io::{self, Cursor, Read, Seek};
use std::ops::ControlFlow;

use super::{Archive, Entry, unpacking_damage};
use crate::{
    damage::{Code, Damage, DamageLog},
    limits::Limits,
    mailbox::begins_mailbox,
    shape::Shape,
};

/// Bytes at the start of a file by which a mailbox is known.
const HEAD: u64 = 4 << 10;

/// One file of an archive.
#[derive(Debug)]
pub struct Member<'m> {
    /// Names of the archives that hold it and its own, with `/` between: shown to people, never a path to write to.
    pub name: String,
    /// When it was last changed, as the archive says, in an unknown zone.
    pub modified: Option<String>,
    /// Which file of the outermost archive it is or is in, counted from 0, and how many that has.
    pub progress: (usize, usize),
    /// What is in it.
    pub content: Content<'m>,
    /// What is wrong with it; its place is its name.
    pub damage: Vec<Damage>,
}

/// What is in a file of an archive.
pub enum Content<'m> {
    /// All of it, or, if it is damaged, as much as could be read.
    Bytes(Vec<u8>),
    /// A mailbox of any size, for [`Mbox`](crate::Mbox); an error that it ends with may be [`unpacking_damage`].
    Mailbox(&'m mut dyn Read),
}

impl fmt::Debug for Content<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes(bytes) => write!(f, "Bytes({})", bytes.len()),
            Self::Mailbox(_) => f.write_str("Mailbox"),
        }
    }
}

/// What is done with each file.
type Visit<'v> = dyn FnMut(Member<'_>) -> io::Result<ControlFlow<()>> + 'v;

/// Hands every file in an archive to `visit`, files of archives inside it in their place, until it breaks off; returns
/// what is wrong with the archives themselves. Folders and the litter of operating systems are passed over.
///
/// # Errors
/// Those of the source and of `visit`.
pub fn unpack<R: Read + Seek>(
    source: R,
    limits: &Limits,
    visit: &mut dyn FnMut(Member<'_>) -> io::Result<ControlFlow<()>>,
) -> io::Result<Vec<Damage>> {
    let mut archive = Archive::open(source, limits)?;
    let mut log = DamageLog::default();
    for damage in &archive.damage {
        log.add(damage.code, 0);
    }
    let total = archive.entries.len();
    let _stopped = walk(&mut archive, "", (None, total), limits, &mut log, visit)?;
    Ok(log.into_entries())
}

fn walk<R: Read + Seek>(
    archive: &mut Archive<R>,
    folder: &str,
    progress: (Option<usize>, usize),
    limits: &Limits,
    log: &mut DamageLog,
    visit: &mut Visit<'_>,
) -> io::Result<ControlFlow<()>> {
    for entry in archive.entries.clone() {
        if entry.is_folder() || entry.is_litter() {
            continue;
        }
        let name = format!("{folder}{}", entry.name);
        let progress = (progress.0.unwrap_or(entry.index), progress.1);
        let mut damage = Vec::new();
        if entry.climbs_out() {
            damage.push(Damage::new(Code::ArchivePath, name.clone()));
        }
        let mut member = |content, damage| {
            visit(Member { name: name.clone(), modified: entry.modified.clone(), progress, content, damage })
        };
        if starts_mailbox(archive, &entry)? {
            let flow = member(Content::Mailbox(&mut archive.reader(&entry)?), damage)?;
            if flow.is_break() {
                return Ok(flow);
            }
            continue;
        }
        let (bytes, wrong) = archive.bytes(&entry)?;
        damage.extend(wrong.map(|code| Damage::new(code, name.clone())));
        let archive_inside = Shape::of(&bytes) == Shape::Zip;
        let depth = archive.budget.depth.checked_sub(1);
        let (true, Some(depth)) = (archive_inside, depth) else {
            damage.extend(archive_inside.then(|| Damage::new(Code::ArchiveTooDeep, name.clone())));
            if member(Content::Bytes(bytes), damage)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
            continue;
        };
        for damage in damage {
            log.add(damage.code, damage.place);
        }
        let mut budget = archive.budget.clone();
        budget.depth = depth;
        let length = bytes.len() as u64;
        let mut inner = Archive::within(Cursor::new(bytes), length, limits, budget)?;
        for damage in &inner.damage {
            log.add(damage.code, &name);
        }
        let flow = walk(&mut inner, &format!("{name}/"), (Some(progress.0), progress.1), limits, log, visit)?;
        archive.budget.bytes = inner.budget.bytes;
        archive.budget.entries = inner.budget.entries;
        if flow.is_break() {
            return Ok(flow);
        }
    }
    Ok(ControlFlow::Continue(()))
}

fn starts_mailbox<R: Read + Seek>(archive: &mut Archive<R>, entry: &Entry) -> io::Result<bool> {
    let mut head = Vec::new();
    match archive.reader(entry).and_then(|reader| reader.take(HEAD).read_to_end(&mut head)) {
        Ok(_) => Ok(begins_mailbox(&head)),
        Err(error) if unpacking_damage(&error).is_some() => Ok(false),
        Err(error) => Err(error),
    }
}
