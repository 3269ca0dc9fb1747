//! What a mailbox or an archive holds, listed but not read: each message or file in it is evidence of its own.

use std::io::Cursor;

use serde::{Deserialize, Serialize};

use crate::{
    archive::Archive,
    damage::{Code, DamageLog},
    limits::Limits,
    mailbox::{Glance, Mbox, glance},
};

/// Messages or files that are listed; the others are counted.
const LISTED: usize = 1_000;

/// What a mailbox or an archive holds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Contents {
    /// How many messages or files it holds.
    pub count: u64,
    /// The first thousand of them.
    pub listed: Vec<Listed>,
}

/// One message of a mailbox, or one file of an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// A file's name with its folders, as written: untrusted, never a path to write to. `None` for a message.
    pub name: Option<String>,
    /// Where a message begins in its mailbox, in bytes.
    pub offset: Option<u64>,
    /// Bytes, unpacked.
    pub size: u64,
    /// What a message's headers say.
    pub message: Option<Glance>,
}

/// Lists the messages of a mailbox.
pub(crate) fn of_mailbox(bytes: &[u8], limits: &Limits, damage: &mut DamageLog) -> Contents {
    damage.add(Code::HoldsOthers, 0);
    let mut contents = Contents::default();
    let mut mailbox = Mbox::new(bytes, limits);
    // Reading from memory does not fail.
    while let Ok(Some(message)) = mailbox.next_message() {
        contents.count += 1;
        if contents.listed.len() < LISTED {
            contents.listed.push(Listed {
                name: None,
                offset: Some(message.offset),
                size: message.size,
                message: Some(glance(message.bytes)),
            });
        }
    }
    contents
}

/// Lists the files of an archive.
pub(crate) fn of_archive(bytes: &[u8], limits: &Limits, damage: &mut DamageLog) -> Contents {
    damage.add(Code::HoldsOthers, 0);
    let mut contents = Contents::default();
    let Ok(archive) = Archive::open(Cursor::new(bytes), limits) else { return contents };
    for wrong in archive.damage() {
        damage.add(wrong.code, 0);
    }
    for entry in archive.entries().iter().filter(|entry| !entry.is_folder() && !entry.is_litter()) {
        if entry.climbs_out() {
            damage.add(Code::ArchivePath, &entry.name);
        }
        if entry.is_encrypted() {
            damage.add(Code::ArchiveEncrypted, &entry.name);
        }
        contents.count += 1;
        if contents.listed.len() < LISTED {
            let name = Some(entry.name.clone());
            contents.listed.push(Listed { name, offset: None, size: entry.size, message: None });
        }
    }
    contents
}
