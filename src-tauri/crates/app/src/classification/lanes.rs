//! Work on many claimants on all cores, handed over in order to one who writes.

use std::sync::mpsc::sync_channel;
use std::thread;

use crate::error::{Error, Result};

/// Claimants that a worker takes at a time.
const BLOCK: usize = 256;
/// Below this many, starting threads costs more than it saves.
const FEW: usize = 64;
/// Blocks that a worker may be ahead: bounds what waits in memory.
const AHEAD: usize = 4;

/// Lets `work` loose on blocks of `items` on all cores and hands what it makes to `then` on this one, in order. Each
/// worker has a state of its own. When `then` refuses, the workers stop at their next block.
///
/// # Errors
/// The first of `work` or `then`.
pub(crate) fn in_order<S: Default, I: Sync, T: Send>(
    items: &[I],
    work: impl Fn(&mut S, &[I]) -> Result<Vec<T>> + Sync,
    mut then: impl FnMut(T) -> Result<()>,
) -> Result<()> {
    if items.len() <= FEW {
        return work(&mut S::default(), items)?.into_iter().try_for_each(then);
    }
    let workers = thread::available_parallelism().map_or(1, usize::from).clamp(1, 4);
    thread::scope(|scope| {
        let mut lanes = Vec::new();
        let work = &work;
        for worker in 0..workers {
            let (sender, receiver) = sync_channel(AHEAD);
            lanes.push(receiver);
            scope.spawn(move || {
                let mut state = S::default();
                for block in items.chunks(BLOCK).skip(worker).step_by(workers) {
                    // Nobody listens any more when the rest was given up.
                    if sender.send(work(&mut state, block)).is_err() {
                        break;
                    }
                }
            });
        }
        for (_, lane) in items.chunks(BLOCK).zip(lanes.iter().cycle()) {
            let block = lane.recv().map_err(|_| Error::new("internal"))??;
            block.into_iter().try_for_each(&mut then)?;
        }
        Ok(())
    })
}
