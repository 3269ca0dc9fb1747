//! Who sent what to whom, when.

use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp, ZonedDateTime};

use super::dkim::SELECTOR;
use super::letter::{self, Letter};
use crate::sample::person::{Evidence, Person};
use crate::sample::seed::Seed;

/// Who sent what to whom, when.
pub struct Envelope<'a> {
    /// What is said.
    pub letter: &'static Letter,
    /// Name that the sender had for the recipient; may be empty.
    pub to_name: String,
    /// Address of the To header.
    pub to: String,
    /// Mailbox in which it ended.
    pub delivered_to: String,
    /// The moment of the Date header.
    pub sent: Timestamp,
    /// Selector of the key that signs.
    pub selector: String,
    /// Who sends the file in.
    pub person: &'a Person,
    /// For whatever else is drawn.
    pub seed: Seed,
}

impl<'a> Envelope<'a> {
    /// The mail of `evidence`.
    pub fn new(person: &'a Person, evidence: &Evidence, seed: &Seed) -> Self {
        let or = |given: &str, otherwise: &str| if given.is_empty() { otherwise } else { given }.to_owned();
        let somebody_else = !evidence.addressed_to.is_empty();
        let to = if somebody_else {
            evidence.addressed_to.clone()
        } else {
            or(&evidence.to, person.first_email())
        };
        let name = if somebody_else { Some(evidence.addressed_as.clone()) } else { evidence.name.clone() };
        let sent = match evidence.letter.as_str() {
            "" => evidence.sent_at(seed),
            "earlier-incident" => moment("2020-08-17T10:30:12Z"),
            "other-party" => moment("2022-05-12T13:05:44Z"),
            "phish" => moment("2022-01-18T21:14:03Z"),
            _ => moment("2022-04-02T03:33:33Z"),
        };
        Self {
            letter: letter::letter(&evidence.letter),
            to_name: name.unwrap_or_else(|| person.full_name()),
            delivered_to: or(&evidence.delivered_to, &to),
            to,
            sent,
            selector: or(&evidence.selector, SELECTOR),
            person,
            seed: seed.clone(),
        }
    }

    /// The moment of sending and `seconds`, at `hours` from UTC.
    pub fn at(&self, seconds: i64, hours: i8) -> ZonedDateTime {
        (self.sent + SignedDuration::from_secs(seconds))
            .to_zoned_datetime(TimeZone::fixed(Offset::constant(hours)))
    }

    /// That moment as mail systems write it: `Wed, 3 Nov 2021 15:12:34 +0000`.
    pub fn stamp(&self, seconds: i64, hours: i8) -> String {
        self.at(seconds, hours).strftime("%a, %-d %b %Y %H:%M:%S %z").to_string()
    }

    /// Where failures to deliver are to go.
    pub fn bounce(&self) -> String {
        format!("bounce-{}@{}", self.seed.word("bounce", 10), self.signer())
    }

    /// The domain that signs, or that of the sending host.
    pub fn signer(&self) -> &'static str {
        if self.letter.signed_by.is_empty() {
            self.letter.host.split_once('.').map_or(self.letter.host, |(_, domain)| domain)
        } else {
            self.letter.signed_by
        }
    }

    /// The domain of the sender's address.
    pub fn sender_domain(&self) -> &'static str {
        self.letter.from.1.split_once('@').map_or("", |(_, domain)| domain)
    }

    /// When the person passes the file on to the firm: some day in the spring of 2026.
    pub fn passed_on(&self) -> ZonedDateTime {
        let after = self.seed.below("passed on", 60 * 86_400);
        (moment("2026-03-02T09:00:00Z") + SignedDuration::from_secs(i64::from(after)))
            .to_zoned_datetime(TimeZone::fixed(Offset::UTC))
    }
}

fn moment(text: &str) -> Timestamp {
    text.parse().expect("a moment")
}
