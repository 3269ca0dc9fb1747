//! Classifications: the latest one of each claimant.

use std::collections::{BTreeMap, BTreeSet};

use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::classification::Classification;
use joinder_domain::id::ClaimantNumber;
use rusqlite::OptionalExtension;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::claimant::Axis;
use crate::column::{milliseconds, read};
use crate::compact::compact;
use crate::error::{Error, Result};
use crate::write::{Entered, Noun, Reader, Write};

/// What a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Classifications that came out differently, or for the first time, and were written.
    pub changed: u64,
    /// Classifications that were as before.
    pub unchanged: u64,
}

/// Keeps the classifications of a run; one audit entry stands for all of them. `detail` says more about the run:
/// counts and versions, never a claimant's data.
///
/// # Errors
/// Those of the database.
pub fn put_many(
    tx: &mut Write<'_>,
    run: &[(ClaimantNumber, &Classification)],
    detail: Value,
) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    let mut codes = Codes::default();
    let mut digest = Sha256::new();
    let mut links = Vec::new();
    for (number, classification) in run {
        let text = compact(*classification).map_err(|_| Error::Unreadable("classification"))?;
        let old = stored(tx, *number)?;
        if old.as_ref() == Some(&text) {
            outcome.unchanged = outcome.unchanged.saturating_add(1);
            continue;
        }
        outcome.changed = outcome.changed.saturating_add(1);
        digest.update(number.0.to_be_bytes());
        digest.update(Digest::of(text.as_bytes()).0);
        if let Some(old) = old {
            let old: Classification = read("classification", &old)?;
            for (axis, code) in of_axes(&old) {
                let id = codes.id(tx, axis, &code)?;
                tx.conn
                    .prepare_cached("DELETE FROM classification_code WHERE axis_code = ?1 AND claimant = ?2")?
                    .execute((id, number.0))?;
            }
        }
        for (axis, code) in of_axes(classification) {
            links.push((codes.id(tx, axis, &code)?, number.0));
        }
        write(tx, milliseconds(tx.now()), *number, classification, &text)?;
        tx.touch(Noun::Classification, Some(*number));
    }
    links.sort_unstable();
    let mut insert =
        tx.conn.prepare_cached("INSERT INTO classification_code (axis_code, claimant) VALUES (?1, ?2)")?;
    for link in links {
        insert.execute(link)?;
    }
    drop(insert);
    let content = (outcome.changed > 0).then(|| Digest(digest.finalize().into()));
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Classification, ""),
        claimant: None,
        detail,
        change: None,
        content,
    })?;
    Ok(outcome)
}

/// A claimant's latest classification.
///
/// # Errors
/// Those of the database; [`crate::Error::Unreadable`] when another program wrote it.
pub fn get(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Option<Classification>> {
    stored(reader, number)?.map(|text| read("classification", &text)).transpose()
}

fn stored(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Option<String>> {
    Ok(reader
        .conn
        .prepare_cached("SELECT document FROM classification_document WHERE claimant = ?1")?
        .query_row([number.0], |row| row.get(0))
        .optional()?)
}

fn write(
    reader: &Reader<'_>,
    now: i64,
    number: ClaimantNumber,
    new: &Classification,
    text: &str,
) -> Result<()> {
    let status: Vec<_> = new.status.possible.iter().map(|code| code.as_str()).collect();
    reader
        .conn
        .prepare_cached(
            "INSERT INTO classification (claimant, at, rule_set, rule_version, status, settled, notice, cohort,
               outcome, tier, review, flags)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
             ON CONFLICT (claimant) DO UPDATE SET at = excluded.at, rule_set = excluded.rule_set,
               rule_version = excluded.rule_version, status = excluded.status, settled = excluded.settled,
               notice = excluded.notice, cohort = excluded.cohort, outcome = excluded.outcome,
               tier = excluded.tier, review = excluded.review, flags = excluded.flags",
        )?
        .execute((
            number.0,
            now,
            new.rule_set.id.as_str(),
            new.rule_set.version,
            status.join(" "),
            new.status.settled,
            new.notice.code(),
            new.cohort.code(),
            new.outcome.code(),
            new.tier,
            new.review,
            new.flags.len(),
        ))?;
    reader
        .conn
        .prepare_cached(
            "INSERT INTO classification_document (claimant, document) VALUES (?1, ?2)
             ON CONFLICT (claimant) DO UPDATE SET document = excluded.document",
        )?
        .execute((number.0, text))?;
    Ok(())
}

/// Every code that the classification has on an axis.
fn of_axes(classification: &Classification) -> BTreeSet<(Axis, String)> {
    let mut codes = BTreeSet::from([
        (Axis::Notice, classification.notice.code().to_owned()),
        (Axis::Cohort, classification.cohort.code().to_owned()),
        (Axis::Outcome, classification.outcome.code().to_owned()),
    ]);
    codes.extend(classification.status.possible.iter().map(|code| (Axis::Status, code.0.clone())));
    codes.extend(classification.flags.iter().map(|code| (Axis::Flag, code.0.clone())));
    codes.extend(classification.tags.iter().map(|tag| (Axis::Tag, tag.code.0.clone())));
    codes
}

#[derive(Default)]
struct Codes(BTreeMap<(Axis, String), i64>);

impl Codes {
    /// The number that stands for a code in the index.
    fn id(&mut self, reader: &Reader<'_>, axis: Axis, code: &str) -> Result<i64> {
        let key = (axis, code.to_owned());
        if let Some(id) = self.0.get(&key) {
            return Ok(*id);
        }
        let known = reader
            .conn
            .prepare_cached("SELECT id FROM axis_code WHERE axis = ?1 AND code = ?2")?
            .query_row((axis.code(), code), |row| row.get(0))
            .optional()?;
        let id = match known {
            Some(id) => id,
            None => reader
                .conn
                .prepare_cached("INSERT INTO axis_code (axis, code) VALUES (?1, ?2) RETURNING id")?
                .query_row((axis.code(), code), |row| row.get(0))?,
        };
        self.0.insert(key, id);
        Ok(id)
    }
}
