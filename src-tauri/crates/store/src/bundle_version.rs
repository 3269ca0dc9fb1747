//! Sealed versions of bundles: the plan that makes each of them again, and the pages that it fixed.

use jiff::Timestamp;
use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::bundle::{BundlePlan, Fixed};
use joinder_domain::id::ClaimantNumber;
use joinder_domain::noun::Noun;
use rusqlite::Row;
use serde_json::json;

use crate::column::{digest, document, milliseconds, read, timestamp};
use crate::error::{Error, Result};
use crate::write::{Entered, Reader, Write};

/// A version to be sealed.
#[derive(Clone, Copy, Debug)]
pub struct NewVersion<'a> {
    /// Whose it is.
    pub claimant: ClaimantNumber,
    /// Whom it is for: `confidential` or `public`.
    pub audience: &'a str,
    /// The version that its plan goes on from; 0 for a first one.
    pub continues: u32,
    /// SHA-256 of the file.
    pub sha256: Digest,
    /// What it holds.
    pub plan: &'a BundlePlan,
    /// The pages that it fixes.
    pub fixed: &'a Fixed,
}

/// A sealed version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its number, from 1.
    pub version: u32,
    /// Whom it is for.
    pub audience: String,
    /// SHA-256 of the file.
    pub sha256: Digest,
    /// What it holds; the pages that it fixed are in it.
    pub plan: BundlePlan,
    /// When it was sealed.
    pub sealed_at: Timestamp,
    /// By whom.
    pub sealed_by_name: String,
}

impl Version {
    /// The pages that it fixed.
    pub fn fixed(&self) -> Fixed {
        self.plan.fixed.clone().unwrap_or_default()
    }
}

const COLUMNS: &str = "version, audience, sha256, plan, fixed, sealed_at, sealed_by_name";

/// The sealed versions of a claimant's bundle, the earliest first.
///
/// # Errors
/// Those of the database.
pub fn list(reader: &Reader<'_>, claimant: ClaimantNumber, audience: &str) -> Result<Vec<Version>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM bundle_version WHERE claimant = ?1 AND audience = ?2 ORDER BY version"
    );
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let rows = statement.query_map((claimant.0, audience), row)?;
    rows.map(|row| whole(row?)).collect()
}

/// The last version that was sealed.
///
/// # Errors
/// Those of the database.
pub fn last(reader: &Reader<'_>, claimant: ClaimantNumber, audience: &str) -> Result<Option<Version>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM bundle_version WHERE claimant = ?1 AND audience = ?2
         ORDER BY version DESC LIMIT 1"
    );
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let found = statement.query_map((claimant.0, audience), row)?.next();
    found.map(|row| whole(row?)).transpose()
}

/// Seals a version and gives its number; the file that was sealed last stays the version that it is.
///
/// # Errors
/// [`Error::Conflict`] where another version was sealed in the meantime; those of the database.
pub fn seal(tx: &mut Write<'_>, new: NewVersion<'_>) -> Result<u32> {
    let last = last(tx, new.claimant, new.audience)?;
    if let Some(last) = last.as_ref().filter(|last| last.sha256 == new.sha256) {
        return Ok(last.version);
    }
    let last = last.map_or(0, |last| last.version);
    // Pages stand for good only where each version goes on from the one before it.
    if last != new.continues {
        return Err(Error::Conflict { found: last, expected: new.continues });
    }
    let version = last + 1;
    tx.conn
        .prepare_cached(
            "INSERT INTO bundle_version (claimant, audience, version, sha256, plan, fixed, sealed_at, sealed_by,
             sealed_by_name) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(rusqlite::params![
            new.claimant.0,
            new.audience,
            version,
            new.sha256.0,
            document(new.plan)?,
            document(new.fixed)?,
            milliseconds(tx.now()),
            tx.actor().id.0.as_bytes(),
            tx.actor().name,
        ])?;
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Bundle, subject(new.claimant, new.audience)),
        claimant: Some(new.claimant),
        detail: json!({
            "audience": new.audience, "version": version, "sha256": new.sha256.to_string(),
            "pages": new.fixed.pages(),
        }),
        change: None,
        content: Some(content(&list(tx, new.claimant, new.audience)?)?),
    })?;
    tx.touch(Noun::Paper, Some(new.claimant));
    Ok(version)
}

/// A version as it lies in the table.
struct Kept {
    version: u32,
    audience: String,
    sha256: Digest,
    plan: String,
    fixed: String,
    sealed_at: Timestamp,
    sealed_by_name: String,
}

fn row(row: &Row<'_>) -> rusqlite::Result<Kept> {
    Ok(Kept {
        version: row.get(0)?,
        audience: row.get(1)?,
        sha256: digest(row.get(2)?),
        plan: row.get(3)?,
        fixed: row.get(4)?,
        sealed_at: timestamp(row.get(5)?),
        sealed_by_name: row.get(6)?,
    })
}

fn whole(kept: Kept) -> Result<Version> {
    let mut plan: BundlePlan = read("bundle version", &kept.plan)?;
    plan.fixed = Some(read("bundle version", &kept.fixed)?);
    Ok(Version {
        version: kept.version,
        audience: kept.audience,
        sha256: kept.sha256,
        plan,
        sealed_at: kept.sealed_at,
        sealed_by_name: kept.sealed_by_name,
    })
}

fn subject(claimant: ClaimantNumber, audience: &str) -> String {
    format!("sealed-{audience}-{}", claimant.0)
}

fn content(versions: &[Version]) -> Result<Digest> {
    let rows: Vec<_> = versions
        .iter()
        .map(|one| {
            json!({
                "version": one.version, "sha256": one.sha256.to_string(), "plan": one.plan,
                "fixed": one.plan.fixed, "sealed_at": milliseconds(one.sealed_at), "by": one.sealed_by_name,
            })
        })
        .collect();
    Ok(Digest::of(document(&rows)?.as_bytes()))
}

/// What the audit holds of every claimant's sealed versions.
pub(crate) fn contents(reader: &Reader<'_>) -> Result<Vec<(String, Digest)>> {
    let mut statement = reader
        .conn
        .prepare("SELECT DISTINCT claimant, audience FROM bundle_version ORDER BY claimant, audience")?;
    let all: Vec<(u32, String)> =
        statement.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    let one = |(number, audience): (u32, String)| {
        let claimant = ClaimantNumber(number);
        let content = content(&list(reader, claimant, &audience)?)?;
        Ok((subject(claimant, &audience), content))
    };
    all.into_iter().map(one).collect()
}
