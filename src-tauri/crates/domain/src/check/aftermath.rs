//! Checks of what came afterwards: requests, other firms, consents.

use jiff::civil::Date;

use super::date::Dated;
use super::problem::Problems;
use super::text;
use crate::claimant::{Claimant, YesNo};

pub(super) fn check(claimant: &Claimant, today: Date, found: &mut Problems) {
    for (at, request) in claimant.aftermath.requests.iter().enumerate() {
        let field = |name: &str| format!("aftermath.requests[{at}].{name}");
        let names = ["sent", "acknowledged", "answered_on"].map(field);
        let [sent, acknowledged, answered] = &names;
        let sent = Dated { field: sent, what: "request", date: &request.sent };
        let acknowledged =
            Dated { field: acknowledged, what: "acknowledgement", date: &request.acknowledged };
        let answered = Dated { field: answered, what: "answer", date: &request.answered_on };
        for dated in [sent, acknowledged, answered] {
            found.past(dated, today);
        }
        found.ordered(sent, acknowledged, "answer-before-request");
        found.ordered(sent, answered, "answer-before-request");
        if request.answered == Some(YesNo::No) && request.answered_on.is_some() {
            found.warn(field("answered"), "answer-contradict", &[]);
        }
        text::narrative(&field("outcome"), &request.outcome, found);
        text::line(&field("reference"), &request.reference, found);
    }
    let proceedings = &claimant.proceedings;
    if proceedings.other_firm == Some(YesNo::No) && proceedings.firm.is_some() {
        found.warn("proceedings.other_firm", "firm-contradict", &[]);
    }
    if let Some(firm) = &proceedings.firm {
        let field = "proceedings.firm.instructed";
        found.past(Dated { field, what: "firm", date: &firm.instructed }, today);
        text::line("proceedings.firm.name", &firm.name, found);
    }
    text::narrative("proceedings.conflicts", &proceedings.conflicts, found);
    text::line("external_reference", &claimant.external_reference, found);
}
