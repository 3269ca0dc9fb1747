//! Who is there twice, and who only looks like it.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

mod crowd;
mod merge;

use std::collections::BTreeSet;

use joinder_domain::matching::{
    Birth, Field, Found, Index, IndexBuilder, Level, Match, NameUse, Particulars, PersonName, Place, Search,
    Stopped, lookup_keys, search,
};

fn person(given: &str, family: &str, born: &str) -> Particulars {
    Particulars {
        names: vec![PersonName { given: given.into(), family: family.into(), used: NameUse::Present }],
        born: Birth::parse(born),
        ..Particulars::default()
    }
}

fn at(mut person: Particulars, line: &str, town: &str, postcode: &str) -> Particulars {
    person.places.push(Place::of_lines(&[line.into(), town.into()], postcode, ""));
    person
}

fn reached(mut person: Particulars, email: &str, phone: &str) -> Particulars {
    person.emails.extend(Some(email.to_owned()).filter(|email| !email.is_empty()));
    person.phones.extend(Some(phone.to_owned()).filter(|phone| !phone.is_empty()));
    person
}

fn index(people: &[Particulars]) -> Index {
    let mut builder = IndexBuilder::default();
    people.iter().for_each(|person| builder.push(person));
    builder.finish()
}

fn found(people: &[Particulars]) -> Found {
    search(&index(people), Search { floor: 0.0, workers: 1, model: None }, &|_, _| true)
        .expect("nobody stops it")
}

fn pair(people: &[Particulars], a: u32, b: u32) -> Match {
    let found = found(people).matches.into_iter().find(|found| (found.a, found.b) == (a, b));
    found.expect("every pair of few is compared")
}

/// The level of one field of a pair.
fn level(of: &Match, field: Field) -> Level {
    of.reasons.iter().find(|reason| reason.field == field).map_or(Level::Missing, |reason| reason.level)
}

#[test]
fn siobhan_who_married_and_moved_is_found_by_what_stayed() {
    let before = reached(
        at(person("Siobhan", "Kelly", "1981-03-04"), "9 Oak Street", "Derby", "DE1 1AA"),
        "siobhan@example.org",
        "07700 900115",
    );
    let mut after = reached(
        at(person("Siobhán", "O'Brien", "1981-03-04"), "22 Ash Way", "Leeds", "LS1 4AP"),
        "Siobhan@example.org",
        "07700 900416",
    );
    let other = person("Gareth", "Pritchard", "1958-02-11");
    let guessed = pair(&[before.clone(), after.clone(), other.clone()], 0, 1);
    assert!(guessed.score > 0.95, "{guessed:?}");
    assert_eq!(level(&guessed, Field::Family), Level::Different);

    after.names.push(PersonName { given: "Siobhan".into(), family: "Kelly".into(), used: NameUse::Other });
    let told = pair(&[before, after, other], 0, 1);
    assert!(told.score > guessed.score);
    assert!(told.reasons.iter().any(|reason| reason.field == Field::Family && reason.other_name));
}

#[test]
fn bill_turner_wrote_his_birthday_the_american_way() {
    let one = reached(person("William", "Turner", "1965-07-08"), "", "07700 900117");
    let other = reached(person("Bill", "Turner", "1965-08-07"), "bill@example.org", "+44 7700 900117");
    let found = pair(&[one, other, person("Ruth", "Baker", "1972-10-20")], 0, 1);
    assert_eq!(level(&found, Field::Given), Level::Variant);
    assert_eq!(level(&found, Field::Born), Level::Swapped);
    assert!(found.score > 0.95, "{found:?}");
}

#[test]
fn names_in_each_others_place_and_in_another_script_meet() {
    let pairs = [
        (person("Chen", "Wei", "1990-06-05"), person("Wei", "Chen", "1990-06-05"), Level::Swapped),
        (
            person("Наталья", "Петрова", "1977-11-02"),
            person("Natalya", "Petrova", "1977-11-02"),
            Level::Exact,
        ),
        (
            person("Mohammed", "Iqbal", "1985-01-30"),
            person("Muhammad", "Iqbal", "1985-01-30"),
            Level::Variant,
        ),
    ];
    for (one, other, given) in pairs {
        let found = pair(&[one, other], 0, 1);
        assert_eq!(level(&found, Field::Given), given, "{found:?}");
    }
}

/// What one household looks like in a file of its neighbours.
fn household(one: Particulars, other: Particulars) -> Match {
    let mut people = vec![one, other];
    people.extend([
        reached(
            at(person("Olga", "Nowak", "1969-12-24"), "3 Sea View", "Hove", "BN3 1AA"),
            "olga@example.org",
            "",
        ),
        reached(
            at(person("Chidi", "Okafor", "1991-02-03"), "31 Park Road", "Luton", "LU1 1AA"),
            "",
            "07700 900120",
        ),
    ]);
    pair(&people, 0, 1)
}

#[test]
fn father_and_son_of_one_name_and_address_are_two() {
    let home = |person| at(person, "12 Heol Fach", "Cardiff", "CF10 1AA");
    let father = reached(home(person("Gareth", "Pritchard", "1958-02-11")), "gareth@example.org", "");
    let son = reached(home(person("Gareth", "Pritchard", "1986-09-30")), "gareth.junior@example.org", "");
    let found = household(father, son);
    assert!(found.score < 0.95, "{found:?}");
    assert!(found.household > 0.05);
}

#[test]
fn twins_with_one_telephone_are_two() {
    let home = |person| reached(at(person, "4 Mill Lane", "Leeds", "LS1 4AP"), "", "07700 900113");
    let found = household(
        home(person("James", "Hussain", "1999-05-05")),
        home(person("Ruth", "Hussain", "1999-05-05")),
    );
    assert!(found.score < 0.95, "{found:?}");
    assert!(found.household > 0.05);
}

#[test]
fn a_couple_with_one_mailbox_are_two() {
    let home = |person| {
        reached(at(person, "7 Elm Road", "York", "YO1 7HH"), "thebakers@example.org", "07700 900114")
    };
    let found =
        household(home(person("Tom", "Baker", "1970-01-09")), home(person("Ruth", "Baker", "1972-10-20")));
    assert!(found.household > 0.9, "{found:?}");
    assert!(found.score < 0.05);
}

#[test]
fn two_john_smiths_with_nothing_else_in_common_are_strangers() {
    let one = at(person("John", "Smith", "1970-05-05"), "3 High Street", "Hull", "HU1 1AA");
    let other = at(person("John", "Smith", "1971-06-16"), "88 Low Road", "Bath", "BA1 1AA");
    let found = pair(&[one, other], 0, 1);
    assert!(found.score < 0.4, "{found:?}");
}

/// Pairs at or above 0.95 that are right, wrong, and missed.
fn counted(people: &[(u32, Particulars)], workers: usize) -> (Found, [usize; 3]) {
    let index = index(&people.iter().map(|(_, person)| person.clone()).collect::<Vec<_>>());
    let found =
        search(&index, Search { floor: 0.5, workers, model: None }, &|_, _| true).expect("nobody stops it");
    let mut truth = BTreeSet::new();
    for (a, (one, _)) in people.iter().enumerate() {
        for (b, (other, _)) in people.iter().enumerate().skip(a + 1) {
            if one == other {
                truth.insert((a as u32, b as u32));
            }
        }
    }
    let sure: Vec<_> = found.matches.iter().filter(|pair| pair.score >= 0.95).collect();
    let right = sure.iter().filter(|pair| truth.contains(&(pair.a, pair.b))).count();
    let counts = [right, sure.len() - right, truth.len() - right];
    (found, counts)
}

#[test]
fn a_crowd_is_searched_without_being_told_who_is_who() {
    let people = crowd::crowd(1_500, &mut crowd::Dice(7));
    let (found, [right, wrong, missed]) = counted(&people, 1);
    assert!(right > 60, "{right} right");
    assert!(wrong <= 1 && missed * 4 <= right, "{right} right, {wrong} wrong, {missed} missed");
    // The answer does not depend on how many work on it.
    assert_eq!(counted(&people, 3).0, found);
}

#[test]
fn two_files_are_linked_and_neither_is_searched_for_its_own() {
    let files = [
        vec![person("Ann", "Lee", "1980-01-02"), person("Ann", "Lee", "1980-01-02")],
        vec![person("Anne", "Lee", "1980-01-02")],
    ];
    let mut builder = IndexBuilder::default();
    files[0].iter().for_each(|person| builder.push(person));
    builder.begin_second();
    files[1].iter().for_each(|person| builder.push(person));
    let how = Search { floor: 0.0, workers: 1, model: None };
    let found = search(&builder.finish(), how, &|_, _| true).expect("nobody stops it");
    let pairs: Vec<(u32, u32)> = found.matches.iter().map(|pair| (pair.a, pair.b)).collect();
    assert_eq!(pairs, [(0, 2), (1, 2)]);
}

#[test]
fn a_search_stops_when_it_is_asked_to() {
    let people: Vec<Particulars> =
        crowd::crowd(1_200, &mut crowd::Dice(3)).into_iter().map(|(_, person)| person).collect();
    let how = Search { floor: 0.5, workers: 2, model: None };
    assert_eq!(search(&index(&people), how, &|done, _| done < 600), Err(Stopped));
}

#[test]
fn awkward_records_are_searched_like_any_other() {
    let long = "x".repeat(100_000);
    let mut odd = person(&long, "\u{0}\u{202E}", "0000-00-00");
    odd.emails = vec![long.clone(), "@".into(), String::new()];
    odd.phones = vec!["+".into(), long.clone()];
    odd.places = vec![Place::of_lines(std::slice::from_ref(&long), &long, &long)];
    odd.national = vec![String::new(), "é".repeat(9)];
    let blank = Particulars::default();
    let found =
        found(&[odd.clone(), odd.clone(), blank.clone(), blank.clone(), person("王", "伟", "1990-01-01")]);
    assert!(found.matches.iter().all(|pair| (0.0..=1.0).contains(&pair.score) && pair.bits.is_finite()));
    assert!(
        found.matches.iter().all(|pair| (pair.a, pair.b) != (2, 3)),
        "two blank records say nothing of each other"
    );
    assert!(lookup_keys(&blank).is_empty());
    assert!(search(&index(&[]), Search { floor: 0.0, workers: 4, model: None }, &|_, _| true).is_ok());
}

#[test]
fn records_of_one_person_share_a_lookup_key() {
    let one = reached(person("Siobhan", "Kelly", "1981-03-04"), "s.kelly@gmail.com", "");
    let other = reached(person("Shiobhan", "Kelly", "1981-04-03"), "skelly+claims@googlemail.com", "");
    let shared = |a: &Particulars, b: &Particulars| {
        let (a, b) = (lookup_keys(a), lookup_keys(b));
        a.iter().any(|key| b.contains(key))
    };
    assert!(shared(&one, &other));
    assert!(!shared(&one, &person("Tom", "Baker", "1970-01-09")));
}
