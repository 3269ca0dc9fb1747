//! The people as a spreadsheet: `claimants.csv`.

use super::person::{Episode, Person};

/// Headings of the columns that are about the person.
const PERSON: [&str; 30] = [
    "reference",
    "title",
    "forenames",
    "surname",
    "preferred name",
    "other names",
    "date of birth",
    "emails",
    "mobile",
    "landline",
    "address",
    "postcode",
    "country",
    "earlier address",
    "earlier postcode",
    "nation at incident",
    "status now",
    "roles",
    "notice received",
    "notice channel",
    "notice received at",
    "notice seen",
    "notice still held",
    "notice in spam",
    "earlier notice",
    "own words",
    "other firm",
    "other firm name",
    "language",
    "withhold address",
];
/// Where the columns of the episodes come: after the nation.
const EPISODES_AT: usize = 16;
const EPISODE: [&str; 12] = [
    "kind",
    "start",
    "end",
    "ending",
    "payment",
    "last payment",
    "reminder",
    "suspended",
    "membership number",
    "local party",
    "union",
    "levy",
];
const EPISODES: usize = 3;

/// The table with its heading.
pub fn claimants(people: &[Person]) -> Vec<u8> {
    let episodes = (1..=EPISODES).flat_map(|n| EPISODE.map(|field| format!("episode {n} {field}")));
    let (before, after) = PERSON.split_at(EPISODES_AT);
    let heading =
        before.iter().map(ToString::to_string).chain(episodes).chain(after.iter().map(ToString::to_string));
    written(std::iter::once(heading.collect()).chain(people.iter().map(row)))
}

/// Rows of text as CSV with line feeds.
pub fn written(rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut csv = csv::Writer::from_writer(Vec::new());
    for row in rows {
        csv.write_record(row).expect("a row has as many cells as the heading");
    }
    csv.into_inner().expect("memory takes every byte")
}

fn row(person: &Person) -> Vec<String> {
    assert!(person.episode.len() <= EPISODES, "{} has too many episodes", person.reference);
    let p = person;
    let cells = [
        &p.reference,
        &p.title,
        &p.forenames,
        &p.surname,
        &p.preferred_name,
        &p.other_names,
        &p.date_of_birth,
        &p.emails,
        &p.mobile,
        &p.landline,
        &p.address,
        &p.postcode,
        &p.country,
        &p.earlier_address,
        &p.earlier_postcode,
        &p.nation_at_incident,
        &p.status_now,
        &p.roles,
        &p.notice_received,
        &p.notice_channel,
        &p.notice_received_at,
        &p.notice_seen,
        &p.notice_still_held,
        &p.notice_in_spam,
        &p.earlier_notice,
        &p.own_words,
        &p.other_firm,
        &p.other_firm_name,
        &p.language,
        &p.withhold_address,
    ];
    let (before, after) = cells.split_at(EPISODES_AT);
    let none = Episode::default();
    let episodes = (0..EPISODES).flat_map(|n| episode(person.episode.get(n).unwrap_or(&none)));
    before
        .iter()
        .map(ToString::to_string)
        .chain(episodes)
        .chain(after.iter().map(ToString::to_string))
        .collect()
}

fn episode(e: &Episode) -> [String; 12] {
    [
        &e.kind,
        &e.start,
        &e.end,
        &e.ending,
        &e.payment,
        &e.last_payment,
        &e.reminder,
        &e.suspended,
        &e.membership_number,
        &e.local_party,
        &e.union,
        &e.levy,
    ]
    .map(Clone::clone)
}
