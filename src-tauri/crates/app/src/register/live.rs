//! The register as it would be filed today.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use jiff::{ToSpan as _, ZonedDateTime};
use joinder_domain::claimant::Claimant;
use joinder_domain::classification::Input;
use joinder_domain::code::Code;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::limitation::{limitation, main_day};
use joinder_domain::overrides::OverrideAxis;
use joinder_domain::register::{ClaimForm, Entry, Facts, JOINING, Place};
use joinder_store::{Reader, claimant as store, overrides, register as kept};

use super::view::Settings;
use super::words::{opening, text};
use crate::app::OpenMatter;
use crate::classification::{STEP, each, graded, group_facts};
use crate::clock::uk;
use crate::command::Context;
use crate::error::{Error, Result};
use crate::profile::Choice;

/// What all lines have in common.
pub(super) struct Shared {
    pub(super) settings: Settings,
    pub(super) forms: Vec<ClaimForm>,
}

impl Shared {
    pub(super) fn read(reader: &Reader<'_>) -> Result<Self> {
        Ok(Self { settings: Settings::read(reader)?, forms: kept::forms(reader)? })
    }

    /// The line of one claimant.
    pub(super) fn entry(
        &self,
        open: &OpenMatter,
        reader: &Reader<'_>,
        place: &Place,
        input: &Input<'_>,
    ) -> Result<Entry> {
        let number = place.claimant.unwrap_or(ClaimantNumber(0));
        let Stands { status, class, cohort } = standing(open, reader, number)?;
        let limits = limitation(input, &open.profile);
        Ok(Entry::new(&Facts {
            place,
            claimant: input.claimant,
            form: self.forms.iter().find(|form| form.number == place.claim_form),
            firm: &self.settings.firm,
            issues: &self.settings.issues,
            status: &status,
            class: &class,
            cohort: &cohort,
            today: input.today,
            consent: consent(input.claimant),
            limitation: main_day(&limits, &open.profile),
        }))
    }
}

/// The day of the consent to be joined, while it stands.
pub(super) fn consent(claimant: &Claimant) -> Option<Date> {
    let asked = claimant.consents.iter().filter(|consent| consent.kind.as_str() == JOINING);
    let last = asked.max_by_key(|consent| consent.at).filter(|consent| consent.given)?;
    Some(ZonedDateTime::new(last.at, uk()).date())
}

/// How a claimant stands, in words.
struct Stands {
    /// Status at the incident.
    status: String,
    /// The class of that status, which does not tell how a membership ended.
    class: String,
    /// Confirmed by notice, or not.
    cohort: String,
}

/// What a person said beside the answer counts.
fn standing(open: &OpenMatter, reader: &Reader<'_>, number: ClaimantNumber) -> Result<Stands> {
    let row = store::rows(reader, &[number])?.pop();
    let summary = row.and_then(|row| row.classification);
    let said = overrides::of_claimant(reader, number)?;
    let said = |axis: OverrideAxis| {
        let stands = said.iter().rfind(|kept| kept.said.axis() == axis && kept.said.ended().is_none());
        stands.map(|kept| kept.said.code().clone())
    };
    let label = |choices: &[Choice], code: &Code| {
        let found = choices.iter().find(|choice| choice.code == *code);
        found.map_or_else(|| code.to_string(), |choice| choice.label.clone())
    };
    let status = said(OverrideAxis::Status).or_else(|| {
        let summary = summary.as_ref().filter(|summary| summary.settled)?;
        summary.status.first().cloned()
    });
    let cohort = said(OverrideAxis::Cohort)
        .or_else(|| summary.as_ref().map(|found| Code::from(found.cohort.as_str())));
    let class = status.as_ref().and_then(|code| open.profile.rules.class_of(code.as_str()));
    let class = class.map_or_else(|| text("register-not-settled"), |class| opening(&class.label));
    Ok(Stands {
        status: status
            .map_or_else(|| text("register-not-settled"), |code| label(&open.choices.statuses, &code)),
        class,
        cohort: cohort.map(|code| label(&open.choices.cohorts, &code)).unwrap_or_default(),
    })
}

/// Every line, in order of numbers, worked out on all cores.
pub(super) fn live(context: Context<'_>, open: &OpenMatter) -> Result<Vec<Entry>> {
    let (places, shared) =
        open.matter.read(|reader| Ok::<_, Error>((kept::places(reader)?, Shared::read(reader)?)))?;
    let places: HashMap<ClaimantNumber, Place> =
        places.into_iter().filter_map(|place| Some((place.claimant?, place))).collect();
    let (total, label) = (places.len() as u64, "Reading the register");
    let mut entries = Vec::with_capacity(places.len());
    context.job.step(0, total, label)?;
    each(
        open,
        context.app.clock().today(),
        |_, reader, one| match places.get(&one.number) {
            Some(place) => shared.entry(open, reader, place, &one.input).map(Some),
            None => Ok(None),
        },
        |entry: Option<Entry>| {
            let Some(entry) = entry else { return Ok(()) };
            entries.push(entry);
            let done = entries.len() as u64;
            if done.is_multiple_of(STEP) { context.job.step(done, total, label) } else { Ok(()) }
        },
    )?;
    // Whoever left stays on the register, also when the record went into another one since.
    let seen: HashSet<u32> = entries.iter().map(|entry| entry.number).collect();
    for place in places.values().filter(|place| !seen.contains(&place.number)) {
        entries.extend(open.matter.read(|reader| one(context, open, reader, &shared, place))?);
    }
    entries.sort_by_key(|entry| entry.number);
    Ok(entries)
}

/// The line of one claimant as it would be filed today.
pub(super) fn one(
    context: Context<'_>,
    open: &OpenMatter,
    reader: &Reader<'_>,
    shared: &Shared,
    place: &Place,
) -> Result<Option<Entry>> {
    let Some(number) = place.claimant else { return Ok(None) };
    let Some(stored) = store::get(reader, number)? else { return Ok(None) };
    let evidence = graded(reader, open, &stored.claimant, number)?;
    let group = group_facts(reader, number, &stored.claimant)?;
    let today = context.app.clock().today();
    let input = Input { claimant: &stored.claimant, evidence: &evidence, today, group };
    shared.entry(open, reader, place, &input).map(Some)
}

/// The lines of a sealed version, or those of today.
pub(super) fn entries(context: Context<'_>, open: &OpenMatter, version: Option<u32>) -> Result<Vec<Entry>> {
    let Some(id) = version else { return live(context, open) };
    context.job.step(0, 0, "Reading the register")?;
    open.matter.read(|reader| {
        kept::version(reader, id)?.ok_or_else(|| no_version(id))?;
        Ok(kept::entries(reader, id)?)
    })
}

pub(super) fn no_version(id: u32) -> Error {
    Error::with("no-register-version", &[("version", &id.to_string())])
}

/// The day after which a claimant cannot have left: tomorrow is not known yet.
pub(super) fn latest(context: Context<'_>) -> Date {
    context.app.clock().today().saturating_add(1.day())
}
