//! Matters: made, opened, locked.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use joinder_domain::id::{MatterId, PersonId};
use joinder_domain::noun::Noun;
use joinder_store::{
    Matter, NewMatter, NewPerson, NewProfile, Passphrase, RecoveryKey, Role, SignIn, WorkFactor,
    keyholders as holders,
};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::app::OpenMatter;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::profile;
use crate::registration;
use crate::run;

/// Whether a matter is open, and which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MatterStatus"))]
pub struct Status {
    /// Whether one is open.
    pub state: State,
    /// Its folder.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub folder: PathBuf,
    /// Its name.
    pub name: String,
    /// Who is working.
    pub person: String,
    /// In which role.
    pub role: String,
    /// Title of its profile.
    pub profile: String,
    /// Claimants in it.
    pub claimants: u32,
    /// Whether it is a claimant's own registration, and not a matter of a firm.
    pub registration: bool,
    /// Minutes without a key or pointer move until it locks; 0 is never.
    pub idle_minutes: u32,
    /// Version of the program.
    pub version: String,
}

/// Whether a matter is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MatterState"))]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// None is.
    None,
    /// One was, and was locked; only a window that showed it says so.
    Locked,
    /// One is.
    Open,
}

/// A matter opened on this machine lately.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RecentMatter"))]
pub struct Recent {
    /// Its folder.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub folder: PathBuf,
    /// The last part of its folder: its name is inside, and encrypted.
    pub name_hint: String,
    /// Whether it is still there.
    pub exists: bool,
    /// Whether it is a claimant's own registration.
    pub registration: bool,
}

/// A matter's folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MatterFolder"))]
pub struct Folder {
    /// The folder.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub folder: PathBuf,
}

/// Somebody who can unlock a matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Keyholder {
    /// Sign-in name.
    pub sign_in: String,
}

/// A matter to be made.
#[derive(Clone, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MatterCreate"))]
pub struct Create {
    /// Its folder: new or empty.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub folder: PathBuf,
    /// Its name.
    pub name: String,
    /// What kind of matter it is: a built-in profile, or a folder that holds one.
    pub profile: String,
    /// Sign-in name of the first person, who becomes coordinator.
    pub sign_in: String,
    /// That person's full name, as the audit shows it.
    pub full_name: String,
    /// That person's passphrase.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub passphrase: Zeroizing<String>,
}

/// A matter was made.
#[derive(Clone, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MatterCreated"))]
pub struct Created {
    /// The recovery key: shown once, kept nowhere.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub recovery_key: Zeroizing<String>,
}

/// A matter to be opened with a passphrase.
#[derive(Clone, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MatterUnlock"))]
pub struct Unlock {
    /// Its folder.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub folder: PathBuf,
    /// Sign-in name.
    pub sign_in: String,
    /// That person's passphrase.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub passphrase: Zeroizing<String>,
}

/// A matter to be opened with its recovery key.
#[derive(Clone, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MatterRecover"))]
pub struct Recover {
    /// Its folder.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub folder: PathBuf,
    /// The recovery key.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub recovery_key: Zeroizing<String>,
}

pub(crate) fn status(context: Context<'_>, _: Nothing) -> Result<Applied<Status>> {
    let settings = context.app.setting_folder().settings();
    let mut status = Status {
        state: State::None,
        folder: PathBuf::new(),
        name: String::new(),
        person: String::new(),
        role: String::new(),
        profile: String::new(),
        claimants: 0,
        registration: false,
        idle_minutes: settings.idle_minutes,
        version: env!("CARGO_PKG_VERSION").to_owned(),
    };
    if let Ok(open) = context.app.open_matter() {
        status = Status {
            state: State::Open,
            folder: open.matter.folder().to_owned(),
            name: open.matter.name().to_owned(),
            person: open.matter.actor().name,
            role: open.role().code().to_owned(),
            profile: open.profile.title.clone(),
            registration: open.matter.read(registration::is_registration)?,
            claimants: u32::try_from(open.matter.read(joinder_store::claimant::total)?).unwrap_or(u32::MAX),
            ..status
        };
    }
    Ok(Applied::unchanged(status))
}

pub(crate) fn recent(context: Context<'_>, _: Nothing) -> Result<Applied<Vec<Recent>>> {
    let own = context.app.setting_folder().registrations();
    let recent = context.app.setting_folder().recent().into_iter().map(|folder| Recent {
        registration: own.contains(&folder),
        name_hint: folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        exists: folder.join("matter.db").exists(),
        folder,
    });
    Ok(Applied::unchanged(recent.collect()))
}

/// Takes a folder out of the list of those opened lately: whoever shares the computer need not see it. The folder stays.
pub(crate) fn forget(context: Context<'_>, input: Folder) -> Result<Applied<Nothing>> {
    context.app.setting_folder().forget(&input.folder)?;
    Ok(Applied::changed(Nothing {}, Noun::Setting, None))
}

pub(crate) fn keyholders(_: Context<'_>, input: Folder) -> Result<Applied<Vec<Keyholder>>> {
    let holders = holders(&input.folder)?;
    Ok(Applied::unchanged(
        holders.into_iter().map(|sign_in| Keyholder { sign_in: sign_in.to_string() }).collect(),
    ))
}

pub(crate) fn create(context: Context<'_>, input: Create) -> Result<Applied<Created>> {
    let clock = context.app.clock();
    let texts = profile::texts(&input.profile)?;
    let profile = profile::read(&texts)?;
    let new = NewMatter {
        id: MatterId(clock.id()),
        name: input.name.trim().to_owned(),
        profile: NewProfile {
            id: profile.id.to_string(),
            version: profile.version,
            texts: texts.into_iter().collect(),
        },
        person: NewPerson {
            id: PersonId(clock.id()),
            sign_in: SignIn::new(input.sign_in.trim())?,
            full_name: input.full_name.trim().to_owned(),
            role: Role::Coordinator,
        },
        passphrase: Passphrase::new(&input.passphrase)?,
        work: work_factor(),
        now: clock.now(),
    };
    if new.name.is_empty() || new.person.full_name.is_empty() {
        return Err(Error::new("name-missing"));
    }
    close(context, &input.folder)?;
    let (matter, recovery) = Matter::create(&input.folder, new)?;
    open(context, matter)?;
    context.app.setting_folder().remember(&input.folder, false);
    let created = Created { recovery_key: Zeroizing::new(recovery.text().to_owned()) };
    Ok(Applied::changed(created, Noun::Matter, None))
}

pub(crate) fn unlock(context: Context<'_>, input: Unlock) -> Result<Applied<Status>> {
    close(context, &input.folder)?;
    let sign_in = SignIn::new(input.sign_in.trim())?;
    let passphrase = Passphrase::typed(&input.passphrase);
    let matter = Matter::open(&input.folder, &sign_in, &passphrase, context.app.clock().now())?;
    opened(context, matter, input.folder)
}

pub(crate) fn recover(context: Context<'_>, input: Recover) -> Result<Applied<Status>> {
    close(context, &input.folder)?;
    let key = RecoveryKey::parse(&input.recovery_key)?;
    let matter = Matter::open_with_recovery(&input.folder, &key, context.app.clock().now())?;
    opened(context, matter, input.folder)
}

pub(crate) fn lock(context: Context<'_>, _: Nothing) -> Result<Applied<Nothing>> {
    context.app.set_open(None)?;
    Ok(Applied::changed(Nothing {}, Noun::Matter, None))
}

fn opened(context: Context<'_>, matter: Matter, folder: PathBuf) -> Result<Applied<Status>> {
    open(context, matter)?;
    let status = status(context, Nothing {})?;
    context.app.setting_folder().remember(&folder, status.output.registration);
    Ok(Applied::changed(status.output, Noun::Matter, None))
}

/// One process has one matter open: the one before is closed first.
fn close(context: Context<'_>, next: &Path) -> Result<()> {
    context.app.set_open(None)?;
    context.app.let_go(next)
}

/// Opens a matter in this process, with the rules in force.
pub(crate) fn open(context: Context<'_>, matter: Matter) -> Result<()> {
    let stored = matter.read(joinder_store::profile::get)?;
    let files: Vec<(&String, &String)> = stored.texts.iter().collect();
    let profile = profile::read(&files)?;
    let profile = run::in_force(&matter, profile)?;
    context.app.set_open(Some(OpenMatter::with(Arc::new(matter), profile, context.app.clock())?))
}

/// How hard passphrases are to guess; tests ask for less, so that they do not wait.
pub(crate) fn work_factor() -> WorkFactor {
    if cfg!(debug_assertions) && std::env::var_os("JOINDER_QUICK_KEYS").is_some() {
        WorkFactor::QUICK
    } else {
        WorkFactor::STANDARD
    }
}
