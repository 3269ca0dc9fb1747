//! Who acts for whom: in which capacity a claim is made, who gave authority, and what has to be settled first.

use jiff::civil::Date;

use super::desk::Desk;
use super::fill::{Filled, name};
use super::{Client, LetterInput};
use crate::claimant::{Capacity, Claimant, Consent};
use crate::code::Code;
use crate::date::show::long;
use crate::limitation::after;

/// The consent that lets the firm ask on a claimant's behalf.
pub(super) const AUTHORITY: &str = "authority-to-act";
const MAJORITY_MONTHS: i32 = 18 * 12;

/// The claimant as a letter names a party: a child by the litigation friend, an estate by its representative (CPR 21; law.md
/// 2.6). Where somebody acts and nobody said who, that is missing.
pub(super) fn styled(client: &Client<'_>, dated: Date) -> Filled {
    let identity = &client.claimant.identity;
    let field = |field: &str| format!("identity.{field}");
    let missing = |field: String, what: &str| Filled::Missing {
        number: Some(client.number),
        field,
        what: what.to_owned(),
    };
    let name = identity.full_name();
    if name.is_empty() {
        return missing("identity".to_owned(), "the claimant’s name");
    }
    let other = identity.acted_for_by.trim();
    let words = match identity.capacity {
        None | Some(Capacity::Own) => {
            return Filled::Fact { number: client.number, field: "identity".to_owned(), words: name };
        }
        Some(_) if other.is_empty() => {
            let what = format!("the name of whoever acts for {name}");
            return missing(field("acted_for_by"), &what);
        }
        Some(Capacity::LitigationFriend) if is_child(client.claimant, dated) => {
            format!("{name}, a child, by the litigation friend {other}")
        }
        Some(Capacity::LitigationFriend) => format!("{name}, by the litigation friend {other}"),
        Some(Capacity::PersonalRepresentative) => {
            format!("{other}, personal representative of the estate of {name}")
        }
        Some(Capacity::Attorney) => format!("{name}, by the attorney {other}"),
    };
    Filled::Fact { number: client.number, field: field("capacity"), words }
}

/// The same as words only, for a schedule; the number where no name was given.
pub(super) fn styled_words(client: &Client<'_>, dated: Date) -> String {
    match styled(client, dated) {
        Filled::Fact { words, .. } => words,
        _ => name(client.claimant, client.number),
    }
}

/// Who gave authority: the claimant, or whoever acts for the claimant.
pub(super) fn giver(client: &Client<'_>) -> Filled {
    let identity = &client.claimant.identity;
    let acts = !matches!(identity.capacity, None | Some(Capacity::Own));
    let (field, what, words) = if acts {
        (
            "identity.acted_for_by",
            "the name of whoever acts for the claimant",
            identity.acted_for_by.trim().to_owned(),
        )
    } else {
        ("identity", "the claimant’s name", identity.full_name())
    };
    if words.is_empty() {
        return Filled::Missing {
            number: Some(client.number),
            field: field.to_owned(),
            what: what.to_owned(),
        };
    }
    Filled::Fact { number: client.number, field: field.to_owned(), words }
}

/// When authority was given; the last word counts, so one that was withdrawn is a gap.
pub(super) fn authority(input: &LetterInput<'_>, client: &Client<'_>) -> Filled {
    match given(client.claimant, AUTHORITY) {
        Some((at, said)) => Filled::Fact {
            number: client.number,
            field: format!("consents[{at}]"),
            words: long(input.zone.to_datetime(said.at).date()),
        },
        None => Filled::Missing {
            number: Some(client.number),
            field: "consents".to_owned(),
            what: "the day on which the claimant gave authority to act; none is recorded".to_owned(),
        },
    }
}

/// The consent of a kind that stands, and where it is.
pub(super) fn given<'a>(claimant: &'a Claimant, kind: &str) -> Option<(usize, &'a Consent)> {
    let spoken = claimant.consents.iter().enumerate().filter(|(_, said)| said.kind.as_str() == kind);
    let (at, last) = spoken.max_by_key(|(_, said)| said.at)?;
    last.given.then_some((at, last))
}

/// Under eighteen on a day; not known is no.
fn is_child(claimant: &Claimant, day: Date) -> bool {
    claimant.identity.date_of_birth.is_some_and(|born| after(born, MAJORITY_MONTHS, 0) > day)
}

/// Marks as a gap whatever keeps the letter from going out for a claimant; gives for how many it is so.
///
/// Nobody is left out by the program: a person takes them out, or settles it, and until then the letter is a draft.
pub(super) fn settle(desk: &mut Desk<'_>) -> usize {
    let (text, dated) = (desk.input.text, desk.input.dated);
    let mut needs: Vec<&str> = text.needs.iter().map(Code::as_str).collect();
    // A profile that was made before letters named what they need.
    if text.group && needs.is_empty() {
        needs.push(AUTHORITY);
    }
    let mut kept_back = 0;
    for client in desk.input.clients {
        let mut lacks: Vec<(&str, String)> = Vec::new();
        for kind in needs.iter().filter(|kind| given(client.claimant, kind).is_none()) {
            let title = desk.input.profile.consents.iter().find(|consent| consent.code.as_str() == *kind);
            let title = title.map_or(*kind, |consent| consent.title.as_str());
            lacks.push(("consents", format!("the consent “{title}”; none is recorded that stands")));
        }
        let friend = client.claimant.identity.capacity == Some(Capacity::LitigationFriend);
        if text.group && !friend && is_child(client.claimant, dated) {
            lacks.push((
                "identity.capacity",
                "a litigation friend: the claimant is under eighteen".to_owned(),
            ));
        }
        for doubt in client.doubts {
            lacks.push(("classification", format!("a person’s decision: {doubt}")));
        }
        kept_back += usize::from(!lacks.is_empty());
        for (field, what) in lacks {
            desk.gap(Some(client.number), field, &what);
        }
        if text.group
            && let Filled::Missing { number, field, what } = styled(client, dated)
        {
            desk.gap(number, &field, &what);
        }
    }
    kept_back
}
