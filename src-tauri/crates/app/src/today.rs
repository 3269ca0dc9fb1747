//! The first page: what waits for whoever works here and why, how far everything has come, what others changed.

use joinder_domain::claimant::Claimant;
use joinder_domain::classification::Input;
use joinder_domain::limitation::limitation;
use joinder_store::evidence::Which;
use joinder_store::match_pair as pairs;
use joinder_store::{Reader, Role, audit, claimant as store, draft, evidence, packet, work};
use serde::Serialize;
use serde_json::json;

use crate::app::OpenMatter;
use crate::claimant::{Count, Filter, ME, On, how_many, state_of, what};
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::text::text;

/// Audit entries that are looked through for what others changed.
const ENTRIES_MOST: usize = 20_000;
/// Claimants behind one line of what others changed.
const CLAIMANTS_MOST: usize = 1_000;
/// Under this name it is kept when somebody was last here.
const SEEN: &str = "today:seen";

/// What waits, where everything stands, what changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Today {
    /// What waits, the most pressing first; nothing that is empty.
    pub waiting: Vec<Waiting>,
    /// How many files are in each state.
    pub states: Vec<Count>,
    /// How many records lack what.
    pub missing: Vec<Count>,
    /// The time limits that run from the incident for everybody, by day.
    pub limits: Vec<Limit>,
    /// When whoever asks was last here, RFC 3339; empty for the first time.
    pub since: String,
    /// What others changed since.
    pub changes: Vec<Changed>,
}

/// Something that waits, and where it opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Waiting {
    /// What, by code.
    pub code: String,
    /// What, in words.
    pub label: String,
    /// Why it waits.
    pub why: String,
    /// How many.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub count: u64,
    /// The conditions of its list; none where it is not a list of claimants.
    pub filters: Vec<Filter>,
}

/// A time limit that runs from the incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "TodayLimit"))]
pub struct Limit {
    /// What it limits.
    pub label: String,
    /// The day to treat as the last, ISO 8601.
    pub safe_day: String,
    /// Days until then; negative when it is passed.
    pub days_left: i32,
}

/// What somebody else changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "TodayChange"))]
pub struct Changed {
    /// What was done, in words.
    pub what: String,
    /// Who.
    pub who: String,
    /// How often.
    pub count: u32,
    /// For whom, at most 1,000.
    pub claimants: Vec<u32>,
}

pub(crate) fn get(context: Context<'_>, _: Nothing) -> Result<Applied<Today>> {
    let open = context.app.open_matter()?;
    let clock = context.app.clock();
    let since = since(context, &open)?;
    let today = open.matter.read(|reader| {
        let states = work::state_counts(reader)?.into_iter().map(|(stored, count)| {
            let state = state_of(&open, &stored);
            let label = open.profile.workflow.label(&state).to_owned();
            Count { axis: "state".to_owned(), code: state.0, label, count }
        });
        let missing = store::missing_counts(reader)?.into_iter().filter(|(_, count)| *count > 0).map(
            |(item, count)| Count {
                axis: "missing".to_owned(),
                code: item.code().to_owned(),
                label: text(&format!("missing-{}", item.code()), &[]),
                count,
            },
        );
        Ok::<_, Error>(Today {
            waiting: waiting(reader, &open)?,
            states: states.collect(),
            missing: missing.collect(),
            limits: Vec::new(),
            changes: changes(reader, &open, &since)?,
            since,
        })
    })?;
    // For a person of whom nothing is known: what remains are the limits that run for everybody.
    let nobody = Claimant::default();
    let input = Input { claimant: &nobody, evidence: &[], today: clock.today(), group: Default::default() };
    let clocks = limitation(&input, &open.profile).clocks.into_iter().filter(|clock| clock.pleaded);
    let limits = clocks.filter_map(|clock| {
        let days_left = clock.days_left?;
        Some(Limit { label: clock.label, safe_day: clock.safe_day?.to_string(), days_left })
    });
    Ok(Applied::unchanged(Today { limits: limits.collect(), ..today }))
}

fn waiting(reader: &Reader<'_>, open: &OpenMatter) -> Result<Vec<Waiting>> {
    let mut waiting = Vec::new();
    let mut wait = |code: &str, count: u64, filters: Vec<Filter>| {
        if count > 0 {
            let words = |key: &str| text(&format!("today-{code}{key}"), &[]);
            waiting.push(Waiting {
                code: code.to_owned(),
                label: words(""),
                why: words("-why"),
                count,
                filters,
            });
        }
    };
    let on = |on: On, any: &[&str]| Filter { on, any: any.iter().map(|&value| value.to_owned()).collect() };
    let workflow = &open.profile.workflow;
    let role = open.role().code();
    // Files that nobody but this role can move on, without having to say why: approvals.
    let approvals: Vec<&str> = workflow
        .moves
        .iter()
        .filter(|way| !way.reason && matches!(way.by.as_slice(), [only] if only.as_str() == role))
        .flat_map(|way| way.from.iter().map(|from| from.as_str()))
        .collect();
    let mut lists = Vec::new();
    if !approvals.is_empty() {
        lists.push(("approve", vec![on(On::State, &approvals)]));
    }
    if open.role() != Role::Auditor {
        lists.push(("mine", vec![on(On::Assignee, &[ME])]));
    }
    lists.push(("tasks", vec![on(On::Due, &["my-tasks"])]));
    lists.push(("replies", vec![on(On::Due, &["replies"])]));
    lists.push(("second-person", vec![on(On::Overridden, &["needs-second-person"])]));
    lists.push(("fresh-look", vec![on(On::Overridden, &["needs-fresh-look"])]));
    if let Some(first) = workflow.first() {
        lists.push(("nobodys", vec![on(On::State, &[first.as_str()]), on(On::Assignee, &[""])]));
    }
    for (code, filters) in lists {
        let count = how_many(reader, open, &filters)?;
        wait(code, count, filters);
    }
    wait("unassigned", evidence::ids(reader, Which::Unassigned)?.len() as u64, Vec::new());
    let arrived = packet::counts(reader)?.into_iter();
    let arrived =
        arrived.filter(|(state, _)| matches!(state, packet::State::Received | packet::State::HasIssues));
    wait("packets", arrived.map(|(_, count)| u64::from(count)).sum(), Vec::new());
    wait("duplicates", pairs::waiting(reader)?, Vec::new());
    Ok(waiting)
}

/// What others did since, each kind of it with who did it.
fn changes(reader: &Reader<'_>, open: &OpenMatter, since: &str) -> Result<Vec<Changed>> {
    let Ok(since) = since.parse() else { return Ok(Vec::new()) };
    let me = open.matter.actor().id;
    let found = audit::others_since(reader, me, since, ENTRIES_MOST)?;
    let mut changes: Vec<Changed> = Vec::new();
    for (op, who, claimant) in found {
        let what = what(&op, "");
        let at = changes.iter().position(|change| change.what == what && change.who == who);
        let at = at.unwrap_or_else(|| {
            changes.push(Changed { what, who, count: 0, claimants: Vec::new() });
            changes.len().saturating_sub(1)
        });
        let Some(change) = changes.get_mut(at) else { continue };
        change.count = change.count.saturating_add(1);
        let known = |number: &u32| change.claimants.contains(number);
        if let Some(number) = claimant.filter(|number| !known(number))
            && change.claimants.len() < CLAIMANTS_MOST
        {
            change.claimants.push(number);
        }
    }
    Ok(changes)
}

/// When whoever works here was last here before the matter was opened this time. That they are here now is kept for the
/// next time; it is nobody else's business, so the audit does not hear of it.
fn since(context: Context<'_>, open: &OpenMatter) -> Result<String> {
    let person = open.matter.actor().id;
    let mut known = open.session.last_here.lock().map_err(|_| Error::new("internal"))?;
    let since = match known.as_ref() {
        Some(since) => since.clone(),
        None => {
            let kept = open.matter.read(|reader| draft::get(reader, person, SEEN))?;
            kept.map(|kept| kept.saved.to_string()).unwrap_or_default()
        }
    };
    open.matter.keep_draft(person, SEEN, &json!({}), context.app.clock().now())?;
    Ok(known.insert(since).clone())
}
