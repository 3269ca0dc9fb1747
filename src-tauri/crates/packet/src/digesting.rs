//! The digest of bytes, taken beside the work that brings them: encrypting is one core's work, and hashing is another's.

use std::io::{self, Write};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use joinder_domain::audit::Digest;
use sha2::{Digest as _, Sha256};

/// Bytes that are handed over together; of less the digest is taken at the end. Larger blocks are asked of the system anew each
/// time, which costs more than the digest.
const BLOCK: usize = 64 << 10;
/// Blocks that may wait.
const WAITING: usize = 64;

/// A digest in the making.
#[derive(Default)]
pub(crate) struct Digester {
    block: Vec<u8>,
    /// Where full blocks go, and who takes their digest; none before the first is full.
    worker: Option<(SyncSender<Vec<u8>>, JoinHandle<Sha256>)>,
}

impl Digester {
    pub(crate) fn update(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            let room = BLOCK.saturating_sub(self.block.len()).min(bytes.len());
            let (part, rest) = bytes.split_at(room);
            self.block.extend_from_slice(part);
            bytes = rest;
            if self.block.len() >= BLOCK {
                self.hand_over()?;
            }
        }
        Ok(())
    }

    pub(crate) fn finish(mut self) -> io::Result<Digest> {
        let digest = match self.worker.take() {
            None => Sha256::new(),
            Some((lane, worker)) => {
                drop(lane);
                worker.join().map_err(|_| stopped())?
            }
        };
        Ok(Digest(digest.chain_update(&self.block).finalize().into()))
    }

    fn hand_over(&mut self) -> io::Result<()> {
        let block = std::mem::replace(&mut self.block, Vec::with_capacity(BLOCK));
        let (lane, _) = self.worker.get_or_insert_with(|| {
            let (lane, blocks) = sync_channel::<Vec<u8>>(WAITING);
            let all =
                move || blocks.into_iter().fold(Sha256::new(), |digest, block| digest.chain_update(block));
            (lane, thread::spawn(all))
        });
        lane.send(block).map_err(|_| stopped())
    }
}

fn stopped() -> io::Error {
    io::Error::other("the digest stopped")
}

/// Lets bytes through, counts them and has their digest taken.
pub(crate) struct Digesting<W> {
    target: W,
    size: u64,
    digest: Digester,
}

impl<W: Write> Digesting<W> {
    pub(crate) fn new(target: W) -> Self {
        Self { target, size: 0, digest: Digester::default() }
    }

    /// How many bytes there were, and their digest.
    pub(crate) fn finish(mut self) -> io::Result<(u64, Digest)> {
        self.target.flush()?;
        Ok((self.size, self.digest.finish()?))
    }
}

impl<W: Write> Write for Digesting<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.target.write(bytes)?;
        self.size = self.size.saturating_add(written as u64);
        self.digest.update(bytes.get(..written).unwrap_or_default())?;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.target.flush()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

    use super::*;

    #[test]
    fn the_digest_is_that_of_all_bytes_however_they_come() {
        for size in [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 5 * BLOCK + 7] {
            let bytes: Vec<u8> = (0..size).map(|at| (at % 251) as u8).collect();
            let mut written = Vec::new();
            let mut digesting = Digesting::new(&mut written);
            bytes.chunks(70_001).for_each(|part| digesting.write_all(part).unwrap());
            let (counted, digest) = digesting.finish().unwrap();
            assert_eq!((counted, digest), (size as u64, Digest::of(&bytes)), "{size}");
            assert_eq!(written, bytes);
        }
    }
}
