//! The bytes of an original, never handed out unchecked.

use std::io::Write;
use std::sync::PoisonError;

use joinder_domain::audit::{Subject, SubjectKind};
use joinder_store::evidence::{self as store, Evidence, State};
use joinder_store::{Op, Reader};
use serde_json::json;

use crate::app::OpenMatter;
use crate::command::Context;
use crate::error::{Error, Result};

/// The bytes of an item, checked against the fingerprint that was taken when it was received.
///
/// # Errors
/// `altered-item`, which names the item.
pub(super) fn bytes(reader: &Reader<'_>, item: &Evidence) -> Result<Vec<u8>> {
    store::bytes(reader, item.id).map_err(|error| named(error, item))
}

/// Copies the bytes of an item; what was written counts only when this succeeds.
///
/// # Errors
/// `altered-item`, which names the item; those of writing.
pub(super) fn copy(reader: &Reader<'_>, item: &Evidence, target: &mut impl Write) -> Result<u64> {
    store::copy(reader, item.id, target).map_err(|error| named(error, item))
}

/// Says in the audit that an original was opened, by whom and when. As long as nothing else is opened, looking at its
/// parts is the same opening.
///
/// # Errors
/// Those of the store.
pub(super) fn seen(context: Context<'_>, open: &OpenMatter, item: &Evidence) -> Result<()> {
    let mut last = open.session.seen.lock().unwrap_or_else(PoisonError::into_inner);
    if *last == Some(item.id) {
        return Ok(());
    }
    let claimant = match item.state {
        State::Assigned(number) => Some(number),
        State::Unassigned | State::SetAside(_) => None,
    };
    open.write(Op("evidence.view"), context.app.clock().now(), |tx| {
        let subject = Subject::new(SubjectKind::Evidence, item.id.to_string());
        Ok::<_, Error>(tx.note(subject, claimant, json!({ "sha256": item.sha256 }))?)
    })?;
    *last = Some(item.id);
    Ok(())
}

/// An error of the store in words that name the item by its reference, which says nothing of a person.
fn named(error: joinder_store::Error, item: &Evidence) -> Error {
    match error {
        joinder_store::Error::AlteredEvidence => {
            Error::with("altered-item", &[("item", &item.number.to_string())])
        }
        other => other.into(),
    }
}
