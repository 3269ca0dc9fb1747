//! Whether everything is as the audit says.

mod erased;
mod subject;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io;
use std::ops::ControlFlow;

use joinder_domain::audit::{Chain, Digest, Fault, Link, SubjectKind, Verdict};
use joinder_domain::id::EvidenceId;
use rusqlite::Connection;

use self::erased::{Erased, gone};
use super::store::{COLUMNS, link};
use crate::claimant;
use crate::column::id;
use crate::error::{Error, Result};
use crate::evidence;
use crate::matter::Matter;
use crate::person;
use crate::write::Reader;

/// Is told how many units of how many are done, and says whether to go on.
pub type Progress<'a> = dyn FnMut(u64, u64) -> ControlFlow<()> + 'a;

/// More faults than this are not listed: somebody who reads them has long understood.
const FAULTS_MOST: usize = 1_000;
const STEP: u64 = 1_000;

/// Checks the pages of the file, the structure of the database, the chain, the changes kept beside it, and every
/// claimant, evidence item, original, paper, decision, merge, setting, search, person and the profile against the last entry
/// about it. What is derived can be made again and is not compared: look-ups, answers, words read in pictures, and what
/// imports remember for their undoing.
///
/// What it cannot see: a database that was replaced whole by an earlier copy of itself. Compare the head with one
/// that was printed on something exported.
///
/// # Errors
/// Those of the database; `None` when `progress` said to stop.
pub fn verify(matter: &Matter, progress: &mut Progress<'_>) -> Result<Option<Verdict>> {
    let mut check = Check { faults: Vec::new(), done: 0, total: 0, erased: Erased::default(), progress };
    match matter.verified(|conn| check.pages(conn)) {
        Ok(()) => {}
        Err(error) => return Err(error),
    }
    // With pages missing, every further finding would be about them.
    if !check.faults.is_empty() {
        return Ok(Some(Verdict::Tampered { faults: check.faults }));
    }
    let walked = matter.read(|reader| check.contents(reader, matter));
    match walked {
        Ok(Some(verdict)) => Ok(Some(verdict)),
        Ok(None) => Ok(None),
        Err(Error::Damaged { .. }) => {
            check.faults.push(Fault::Structure);
            Ok(Some(Verdict::Tampered { faults: check.faults }))
        }
        Err(error) => Err(error),
    }
}

struct Check<'a, 'b> {
    faults: Vec<Fault>,
    done: u64,
    total: u64,
    erased: Erased,
    progress: &'a mut Progress<'b>,
}

type Subjects = HashMap<(SubjectKind, String), Option<Digest>>;

impl Check<'_, '_> {
    fn pages(&mut self, conn: &Connection) -> Result<()> {
        // SQLCipher names each page whose message authentication code does not match, in words that end in its number.
        let mut statement = conn.prepare("PRAGMA cipher_integrity_check")?;
        let complaints = statement.query_map((), |row| row.get::<_, String>(0))?;
        for complaint in complaints {
            let page = complaint?.rsplit(' ').next().and_then(|word| word.parse().ok());
            self.fault(page.map_or(Fault::Structure, Fault::Page));
        }
        if self.faults.is_empty() {
            let sound: rusqlite::Result<String> =
                conn.query_row("PRAGMA integrity_check(1)", (), |row| row.get(0));
            if sound.as_deref() != Ok("ok") {
                self.fault(Fault::Structure);
            }
        }
        Ok(())
    }

    fn contents(&mut self, reader: &Reader<'_>, matter: &Matter) -> Result<Option<Verdict>> {
        self.total = reader.conn.query_row(
            "SELECT (SELECT count(*) FROM audit_entry) + (SELECT count(*) FROM claimant)
                  + (SELECT count(*) FROM evidence)",
            (),
            |row| row.get(0),
        )?;
        let mut subjects = Subjects::new();
        self.erased = Erased::read(reader)?;
        let Some(chain) = self.chain(reader, matter, &mut subjects)? else { return Ok(None) };
        if chain.seq() == 0 && self.total == 0 && person::list(reader)?.is_empty() {
            return Ok(Some(Verdict::NothingToCheck));
        }
        if self.claimants(reader, &mut subjects)?.is_none() || self.evidence(reader, &mut subjects)?.is_none()
        {
            return Ok(None);
        }
        self.removals(reader, &mut subjects)?;
        self.rights(reader, &mut subjects)?;
        self.mailboxes(reader, &mut subjects)?;
        self.packets(reader, &mut subjects)?;
        self.people(reader, &mut subjects)?;
        self.decisions(reader, &mut subjects)?;
        self.papers(reader, &mut subjects)?;
        self.register(reader, &mut subjects)?;
        self.beside(reader, &mut subjects)?;
        self.matter(reader, matter, &mut subjects)?;
        // What is left was entered and is not there.
        let left: BTreeMap<_, _> = subjects.into_iter().collect();
        for (kind, id) in left.into_keys().filter(|(kind, _)| has_content(*kind)) {
            self.fault(Fault::Subject { kind: kind.code(), id });
        }
        let faults = std::mem::take(&mut self.faults);
        if faults.is_empty() {
            return Ok(Some(Verdict::Intact { entries: chain.seq(), head: chain.head() }));
        }
        Ok(Some(Verdict::Tampered { faults }))
    }

    fn chain(
        &mut self,
        reader: &Reader<'_>,
        matter: &Matter,
        subjects: &mut Subjects,
    ) -> Result<Option<Chain>> {
        let mut chain = Chain::new(matter.id());
        let sql = format!("SELECT {COLUMNS} FROM audit_entry ORDER BY seq");
        let mut statement = reader.conn.prepare(&sql)?;
        let mut rows = statement.query(())?;
        while let Some(row) = rows.next()? {
            let Some(link) = link(row)? else {
                self.fault(Fault::Entry(row.get(0)?));
                continue;
            };
            self.faults.extend(chain.walk(&link));
            self.change(reader, &link)?;
            let Link { entry, .. } = link;
            if entry.op == "claimant.erase" {
                for (kind, id) in gone(&entry.detail) {
                    if let Some(kind) = SubjectKind::from_code(&kind) {
                        subjects.remove(&(kind, id));
                    }
                }
            }
            if entry.content.is_some() {
                subjects.insert((entry.subject.kind, entry.subject.id), entry.content);
            }
            if self.step().is_break() {
                return Ok(None);
            }
        }
        Ok(Some(chain))
    }

    fn change(&mut self, reader: &Reader<'_>, link: &Link) -> Result<()> {
        let Some(expected) = link.entry.change else { return Ok(()) };
        let mut statement =
            reader.conn.prepare_cached("SELECT salt, change FROM audit_change WHERE seq = ?1")?;
        let mut rows = statement.query([link.entry.seq])?;
        match rows.next()? {
            None if self.erased.covers(link) => {}
            None => self.fault(Fault::ChangeAbsent(link.entry.seq)),
            Some(row) => {
                let (salt, change): ([u8; 16], String) = (row.get(0)?, row.get(1)?);
                if Digest::salted(&salt, change.as_bytes()) != expected {
                    self.fault(Fault::Change(link.entry.seq));
                }
            }
        }
        Ok(())
    }

    fn claimants(&mut self, reader: &Reader<'_>, subjects: &mut Subjects) -> Result<Option<()>> {
        let mut statement = reader.conn.prepare(
            "SELECT c.number, r.salt, r.record FROM claimant c LEFT JOIN claimant_record r ON r.claimant = c.number
             ORDER BY c.number",
        )?;
        let mut rows = statement.query(())?;
        while let Some(row) = rows.next()? {
            let number = row.get::<_, u32>(0)?.to_string();
            let (salt, record): (Option<[u8; 16]>, Option<String>) = (row.get(1)?, row.get(2)?);
            let found = salt.zip(record).map(|(salt, record)| claimant::content(&salt, &record));
            self.compare(subjects, SubjectKind::Claimant, number, found);
            if self.step().is_break() {
                return Ok(None);
            }
        }
        // Whoever was taken out again stands there as a removal, and has no file to work on and nothing beside it.
        let removals = claimant::removal_contents(reader)?;
        if removals.is_empty() {
            return Ok(Some(()));
        }
        let gone: HashSet<String> = removals.iter().map(|(number, _)| number.0.to_string()).collect();
        for (number, content) in removals {
            self.compare(subjects, SubjectKind::Claimant, number.0.to_string(), Some(content));
        }
        subjects.retain(|(kind, id), _| {
            let mut whose = id.split(' ');
            match kind {
                SubjectKind::Work | SubjectKind::Journal => {
                    !whose.next().is_some_and(|one| gone.contains(one))
                }
                SubjectKind::Match => !whose.any(|one| gone.contains(one)),
                _ => true,
            }
        });
        Ok(Some(()))
    }

    fn evidence(&mut self, reader: &Reader<'_>, subjects: &mut Subjects) -> Result<Option<()>> {
        let mut statement = reader.conn.prepare("SELECT row, id, sha256 FROM evidence ORDER BY row")?;
        let mut rows = statement.query(())?;
        while let Some(row) = rows.next()? {
            let item = EvidenceId(id(row.get(1)?));
            let original = match evidence::walk(reader, row.get(0)?, &mut io::sink()) {
                Ok((digest, _)) => digest == Digest(row.get(2)?),
                // No bytes where there should be some.
                Err(Error::Database(_)) => false,
                Err(error) => return Err(error),
            };
            if !original {
                self.fault(Fault::Original(item.to_string()));
            }
            let found = match evidence::get(reader, item) {
                Ok(Some(found)) => Some(evidence::content(&found)?),
                Ok(None) | Err(Error::Unreadable(_)) => None,
                Err(error) => return Err(error),
            };
            self.compare(subjects, SubjectKind::Evidence, item.to_string(), found);
            if self.step().is_break() {
                return Ok(None);
            }
        }
        Ok(Some(()))
    }

    /// Compares what is there with the last entry about it, and ticks it off.
    fn compare(&mut self, subjects: &mut Subjects, kind: SubjectKind, id: String, found: Option<Digest>) {
        match subjects.remove(&(kind, id.clone())) {
            None => self.fault(Fault::Unaccounted { kind: kind.code(), id }),
            Some(expected) if expected != found => self.fault(Fault::Content { kind: kind.code(), id }),
            Some(_) => {}
        }
    }

    fn fault(&mut self, fault: Fault) {
        if self.faults.len() < FAULTS_MOST {
            self.faults.push(fault);
        }
    }

    fn step(&mut self) -> ControlFlow<()> {
        self.done = self.done.saturating_add(1);
        if self.done.is_multiple_of(STEP) || self.done == self.total {
            (self.progress)(self.done, self.total)
        } else {
            ControlFlow::Continue(())
        }
    }
}

fn has_content(kind: SubjectKind) -> bool {
    matches!(
        kind,
        SubjectKind::Matter
            | SubjectKind::Person
            | SubjectKind::Profile
            | SubjectKind::Claimant
            | SubjectKind::Evidence
            | SubjectKind::Run
            | SubjectKind::Override
            | SubjectKind::Bundle
            | SubjectKind::Mailbox
            | SubjectKind::Work
            | SubjectKind::Journal
            | SubjectKind::Place
            | SubjectKind::ClaimForm
            | SubjectKind::Register
            | SubjectKind::Invitation
            | SubjectKind::Packet
            | SubjectKind::Request
            | SubjectKind::Hold
            | SubjectKind::Setting
            | SubjectKind::ConflictSearch
            | SubjectKind::Match
    )
}

#[cfg(test)]
mod tests;
