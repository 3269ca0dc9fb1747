//! Beginning a registration.

use std::path::{Path, PathBuf};

use joinder_domain::claimant::Claimant;
use joinder_domain::id::{ClaimantId, MatterId, PersonId};
use joinder_domain::noun::Noun;
use joinder_store::{
    Matter, NewMatter, NewPerson, NewProfile, Op, Passphrase, RecoveryKey, Role, SignIn, WorkFactor, claimant,
};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::kept::Kept;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::text::text;
use crate::{exchange, invitation, matter, profile};

/// A registration to begin.
#[derive(Clone, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegistrationBegin"))]
pub struct Begin {
    /// The invitation.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub invitation: PathBuf,
    /// The folder for the answers: new or empty.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub folder: PathBuf,
    /// A passphrase. Without it and without the recovery key nobody can open the folder again, the firm included.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub passphrase: Zeroizing<String>,
}

/// A registration was begun.
#[derive(Clone, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegistrationBegun"))]
pub struct Begun {
    /// The recovery key: shown once, kept nowhere.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub recovery_key: Zeroizing<String>,
    /// The name to sign in with.
    pub sign_in: String,
}

/// The folder for a registration.
pub(super) struct Folder {
    pub(super) path: PathBuf,
    pub(super) passphrase: Zeroizing<String>,
    pub(super) work: WorkFactor,
    /// At a meeting: where packets are put.
    pub(super) meeting: Option<PathBuf>,
}

const SIGN_IN: &str = "me";

pub(crate) fn begin(context: Context<'_>, input: Begin) -> Result<Applied<Begun>> {
    let folder = Folder {
        path: input.folder.clone(),
        passphrase: input.passphrase,
        work: matter::work_factor(),
        meeting: None,
    };
    let recovery = make(context, &input.invitation, folder)?;
    context.app.setting_folder().remember(&input.folder, true);
    let begun =
        Begun { recovery_key: Zeroizing::new(recovery.text().to_owned()), sign_in: SIGN_IN.to_owned() };
    Ok(Applied::changed(begun, Noun::Matter, None))
}

/// Makes the folder and opens it.
pub(super) fn make(context: Context<'_>, path: &Path, folder: Folder) -> Result<RecoveryKey> {
    let clock = context.app.clock();
    let sent = invitation::load(path)?;
    if clock.now() >= sent.expires {
        return Err(Error::new("invitation-ended"));
    }
    let file = std::fs::read_to_string(path).map_err(|_| Error::new("unreadable-file"))?;
    let kept = Kept { meeting: folder.meeting, ..Kept::default() };
    // A profile that this program cannot read is found before a folder is made.
    let texts: Vec<(&String, &String)> = sent.profile.texts.iter().collect();
    profile::read(&texts)?;
    let new = NewMatter {
        id: MatterId(clock.id()),
        name: sent.matter_name.clone(),
        profile: NewProfile { id: sent.profile.id, version: sent.profile.version, texts: sent.profile.texts },
        person: NewPerson {
            id: PersonId(clock.id()),
            sign_in: SignIn::new(SIGN_IN)?,
            full_name: text("registration-person", &[]),
            role: Role::Coordinator,
        },
        passphrase: Passphrase::new(&folder.passphrase)?,
        work: folder.work,
        now: clock.now(),
    };
    context.app.set_open(None)?;
    let (made, recovery) = Matter::create(&folder.path, new)?;
    matter::open(context, made)?;
    let open = context.app.open_matter()?;
    exchange::key(&open, clock)?;
    open.write(Op("registration.begin"), clock.now(), |tx| {
        kept.begin(tx, &file)?;
        claimant::insert(tx, ClaimantId(clock.id()), &Claimant::default())?;
        Ok(())
    })?;
    Ok(recovery)
}
