//! Who the claimant is (`intake.md` 3.1 A).

use super::super::ClaimBundle;
use super::super::answer::{self, Row, row};
use super::{heading, lines, words};
use crate::bundle::{Block, Text, plain};
use crate::claimant::{Identity, OtherName};
use crate::date::PartialDate;
use crate::date::show::long;

pub(super) fn blocks(input: &ClaimBundle<'_>) -> Vec<Block> {
    let identity = &input.claimant.identity;
    let mut rows: Vec<Row> = vec![row("Reference", plain(input.reference()))];
    if input.public_cipher().is_empty() {
        rows.extend([
            row("Title", answer::text(&identity.title)),
            row("Forenames", answer::text(&identity.forenames)),
            row("Surname", answer::text(&identity.surname)),
            row("Preferred name", answer::text(&identity.preferred_name)),
        ]);
    }
    // Even the word "withheld" would tell that there is a former name.
    if !identity.protect_former_names {
        rows.push(row("Other names", other_names(identity)));
    }
    rows.push(row("Date of birth", answer::one(identity.date_of_birth.map(long).as_deref())));
    rows.push(row("The claim is made", answer::one(identity.capacity.map(words::capacity))));
    if !identity.acted_for_by.trim().is_empty() {
        rows.push(row("Acted for by", plain(identity.acted_for_by.as_str())));
    }
    if let Some(died) = &identity.died {
        rows.push(row("Died", answer::date(Some(died))));
    }
    vec![heading(2, "Identity"), Block::KeyValues(rows)]
}

fn other_names(identity: &Identity) -> Text {
    if identity.other_names.is_empty() {
        return answer::one(identity.no_other_names.then_some(words::NONE));
    }
    let names: Vec<String> = identity.other_names.iter().map(other_name).collect();
    lines(&names)
}

fn other_name(other: &OtherName) -> String {
    let used = match (&other.from, &other.to) {
        (None, None) => String::new(),
        (Some(from), None) => format!(", used from: {}", answer::date_words(from)),
        (None, Some(to)) => format!(", used until: {}", answer::date_words(to)),
        (Some(from), Some(to)) => format!(", used: {} to {}", from.short(), PartialDate::short(to)),
    };
    format!("{} ({}){used}", other.name, words::name_kind(other.kind))
}
