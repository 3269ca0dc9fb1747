//! Marks of exhibits: given once, kept for the life of the matter.

use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::id::ClaimantNumber;
use joinder_domain::noun::Noun;
use serde_json::json;

use crate::column::{digest, document};
use crate::error::Result;
use crate::write::{Entered, Reader, Write};

/// The mark of one exhibit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExhibitLabel {
    /// Its number among the claimant's exhibits, from 1.
    pub serial: u32,
    /// SHA-256 of the original.
    pub sha256: Digest,
    /// The mark as it is printed.
    pub label: String,
}

/// The marks that a claimant's exhibits have, by serial number.
///
/// # Errors
/// Those of the database.
pub fn of_claimant(reader: &Reader<'_>, claimant: ClaimantNumber) -> Result<Vec<ExhibitLabel>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT serial, sha256, label FROM exhibit_label WHERE claimant = ?1 ORDER BY serial",
    )?;
    let labels = statement.query_map([claimant.0], |row| {
        Ok(ExhibitLabel { serial: row.get(0)?, sha256: digest(row.get(1)?), label: row.get(2)? })
    })?;
    Ok(labels.collect::<rusqlite::Result<_>>()?)
}

/// Gives marks to exhibits that have none; those that were given stay.
///
/// # Errors
/// Those of the database, which refuses a mark or an original twice.
pub fn give(tx: &mut Write<'_>, claimant: ClaimantNumber, labels: &[ExhibitLabel]) -> Result<()> {
    let known = of_claimant(tx, claimant)?;
    let new: Vec<&ExhibitLabel> = labels.iter().filter(|label| !known.contains(label)).collect();
    if new.is_empty() {
        return Ok(());
    }
    for label in &new {
        tx.conn
            .prepare_cached(
                "INSERT INTO exhibit_label (claimant, serial, sha256, label) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute((claimant.0, label.serial, label.sha256.0, &label.label))?;
    }
    let all = of_claimant(tx, claimant)?;
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Bundle, subject(claimant)),
        claimant: Some(claimant),
        detail: json!({ "labels": new.len() }),
        change: None,
        content: Some(content(&all)?),
    })?;
    tx.touch(Noun::Paper, Some(claimant));
    Ok(())
}

fn subject(claimant: ClaimantNumber) -> String {
    format!("labels-{}", claimant.0)
}

fn content(labels: &[ExhibitLabel]) -> Result<Digest> {
    let labels: Vec<_> =
        labels.iter().map(|label| json!([label.serial, label.sha256.to_string(), label.label])).collect();
    Ok(Digest::of(document(&labels)?.as_bytes()))
}

/// What the audit holds of every claimant's marks.
pub(crate) fn contents(reader: &Reader<'_>) -> Result<Vec<(String, Digest)>> {
    let mut statement =
        reader.conn.prepare("SELECT DISTINCT claimant FROM exhibit_label ORDER BY claimant")?;
    let claimants: Vec<u32> = statement.query_map((), |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let one = |number| {
        let claimant = ClaimantNumber(number);
        Ok((subject(claimant), content(&of_claimant(reader, claimant)?)?))
    };
    claimants.into_iter().map(one).collect()
}
