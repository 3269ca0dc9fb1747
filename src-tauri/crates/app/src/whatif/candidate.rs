//! The rules to be tried or adopted.

use joinder_domain::classification::RuleSetRef;
use joinder_domain::profile::Profile;
use joinder_store::run as runs;
use serde::Serialize;

use crate::app::OpenMatter;
use crate::error::{Error, Result};
use crate::rules::{RuleFile, day, refused};

/// A rule set as people see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RuleSetView"))]
pub struct Rules {
    /// Its identifier.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// Its title.
    pub title: String,
    /// SHA-256 of its content and of the data of the profile that it uses, lower-case hex.
    pub sha256: String,
    /// The day to which statuses are worked out, ISO 8601.
    pub incident_date: String,
}

impl Rules {
    pub(crate) fn of(profile: &Profile) -> Self {
        let rules = &profile.rules;
        Self {
            id: rules.id.to_string(),
            version: rules.version,
            title: rules.title.clone(),
            sha256: rules.sha256.clone(),
            incident_date: profile.incident.date.to_string(),
        }
    }

    pub(crate) fn of_run(run: &runs::NewRun) -> Self {
        Self {
            id: run.rule_set.id.to_string(),
            version: run.rule_set.version,
            title: run.title.clone(),
            sha256: run.rule_set.sha256.clone(),
            incident_date: run.incident_date.to_string(),
        }
    }
}

/// The profile as it would be, and the text of its rules; empty while they are those that the matter was made with.
pub(crate) struct Candidate {
    pub profile: Profile,
    pub text: String,
}

impl Candidate {
    /// The rules of a file, those in force when none is given; with another day of the incident when one is given.
    ///
    /// # Errors
    /// `bad-rules` with every mistake, `incident-after-notice`; what is wrong with the day.
    pub fn read(open: &OpenMatter, file: Option<&RuleFile>, incident_date: Option<&str>) -> Result<Self> {
        let mut candidate = match file {
            Some(file) => {
                Self { profile: with_rules(&open.profile, &file.name, &file.text)?, text: file.text.clone() }
            }
            None => {
                let run = open.matter.read(runs::in_force)?;
                let text = run.map(|run| run.new.rules).unwrap_or_default();
                Self { profile: open.profile.clone(), text }
            }
        };
        if let Some(typed) = incident_date.map(str::trim).filter(|typed| !typed.is_empty()) {
            let (found, notice) = (day(typed)?, candidate.profile.incident.notice_date);
            if found > notice {
                let values = [("found", typed), ("notice", &notice.to_string())];
                return Err(Error::with("incident-after-notice", &values));
            }
            candidate.profile = candidate.profile.with_incident_date(found);
        }
        Ok(candidate)
    }

    /// The rule set known under the same identifier and version whose content is another, if there is one: an answer
    /// names its rules by identifier and version, so two contents under one name cannot both stand.
    pub fn rival(&self, open: &OpenMatter) -> Result<Option<RuleSetRef>> {
        let own = self.profile.rules.reference();
        let mut known: Vec<RuleSetRef> =
            open.matter.read(runs::list)?.into_iter().map(|run| run.new.rule_set).collect();
        known.push(open.profile.rules.reference());
        known.extend(open.profile.other_rules.iter().map(|rules| rules.reference()));
        Ok(known
            .into_iter()
            .find(|other| other.id == own.id && other.version == own.version && other.sha256 != own.sha256))
    }
}

/// The profile with the rules of a text in force.
///
/// # Errors
/// `bad-rules` with every mistake: line, key, what was expected and what was found.
pub(crate) fn with_rules(profile: &Profile, name: &str, text: &str) -> Result<Profile> {
    let rules = profile.read_rules(name, text).map_err(|found| refused(name, &found))?;
    // The sets that were in force before stay known: answers were given by them.
    let mut other = profile.with_rules(rules);
    if other.rules.sha256 != profile.rules.sha256 {
        other.other_rules.push(profile.rules.clone());
    }
    Ok(other)
}
