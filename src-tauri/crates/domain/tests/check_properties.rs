//! What holds for the check of every record.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a property that cannot be set up must fail"
)]

mod people;

use jiff::ToSpan;
use jiff::civil::date;
use joinder_domain::check::{Problem, check, read_claimant};
use joinder_domain::claimant::Claimant;
use joinder_domain::date::{DateWords, PartialDate};
use people::{TODAY, gwen_with, member, rules};
use proptest::prelude::*;
use serde_json::json;

/// An interval of days, up to three years wide, some with open ends.
fn interval() -> impl Strategy<Value = PartialDate> {
    (0..12_000_i64, 0..1_000_i64, 0..8_u8).prop_map(|(first, width, open)| {
        let first = date(2000, 1, 1).checked_add(first.days()).unwrap();
        let last = first.checked_add(width.days()).unwrap();
        PartialDate::between((open != 0).then_some(first), (open != 1).then_some(last))
    })
}

/// The same interval with its ends moved outwards.
fn vaguer(date: &PartialDate, before: i64, after: i64) -> PartialDate {
    PartialDate::between(
        date.earliest.map(|day| day.checked_sub(before.days()).unwrap()),
        date.latest.map(|day| day.checked_add(after.days()).unwrap()),
    )
}

fn with_dates(dates: &[PartialDate; 4]) -> Claimant {
    gwen_with(|gwen| {
        let [start, end, again, payment] = dates.clone();
        gwen.episodes = vec![member("2015", "2016"), member("2015", "")];
        gwen.episodes[0].start = Some(start);
        gwen.episodes[0].end = Some(end);
        gwen.episodes[0].last_payment = Some(payment);
        gwen.episodes[1].start = Some(again);
    })
}

fn found(claimant: &Claimant) -> Vec<(String, &'static str)> {
    check(claimant, &rules(), TODAY).into_iter().map(|problem| (problem.field, problem.code)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    /// Situations 7.3, invariant 1, for checks: who knows less is not told more.
    #[test]
    fn vaguer_dates_never_bring_new_problems(
        dates in [interval(), interval(), interval(), interval()], which in 0_usize..4, before in 0..800_i64, after in 0..800_i64
    ) {
        let sharp = found(&with_dates(&dates));
        let mut dates = dates;
        dates[which] = vaguer(&dates[which], before, after);
        for problem in found(&with_dates(&dates)) {
            prop_assert!(sharp.contains(&problem), "{problem:?} was not there before");
        }
    }

    #[test]
    fn an_end_is_refused_exactly_when_no_pair_of_days_fits(
        start in interval(), end in interval()
    ) {
        let dates = [start.clone(), end.clone(), PartialDate::unknown(), PartialDate::unknown()];
        let refused = found(&with_dates(&dates)).iter().any(|(_, code)| *code == "episode-reversed");
        let fits = match (start.earliest, end.latest) {
            (Some(first), Some(last)) => first <= last,
            _ => true,
        };
        prop_assert_eq!(refused, !fits);
    }

    #[test]
    fn any_text_in_any_field_is_checked_and_left_alone(text in "\\PC{0,60}", word in "[a-z0-9 /'.-]{0,20}") {
        let record = json!({
            "identity": { "forenames": text, "surname": word, "date_of_birth": word, "national_insurance_number": text },
            "contact": { "emails": [{ "address": text, "from": word }, { "address": word }], "mobile": text,
                         "landline": word, "addresses": [{ "lines": [text], "postcode": word, "country": text }] },
            "episodes": [{ "kind": "affiliated-supporter", "start": word, "end": text, "union": text }],
            "notification": { "channel": "email", "received_at": text, "seen": word },
            "consequence": { "own_words": text },
        });
        let (claimant, _) = read_claimant(record.clone(), &DateWords::default());
        let claimant = claimant.unwrap();
        let first: Vec<Problem> = check(&claimant, &rules(), TODAY);
        prop_assert_eq!(&first, &check(&claimant, &rules(), TODAY));
        prop_assert_eq!(&claimant.identity.forenames, &text);
        prop_assert_eq!(&claimant.contact.addresses[0].postcode, &word);
        let (again, _) = read_claimant(serde_json::to_value(&claimant).unwrap(), &DateWords::default());
        prop_assert_eq!(again.as_ref(), Some(&claimant), "what was read once is read again the same");
    }
}
