//! Files that were made to be approved, and who stands behind each.

use jiff::Timestamp;
use jiff::civil::Date;
use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::id::{ClaimantNumber, PersonId};
use joinder_domain::noun::Noun;
use joinder_domain::ready::ApprovalRole;
use rusqlite::{OptionalExtension, Row};
use serde_json::json;

use crate::column::{digest, document, id, milliseconds, timestamp};
use crate::error::{Error, Result};
use crate::write::{Entered, Reader, Write};

/// A file to be kept by its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPaper {
    /// Whose it is.
    pub claimant: ClaimantNumber,
    /// What it is, such as `claim-bundle`.
    pub kind: String,
    /// Whom it is for: `confidential` or `public`.
    pub audience: String,
    /// SHA-256 of the file.
    pub sha256: Digest,
    /// SHA-256 of the plan that it was made from.
    pub plan: Digest,
    /// The audit entry that had last changed the claimant.
    pub change_seq: u64,
    /// Pages.
    pub pages: u32,
}

/// A file that was made, with who stands behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Its number.
    pub id: i64,
    /// What it is.
    pub new: NewPaper,
    /// When it was made.
    pub made_at: Timestamp,
    /// By whom.
    pub made_by: PersonId,
    /// The full name at the time.
    pub made_by_name: String,
    /// Who stands behind it, the earliest first, withdrawn ones included.
    pub approvals: Vec<Approval>,
}

/// Somebody stands behind a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewApproval {
    /// As whom.
    pub role: ApprovalRole,
    /// The name.
    pub name: String,
    /// On which day.
    pub day: Date,
    /// How it was given.
    pub how: String,
}

/// The same as it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// Who, when, how.
    pub new: NewApproval,
    /// When it was recorded.
    pub at: Timestamp,
    /// By whom.
    pub person: PersonId,
    /// The full name at the time.
    pub person_name: String,
    /// When it was withdrawn.
    pub ended_at: Option<Timestamp>,
    /// Why.
    pub ended_reason: String,
    id: i64,
}

/// Who wrote something, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub person: PersonId,
    /// The full name at the time.
    pub name: String,
}

impl Written {
    fn now(tx: &Write<'_>) -> Self {
        Self { at: tx.now(), person: tx.actor().id, name: tx.actor().name.clone() }
    }
}

impl Paper {
    /// Who stands behind it in this role, and has not withdrawn.
    pub fn approval(&self, role: ApprovalRole) -> Option<&Approval> {
        self.approvals.iter().find(|approval| approval.new.role == role && approval.ended_at.is_none())
    }
}

const COLUMNS: &str =
    "id, claimant, kind, audience, sha256, plan, change_seq, pages, made_at, made_by_name, made_by";

/// Keeps a file by its hash; the same file again is the one that is there.
///
/// # Errors
/// Those of the database.
pub fn keep(tx: &mut Write<'_>, new: &NewPaper) -> Result<i64> {
    let made = Written::now(tx);
    bring(tx, new, &made)
}

/// Keeps a file that was made in another copy of the matter; the same file again is the one that is there.
///
/// # Errors
/// Those of the database.
pub fn bring(tx: &mut Write<'_>, new: &NewPaper, made: &Written) -> Result<i64> {
    if let Some(known) = find(tx, new.claimant, new.sha256)? {
        return Ok(known.id);
    }
    tx.conn
        .prepare_cached(
            "INSERT INTO paper (claimant, kind, audience, sha256, plan, change_seq, pages, made_at, made_by,
             made_by_name) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute(rusqlite::params![
            new.claimant.0,
            new.kind,
            new.audience,
            new.sha256.0,
            new.plan.0,
            new.change_seq,
            new.pages,
            milliseconds(made.at),
            made.person.0.as_bytes(),
            made.name,
        ])?;
    let id = tx.conn.last_insert_rowid();
    enter(tx, id)?;
    Ok(id)
}

/// Records that somebody stands behind a file; an earlier one in the same role ends.
///
/// # Errors
/// Those of the database.
pub fn approve(tx: &mut Write<'_>, paper: &Paper, new: &NewApproval) -> Result<()> {
    let by = Written::now(tx);
    bring_approval(tx, paper, new, &by)
}

/// Records what somebody said of a file in another copy of the matter; an earlier word in the same role ends.
///
/// # Errors
/// Those of the database.
pub fn bring_approval(tx: &mut Write<'_>, paper: &Paper, new: &NewApproval, by: &Written) -> Result<()> {
    if let Some(before) = paper.approval(new.role) {
        end(tx, before.id, "another one took its place")?;
    }
    tx.conn
        .prepare_cached(
            "INSERT INTO paper_approval (paper, role, name, day, how, at, person, person_name)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(rusqlite::params![
            paper.id,
            new.role.code(),
            new.name,
            new.day.to_string(),
            new.how,
            milliseconds(by.at),
            by.person.0.as_bytes(),
            by.name,
        ])?;
    enter(tx, paper.id)
}

/// Withdraws what somebody said in a role; nothing where nobody stands behind the file in it.
///
/// # Errors
/// Those of the database.
pub fn withdraw(tx: &mut Write<'_>, paper: &Paper, role: ApprovalRole, reason: &str) -> Result<()> {
    let Some(present) = paper.approval(role) else { return Ok(()) };
    end(tx, present.id, reason)?;
    enter(tx, paper.id)
}

fn end(tx: &Write<'_>, approval: i64, reason: &str) -> Result<()> {
    tx.conn
        .prepare_cached(
            "UPDATE paper_approval SET ended_at = ?2, ended_by = ?3, ended_reason = ?4 WHERE id = ?1",
        )?
        .execute((approval, milliseconds(tx.now()), tx.actor().id.0.as_bytes(), reason))?;
    Ok(())
}

fn enter(tx: &mut Write<'_>, id: i64) -> Result<()> {
    let paper = get(tx, id)?.ok_or(Error::Damaged { what: "paper" })?;
    let claimant = paper.new.claimant;
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Bundle, subject(id)),
        claimant: Some(claimant),
        detail: json!({
            "kind": paper.new.kind, "audience": paper.new.audience, "sha256": paper.new.sha256.to_string(),
            "pages": paper.new.pages,
        }),
        change: None,
        content: Some(content(&paper)?),
    })?;
    tx.touch(Noun::Paper, Some(claimant));
    Ok(())
}

/// The file of a claimant with this hash.
///
/// # Errors
/// Those of the database.
pub fn find(reader: &Reader<'_>, claimant: ClaimantNumber, sha256: Digest) -> Result<Option<Paper>> {
    let sql = format!("SELECT {COLUMNS} FROM paper WHERE claimant = ?1 AND sha256 = ?2");
    let found = reader.conn.prepare_cached(&sql)?.query_row((claimant.0, sha256.0), paper).optional()?;
    found.map(|paper| whole(reader, paper)).transpose()
}

fn get(reader: &Reader<'_>, id: i64) -> Result<Option<Paper>> {
    let sql = format!("SELECT {COLUMNS} FROM paper WHERE id = ?1");
    let found = reader.conn.prepare_cached(&sql)?.query_row([id], paper).optional()?;
    found.map(|paper| whole(reader, paper)).transpose()
}

/// The files that were made for a claimant, the latest first.
///
/// # Errors
/// Those of the database.
pub fn of_claimant(reader: &Reader<'_>, claimant: ClaimantNumber) -> Result<Vec<Paper>> {
    let sql = format!("SELECT {COLUMNS} FROM paper WHERE claimant = ?1 ORDER BY id DESC");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let papers: Vec<Paper> = statement.query_map([claimant.0], paper)?.collect::<rusqlite::Result<_>>()?;
    papers.into_iter().map(|paper| whole(reader, paper)).collect()
}

fn paper(row: &Row<'_>) -> rusqlite::Result<Paper> {
    Ok(Paper {
        id: row.get(0)?,
        new: NewPaper {
            claimant: ClaimantNumber(row.get(1)?),
            kind: row.get(2)?,
            audience: row.get(3)?,
            sha256: digest(row.get(4)?),
            plan: digest(row.get(5)?),
            change_seq: row.get(6)?,
            pages: row.get(7)?,
        },
        made_at: timestamp(row.get(8)?),
        made_by: PersonId(id(row.get(10)?)),
        made_by_name: row.get(9)?,
        approvals: Vec::new(),
    })
}

fn whole(reader: &Reader<'_>, mut paper: Paper) -> Result<Paper> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT id, role, name, day, how, at, person_name, ended_at, coalesce(ended_reason, ''), person
         FROM paper_approval WHERE paper = ?1 ORDER BY id",
    )?;
    let mut rows = statement.query([paper.id])?;
    while let Some(row) = rows.next()? {
        let (role, day): (String, String) = (row.get(1)?, row.get(3)?);
        paper.approvals.push(Approval {
            id: row.get(0)?,
            new: NewApproval {
                role: ApprovalRole::of(&role).ok_or(Error::Unreadable("approval"))?,
                name: row.get(2)?,
                day: day.parse().map_err(|_| Error::Unreadable("approval"))?,
                how: row.get(4)?,
            },
            at: timestamp(row.get(5)?),
            person: PersonId(id(row.get(9)?)),
            person_name: row.get(6)?,
            ended_at: row.get::<_, Option<i64>>(7)?.map(timestamp),
            ended_reason: row.get(8)?,
        });
    }
    Ok(paper)
}

fn subject(id: i64) -> String {
    format!("paper-{id}")
}

fn content(paper: &Paper) -> Result<Digest> {
    let approvals: Vec<_> = paper
        .approvals
        .iter()
        .map(|one| {
            json!({
                "role": one.new.role.code(), "name": one.new.name, "day": one.new.day.to_string(),
                "how": one.new.how, "at": milliseconds(one.at), "person_name": one.person_name,
                "ended_at": one.ended_at.map(milliseconds), "ended_reason": one.ended_reason,
            })
        })
        .collect();
    let new = &paper.new;
    let content = json!({
        "claimant": new.claimant, "kind": new.kind, "audience": new.audience, "sha256": new.sha256.to_string(),
        "plan": new.plan.to_string(), "change_seq": new.change_seq, "pages": new.pages,
        "made_at": milliseconds(paper.made_at), "made_by_name": paper.made_by_name, "approvals": approvals,
    });
    Ok(Digest::of(document(&content)?.as_bytes()))
}

/// What the audit holds of every file.
pub(crate) fn contents(reader: &Reader<'_>) -> Result<Vec<(String, Digest)>> {
    let sql = format!("SELECT {COLUMNS} FROM paper ORDER BY id");
    let mut statement = reader.conn.prepare(&sql)?;
    let papers: Vec<Paper> = statement.query_map((), paper)?.collect::<rusqlite::Result<_>>()?;
    let one = |paper| {
        let paper = whole(reader, paper)?;
        Ok((subject(paper.id), content(&paper)?))
    };
    papers.into_iter().map(one).collect()
}
