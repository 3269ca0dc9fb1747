//! The gates as people read them.

use joinder_domain::date::show;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::ready::{ApprovalRole, Caution, Gate, Lack, ReadyInput, Standing, is_ready, ready};
use joinder_store::paper::{self as papers, Paper};
use joinder_store::{Reader, claimant as store, classification as kept};
use serde::{Deserialize, Serialize};

use super::paper::{counting, state};
use crate::app::OpenMatter;
use crate::claimant::Number;
use crate::clock::uk;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::text::text;
use crate::transfer::ELSEWHERE;

/// How one claimant stands before the gates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Ready {
    /// The claimant's number.
    pub number: u32,
    /// That person's name.
    pub name: String,
    /// Every gate is met.
    pub ready: bool,
    /// The gates, in the order in which they are met.
    pub gates: Vec<GateView>,
    /// Files that were made for approval, the latest first.
    pub papers: Vec<PaperView>,
}

/// One gate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct GateView {
    /// Which gate.
    pub gate: Gate,
    /// What it is.
    pub title: String,
    /// It is met.
    pub met: bool,
    /// How it stands, in a sentence.
    pub text: String,
    /// What to do; empty where nothing is to be done.
    pub fix: String,
}

/// A file that was made for approval.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PaperView {
    /// SHA-256, lower-case hex.
    pub sha256: String,
    /// Pages.
    pub pages: u32,
    /// When it was made, in words.
    pub made_at: String,
    /// Whether the record is still as it was.
    pub current: bool,
    /// Whom it is for: `confidential` or `public`.
    pub audience: String,
    /// Who stands behind it, in sentences, withdrawn ones included.
    pub words: Vec<String>,
    /// The claimant approved it.
    pub approved: bool,
    /// An authorised person signed it off.
    pub signed_off: bool,
}

/// Which claimants.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ReadyWhich"))]
pub struct Which {
    /// Their numbers; `null` is every claimant.
    pub numbers: Option<Vec<u32>>,
}

/// How many stand before the gates.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReadyList {
    /// How many meet every gate.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub ready: usize,
    /// For each gate how many do not meet it.
    pub missing: Vec<GateCount>,
    /// Each claimant, by number.
    pub rows: Vec<ReadyRow>,
}

/// How many do not meet a gate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct GateCount {
    /// Which gate.
    pub gate: Gate,
    /// What it is.
    pub title: String,
    /// How many.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub count: usize,
}

/// One claimant before the gates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReadyRow {
    /// The number.
    pub number: u32,
    /// The name.
    pub name: String,
    /// Every gate is met.
    pub ready: bool,
    /// Gates that are not met.
    pub missing: Vec<Gate>,
    /// What is missing, in sentences.
    pub lacks: Vec<String>,
}

pub(crate) fn get(context: Context<'_>, input: Number) -> Result<Applied<Ready>> {
    let open = context.app.open_matter()?;
    let number = ClaimantNumber(input.number);
    let ready = open.matter.read(|reader| {
        let (stored, gates) = gates(reader, &open, number)?;
        let papers = papers::of_claimant(reader, number)?;
        let papers: Result<Vec<PaperView>> = papers.iter().map(|paper| view(reader, paper)).collect();
        Ok::<_, Error>(Ready {
            number: number.0,
            name: stored.claimant.identity.full_name(),
            ready: is_ready(&gates),
            gates: gates.iter().map(gate).collect(),
            papers: papers?,
        })
    })?;
    Ok(Applied::unchanged(ready))
}

pub(crate) fn list(context: Context<'_>, input: Which) -> Result<Applied<ReadyList>> {
    let open = context.app.open_matter()?;
    let numbers = match input.numbers {
        Some(numbers) => numbers,
        None => open.numbers()?,
    };
    let mut list = ReadyList::default();
    let mut counts = Gate::ALL.map(|gate| (gate, 0));
    for (done, number) in numbers.iter().enumerate() {
        context.job.step(done as u64, numbers.len() as u64, &text("ready-looking", &[]))?;
        let (stored, gates) = open.matter.read(|reader| gates(reader, &open, ClaimantNumber(*number)))?;
        let unmet =
            |(gate, standing): &(Gate, Standing)| matches!(standing, Standing::Missing(_)).then_some(*gate);
        let missing: Vec<Gate> = gates.iter().filter_map(unmet).collect();
        for (_, count) in counts.iter_mut().filter(|(gate, _)| missing.contains(gate)) {
            *count += 1;
        }
        list.ready += usize::from(missing.is_empty());
        list.rows.push(ReadyRow {
            number: *number,
            name: stored.claimant.identity.full_name(),
            ready: missing.is_empty(),
            missing,
            lacks: lacks(&gates),
        });
    }
    list.missing =
        counts.into_iter().map(|(gate, count)| GateCount { gate, title: title(gate), count }).collect();
    Ok(Applied::unchanged(list))
}

fn gates(
    reader: &Reader<'_>,
    open: &OpenMatter,
    number: ClaimantNumber,
) -> Result<(store::Stored, Vec<(Gate, Standing)>)> {
    let stored = store::get(reader, number)?.ok_or_else(|| Error::new("no-such-claimant"))?;
    let classification = kept::get(reader, number)?;
    let made = papers::of_claimant(reader, number)?;
    let paper = counting(&made).map(|paper| state(reader, paper)).transpose()?;
    let gates = ready(&ReadyInput {
        claimant: &stored.claimant,
        classification: classification.as_ref(),
        consents: &open.profile.consents,
        paper: paper.as_ref(),
    });
    Ok((stored, gates))
}

/// The gates that a claimant does not meet, and what is missing at each, in a sentence.
///
/// # Errors
/// `no-such-claimant`; those of the store.
pub(crate) fn unmet(
    reader: &Reader<'_>,
    open: &OpenMatter,
    number: ClaimantNumber,
) -> Result<(Vec<&'static str>, Vec<String>)> {
    let (_, gates) = gates(reader, open, number)?;
    let missing = gates.iter().filter(|(_, standing)| matches!(standing, Standing::Missing(_)));
    let mut lacks = lacks(&gates);
    // Without a file nobody can approve it or sign it off: that is said once.
    lacks.dedup();
    Ok((missing.map(|(gate, _)| gate.code()).collect(), lacks))
}

/// What is missing, in sentences.
pub(super) fn lacks(gates: &[(Gate, Standing)]) -> Vec<String> {
    let lack = |(_, standing): &(Gate, Standing)| match standing {
        Standing::Missing(lack) => Some(words(lack)),
        Standing::Met(_) | Standing::MetWith(_) => None,
    };
    gates.iter().filter_map(lack).collect()
}

fn title(gate: Gate) -> String {
    text(&format!("gate-{}", gate.code()), &[])
}

fn words(lack: &Lack) -> String {
    let listed = match lack {
        Lack::Contradiction(findings) => findings.join(" "),
        Lack::StatementGaps(gaps) => gaps.join("; "),
        _ => String::new(),
    };
    text(&format!("lack-{}", lack.code()), &[("findings", &listed), ("gaps", &listed)])
}

fn gate((gate, standing): &(Gate, Standing)) -> GateView {
    let (met, words, fix) = match standing {
        Standing::Met(by) => {
            (true, text(&format!("gate-{}-met", gate.code()), &[("by", by)]).trim().to_owned(), String::new())
        }
        Standing::MetWith(Caution::OtherFirmActs) => {
            (true, text("caution-other-firm", &[]), text("fix-caution-other-firm", &[]))
        }
        Standing::Missing(lack) => (false, words(lack), text(&format!("fix-lack-{}", lack.code()), &[])),
    };
    GateView { gate: *gate, title: title(*gate), met, text: words, fix }
}

fn view(reader: &Reader<'_>, paper: &Paper) -> Result<PaperView> {
    let state = state(reader, paper)?;
    let made = uk().to_datetime(paper.made_at);
    let word = |approval: &papers::Approval| {
        let key = match approval.ended_at {
            None => format!("approval-{}", approval.new.role.code()),
            Some(_) => "approval-ended".to_owned(),
        };
        let day = show::long(approval.new.day);
        let values = [
            ("name", approval.new.name.as_str()),
            ("day", day.as_str()),
            ("how", approval.new.how.as_str()),
            ("person", approval.person_name.as_str()),
            ("reason", approval.ended_reason.as_str()),
        ];
        text(&key, &values)
    };
    let elsewhere = (paper.new.change_seq == ELSEWHERE).then(|| text("paper-elsewhere", &[]));
    Ok(PaperView {
        sha256: state.sha256.clone(),
        pages: paper.new.pages,
        made_at: format!("{}, {:02}:{:02}", show::long(made.date()), made.hour(), made.minute()),
        current: state.current,
        audience: paper.new.audience.clone(),
        words: elsewhere.into_iter().chain(paper.approvals.iter().map(word)).collect(),
        approved: paper.approval(ApprovalRole::Claimant).is_some(),
        signed_off: paper.approval(ApprovalRole::AuthorisedPerson).is_some(),
    })
}
