//! What a comparison showed, in words: the waterfall of a pair.

use joinder_domain::matching::{Field, Level, Match, Reason, Strength};
use serde::Serialize;

use crate::text;

/// What one field says of a pair, with its words.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MatchReasonView"))]
pub struct ReasonView {
    /// The field.
    pub field: Field,
    /// How alike the two values are.
    pub level: Level,
    /// How strongly it speaks for or against one person.
    pub strength: Strength,
    /// Its weight in bits: above 0 for one person, below 0 against.
    pub bits: f64,
    /// The sentence: "same date of birth: strongly for".
    pub text: String,
}

impl ReasonView {
    pub(crate) fn of(reason: &Reason) -> Self {
        let (field, level, strength) = (code(&reason.field), code(&reason.level), code(&reason.strength));
        let label = text::text(&format!("match-field-{field}"), &[]);
        let own = format!("match-{field}-{level}");
        let said = text::find(&own, &text::Values::new())
            .unwrap_or_else(|| text::text(&format!("match-level-{level}"), &[("field", &label)]));
        let said = if reason.other_name && reason.level != Level::Different {
            text::text("match-other-name", &[("said", &said)])
        } else {
            said
        };
        let strength = text::text(&format!("match-strength-{strength}"), &[]);
        Self {
            field: reason.field,
            level: reason.level,
            strength: reason.strength,
            bits: (reason.bits * 10.0).round() / 10.0,
            text: text::text("match-reason", &[("said", &said), ("strength", &strength)]),
        }
    }
}

/// How a pair looks on the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MatchLooks"))]
#[serde(rename_all = "kebab-case")]
pub enum Looks {
    /// Like one person.
    OnePerson,
    /// Like two people of one household.
    OneHousehold,
    /// Perhaps like one person.
    Unsure,
}

impl Looks {
    pub(crate) fn of(score: f64, household: f64, threshold: f64) -> Self {
        if score >= threshold {
            Self::OnePerson
        } else if household > score {
            Self::OneHousehold
        } else {
            Self::Unsure
        }
    }
}

/// What a pair is on the whole, in one sentence.
pub(crate) fn summary(found: &Match, threshold: f64) -> (Looks, String) {
    let looks = Looks::of(found.score, found.household, threshold);
    let against = |field: Field| {
        found.reasons.iter().any(|reason| reason.field == field && reason.level == Level::Different)
    };
    let key = match looks {
        Looks::OnePerson => "match-one-person",
        Looks::OneHousehold if against(Field::Given) && !against(Field::Born) => "match-household-siblings",
        Looks::OneHousehold if against(Field::Born) && !against(Field::Given) => "match-household-namesake",
        Looks::OneHousehold => "match-household",
        Looks::Unsure if found.household > 0.05 => "match-unsure-household",
        Looks::Unsure => "match-unsure",
    };
    (looks, text::text(key, &[]))
}

/// The code of a word of the domain, as JSON writes it.
fn code<T: Serialize>(word: &T) -> String {
    serde_json::to_value(word).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
