//! What somebody who edits a profile is told.

#![allow(clippy::panic, clippy::unwrap_used, reason = "what cannot be set up must fail the test")]

#[path = "situations/people.rs"]
#[allow(dead_code, reason = "only the files are used")]
mod people;

use joinder_domain::check::CheckRules;
use joinder_domain::code::Code;
use joinder_domain::profile::{Mark, Profile};
use people::{FILES, labour};

/// The wording of letters, which a profile may have.
const LETTERS: (&str, &str) =
    ("letters.toml", include_str!("../../../../assets/profiles/labour-2021/letters.toml"));

/// The built-in profile with one text of one file replaced.
fn edited(file: &str, from: &str, to: &str) -> Result<Profile, Vec<String>> {
    let texts: Vec<(&str, String)> = FILES
        .iter()
        .chain([&LETTERS])
        .map(|(name, text)| {
            if *name == file {
                assert!(text.contains(from), "{file} has no {from:?}");
                (*name, text.replacen(from, to, 1))
            } else {
                (*name, (*text).to_owned())
            }
        })
        .collect();
    let files: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    Profile::from_files(&files).map_err(|error| error.problems.iter().map(ToString::to_string).collect())
}

fn faults(file: &str, from: &str, to: &str) -> Vec<String> {
    edited(file, from, to).err().unwrap_or_default()
}

fn line_of(file: &str, text: &str) -> usize {
    let (_, all) = FILES.iter().find(|(name, _)| *name == file).unwrap();
    1 + all.lines().position(|line| line.contains(text)).unwrap()
}

#[test]
fn the_built_in_profile_is_right_and_says_what_is_not_known() {
    let profile = labour();
    assert_eq!(profile.id.as_str(), "labour-2021");
    assert_eq!(profile.incident.date.to_string(), "2021-10-29");
    assert!(profile.incident.unknown.iter().any(|unknown| unknown.text.contains("day of the intrusion")));
    assert!(profile.incident.known.iter().all(|known| known.source.mark == Mark::Read));
    assert_eq!(profile.rules.status("MEMBER").unwrap().label, "Member");
    assert_eq!(profile.rules.status("former-resigned").unwrap().code.as_str(), "FORMER_RESIGNED");
    assert!(profile.unions.find("bakers union").is_some());
}

#[test]
fn a_wrong_date_is_named_with_file_line_and_key() {
    let line = line_of("unions.toml", "2021-09-28");
    assert_eq!(
        faults("unions.toml", "until = 2021-09-28", "until = \"last autumn\""),
        [format!(
            "unions.toml:{line}:21: key \"until\": expected a date like 2021-09-28, found \"last autumn\""
        )]
    );
}

#[test]
fn a_key_that_nobody_knows_is_refused() {
    let line = line_of("incident.toml", "notice_date");
    let found = faults("incident.toml", "notice_date = 2021-11-03", "notice_date = 2021-11-03\nnotise = 1");
    assert_eq!(found.len(), 1, "{found:?}");
    let start = format!("incident.toml:{}:1: key \"notise\": not known here: expected one of", line + 1);
    assert!(found[0].starts_with(&start), "{}", found[0]);
}

#[test]
fn several_mistakes_are_told_at_once() {
    let found = faults(
        "rules.toml",
        "id = \"ST-12\"\norder = 120",
        "id = \"ST-11\"\norder = 110\nphasis = [\"during\"]",
    );
    assert!(
        found.iter().any(|fault| fault.contains("key \"id\"") && fault.contains("\"ST-11\" again")),
        "{found:#?}"
    );
    assert!(
        found
            .iter()
            .any(|fault| fault.contains("found 110, which \"ST-11\" has: neither rule would come first")),
        "{found:#?}"
    );
    assert!(found.iter().any(|fault| fault.contains("key \"phasis\": not known here")), "{found:#?}");
}

#[test]
fn a_rule_that_names_what_does_not_exist_is_refused() {
    let line = line_of("rules.toml", "id = \"ST-12\"") + 4;
    let found = faults(
        "rules.toml",
        "phases = [\"during\"]\nstatuses = [\"MEMBER\"]",
        "phases = [\"during\"]\nstatuses = [\"MEMBR\"]",
    );
    assert!(
        found[0].starts_with(&format!(
            "rules.toml:{line}:13: key \"statuses\": expected a status: one of \"MEMBER\""
        )),
        "{}",
        found[0]
    );
    assert!(found[0].ends_with("found \"MEMBR\""), "{}", found[0]);
    for (from, to, said) in [
        (
            "when = { flags_any = [\"WITHDRAWN\"] }",
            "when = { flags_any = [\"WITHDRWN\"] }",
            "expected a flag: one of",
        ),
        (
            "when = { facts = [\"boundary-day\"] }",
            "when = { facts = [\"boundry-day\"] }",
            "expected a fact: one of",
        ),
        (
            "when = { facts = [\"boundary-day\"] }",
            "when = { fact = [\"boundary-day\"] }",
            "key \"fact\": not known here",
        ),
        ("endings = [\"stopped-paying\"]", "endings = [\"stoped-paying\"]", "expected an ending: one of"),
        (
            "severity = \"info\"",
            "severity = \"shrug\"",
            "expected a severity: one of \"info\", \"note\", \"warning\", \"blocking\", found \"shrug\"",
        ),
        ("outcome = \"MERGE\"", "outcome = \"REJECT\"", "expected an outcome: one of \"ACCEPT\""),
        (
            "months = 6",
            "months = \"six\"",
            "key \"months\": expected a whole number from 0 to 1200, found \"six\"",
        ),
    ] {
        let found = faults("rules.toml", from, to);
        assert!(found.iter().any(|fault| fault.contains(said)), "{to}: {found:#?}");
    }
}

#[test]
fn flags_cannot_wait_for_each_other() {
    let found = faults(
        "rules.toml",
        "when = { facts = [\"boundary-day\"] }",
        "when = { flags_any = [\"DATE_PARTIAL\"] }",
    );
    assert!(
        found.iter().any(|fault| fault.contains("flags could then wait for each other, found DATE_PARTIAL")),
        "{found:#?}"
    );
}

#[test]
fn what_is_missing_is_named() {
    let found = faults("incident.toml", "date = 2021-10-29", "");
    assert!(
        found.contains(
            &"incident.toml:1:1: key \"date\": missing: expected a date like 2021-09-28".to_owned()
        ),
        "{found:#?}"
    );
    let found = faults("notice.toml", "code = \"chain-full\"", "code = \"chain-broken\"");
    assert!(found.iter().any(|fault| fault.contains("found none for \"chain-full\"")), "{found:#?}");
    let without: Vec<_> = FILES.iter().copied().filter(|(name, _)| *name != "unions.toml").collect();
    let error = Profile::from_files(&without).unwrap_err();
    assert_eq!(error.to_string(), "unions.toml: missing: expected this file in the profile");
}

#[test]
fn broken_toml_is_named_by_its_line_and_never_panics() {
    let line = line_of("consents.toml", "code = \"privacy-notice\"");
    let found = faults("consents.toml", "code = \"privacy-notice\"", "code = privacy-notice");
    assert!(found.iter().any(|fault| fault.starts_with(&format!("consents.toml:{line}:8: "))), "{found:#?}");
    let nonsense: Vec<_> = FILES.iter().map(|(name, _)| (*name, "[[[\u{0}=")).collect();
    assert!(Profile::from_files(&nonsense).is_err());
}

#[test]
fn a_profile_from_a_newer_program_is_refused() {
    let found = faults("profile.toml", "format = 1", "format = 2");
    assert_eq!(
        found,
        [format!(
            "profile.toml:{}:1: key \"format\": expected at most 1, found 2: this profile was made for a newer Joinder; install the newest one",
            line_of("profile.toml", "format = 1")
        )]
    );
}

#[test]
fn the_hash_follows_the_content_and_not_the_layout() {
    let first = edited("rules.toml", "order = 10\n", "order = 10\n").unwrap();
    let spaced = edited("rules.toml", "order = 10\n", "# a remark\norder   =   10\n\n").unwrap();
    assert_eq!(spaced.rules.sha256, first.rules.sha256);
    assert_eq!(spaced.sha256, first.sha256);
    let changed = edited("rules.toml", "months = 6", "months = 7").unwrap();
    assert_ne!(changed.rules.sha256, first.rules.sha256);
    let consents = edited("consents.toml", "title = \"News from the firm\"", "title = \"News\"").unwrap();
    assert_ne!(consents.sha256, first.sha256);
    assert_eq!(consents.rules.sha256, first.rules.sha256, "no rule rests on a consent's title");
    let unions = edited("unions.toml", "until = 2021-09-28", "until = 2021-09-27").unwrap();
    assert_ne!(unions.rules.sha256, first.rules.sha256, "rules rest on the unions");
}

#[test]
fn a_consent_is_known_by_the_hash_of_its_text() {
    let changed = edited("consents.toml", "I agree to be joined", "I consent to be joined").unwrap();
    let of = |profile: &Profile| {
        let consent =
            profile.consents.iter().find(|consent| consent.code.as_str() == "joined-as-claimant").unwrap();
        consent.sha256.clone()
    };
    assert_ne!(of(&changed), of(labour()));
    assert_eq!(of(labour()).len(), 64);
}

#[test]
fn checks_of_a_record_take_their_limits_from_the_profile() {
    let rules: CheckRules = labour().check_rules();
    assert_eq!(rules.member_kinds, [Code::from("member")]);
    assert_eq!(rules.affiliate_kinds, [Code::from("affiliated-supporter"), Code::from("levy-payer")]);
    assert_eq!(rules.minimum_age, Some(14));
    assert_eq!((rules.long_task_minutes, rules.long_total_minutes), (180, 1200));
    assert_eq!(rules.windows.len(), 3);
    assert_eq!(rules.union("Bakers' Union").unwrap().code.as_str(), "bfawu");
    assert!(!rules.known.kinds.contains(&Code::default()), "blank is not a kind");
}

#[test]
fn a_letter_names_only_findings_and_consents_that_the_profile_has() {
    let flag = faults("letters.toml", "\"OTHER_FIRM_UNSURE\"", "\"OTHER_FRIM\"");
    assert!(
        flag.iter().any(|fault| fault.contains("OTHER_FRIM") && fault.contains("stopped_by")),
        "{flag:?}"
    );
    let consent = faults("letters.toml", "\"joined-as-claimant\"", "\"joined\"");
    assert!(consent.iter().any(|fault| fault.contains("key \"needs\"")), "{consent:?}");
}

#[test]
fn a_last_day_that_the_log_cannot_keep_is_refused() {
    let found = faults("letters.toml", "reply_days = 30", "reply_days = 45");
    assert!(found.iter().any(|fault| fault.contains("key \"reply_days\"")), "{found:?}");
}
