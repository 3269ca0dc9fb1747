//! Which list: what was planted is found, and nothing is found in noise.

use jiff::civil::{Date, date};
use joinder_domain::claimant::{Claimant, Nation};
use joinder_domain::insight::{Attribute, Join, Place, Test, Told, WhichList, which_list};

use crate::crowd::{Dice, add, group, somebody, told};

/// Claimants who were told if `on_list` says so, but for `noise` in a hundred.
fn planted(seed: u64, count: usize, noise: u64, on_list: impl Fn(&Claimant) -> bool) -> WhichList {
    let mut dice = Dice(seed);
    let mut group = group();
    for _ in 0..count {
        let claimant = somebody(&mut dice);
        let position = told(on_list(&claimant) != dice.chance(noise));
        add(&mut group, &claimant, position);
    }
    which_list(&group, Told::Said)
}

fn left_from(claimant: &Claimant, day: Date) -> bool {
    claimant.episodes[0].end.as_ref().is_none_or(|end| end.earliest.is_some_and(|first| first >= day))
}

fn the_cut(found: &WhichList) -> Date {
    let rule = found.rule.as_ref().unwrap();
    match rule.separation.parts.as_slice() {
        [part] if part.holds => match part.test {
            Test::LeftFrom(day) => day,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_list_cut_at_a_known_day_of_leaving_is_recovered_through_noise() {
    let cut = date(2018, 6, 30);
    for seed in 1..=8 {
        let found = planted(seed, 2_000, 5, |claimant| left_from(claimant, cut));
        let day = the_cut(&found);
        let off = (day.until(cut).unwrap().get_days()).abs();
        assert!(off <= 31, "seed {seed}: {day}");
        let rule = found.rule.unwrap();
        let known = rule.explained.right + rule.explained.wrong;
        assert!(rule.explained.right * 100 > known * 92, "{:?}", rule.explained);
        assert_eq!(
            rule.explained.wrong as usize,
            rule.told_outside.len() + rule.untold_inside.len(),
            "who contradicts it is named"
        );
        assert!(rule.separation.ln_adjusted < -100.0);
        assert!(rule.separation.odds.low > 20.0, "{:?}", rule.separation.odds);
    }
}

#[test]
fn it_is_recovered_from_two_hundred_people_too() {
    for seed in 1..=5 {
        let cut = date(2019, 3, 15);
        let found = planted(seed, 200, 5, |claimant| left_from(claimant, cut));
        let off = the_cut(&found).until(cut).unwrap().get_days().abs();
        assert!(off <= 150, "seed {seed}: {off} days off");
    }
}

#[test]
fn chance_shows_nothing() {
    let hits = (1..=40).filter(|seed| {
        let mut dice = Dice(seed * 7_919);
        let mut group = group();
        for _ in 0..400 {
            let claimant = somebody(&mut dice);
            let position = told(dice.chance(50));
            add(&mut group, &claimant, position);
        }
        let found = which_list(&group, Told::Said);
        assert!(found.tried > 100, "{}", found.tried);
        assert_eq!(found.rule.is_some(), found.separations.iter().any(|one| one.is_significant()));
        found.rule.is_some()
    });
    assert_eq!(hits.count(), 0);
}

#[test]
fn a_list_of_one_nation_is_found_and_told_in_its_own_words() {
    let scots = |claimant: &Claimant| claimant.contact.nation_at_incident == Some(Nation::Scotland);
    let found = planted(3, 1_000, 5, scots);
    let rule = found.rule.unwrap();
    let [part] = rule.separation.parts.as_slice() else { panic!("{:?}", rule.separation.parts) };
    assert!(part.holds && matches!(part.test, Test::Is(Attribute::Nation, Place::Code(_))), "{part:?}");
}

#[test]
fn a_list_without_the_expelled_is_the_contrary_of_a_test() {
    let on_list = |claimant: &Claimant| {
        claimant.episodes[0].ending.as_ref().is_none_or(|code| code.as_str() != "expelled")
    };
    let found = planted(4, 1_500, 5, on_list);
    let rule = found.rule.unwrap();
    let [part] = rule.separation.parts.as_slice() else { panic!("{:?}", rule.separation.parts) };
    assert!(!part.holds && matches!(part.test, Test::Is(Attribute::WayOfLeaving, _)), "{part:?}");
}

#[test]
fn two_parts_are_named_only_where_they_are_clearly_better() {
    let cut = date(2018, 6, 30);
    let member = |claimant: &Claimant| claimant.episodes[0].kind.as_str() == "member";
    let both = planted(5, 2_000, 5, |claimant| member(claimant) && left_from(claimant, cut));
    let rule = both.rule.unwrap();
    assert_eq!((rule.separation.parts.len(), rule.separation.join), (2, Join::And));
    let kinds: Vec<bool> =
        rule.separation.parts.iter().map(|part| matches!(part.test, Test::LeftFrom(_))).collect();
    assert!(kinds.contains(&true) && kinds.contains(&false), "{:?}", rule.separation.parts);
    let one = planted(6, 2_000, 5, |claimant| left_from(claimant, cut));
    assert_eq!(one.rule.unwrap().separation.parts.len(), 1);
}

#[test]
fn either_of_two_nations_is_a_rule_of_two_parts() {
    let list = |claimant: &Claimant| {
        matches!(claimant.contact.nation_at_incident, Some(Nation::Scotland | Nation::Wales))
    };
    let found = planted(9, 2_000, 5, list);
    let rule = found.rule.unwrap();
    // England is more than half: leaving it out says the same in one part.
    assert_eq!(rule.separation.parts.len(), 1, "{:?}", rule.separation.parts);
    assert!(!rule.separation.parts[0].holds);
}

#[test]
fn a_leaver_whose_date_straddles_the_cut_is_in_neither_half() {
    let mut group = group();
    let mut claimant = somebody(&mut Dice(1));
    let end =
        |earliest, latest| Some(joinder_domain::date::PartialDate::between(Some(earliest), Some(latest)));
    claimant.episodes[0].ongoing = false;
    claimant.episodes[0].end = end(date(2018, 1, 1), date(2018, 12, 31));
    add(&mut group, &claimant, told(true));
    let person = &group.people()[0];
    assert_eq!(Test::LeftFrom(date(2018, 7, 1)).of(person), None);
    assert_eq!(Test::LeftFrom(date(2018, 1, 1)).of(person), Some(true));
    assert_eq!(Test::LeftFrom(date(2019, 1, 1)).of(person), Some(false));
}

#[test]
fn nobody_and_one_half_only_give_no_rule() {
    let empty = which_list(&group(), Told::Said);
    assert_eq!((empty.tried, empty.rule), (0, None));
    let mut group = group();
    let mut dice = Dice(2);
    for _ in 0..50 {
        add(&mut group, &somebody(&mut dice), told(true));
    }
    let found = which_list(&group, Told::Said);
    assert_eq!((found.untold, found.rule), (0, None));
    assert!(found.separations.iter().all(|one| one.ln_p == 0.0 && one.odds.ratio.is_finite()));
}

#[test]
fn a_bare_claim_counts_only_where_it_is_asked_to() {
    let mut group = group();
    let mut dice = Dice(2);
    add(&mut group, &somebody(&mut dice), told(true));
    add(&mut group, &somebody(&mut dice), told(false));
    let counts = |basis| {
        let found = which_list(&group, basis);
        (found.told, found.untold, found.left_out)
    };
    assert_eq!(counts(Told::Said), (1, 1, 0));
    assert_eq!(counts(Told::Proved), (0, 1, 1));
}
