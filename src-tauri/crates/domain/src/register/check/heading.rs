//! Which column of a file is which column of the template.

use std::collections::{BTreeMap, BTreeSet};

use super::super::fault::{Fault, FaultCode};
use super::super::mapping::folded;
use super::super::template::{Template, TemplateColumn};

type Places<'t> = BTreeMap<u32, &'t TemplateColumn>;

/// The template's column for each column of the file, and what is wrong with the headings.
pub(super) fn places<'t>(
    template: &'t Template,
    headings: &[(u32, String)],
    row: u32,
) -> (Places<'t>, Vec<Fault>) {
    let mut places = Places::new();
    let mut faults = Vec::new();
    let mut taken = BTreeSet::new();
    let fault = |code, column, heading: &str, found: &str, allowed: Vec<String>| Fault {
        code,
        row,
        column,
        heading: heading.to_owned(),
        found: found.to_owned(),
        allowed,
        other: String::new(),
    };
    for exact in [true, false] {
        for (column, heading) in headings.iter().filter(|(_, heading)| !heading.trim().is_empty()) {
            if places.contains_key(column) {
                continue;
            }
            let same = |wanted: &&TemplateColumn| {
                !taken.contains(&wanted.column)
                    && (if exact {
                        wanted.heading == *heading
                    } else {
                        folded(&wanted.heading) == folded(heading)
                    })
            };
            let Some(wanted) = template.columns.iter().find(same) else { continue };
            taken.insert(wanted.column);
            places.insert(*column, wanted);
            if !exact {
                let allowed = vec![wanted.heading.clone()];
                faults.push(fault(FaultCode::HeadingSpelling, *column, &wanted.heading, heading, allowed));
            }
        }
    }
    // A heading nobody knows, where the template has one that is missing, is that column under another name.
    for (column, heading) in headings {
        if places.contains_key(column) || heading.trim().is_empty() {
            continue;
        }
        let twice = template.columns.iter().any(|known| folded(&known.heading) == folded(heading));
        let here =
            template.columns.iter().find(|known| known.column == *column && !taken.contains(&known.column));
        match here {
            _ if twice => faults.push(fault(FaultCode::HeadingTwice, *column, heading, heading, Vec::new())),
            Some(wanted) => {
                taken.insert(wanted.column);
                places.insert(*column, wanted);
                let allowed = vec![wanted.heading.clone()];
                faults.push(fault(FaultCode::HeadingUnknown, *column, &wanted.heading, heading, allowed));
            }
            None => faults.push(fault(FaultCode::HeadingUnknown, *column, heading, heading, Vec::new())),
        }
    }
    for wanted in template.columns.iter().filter(|wanted| !taken.contains(&wanted.column)) {
        let allowed = vec![wanted.heading.clone()];
        faults.push(fault(FaultCode::HeadingMissing, wanted.column, &wanted.heading, "", allowed));
    }
    for column in out_of_place(&places) {
        if let Some(wanted) = places.get(&column) {
            let allowed = template.columns.iter().map(|column| column.heading.clone()).collect();
            faults.push(fault(FaultCode::HeadingPlace, column, &wanted.heading, &wanted.heading, allowed));
        }
    }
    (places, faults)
}

/// Columns that break the order of the others: all but a longest rising sequence, so that one that is missing or too
/// many does not put all after it out of place.
fn out_of_place(places: &Places<'_>) -> Vec<u32> {
    let order: Vec<(u32, u32)> = places.iter().map(|(column, wanted)| (*column, wanted.column)).collect();
    // Longest rising sequence that ends at each place, with the place before it.
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(order.len());
    for (at, (_, wanted)) in order.iter().enumerate() {
        let before = order.iter().take(at).zip(&best).enumerate();
        let rising = before.filter(|(_, ((_, earlier), _))| earlier < wanted);
        let longest = rising
            .map(|(place, (_, (length, _)))| (*length, place))
            .max_by_key(|(length, place)| (*length, std::cmp::Reverse(*place)));
        best.push(match longest {
            Some((length, place)) => (length + 1, Some(place)),
            None => (1, None),
        });
    }
    let mut kept = BTreeSet::new();
    let mut next =
        (0..best.len()).max_by_key(|at| (best.get(*at).map(|(length, _)| *length), std::cmp::Reverse(*at)));
    while let Some(at) = next {
        kept.insert(at);
        next = best.get(at).and_then(|(_, before)| *before);
    }
    order.iter().enumerate().filter(|(at, _)| !kept.contains(at)).map(|(_, (column, _))| *column).collect()
}
