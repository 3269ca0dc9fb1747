//! Everything that one claimant's bundle rests on, read at one moment.

use std::sync::{Arc, Mutex, PoisonError};

use joinder_bundle::{SourceError, Sources};
use joinder_domain::audit::Digest;
use joinder_domain::bundle::claim::{
    Audience, ClaimBundle, ExhibitInput, ExhibitKind, ExhibitMark, LastChange, MatterFacts, Proceedings,
    PublicMark, PublicSearch, Stage, claim_bundle, exhibit_marks,
};
use joinder_domain::bundle::{BundlePlan, TextLayer};
use joinder_domain::claimant::Claimant;
use joinder_domain::classification::Classification;
use joinder_domain::finding::{Finding, Severity};
use joinder_domain::id::{ClaimantNumber, EvidenceId};
use joinder_store::bundle_version::{self, Version};
use joinder_store::evidence::{self as items, Which};
use joinder_store::exhibit_label::{self, ExhibitLabel};
use joinder_store::merge::merged_into;
use joinder_store::{
    Reader, audit, claimant as store, classification as kept, redaction, register, text_layer,
};

use super::exhibit::{Pictures, exhibit, unopened};
use crate::app::OpenMatter;
use crate::claimant::what;
use crate::clock::uk;
use crate::error::{Error, Result};
use crate::evidence::inspect;
use crate::job::Job;
use crate::label::ProfileLabels;
use crate::ready;
use crate::register::Settings;
use crate::restricted::{refuse_item, refuse_paper};

/// A bundle's plan, and what it was made from.
#[derive(Debug)]
pub(crate) struct Gathered {
    /// The claimant's number.
    pub(crate) number: u32,
    /// Whom it is for.
    pub(crate) audience: Audience,
    /// The plan.
    pub(crate) plan: BundlePlan,
    /// The audit entry that had last changed the claimant.
    pub(crate) change_seq: u64,
    /// The marks of its exhibits, new ones included.
    pub(crate) labels: Vec<ExhibitLabel>,
    /// What must not be in a public version.
    pub(crate) withheld: PublicSearch,
    /// The version that its plan is: 1 before anything was sealed.
    pub(crate) version: u32,
    /// The version sealed last, which it goes on from.
    pub(crate) sealed: Option<Version>,
}

/// How a bundle is wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted<'a> {
    /// Whom it is for.
    pub(crate) audience: Audience,
    /// What it is made for.
    pub(crate) stage: Stage,
    /// Printed on every page; may be empty.
    pub(crate) marking: &'a str,
}

/// Plans the bundle of the claimant with `number`.
///
/// # Errors
/// `no-such-claimant`, `not-classified`, those of the store; each with the claimant's name as far as it is known.
pub(crate) fn gather(
    open: &OpenMatter,
    number: u32,
    wanted: Wanted<'_>,
) -> Result<Gathered, (String, Error)> {
    let number = ClaimantNumber(number);
    let facts = Facts::read(open, number)?;
    let (mut plan, marks) = facts.with(open, wanted, |input| (claim_bundle(input), exhibit_marks(input)));
    let labels = marks.into_iter().filter_map(label).collect();
    let withheld = PublicSearch::of(&facts.claimant, &facts.cipher);
    let sealed = open.matter.read(|reader| bundle_version::last(reader, number, wanted.audience.code()));
    let sealed = sealed.map_err(|error| (plan.claimant_name.clone(), error.into()))?;
    if wanted.stage == Stage::Final && !facts.claim_number.is_empty() {
        facts
            .before_the_number(open, wanted, sealed.as_ref(), &mut plan)
            .map_err(|error| (plan.claimant_name.clone(), error))?;
    }
    let (plan, version) = match &sealed {
        None => (plan, 1),
        Some(sealed) => {
            let next = sealed.plan.continued(sealed.fixed(), &plan);
            let grown = next.documents.len() > sealed.plan.documents.len();
            (next, sealed.version + u32::from(grown))
        }
    };
    let change_seq = facts.last_change.seq;
    let audience = wanted.audience;
    Ok(Gathered { number: number.0, audience, plan, change_seq, labels, withheld, version, sealed })
}

/// Hands what a claim bundle is made from to `work`.
///
/// # Errors
/// As for [`gather`].
pub(crate) fn with_bundle<T>(
    open: &OpenMatter,
    number: ClaimantNumber,
    work: impl FnOnce(&ClaimBundle<'_>) -> T,
) -> Result<T> {
    let facts = Facts::read(open, number).map_err(|(_, error)| error)?;
    let wanted = Wanted { audience: Audience::Confidential, stage: Stage::Final, marking: "" };
    Ok(facts.with(open, wanted, work))
}

/// What one claimant's bundle rests on.
#[derive(Clone)]
struct Facts {
    number: ClaimantNumber,
    claimant: Claimant,
    classification: Classification,
    last_change: LastChange,
    exhibits: Vec<ExhibitInput>,
    marks: Vec<ExhibitMark>,
    public_marks: Vec<PublicMark>,
    /// The cipher that the court allowed in place of the name; empty for none.
    cipher: String,
    /// The court's number of the claim form that the claimant is on; empty while there is none.
    claim_number: String,
    /// Who the parties are and where.
    settings: Settings,
}

impl Facts {
    fn read(open: &OpenMatter, number: ClaimantNumber) -> Result<Self, (String, Error)> {
        let nobody = |error| (String::new(), error);
        let stored = open.matter.read(|reader| store::get(reader, number)).map_err(|e| nobody(e.into()))?;
        let stored = stored.ok_or_else(|| nobody(Error::new("no-such-claimant")))?;
        let name = stored.claimant.identity.full_name();
        Self::of(open, stored).map_err(|error| (name, error))
    }

    fn of(open: &OpenMatter, stored: store::Stored) -> Result<Self> {
        let number = stored.number;
        refuse_paper(open, &stored.claimant)?;
        open.matter.read(|reader| {
            if merged_into(reader, number)?.is_some() {
                return Err(Error::new("merged-already"));
            }
            let classification = kept::get(reader, number)?.ok_or_else(|| Error::new("not-classified"))?;
            let last = audit::last_change(reader, number)?.ok_or_else(|| Error::new("internal"))?;
            let mut exhibits = Vec::new();
            for item in items::list(reader, Which::Of(number))? {
                refuse_item(open, &item)?;
                let read = text_layer::standing(reader, item.id)?.filter(|read| read.words > 0);
                let read = read.map(|read| read.sha256);
                let mut exhibit = match unopened(&item, read) {
                    Some(exhibit) => exhibit,
                    None => exhibit(&item, &inspect(&original(reader, item.id)?), read),
                };
                if let Some(held_back) = held_back(&classification, item.id) {
                    exhibit.kind = ExhibitKind::Other { reason: held_back.to_owned() };
                }
                exhibits.push(exhibit);
            }
            let marks = exhibit_label::of_claimant(reader, number)?.into_iter().map(|label| ExhibitMark {
                serial: label.serial,
                sha256: label.sha256.to_string(),
                label: label.label,
            });
            let place = register::place_of(reader, number)?;
            let claim_number = match &place {
                Some(place) => claim_number(reader, place.claim_form)?,
                None => String::new(),
            };
            let public = redaction::of_claimant(reader, number)?.into_iter();
            let public = public.filter(|one| one.ended_at.is_none());
            let public =
                public.map(|one| PublicMark { sha256: one.new.sha256.to_string(), place: one.new.place });
            Ok::<_, Error>(Self {
                number,
                claimant: stored.claimant,
                classification,
                last_change: LastChange {
                    seq: last.entry.seq,
                    at: last.entry.at,
                    who: last.entry.actor.name,
                    what: what(&last.entry.op, last.entry.subject.kind.code()),
                    hash: last.hash.to_string(),
                },
                exhibits,
                marks: marks.collect(),
                public_marks: public.collect(),
                cipher: place.map(|place| place.cipher).unwrap_or_default(),
                claim_number,
                settings: Settings::read(reader)?,
            })
        })
    }

    /// A number that the court gave after a paper was approved or sealed changes nothing in that paper: what was read is what
    /// goes out, and no page of it is bound a second time.
    fn before_the_number(
        &self,
        open: &OpenMatter,
        wanted: Wanted<'_>,
        sealed: Option<&Version>,
        plan: &mut BundlePlan,
    ) -> Result<()> {
        let unnumbered = Self { claim_number: String::new(), ..self.clone() };
        // The approval of the whole stands for the public version.
        let whole = Wanted { audience: Audience::Confidential, ..wanted };
        let approved = unnumbered.with(open, whole, claim_bundle);
        let audience = whole.audience.code();
        let last = open.matter.read(|reader| bundle_version::last(reader, self.number, audience))?;
        let approved = match last {
            Some(last) => last.plan.continued(last.fixed(), &approved),
            None => approved,
        };
        let before = unnumbered.with(open, wanted, claim_bundle);
        match sealed {
            _ if ready::is_approved_plan(open, self.number, Digest(approved.fingerprint()))? => {
                *plan = before
            }
            Some(sealed) => {
                for (now, before) in plan.documents.iter_mut().zip(before.documents) {
                    if sealed.plan.documents.contains(&before) {
                        *now = before;
                    }
                }
            }
            None => {}
        }
        Ok(())
    }

    fn with<T>(&self, open: &OpenMatter, wanted: Wanted<'_>, work: impl FnOnce(&ClaimBundle<'_>) -> T) -> T {
        let profile = &open.profile;
        work(&ClaimBundle {
            matter_name: open.matter.name(),
            case_title: &profile.title,
            matter: MatterFacts {
                profile: profile.id.as_str(),
                profile_version: profile.version,
                incident: &profile.incident.title,
                incident_on: profile.incident.date,
                notice_on: profile.incident.notice_date,
                defendant: &profile.defendant,
                labels: &ProfileLabels(&open.choices, profile),
            },
            number: self.number,
            claimant: &self.claimant,
            classification: &self.classification,
            exhibits: &self.exhibits,
            last_change: &self.last_change,
            marks: &self.marks,
            public_marks: &self.public_marks,
            audience: wanted.audience,
            stage: wanted.stage,
            cipher: &self.cipher,
            proceedings: Proceedings {
                court: &self.settings.court,
                division: &self.settings.division,
                defendant: match self.settings.defendant.trim() {
                    "" => &profile.party,
                    said => said,
                },
                claim_number: &self.claim_number,
            },
            marking: wanted.marking,
            zone: &uk(),
        })
    }
}

/// One original that no longer matches its hash must not stop the bundle: it is named on its own page. A disk that fails
/// for a moment must, or what it withheld would be missing for good.
fn original(reader: &Reader<'_>, item: EvidenceId) -> Result<Vec<u8>> {
    match items::bytes(reader, item) {
        Err(joinder_store::Error::AlteredEvidence) => Ok(Vec::new()),
        read => Ok(read?),
    }
}

fn claim_number(reader: &Reader<'_>, form: u32) -> Result<String> {
    let form = register::forms(reader)?.into_iter().find(|known| known.number == form);
    Ok(form.map(|form| form.claim_number).unwrap_or_default())
}

fn label(mark: ExhibitMark) -> Option<ExhibitLabel> {
    let sha256 = mark.sha256.parse().ok()?;
    Some(ExhibitLabel { serial: mark.serial, sha256, label: mark.label })
}

/// Why an item is not printed before a person has looked at it: a blocking finding rests on it (`evidence.md` 5.2).
fn held_back(classification: &Classification, item: EvidenceId) -> Option<&str> {
    let blocks =
        |finding: &&Finding| finding.severity == Severity::Blocking && finding.evidence.contains(&item);
    classification.findings.iter().find(blocks).map(|finding| finding.text.as_str())
}

/// The originals of the open matter; no more of them are given once somebody stops the work.
pub(crate) struct Originals<'a> {
    open: &'a OpenMatter,
    job: &'a Job,
    /// The message whose pictures were asked for last, by its hash: they are asked for one after the other.
    read: Mutex<Option<(String, Pictures)>>,
}

impl<'a> Originals<'a> {
    pub(crate) fn new(open: &'a OpenMatter, job: &'a Job) -> Self {
        Self { open, job, read: Mutex::new(None) }
    }
}

impl Sources for Originals<'_> {
    fn go_on(&self) -> bool {
        !self.job.is_cancelled()
    }

    fn layer(&self, sha256: &str) -> Option<Arc<TextLayer>> {
        let digest = sha256.parse::<Digest>().ok()?;
        let kept = self.open.matter.read(|reader| text_layer::find(reader, digest));
        kept.ok().flatten().map(Arc::new)
    }

    /// The store gives nothing that differs from what was received.
    fn is_checked(&self) -> bool {
        true
    }

    fn bytes(&self, sha256: &str) -> Result<Arc<Vec<u8>>, SourceError> {
        let unreadable = |reason: String| SourceError::Unreadable(reason);
        let digest = sha256.parse::<Digest>().map_err(|_| SourceError::Absent)?;
        let read = self.open.matter.read(|reader| match items::find_by_sha256(reader, digest)? {
            Some(item) => items::bytes(reader, item.id).map(Some),
            None => Ok(None),
        });
        let bytes = read.map_err(|error| unreadable(Error::from(error).message))?;
        Ok(Arc::new(bytes.ok_or(SourceError::Absent)?))
    }

    fn inside(&self, within: &str, sha256: &str) -> Result<Arc<Vec<u8>>, SourceError> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let pictures = match read.take() {
            Some((of, pictures)) if of == within => pictures,
            _ => Pictures::of(self.bytes(within)?),
        };
        let found = pictures.picture(sha256).map(Arc::new).ok_or(SourceError::Absent);
        *read = Some((within.to_owned(), pictures));
        found
    }
}
