//! Counting 100,000 claimants: `cargo bench -p joinder-domain --bench insight -- 100000`.
//!
//! Times are printed beside that of reading the same claimants from JSON, which any way of counting them must do.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout, clippy::disallowed_methods)]

#[path = "../tests/insight/crowd.rs"]
#[allow(dead_code)]
mod crowd;

use std::time::{Duration, Instant};

use joinder_domain::claimant::{Claimant, Episode};
use joinder_domain::insight::{
    Attribute, Told, by_notice, by_told, losses, margins, retention, silence, table_shown, which_list,
};

fn main() {
    let count: u32 = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(100_000);
    let mut dice = crowd::Dice(1);
    let people: Vec<Claimant> = (0..count).map(|_| crowd::somebody(&mut dice)).collect();
    let cut = jiff::civil::date(2018, 6, 30);
    let on_list = |episode: &Episode| {
        episode.end.as_ref().is_none_or(|end| end.earliest.is_some_and(|first| first >= cut))
    };
    let texts: Vec<String> = people.iter().map(|person| serde_json::to_string(person).unwrap()).collect();
    let (read, _) = timed(|| {
        texts
            .iter()
            .map(|text| serde_json::from_str::<Claimant>(text).unwrap())
            .filter(|c| !c.episodes.is_empty())
            .count()
    });

    let (adding, group) = timed(|| {
        let mut group = crowd::group();
        for claimant in &people {
            let told = on_list(&claimant.episodes[0]) != dice.chance(5);
            crowd::add(&mut group, claimant, crowd::told(told));
        }
        group
    });
    let (tables, _) = timed(|| {
        let by_told = Attribute::ALL.map(|attribute| by_told(&group, attribute, Told::Said).rows.len());
        by_told.iter().sum::<usize>() + by_notice(&group, Attribute::Status).rows.len()
    });
    let (list, found) = timed(|| which_list(&group, Told::Said));
    let (rest, _) = timed(|| (retention(&group, Told::Said), silence(&group), losses(&group)));
    let (hiding, _) = timed(|| {
        let (_, halves) = margins(&group, Told::Said, 5);
        Attribute::ALL
            .map(|attribute| table_shown(&by_told(&group, attribute, Told::Said), &halves, 5).rows.len())
    });
    println!("{count} claimants; reading their JSON: {:.2} s", read.as_secs_f64());
    for (what, time) in [
        ("adding", adding),
        ("tables", tables),
        ("which list", list),
        ("retention, silence, losses", rest),
        ("withholding", hiding),
    ] {
        println!(
            "{what:>28}: {:.3} s, {:.2} of reading",
            time.as_secs_f64(),
            time.as_secs_f64() / read.as_secs_f64()
        );
    }
    let all = adding + tables + list + rest + hiding;
    println!("{:>28}: {:.3} s", "in all", all.as_secs_f64());
    println!("{} tests; rule: {:?}", found.tried, found.rule.map(|rule| rule.separation.parts));
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let begun = Instant::now();
    let made = work();
    (begun.elapsed(), made)
}
