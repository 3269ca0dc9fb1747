//! The clock of each request to the defendant: when it was due, and how long its breach can be sued for.

use jiff::civil::Date;

use super::holiday::after;
use super::run::Running;
use super::{Clock, Reader, Standing};
use crate::claimant::{Request, YesNo};
use crate::date::{PartialDate, Truth};
use crate::rules::clock::{ClockRule, Duty};

/// One clock for each request of the kind.
pub(super) fn read(reader: &Reader<'_>, rule: &ClockRule, duty: &Duty, clocks: &mut Vec<Clock>) {
    for (at, request) in reader.input.claimant.aftermath.requests.iter().enumerate() {
        let had_no_duty = duty
            .sent_from
            .is_some_and(|from| request.sent.as_ref().is_some_and(|sent| sent.before(from) == Truth::Yes));
        if request.kind != duty.kind || had_no_duty {
            continue;
        }
        let mut clock = one(reader, rule, duty, request);
        clock.field = format!("aftermath.requests[{at}]");
        clocks.push(clock);
    }
}

fn one(reader: &Reader<'_>, rule: &ClockRule, duty: &Duty, request: &Request) -> Clock {
    let mut running = Running::new(reader, rule);
    let words = &reader.terms.words;
    let sent = request.sent.as_ref().filter(|sent| !sent.is_unknown());
    // The earliest day is the careful one: time may have begun to run on it.
    let Some(first) = sent.and_then(|sent| sent.earliest) else {
        running.say(&words.sent_unknown);
        return running.clock;
    };
    let due_after = |day: Date| after(day, duty.within.months, duty.within.days);
    let due = due_after(first);
    let certain = sent.is_some_and(PartialDate::is_certain);
    running.step(if certain { &words.sent } else { &words.sent_vague }, first);
    let within = super::run::words(duty.within);
    running.step(&words.due.replace("{within}", &within), due);
    running.clock.due = Some(due);
    let done = if duty.acknowledge { request.acknowledged.as_ref() } else { request.answered_on.as_ref() };
    match met(request, done, duty, due, sent.and_then(|sent| sent.latest).map(due_after)) {
        Truth::Yes => running.clock.standing = Standing::Met,
        _ if due >= reader.input.today => running.clock.standing = Standing::NotDue,
        certain => {
            running.accrues(due);
            running.runs(reader.input.claimant.identity.date_of_birth);
            if certain == Truth::Maybe && !words.label_unknown.is_empty() {
                running.clock.label = words.label_unknown.replace("{label}", &rule.label);
            }
            if certain == Truth::Maybe && !words.answer_unknown.is_empty() {
                running.clock.cautions.insert(0, words.answer_unknown.clone());
            }
        }
    }
    running.clock
}

/// Whether a request was met in time: surely, perhaps, or not.
fn met(
    request: &Request,
    done: Option<&PartialDate>,
    duty: &Duty,
    due: Date,
    due_latest: Option<Date>,
) -> Truth {
    let answered = request.answered == Some(YesNo::Yes) || done.is_some();
    match (answered, done) {
        (true, Some(day)) if day.after(due) == Truth::No => Truth::Yes,
        (true, Some(day)) if due_latest.is_some_and(|due| day.after(due) == Truth::Yes) => Truth::No,
        (true, _) => Truth::Maybe,
        (false, _) if duty.acknowledge => Truth::No,
        (false, _) if request.answered == Some(YesNo::No) => Truth::No,
        (false, _) => Truth::Maybe,
    }
}
