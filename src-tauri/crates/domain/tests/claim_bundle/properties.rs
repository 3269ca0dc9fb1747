//! Whatever a claimant wrote is printed as written, and nothing else is set as their words.

use joinder_domain::bundle::{Block, DocumentKind};
use joinder_domain::claimant::{Claimant, Consequence, Request, RequestKind};
use proptest::prelude::*;

use crate::matter::{item, mail, named, simple};
use crate::reader::{labels, quotes, stored};

/// Free text of any script, with line ends, quotes and spaces at the ends; not blank.
fn text() -> impl Strategy<Value = String> {
    "[^\\x00]{1,80}".prop_filter("not blank", |text| !text.trim().is_empty())
}

fn claimant() -> impl Strategy<Value = (Claimant, Vec<String>)> {
    let consequence = proptest::array::uniform7(text());
    (consequence, text(), text()).prop_map(|(texts, follow_up, outcome)| {
        let mut given: Vec<String> = texts.to_vec();
        let [own_words, fear, safety, others_know, vulnerability, treatment, medication] = texts;
        let mut claimant = named("Quinn", "Verbatim");
        claimant.consequence = Consequence {
            own_words,
            fear,
            safety,
            others_know,
            vulnerability,
            treatment,
            medication,
            ..Consequence::default()
        };
        claimant.notification.follow_up.clone_from(&follow_up);
        claimant.aftermath.requests = vec![Request {
            kind: RequestKind::Query,
            sent: None,
            sent_to: String::new(),
            reference: String::new(),
            acknowledged: None,
            answered: None,
            answered_on: None,
            outcome: outcome.clone(),
        }];
        given.extend([follow_up, outcome]);
        (claimant, given)
    })
}

proptest! {
    #[test]
    fn every_text_stands_exactly_as_given_and_nothing_else_is_quoted((claimant, given) in claimant()) {
        let mut quoted = quotes(&simple(&claimant, &[]));
        let mut given = given;
        quoted.sort();
        given.sort();
        prop_assert_eq!(quoted, given);
    }

    #[test]
    fn a_mail_s_text_is_printed_and_never_set_as_the_claimant_s(body in text()) {
        let plan = simple(&named("Quinn", "Verbatim"), &[item(1, 1, mail("q@example.org", &body))]);
        prop_assert!(quotes(&plan).is_empty());
    }

    #[test]
    fn a_protected_name_is_found_in_any_surroundings(before in "\\PC{0,20}", after in "\\PC{0,20}") {
        let mut quinn = named("Quinn", "Verbatim");
        quinn.identity.protect_former_names = true;
        quinn.identity.other_names = vec![joinder_domain::claimant::OtherName {
            kind: joinder_domain::claimant::NameKind::DeedPoll,
            name: "Xanthippe Formername".to_owned(),
            from: None,
            to: None,
        }];
        quinn.consequence.own_words = format!("{before} Xanthippe Formername {after}");
        let plan = simple(&quinn, &[]);
        prop_assert!(!stored(&plan).contains("Xanthippe"));
        prop_assert!(!stored(&plan).contains("Formername"));
    }

    #[test]
    fn equal_input_gives_an_equal_plan_with_one_mark_for_each_item(
        (claimant, _) in claimant(),
        numbers in proptest::collection::btree_set(1_u8..60, 0..12),
    ) {
        let items: Vec<_> = numbers.iter().map(|n| item(*n, *n % 60, mail("q@example.org", "Dear"))).collect();
        let plan = simple(&claimant, &items);
        let reversed: Vec<_> = items.iter().rev().cloned().collect();
        prop_assert_eq!(plan.fingerprint(), simple(&claimant, &reversed).fingerprint());
        let mut marks = labels(&plan);
        marks.dedup();
        prop_assert_eq!(marks.len(), items.len());
        let drawn = plan.documents.iter().filter(|d| matches!(d.kind, DocumentKind::Drawn(_)));
        for document in drawn {
            let DocumentKind::Drawn(blocks) = &document.kind else { continue };
            let opens = matches!(blocks.first(), Some(Block::Heading { level: 1, .. } | Block::Table(_)));
            prop_assert!(opens, "every document opens with its heading");
        }
    }
}
