//! A message, print or picture in an item as one copy of the notice among many.

use jiff::{Timestamp, ZonedDateTime};
use joinder_domain::consensus::{Copy, CopySignature};
use joinder_domain::notice::{AddressHeader, NoticeFacts, grade, without_prefixes};
use joinder_domain::profile::Profile;
use joinder_evidence::{BodyHash, Message, Provider, organisation};
use serde::{Deserialize, Serialize};

use crate::clock::uk;

/// What is kept of a message for comparing it with other copies, beside the facts that grade it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CopyFacts {
    /// Where it stands: `0` for the file itself or its own message, else the part that holds it.
    pub place: String,
    /// Message-ID without angle brackets.
    pub message_id: String,
    /// When it was sent, seconds since 1970.
    pub sent: Option<i64>,
    /// Its DKIM signatures.
    pub signatures: Vec<CopySignature>,
    /// Names of its recipients, as headers give them.
    pub names: Vec<String>,
    /// The organisation whose server took it in.
    pub house: String,
}

impl CopyFacts {
    pub(super) fn of(message: &Message) -> Self {
        let named = message.to.iter().filter_map(|to| to.name.clone());
        let signatures = message.dkim.iter().map(|one| CopySignature {
            domain: one.domain.clone(),
            selector: one.selector.clone(),
            value: one.signature.clone(),
            body_matches: matches!(one.body_hash, BodyHash::Match { .. }),
            key_matches: false,
        });
        Self {
            place: message.path.to_string(),
            message_id: message.message_id.clone().unwrap_or_default(),
            sent: message.date.as_ref().and_then(|date| date.seconds),
            signatures: signatures.collect(),
            names: named.filter(|name| !name.contains('@')).collect(),
            house: message.judge_path().taken_in_by.unwrap_or_default(),
        }
    }
}

/// The copy that `facts` are of; `None` when it is not the notice.
///
/// How strong it is does not depend on whose it is: it is graded as the proof of whoever owns its recipient's address.
pub(crate) fn copy(
    id: &str,
    person: Option<u32>,
    facts: &NoticeFacts,
    more: &CopyFacts,
    profile: &Profile,
) -> Option<Copy> {
    let facts = NoticeFacts { differs_from_consensus: false, ..facts.clone() };
    let all: Vec<&str> = facts.recipients.iter().map(|one| one.address.as_str()).collect();
    let own: Vec<&str> =
        all.iter().copied().chain([facts.visible_recipient.as_str()]).filter(|a| !a.is_empty()).collect();
    let grade = grade(&facts, &own, &profile.notice);
    if !grade.is_notice() {
        return None;
    }
    let recipients = recipients(&facts);
    Some(Copy {
        id: format!("{id}/{}", more.place),
        form: facts.shape,
        tier: grade.tier,
        person,
        names: more.names.clone(),
        sender_domain: facts.from_domain,
        subject: without_prefixes(&facts.subject).to_owned(),
        body: facts.body,
        sent: more.sent.and_then(in_uk),
        message_id: more.message_id.clone(),
        signatures: more.signatures.clone(),
        provider: provider(&recipients, &more.house),
        recipients,
    })
}

/// The addresses that a mail system delivered to, or else those that it was written to: a list that many share names nobody.
fn recipients(facts: &NoticeFacts) -> Vec<String> {
    let written =
        |header: AddressHeader| matches!(header, AddressHeader::To | AddressHeader::Cc | AddressHeader::Bcc);
    let of = |wanted: bool| {
        let found = facts.recipients.iter().filter(|one| written(one.header) == wanted);
        found.map(|one| one.address.to_lowercase()).collect::<Vec<_>>()
    };
    let mut found = of(false);
    if found.is_empty() {
        found = of(true);
    }
    if found.is_empty() && facts.visible_recipient.contains('@') {
        found.push(facts.visible_recipient.to_lowercase());
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn provider(recipients: &[String], house: &str) -> String {
    let domains =
        || recipients.iter().filter_map(|address| address.rsplit_once('@')).map(|(_, domain)| domain);
    let known = domains().find_map(Provider::of_domain).or_else(|| Provider::of_server(house));
    match known {
        Some(provider) => provider.name.to_owned(),
        None => domains().next().map(organisation).unwrap_or_else(|| house.to_owned()),
    }
}

fn in_uk(seconds: i64) -> Option<jiff::civil::DateTime> {
    let at = Timestamp::from_second(seconds).ok()?;
    Some(ZonedDateTime::new(at, uk()).datetime())
}
