//! What many copies of the notice show together, and what one forged copy cannot do (`evidence.md` 5.2).

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what cannot be set up must fail the test"
)]

use jiff::civil::date;
use joinder_domain::consensus::{Against, Copy, CopySignature, DifferenceKind, side_by_side, survey};
use joinder_domain::notice::NoticeShape;
use proptest::prelude::*;

const NOTICE: &str = "Wednesday 3 November 2021\n\nDear Sir / Madam\n\nWe are writing to tell you about a cyber incident at a third party that handles data on our behalf.\n\nOn 29 October 2021 the third party told us of the incident.\n\nThe Party’s own data systems were unaffected.\n\nYours faithfully\n\nThe Labour Party\n";

/// The genuine notice as the person with this number received it.
fn genuine(person: u32) -> Copy {
    Copy {
        id: format!("item-{person}/0"),
        form: NoticeShape::NativeMail,
        tier: 5,
        person: Some(person),
        recipients: vec![format!("person{person}@gpost.example")],
        names: vec![format!("Person Number{person}")],
        sender_domain: "party.example".to_owned(),
        subject: "Private and Confidential".to_owned(),
        body: NOTICE.to_owned(),
        sent: Some(date(2021, 11, 3).at(15, i8::try_from(person % 60).unwrap(), 0, 0)),
        message_id: format!("{:032x}@notices.party.example", 7_919_u128 * u128::from(person) + (1 << 120)),
        signatures: vec![CopySignature {
            domain: "notices.party.example".to_owned(),
            selector: "news2021".to_owned(),
            value: format!("signature-{person}"),
            body_matches: true,
            key_matches: false,
        }],
        provider: if person.is_multiple_of(3) { "Gmail" } else { "Outlook.com" }.to_owned(),
    }
}

/// A copy that somebody edited.
fn forged(person: u32) -> Copy {
    let genuine = genuine(person);
    Copy { body: NOTICE.replace("29 October", "12 October"), ..genuine }
}

#[test]
fn three_real_copies_stand_against_five_hundred_files_of_one_forgery() {
    let mut copies: Vec<Copy> =
        (0..500).map(|file| Copy { id: format!("file-{file}/0"), person: Some(99), ..forged(99) }).collect();
    copies.extend((1..=3).map(genuine));
    let found = survey(&copies);
    let canonical = found.canonical.unwrap();
    assert!(canonical.established);
    assert!(canonical.text.contains("29 October"));
    assert_eq!((found.counts.copies, found.counts.independent, found.counts.agreeing), (503, 4, 3));
    assert_eq!((found.counts.message_ids, found.counts.signatures), (3, 3));
    assert_eq!(found.counts.outliers, 500, "each file waits for a person");
    assert_eq!(found.providers.iter().map(|one| one.independent).sum::<u32>(), 3);
}

#[test]
fn a_forgery_passed_on_by_many_people_is_still_one_message() {
    let mut copies: Vec<Copy> =
        (100..140).map(|person| Copy { person: Some(person), ..forged(99) }).collect();
    copies.extend((1..=3).map(genuine));
    let found = survey(&copies);
    assert!(found.canonical.unwrap().text.contains("29 October"));
    assert!(found.compared[0].differences.iter().any(|one| one.kind == DifferenceKind::Repeated));
    let two_ids = (0..40).map(|at| Copy { message_id: format!("{at}@x.example"), ..forged(99) });
    let copies: Vec<Copy> = two_ids.chain((1..=3).map(genuine)).collect();
    assert_eq!(
        survey(&copies).counts.independent,
        4,
        "other Message-IDs on one person's files are no other word"
    );
}

#[test]
fn wrapping_quoting_names_and_footers_are_no_difference() {
    let quoted: String =
        NOTICE.replace("data on our", "data\non our").lines().map(|line| format!("> {line}\n")).collect();
    let mut copies: Vec<Copy> = (1..=5).map(genuine).collect();
    copies.push(Copy { body: quoted, form: NoticeShape::InlineForward, tier: 3, ..genuine(6) });
    copies.push(Copy { body: format!("{NOTICE}\n_____\nThe members list\n"), ..genuine(7) });
    let found = survey(&copies);
    assert!(found.compared.iter().all(|one| one.agrees && !one.differs), "{:#?}", found.compared);
    assert_eq!(found.counts.outliers, 0);
    assert_eq!(found.compared[6].differences[0].kind, DifferenceKind::Around);
    let named = |person: u32| {
        let body = NOTICE.replace("Sir / Madam", &format!("Person Number{person}"));
        Copy { body, ..genuine(person) }
    };
    let found = survey(&(1..=5).map(named).collect::<Vec<_>>());
    assert!(found.compared.iter().all(|one| one.similarity == Some(1.0)), "a notice that names each person");
}

#[test]
fn one_word_that_differs_is_shown_beside_the_others() {
    let mut copies: Vec<Copy> = (1..=4).map(genuine).collect();
    copies.push(forged(5));
    let found = survey(&copies);
    let outlier = &found.compared[4];
    assert!(outlier.differs && outlier.is_outlier());
    assert!(outlier.similarity.unwrap() < 1.0 && outlier.similarity.unwrap() > 0.9);
    assert!(outlier.differences.iter().all(|one| !one.text.to_lowercase().contains("forge")));
    let canonical = found.canonical.unwrap();
    let side = side_by_side(&canonical, &copies[4]);
    let changed: Vec<_> = side.rows.iter().filter(|row| !row.same).collect();
    assert_eq!((changed.len(), side.missing, side.added), (1, 1, 1));
    let only = |spans: &[joinder_domain::consensus::DiffSpan]| {
        spans.iter().filter(|span| span.only_here).map(|span| span.text.trim().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        (only(&changed[0].canonical), only(&changed[0].copy)),
        (vec!["29".to_owned()], vec!["12".to_owned()])
    );
    assert!(Against::new(canonical).differs(&copies[4]));
}

#[test]
fn a_full_stop_more_or_less_is_no_difference_and_stands_on_no_row_of_its_own() {
    let changes = [
        ("unaffected.", "unaffected"),
        ("unaffected.", "unaffected .\n\n."),
        ("Yours faithfully", "Yours faithfully."),
        ("Labour Party\n", "Labour Party.\n"),
    ];
    for (from, to) in changes {
        let mut copies: Vec<Copy> = (1..=4).map(genuine).collect();
        copies.push(Copy { body: NOTICE.replacen(from, to, 1), ..genuine(5) });
        let found = survey(&copies);
        assert!(found.compared[4].agrees && !found.compared[4].is_outlier(), "{to}");
        let side = side_by_side(&found.canonical.unwrap(), &copies[4]);
        assert_eq!((side.missing, side.added), (0, 0), "{to}");
        for row in &side.rows {
            let text = row.copy.iter().map(|span| span.text.as_str()).collect::<String>();
            assert!(row.same && text.contains(char::is_alphanumeric), "{to}: {row:?}");
        }
    }
}

#[test]
fn what_differs_beside_the_text_is_named() {
    let mut copies: Vec<Copy> = (1..=6).map(genuine).collect();
    copies.push(Copy {
        sender_domain: "pаrty.example".to_owned(),
        subject: "Urgent".to_owned(),
        message_id: "20211103.77@elsewhere.example".to_owned(),
        signatures: vec![CopySignature {
            domain: "elsewhere.example".to_owned(),
            value: "x".to_owned(),
            ..CopySignature::default()
        }],
        sent: Some(date(2022, 2, 1).at(9, 0, 0, 0)),
        ..genuine(7)
    });
    let kinds: Vec<DifferenceKind> =
        survey(&copies).compared[6].differences.iter().map(|one| one.kind).collect();
    assert_eq!(
        kinds,
        [
            DifferenceKind::Sender,
            DifferenceKind::Subject,
            DifferenceKind::MessageId,
            DifferenceKind::Signature,
            DifferenceKind::Time
        ]
    );
}

#[test]
fn a_message_id_that_differs_by_chance_asks_for_nobody() {
    let random = |n: u32| u128::from(n).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
    let with_id =
        |n: u32| Copy { message_id: format!("{:032x}@notices.party.example", random(n)), ..genuine(n) };
    let mut copies: Vec<Copy> = (1..=30).map(with_id).collect();
    let domain = copies[0].message_id.rsplit_once('@').unwrap().1.to_owned();
    copies.push(Copy { message_id: format!("86103392487282177059689955504123@{domain}"), ..genuine(31) });
    copies.push(Copy { message_id: format!("20211103.77@{domain}"), ..genuine(32) });
    let found = survey(&copies);
    assert!(!found.compared[30].is_outlier(), "{:?}", found.compared[30].differences);
    let kinds: Vec<DifferenceKind> = found.compared[31].differences.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [DifferenceKind::MessageId], "made in another way by all that can be seen");
}

#[test]
fn what_the_copies_share_is_counted() {
    let copies: Vec<Copy> = (1..=30).map(genuine).collect();
    let found = survey(&copies);
    let canonical = found.canonical.unwrap();
    assert_eq!(
        (canonical.sender_domain.value.as_str(), canonical.sender_domain.agree),
        ("party.example", 30)
    );
    assert_eq!(canonical.message_id_pattern.value, "hex 32");
    assert_eq!(canonical.dkim_selector.value, "news2021");
    let (first, last) = canonical.window.unwrap();
    assert_eq!((first.minute(), last.minute()), (1, 30));
    let slots: Vec<(i8, u32)> =
        found.times.iter().map(|slot| (slot.from.minute(), slot.independent)).collect();
    assert_eq!(slots, [(0, 29), (30, 1)]);
    assert_eq!(found.providers[0].provider, "Outlook.com");
}

#[test]
fn two_copies_establish_nothing_and_nobody_differs_from_nothing() {
    let copies = [genuine(1), forged(2)];
    let canonical = survey(&copies).canonical.unwrap();
    assert!(!canonical.established);
    assert!(copies.iter().all(|copy| !Against::new(canonical.clone()).differs(copy)));
    let weak = [Copy { tier: 2, form: NoticeShape::Picture, body: String::new(), ..genuine(1) }];
    let found = survey(&weak);
    assert!(found.canonical.is_none());
    assert_eq!(found.counts.not_compared, 1);
    assert!(survey(&[]).canonical.is_none());
}

proptest! {
    /// Whatever comes in, in whatever order, the same is found; and more files of one message change nothing.
    #[test]
    fn order_and_repetition_do_not_matter(people in prop::collection::vec(1_u32..40, 1..40), again in 1_usize..5, turn in 0_usize..40) {
        let copies: Vec<Copy> = people.iter().map(|person| if person % 7 == 0 { forged(*person) } else { genuine(*person) }).collect();
        let found = survey(&copies);
        let mut turned = copies.clone();
        turned.rotate_left(turn % copies.len());
        let turned = survey(&turned);
        prop_assert_eq!(&found.counts, &turned.counts);
        prop_assert_eq!(&found.providers, &turned.providers);
        prop_assert_eq!(found.canonical.as_ref().map(|one| &one.text), turned.canonical.as_ref().map(|one| &one.text));
        let mut many = copies.clone();
        for _ in 0..again {
            many.extend(copies.iter().filter(|copy| copy.body != NOTICE).cloned());
        }
        let many = survey(&many);
        prop_assert_eq!(found.counts.independent, many.counts.independent);
        prop_assert_eq!(found.counts.agreeing, many.counts.agreeing);
        prop_assert_eq!(found.canonical.map(|one| one.text), many.canonical.map(|one| one.text));
    }

    /// No text breaks it, and likeness stays between nothing and all.
    #[test]
    fn any_text_can_be_compared(bodies in prop::collection::vec(".{0,200}", 1..12)) {
        let copies: Vec<Copy> = bodies.iter().zip(1..).map(|(body, person)| Copy { body: body.clone(), ..genuine(person) }).collect();
        let found = survey(&copies);
        for one in &found.compared {
            prop_assert!(one.similarity.is_none_or(|likeness| (0.0..=1.0).contains(&likeness)));
        }
        if let Some(canonical) = found.canonical {
            for copy in &copies {
                let side = side_by_side(&canonical, copy);
                let again: String = side.rows.iter().flat_map(|row| &row.copy).map(|span| span.text.as_str()).collect();
                prop_assert!(copy.body.ends_with(&again) || again.is_empty(), "{again:?} of {:?}", copy.body);
            }
        }
    }
}
