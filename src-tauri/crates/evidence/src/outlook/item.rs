//! A message as Outlook keeps it, whether in a `.msg` file or in a winmail.dat.

use super::property::Properties;

/// A message, an appointment or a contact, with what belongs to it.
#[derive(Debug, Default)]
pub(super) struct Item {
    pub(super) properties: Properties,
    pub(super) recipients: Vec<Properties>,
    pub(super) attachments: Vec<Attachment>,
}

/// A file, picture or message attached to an item.
#[derive(Debug)]
pub(super) struct Attachment {
    pub(super) properties: Properties,
    /// Its bytes; of a message those that it has, or would have, as a file of its own.
    pub(super) bytes: Vec<u8>,
    /// What it is, if it is a message.
    pub(super) item: Option<Box<Item>>,
    /// Whether its bytes are all there.
    pub(super) whole: bool,
}

/// What loading an item may still cost, and what was wrong.
#[derive(Debug)]
pub(super) struct Loading {
    /// Bytes that may still be loaded.
    pub(super) bytes: u64,
    /// Parts that may still be loaded.
    pub(super) parts: usize,
    /// Recipients that may still be loaded.
    pub(super) recipients: usize,
    /// Storages that may still be gone into.
    pub(super) storages: usize,
    /// Streams that were not whole.
    pub(super) damaged: u32,
    /// Whether something was left out.
    pub(super) too_much: bool,
    /// Whether messages inside lay too deep.
    pub(super) too_deep: bool,
}

impl Loading {
    /// Takes this many bytes off what is left; `false`, and none are taken, if there are not as many.
    pub(super) fn take(&mut self, bytes: u64) -> bool {
        let left = self.bytes.checked_sub(bytes);
        self.too_much |= left.is_none();
        self.bytes = left.unwrap_or(self.bytes);
        left.is_some()
    }

    pub(super) fn take_part(&mut self) -> bool {
        self.too_much |= self.parts == 0;
        count_down(&mut self.parts)
    }

    pub(super) fn take_recipient(&mut self) -> bool {
        self.too_much |= self.recipients == 0;
        count_down(&mut self.recipients)
    }

    pub(super) fn take_storage(&mut self) -> bool {
        self.too_much |= self.storages == 0;
        count_down(&mut self.storages)
    }
}

fn count_down(left: &mut usize) -> bool {
    let any = *left > 0;
    *left = left.saturating_sub(1);
    any
}
