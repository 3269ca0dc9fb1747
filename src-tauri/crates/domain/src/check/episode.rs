//! Checks of the spells of a relationship: every answer allows for what is not known (`intake.md` 3.2).

use jiff::Span;
use jiff::civil::Date;

use super::date::Dated;
use super::problem::Problems;
use super::{CheckRules, text};
use crate::claimant::{Claimant, Episode};
use crate::code::Code;
use crate::date::{PartialDate, Truth, show};

pub(super) fn check(claimant: &Claimant, rules: &CheckRules, today: Date, found: &mut Problems) {
    for (at, episode) in claimant.episodes.iter().enumerate() {
        let field = |name: &str| format!("episodes[{at}].{name}");
        dates(episode, today, &field, found);
        life(episode, claimant, rules, &field, found);
        matter(episode, rules, &field, found);
        contradictions(episode, claimant, rules, &field, found);
        for (name, line) in [
            ("membership_number", &episode.membership_number),
            ("local_party", &episode.local_party),
            ("union", &episode.union),
            ("union_branch", &episode.union_branch),
        ] {
            text::line(&field(name), line, found);
        }
    }
    overlaps(claimant, rules, today, found);
}

fn dates(episode: &Episode, today: Date, field: &dyn Fn(&str) -> String, found: &mut Problems) {
    let names = ["start", "end", "suspended", "suspension_lifted", "last_payment"].map(field);
    let [start, end, suspended, lifted, payment] = &names;
    let start = Dated { field: start, what: "start", date: &episode.start };
    let end = Dated { field: end, what: "end", date: &episode.end };
    let suspended = Dated { field: suspended, what: "suspension", date: &episode.suspended };
    let lifted = Dated { field: lifted, what: "suspension-lifted", date: &episode.suspension_lifted };
    let payment = Dated { field: payment, what: "payment", date: &episode.last_payment };
    for dated in [start, end, suspended, lifted, payment] {
        found.past(dated, today);
    }
    found.ordered(start, end, "episode-reversed");
    found.ordered(suspended, lifted, "suspension-reversed");
    if episode.ongoing && episode.end.is_some() {
        found.error(field("end"), "episode-ongoing-ended", &[]);
    }
    if episode.ongoing && episode.ending.is_some() {
        found.warn(field("ending"), "ending-while-ongoing", &[]);
    }
    for (dated, code) in [(suspended, "suspension-outside"), (payment, "payment-outside")] {
        let Some(date) = dated.date else { continue };
        let early = episode.start.as_ref().is_some_and(|start| date.before_date(start) == Truth::Yes);
        let late = episode.end.as_ref().is_some_and(|end| end.before_date(date) == Truth::Yes);
        if early || late {
            found.warn(dated.field, code, &[("date", date.short())]);
        }
    }
}

/// The spell against the person's life.
fn life(
    episode: &Episode,
    claimant: &Claimant,
    rules: &CheckRules,
    field: &dyn Fn(&str) -> String,
    found: &mut Problems,
) {
    let Some(start) = &episode.start else { return };
    if let Some(born) = claimant.identity.date_of_birth {
        let old_enough = rules.minimum_age.and_then(|age| {
            born.checked_add(Span::new().try_years(i64::from(age)).ok()?).ok().map(|day| (age, day))
        });
        if start.before(born) == Truth::Yes {
            let args = [("birth", show::short(born)), ("date", start.short())];
            found.error(field("start"), "start-before-birth", &args);
        } else if rules.member_kinds.contains(&episode.kind)
            && let Some((age, day)) = old_enough
            && start.before(day) == Truth::Yes
        {
            let most = start.latest.and_then(|last| super::identity::age(born, last)).unwrap_or_default();
            let args = [("age", age.to_string()), ("was", most.to_string()), ("date", start.short())];
            found.warn(field("start"), "joined-young", &args);
        }
    }
    if let Some(died) = &claimant.identity.died
        && died.before_date(start) == Truth::Yes
    {
        found.error(field("start"), "start-after-death", &[("death", died.short()), ("date", start.short())]);
    }
}

/// The spell against what the profile knows.
fn matter(episode: &Episode, rules: &CheckRules, field: &dyn Fn(&str) -> String, found: &mut Problems) {
    let windows: Vec<_> = rules.windows.iter().filter(|window| window.kind == episode.kind).collect();
    if let Some(start) = &episode.start
        && !windows.is_empty()
        && !windows
            .iter()
            .any(|window| start.overlaps(&PartialDate::between(Some(window.from), Some(window.until))))
    {
        let labels = windows.iter().map(|window| window.label.as_str()).collect::<Vec<_>>().join(", ");
        found.warn(field("start"), "start-outside-window", &[("date", start.short()), ("windows", labels)]);
    }
    for closure in rules.closures.iter().filter(|closure| closure.kind == episode.kind) {
        let late = |date: &Option<PartialDate>| {
            date.as_ref().is_some_and(|date| date.after(closure.last_day) == Truth::Yes)
        };
        let args = [("date", show::short(closure.last_day))];
        if episode.ongoing {
            found.warn(field("ongoing"), "after-closure", &args);
        } else if late(&episode.end) {
            found.warn(field("end"), "after-closure", &args);
        } else if late(&episode.start) {
            found.warn(field("start"), "after-closure", &args);
        }
    }
    union(episode, rules, field, found);
}

fn union(episode: &Episode, rules: &CheckRules, field: &dyn Fn(&str) -> String, found: &mut Problems) {
    let said = episode.union.trim();
    if said.is_empty() || rules.unions.is_empty() || !rules.affiliate_kinds.contains(&episode.kind) {
        return;
    }
    let Some(union) = rules.union(said) else {
        return found.warn(field("union"), "union-unknown", &[("union", said.into())]);
    };
    let name = ("union", union.name.clone());
    if union.spells.is_empty() {
        return found.warn(field("union"), "union-never-affiliated", &[name]);
    }
    // The spell as widely as it can have been.
    let first = episode.start.as_ref().and_then(|start| start.earliest);
    let last = if episode.ongoing { None } else { episode.end.as_ref().and_then(|end| end.latest) };
    let spell = PartialDate { earliest: first, latest: last, ..PartialDate::unknown() };
    let met = |spell_of: &super::AffiliatedSpell| {
        spell.overlaps(&PartialDate::between(spell_of.from, spell_of.until))
    };
    if !union.spells.iter().any(met) {
        return found.warn(field("union"), "union-not-then", &[name]);
    }
    // Still running although the union has left, so far as the profile knows.
    let left =
        union.spells.iter().map(|spell| spell.until).max_by_key(|until| until.unwrap_or(Date::MAX)).flatten();
    if let Some(left) = left
        && (episode.ongoing || episode.end.as_ref().is_some_and(|end| end.after(left) == Truth::Yes))
    {
        found.warn(field("union"), "union-left", &[name, ("date", show::short(left))]);
    }
}

fn contradictions(
    episode: &Episode,
    claimant: &Claimant,
    rules: &CheckRules,
    field: &dyn Fn(&str) -> String,
    found: &mut Problems,
) {
    if !rules.no_relationship_kinds.contains(&episode.kind) {
        return;
    }
    if !episode.membership_number.trim().is_empty() {
        found.warn(field("membership_number"), "none-with-number", &[]);
    }
    let other =
        |other: &Episode| !rules.no_relationship_kinds.contains(&other.kind) && other.kind != Code::default();
    if claimant.episodes.iter().any(other) {
        found.warn(field("kind"), "none-with-others", &[]);
    }
}

/// Two spells of membership that ran at one time, whatever the vague dates turn out to be.
fn overlaps(claimant: &Claimant, rules: &CheckRules, today: Date, found: &mut Problems) {
    let surely: Vec<(usize, Date, Date)> = claimant
        .episodes
        .iter()
        .enumerate()
        .filter(|(_, episode)| rules.member_kinds.contains(&episode.kind))
        .filter_map(|(at, episode)| {
            let start = episode.start.as_ref()?.latest?;
            let end = if episode.ongoing { today } else { episode.end.as_ref()?.earliest? };
            (start < end).then_some((at, start, end))
        })
        .collect();
    for (i, (at, start, end)) in surely.iter().enumerate() {
        for (other, from, to) in surely.iter().take(i) {
            if start.max(from) < end.min(to) {
                let args = [("first", (other + 1).to_string()), ("second", (at + 1).to_string())];
                found.warn(format!("episodes[{at}].start"), "episodes-overlap", &args);
            }
        }
    }
}
