//! The guides for the window.

use joinder_domain::id::ClaimantNumber;
use joinder_store::claimant;
use serde::{Deserialize, Serialize};

use super::figure::Figure;
use super::guide::{self, GUIDES, Guide};
use super::svg::svg;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::letterhead;
use crate::text::text;

/// For whom guides are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "HowToFor"))]
#[serde(default)]
pub struct For {
    /// An address whose guide comes first.
    pub address: Option<String>,
    /// A claimant, whose addresses say which guide comes first.
    pub claimant: Option<u32>,
}

/// A guide in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "HowToRow"))]
pub struct Row {
    /// Its name in commands.
    pub id: String,
    /// What mail program or provider it is for.
    pub name: String,
    /// Why it is suggested; empty when it is not.
    pub suggested: String,
}

/// Which guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "HowToRef"))]
pub struct Ref {
    /// Its name.
    pub id: String,
}

/// How to get the original of an email.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "HowTo"))]
pub struct View {
    /// Its name in commands.
    pub id: String,
    /// What mail program or provider it is for.
    pub name: String,
    /// Why the original is wanted.
    pub why: String,
    /// What to mind before.
    pub before: Vec<String>,
    /// What to do.
    pub steps: Vec<StepView>,
    /// What else there is to know.
    pub note: String,
    /// What to do with the file.
    pub after: Vec<String>,
    /// What to do when menus have changed.
    pub as_at: String,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "HowToStep"))]
pub struct StepView {
    /// What to do.
    pub text: String,
    /// A drawing as SVG, made by Joinder; empty where there is none.
    pub figure: String,
}

/// A step before it is shown.
pub(super) struct Step {
    pub(super) text: String,
    pub(super) figure: Option<Figure>,
}

/// What the words of a guide say of the matter.
pub(super) struct Facts {
    pub(super) matter: String,
    subject: String,
    date: String,
}

pub(crate) fn list(context: Context<'_>, input: For) -> Result<Applied<Vec<Row>>> {
    let mut addresses: Vec<String> = input.address.into_iter().collect();
    if let Some(number) = input.claimant {
        let open = context.app.open_matter()?;
        let found = open.matter.read(|reader| claimant::get(reader, ClaimantNumber(number)))?;
        let found = found.ok_or_else(|| Error::new("no-such-claimant"))?;
        addresses.extend(found.claimant.contact.emails.into_iter().map(|email| email.address));
    }
    let suggested: Vec<&str> =
        addresses.iter().filter_map(|address| guide::of_address(address)).map(|guide| guide.id).collect();
    let row = |guide: &Guide| {
        let domain =
            addresses.iter().find(|address| guide::of_address(address).is_some_and(|of| of.id == guide.id));
        let domain = domain.and_then(|address| address.rsplit_once('@')).map(|(_, domain)| domain);
        let why = domain.map(|domain| text("howto-suggested", &[("domain", domain)]));
        Row { id: guide.id.to_owned(), name: name(guide), suggested: why.unwrap_or_default() }
    };
    let (mut first, rest): (Vec<_>, Vec<_>) = GUIDES.iter().partition(|guide| suggested.contains(&guide.id));
    first.extend(rest);
    Ok(Applied::unchanged(first.into_iter().map(row).collect()))
}

pub(crate) fn get(context: Context<'_>, input: Ref) -> Result<Applied<View>> {
    let guide = guide::find(&input.id).ok_or_else(|| unknown(&input.id))?;
    let shown = |step: Step| StepView {
        text: step.text,
        figure: step.figure.map(|figure| svg(&figure.drawing())).unwrap_or_default(),
    };
    Ok(Applied::unchanged(View {
        id: guide.id.to_owned(),
        name: name(guide),
        why: text("howto-why", &[]),
        before: before(&facts(context)),
        steps: steps(guide).into_iter().map(shown).collect(),
        note: note(guide),
        after: after(),
        as_at: text("howto-as-at", &[]),
    }))
}

/// The error for a name that no guide has.
pub(super) fn unknown(id: &str) -> Error {
    let known: Vec<&str> = GUIDES.iter().map(|guide| guide.id).collect();
    Error::with("no-such-guide", &[("guide", id), ("known", &known.join(", "))])
}

/// What a guide is for.
pub(super) fn name(guide: &Guide) -> String {
    text(&format!("howto-{}-name", guide.id), &[])
}

/// What else there is to know.
pub(super) fn note(guide: &Guide) -> String {
    text(&format!("howto-{}-note", guide.id), &[])
}

/// The steps of a guide.
pub(super) fn steps(guide: &Guide) -> Vec<Step> {
    let step = |(number, figure): (usize, &Option<Figure>)| Step {
        text: text(&format!("howto-{}-{number}", guide.id), &[]),
        figure: *figure,
    };
    (1..).zip(guide.steps).map(step).collect()
}

/// What to mind before.
pub(super) fn before(facts: &Facts) -> Vec<String> {
    let find = text("howto-before-find", &[("subject", &facts.subject), ("date", &facts.date)]);
    vec![find, text("howto-before-keep", &[]), text("howto-before-open", &[])]
}

/// What to do with the file.
pub(super) fn after() -> Vec<String> {
    ["howto-after-send", "howto-after-work"].map(|key| text(key, &[])).to_vec()
}

/// Whom to send it to, by the letterhead of the open matter; `None` while it has no address.
pub(super) fn whom(context: Context<'_>) -> Option<String> {
    let head = letterhead::of(&*context.app.open_matter().ok()?).ok()?;
    let (firm, email) = (head.firm.trim(), head.email.trim());
    let said = !firm.is_empty() && !email.is_empty();
    said.then(|| text("howto-after-whom", &[("firm", firm), ("email", email)]))
}

/// What the open matter says of the email, or general words when none is open.
pub(super) fn facts(context: Context<'_>) -> Facts {
    let Ok(open) = context.app.open_matter() else {
        return Facts {
            matter: String::new(),
            subject: text("howto-any-subject", &[]),
            date: text("howto-any-date", &[]),
        };
    };
    let subject = open.profile.notice.subjects().next().map(|subject| format!("“{subject}”"));
    Facts {
        matter: open.matter.name().to_owned(),
        subject: subject.unwrap_or_else(|| text("howto-any-subject", &[])),
        date: open.profile.incident.notice_date.strftime("%-d %B %Y").to_string(),
    }
}
