//! Consents and declarations, one by one.

use joinder_domain::claimant::{Claimant, Consent};
use joinder_domain::profile::{ConsentText, Profile};
use joinder_store::{Op, claimant as store};
use serde::{Deserialize, Serialize};

use super::SELF;
use super::get::{View, saved};
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::packet::TRUTH;

/// A consent or declaration, as it is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegistrationConsent"))]
pub struct ConsentView {
    /// Its code.
    pub code: String,
    /// A short title.
    pub title: String,
    /// The text that is agreed to.
    pub text: String,
    /// The registration cannot be sealed without it.
    pub required: bool,
    /// What was answered to this version of the text; none while nothing was.
    pub given: Option<bool>,
}

/// An answer to a consent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegistrationConsenting"))]
pub struct Consenting {
    /// Its code.
    pub code: String,
    /// Given, or refused.
    pub given: bool,
}

pub(crate) fn consent(context: Context<'_>, input: Consenting) -> Result<Applied<View>> {
    let open = context.app.open_matter()?;
    let clock = context.app.clock();
    let now = clock.now();
    let asked = asked(&open.profile).find(|text| text.code.as_str() == input.code);
    let text = asked.ok_or_else(|| Error::with("no-such-consent", &[("consent", &input.code)]))?;
    let done = open.write(Op("registration.consent"), now, |tx| {
        let stored = store::get(tx, SELF)?.ok_or_else(|| Error::new("not-a-registration"))?;
        let mut claimant = stored.claimant;
        claimant.consents.retain(|known| known.kind != text.code);
        claimant.consents.push(of(text, input.given, now));
        Ok(store::update(tx, SELF, stored.version, &claimant)?)
    })?;
    saved(&open, clock, &done.changes)
}

/// A consent as it is recorded.
pub(super) fn of(text: &ConsentText, given: bool, at: jiff::Timestamp) -> Consent {
    Consent {
        kind: text.code.clone(),
        version: text.version,
        text_sha256: text.sha256.clone(),
        given,
        at,
        how: "typed".to_owned(),
    }
}

/// What is asked for during registration, but for the statement of truth, which is signed.
pub(super) fn asked(profile: &Profile) -> impl Iterator<Item = &ConsentText> {
    profile.consents.iter().filter(|text| text.registration && text.code.as_str() != TRUTH)
}

/// The statement of truth.
pub(super) fn truth(profile: &Profile) -> Option<&ConsentText> {
    profile.consents.iter().find(|text| text.code.as_str() == TRUTH)
}

/// The consents as they stand.
pub(super) fn views(profile: &Profile, claimant: &Claimant) -> Vec<ConsentView> {
    let view = |text: &ConsentText| {
        let known =
            claimant.consents.iter().find(|known| known.kind == text.code && known.version == text.version);
        ConsentView {
            code: text.code.to_string(),
            title: text.title.clone(),
            text: text.text.clone(),
            required: text.required,
            given: known.map(|known| known.given),
        }
    };
    asked(profile).map(view).collect()
}
