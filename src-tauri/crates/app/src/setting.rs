//! Settings of the program, and the matters opened lately: the only things kept outside a matter.
//!
//! They hold no claimant's data: a theme, a number of minutes, folders.

use joinder_domain::noun::Noun;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::clock::Clock;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};

const RECENT_MOST: usize = 8;

/// Settings of the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct Settings {
    /// Light, dark, or as the desktop has it.
    pub theme: Theme,
    /// How much room rows and fields take.
    pub density: Density,
    /// Size of text and pages in per cent, 50 to 300.
    pub zoom: u32,
    /// Minutes without a key or pointer move until the matter locks; 0 is never.
    pub idle_minutes: u32,
}

/// Which colours the window uses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the desktop has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// White and yellow on black, with strong edges.
    Contrast,
}

/// How much room rows and fields take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Density {
    /// Much on one screen.
    #[default]
    Compact,
    /// Larger targets and more space.
    Comfortable,
}

impl Default for Settings {
    fn default() -> Self {
        Self { theme: Theme::System, density: Density::Compact, zoom: 100, idle_minutes: 10 }
    }
}

/// The folder in which settings are kept.
#[derive(Clone, Debug)]
pub struct SettingFolder(PathBuf);

impl SettingFolder {
    /// Settings in `folder`, which need not exist yet.
    pub fn new(folder: PathBuf) -> Self {
        Self(folder)
    }

    /// The settings; the standard ones when there are none or they cannot be read.
    pub fn settings(&self) -> Settings {
        self.load("settings.json").unwrap_or_default()
    }

    /// Folders of matters, the one opened last first.
    pub fn recent(&self) -> Vec<PathBuf> {
        self.load("recent.json").unwrap_or_default()
    }

    /// Of these folders, those that are claimants' own registrations.
    pub fn registrations(&self) -> Vec<PathBuf> {
        self.load("registrations.json").unwrap_or_default()
    }

    /// Where people who register at a meeting have their folders for as long as it takes.
    pub(crate) fn rooms(&self) -> PathBuf {
        self.0.join("meeting")
    }

    /// Remembers that the matter in `folder` was opened. Failing to is no reason to stop anybody's work.
    pub fn remember(&self, folder: &Path, registration: bool) {
        let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        let mut own = self.registrations();
        if registration && !own.contains(&folder) {
            own.insert(0, folder.clone());
            own.truncate(RECENT_MOST);
            self.save("registrations.json", &own).ok();
        }
        let mut recent = self.recent();
        recent.retain(|known| known != &folder);
        recent.insert(0, folder);
        recent.truncate(RECENT_MOST);
        self.save("recent.json", &recent).ok();
    }

    /// Takes a folder out of those that were opened lately; the folder itself stays.
    pub(crate) fn forget(&self, folder: &Path) -> Result<()> {
        let without = |folders: Vec<PathBuf>| -> Vec<PathBuf> {
            folders.into_iter().filter(|known| known != folder).collect()
        };
        self.save("registrations.json", &without(self.registrations()))?;
        self.save("recent.json", &without(self.recent()))
    }

    /// A random number of this copy of the program, made when it is first needed; it says nothing about the machine.
    /// `None` when it cannot be kept.
    pub fn device(&self, clock: Clock) -> Option<Uuid> {
        if let Some(known) = self.load("device.json") {
            return Some(known);
        }
        let device = clock.id();
        self.save("device.json", &device).ok().map(|()| device)
    }

    pub(crate) fn load<T: for<'a> Deserialize<'a>>(&self, name: &str) -> Option<T> {
        serde_json::from_slice(&fs::read(self.0.join(name)).ok()?).ok()
    }

    pub(crate) fn save<T: Serialize>(&self, name: &str, value: &T) -> Result<()> {
        let failed = |_| Error::new("setting-not-saved");
        fs::create_dir_all(&self.0).map_err(failed)?;
        let json = serde_json::to_vec_pretty(value).map_err(|_| Error::new("internal"))?;
        let part = self.0.join(format!("{name}.part"));
        fs::write(&part, json).map_err(failed)?;
        fs::rename(part, self.0.join(name)).map_err(failed)
    }
}

pub(crate) fn get(context: Context<'_>, _: Nothing) -> Result<Applied<Settings>> {
    Ok(Applied::unchanged(context.app.setting_folder().settings()))
}

pub(crate) fn put(context: Context<'_>, settings: Settings) -> Result<Applied<Nothing>> {
    context.app.setting_folder().save("settings.json", &settings)?;
    Ok(Applied::changed(Nothing {}, Noun::Setting, None))
}
