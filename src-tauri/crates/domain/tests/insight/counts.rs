//! Who stands where, and that vague dates are never made precise.

use jiff::civil::date;
use joinder_domain::claimant::{Claimant, Episode, Loss};
use joinder_domain::classification::NoticeAxis;
use joinder_domain::date::{DateWords, PartialDate};
use joinder_domain::insight::{
    Attribute, Group, Leaving, Place, Position, TableKind, Told, by_notice, by_told, losses, retention,
};

use crate::crowd::{add, group, told};

fn vague(text: &str) -> Option<PartialDate> {
    Some(PartialDate::parse(text, &DateWords::default()).unwrap())
}

fn member(start: &str, end: &str) -> Episode {
    let ongoing = end.is_empty();
    Episode {
        kind: "member".into(),
        start: vague(start),
        end: if ongoing { None } else { vague(end) },
        ongoing,
        ending: (!ongoing).then(|| "resigned".into()),
        ..Episode::default()
    }
}

fn with(episodes: Vec<Episode>) -> Claimant {
    Claimant { episodes, ..Claimant::default() }
}

fn year_left(claimant: &Claimant) -> Place {
    let mut group = group();
    add(&mut group, claimant, told(true));
    group.people()[0].places(Attribute::YearOfLeaving).next().unwrap()
}

#[test]
fn a_date_that_spans_two_years_is_in_neither() {
    assert_eq!(year_left(&with(vec![member("2010", "mid 2020")])), Place::Year(2020));
    assert_eq!(year_left(&with(vec![member("2010", "winter 2019")])), Place::Spans);
    assert_eq!(year_left(&with(vec![member("2010", "before 2016")])), Place::Spans);
    assert_eq!(year_left(&with(vec![member("2010", "don't know")])), Place::NotKnown);
    assert_eq!(year_left(&with(vec![member("2010", "")])), Place::NotLeft);
    assert_eq!(year_left(&Claimant::default()), Place::NotKnown);
}

#[test]
fn somebody_who_rejoined_left_when_the_last_spell_ended() {
    let twice = with(vec![member("2016", "2019"), member("2005", "2010")]);
    assert_eq!(year_left(&twice), Place::Year(2019));
    let back = with(vec![member("2005", "2010"), member("2016", "")]);
    assert_eq!(year_left(&back), Place::NotLeft);
    let mut group = group();
    add(&mut group, &twice, told(true));
    assert_eq!(group.people()[0].joined.year(), Some(2005));
}

#[test]
fn an_open_spell_leaves_the_last_day_open() {
    let mut unknown = member("2016", "2019");
    unknown.end = None;
    assert_eq!(year_left(&with(vec![member("2005", "2010"), unknown])), Place::NotKnown);
}

#[test]
fn a_cell_names_its_claimants() {
    let mut group = group();
    let here = add(&mut group, &with(vec![member("2010", "2018")]), told(true));
    add(&mut group, &with(vec![member("2010", "2018")]), told(false));
    add(&mut group, &with(vec![member("2010", "2019")]), told(true));
    let table = by_told(&group, Attribute::YearOfLeaving, Told::Said);
    assert_eq!(table.rows[0].counts, [1, 1, 0]);
    assert_eq!(table.totals, [2, 1, 0]);
    let cell =
        |place, column| group.cell(Attribute::YearOfLeaving, TableKind::Told(Told::Said), place, column);
    assert_eq!(cell(Some(Place::Year(2018)), Some(0)), [here]);
    assert_eq!(cell(None, None).len(), 3);
}

#[test]
fn an_open_status_is_a_row_of_its_own_and_nobody_is_lost() {
    let mut group = group();
    let unsettled = Position { status: None, notice: NoticeAxis::Proven };
    add(&mut group, &Claimant::default(), unsettled);
    add(&mut group, &Claimant::default(), told(false));
    group.add(joinder_domain::id::ClaimantNumber(3), &Claimant::default(), None, &Default::default());
    let table = by_notice(&group, Attribute::Status);
    let places: Vec<Place> = table.rows.iter().map(|row| row.place).collect();
    assert_eq!(places.len(), 3);
    assert!(places.contains(&Place::Several) && places.contains(&Place::NotKnown));
    assert_eq!(table.rows.iter().map(|row| row.total()).sum::<u64>(), 3);
    assert_eq!(table.totals.iter().sum::<u64>(), 3);
}

#[test]
fn two_kinds_of_relationship_count_in_both_rows() {
    let mut group = group();
    let supporter = Episode { kind: "registered-supporter".into(), ..member("2015", "2015") };
    add(&mut group, &with(vec![member("2016", ""), supporter]), told(true));
    let table = by_told(&group, Attribute::Category, Told::Said);
    assert_eq!((table.rows.len(), table.totals[0]), (2, 1));
    assert!(Attribute::Category.is_many());
}

#[test]
fn how_long_data_was_kept_is_at_least_and_at_most() {
    let mut group = group();
    add(&mut group, &with(vec![member("2000", "2009")]), told(true));
    add(&mut group, &with(vec![member("2000", "29 October 2020")]), told(true));
    add(&mut group, &with(vec![member("2000", "before 2016")]), told(true));
    // Not told, straddling the incident, and still there: none of them shows how long data was kept.
    add(&mut group, &with(vec![member("2000", "2012")]), told(false));
    add(&mut group, &with(vec![member("2000", "autumn 2021")]), told(true));
    add(&mut group, &with(vec![member("2000", "")]), told(true));
    let found = retention(&group, Told::Said);
    assert_eq!((found.held.len(), found.not_told, found.unsure), (3, 1, 1));
    let days = |from, to: jiff::civil::Date| to.since(from).unwrap().get_days();
    let incident = date(2021, 10, 29);
    assert_eq!(found.shortest, Some(365));
    assert_eq!(found.longest_least, Some(days(date(2009, 12, 31), incident)));
    assert_eq!(found.longest_most, None, "\"before 2016\" has no first day");
    assert_eq!(found.median_least, Some(days(date(2015, 12, 31), incident)));
    assert_eq!(found.years.iter().sum::<u64>(), 3);
    assert_eq!((found.years[1], found.years[5], found.years[11]), (1, 1, 1));
}

#[test]
fn money_is_added_to_the_penny_and_a_claimant_counts_once() {
    let mut group = group();
    let loss = |head: &str, amount: &str, recouped: Option<&str>| Loss {
        head: head.into(),
        when: None,
        payee: String::new(),
        amount: amount.parse().unwrap(),
        recouped: recouped.map(|pounds| pounds.parse().unwrap()),
        no_document_reason: String::new(),
    };
    let claimant = Claimant {
        losses: vec![
            loss("software", "0.10", None),
            loss("software", "0.20", None),
            loss("medical", "99.99", Some("9.99")),
        ],
        ..Claimant::default()
    };
    add(&mut group, &claimant, told(true));
    let found = losses(&group);
    assert_eq!(found.claimants, 1);
    assert_eq!(found.amount.to_string(), "100.29");
    assert_eq!(found.recouped.to_string(), "9.99");
    let software = found.heads.iter().find(|head| head.head.as_str() == "software").unwrap();
    assert_eq!((software.claimants.len(), software.amount.to_string().as_str()), (1, "0.30"));
}

#[test]
fn the_order_of_claimants_changes_no_count() {
    let people = [member("2010", "2018"), member("2011", "2019"), member("2012", "")];
    let count = |order: [usize; 3]| {
        let mut group: Group = group();
        for index in order {
            add(&mut group, &with(vec![people[index].clone()]), told(index % 2 == 0));
        }
        by_told(&group, Attribute::YearOfLeaving, Told::Said)
    };
    assert_eq!(count([0, 1, 2]), count([2, 0, 1]));
}

#[test]
fn a_contradiction_between_end_and_ongoing_follows_the_end() {
    let mut both = member("2010", "2018");
    both.ongoing = true;
    let mut group = group();
    add(&mut group, &with(vec![both]), told(true));
    assert!(matches!(group.people()[0].left, Leaving::Left(_)));
}
