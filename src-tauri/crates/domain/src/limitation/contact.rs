//! The clock from the last contact with the defendant, for a complaint to the regulator.

use super::run::Running;
use super::{Clock, Reader, Standing};
use crate::claimant::RequestKind;
use crate::rules::clock::ClockRule;

/// The clock; `None` where there was no contact, so that nothing can be complained of yet.
pub(super) fn read(reader: &Reader<'_>, rule: &ClockRule) -> Option<Clock> {
    let requests = &reader.input.claimant.aftermath.requests;
    let ours = || requests.iter().filter(|request| request.kind != RequestKind::Regulator);
    ours().next()?;
    let mut running = Running::new(reader, rule);
    if requests.iter().any(|request| request.kind == RequestKind::Regulator) {
        running.clock.standing = Standing::Met;
        running.say(&reader.terms.words.complained);
        return Some(running.clock);
    }
    let contacts = ours().flat_map(|request| {
        [&request.sent, &request.acknowledged, &request.answered_on].into_iter().flatten()
    });
    // The earliest day of a vague date is the careful one.
    match contacts.filter_map(|date| date.earliest).max() {
        Some(last) => {
            running.accrues(last);
            running.runs(None);
        }
        None => running.say(&reader.terms.words.contact_unknown),
    }
    Some(running.clock)
}
