//! The people of the sample, as `people.toml` has them.

use jiff::Timestamp;
use serde::Deserialize;

/// One person: the fields are the columns of `claimants.csv`, as the person would write them.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub struct Person {
    pub reference: String,
    /// Which situation the person shows.
    pub about: String,
    pub title: String,
    pub forenames: String,
    pub surname: String,
    pub preferred_name: String,
    pub other_names: String,
    pub date_of_birth: String,
    pub emails: String,
    pub mobile: String,
    pub landline: String,
    pub address: String,
    pub postcode: String,
    pub country: String,
    pub earlier_address: String,
    pub earlier_postcode: String,
    pub nation_at_incident: String,
    pub status_now: String,
    pub roles: String,
    pub notice_received: String,
    pub notice_channel: String,
    pub notice_received_at: String,
    pub notice_seen: String,
    pub notice_still_held: String,
    pub notice_in_spam: String,
    pub earlier_notice: String,
    pub own_words: String,
    pub other_firm: String,
    pub other_firm_name: String,
    pub language: String,
    pub withhold_address: String,
    pub episode: Vec<Episode>,
    pub evidence: Vec<Evidence>,
}

/// One spell of a relationship with the party.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub struct Episode {
    pub kind: String,
    pub start: String,
    pub end: String,
    pub ending: String,
    pub payment: String,
    pub last_payment: String,
    pub reminder: String,
    pub suspended: String,
    pub membership_number: String,
    pub local_party: String,
    pub union: String,
    pub levy: String,
}

/// One file that the person sends in.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub struct Evidence {
    /// The mail system or program that made the file, or the kind of paper or picture.
    pub shape: String,
    /// What the mail says: "" is the notice.
    pub letter: String,
    /// What happened to it afterwards: "" is nothing.
    pub change: String,
    /// When it was sent; "" draws a moment of the afternoon of 3 November 2021.
    pub sent: String,
    /// The name that the sender had for the person, when it is not the full name.
    pub name: Option<String>,
    /// The address it was sent to, when it is not the person's first.
    pub to: String,
    /// The mailbox that it ended in, when that is not the address it was sent to.
    pub delivered_to: String,
    /// The address of somebody else whose copy it is.
    pub addressed_to: String,
    /// That other person's name.
    pub addressed_as: String,
    /// The selector of the DKIM key, when it is not the usual one.
    pub selector: String,
    /// Tells two drawn moments of one person apart.
    pub number: u32,
}

/// Every person, in the order of the references.
pub fn people() -> Vec<Person> {
    #[derive(Deserialize)]
    struct People {
        person: Vec<Person>,
    }
    let people: People = toml::from_str(include_str!("people.toml")).expect("people.toml can be read");
    people.person
}

impl Person {
    /// Forenames and surname.
    pub fn full_name(&self) -> String {
        format!("{} {}", self.forenames, self.surname).trim().to_owned()
    }

    /// The first email address.
    pub fn first_email(&self) -> &str {
        self.emails.split(';').next().unwrap_or_default().trim()
    }
}

impl Evidence {
    /// The moment of sending, in UTC.
    pub fn sent_at(&self, seed: &super::seed::Seed) -> Timestamp {
        if self.sent.is_empty() {
            let first: Timestamp = "2021-11-03T14:52:00Z".parse().expect("a moment");
            let after = seed.below(&format!("sent {}", self.number), 9_000);
            first + jiff::SignedDuration::from_secs(i64::from(after))
        } else {
            self.sent.parse().unwrap_or_else(|_| panic!("people.toml: \"{}\" is no moment", self.sent))
        }
    }
}
