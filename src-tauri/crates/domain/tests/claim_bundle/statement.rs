//! The draft statement.

use joinder_domain::bundle::claim::{Audience, ClaimBundle, ExhibitKind, Proceedings, Stage};
use joinder_domain::bundle::{Block, DocumentKind};
use joinder_domain::claimant::{
    Capacity, Channel, Claimant, Descriptor, Episode, Loss, Request, RequestKind, Severity, TimeSpent, YesNo,
};
use joinder_domain::notice::GradeKind;

use crate::matter::{classification, grade, item, made, mail, named, settled, simple, when, with};
use crate::reader::{all_words, blocks, document, paragraphs, quotes, stored};

const OWN: &str = "I could not sleep.\n\nMy union was on it. I am \"fine\" now — mostly.";

/// Jo resigned "mid 2020" and forwarded the notice inline.
fn jo() -> Claimant {
    let mut jo = named("Jo Jean", "Smith");
    jo.episodes = vec![Episode {
        kind: "member".into(),
        start: when("April 2015"),
        end: when("mid 2020"),
        ending: Some("resigned".into()),
        membership_number: "A1000001".to_owned(),
        ..Episode::default()
    }];
    jo.notification.received = Some(YesNo::Yes);
    jo.notification.seen = when("don't know");
    jo.consequence.own_words = OWN.to_owned();
    jo
}

fn forwarded() -> joinder_domain::bundle::claim::ExhibitInput {
    let mut notice = item(1, 0, mail("jo@example.org", "---- Forwarded message ----\nDear Sir / Madam"));
    notice.grade = Some(grade(3, GradeKind::Genuine));
    notice.description = "Email of 3 November 2021, forwarded".to_owned();
    notice
}

#[test]
fn jo_says_what_jo_said_and_no_more() {
    let plan = simple(&jo(), &[forwarded()]);
    let said: Vec<String> = paragraphs(document(&plan, "Draft")).into_iter().map(|(_, text)| text).collect();
    assert_eq!(
        said,
        [
            "My full name is Jo Jean Smith.",
            "[To be completed: my address.]",
            "[To be completed: my occupation.]",
            "I am the claimant.",
            "I was a full member of the Example Party from April 2015 until some time between 1 May and \
             31 August 2020 (\"mid 2020\"). I resigned. My membership number was A1000001.",
            "A notice of the incident came to me. I do not know when I first saw it.",
            "I was asked to say in my own words what this did to me. I wrote:",
            "I refer to the document marked “JJS1”: Email of 3 November 2021, forwarded.",
        ]
    );
    assert_eq!(quotes(&plan), [OWN], "own words stand exactly as written, and nothing else is quoted");
}

#[test]
fn paragraphs_are_numbered_through() {
    let plan = simple(&jo(), &[forwarded()]);
    let numbers: Vec<u32> =
        paragraphs(document(&plan, "Draft")).into_iter().map(|(number, _)| number).collect();
    assert_eq!(numbers, (1..=8).collect::<Vec<_>>());
}

#[test]
fn the_draft_is_marked_as_one_and_ends_with_the_statement_of_truth() {
    let plan = simple(&jo(), &[forwarded()]);
    let draft = document(&plan, "Draft");
    let words = all_words(blocks(draft));
    assert!(words.contains("Draft for the claimant to read, correct and complete."));
    assert!(
        words.starts_with(
            " | \n | Claimant\nJ J Smith\nFirst statement\nExhibits: JJS1\nDate: [day of signing]"
        )
    );
    assert!(words.contains("without an honest belief in its truth."));
    assert!(
        words.ends_with("Signed: \nFull name: Jo Jean Smith\nDate signed: "),
        "the day is that of signing"
    );
}

#[test]
fn the_title_of_proceedings_names_court_number_and_parties_and_no_gap_is_filled() {
    let (jo, member) = (jo(), classification(settled("MEMBER")));
    let draft = all_words(blocks(document(&simple(&jo, &[]), "Draft")));
    for gap in [
        "[To be completed: the court and its division, in the settings of the register.]",
        "Claim No. [To be completed: on issue.]",
        "[To be completed: who is named as defendant, in the settings of the register.]\nDefendant",
    ] {
        assert!(draft.contains(gap), "{draft}");
    }
    let proceedings = Proceedings {
        court: "High Court of Justice",
        division: "King’s Bench Division",
        defendant: "Dana Quill, General Secretary, as representative of the members of the Example Party",
        claim_number: "KB-2026-000001",
    };
    let told = with(&jo, &member, &[], |input| ClaimBundle { proceedings, stage: Stage::Final, ..input });
    assert_eq!(told.claim_number, "KB-2026-000001", "the cover bears it");
    let words = all_words(blocks(document(&told, "Witness")));
    let title = "IN THE HIGH COURT OF JUSTICE\nKING’S BENCH DIVISION | Claim No. KB-2026-000001";
    assert!(words.contains(title), "{words}");
    let parties = "Between | Jo Jean Smith\nClaimant\n\n– and –\n\nDana Quill, General Secretary, as";
    assert!(words.contains(parties), "{words}");
    let open = with(&jo, &member, &[], |input| ClaimBundle { stage: Stage::Final, ..input });
    let open = all_words(blocks(document(&open, "Witness")));
    let open = open.split("Witness statement").next().unwrap();
    assert!(
        open.contains("Claim No. ____") && !open.contains('['),
        "what is signed has lines to write on: {open}"
    );
    let mut zoe = jo.clone();
    zoe.identity.capacity = Some(Capacity::LitigationFriend);
    zoe.identity.acted_for_by = "Gwen Friend".to_owned();
    zoe.identity.date_of_birth = Some(jiff::civil::date(2013, 5, 1));
    let child = all_words(blocks(document(&simple(&zoe, &[]), "Draft")));
    assert!(child.contains("Jo Jean Smith (a child, by the litigation friend Gwen Friend)\nClaimant"));
}

#[test]
fn who_learned_of_it_from_a_friend_does_not_say_that_a_notice_came() {
    let mut bex = jo();
    bex.notification.received = Some(YesNo::No);
    bex.notification.channel = Some(Channel::ThirdPerson);
    bex.notification.seen = None;
    let said: Vec<String> =
        paragraphs(document(&simple(&bex, &[]), "Draft")).into_iter().map(|(_, text)| text).collect();
    let told = "No notice of the incident came to me. I learned of it from another person.";
    assert!(said.iter().any(|one| one == told), "{said:?}");
}

#[test]
fn nobody_s_silence_is_filled() {
    let plan = simple(&named("Sid", "Silent"), &[]);
    let said: Vec<String> = paragraphs(document(&plan, "Draft")).into_iter().map(|(_, text)| text).collect();
    assert_eq!(
        said,
        [
            "My full name is Sid Silent.",
            "[To be completed: my address.]",
            "[To be completed: my occupation.]",
            "I am the claimant.",
            "[To be completed: what I was to the defendant, and when.]",
            "[To be completed: whether a notice of the incident came to me.]",
            "[To be completed: in my own words, what this did to me.]",
        ]
    );
    assert!(quotes(&plan).is_empty());
}

#[test]
fn only_descriptors_that_were_marked_are_there() {
    let mut jo = jo();
    jo.consequence.descriptors = vec![Descriptor {
        kind: "sleep".into(),
        severity: Severity::Mild,
        first_felt: when("November 2021"),
        lasted: "a few weeks".to_owned(),
        still: Some(YesNo::No),
    }];
    let plan = simple(&jo, &[]);
    let words = all_words(blocks(document(&plan, "Draft")));
    assert!(words.contains("Disturbed sleep | Mild | November 2021 | a few weeks | No"));
    assert!(
        words.find(OWN.split('\n').next().unwrap()) < words.find("Disturbed sleep"),
        "own words come first"
    );
}

#[test]
fn money_and_time_are_added_up() {
    let mut jo = jo();
    let loss = |amount: &str, recouped: Option<&str>| Loss {
        head: "monitoring".into(),
        when: when("2022"),
        payee: "Example Credit".to_owned(),
        amount: amount.parse().unwrap(),
        recouped: recouped.map(|text| text.parse().unwrap()),
        no_document_reason: String::new(),
    };
    jo.losses = vec![loss("12.5", Some("2")), loss("30", None)];
    let time = |minutes| TimeSpent { description: "changing passwords".to_owned(), when: None, minutes };
    jo.time_spent = vec![time(50), time(75)];
    let words = all_words(blocks(document(&simple(&jo, &[]), "Draft")));
    assert!(words.contains("Credit monitoring | 2022 | Example Credit | £12.50 | £2.00 | "));
    assert!(words.contains("Sum |  |  | £42.50 | £2.00"));
    assert!(words.contains("changing passwords | Not given | 50 min"));
    assert!(words.contains("Sum |  | 2 h 05 min"));
}

#[test]
fn requests_are_told_one_by_one() {
    let mut jo = jo();
    jo.aftermath.requests = vec![Request {
        kind: RequestKind::Access,
        sent: when("4 November 2021"),
        sent_to: "privacy@party.example".to_owned(),
        reference: String::new(),
        acknowledged: None,
        answered: Some(YesNo::No),
        answered_on: None,
        outcome: "Silence.".to_owned(),
    }];
    let plan = simple(&jo, &[]);
    let said = all_words(blocks(document(&plan, "Draft")));
    assert!(said.contains(
        "I asked for access to my data (UK GDPR art. 15) on 4 November 2021, writing to privacy@party.example. It was \
         not answered."
    ));
    assert_eq!(quotes(&plan), ["Silence.", OWN]);
}

#[test]
fn a_draft_in_another_language_says_so() {
    let mut ffion = jo();
    ffion.contact.language = "Welsh".to_owned();
    let words = all_words(blocks(document(&simple(&ffion, &[]), "Draft")));
    assert!(words.contains("The claimant’s preferred language is Welsh."));
}

#[test]
fn a_child_signs_no_statement_and_nobody_is_named_for_her_until_somebody_says_who() {
    let mut ffion = jo();
    ffion.identity.capacity = Some(Capacity::LitigationFriend);
    ffion.identity.acted_for_by = "Gwen Friend".to_owned();
    let words = all_words(blocks(document(&simple(&ffion, &[]), "Draft")));
    assert!(words.contains("The claim is made by a litigation friend (CPR 21)."));
    assert!(words.contains("[To be completed: who makes this statement"), "{words}");
    assert!(words.contains("The claimant is Jo Jean Smith, who claims by a litigation friend, Gwen Friend."));
    assert!(words.ends_with("Full name: \nDate signed: ") && !words.contains("My full name is"), "{words}");
    ffion.identity.statement_by = "Gwen Friend, of 1 Example Road, Bangor, teacher".to_owned();
    let words = all_words(blocks(document(&simple(&ffion, &[]), "Draft")));
    assert!(words.contains("I am Gwen Friend, of 1 Example Road, Bangor, teacher."));
    assert!(words.ends_with("Full name: Gwen Friend\nDate signed: "), "{words}");
}

#[test]
fn what_is_approved_and_issued_holds_no_working_paper_and_no_word_of_a_draft() {
    let mut jo = jo();
    jo.identity.occupation = "Baker".to_owned();
    let classification = classification(settled("MEMBER"));
    let plan = made(&jo, &classification, &[forwarded()], (Audience::Confidential, Stage::Final), "");
    let titles: Vec<&str> = plan.documents.iter().map(|document| document.title.as_str()).collect();
    assert!(titles.contains(&"Witness statement of Jo Jean Smith"), "{titles:?}");
    assert!(!titles.iter().any(|title| title.contains("Classification")), "{titles:?}");
    let whole = stored(&plan);
    for word in
        ["Draft", "Suggested outcome", "privileged", "Before signing", "[day of signing]", "Not yet signed"]
    {
        assert!(!whole.contains(word), "{word}");
    }
    assert!(whole.contains("My occupation is: Baker."));
    let draft = made(&jo, &classification, &[], (Audience::Confidential, Stage::Draft), "");
    assert!(stored(&draft).contains("Classification with reasons"), "the own side's draft has it");
    let public = made(&jo, &classification, &[], (Audience::Public, Stage::Draft), "");
    assert!(!stored(&public).contains("Classification with reasons"), "no public version has it");
}

#[test]
fn marks_stand_out_in_bold() {
    let plan = simple(&jo(), &[item(1, 0, ExhibitKind::Pdf)]);
    let DocumentKind::Drawn(blocks) = &document(&plan, "Draft").kind else { panic!("drawn") };
    let bold = blocks.iter().any(|block| match block {
        Block::NumberedParagraphs { paragraphs, .. } => paragraphs
            .iter()
            .flatten()
            .any(|span| span.text == "“JJS1”" && span.style == joinder_domain::bundle::Style::Bold),
        _ => false,
    });
    assert!(bold);
}
