//! Puts other rules in force.

use std::sync::Arc;

use joinder_domain::classification::RuleSetRef;
use joinder_domain::date::DateWords;
use joinder_domain::profile::Profile;
use joinder_store::claimant::{Axis, counts};
use joinder_store::run::{self as store, NewRun, RunId};
use joinder_store::{Matter, Op, Reader, claimant};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::app::OpenMatter;
use crate::classification::keep_everyone;
use crate::clock::Clock;
use crate::command::{Applied, Context};
use crate::consensus::Known;
use crate::error::{Error, Result};
use crate::profile::Choices;
use crate::rules::RuleFile;
use crate::whatif::{Candidate, Rules};

/// Rules to put in force.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RunAdopt"))]
#[serde(default)]
pub struct Adopt {
    /// The rule set; `null` for the one in force.
    pub rules: Option<RuleFile>,
    /// Another day of the incident, as typed; `null` for the one in force.
    pub incident_date: Option<String>,
    /// Why.
    pub reason: String,
    /// SHA-256 of the rules that the what-if showed; the file may have been edited since. `null` when nobody looked.
    pub sha256: Option<String>,
}

/// Rules were put in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RunAdopted"))]
pub struct Adopted {
    /// The run.
    pub id: u32,
    /// The rules now in force.
    pub rules: Rules,
    /// Everybody.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub claimants: u64,
    /// Those whose answer is another one now.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub changed: u64,
}

/// Runs everybody under other rules, freezes the run with its counts and puts the rules in force: all of it in one
/// transaction, so that a stop half way leaves the matter as if it had never begun.
pub(crate) fn adopt(context: Context<'_>, input: Adopt) -> Result<Applied<Adopted>> {
    let open = context.app.open_matter()?;
    let reason = input.reason.trim();
    if reason.is_empty() {
        return Err(Error::new("reason-missing"));
    }
    let candidate = Candidate::read(&open, input.rules.as_ref(), input.incident_date.as_deref())?;
    check(&open, &candidate, input.sha256.as_deref())?;
    let profile = &candidate.profile;
    let done = open.write(Op("run.adopt"), context.app.clock().now(), |tx| {
        if store::list(tx)?.is_empty() {
            let total = claimant::total(tx)?;
            let first = new_run(&open.profile, "", "", (total, 0), counted(tx)?);
            store::insert(tx, &first)?;
        }
        let detail = |outcome: &joinder_store::classification::Outcome| json!({ "changed": outcome.changed });
        let outcome = keep_everyone(context, tx, &open, profile, detail)?;
        let claimants = outcome.changed.saturating_add(outcome.unchanged);
        let run = new_run(profile, &candidate.text, reason, (claimants, outcome.changed), counted(tx)?);
        let id = store::insert(tx, &run)?;
        Ok::<_, Error>(Adopted { id: id.0, rules: Rules::of(profile), claimants, changed: outcome.changed })
    })?;
    context.app.put_in_force(open.under(candidate.profile, RunId(done.output.id)))?;
    Ok(Applied::stored(done.output, &done.changes))
}

fn check(open: &OpenMatter, candidate: &Candidate, seen: Option<&str>) -> Result<()> {
    let rules = &candidate.profile.rules;
    if seen.is_some_and(|seen| seen != rules.sha256) {
        return Err(Error::new("rules-changed"));
    }
    if candidate.rival(open)?.is_some() {
        let values = [("id", rules.id.as_str()), ("version", &rules.version.to_string())];
        return Err(Error::with("rules-edited", &values));
    }
    let same_day = candidate.profile.incident.date == open.profile.incident.date;
    if same_day && rules.sha256 == open.profile.rules.sha256 {
        return Err(Error::new("rules-in-force"));
    }
    Ok(())
}

fn new_run(
    profile: &Profile,
    text: &str,
    reason: &str,
    (claimants, changed): (u64, u64),
    counts: Value,
) -> NewRun {
    NewRun {
        rule_set: profile.rules.reference(),
        title: profile.rules.title.clone(),
        incident_date: profile.incident.date,
        rules: text.to_owned(),
        reason: reason.to_owned(),
        claimants,
        changed,
        counts,
    }
}

/// How many claimants stand where on each axis, by the axis and the code.
fn counted(reader: &Reader<'_>) -> Result<Value> {
    let axes = [
        ("status", Axis::Status),
        ("notice", Axis::Notice),
        ("outcome", Axis::Outcome),
        ("cohort", Axis::Cohort),
        ("flag", Axis::Flag),
        ("tag", Axis::Tag),
    ];
    let mut all = serde_json::Map::new();
    for (name, axis) in axes {
        let counts = counts(reader, axis)?.into_iter().map(|count| (count.code.0, json!(count.count)));
        all.insert(name.to_owned(), Value::Object(counts.collect()));
    }
    Ok(Value::Object(all))
}

/// The profile with the rules that are in force in a matter.
///
/// # Errors
/// `rules-altered` when the text that is kept is not the one that was adopted; `bad-rules` when this program cannot
/// read it.
pub(crate) fn in_force(matter: &Matter, profile: Profile) -> Result<Profile> {
    let runs = matter.read(store::list)?;
    let Some(last) = runs.last() else { return Ok(profile) };
    let mut now = profile;
    for run in runs.iter().filter(|run| !run.new.rules.is_empty()) {
        match crate::whatif::with_rules(&now, &file_name(&run.new.rule_set), &run.new.rules) {
            Ok(next) => now = next,
            // Rules of long ago, in a format that is no longer read, only lend labels.
            Err(_) if run.id != last.id => {}
            Err(error) => return Err(error),
        }
    }
    if now.rules.reference() != last.new.rule_set {
        return Err(Error::new("rules-altered"));
    }
    Ok(now.with_incident_date(last.new.incident_date))
}

fn file_name(rules: &RuleSetRef) -> String {
    format!("{}-{}.toml", rules.id, rules.version)
}

impl OpenMatter {
    /// A matter with the rules that are in force in it.
    pub(crate) fn with(matter: Arc<Matter>, profile: Profile, clock: Clock) -> Result<Self> {
        let run = matter.read(store::latest)?;
        Ok(Self {
            choices: Choices::of(&profile),
            checks: profile.check_rules(),
            words: DateWords::default(),
            consensus: Known::default(),
            session: Arc::default(),
            matter,
            profile,
            clock,
            run,
        })
    }

    /// The same matter under rules that a run has put in force.
    fn under(&self, profile: Profile, run: RunId) -> Self {
        Self {
            choices: Choices::of(&profile),
            checks: profile.check_rules(),
            words: DateWords::default(),
            consensus: Known::default(),
            session: Arc::clone(&self.session),
            matter: Arc::clone(&self.matter),
            profile,
            clock: self.clock,
            run: Some(run),
        }
    }
}
