//! Everything about one claimant.

use joinder_domain::bundle::TimelinePicture;
use joinder_domain::claimant::Claimant;
use joinder_domain::classification::{Classification, GradedNotice, GroupFacts, Input};
use joinder_domain::completeness::{Missing, Purpose};
use joinder_domain::id::ClaimantNumber;
use joinder_domain::limitation::{Limitation, limitation};
use joinder_domain::timeline::timeline;
use joinder_store::evidence::Which;
use joinder_store::merge::holder;
use joinder_store::{claimant as store, classification as kept, evidence as items};
use serde::Serialize;

use super::list::missing as missing_words;
use super::{Number, problems};
use crate::classification::group_facts;
use crate::command::{Applied, Context};
use crate::error::{Error, Problem, Result};
use crate::evidence;
use crate::label::ProfileLabels;
use crate::overrides;
use crate::restricted;
use crate::text::text;

/// Everything about one claimant.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ClaimantRecord"))]
pub struct Record {
    /// The number.
    pub number: u32,
    /// The number as people see it.
    pub reference: String,
    /// Full name.
    pub name: String,
    /// The record that this one went into, when it did: nothing is done on this one until they are two again.
    pub part_of: Option<u32>,
    /// Counts the changes, from 1; an edit names the version that it began with.
    pub version: u32,
    /// The facts.
    pub claimant: Claimant,
    /// What the record says and whoever asks does not see, by kind.
    pub restricted: Vec<String>,
    /// What is worth a look.
    pub warnings: Vec<Problem>,
    /// The classification in force.
    pub classification: Option<Classification>,
    /// What people said beside it: what counts or waits first, then what has ended.
    pub overrides: Vec<overrides::View>,
    /// The classification in a few sentences.
    pub explanation: Vec<String>,
    /// Evidence.
    pub evidence: Vec<evidence::Row>,
    /// The grades of the evidence, as the classification uses them.
    pub graded: Vec<GradedNotice>,
    /// What other claimants of the matter show about this one.
    pub group: GroupFacts,
    /// The time limits, as they stand today.
    pub limitation: Limitation,
    /// How complete the record is, for each thing that it is wanted for.
    pub completeness: Vec<Completeness>,
    /// The relationship over time.
    pub timeline: TimelinePicture,
    /// When the record was made, RFC 3339.
    pub created: String,
    /// When it was last changed, RFC 3339.
    pub updated: String,
}

/// How complete a record is for a purpose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Completeness {
    /// The purpose, in words.
    pub purpose: String,
    /// Items that it needs.
    pub needs: u32,
    /// Those of them that are missing, in words.
    pub missing: Vec<String>,
}

fn completeness(claimant: &Claimant) -> Vec<Completeness> {
    let missing = Missing::of(claimant);
    let of = |purpose: &Purpose| Completeness {
        purpose: text(&format!("purpose-{}", purpose.code()), &[]),
        needs: u32::try_from(purpose.needs().len()).unwrap_or(u32::MAX),
        missing: purpose
            .needs()
            .iter()
            .filter(|item| missing.lacks(**item))
            .map(|item| missing_words(*item))
            .collect(),
    };
    Purpose::ALL.iter().map(of).collect()
}

pub(crate) fn get(context: Context<'_>, input: Number) -> Result<Applied<Record>> {
    let open = context.app.open_matter()?;
    let number = ClaimantNumber(input.number);
    let (stored, classification, evidence, group, said, holder) = open.matter.read(|reader| {
        let stored = store::get(reader, number)?.ok_or_else(|| Error::new("no-such-claimant"))?;
        let classification = kept::get(reader, number)?;
        let evidence = items::list(reader, Which::Of(number))?;
        let group = group_facts(reader, number, &stored.claimant)?;
        let said = joinder_store::overrides::of_claimant(reader, number)?;
        let holder = holder(reader, number)?;
        Ok::<_, Error>((stored, classification, evidence, group, said, holder))
    })?;
    let graded = evidence
        .iter()
        .filter_map(|item| item.grade.clone().map(|grade| GradedNotice { evidence: item.id, grade }));
    let graded: Vec<GradedNotice> = graded.collect();
    let profile = &open.profile;
    let today = context.app.clock().today();
    let labels = ProfileLabels(&open.choices, profile);
    let facts = restricted::seen(&open, &stored.claimant);
    let input = Input { claimant: &facts, evidence: &graded, today, group };
    let classification = classification.map(|found| restricted::answer(&open, found, &input));
    let explanation = classification.as_ref().map(|found| found.explain(profile)).unwrap_or_default();
    Ok(Applied::unchanged(Record {
        number: number.0,
        reference: number.to_string(),
        name: stored.claimant.identity.full_name(),
        part_of: Some(holder.0).filter(|holder| *holder != number.0),
        version: stored.version,
        restricted: restricted::kinds(&open, &stored.claimant),
        warnings: problems(&open, context.app.clock(), &facts),
        overrides: overrides::views(said, &open.choices),
        explanation,
        evidence: evidence
            .into_iter()
            .map(|item| restricted::row(&open, evidence::Row::of(item, Vec::new())))
            .collect(),
        timeline: timeline(&facts, profile.incident.date, profile.incident.notice_date, &labels),
        created: stored.created.to_string(),
        updated: stored.updated.to_string(),
        limitation: limitation(&input, profile),
        completeness: completeness(&stored.claimant),
        graded,
        group,
        classification,
        claimant: facts,
    }))
}
