//! Which copy of the matter this is: known again when its folder is moved or renamed, and another one when it is copied.

use std::path::Path;

use joinder_store::{Matter, Reader, Write, setting};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::app::OpenMatter;
use crate::command::Context;
use crate::error::Result;

const SETTING: &str = "copy";

/// What a copy knows of itself. It lies in the database, so that it moves with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Copy {
    pub(super) id: Uuid,
    /// The machine's random number; none where none can be kept.
    device: Option<Uuid>,
    folder: String,
}

impl Copy {
    /// The copy that is open. A folder that lies elsewhere than when it last sent something was moved, if nothing is left in
    /// the old place; else it was copied, and so it was when the machine is another one.
    pub(super) fn open(context: Context<'_>, open: &OpenMatter, reader: &Reader<'_>) -> Result<Self> {
        let device = context.app.setting_folder().device(context.app.clock());
        let folder = open.matter.folder();
        let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        let folder = folder.to_string_lossy().into_owned();
        let known: Option<Self> = setting::get(reader, SETTING)?;
        let same = |known: &Self| {
            known.device == device && (known.folder == folder || !Matter::lies_in(Path::new(&known.folder)))
        };
        let id = known.filter(same).map_or_else(|| context.app.clock().id(), |known| known.id);
        Ok(Self { id, device, folder })
    }

    /// Keeps what the copy knows of itself, where that is news.
    pub(super) fn keep(&self, tx: &mut Write<'_>) -> Result<()> {
        if setting::get::<Self>(tx, SETTING)?.as_ref() == Some(self) {
            return Ok(());
        }
        Ok(setting::put(tx, SETTING, self)?)
    }
}
