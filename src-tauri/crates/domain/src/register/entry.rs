//! One line of a register.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::field::{Audience, Field};
use super::form::ClaimForm;
use crate::claimant::{AddressUse, Capacity, Claimant, Identity, YesNo};
use crate::id::ClaimantNumber;
use crate::limitation::after;

/// A claimant's place on the register, and what people wrote beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The number, from 1; never given again.
    pub number: u32,
    /// Whose it is.
    pub claimant: Option<ClaimantNumber>,
    /// The claim form.
    pub claim_form: u32,
    /// Day of entry.
    pub entered: Option<Date>,
    /// Day on which the claimant left.
    pub ended: Option<Date>,
    /// Why.
    pub end_reason: String,
    /// The cipher that the court allowed in place of the name; empty for none.
    pub cipher: String,
    /// Issues relied on; empty for those of the matter.
    pub issues: String,
    /// Value band; empty while nobody has set one.
    pub value_band: String,
    /// Special features that anybody may read.
    pub special_features: String,
}

/// What an entry is made from.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The place.
    pub place: &'a Place,
    /// The facts.
    pub claimant: &'a Claimant,
    /// The claim form, once something is known of it.
    pub form: Option<&'a ClaimForm>,
    /// The solicitor.
    pub firm: &'a str,
    /// Issues that everybody relies on.
    pub issues: &'a str,
    /// Status at the incident, in words.
    pub status: &'a str,
    /// The class of that status, in words: how a membership ended is not for everybody to read.
    pub class: &'a str,
    /// Confirmed by notice or not, in words.
    pub cohort: &'a str,
    /// Day of the consent to be joined.
    pub consent: Option<Date>,
    /// Last safe day to issue.
    pub limitation: Option<Date>,
    /// The day on which the line is read.
    pub today: Date,
}

/// One line of a register: what it says, by field; what is empty is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The number, from 1.
    pub number: u32,
    /// The cipher that stands for the name in public; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub cipher: String,
    /// The class of the status, which stands for it in public; empty in a line that was sealed before there was one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub class: String,
    /// The values.
    pub values: BTreeMap<Field, String>,
}

impl Entry {
    /// The line of one claimant.
    pub fn new(facts: &Facts<'_>) -> Self {
        let Facts { place, claimant, form, .. } = facts;
        let identity = &claimant.identity;
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let mut entry = Self {
            number: place.number,
            cipher: place.cipher.trim().to_owned(),
            class: facts.class.to_owned(),
            values: BTreeMap::new(),
        };
        for field in Field::ALL {
            let value = match field {
                Field::Number => place.number.to_string(),
                Field::ClaimForm => place.claim_form.to_string(),
                Field::Name => party(identity, facts.today),
                Field::Forenames => identity.forenames.clone(),
                Field::Surname => identity.surname.clone(),
                Field::Firm => facts.firm.to_owned(),
                Field::Reference => place.claimant.map(|number| number.to_string()).unwrap_or_default(),
                Field::Status => facts.status.to_owned(),
                Field::Cohort => facts.cohort.to_owned(),
                Field::Consent => day(facts.consent),
                Field::ClaimNumber => form.map(|form| form.claim_number.clone()).unwrap_or_default(),
                Field::Issued => day(form.and_then(|form| form.issued)),
                Field::Entered => day(place.entered),
                Field::Ended => day(place.ended),
                Field::Issues if place.issues.trim().is_empty() => facts.issues.to_owned(),
                Field::Issues => place.issues.clone(),
                Field::Heads => heads(claimant),
                Field::ValueBand => place.value_band.clone(),
                Field::SpecialFeatures => place.special_features.clone(),
                Field::Address => address(claimant),
                Field::Postcode => postcode(claimant),
                Field::DateOfBirth => day(identity.date_of_birth),
                Field::Capacity => capacity(identity.capacity).to_owned(),
                Field::ActedForBy => identity.acted_for_by.clone(),
                Field::Email => {
                    claimant.contact.emails.first().map(|email| email.address.clone()).unwrap_or_default()
                }
                Field::Phone => {
                    let phones = [&claimant.contact.mobile, &claimant.contact.landline];
                    phones.into_iter().find(|phone| !phone.trim().is_empty()).cloned().unwrap_or_default()
                }
                Field::Limitation => day(facts.limitation),
                Field::EndReason => place.end_reason.clone(),
            };
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            if !value.is_empty() {
                entry.values.insert(*field, value);
            }
        }
        entry
    }

    /// What an audience is shown of a field; a cipher stands for every part of the name in public, and nothing beside it leads
    /// back to the name.
    pub fn shown(&self, field: Field, audience: Audience) -> &str {
        if !field.is_for(audience) {
            return "";
        }
        let hidden = audience == Audience::Public && !self.cipher.is_empty();
        let value = self.values.get(&field).map_or("", String::as_str);
        match field {
            Field::Name | Field::Surname if hidden => &self.cipher,
            // The reference stands beside the name in other papers, so it would tell whose cipher this is.
            Field::Forenames | Field::Reference if hidden => "",
            Field::Status if audience == Audience::Public && !self.class.is_empty() => &self.class,
            // How somebody left, such as "Former member (expelled)", is not for everybody.
            Field::Status if audience == Audience::Public => value.split(" (").next().unwrap_or_default(),
            _ => value,
        }
    }

    /// Whether the claimant has left.
    pub fn is_ended(&self) -> bool {
        self.values.contains_key(&Field::Ended)
    }
}

/// The name as a party has it in the title of proceedings: a child by the litigation friend (CPR 21).
pub(crate) fn party(identity: &Identity, today: Date) -> String {
    let (name, friend) = (identity.full_name(), identity.acted_for_by.trim());
    let child = identity.date_of_birth.is_some_and(|born| after(born, 18 * 12, 0) > today);
    match identity.capacity {
        Some(Capacity::LitigationFriend) if child && friend.is_empty() => format!("{name} (a child)"),
        Some(Capacity::LitigationFriend) if child => {
            format!("{name} (a child, by the litigation friend {friend})")
        }
        _ if child => format!("{name} (a child)"),
        _ => name,
    }
}

/// Material and non-material damage (UK GDPR art. 82; DPA 2018 s.168), as far as the record names any.
fn heads(claimant: &Claimant) -> String {
    let consequence = &claimant.consequence;
    let material = !claimant.losses.is_empty() || !claimant.time_spent.is_empty();
    let words = [&consequence.own_words, &consequence.fear].iter().any(|words| !words.trim().is_empty());
    let other = consequence.no_distress != Some(YesNo::Yes) && (words || !consequence.descriptors.is_empty());
    match (material, other) {
        (true, true) => "Material damage; non-material damage".to_owned(),
        (true, false) => "Material damage".to_owned(),
        (false, true) => "Non-material damage".to_owned(),
        (false, false) => String::new(),
    }
}

fn address(claimant: &Claimant) -> String {
    if claimant.contact.withhold_address {
        return "Withheld: ask the solicitor".to_owned();
    }
    let now = claimant.contact.addresses.iter().find(|address| address.used == AddressUse::Now);
    let Some(address) = now else { return String::new() };
    let lines = address.lines.iter().chain([&address.country]);
    let lines: Vec<&str> = lines.map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    lines.join(", ")
}

fn postcode(claimant: &Claimant) -> String {
    let now = claimant.contact.addresses.iter().find(|address| address.used == AddressUse::Now);
    let shown = now.filter(|_| !claimant.contact.withhold_address);
    shown.map(|address| address.postcode.clone()).unwrap_or_default()
}

fn capacity(capacity: Option<Capacity>) -> &'static str {
    match capacity {
        None => "",
        Some(Capacity::Own) => "Own claim",
        Some(Capacity::LitigationFriend) => "By a litigation friend",
        Some(Capacity::PersonalRepresentative) => "Personal representative",
        Some(Capacity::Attorney) => "By an attorney",
    }
}
