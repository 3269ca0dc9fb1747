//! Checks of what it did to the person, in words, money and time (`intake.md` 3.2).

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::date::Dated;
use super::problem::Problems;
use super::{CheckRules, text};
use crate::claimant::{Claimant, Loss, Severity, YesNo};
use crate::date::{PartialDate, Truth, show};

pub(super) fn check(claimant: &Claimant, rules: &CheckRules, today: Date, found: &mut Problems) {
    words(claimant, rules, today, found);
    for (at, misuse) in claimant.misuse.iter().enumerate() {
        let field = format!("misuse[{at}].when");
        found.past(Dated { field: &field, what: "misuse", date: &misuse.when }, today);
        text::narrative(&format!("misuse[{at}].description"), &misuse.description, found);
        text::line(&format!("misuse[{at}].reference"), &misuse.reference, found);
    }
    for (at, loss) in claimant.losses.iter().enumerate() {
        money(&format!("losses[{at}]"), loss, rules, today, found);
    }
    time(claimant, rules, today, found);
}

fn words(claimant: &Claimant, rules: &CheckRules, today: Date, found: &mut Problems) {
    let consequence = &claimant.consequence;
    let own_words = consequence.own_words.trim();
    if !own_words.is_empty() && own_words.chars().nth(rules.short_narrative.saturating_sub(1)).is_none() {
        let args = [("least", rules.short_narrative.to_string())];
        found.warn("consequence.own_words", "own-words-short", &args);
    }
    for (name, said) in [
        ("own_words", &consequence.own_words),
        ("others_know", &consequence.others_know),
        ("vulnerability", &consequence.vulnerability),
        ("treatment", &consequence.treatment),
        ("medication", &consequence.medication),
        ("fear", &consequence.fear),
        ("safety", &consequence.safety),
    ] {
        text::narrative(&format!("consequence.{name}"), said, found);
    }
    let felt = consequence.descriptors.iter().any(|descriptor| descriptor.severity > Severity::None);
    let treated = !consequence.treatment.trim().is_empty() || !consequence.medication.trim().is_empty();
    let ill = consequence.diagnosis == Some(YesNo::Yes) || treated;
    if consequence.no_distress == Some(YesNo::Yes) && (felt || ill) {
        found.warn("consequence.no_distress", "distress-contradict", &[]);
    }
    for (at, descriptor) in consequence.descriptors.iter().enumerate() {
        let field = format!("consequence.descriptors[{at}].first_felt");
        found.past(Dated { field: &field, what: "distress", date: &descriptor.first_felt }, today);
        before_incident(&field, "distress", &descriptor.first_felt, rules, found);
    }
}

fn before_incident(
    field: &str,
    what: &'static str,
    date: &Option<PartialDate>,
    rules: &CheckRules,
    found: &mut Problems,
) {
    if let (Some(date), Some(incident)) = (date, rules.incident)
        && date.before(incident) == Truth::Yes
    {
        let args = [("what", what.to_owned()), ("date", date.short()), ("incident", show::short(incident))];
        found.warn(field, "before-incident", &args);
    }
}

fn money(field: &str, loss: &Loss, rules: &CheckRules, today: Date, found: &mut Problems) {
    for (name, amount) in [("amount", Some(loss.amount)), ("recouped", loss.recouped)] {
        let Some(amount) = amount else { continue };
        if amount < Decimal::ZERO {
            found.error(format!("{field}.{name}"), "money-negative", &[]);
        }
        if amount.normalize().scale() > 2 {
            found.error(format!("{field}.{name}"), "money-decimals", &[]);
        }
    }
    if let Some(recouped) = loss.recouped
        && recouped > loss.amount
    {
        let args = [("amount", loss.amount.to_string()), ("recouped", recouped.to_string())];
        found.error(format!("{field}.recouped"), "money-recouped", &args);
    }
    let when = format!("{field}.when");
    found.past(Dated { field: &when, what: "loss", date: &loss.when }, today);
    before_incident(&when, "loss", &loss.when, rules, found);
    text::line(&format!("{field}.payee"), &loss.payee, found);
}

fn time(claimant: &Claimant, rules: &CheckRules, today: Date, found: &mut Problems) {
    let hours = |minutes: u32| (minutes / 60).to_string();
    let over = |minutes: u32| [("hours", hours(minutes)), ("minutes", (minutes % 60).to_string())];
    for (at, spent) in claimant.time_spent.iter().enumerate() {
        let field = format!("time_spent[{at}]");
        let minutes = format!("{field}.minutes");
        if spent.minutes == 0 {
            found.error(&minutes, "time-zero", &[]);
        }
        if spent.minutes > rules.long_task_minutes {
            let [whole, rest] = over(spent.minutes);
            let args = [whole, rest, ("most", hours(rules.long_task_minutes))];
            found.warn(&minutes, "time-task-long", &args);
        }
        let when = format!("{field}.when");
        found.past(Dated { field: &when, what: "time", date: &spent.when }, today);
        before_incident(&when, "time", &spent.when, rules, found);
        text::narrative(&format!("{field}.description"), &spent.description, found);
    }
    let total = claimant.time_spent.iter().fold(0_u32, |total, spent| total.saturating_add(spent.minutes));
    if total > rules.long_total_minutes {
        let [whole, rest] = over(total);
        let args = [whole, rest, ("most", hours(rules.long_total_minutes))];
        found.warn("time_spent", "time-total-long", &args);
    }
}
