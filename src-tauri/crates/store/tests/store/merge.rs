//! Records that became one, and where the facts of each are since.

use joinder_domain::id::ClaimantNumber;
use joinder_store::claimant::{Query, get, how_many, ids, missing_counts, page, total};
use joinder_store::merge::{self, NewMerge, holder};
use joinder_store::work::{self, Work};
use joinder_store::{Matter, Op, Result};

use crate::stage::*;

fn into(matter: &Matter, kept: u32, lost: u32) -> Result<u32> {
    let (kept, lost) = (ClaimantNumber(kept), ClaimantNumber(lost));
    let merged = matter.write(Op("claimant.merge"), &matter.actor(), later(1), |tx| {
        let stored = |number| get(tx, number).map(|stored| stored.unwrap());
        let (one, other) = (stored(kept)?, stored(lost)?);
        let merged = one.claimant.clone();
        let new = NewMerge {
            kept: (kept, one.version),
            lost: (lost, other.version),
            merged,
            reason: "one person".to_owned(),
        };
        merge::merge(tx, &new)
    })?;
    Ok(merged.output)
}

fn held_by(matter: &Matter, number: u32) -> u32 {
    matter.read(|reader| holder(reader, ClaimantNumber(number))).unwrap().0
}

#[test]
fn facts_are_found_through_as_many_merges_as_there_were() {
    let Stage { matter, .. } = &stage();
    for (id, name) in (1..).zip(["Kelly", "O'Brien", "O'Brien-Kelly"]) {
        add(matter, id, &named("Siobhan", name));
    }
    let inner = into(matter, 2, 3).unwrap();
    let outer = into(matter, 1, 2).unwrap();
    assert_eq!([1, 2, 3].map(|number| held_by(matter, number)), [1, 1, 1]);
    for id in [outer, inner] {
        matter
            .write(Op("claimant.unmerge"), &matter.actor(), later(2), |tx| {
                merge::unmerge(tx, id, "two people")
            })
            .unwrap();
    }
    assert_eq!([1, 2, 3].map(|number| held_by(matter, number)), [1, 2, 3]);
}

#[test]
fn a_list_and_its_counts_leave_out_the_same_record() {
    let Stage { matter, .. } = &stage();
    add(matter, 1, &sian());
    add(matter, 2, &olena());
    let tagged = Work { tags: ["called".to_owned()].into(), ..Work::default() };
    matter
        .write(Op("work.apply"), &matter.actor(), later(1), |tx| work::put(tx, ClaimantNumber(2), &tagged))
        .unwrap();
    into(matter, 1, 2).unwrap();
    let query = Query::default();
    let (all, paged, many, every, tags, lacking) = matter
        .read(|reader| {
            Ok::<_, joinder_store::Error>((
                ids(reader, &query)?,
                page(reader, &query, None, 50)?,
                how_many(reader, &query)?,
                total(reader)?,
                work::tag_counts(reader)?,
                missing_counts(reader)?,
            ))
        })
        .unwrap();
    assert_eq!(
        (all.as_slice(), paged.as_slice()),
        ([ClaimantNumber(1)].as_slice(), [ClaimantNumber(1)].as_slice())
    );
    assert_eq!((many, every), (1, 1));
    assert_eq!(tags, [("called".to_owned(), 1)], "it is carried over to the record that is found");
    assert!(lacking.iter().all(|(_, count)| *count <= 1), "{lacking:?}");
}
