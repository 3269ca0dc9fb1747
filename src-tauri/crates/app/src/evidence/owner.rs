//! Whose an item may be.

use joinder_domain::id::ClaimantNumber;
use joinder_store::claimant::{EmailKeys, find_by_email, rows};
use joinder_store::evidence::Evidence;
use joinder_store::{Error, Reader};

use super::item::{Suggestion, kept, recipients};
use super::name::named;

/// The one claimant at whose address the item was received; `None` when there is none, or more than one, since a
/// shared mailbox does not say whose notice it is (`situations.md` 41).
pub(super) fn owner(reader: &Reader<'_>, item: &Evidence) -> Result<Option<ClaimantNumber>, Error> {
    let mut found: Vec<ClaimantNumber> = Vec::new();
    for address in recipients(&kept(item).candidates) {
        let Some(keys) = EmailKeys::of(&address) else { continue };
        found.extend(
            find_by_email(reader, &keys)?.into_iter().filter(|(_, exact)| *exact).map(|(number, _)| number),
        );
    }
    found.sort_unstable();
    found.dedup();
    Ok(match found.as_slice() {
        [only] => Some(*only),
        _ => None,
    })
}

/// Everybody whose the item may be, with the reason; the likeliest first.
pub(super) fn suggestions(reader: &Reader<'_>, item: &Evidence) -> Result<Vec<Suggestion>, Error> {
    let kept = kept(item);
    let mut found: Vec<(ClaimantNumber, String)> = Vec::new();
    for address in recipients(&kept.candidates) {
        look(reader, &address, "It was sent to", &mut found)?;
    }
    look(reader, &item.sender, "It was passed on from", &mut found)?;
    for address in &kept.addresses {
        look(reader, address, "Its text names", &mut found)?;
    }
    if found.is_empty() {
        found = named(reader, &item.name)?;
        found.sort_by_key(|(number, _)| *number);
        found.dedup_by_key(|(number, _)| *number);
    }
    let numbers: Vec<ClaimantNumber> = found.iter().map(|(number, _)| *number).collect();
    let known = rows(reader, &numbers)?;
    let name = |number: ClaimantNumber| {
        known.iter().find(|row| row.number == number).map(|row| row.name.clone()).unwrap_or_default()
    };
    Ok(found
        .into_iter()
        .filter(|(number, _)| known.iter().any(|row| row.number == *number))
        .map(|(number, why)| Suggestion { number: number.0, name: name(number), why, tier: None })
        .collect())
}

fn look(
    reader: &Reader<'_>,
    address: &str,
    how: &str,
    found: &mut Vec<(ClaimantNumber, String)>,
) -> Result<(), Error> {
    let Some(keys) = EmailKeys::of(address) else { return Ok(()) };
    for (number, exact) in find_by_email(reader, &keys)? {
        if found.iter().all(|(known, _)| *known != number) {
            let whose = if exact {
                "an address of this claimant"
            } else {
                "another form of this claimant’s address"
            };
            found.push((number, format!("{how} {address}, {whose}.")));
        }
    }
    Ok(())
}
