//! The register as the window shows it.

use jiff::civil::Date;
use joinder_domain::register::{Audience, Entry, FORM_SIZE, Field, Template};
use joinder_store::{Reader, register as kept, setting};
use serde::{Deserialize, Serialize};

use super::live::{Shared, no_version, one};
use super::template::{TEMPLATE, TemplateView};
use super::words;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};

pub(super) const SETTINGS: &str = "register.settings";
/// Rows that one question may ask for.
const ROWS_MOST: usize = 1_000;

/// Settings of the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterSettings"))]
#[serde(default)]
pub struct Settings {
    /// Claimants on one claim form.
    pub form_size: u32,
    /// The solicitor.
    pub firm: String,
    /// Issues that everybody relies on.
    pub issues: String,
    /// The court, as the title of proceedings names it; empty while it is not known.
    pub court: String,
    /// Its division.
    pub division: String,
    /// The defendant as a party, with the capacity in which it is sued; empty for what the profile says.
    pub defendant: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            form_size: FORM_SIZE,
            firm: String::new(),
            issues: String::new(),
            court: String::new(),
            division: String::new(),
            defendant: String::new(),
        }
    }
}

impl Settings {
    /// Those of the matter.
    ///
    /// # Errors
    /// Those of the store.
    pub(crate) fn read(reader: &Reader<'_>) -> Result<Self> {
        Ok(setting::get(reader, SETTINGS)?.unwrap_or_default())
    }
}

/// The register at a glance.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterView"))]
pub struct View {
    /// Settings.
    pub settings: Settings,
    /// Numbers that were given.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub on: u64,
    /// Those who have left.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub ended: u64,
    /// Claimants of the matter who are not on it.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub not_on: u64,
    /// Claim forms.
    pub forms: Vec<FormView>,
    /// Sealed versions, the earliest first.
    pub versions: Vec<VersionView>,
    /// The lead firm's template.
    pub template: Option<TemplateView>,
    /// What the columns are called.
    pub fields: Vec<FieldView>,
}

/// A claim form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterFormView"))]
pub struct FormView {
    /// From 1.
    pub form: u32,
    /// Claimants on it, those who left included.
    pub held: u32,
    /// The court's claim number; may be empty.
    pub claim_number: String,
    /// Day of issue, ISO 8601.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub issued: Option<Date>,
}

/// A sealed version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterVersion"))]
pub struct VersionView {
    /// From 1.
    pub version: u32,
    /// When, RFC 3339.
    pub at: String,
    /// Who sealed it.
    pub who: String,
    /// What for.
    pub reason: String,
    /// Lines.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub entries: u64,
    /// Lines of those who have left.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub ended: u64,
    /// SHA-256 over every line, lower-case hex.
    pub sha256: String,
}

/// A field and its column's heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterFieldView"))]
pub struct FieldView {
    /// The field.
    pub field: Field,
    /// What it is called.
    pub label: String,
    /// Only the court and the parties may read it.
    pub confidential: bool,
}

/// A version; `null` is the register as it would be filed today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterWhich"))]
#[serde(default)]
pub struct Which {
    /// The version, from 1.
    pub version: Option<u32>,
}

/// Some rows of a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterRows"))]
pub struct Rows {
    /// The version, from 1; `null` is today's.
    #[serde(default)]
    pub version: Option<u32>,
    /// Numbers on the register; at most 1,000, those beyond are left out.
    pub numbers: Vec<u32>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterRow"))]
pub struct RowView {
    /// The number on the register.
    pub number: u32,
    /// The claimant's number in the matter.
    pub claimant: u32,
    /// The cipher; may be empty.
    pub cipher: String,
    /// What is said, field by field; fields without a value are left out.
    pub values: std::collections::BTreeMap<Field, String>,
}

pub(crate) fn get(context: Context<'_>, _: Nothing) -> Result<Applied<View>> {
    let open = context.app.open_matter()?;
    let view = open.matter.read(|reader| {
        let shared = Shared::read(reader)?;
        let held = kept::held(reader)?;
        let forms = held.iter().map(|(number, held)| {
            let known = shared.forms.iter().find(|form| form.number == *number);
            FormView {
                form: *number,
                held: *held,
                claim_number: known.map(|form| form.claim_number.clone()).unwrap_or_default(),
                issued: known.and_then(|form| form.issued),
            }
        });
        let template: Option<Option<Template>> = setting::get(reader, TEMPLATE)?;
        Ok::<_, Error>(View {
            on: held.values().map(|held| u64::from(*held)).sum(),
            ended: kept::ended_count(reader)?,
            not_on: kept::not_on(reader)?.len() as u64,
            forms: forms.collect(),
            versions: kept::versions(reader)?.iter().map(version).collect(),
            template: template.flatten().as_ref().map(TemplateView::new),
            fields: fields(),
            settings: shared.settings,
        })
    })?;
    Ok(Applied::unchanged(view))
}

pub(super) fn version(version: &kept::Version) -> VersionView {
    VersionView {
        version: version.id,
        at: version.at.to_string(),
        who: version.person_name.clone(),
        reason: version.reason.clone(),
        entries: version.entries,
        ended: version.ended,
        sha256: version.sha256.to_string(),
    }
}

fn fields() -> Vec<FieldView> {
    let view = |field: &Field| FieldView {
        field: *field,
        label: words::field(*field),
        confidential: field.audience() == Audience::Confidential,
    };
    Field::ALL.iter().map(view).collect()
}

pub(crate) fn ids(context: Context<'_>, input: Which) -> Result<Applied<Vec<u32>>> {
    let open = context.app.open_matter()?;
    let numbers = open.matter.read(|reader| match input.version {
        None => Ok(kept::places(reader)?.into_iter().map(|place| place.number).collect()),
        Some(id) => {
            kept::version(reader, id)?.ok_or_else(|| no_version(id))?;
            Ok::<_, Error>(kept::entries(reader, id)?.into_iter().map(|entry| entry.number).collect())
        }
    })?;
    Ok(Applied::unchanged(numbers))
}

pub(crate) fn rows(context: Context<'_>, input: Rows) -> Result<Applied<Vec<RowView>>> {
    let open = context.app.open_matter()?;
    let rows = open.matter.read(|reader| {
        let shared = Shared::read(reader)?;
        let mut rows = Vec::new();
        for number in input.numbers.iter().take(ROWS_MOST) {
            let Some(place) = kept::place_at(reader, *number)? else { continue };
            let entry = match input.version {
                None => one(context, &open, reader, &shared, &place)?,
                Some(version) => kept::entry(reader, *number, version)?,
            };
            let claimant = place.claimant.map_or(0, |claimant| claimant.0);
            rows.extend(entry.map(|Entry { number, cipher, values, .. }| RowView {
                number,
                claimant,
                cipher,
                values,
            }));
        }
        Ok::<_, Error>(rows)
    })?;
    Ok(Applied::unchanged(rows))
}
