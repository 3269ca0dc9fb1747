//! What else an answer says: why, beside what, and what would settle it.

use std::collections::BTreeSet;

use joinder_domain::claimant::{Consent, Episode, Nation, YesNo};
use joinder_domain::classification::{Input, Until, explain};
use joinder_domain::code::Code;

use crate::people::{OWN, inline, labour, member, person, spell, through};

pub fn consent(given: bool, at: &str) -> Consent {
    Consent {
        kind: Code::from("joined-as-claimant"),
        version: 1,
        text_sha256: String::new(),
        given,
        at: at.parse().unwrap(),
        how: "typed".to_owned(),
    }
}

fn codes(list: &[&str]) -> BTreeSet<Code> {
    list.iter().map(|code| Code::from(*code)).collect()
}

#[test]
fn declan_is_told_what_would_decide_between_the_two() {
    let declan = person([member("2017-06", "autumn 2021", "resigned")]).notified().classified();
    let settle: Vec<_> = declan.settle.iter().map(|settle| settle.text.as_str()).collect();
    assert_eq!(settle, ["your resignation email or letter, or the party's answer to it"]);
    assert_eq!(declan.status.because.len(), 2, "one reason for each answer");
    let resigned = &declan.status.because[0];
    assert_eq!(resigned.status.as_str(), "FORMER_RESIGNED");
    assert_eq!(resigned.rule.rule.as_str(), "ST-13");
    let end = resigned.facts.iter().find(|fact| fact.field == "episodes[0].end").unwrap();
    assert!(end.words.contains("autumn 2021"), "{}", end.words);
}

#[test]
fn gosia_was_a_member_and_had_left_when_the_notice_came() {
    let gosia = person([member("2018", "2021-11-01", "resigned")]).notified().classified();
    assert_eq!(gosia.later.len(), 1);
    assert_eq!(gosia.later[0].until, Until::Notice);
    assert!(gosia.later[0].certain);
    assert_eq!(gosia.later[0].possible, codes(&["FORMER_RESIGNED"]));
    assert_eq!(gosia.later[0].text, "On 3 November 2021 the status was Former member (resigned).");
}

#[test]
fn ifeoma_is_a_member_now_and_was_not_at_the_incident() {
    let ifeoma = person([member("2010", "2019", "resigned"), member("2024", "ongoing", "")]).notified();
    assert_eq!(ifeoma.classified().status_now.possible, codes(&["MEMBER"]));
}

#[test]
fn what_a_person_says_of_now_never_changes_the_incident() {
    let before = person([member("2010", "2019", "resigned")]).notified();
    let after = before.clone().with(|claimant| claimant.status_now = Some(Code::from("member")));
    assert_eq!(before.classified().status, after.classified().status);
    assert_eq!(after.classified().status_now.possible, codes(&["MEMBER"]));
    assert!(after.classified().flags.contains(&Code::from("REPRESENTED_CLASS")));
    assert!(after.classified().flags.contains(&Code::from("STATUS_NOW_DIFFERS")));
}

#[test]
fn a_status_beside_the_first_is_kept_and_an_absorbed_one_is_not() {
    let both = person([
        member("2019", "ongoing", ""),
        through("Unite", Some(joinder_domain::claimant::Levy::OptedIn), "2016", "ongoing"),
        member("2010", "2016", "resigned"),
        spell("donor", "2012", "", ""),
    ]);
    let answer = both.classified();
    assert_eq!(answer.status.possible, codes(&["MEMBER"]));
    assert_eq!(answer.status.secondary, codes(&["AFFILIATE", "OTHER_CONTACT"]));
    assert!(answer.tags.iter().any(|tag| tag.code.as_str() == "TU"), "the union issue stays");
}

#[test]
fn every_finding_names_its_rule_and_what_it_rests_on() {
    let person = person([member("2015", "mid 2020", "resigned")]).says(YesNo::Yes).holding(inline(""));
    let answer = person.classified();
    for finding in &answer.findings {
        assert_eq!(finding.rule.rule_set.as_str(), "labour-2021-rules");
        assert!(!finding.rule.citation.is_empty() && !finding.text.is_empty());
    }
    let missing = answer.findings.iter().find(|finding| finding.code.as_str() == "HEADERS_MISSING").unwrap();
    assert_eq!(missing.evidence, [person.evidence()[0].evidence]);
    let partial = answer.findings.iter().find(|finding| finding.code.as_str() == "DATE_PARTIAL").unwrap();
    assert!(
        partial.facts.iter().any(|fact| fact.field == "episodes[0].end" && fact.words.contains("mid 2020"))
    );
}

#[test]
fn another_incident_date_moves_people_and_changes_nothing_else() {
    let bakers = person([through("BFAWU", Some(joinder_domain::claimant::Levy::OptedIn), "2016", "ongoing")]);
    let earlier = labour().with_incident_date(jiff::civil::date(2021, 9, 28));
    assert_eq!(bakers.classified_by(&earlier).status.possible, codes(&["AFFILIATE"]));
    assert_eq!(bakers.classified_by(&earlier).incident_date, jiff::civil::date(2021, 9, 28));
    assert_eq!(bakers.classified().status.possible, codes(&["AFFILIATE_FORMER"]));
}

#[test]
fn a_later_yes_takes_back_an_earlier_no() {
    let back = person([member("2015", "ongoing", "")]).notified().with(|claimant| {
        claimant.consents =
            vec![consent(false, "2026-11-01T09:00:00Z"), consent(true, "2026-11-02T09:00:00Z")];
    });
    assert!(!back.classified().flags.contains(&Code::from("WITHDRAWN")));
}

#[test]
fn a_friends_mail_adds_nothing_even_beside_ones_own_word() {
    let without = person([member("2015", "ongoing", "")]).says(YesNo::Yes);
    let with = without.clone().holding(crate::people::native("friend@yonder.example"));
    assert_eq!(with.classified().tier, without.classified().tier);
    assert_eq!(with.classified().notice, without.classified().notice);
    let own = without.holding(crate::people::native(OWN));
    assert_eq!(own.classified().tier, 5);
}

#[test]
fn what_people_read_is_short_plain_and_ends_with_a_person() {
    let bernard =
        person([member("about 2016", "mid 2020", "resigned")]).says(YesNo::Yes).holding(inline(OWN));
    let text = bernard.classified().explain(labour());
    assert_eq!(
        text,
        [
            "On 29 October 2021, the day of the incident, you were a former member who had resigned. A date that you \
             gave is not exact, and every day that it can have been leads to the same answer.",
            "The notice is supported: we have a copy that fits. The message itself would be stronger.",
            "It would help us to have: the notice itself instead of a copy, saved as a file from your mailbox or \
             forwarded as an attachment.",
            "The suggestion is to go on with your claim. A person decides.",
        ]
    );
    let declan =
        person([member("2017-06", "autumn 2021", "resigned")]).notified().classified().explain(labour());
    assert!(declan[0].ends_with("you were a former member who had resigned, or a member."), "{}", declan[0]);
    let gosia = person([member("2018", "2021-11-01", "resigned")]).notified().classified().explain(labour());
    assert_eq!(gosia[1], "On 3 November 2021 the status was Former member (resigned).");
    let nobody = person([]).classified().explain(labour());
    assert!(nobody[0].starts_with("We do not yet know what your relationship"), "{}", nobody[0]);
}

fn asked(person: &crate::people::Person) -> Vec<(String, String)> {
    let answer = person.classified();
    let about_status = answer.settle.into_iter().filter(|settle| settle.field.starts_with("episodes["));
    about_status.map(|settle| (settle.field, settle.text)).collect()
}

#[test]
fn who_came_to_an_event_is_not_asked_for_a_membership_card() {
    let answer = person([spell("event", "", "", "")]).notified().classified();
    let asked: Vec<&str> = answer.settle.iter().map(|settle| settle.text.as_str()).collect();
    assert_eq!(
        asked,
        ["when you were first in contact with the party: a receipt, a ticket or an email of the time"]
    );
}

#[test]
fn the_shortest_list_that_decides_is_asked_for() {
    let lapsed = asked(&person([member("2015", "June 2021", "lapsed")]).notified());
    assert_eq!(lapsed.len(), 1, "{lapsed:?}");
    assert_eq!(lapsed[0].0, "episodes[0].last_payment");
    assert!(lapsed[0].1.contains("bank statement"));

    let applicant = asked(&person([spell("applicant", "2015", "", "")]).notified());
    assert_eq!(applicant.len(), 1, "{applicant:?}");
    assert!(applicant[0].1.contains("application"));

    let suspended = asked(
        &person([Episode { suspended: crate::people::when("autumn 2021"), ..member("2015", "ongoing", "") }])
            .notified(),
    );
    assert_eq!(suspended[0].0, "episodes[0].suspended");

    let both = asked(&person([member("autumn 2021", "", "resigned")]).notified());
    assert_eq!(both.len(), 2, "when it began and when it ended: {both:?}");

    let beside = asked(
        &person([member("2010", "autumn 2021", "resigned"), spell("donor", "autumn 2021", "", "")])
            .notified(),
    );
    assert_eq!(beside.len(), 1, "the donation decides nothing: {beside:?}");
}

#[test]
fn a_claimant_reads_why_and_why_not_something_near_it() {
    let explained = |person: &crate::people::Person| {
        let evidence = person.evidence();
        let input = Input {
            claimant: &person.claimant,
            evidence: &evidence,
            today: crate::people::TODAY,
            group: person.group,
        };
        explain(&input, &person.classified(), labour(), &spoken)
    };
    let ada = explained(&person([member("2015", "ongoing", "")]).notified());
    assert_eq!(ada.why.len(), 1);
    assert_eq!(
        ada.why[0].text,
        "why-was-told status=a member, incident=29 October 2021, told=Member; why-told-start words=2015; \
         why-told-ongoing words=yes The membership had begun and had not ended on that day."
    );
    let not = |explained: &joinder_domain::classification::Explained, status: &str| {
        explained
            .why_not
            .iter()
            .find(|why| why.statuses.iter().any(|one| one.as_str() == status))
            .map(|why| why.text.clone())
            .unwrap_or_default()
    };
    assert_eq!(not(&ada, "FORMER_RESIGNED"), "why-not-ended incident=29 October 2021");
    assert_eq!(not(&ada, "FORMER_EXPELLED"), not(&ada, "FORMER_RESIGNED"), "one reason is said once");
    assert_eq!(not(&ada, "MEMBER_SUSPENDED"), "why-not-suspended incident=29 October 2021");
    assert_eq!(ada.why_not.len(), 4, "{ada:?}");
    let anh = explained(&person([crate::people::stopped_paying("2015", "10 June 2021", None)]).notified());
    assert_eq!(
        not(&anh, "FORMER_LAPSED"),
        "why-not-lapsed incident=29 October 2021, months=6, day=10 December 2021"
    );
    let bernard = explained(&person([member("2016", "mid 2020", "resigned")]).notified());
    let ended = not(&bernard, "MEMBER");
    assert!(ended.starts_with("why-ended-told") && ended.contains("mid 2020"), "{ended}");
    // What would have to be otherwise is said in the words of the question.
    assert!(not(&bernard, "FORMER_LAPSED").contains("It lapsed"), "{bernard:?}");
    assert!(not(&bernard, "OTHER_CONTACT").contains("I withdrew my application"));
    assert!(not(&bernard, "OTHER_CONTACT").ends_with("told=I resigned"));
    let chloe = explained(&person([member("2016", "2019", "")]).notified());
    assert!(not(&chloe, "FORMER_RESIGNED").starts_with("why-ending-unknown"), "{chloe:?}");
}

/// The key and the values of a text, as they are handed to whoever knows the words.
fn spoken(key: &str, values: &[(&str, &str)]) -> String {
    let values: Vec<String> = values.iter().map(|(name, value)| format!("{name}={value}")).collect();
    format!("{key} {}", values.join(", "))
}

#[test]
fn a_suggestion_that_rests_on_flags_names_those_that_were_raised() {
    let mut fergus = person([member("2015", "ongoing", "")]).notified();
    fergus.claimant.contact.nation_at_incident = Some(Nation::Scotland);
    fergus.claimant.proceedings.other_firm = Some(YesNo::Yes);
    let reasons: Vec<String> =
        fergus.classified().outcome_reasons.into_iter().map(|reason| reason.text).collect();
    assert_eq!(
        reasons,
        [
            "A solicitor has to look before anything else is done: Scotland: five-year prescription; Another firm was \
          instructed."
        ]
    );
}
