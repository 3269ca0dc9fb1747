use joinder_domain::audit::{Digest, Verdict};
use joinder_domain::claimant::{Claimant, EmailAddress};
use joinder_domain::id::ClaimantNumber;
use joinder_store::claimant::{
    Arrivals, Imported, NewClaimant, Preview, Sharing, history, insert_many, take_back, total, update,
};
use joinder_store::import_batch::{Counts, finish, of_file, start};
use joinder_store::{Error, Matter, Op, audit};

use crate::stage::*;

fn file() -> Digest {
    Digest::of(b"a campaign's spreadsheet")
}

fn new(n: u128, claimant: Claimant) -> NewClaimant {
    NewClaimant { id: claimant_id(n), claimant }
}

fn import(matter: &Matter, rows: &[NewClaimant]) -> Vec<Imported> {
    let actor = matter.actor();
    let written = matter.write(Op("import.claimants"), &actor, now(), |tx| {
        let batch = start(tx, file(), "campaign.csv")?;
        let outcomes = insert_many(tx, batch, rows)?.outcomes;
        let added = outcomes.iter().filter(|outcome| matches!(outcome, Imported::Added(_))).count() as u64;
        finish(tx, batch, Counts { added, already_there: rows.len() as u64 - added, ..Counts::default() })?;
        Ok::<_, Error>(outcomes)
    });
    written.unwrap().output
}

#[test]
fn the_same_file_twice_adds_nothing_even_after_an_edit() {
    let stage = stage();
    let rows = [new(1, sian()), new(2, olena())];
    let (one, two) = (ClaimantNumber(1), ClaimantNumber(2));
    assert_eq!(import(&stage.matter, &rows), [Imported::Added(one), Imported::Added(two)]);
    let mut corrected = olena();
    corrected.identity.title = "Ms".to_owned();
    stage
        .matter
        .write(Op("claimant.edit"), &stage.matter.actor(), later(1), |tx| update(tx, two, 1, &corrected))
        .unwrap();
    let again = [new(3, sian()), new(4, olena())];
    let expected = [Imported::AlreadyThere(one), Imported::AlreadyThere(two)];
    assert_eq!(stage.matter.read(|reader| Preview::new(reader)?.rows(&again)).unwrap(), expected);
    assert_eq!(import(&stage.matter, &again), expected);
    assert_eq!(stage.matter.read(total).unwrap(), 2);

    let runs = stage.matter.read(|reader| of_file(reader, file())).unwrap();
    assert_eq!(runs.iter().map(|run| run.counts.added).collect::<Vec<_>>(), [0, 2]);
    assert_eq!((runs[0].file_name.as_str(), runs[0].finished), ("campaign.csv", Some(now())));
}

#[test]
fn a_row_that_comes_twice_in_one_file_is_one_claimant() {
    let stage = stage();
    let mut other = olena();
    other.external_reference = "row-17".to_owned();
    let rows = [new(1, sian()), new(2, sian()), new(3, other), new(4, olena())];
    let (one, two) = (ClaimantNumber(1), ClaimantNumber(2));
    let expected = [
        Imported::Added(one),
        Imported::AlreadyThere(one),
        Imported::ReferenceTaken(one),
        Imported::Added(two),
    ];
    assert_eq!(stage.matter.read(|reader| Preview::new(reader)?.rows(&rows)).unwrap(), expected);
    assert_eq!(import(&stage.matter, &rows), expected);
}

#[test]
fn each_of_many_claimants_has_an_audit_entry_of_its_own() {
    let stage = stage();
    let rows: Vec<_> = (0..2_000).map(|n| new(n, named("Sam", &format!("Adeyemi {n}")))).collect();
    let outcomes = import(&stage.matter, &rows);
    assert!(outcomes.iter().zip(1..).all(|(outcome, n)| *outcome == Imported::Added(ClaimantNumber(n))));
    let entries = stage.matter.read(|reader| history(reader, ClaimantNumber(1_234))).unwrap();
    assert_eq!(entries.iter().map(|entry| entry.op.as_str()).collect::<Vec<_>>(), ["import.claimants"]);
    let verdict = audit::verify(&stage.matter, &mut |_, _| std::ops::ControlFlow::Continue(())).unwrap();
    assert!(matches!(verdict, Some(Verdict::Intact { entries: 2_005, .. })), "{verdict:?}");
}

fn taken_back(matter: &Matter, number: ClaimantNumber) -> bool {
    let back = |tx: &mut joinder_store::Write<'_>| take_back(tx, number);
    matter.write(Op("import.undo"), &matter.actor(), later(2), back).unwrap().output.is_some()
}

#[test]
fn olena_who_was_added_by_mistake_is_gone_and_her_number_is_never_given_again() {
    let stage = stage();
    let before = stage.matter.read(|reader| Preview::new(reader)?.rows(&[new(9, olena())])).unwrap();
    import(&stage.matter, &[new(1, sian()), new(2, olena())]);
    assert!(taken_back(&stage.matter, ClaimantNumber(2)));
    assert!(!taken_back(&stage.matter, ClaimantNumber(2)), "once is enough");
    assert_eq!(stage.matter.read(total).unwrap(), 1);
    assert_eq!(before, [Imported::Added(ClaimantNumber(1))]);
    let verdict = audit::verify(&stage.matter, &mut |_, _| std::ops::ControlFlow::Continue(())).unwrap();
    assert!(matches!(verdict, Some(Verdict::Intact { .. })), "{verdict:?}");
    // Her row is new again, under the next number.
    assert_eq!(import(&stage.matter, &[new(3, olena())]), [Imported::Added(ClaimantNumber(3))]);
}

#[test]
fn sian_whose_record_was_changed_since_stays() {
    let stage = stage();
    let one = ClaimantNumber(1);
    import(&stage.matter, &[new(1, sian())]);
    let mut titled = sian();
    titled.identity.title = "Dr".to_owned();
    let edit = |version, claimant| {
        let write = |tx: &mut joinder_store::Write<'_>| update(tx, one, version, claimant);
        stage.matter.write(Op("claimant.edit"), &stage.matter.actor(), later(1), write).unwrap();
    };
    edit(1, &titled);
    assert!(!taken_back(&stage.matter, one));
    // With the change undone nothing rests on it any more, and nothing of either is left.
    edit(2, &sian());
    assert!(taken_back(&stage.matter, one));
    let stored = stage.matter.everything_stored().unwrap();
    assert!(!stored.contains("\"Dr\"") && !stored.contains("Connor"), "the changes went with the record");
    let verdict = audit::verify(&stage.matter, &mut |_, _| std::ops::ControlFlow::Continue(())).unwrap();
    assert!(matches!(verdict, Some(Verdict::Intact { .. })), "{verdict:?}");
}

#[test]
fn who_begins_to_share_a_mailbox_or_words_is_told_with_the_rows() {
    let stage = stage();
    let words = "I could not sleep for weeks because I did not know who has my address and my bank details";
    let at = |address: &str, words: &str| {
        let mut claimant = named("Sam", address);
        claimant.contact.emails =
            vec![EmailAddress { address: address.to_owned(), ..EmailAddress::default() }];
        claimant.consequence.own_words = words.to_owned();
        claimant
    };
    import(&stage.matter, &[new(1, at("amina@example.org", "")), new(2, at("bo@example.org", words))]);
    let rows = [
        new(3, at("AMINA@example.org", "")),
        new(4, at("cai@example.org", words)),
        new(5, at("dee@example.org", "")),
        new(6, at("eli@example.org", "")),
        new(7, at("eli@example.org", "Eli's father has the same address")),
    ];
    let written = stage.matter.write(Op("import.claimants"), &stage.matter.actor(), later(1), |tx| {
        let batch = start(tx, file(), "campaign.csv")?;
        // In two parts, as large files come.
        let mut arrivals = Arrivals::new(tx)?;
        let (first, rest) = rows.split_at(3);
        let one = arrivals.insert(tx, batch, first)?;
        let two = arrivals.insert(tx, batch, rest)?;
        finish(tx, batch, Counts { added: 5, ..Counts::default() })?;
        Ok::<_, Error>((one, two))
    });
    let (one, two) = written.unwrap().output;
    let sharing = |address, words| Sharing { address, words };
    assert_eq!(one.sharing, [sharing(true, false), sharing(false, true), sharing(false, false)]);
    assert_eq!(one.earlier, [ClaimantNumber(1), ClaimantNumber(2)].into());
    assert_eq!((two.sharing, two.earlier.len()), (vec![sharing(true, false); 2], 0));
}
