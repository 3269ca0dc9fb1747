//! The program's state, and the way in.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, RwLock};

use jiff::Timestamp;
use joinder_bundle::Fonts;
use joinder_domain::check::CheckRules;
use joinder_domain::date::DateWords;
use joinder_domain::id::EvidenceId;
use joinder_domain::profile::Profile;
use joinder_packet::Invitation;
use joinder_store::import_batch::BatchId;
use joinder_store::{Applied, Matter, Op, Role, SignedIn, Write, claimant};
use serde_json::Value;

use crate::bundle::PreviewCache;
use crate::clock::Clock;
use crate::command::{self, Access, Context};
use crate::consensus::Known;
use crate::error::{Error, Result};
use crate::insight::GroupCache;
use crate::job::Job;
use crate::limitation::Calendar;
use crate::profile::Choices;
use crate::setting::SettingFolder;
use crate::undo::Undo;
use crate::whatif::Tried;

/// Steps that can be undone.
const UNDO_MOST: usize = 200;

/// Joinder, whoever drives it: a window, a script or a test. Cheap to clone; every clone is the same program.
#[derive(Clone)]
pub struct App(Arc<State>);

struct State {
    settings: SettingFolder,
    clock: Clock,
    open: RwLock<Option<Arc<OpenMatter>>>,
    previews: Mutex<PreviewCache>,
    tried: Mutex<Option<Arc<Tried>>>,
    calendar: Mutex<Option<Arc<Calendar>>>,
    group: Mutex<GroupCache>,
    fonts: OnceLock<Arc<Fonts>>,
    undo: Mutex<Vec<Undo>>,
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
    /// The original that was opened last.
    pub(crate) seen: Mutex<Option<EvidenceId>>,
    /// The canonical notice that grades go by.
    pub(crate) consensus: Known,
    /// Where the day comes from.
    pub(crate) clock: Clock,
    /// When whoever opened it was here before, as far as it was asked.
    pub(crate) last_here: Mutex<Option<String>>,
    /// The invitation that a claimant's own folder answers, once it was read.
    pub(crate) invitation: OnceLock<Arc<Invitation>>,
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
    pub(crate) fn write<T>(
        &self,
        op: Op,
        now: Timestamp,
        work: impl FnOnce(&mut Write<'_>) -> Result<T>,
    ) -> Result<Applied<T>> {
        self.matter.write(op, &self.matter.actor(), now, work)
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
            previews: Mutex::default(),
            tried: Mutex::default(),
            calendar: Mutex::default(),
            group: Mutex::default(),
            fonts: OnceLock::new(),
            undo: Mutex::default(),
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

    pub(crate) fn set_open(&self, matter: Option<OpenMatter>) -> Result<()> {
        self.forget()?;
        *self.0.open.write().map_err(|_| Error::new("internal"))? = matter.map(Arc::new);
        Ok(())
    }

    /// Keeps the latest what-if.
    pub(crate) fn set_tried(&self, tried: Option<Arc<Tried>>) -> Result<()> {
        *self.0.tried.lock().map_err(|_| Error::new("internal"))? = tried;
        Ok(())
    }

    /// The what-if with this id, while it is the latest.
    ///
    /// # Errors
    /// `no-such-whatif`.
    pub(crate) fn tried(&self, id: &str) -> Result<Arc<Tried>> {
        let tried = self.0.tried.lock().map_err(|_| Error::new("internal"))?.clone();
        tried.filter(|tried| tried.id == id).ok_or_else(|| Error::new("no-such-whatif"))
    }

    /// Keeps the latest calendar of time limits.
    pub(crate) fn set_calendar(&self, calendar: Option<Arc<Calendar>>) -> Result<()> {
        *self.0.calendar.lock().map_err(|_| Error::new("internal"))? = calendar;
        Ok(())
    }

    /// The calendar with this id, while it is the latest.
    ///
    /// # Errors
    /// `no-such-calendar`.
    pub(crate) fn calendar(&self, id: &str) -> Result<Arc<Calendar>> {
        let calendar = self.0.calendar.lock().map_err(|_| Error::new("internal"))?.clone();
        calendar.filter(|calendar| calendar.id == id).ok_or_else(|| Error::new("no-such-calendar"))
    }

    pub(crate) fn admit(&self, access: Access) -> Result<()> {
        if access == Access::Free {
            return Ok(());
        }
        let role = self.open_matter()?.role();
        let allowed = match access {
            Access::Free | Access::Read => true,
            Access::Write => role != Role::Auditor,
            Access::Manage => matches!(role, Role::Coordinator | Role::AuthorisedPerson),
        };
        if allowed { Ok(()) } else { Err(Error::new("not-allowed")) }
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

    /// The group as insight read it last.
    pub(crate) fn group(&self) -> Result<std::sync::MutexGuard<'_, GroupCache>> {
        self.0.group.lock().map_err(|_| Error::new("internal"))
    }

    /// What can be undone, the latest last.
    pub(crate) fn undos(&self) -> Result<std::sync::MutexGuard<'_, Vec<Undo>>> {
        self.0.undo.lock().map_err(|_| Error::new("internal"))
    }

    /// Keeps how to undo what was just done, for as long as the matter is open.
    pub(crate) fn remember(&self, undo: Undo) -> Result<()> {
        let mut undos = self.undos()?;
        if undos.len() >= UNDO_MOST {
            undos.remove(0);
        }
        undos.push(undo);
        Ok(())
    }

    /// Merges that were made again got other numbers, under which they are undone.
    pub(crate) fn renumber_merges(&self, again: &[(u32, u32)]) -> Result<()> {
        for undo in self.undos()?.iter_mut() {
            for (before, now) in again {
                if undo.renumber(*before, *now) {
                    break;
                }
            }
        }
        Ok(())
    }

    /// Forgets how to undo an import that was taken back in another way.
    pub(crate) fn forget_import(&self, batch: BatchId) -> Result<()> {
        self.undos()?.retain(|undo| !undo.is_import(batch));
        Ok(())
    }

    /// Forgets everything that was made from records and kept for later.
    pub(crate) fn forget(&self) -> Result<()> {
        self.previews()?.clear();
        self.set_tried(None)?;
        self.set_calendar(None)?;
        self.group()?.clear();
        self.undos()?.clear();
        Ok(())
    }

    pub(crate) fn previews(&self) -> Result<std::sync::MutexGuard<'_, PreviewCache>> {
        self.0.previews.lock().map_err(|_| Error::new("internal"))
    }
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").finish_non_exhaustive()
    }
}
