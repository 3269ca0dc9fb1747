//! Reads the evidence of a record: what an item shows, or how it was graded.

use joinder_domain::check::read_shape;
use joinder_domain::claimant::Claimant;
use joinder_domain::classification::GradedNotice;
use joinder_domain::code::Code;
use joinder_domain::id::EvidenceId;
use joinder_domain::notice::{Grade, GradeKind, NoticeFacts, grade};
use joinder_domain::profile::Profile;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::read::shape_problem;
use super::{EvidenceUsed, in_words, place_id};
use crate::error::Problem;

/// What a record says of evidence.
pub(super) struct Items {
    /// The items: what they show, their grades, or the rows of `joinder show --json`.
    pub rows: Option<Value>,
    /// The grades that `joinder show --json` prints.
    pub graded: Option<Value>,
}

/// Reads and grades the items; every part that does not fit is named.
pub(super) fn read(
    items: Items,
    claimant: &Claimant,
    profile: &Profile,
) -> (Vec<EvidenceUsed>, Vec<Problem>) {
    let printed = items.graded.is_some();
    let (mut used, mut problems) = (Vec::new(), Vec::new());
    for (key, list) in [("graded", items.graded), ("evidence", items.rows)] {
        let list = match list {
            None | Some(Value::Null) => continue,
            Some(Value::Array(list)) => list,
            Some(_) => {
                problems.push(shape_problem(key, "expected a list in square brackets"));
                continue;
            }
        };
        for (at, item) in list.into_iter().enumerate() {
            let place = format!("{key}[{at}]");
            // A row of a stored item says the same as its grade, which stands under "graded".
            if key == "evidence" && printed && item.get("sha256").is_some() {
                continue;
            }
            match one(item, used.len(), &place, claimant, profile) {
                Ok(item) => used.push(item),
                Err(found) => problems.extend(found),
            }
        }
    }
    (used, problems)
}

fn one(
    item: Value,
    at: usize,
    place: &str,
    claimant: &Claimant,
    profile: &Profile,
) -> Result<EvidenceUsed, Vec<Problem>> {
    let Value::Object(mut members) = item else {
        return Err(vec![shape_problem(place, "expected an object in braces")]);
    };
    let name = members.remove("name").and_then(|name| name.as_str().map(str::to_owned));
    let id = members.remove("id").or_else(|| members.remove("evidence")).or_else(|| members.remove("item"));
    let id = match id {
        None => place_id(at),
        Some(id) => shaped::<EvidenceId>(id, &format!("{place}.id"))?,
    };
    let grade = if let Some(grade) = members.remove("grade") {
        if let Some(key) = members.keys().next() {
            return Err(vec![shape_problem(
                &format!("{place}.{key}"),
                "not known here: expected grade, name or id",
            )]);
        }
        shaped::<Graded>(grade, &format!("{place}.grade"))?.grade(profile, place)?
    } else if members.contains_key("sha256") {
        return Err(vec![shape_problem(
            place,
            "the record does not say how the item was graded: expected \"graded\" beside it",
        )]);
    } else if members.contains_key("tier") {
        shaped::<Graded>(Value::Object(members), place)?.grade(profile, place)?
    } else {
        let facts = facts(members, place)?;
        grade(&facts, &own(claimant), &profile.notice)
    };
    Ok(EvidenceUsed {
        name: name.unwrap_or_else(|| place.to_owned()),
        graded: GradedNotice { evidence: id, grade },
    })
}

/// Addresses, and numbers for text messages, that the claimant declared.
fn own(claimant: &Claimant) -> Vec<&str> {
    let contact = &claimant.contact;
    let phones = [contact.mobile.as_str(), contact.landline.as_str()];
    let emails = contact.emails.iter().map(|email| email.address.as_str());
    emails.chain(phones).filter(|address| !address.trim().is_empty()).collect()
}

/// The facts of an item; its recipients may be addresses alone.
fn facts(mut members: Map<String, Value>, place: &str) -> Result<NoticeFacts, Vec<Problem>> {
    if !members.contains_key("shape") {
        return Err(vec![shape_problem(place, "expected \"shape\", such as native-mail, or \"tier\"")]);
    }
    if let Some(Value::Array(recipients)) = members.get_mut("recipients") {
        for recipient in recipients {
            if let Value::String(address) = recipient {
                *recipient = json!({ "header": "to", "address": address });
            }
        }
    }
    shaped(Value::Object(members), place)
}

fn shaped<T: serde::de::DeserializeOwned>(value: Value, place: &str) -> Result<T, Vec<Problem>> {
    let (read, problems) = read_shape(value);
    read.ok_or_else(|| {
        let within = |mut problem: Problem| {
            let dot = if problem.field.is_empty() || problem.field.starts_with('[') { "" } else { "." };
            problem.field = format!("{place}{dot}{}", problem.field);
            problem
        };
        problems.iter().map(in_words).map(within).collect()
    })
}

/// A grade as it is written by hand: the tier is enough.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Graded {
    tier: u8,
    #[serde(default)]
    kind: Option<Kind>,
    #[serde(default)]
    flags: Vec<Code>,
    #[serde(default)]
    reasons: Vec<joinder_domain::notice::Reason>,
    #[serde(default)]
    markers: Vec<joinder_domain::notice::MarkerResult>,
    #[serde(default)]
    score: u32,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Kind {
    Whole(GradeKind),
    Word(String),
}

impl Graded {
    fn grade(self, profile: &Profile, place: &str) -> Result<Grade, Vec<Problem>> {
        let kind = match self.kind {
            Some(Kind::Whole(GradeKind::Wrong(what))) => named(what.as_str(), profile, place)?,
            Some(Kind::Whole(kind)) => kind,
            Some(Kind::Word(word)) => named(&word, profile, place)?,
            None if self.tier == 0 => GradeKind::Unrelated,
            None if self.tier == 1 => GradeKind::Unaddressed,
            None => GradeKind::Genuine,
        };
        if self.tier > 5 {
            return Err(vec![shape_problem(&format!("{place}.tier"), "expected a tier from 0 to 5")]);
        }
        Ok(Grade {
            tier: self.tier,
            kind,
            flags: self.flags,
            reasons: self.reasons,
            markers: self.markers,
            score: self.score,
        })
    }
}

/// What an item turned out to be, by its name.
fn named(word: &str, profile: &Profile, place: &str) -> Result<GradeKind, Vec<Problem>> {
    Ok(match word {
        "genuine" => GradeKind::Genuine,
        "unaddressed" => GradeKind::Unaddressed,
        "third-party" => GradeKind::ThirdParty,
        "unrelated" => GradeKind::Unrelated,
        wrong if profile.wrong_kinds().any(|known| known == wrong) => GradeKind::Wrong(Code::from(wrong)),
        _ => {
            let wrong: Vec<&str> = profile.wrong_kinds().collect();
            let expected =
                format!("expected genuine, unaddressed, third-party, unrelated, {}", wrong.join(", "));
            return Err(vec![shape_problem(&format!("{place}.kind"), &expected)]);
        }
    })
}
