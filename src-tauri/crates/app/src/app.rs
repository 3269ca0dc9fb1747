//! The program's state, and the way in.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, OnceLock, RwLock, Weak};
use std::time::Duration;

use jiff::Timestamp;
use joinder_bundle::Fonts;
use joinder_domain::check::CheckRules;
use joinder_domain::date::DateWords;
use joinder_domain::profile::Profile;
use joinder_store::run::{self, RunId};
use joinder_store::{Applied, Matter, Op, Role, SignedIn, Write, claimant};
use serde_json::Value;

use crate::clock::Clock;
use crate::command::{self, Access, Context};
use crate::consensus::Known;
use crate::error::{Error, Result};
use crate::job::Job;
use crate::profile::Choices;
use crate::session::Session;
use crate::setting::SettingFolder;

/// How often it is looked whether stopped work has let go of its matter, and how long between.
const LET_GO_TIMES: u32 = 250;
const LET_GO_PAUSE: Duration = Duration::from_millis(20);

/// Joinder, whoever drives it: a window, a script or a test. Cheap to clone; every clone is the same program.
#[derive(Clone)]
pub struct App(Arc<State>);

struct State {
    settings: SettingFolder,
    clock: Clock,
    open: RwLock<Option<Arc<OpenMatter>>>,
    /// The matter that was locked last, while work that was stopped still holds it.
    leaving: Mutex<Weak<Matter>>,
    fonts: OnceLock<Arc<Fonts>>,
}

/// The open matter, with whoever opened it.
pub struct OpenMatter {
    /// The store.
    pub matter: Arc<Matter>,
    /// The profile that the matter was made with, with the rules that are in force.
    pub profile: Profile,
    /// What its forms offer.
    pub choices: Choices,
    /// What vague words mean in days.
    pub words: DateWords,
    /// What records are checked against.
    pub checks: CheckRules,
    /// The canonical notice that grades go by.
    pub(crate) consensus: Known,
    /// Where the day comes from.
    pub(crate) clock: Clock,
    /// The run of rules that is in force; `None` for those that the matter was made with.
    pub(crate) run: Option<RunId>,
    /// What is remembered until it is locked.
    pub(crate) session: Arc<Session>,
}

impl OpenMatter {
    /// The numbers of all claimants, in order.
    pub(crate) fn numbers(&self) -> Result<Vec<u32>> {
        let query = claimant::Query { sort: claimant::Sort::Number, ..claimant::Query::default() };
        let found = self.matter.read(|reader| claimant::ids(reader, &query))?;
        Ok(found.into_iter().map(|number| number.0).collect())
    }

    /// The canonical notice that grades go by.
    pub(crate) fn consensus(&self) -> &Known {
        &self.consensus
    }

    /// Writes under the name of whoever is working; see [`Matter::write`].
    ///
    /// # Errors
    /// `not-open` when the matter was locked meanwhile; `rules-replaced` when other rules were adopted while this waited
    /// for its turn, since answers would be written by rules that are no longer in force.
    pub(crate) fn write<T>(
        &self,
        op: Op,
        now: Timestamp,
        work: impl FnOnce(&mut Write<'_>) -> Result<T>,
    ) -> Result<Applied<T>> {
        self.matter.write(op, &self.matter.actor(), now, |tx| {
            if self.session.is_locked() {
                return Err(Error::new("not-open"));
            }
            if run::latest(tx)? != self.run {
                return Err(Error::new("rules-replaced"));
            }
            work(tx)
        })
    }

    /// In which role somebody is working; the holder of the recovery key acts as coordinator, to let people in again.
    pub fn role(&self) -> Role {
        match self.matter.signed_in() {
            SignedIn::Person(person) => person.role,
            SignedIn::Recovery => Role::Coordinator,
        }
    }
}

impl std::fmt::Debug for OpenMatter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OpenMatter").finish_non_exhaustive()
    }
}

impl App {
    /// The program with its settings in `config`, on the machine's clock.
    pub fn new(config: PathBuf) -> Self {
        Self::at(config, Clock::System)
    }

    /// The same on another clock.
    pub fn at(config: PathBuf, clock: Clock) -> Self {
        Self(Arc::new(State {
            settings: SettingFolder::new(config),
            clock,
            open: RwLock::new(None),
            leaving: Mutex::default(),
            fonts: OnceLock::new(),
        }))
    }

    /// Runs the command `name` of the command table.
    ///
    /// The answer is `{ "output": …, "changes": […] }`.
    ///
    /// # Errors
    /// Whatever the use case refuses, in words for a person.
    pub fn dispatch(&self, name: &str, payload: Value, job: &Job) -> Result<Value> {
        command::run(Context { app: self, job }, name, payload)
    }

    /// The open matter.
    ///
    /// # Errors
    /// `not-open`.
    pub fn open_matter(&self) -> Result<Arc<OpenMatter>> {
        let open = self.0.open.read().map_err(|_| Error::new("internal"))?;
        open.clone().ok_or_else(|| Error::new("not-open"))
    }

    /// Unlocks a matter, or locks the open one; see [`Session::lock`].
    pub(crate) fn set_open(&self, matter: Option<OpenMatter>) -> Result<()> {
        let before = {
            let mut open = self.0.open.write().map_err(|_| Error::new("internal"))?;
            std::mem::replace(&mut *open, matter.map(Arc::new))
        };
        if let Some(before) = before {
            before.session.lock();
            *self.0.leaving.lock().map_err(|_| Error::new("internal"))? = Arc::downgrade(&before.matter);
        }
        Ok(())
    }

    /// Waits until work that locking has stopped has let go of this folder, so that it can be unlocked again at once. Where
    /// that takes longer the folder stays taken, and unlocking it says so.
    pub(crate) fn let_go(&self, folder: &Path) -> Result<()> {
        let leaving = self.0.leaving.lock().map_err(|_| Error::new("internal"))?.clone();
        for _ in 0..LET_GO_TIMES {
            if leaving.upgrade().is_none_or(|matter| matter.folder() != folder) {
                break;
            }
            std::thread::sleep(LET_GO_PAUSE);
        }
        Ok(())
    }

    /// Puts the open matter under other rules, unless it was locked meanwhile.
    pub(crate) fn put_in_force(&self, matter: OpenMatter) -> Result<()> {
        let mut open = self.0.open.write().map_err(|_| Error::new("internal"))?;
        if open.as_ref().is_some_and(|open| Arc::ptr_eq(&open.session, &matter.session)) {
            matter.session.forget()?;
            *open = Some(Arc::new(matter));
        }
        Ok(())
    }

    /// Lets a command begin, or says why not; gives what becomes true when the matter that it is for is locked.
    pub(crate) fn admit(&self, access: Access) -> Result<Option<Arc<AtomicBool>>> {
        if access == Access::Free {
            return Ok(None);
        }
        let open = self.open_matter()?;
        let role = open.role();
        let allowed = match access {
            Access::Free | Access::Read => true,
            Access::Write => role != Role::Auditor,
            Access::Manage => matches!(role, Role::Coordinator | Role::AuthorisedPerson),
        };
        if allowed { Ok(Some(open.session.end())) } else { Err(Error::new("not-allowed")) }
    }

    pub(crate) fn clock(&self) -> Clock {
        self.0.clock
    }

    pub(crate) fn setting_folder(&self) -> &SettingFolder {
        &self.0.settings
    }

    /// The fonts of drawn pages, read once.
    pub(crate) fn fonts(&self) -> Result<Arc<Fonts>> {
        if let Some(fonts) = self.0.fonts.get() {
            return Ok(Arc::clone(fonts));
        }
        let fonts = Arc::new(Fonts::embedded().map_err(|_| Error::new("internal"))?);
        Ok(Arc::clone(self.0.fonts.get_or_init(|| fonts)))
    }
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").finish_non_exhaustive()
    }
}
