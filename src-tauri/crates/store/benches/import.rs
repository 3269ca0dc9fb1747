//! Import of many claimants against the `sqlite3` shell's plain `.import` of the same file, in one run; then the
//! queries of the list. `cargo bench -p joinder-store --bench import -- 100000`
#![allow(clippy::indexing_slicing, reason = "a measurement stops at the first surprise")]
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement stops at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use joinder_domain::audit::Digest;
use joinder_domain::claimant::{Address, Claimant, EmailAddress, Episode, Nation, YesNo};
use joinder_domain::completeness::Item;
use joinder_domain::date::{PartialDate, Precision};
use joinder_domain::id::{ClaimantId, MatterId, PersonId};
use joinder_store::claimant::{
    Axis, Filter, NewClaimant, Query, Sort, all_counts, get, ids, insert_many, missing_counts, page, rows,
};
use joinder_store::import_batch::{Counts, finish, start};
use joinder_store::work::{self, Work};
use joinder_store::{
    Error, Matter, NewMatter, NewPerson, NewProfile, Op, Passphrase, Role, SignIn, WorkFactor, audit,
};
use uuid::Uuid;

const CHUNK: usize = 25_000;
const HEADINGS: [&str; 16] = [
    "reference",
    "title",
    "forenames",
    "surname",
    "date of birth",
    "emails",
    "mobile",
    "address",
    "postcode",
    "nation",
    "episode 1 kind",
    "episode 1 start",
    "episode 1 end",
    "episode 1 membership number",
    "received",
    "own words",
];

fn main() {
    let count = std::env::args().skip(1).find_map(|text| text.parse().ok()).unwrap_or(100_000);
    let temp = tempfile::tempdir().unwrap();
    let csv = temp.path().join("claimants.csv");
    write_csv(&csv, count);
    println!(
        "{count} claimants, {:.1} MB of CSV",
        File::open(&csv).unwrap().metadata().unwrap().len() as f64 / 1e6
    );

    let plain = (0..3).map(|run| plain(&csv, &temp.path().join(format!("plain{run}.db")))).min().unwrap();
    say("sqlite3 .import", plain);
    let started = Instant::now();
    let records = read_csv(&csv);
    say("reading the CSV into records", started.elapsed());
    drop(records);

    let (matter, _) = Matter::create(&temp.path().join("matter"), new_matter()).unwrap();
    let (started, before) = (Instant::now(), processor());
    import(&matter, &csv);
    let import = started.elapsed();
    say("import, with reading", import);
    println!("{:>34}: {:.2}", "ratio", import.as_secs_f64() / plain.as_secs_f64());
    // On a busy machine the clock says little; the processor's time is the same.
    if let (Some((before, shell)), Some((after, _))) = (before, processor()) {
        println!("{:>34}: {:.2}", "ratio of processor time", (after - before) / (shell / 3.0));
    }
    let size = |name: &str| std::fs::metadata(matter.folder().join(name)).unwrap().len() as f64 / 1e6;
    println!("{:>34}: {:.0} MB, log {:.0} MB", "database", size("matter.db"), size("matter.db-wal"));

    queries(&matter);
    timed("verify", || {
        audit::verify(&matter, &mut |_, _| ControlFlow::Continue(())).unwrap();
    });
    matter.close().unwrap();
    timed("open", || {
        drop(Matter::open(&temp.path().join("matter"), &imogen(), &passphrase(), now()).unwrap());
    });
}

fn queries(matter: &Matter) {
    let list = |what: &str, query: Query| {
        let mut found = 0;
        for _ in 0..2 {
            let started = Instant::now();
            found = matter.read(|reader| ids(reader, &query)).unwrap().len();
            say(&format!("{what} ({found})"), started.elapsed());
        }
        found
    };
    for sort in [Sort::Name, Sort::Number, Sort::DateOfBirth, Sort::Status, Sort::Updated] {
        list(&format!("list by {sort:?}"), Query { sort, ..Query::default() });
    }
    for text in ["s", "sm", "ade 4", "surname99", "someone123@example.org", "example", "LS1 4"] {
        list(&format!("search {text}"), Query { text: text.to_owned(), ..Query::default() });
    }
    casework(matter);
    let all = matter.read(|reader| ids(reader, &Query::default())).unwrap();
    let visible: Vec<_> = all.iter().skip(all.len() / 2).take(60).copied().collect();
    timed("rows of one screen", || {
        matter.read(|reader| rows(reader, &visible)).unwrap();
    });
}

/// Files in four states, a tenth of them tagged: then what a paralegal does all day, each as the 95th of a hundred times.
fn casework(matter: &Matter) {
    let all = matter.read(|reader| ids(reader, &Query { sort: Sort::Number, ..Query::default() })).unwrap();
    let states = ["in-review", "needs-information", "ready"];
    for block in all.chunks(CHUNK) {
        let write = |tx: &mut joinder_store::Write<'_>| {
            for number in block.iter().filter(|number| number.0 % 4 != 0) {
                let state = states[number.0 as usize % 3].into();
                let tags = if number.0 % 10 == 0 { ["call back".to_owned()].into() } else { BTreeSet::new() };
                work::put(tx, *number, &Work { state, tags, ..Work::default() })?;
            }
            Ok::<_, Error>(())
        };
        matter.write(Op("work.apply"), &matter.actor(), now(), write).unwrap();
    }
    let filtered = |sort, filters| Query { sort, filters, ..Query::default() };
    let queries = [
        ("all", filtered(Sort::Name, vec![])),
        ("all by birth", filtered(Sort::DateOfBirth, vec![])),
        ("all by status", filtered(Sort::Status, vec![])),
        ("all by outcome", filtered(Sort::Outcome, vec![])),
        ("a state by birth", filtered(Sort::DateOfBirth, vec![Filter::State(vec!["ready".into()])])),
        ("a tag by notice", filtered(Sort::Notice, vec![Filter::Tag(vec!["call back".to_owned()])])),
        ("a state", filtered(Sort::Name, vec![Filter::State(vec!["ready".into()])])),
        ("a tag", filtered(Sort::Name, vec![Filter::Tag(vec!["call back".to_owned()])])),
        ("missing", filtered(Sort::Updated, vec![Filter::Missing(vec![Item::OtherFirm])])),
        (
            "three conditions",
            filtered(
                Sort::Name,
                vec![
                    Filter::State(vec!["ready".into(), "".into()]),
                    Filter::Missing(vec![Item::Consent]),
                    Filter::Assignee(vec![None]),
                ],
            ),
        ),
        ("search smi", Query { text: "smi".to_owned(), ..Query::default() }),
        ("search surname9", Query { text: "surname9".to_owned(), ..Query::default() }),
    ];
    for (what, query) in &queries {
        let mut after = None;
        let slow = ninety_fifth(|| {
            let found = matter.read(|reader| page(reader, query, after, 50)).unwrap();
            after = found.last().copied();
        });
        say(&format!("page of {what}"), slow);
    }
    let mut at = 0;
    let slow = ninety_fifth(|| {
        at = (at + 7919) % all.len();
        matter.read(|reader| get(reader, all[at])).unwrap().unwrap();
    });
    say("one record", slow);
    say("counts of states", ninety_fifth(|| drop(matter.read(work::state_counts).unwrap())));
    say("counts of what is missing", ninety_fifth(|| drop(matter.read(missing_counts).unwrap())));
    let axes = [Axis::Status, Axis::Outcome];
    say(
        "counts of two axes",
        ninety_fifth(|| drop(matter.read(|reader| all_counts(reader, &axes)).unwrap())),
    );
}

fn ninety_fifth(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..100)
        .map(|_| {
            let started = Instant::now();
            work();
            started.elapsed()
        })
        .collect();
    times.sort();
    times[94]
}

fn import(matter: &Matter, csv: &Path) {
    let actor = matter.actor();
    let write = |op, work: &mut dyn FnMut(&mut joinder_store::Write<'_>) -> Result<i64, Error>| {
        matter.write(op, &actor, now(), |tx| work(tx)).unwrap().output
    };
    let batch = joinder_store::import_batch::BatchId(write(Op("import.start"), &mut |tx| {
        start(tx, Digest::of(b"file"), "claimants.csv").map(|batch| batch.0)
    }));
    // The next rows are read while these are written.
    std::thread::scope(|scope| {
        let (sender, chunks) = std::sync::mpsc::sync_channel(1);
        scope.spawn(move || {
            let mut reader = csv::Reader::from_path(csv).unwrap();
            let rows = reader.records().zip(1..).map(|(row, n)| NewClaimant {
                id: ClaimantId(Uuid::from_u128(n)),
                claimant: claimant(&row.unwrap()),
            });
            let mut rows = rows.peekable();
            while rows.peek().is_some() {
                sender.send(rows.by_ref().take(CHUNK).collect::<Vec<_>>()).unwrap();
            }
        });
        for chunk in chunks {
            write(Op("import.claimants"), &mut |tx| insert_many(tx, batch, &chunk).map(|_| 0));
        }
    });
    write(Op("import.finish"), &mut |tx| finish(tx, batch, Counts::default()).map(|()| 0));
}

fn read_csv(csv: &Path) -> Vec<Claimant> {
    csv::Reader::from_path(csv).unwrap().records().map(|record| claimant(&record.unwrap())).collect()
}

fn claimant(row: &csv::StringRecord) -> Claimant {
    let cell = |name: &str| {
        let column = HEADINGS.iter().position(|heading| *heading == name).unwrap();
        row.get(column).unwrap().to_owned()
    };
    let date = |name: &str| {
        let text = cell(name);
        let day = text.parse().ok();
        Some(PartialDate { earliest: day, latest: day, precision: Precision::Day, text })
    };
    let mut claimant = Claimant { external_reference: cell("reference"), ..Claimant::default() };
    claimant.identity.title = cell("title");
    claimant.identity.forenames = cell("forenames");
    claimant.identity.surname = cell("surname");
    claimant.identity.date_of_birth = cell("date of birth").parse().ok();
    claimant.contact.emails = cell("emails")
        .split(';')
        .map(|address| EmailAddress { address: address.to_owned(), ..EmailAddress::default() })
        .collect();
    claimant.contact.mobile = cell("mobile");
    claimant.contact.addresses = vec![Address {
        lines: cell("address").split(", ").map(str::to_owned).collect(),
        postcode: cell("postcode"),
        ..Address::default()
    }];
    claimant.contact.nation_at_incident = Some(Nation::England);
    claimant.episodes = vec![Episode {
        kind: cell("episode 1 kind").as_str().into(),
        start: date("episode 1 start"),
        end: date("episode 1 end"),
        membership_number: cell("episode 1 membership number"),
        ..Episode::default()
    }];
    claimant.notification.received = Some(YesNo::Yes);
    claimant.consequence.own_words = cell("own words");
    claimant
}

fn write_csv(path: &Path, count: u32) {
    let forenames = ["Samira", "Adebayo", "Siân", "Łukasz", "Mary Ann", "Deepa", "John", "Wei"];
    let words = "I was worried for weeks about who has my data, changed my passwords and could not sleep. ";
    let mut file = BufWriter::new(File::create(path).unwrap());
    writeln!(file, "{}", HEADINGS.join(",")).unwrap();
    for n in 0..count {
        let scattered = n.wrapping_mul(2_654_435_761) % 1_000_003;
        writeln!(
            file,
            "ref-{n},Ms,{},Surname{scattered},19{:02}-0{}-1{},someone{scattered}@example.org;person{n}@example.net,\
             07700 900{:03},\"{n} Sample Street, Leeds\",LS{} {}AB,england,member,201{}-03-1{},2020-1{}-0{},A{},yes,\
             \"{}\"",
            forenames[scattered as usize % forenames.len()],
            40 + n % 55,
            1 + n % 9,
            n % 9,
            n % 1000,
            1 + n % 28,
            1 + n % 9,
            n % 10,
            n % 9,
            n % 2,
            1 + n % 8,
            1_000_000 + scattered,
            words.repeat(1 + n as usize % 3)
        )
        .unwrap();
    }
}

fn plain(csv: &Path, database: &Path) -> Duration {
    let started = Instant::now();
    let import = format!(".import --csv {} claimants", csv.display());
    assert!(Command::new("sqlite3").arg(database).arg(import).status().unwrap().success());
    started.elapsed()
}

/// Seconds of processor time of this process and of its children, where Linux tells.
fn processor() -> Option<(f64, f64)> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let ticks: Vec<f64> =
        stat.rsplit_once(')')?.1.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    let sum =
        |fields: std::ops::Range<usize>| ticks.get(fields).map(|ticks| ticks.iter().sum::<f64>() / 100.0);
    Some((sum(10..12)?, sum(12..14)?))
}

fn timed(what: &str, work: impl FnOnce()) {
    let started = Instant::now();
    work();
    say(what, started.elapsed());
}

fn say(what: &str, took: Duration) {
    println!("{what:>34}: {:.1} ms", took.as_secs_f64() * 1000.0);
}

fn now() -> Timestamp {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

fn imogen() -> SignIn {
    SignIn::new("imogen").unwrap()
}

fn passphrase() -> Passphrase {
    Passphrase::new("correct horse battery staple").unwrap()
}

fn new_matter() -> NewMatter {
    NewMatter {
        id: MatterId(Uuid::from_u128(1)),
        name: "Measured".to_owned(),
        profile: NewProfile { id: "labour-2021".to_owned(), version: 1, texts: BTreeMap::new() },
        person: NewPerson {
            id: PersonId(Uuid::from_u128(2)),
            sign_in: imogen(),
            full_name: "Imogen Achebe".to_owned(),
            role: Role::Coordinator,
        },
        passphrase: passphrase(),
        work: WorkFactor::STANDARD,
        now: now(),
    }
}
