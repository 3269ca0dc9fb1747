//! What reading one item has cost so far.

use super::{part_path::PartPath, value::Mailbox};
use crate::{
    damage::{Code, DamageLog},
    digest::sha256_hex,
    dkim::HASHED,
    limits::Limits,
};

/// Running totals against the limits, and the damage met.
#[derive(Debug)]
pub(crate) struct Reading<'l> {
    pub(crate) limits: &'l Limits,
    pub(crate) damage: DamageLog,
    pub(crate) headers: usize,
    /// Bytes that may still be hashed for DKIM.
    pub(crate) hashing: u64,
    /// Whether only the words are wanted, by which one message of many is picked out: nothing is hashed or listed then.
    pub(crate) words_only: bool,
    parts: usize,
    addresses: usize,
    decoded: u64,
}

impl<'l> Reading<'l> {
    pub(crate) fn new(limits: &'l Limits) -> Self {
        Self {
            limits,
            damage: DamageLog::default(),
            headers: 0,
            hashing: HASHED,
            words_only: false,
            parts: 0,
            addresses: 0,
            decoded: 0,
        }
    }

    /// The same, for the words alone.
    pub(crate) fn of_words(limits: &'l Limits) -> Self {
        Self { words_only: true, ..Self::new(limits) }
    }

    /// The SHA-256 of bytes, empty where only words are wanted.
    pub(crate) fn sha256(&self, bytes: &[u8]) -> String {
        if self.words_only { String::new() } else { sha256_hex(bytes) }
    }

    pub(crate) fn headers_left(&self) -> usize {
        self.limits.headers.saturating_sub(self.headers)
    }

    pub(crate) fn parts_left(&self) -> usize {
        self.limits.parts.saturating_sub(self.parts)
    }

    /// Bytes that parts may still decode to.
    pub(crate) fn decoded_left(&self) -> u64 {
        self.limits.decoded_bytes.saturating_sub(self.decoded)
    }

    /// Counts a part; `false` if there were enough already.
    pub(crate) fn take_part(&mut self) -> bool {
        let more = self.parts_left() > 0;
        self.parts = self.parts.saturating_add(1);
        more
    }

    /// Counts decoded bytes; `false` if they are beyond the limit.
    pub(crate) fn take_decoded(&mut self, bytes: usize, place: &PartPath) -> bool {
        self.decoded = self.decoded.saturating_add(bytes as u64);
        let within = self.decoded <= self.limits.decoded_bytes;
        if !within {
            self.damage.add(Code::TooMuchDecoded, place);
        }
        within
    }

    /// Keeps the addresses that the limit leaves room for.
    pub(crate) fn keep_addresses(&mut self, mut list: Vec<Mailbox>, place: &PartPath) -> Vec<Mailbox> {
        let room = self.limits.addresses.saturating_sub(self.addresses);
        if list.len() > room {
            list.truncate(room);
            self.damage.add(Code::TooManyAddresses, place);
        }
        self.addresses = self.addresses.saturating_add(list.len());
        list
    }
}
