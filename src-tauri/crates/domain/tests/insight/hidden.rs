//! Small numbers: withheld, and not to be worked out from what is left.

use joinder_domain::claimant::{Claimant, Loss};
use joinder_domain::classification::NoticeAxis;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::insight::Place;
use joinder_domain::insight::{
    Attribute, Network, Position, Row, Table, TableKind, Told, Withheld, by_told, losses, losses_shown,
    margins, table_shown,
};

use crate::crowd::{Dice, add, group, told};

const FIVE: u64 = 5;

fn table(rows: &[[u64; 3]]) -> Table {
    let totals = (0..3).map(|column| rows.iter().map(|row| row[column]).sum()).collect();
    Table {
        attribute: Attribute::Union,
        kind: TableKind::Told(Told::Said),
        rows: (0..)
            .zip(rows)
            .map(|(code, row)| Row { place: Place::Code(code), counts: row.to_vec() })
            .collect(),
        totals,
    }
}

/// All tables of whole numbers that agree with what is published; for each withheld cell, the values that it has.
fn possible(table: &Table, shown: &Withheld) -> Vec<Vec<u64>> {
    let rows = table.rows.len();
    let cells: Vec<(usize, usize)> = (0..rows)
        .flat_map(|row| (0..3).map(move |column| (row, column)))
        .filter(|(row, column)| shown.cell(*row, *column))
        .collect();
    let mut found = vec![Vec::new(); cells.len()];
    let most: u64 = table.rows.iter().map(Row::total).sum();
    let mut values = vec![1; cells.len()];
    search(table, shown, &cells, 0, most, &mut values, &mut found);
    for values in &mut found {
        values.sort_unstable();
        values.dedup();
    }
    found
}

fn search(
    table: &Table,
    shown: &Withheld,
    cells: &[(usize, usize)],
    at: usize,
    most: u64,
    values: &mut Vec<u64>,
    found: &mut Vec<Vec<u64>>,
) {
    if at == cells.len() {
        let value = |row: usize, column: usize| {
            let place = cells.iter().position(|cell| *cell == (row, column));
            place.map_or(table.rows[row].counts[column], |place| values[place])
        };
        let sums_agree = (0..table.rows.len()).all(|row| {
            shown.row(row) || (0..3).map(|column| value(row, column)).sum::<u64>() == table.rows[row].total()
        }) && (0..3).all(|column| {
            shown.column(column)
                || (0..table.rows.len()).map(|row| value(row, column)).sum::<u64>() == table.totals[column]
        });
        if sums_agree {
            found.iter_mut().zip(values.iter()).for_each(|(found, value)| found.push(*value));
        }
        return;
    }
    // No more than the published totals leave over.
    let (row, column) = cells[at];
    let left =
        |published: bool, total: u64, taken: u64| if published { total.saturating_sub(taken) } else { most };
    let before = |same: &dyn Fn(&(usize, usize)) -> bool| -> u64 {
        cells.iter().zip(values.iter()).take(at).filter(|(cell, _)| same(cell)).map(|(_, value)| *value).sum()
    };
    let of_row = left(!shown.row(row), table.rows[row].total(), before(&|cell| cell.0 == row));
    let of_column = left(!shown.column(column), table.totals[column], before(&|cell| cell.1 == column));
    for value in 1..=of_row.min(of_column) {
        values[at] = value;
        search(table, shown, cells, at + 1, most, values, found);
    }
    values[at] = 1;
}

fn shown(table: &Table) -> Withheld {
    table_shown(table, &[false; 3], FIVE)
}

#[test]
fn a_number_below_five_is_withheld_with_enough_around_it() {
    let table = table(&[[2, 10, 0], [20, 10, 0], [30, 9, 0]]);
    let shown = shown(&table);
    assert!(shown.cell(0, 0));
    assert!(!shown.cell(0, 2), "nobody is not a small number");
    let withheld = shown.cells.iter().flatten().filter(|cell| **cell).count();
    assert!((4..9).contains(&withheld), "{shown:?}");
}

#[test]
fn no_small_number_can_be_worked_out_by_trying_every_table() {
    let mut dice = Dice(11);
    for round in 0..40 {
        let mut count = |most| dice.below(most);
        let rows: Vec<[u64; 3]> = (0..2).map(|_| [count(12), count(12), count(9)]).collect();
        let table = table(&rows);
        // Totals of columns that are small are withheld beforehand.
        if table.totals.iter().any(|total| (1..FIVE).contains(total)) {
            continue;
        }
        let shown = shown(&table);
        let cells: Vec<u64> = (0..2)
            .flat_map(|row| (0..3).map(move |column| (row, column)))
            .filter(|(row, column)| shown.cell(*row, *column))
            .map(|(row, column)| table.rows[row].counts[column])
            .collect();
        let everything = shown.rows.iter().all(|row| *row)
            && cells.len() == rows.iter().flatten().filter(|count| **count > 0).count();
        for (count, values) in cells.iter().zip(possible(&table, &shown)) {
            if *count < FIVE && !everything {
                assert!(values.len() >= FIVE as usize, "round {round}: {rows:?} {count}: {values:?}");
                assert!(values.iter().any(|value| *value >= FIVE), "round {round}: {rows:?}");
            }
        }
    }
}

#[test]
fn every_small_number_is_withheld_in_large_tables() {
    let mut dice = Dice(5);
    for _ in 0..20 {
        let rows: Vec<[u64; 3]> =
            (0..40).map(|_| [dice.below(30), dice.below(30) / 3, dice.below(8)]).collect();
        let table = table(&rows);
        let shown = shown(&table);
        for (row, counts) in rows.iter().enumerate() {
            for (column, count) in counts.iter().enumerate() {
                assert!(shown.cell(row, column) || *count == 0 || *count >= FIVE);
            }
            let lonely = (0..3).filter(|column| shown.cell(row, *column)).count() == 1;
            assert!(!lonely || shown.row(row), "one withheld cell beside its total: {counts:?}");
        }
    }
}

#[test]
fn two_that_could_be_nothing_but_one_and_one_are_not_safe() {
    // A row of 1 and 1 with a published total of 2 says both.
    let table = table(&[[1, 1, 0], [40, 40, 40]]);
    let shown = shown(&table);
    assert!(shown.row(0), "{shown:?}");
}

#[test]
fn a_network_without_small_numbers_hides_nothing() {
    let mut network = Network::new(3);
    network.add(0, 1, 50);
    network.add(1, 2, 20);
    network.add(1, 2, 30);
    assert_eq!(network.protect(FIVE), [false; 3]);
}

#[test]
fn totals_that_every_table_shows_are_decided_once() {
    let mut group = group();
    let position = |notice| Position { status: Some("MEMBER".into()), notice };
    for _ in 0..40 {
        add(&mut group, &Claimant::default(), told(true));
        add(&mut group, &Claimant::default(), position(NoticeAxis::Supported));
    }
    for _ in 0..30 {
        add(&mut group, &Claimant::default(), told(false));
    }
    add(&mut group, &Claimant::default(), position(NoticeAxis::Proven));
    let (notice, halves) = margins(&group, Told::Said, FIVE);
    assert!(notice[0], "one person's notice is proved");
    assert!(notice.iter().filter(|withheld| **withheld).count() > 1, "and cannot be worked out: {notice:?}");
    assert_eq!(halves, [false, false, false]);
    let table = by_told(&group, Attribute::Status, Told::Said);
    assert_eq!(table_shown(&table, &halves, FIVE), Withheld::nothing(&table));
}

#[test]
fn a_withheld_total_does_not_come_out_of_a_table() {
    let table = table(&[[20, 30, 1], [20, 30, 2]]);
    let shown = table_shown(&table, &[false, true, true], FIVE);
    let column = |column| (0..2).filter(|row| shown.cell(*row, column)).count();
    assert_eq!(column(2), 2);
    assert!(column(1) > 0, "{shown:?}");
}

#[test]
fn the_amount_of_one_claimant_is_not_the_sum_without_the_others() {
    let mut group = group();
    let loss = |head: &str| Loss {
        head: head.into(),
        when: None,
        payee: String::new(),
        amount: "10.00".parse().unwrap(),
        recouped: None,
        no_document_reason: String::new(),
    };
    for number in 0..20 {
        let losses = vec![loss("software"), loss("travel-postage")];
        let mut claimant = Claimant { losses, ..Claimant::default() };
        if number == 0 {
            claimant.losses.push(loss("medical"));
        }
        group.add(ClaimantNumber(number + 1), &claimant, Some(&told(true)), &Default::default());
    }
    let found = losses(&group);
    let shown = losses_shown(&found, FIVE);
    assert_eq!(shown.len(), 4);
    assert_eq!(shown.iter().filter(|withheld| **withheld).count(), 2);
    let medical = found.heads.iter().position(|head| head.head.as_str() == "medical").unwrap();
    assert!(shown[medical] && !shown[3]);
}
