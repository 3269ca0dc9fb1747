//! The schedule of information: what each claimant answered, "don't know" included (PD 19B, 6.1 and 14).

use std::collections::HashMap;

use joinder_domain::bundle::claim::{Labels as _, PublicSearch, Term, pounds};
use joinder_domain::claimant::{Claimant, Episode, HeldBasis, YesNo};
use joinder_domain::date::PartialDate;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::register::{Audience, Entry, Field, ListCell, ListColumn, ListRow};
use joinder_store::register as kept;
use rust_decimal::Decimal;

use super::words::{opening, text, with};
use crate::app::OpenMatter;
use crate::classification::{STEP, each};
use crate::command::Context;
use crate::error::{Error, Result};
use crate::label::ProfileLabels;

/// The questions in their order; those after the first ten are for the confidential version alone.
const QUESTIONS: &[&str] = &[
    "relationship",
    "told",
    "channel",
    "seen",
    "held",
    "data",
    "misuse",
    "money",
    "time",
    "asked",
    "other-firm",
    "own-words",
    "fear",
];
const PUBLIC: usize = 10;

fn questions(audience: Audience) -> &'static [&'static str] {
    match audience {
        Audience::Public => QUESTIONS.get(..PUBLIC).unwrap_or_default(),
        Audience::Confidential => QUESTIONS,
    }
}

/// One row a claimant, one column a question; on paper one row an answer.
pub(super) fn columns(audience: Audience, paper: bool) -> Vec<ListColumn> {
    let column = |heading: String, width| ListColumn { heading, width, ..ListColumn::default() };
    if paper {
        return vec![
            column(text("register-information-question"), 40),
            column(text("register-information-answer"), 70),
        ];
    }
    let mut columns =
        vec![column(super::words::field(Field::Number), 10), column(super::words::field(Field::Name), 28)];
    let asked =
        questions(audience).iter().map(|question| column(text(&format!("register-question-{question}")), 30));
    columns.extend(asked);
    columns
}

/// The answers of everybody on the register, in order of numbers.
pub(super) fn rows(
    context: Context<'_>,
    open: &OpenMatter,
    entries: &[Entry],
    audience: Audience,
    paper: bool,
) -> Result<Vec<ListRow>> {
    let places = open.matter.read(kept::places)?;
    let numbers: HashMap<ClaimantNumber, u32> =
        places.iter().filter_map(|place| Some((place.claimant?, place.number))).collect();
    let (total, label) = (entries.len() as u64, "Reading answers");
    let mut done = 0_u64;
    let mut found: Vec<(u32, Vec<ListRow>)> = Vec::with_capacity(entries.len());
    each(
        open,
        context.app.clock().today(),
        |_, _, one| {
            let entry = numbers.get(&one.number).and_then(|register| {
                let at = entries.binary_search_by_key(register, |entry| entry.number).ok()?;
                entries.get(at)
            });
            let Some(entry) = entry else { return Ok(None) };
            if audience == Audience::Public {
                harmless(open, entry, one.input.claimant)?;
            }
            Ok(Some((entry.number, of(open, entry, one.input.claimant, audience, paper))))
        },
        |rows| {
            done += 1;
            found.extend(rows);
            if done.is_multiple_of(STEP) { context.job.step(done.min(total), total, label) } else { Ok(()) }
        },
    )?;
    found.sort_by_key(|(number, _)| *number);
    Ok(found.into_iter().flat_map(|(_, rows)| rows).collect())
}

fn of(
    open: &OpenMatter,
    entry: &Entry,
    claimant: &Claimant,
    audience: Audience,
    paper: bool,
) -> Vec<ListRow> {
    let answers = questions(audience).iter().map(|question| answer(open, claimant, question));
    let words = |words: String| if words.is_empty() { ListCell::Empty } else { ListCell::Words(words) };
    let name = entry.shown(Field::Name, audience);
    if !paper {
        let head = [ListCell::Number(entry.number.into()), words(name.to_owned())];
        return vec![ListRow {
            part: String::new(),
            cells: head.into_iter().chain(answers.map(words)).collect(),
        }];
    }
    let number = entry.number.to_string();
    let part = with("register-information-part", &[("number", &number), ("name", name)]);
    let rows = questions(audience).iter().zip(answers).enumerate().map(|(at, (question, answer))| ListRow {
        part: if at == 0 { part.clone() } else { String::new() },
        cells: vec![ListCell::Words(text(&format!("register-question-{question}"))), words(answer)],
    });
    rows.collect()
}

/// Refuses a public schedule in which an answer shows what no non-party may read: dates and spells are given in the
/// claimant's own words.
fn harmless(open: &OpenMatter, entry: &Entry, claimant: &Claimant) -> Result<()> {
    let search = PublicSearch::of(claimant, &entry.cipher);
    for question in questions(Audience::Public) {
        let Some(found) = search.find(&answer(open, claimant, question)).into_iter().next() else {
            continue;
        };
        let (what, field) = (
            text(&format!("register-identifier-{}", found.code())),
            text(&format!("register-question-{question}")),
        );
        let number = entry.number.to_string();
        let values = [("claimant", number.as_str()), ("field", &field), ("what", &what)];
        return Err(Error::with("register-leak", &values));
    }
    Ok(())
}

fn yes_no(answer: Option<YesNo>) -> String {
    text(match answer {
        None => "register-answer-none",
        Some(YesNo::Yes) => "register-answer-yes",
        Some(YesNo::No) => "register-answer-no",
        Some(YesNo::DontKnow) => "register-answer-dont-know",
    })
}

fn date(date: Option<&PartialDate>) -> String {
    match date {
        None => text("register-answer-none"),
        Some(day) if day.is_unknown() => text("register-answer-dont-know"),
        Some(day) => opening(&day.told()),
    }
}

/// A spell as the claimant gives it: what is blank and what is not known are told apart.
fn spell(kind: &str, episode: &Episode) -> String {
    let (start, end) = (episode.start.as_ref(), episode.end.as_ref());
    let lasts = episode.ongoing && end.is_none();
    let day = |key: &str, given: Option<&PartialDate>| match given {
        None => text(&format!("register-answer-{key}-blank")),
        Some(day) if day.is_unknown() => text(&format!("register-answer-{key}-unknown")),
        Some(day) => with(&format!("register-answer-{key}"), &[("day", &day.told())]),
    };
    let start = day(if lasts { "since" } else { "start" }, start);
    let end = if lasts { text("register-answer-ongoing") } else { day("end", end) };
    with("register-answer-spell", &[("kind", kind), ("start", &start), ("end", &end)])
}

fn listed(items: Vec<String>) -> String {
    if items.is_empty() { text("register-answer-none") } else { items.join("; ") }
}

fn answer(open: &OpenMatter, claimant: &Claimant, question: &str) -> String {
    let labels = ProfileLabels(&open.choices, &open.profile);
    let or_none = |words: &str| {
        if words.trim().is_empty() { text("register-answer-none") } else { words.trim().to_owned() }
    };
    match question {
        "relationship" => listed(
            claimant
                .episodes
                .iter()
                .map(|episode| spell(&labels.of(Term::Category, &episode.kind), episode))
                .collect(),
        ),
        "told" => yes_no(claimant.notification.received),
        "channel" => claimant.notification.channel.map_or_else(
            || text("register-answer-none"),
            |channel| {
                let code = serde_json::to_value(channel).ok();
                let code = code.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default();
                let found =
                    open.profile.questions.channels.iter().find(|choice| choice.code.as_str() == code);
                found.map_or_else(|| code.to_owned(), |choice| choice.label.clone())
            },
        ),
        "seen" => date(claimant.notification.seen.as_ref()),
        "held" => yes_no(claimant.notification.still_held),
        "data" => listed(
            claimant
                .data_held
                .iter()
                .map(|held| {
                    let basis = match held.basis {
                        None => "none",
                        Some(HeldBasis::Given) => "given",
                        Some(HeldBasis::ShownByRequest) => "shown",
                        Some(HeldBasis::Guess) => "guess",
                    };
                    let kind = labels.of(Term::Data, &held.kind);
                    with(&format!("register-basis-{basis}"), &[("kind", &kind)])
                })
                .collect(),
        ),
        "misuse" => listed(
            claimant
                .misuse
                .iter()
                .map(|misuse| {
                    let kind = labels.of(Term::Misuse, &misuse.kind);
                    with("register-answer-on", &[("what", &kind), ("when", &date(misuse.when.as_ref()))])
                })
                .collect(),
        ),
        "money" => {
            let total: Decimal =
                claimant.losses.iter().map(|loss| loss.amount - loss.recouped.unwrap_or_default()).sum();
            if claimant.losses.is_empty() { text("register-answer-none") } else { pounds(total) }
        }
        "time" => {
            let minutes: u64 = claimant.time_spent.iter().map(|spent| u64::from(spent.minutes)).sum();
            match claimant.time_spent.is_empty() {
                true => text("register-answer-none"),
                false => with("register-answer-minutes", &[("minutes", &minutes.to_string())]),
            }
        }
        "asked" => listed(
            claimant
                .aftermath
                .requests
                .iter()
                .map(|request| {
                    let code = serde_json::to_value(request.kind).ok();
                    let code =
                        code.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
                    let kind = text(&format!("register-request-{code}"));
                    let sent = date(request.sent.as_ref());
                    let values =
                        [("what", kind.as_str()), ("sent", &sent), ("answered", &yes_no(request.answered))];
                    with("register-answer-request", &values)
                })
                .collect(),
        ),
        "other-firm" => yes_no(claimant.proceedings.other_firm),
        "own-words" => or_none(&claimant.consequence.own_words),
        "fear" => or_none(&claimant.consequence.fear),
        _ => String::new(),
    }
}
