//! Entering claimants, ending their time on the register, and what people write beside it.

use jiff::civil::Date;
use joinder_domain::audit::Subject;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::noun::Noun;
use joinder_domain::register::{ClaimForm, Forms};
use joinder_store::merge::merged_into;
use joinder_store::register::{self as kept, Marks};
use joinder_store::{Op, Reader, claimant as store, setting};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::live::{consent, latest};
use super::view::{SETTINGS, Settings};
use crate::app::OpenMatter;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::ready;

/// Claimants on one claim form at most; more than a court would take.
const FORM_MOST: u32 = 10_000;

/// Who is to be entered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterEnter"))]
#[serde(default)]
pub struct Enter {
    /// Claimants' numbers; `null` is everybody who is not on it.
    pub numbers: Option<Vec<u32>>,
    /// Also those who have consented and are not ready otherwise; the audit says at which gates.
    pub unready: bool,
}

/// Who was entered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterEntered"))]
pub struct Entered {
    /// How many.
    pub entered: u32,
    /// How many were on it already.
    pub already: u32,
    /// The first number that was given; 0 for none.
    pub first: u32,
    /// The last number that was given; 0 for none.
    pub last: u32,
    /// How many were not entered.
    pub refused_count: u32,
    /// How many of them have consented, so that they may be entered although they are not ready.
    pub unready: u32,
    /// The first hundred of those who were not entered, and why.
    pub refused: Vec<Refused>,
}

/// A claimant who was not entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterRefused"))]
pub struct Refused {
    /// The claimant's number.
    pub number: u32,
    /// The number as people see it.
    pub reference: String,
    /// Why.
    pub reason: String,
}

/// Who has left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterEnd"))]
pub struct End {
    /// The claimant's number.
    pub number: u32,
    /// The last day on the register; `null` takes it back.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub on: Option<Date>,
    /// Why; not asked where it is taken back.
    #[serde(default)]
    pub reason: String,
}

/// What to write beside some claimants' places; `null` leaves it as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterMark", optional_fields))]
pub struct Mark {
    /// The claimants' numbers.
    pub numbers: Vec<u32>,
    /// The cipher that the court allowed; for one claimant only.
    #[serde(default)]
    pub cipher: Option<String>,
    /// Issues relied on.
    #[serde(default)]
    pub issues: Option<String>,
    /// Value band.
    #[serde(default)]
    pub value_band: Option<String>,
    /// Special features that anybody may read.
    #[serde(default)]
    pub special_features: Option<String>,
}

/// What the court has said of a claim form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterForm"))]
pub struct FormPut {
    /// The claim form, from 1.
    pub form: u32,
    /// The court's claim number; may be empty.
    pub claim_number: String,
    /// Day of issue.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub issued: Option<Date>,
}

/// Settings of the register.
pub type SettingsPut = Settings;

/// Work that is written in one transaction, so that numbers follow the order in which people were entered.
pub(crate) fn enter(context: Context<'_>, input: Enter) -> Result<Applied<Entered>> {
    let open = context.app.open_matter()?;
    let (today, label) = (context.app.clock().today(), "Entering claimants");
    let mut report = Entered::default();
    let done = open.write(Op("register.enter"), context.app.clock().now(), |tx| {
        let wanted: Vec<ClaimantNumber> = match &input.numbers {
            Some(numbers) => {
                let mut numbers: Vec<u32> = numbers.clone();
                numbers.sort_unstable();
                numbers.dedup();
                numbers.into_iter().map(ClaimantNumber).collect()
            }
            None => kept::not_on(tx)?,
        };
        let settings = Settings::read(tx)?;
        let mut forms = Forms::after(&kept::held(tx)?, &kept::forms(tx)?, settings.form_size);
        let total = wanted.len() as u64;
        for (at, number) in (0..).zip(wanted) {
            context.job.step(at, total, label)?;
            if kept::place_of(tx, number)?.is_some() {
                report.already += 1;
                continue;
            }
            let why = match stands(tx, &open, number)? {
                Stands::Refused(why) => Some(why),
                Stands::Lacking { lacks, .. } if !input.unready => {
                    report.unready += 1;
                    Some(lacks.join(" "))
                }
                Stands::Lacking { gates, .. } => {
                    tx.note(Subject::claimant(number), Some(number), json!({ "missing": gates }))?;
                    None
                }
                Stands::Ready => None,
            };
            if let Some(reason) = why {
                report.refused_count += 1;
                if report.refused.len() < 100 {
                    report.refused.push(Refused { number: number.0, reference: number.to_string(), reason });
                }
                continue;
            }
            if let Some(given) = kept::enter(tx, number, forms.allot(), today)? {
                report.entered += 1;
                if report.first == 0 {
                    report.first = given;
                }
                report.last = given;
            }
        }
        Ok::<_, Error>(())
    })?;
    Ok(Applied::stored(report, &done.changes))
}

/// How somebody stands who is to be entered.
enum Stands {
    Ready,
    /// The gates that are not met, and what is missing at each.
    Lacking {
        gates: Vec<&'static str>,
        lacks: Vec<String>,
    },
    Refused(String),
}

fn stands(reader: &Reader<'_>, open: &OpenMatter, number: ClaimantNumber) -> Result<Stands> {
    let refused = |key: &str| Ok(Stands::Refused(super::words::text(key)));
    let Some(stored) = store::get(reader, number)? else { return refused("err-no-such-claimant") };
    if merged_into(reader, number)?.is_some() {
        return refused("err-merged-already");
    }
    // Nobody is joined without consent in writing (CPR 19.4(4)).
    if consent(&stored.claimant).is_none() {
        return refused("register-no-consent");
    }
    let (gates, lacks) = ready::unmet(reader, open, number)?;
    Ok(if gates.is_empty() { Stands::Ready } else { Stands::Lacking { gates, lacks } })
}

pub(crate) fn end(context: Context<'_>, input: End) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let reason = input.reason.trim();
    if reason.is_empty() && input.on.is_some() {
        return Err(Error::new("reason-missing"));
    }
    let number = ClaimantNumber(input.number);
    let done = open.write(Op("register.end"), context.app.clock().now(), |tx| {
        let place = kept::place_of(tx, number)?.ok_or_else(|| not_on(number))?;
        if let Some(on) = input.on
            && (on >= latest(context) || place.entered.is_some_and(|entered| on < entered))
        {
            return Err(Error::new("register-end-day"));
        }
        let reason = if input.on.is_some() { reason } else { "" };
        Ok::<_, Error>(kept::end(tx, number, input.on, reason)?)
    })?;
    Ok(Applied::stored(Nothing {}, &done.changes))
}

pub(crate) fn mark(context: Context<'_>, input: Mark) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    if input.cipher.as_ref().is_some_and(|cipher| !cipher.trim().is_empty()) && input.numbers.len() > 1 {
        return Err(Error::new("register-cipher-one"));
    }
    let marks = Marks {
        cipher: input.cipher,
        issues: input.issues,
        value_band: input.value_band,
        special_features: input.special_features,
    };
    let done = open.write(Op("register.mark"), context.app.clock().now(), |tx| {
        for number in input.numbers.iter().copied().map(ClaimantNumber) {
            kept::place_of(tx, number)?.ok_or_else(|| not_on(number))?;
            kept::mark(tx, number, &marks).map_err(|error| match error {
                joinder_store::Error::ReferenceTaken => Error::new("register-cipher-taken"),
                other => other.into(),
            })?;
        }
        Ok::<_, Error>(())
    })?;
    Ok(Applied::stored(Nothing {}, &done.changes))
}

pub(crate) fn form(context: Context<'_>, input: FormPut) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let done = open.write(Op("register.form"), context.app.clock().now(), |tx| {
        if !kept::held(tx)?.contains_key(&input.form) {
            return Err(Error::with("no-claim-form", &[("form", &input.form.to_string())]));
        }
        let claim_number = input.claim_number.trim().to_owned();
        Ok::<_, Error>(kept::put_form(
            tx,
            &ClaimForm { number: input.form, claim_number, issued: input.issued },
        )?)
    })?;
    Ok(Applied::stored(Nothing {}, &done.changes))
}

pub(crate) fn settings(context: Context<'_>, input: SettingsPut) -> Result<Applied<Nothing>> {
    if !(1..=FORM_MOST).contains(&input.form_size) {
        return Err(Error::with("register-form-size", &[("most", &FORM_MOST.to_string())]));
    }
    let open = context.app.open_matter()?;
    let done = open.write(Op("register.settings"), context.app.clock().now(), |tx| {
        Ok::<_, Error>(setting::put(tx, SETTINGS, &input)?)
    })?;
    let changed = Applied::stored(Nothing {}, &done.changes);
    Ok(changed.and(Noun::Register, None))
}

fn not_on(number: ClaimantNumber) -> Error {
    Error::with("not-on-register", &[("claimant", &number.to_string())])
}
