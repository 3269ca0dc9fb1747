//! What the court has said of claim forms.

use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::noun::Noun;
use joinder_domain::register::ClaimForm;
use serde_json::json;

use super::{day, day_text};
use crate::column::document;
use crate::error::Result;
use crate::write::{Entered, Reader, Write};

/// Every claim form of which something is known, in order.
///
/// # Errors
/// Those of the database.
pub fn forms(reader: &Reader<'_>) -> Result<Vec<ClaimForm>> {
    let mut statement =
        reader.conn.prepare_cached("SELECT number, claim_number, issued FROM claim_form ORDER BY number")?;
    let rows = statement.query_map((), |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?)))?;
    rows.map(|row| {
        let (number, claim_number, issued) = row?;
        Ok(ClaimForm { number, claim_number, issued: day(&issued)? })
    })
    .collect()
}

/// Keeps what is known of a claim form.
///
/// # Errors
/// Those of the database.
pub fn put_form(tx: &mut Write<'_>, form: &ClaimForm) -> Result<()> {
    tx.conn
        .prepare_cached(
            "INSERT INTO claim_form (number, claim_number, issued) VALUES (?1, ?2, ?3)
             ON CONFLICT (number) DO UPDATE SET claim_number = excluded.claim_number, issued = excluded.issued",
        )?
        .execute((form.number, &form.claim_number, day_text(form.issued)))?;
    tx.append(Entered {
        subject: Subject::new(SubjectKind::ClaimForm, form.number.to_string()),
        claimant: None,
        detail: json!({ "claim_number": form.claim_number, "issued": form.issued }),
        change: None,
        content: Some(content(form)?),
    })?;
    tx.touch(Noun::Register, None);
    Ok(())
}

/// Number and content of every claim form, for verification.
pub(crate) fn contents(reader: &Reader<'_>) -> Result<Vec<(u32, Digest)>> {
    forms(reader)?.iter().map(|form| Ok((form.number, content(form)?))).collect()
}

fn content(form: &ClaimForm) -> Result<Digest> {
    let content = json!({
        "claim_number": form.claim_number, "issued": form.issued, "number": form.number,
    });
    Ok(Digest::of(document(&content)?.as_bytes()))
}
