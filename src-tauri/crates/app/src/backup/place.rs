//! Where this machine puts copies of each matter.

use std::collections::BTreeMap;
use std::path::PathBuf;

use joinder_domain::id::MatterId;
use joinder_domain::noun::Noun;
use serde::{Deserialize, Serialize};

use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::setting::SettingFolder;

/// Where copies of a matter go.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BackupPlace"))]
pub struct Place {
    /// The folder; none was chosen yet.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub folder: Option<PathBuf>,
    /// Whether a copy is made each time the window is closed.
    #[serde(default)]
    pub on_close: bool,
}

const FILE: &str = "backups.json";

/// The places of all matters on this machine.
pub(crate) struct Places<'a>(&'a SettingFolder);

impl<'a> Places<'a> {
    pub(crate) fn of(context: Context<'a>) -> Self {
        Self(context.app.setting_folder())
    }

    pub(crate) fn get(&self, matter: MatterId) -> Place {
        self.all().remove(&matter.to_string()).unwrap_or_default()
    }

    fn all(&self) -> BTreeMap<String, Place> {
        self.0.load(FILE).unwrap_or_default()
    }
}

pub(crate) fn put(context: Context<'_>, place: Place) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let place = Place { folder: place.folder.filter(|folder| !folder.as_os_str().is_empty()), ..place };
    if place.on_close && place.folder.is_none() {
        return Err(Error::new("backup-no-place"));
    }
    let places = Places::of(context);
    let mut all = places.all();
    all.insert(open.matter.id().to_string(), place);
    places.0.save(FILE, &all)?;
    Ok(Applied::changed(Nothing {}, Noun::Backup, None))
}
