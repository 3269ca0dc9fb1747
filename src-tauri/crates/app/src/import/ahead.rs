//! The rows of a table, read on a thread of their own while those before them are written.

use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use super::reading::{Reading, Taken};
use crate::app::OpenMatter;
use crate::error::Result;

/// Rows that are handed over together.
const BLOCK: usize = 256;
/// Blocks that reading may be ahead: bounds what waits in memory.
const AHEAD: usize = 32;

/// A row that was read.
pub(super) struct RowAhead {
    /// Its place in the table.
    pub(super) line: u64,
    /// What is to become of it.
    pub(super) taken: Taken,
    /// How far reading had come when its block was full, and the end of it.
    pub(super) progress: (u64, u64),
}

/// Reads every row and hands it to `then` on this thread, in order. What is looked up for a row is the matter as it was
/// before: whoever writes meanwhile holds the only transaction that does.
///
/// # Errors
/// Those of reading; what `then` refuses, which stops the reading.
pub(super) fn read_ahead(
    open: &OpenMatter,
    reading: &mut Reading<'_>,
    mut then: impl FnMut(RowAhead) -> Result<()>,
) -> Result<()> {
    thread::scope(|scope| {
        let (sender, blocks) = sync_channel(AHEAD);
        scope.spawn(move || {
            if let Err(error) = read(open, reading, &sender) {
                // Nobody listens any more when the rest was given up.
                sender.send(Err(error)).ok();
            }
        });
        for block in blocks {
            let (rows, progress): Block = block?;
            for (line, taken) in rows {
                then(RowAhead { line, taken, progress })?;
            }
        }
        Ok(())
    })
}

type Block = (Vec<(u64, Taken)>, (u64, u64));

fn read(open: &OpenMatter, reading: &mut Reading<'_>, sender: &SyncSender<Result<Block>>) -> Result<()> {
    open.matter.read(|reader| {
        loop {
            let mut rows = Vec::with_capacity(BLOCK);
            while rows.len() < BLOCK
                && let Some(row) = reading.next(reader)?
            {
                rows.push(row);
            }
            let ended = rows.len() < BLOCK;
            if sender.send(Ok((rows, reading.sheet.progress()))).is_err() || ended {
                return Ok(());
            }
        }
    })
}
