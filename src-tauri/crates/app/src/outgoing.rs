//! What leaves the matter as files: written beside their places, entered in the audit, and only then there.

use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_store::{Applied, Op, Write};
use serde_json::json;

use crate::app::OpenMatter;
use crate::command::Context;
use crate::error::{Error, Result};
use crate::outfile::Finished;

/// Enters what goes out, then puts the files in their places, so that nothing is out that the audit does not know. If that
/// last step fails, a second entry says so.
///
/// # Errors
/// Those of the write, and then no file is there; `out-not-writable`, `disk-full`.
pub(crate) fn release<T>(
    context: Context<'_>,
    open: &OpenMatter,
    op: Op,
    files: impl IntoIterator<Item = Finished>,
    enter: impl FnOnce(&mut Write<'_>) -> Result<T>,
) -> Result<Applied<T>> {
    let entered = open.write(op, context.app.clock().now(), enter)?;
    files
        .into_iter()
        .try_for_each(Finished::place)
        .map_err(|error| failed(context, open, &entered.head, error))?;
    Ok(entered)
}

/// Says in the audit that what the entry `head` names did not come to be, and gives back why.
pub(crate) fn failed(context: Context<'_>, open: &OpenMatter, head: &Digest, why: Error) -> Error {
    // A full disk may refuse this entry as well; the first one then says that something went out, which errs on the safe side.
    open.write(Op("export.failed"), context.app.clock().now(), |tx| {
        let detail = json!({ "entry": head, "problem": why.code });
        Ok::<_, Error>(tx.note(Subject::new(SubjectKind::Matter, ""), None, detail)?)
    })
    .ok();
    why
}
