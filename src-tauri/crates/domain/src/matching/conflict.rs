//! Whether somebody asked about is among the people of a matter, by any name, address or way of reaching them.

use serde::{Deserialize, Serialize};
use strsim::osa_distance;

use super::name::{form, groups};
use crate::claimant::Claimant;
use crate::contact::{Email, Phone};

/// Who is asked about. Blank parts are not looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ConflictAsked"))]
#[serde(default, deny_unknown_fields)]
pub struct Asked {
    /// Name of a person or organisation.
    pub name: String,
    /// Email address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// Address or postcode.
    pub address: String,
}

/// Something in a record that fits what was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ConflictHit"))]
pub struct Hit {
    /// Path of the field, such as `identity.other_names`.
    pub field: String,
    /// What stands there.
    pub found: String,
    /// It is the same, not only alike.
    pub exact: bool,
}

impl Asked {
    /// Whether nothing is asked.
    pub fn is_blank(&self) -> bool {
        [&self.name, &self.email, &self.phone, &self.address].iter().all(|part| part.trim().is_empty())
    }

    /// What of a record fits.
    pub fn hits(&self, claimant: &Claimant) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (field, name) in names(claimant) {
            if let Some(exact) = same_name(&self.name, &name) {
                hits.push(Hit { field: field.to_owned(), found: name, exact });
            }
        }
        let contact = &claimant.contact;
        let asked = Email::parse(&self.email).ok();
        for email in &contact.emails {
            if let (Some(asked), Ok(email)) = (&asked, Email::parse(&email.address))
                && asked.mailbox_key() == email.mailbox_key()
            {
                let exact = asked.caseless_key() == email.caseless_key();
                hits.push(Hit { field: "contact.emails".to_owned(), found: email.as_given(), exact });
            }
        }
        let asked = Phone::parse(&self.phone).ok();
        for (field, number) in [("contact.mobile", &contact.mobile), ("contact.landline", &contact.landline)]
        {
            if asked.is_some() && Phone::parse(number).ok() == asked {
                hits.push(Hit { field: field.to_owned(), found: number.clone(), exact: true });
            }
        }
        let asked = form(&self.address);
        for place in &contact.addresses {
            let whole = form(&format!("{} {}", place.lines.join(" "), place.postcode));
            let joined = |text: &str| text.replace(' ', "");
            let postcode = form(&place.postcode);
            let exact = !postcode.is_empty() && joined(&asked) == joined(&postcode);
            if !asked.is_empty() && (exact || holds_all(&whole, &asked)) {
                let found = format!("{}, {}", place.lines.join(", "), place.postcode);
                hits.push(Hit {
                    field: "contact.addresses".to_owned(),
                    found,
                    exact: exact || whole == asked,
                });
            }
        }
        hits
    }
}

/// Every name that stands in a record, of the claimant and of others.
fn names(claimant: &Claimant) -> Vec<(&'static str, String)> {
    let identity = &claimant.identity;
    let mut names = vec![("identity.surname", identity.full_name())];
    if !identity.preferred_name.is_empty() {
        names.push(("identity.preferred_name", format!("{} {}", identity.preferred_name, identity.surname)));
    }
    names.extend(identity.other_names.iter().map(|other| ("identity.other_names", other.name.clone())));
    names.push(("identity.acted_for_by", identity.acted_for_by.clone()));
    names.extend(
        claimant.contact.emails.iter().map(|email| ("contact.emails.shared_with", email.shared_with.clone())),
    );
    names.extend(claimant.proceedings.firm.iter().map(|firm| ("proceedings.firm", firm.name.clone())));
    names.push(("proceedings.conflicts", claimant.proceedings.conflicts.clone()));
    names.retain(|(_, name)| !name.trim().is_empty());
    names
}

/// Whether a name fits what was asked, word by word in any order; `true` when it is the same. For screening the people of
/// the firm and other parties too.
pub fn same_name(asked: &str, name: &str) -> Option<bool> {
    let (asked, name) = (form(asked), form(name));
    if asked.is_empty() || name.is_empty() {
        return None;
    }
    if asked == name {
        return Some(true);
    }
    holds_all(&name, &asked).then_some(false)
}

/// Every word that was asked for has its like in a text.
fn holds_all(text: &str, asked: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    asked.split(' ').all(|asked| words.iter().any(|word| alike(asked, word)))
}

fn alike(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    if a.chars().chain(b.chars()).any(|c| c.is_ascii_digit()) {
        return false;
    }
    let related = groups(a).iter().any(|group| *group != 0 && groups(b).contains(group));
    let slips = if a.len().min(b.len()) >= 5 { 1 } else { 0 };
    related || (a.len().abs_diff(b.len()) <= slips && osa_distance(a, b) <= slips)
}
