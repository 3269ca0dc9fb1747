//! People who register one after the other on a machine of the firm's: each packet is sealed, its receipt is shown, and
//! everything else is forgotten.
//!
//! Each person has a folder of their own for as long as it takes. Its key is wrapped for a random passphrase that is never
//! written down, so that what a power cut leaves behind can be read by nobody.

use joinder_domain::noun::Noun;
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use joinder_packet::ExchangeKey;
use joinder_store::WorkFactor;
use serde::{Deserialize, Serialize};

use super::begin::{Folder, make};
use super::kept::Kept;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};

/// A person who registers at a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegistrationMeet"))]
pub struct Meet {
    /// The invitation.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub invitation: PathBuf,
    /// The folder in which packets are put.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub out: PathBuf,
}

pub(crate) fn meet(context: Context<'_>, input: Meet) -> Result<Applied<Nothing>> {
    if !input.out.is_dir() {
        return Err(Error::new("no-such-folder"));
    }
    context.app.set_open(None)?;
    let rooms = context.app.setting_folder().rooms();
    // What an earlier person's power cut left behind.
    match fs::remove_dir_all(&rooms) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(Error::new("room-left")),
        _ => {}
    }
    fs::create_dir_all(&rooms).map_err(|_| Error::new("out-not-writable"))?;
    let folder = Folder {
        path: rooms.join(context.app.clock().id().to_string()),
        passphrase: ExchangeKey::generate()?.to_text(),
        // Nobody guesses 256 random bits, however quick a guess is.
        work: WorkFactor::QUICK,
        meeting: Some(input.out),
    };
    make(context, &input.invitation, folder)?;
    Ok(Applied::changed(Nothing {}, Noun::Matter, None))
}

/// Forgets the open registration of a meeting, sealed or not.
pub(crate) fn forget(context: Context<'_>, _: Nothing) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    if open.matter.read(Kept::load)?.meeting.is_none() {
        return Err(Error::new("not-a-meeting"));
    }
    let folder = open.matter.folder().to_owned();
    drop(open);
    context.app.set_open(None)?;
    fs::remove_dir_all(folder).map_err(|_| Error::new("out-not-writable"))?;
    Ok(Applied::changed(Nothing {}, Noun::Matter, None))
}
