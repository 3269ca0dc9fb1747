//! Exhibits: their order, their marks, their sheets.

use jiff::civil::date;
use joinder_domain::bundle::claim::{
    AttachmentView, ClaimBundle, ExhibitInput, ExhibitKind, ExhibitMark, HopView, MailView,
};
use joinder_domain::bundle::{Block, ExhibitSource, PagePicture};
use joinder_domain::notice::GradeKind;

use crate::matter::{classification, grade, item, mail, named, settled, simple, with};
use crate::reader::{all_words, answer, blocks, document, exhibits, labels};

#[test]
fn twelve_exhibits_keep_order_and_marks_however_they_are_handed_in() {
    let items: Vec<_> = (1..=12).map(|number| item(number, number, ExhibitKind::Pdf)).collect();
    let mut shuffled = items.clone();
    shuffled.rotate_left(5);
    shuffled.swap(0, 9);
    let priya = named("Priya", "Sharma");
    let plan = simple(&priya, &items);
    let expected: Vec<String> = (1..=12).map(|number| format!("PXS{number}")).collect();
    assert_eq!(labels(&plan), expected);
    assert_eq!(exhibits(&plan)[11].description, "Document 12");
    assert_eq!(plan, simple(&priya, &shuffled));
    assert_eq!(plan.fingerprint(), simple(&priya, &shuffled).fingerprint());
}

#[test]
fn a_later_item_never_changes_the_mark_of_an_earlier_one() {
    let priya = named("Priya", "Sharma");
    let first = item(1, 1, ExhibitKind::Png);
    let second = item(2, 2, ExhibitKind::Pdf);
    let mut notice = item(3, 3, mail("priya@example.org", "Dear Sir / Madam"));
    notice.grade = Some(grade(5, GradeKind::Genuine));
    let mut oldest = item(4, 4, ExhibitKind::Pdf);
    oldest.day = Some(date(2015, 9, 1));
    assert_eq!(labels(&simple(&priya, &[first.clone(), second.clone()])), ["PXS1", "PXS2"]);
    let given = [(1, &first), (2, &second)].map(|(serial, item)| ExhibitMark {
        serial,
        sha256: item.sha256.clone(),
        label: format!("PXS{serial}"),
    });
    let (member, all) = (classification(settled("MEMBER")), [first, second, notice, oldest]);
    let plan = with(&priya, &member, &all, |input| ClaimBundle { marks: &given, ..input });
    assert_eq!(
        labels(&plan),
        ["PXS3", "PXS1", "PXS2", "PXS4"],
        "the notice stands first, under the mark it was given"
    );
    assert_eq!(exhibits(&plan)[0].description, "Document 3");
}

#[test]
fn what_was_never_marked_is_marked_by_the_day_that_it_bears() {
    let dated = |number, day| ExhibitInput { day, ..item(number, number, ExhibitKind::Pdf) };
    let (card, letter) = (dated(1, None), dated(2, Some(date(2022, 2, 1))));
    let welcome = dated(3, Some(date(2015, 9, 1)));
    let mut notice = item(4, 4, mail("priya@example.org", "Dear Sir / Madam"));
    notice.grade = Some(grade(5, GradeKind::Genuine));
    let plan = simple(&named("Priya", "Sharma"), &[card, letter, welcome, notice]);
    assert_eq!(labels(&plan), ["PXS1", "PXS2", "PXS3", "PXS4"]);
    let order: Vec<&str> = exhibits(&plan).iter().map(|exhibit| exhibit.description.as_str()).collect();
    assert_eq!(order, ["Document 4", "Document 3", "Document 2", "Document 1"], "what bears no day is last");
}

#[test]
fn of_two_copies_of_the_notice_the_stronger_stands_first() {
    let mut screenshot = item(1, 1, ExhibitKind::Png);
    screenshot.grade = Some(grade(2, GradeKind::Genuine));
    let mut native = item(2, 2, mail("priya@example.org", "Dear Sir / Madam"));
    native.grade = Some(grade(5, GradeKind::Genuine));
    let plan = simple(&named("Priya", "Sharma"), &[screenshot, native]);
    assert_eq!(exhibits(&plan)[0].description, "Document 2");
    assert_eq!(labels(&plan), ["PXS1", "PXS2"]);
}

#[test]
fn the_same_bytes_are_bound_once() {
    let first = item(1, 1, ExhibitKind::Pdf);
    let mut again = item(2, 2, ExhibitKind::Pdf);
    again.sha256 = first.sha256.clone();
    let third = item(3, 3, ExhibitKind::Pdf);
    assert_eq!(labels(&simple(&named("Priya", "Sharma"), &[first, again, third])), ["PXS1", "PXS2"]);
}

#[test]
fn a_sheet_says_what_the_item_is_and_the_own_side_alone_reads_what_it_proves() {
    let mut notice = item(1, 1, mail("priya@example.org", "Dear Sir / Madam"));
    notice.grade = Some(grade(3, GradeKind::Genuine));
    notice.damage = vec!["The message has no Message-ID.".to_owned()];
    let mut statement = item(2, 2, ExhibitKind::Pdf);
    statement.grade = Some(grade(0, GradeKind::Unrelated));
    let plan = simple(&named("Priya", "Sharma"), &[notice, statement]);
    let sheet = document(&plan, "PXS1: Document 1");
    assert_eq!(sheet.date, "3 November 2021");
    assert_eq!(answer(sheet, "Received"), "20 November 2026 at 10:01");
    assert_eq!(answer(sheet, "Size"), "12,345 bytes");
    let words = all_words(blocks(sheet));
    assert!(
        words.contains("About the file\n- The message has no Message-ID.")
            && words.contains(&"01".repeat(32))
    );
    for of in [sheet, document(&plan, "PXS2: Document 2")] {
        let words = all_words(blocks(of));
        for graded in ["of 5", "does not show", "Not found", "weak"] {
            assert!(!words.contains(graded), "“{graded}” is on a sheet that is served");
        }
    }
    let own = all_words(blocks(document(&plan, "Classification")));
    assert!(own.contains("PXS1: 3 of 5, fair: the text can be read, the way it took is lost"), "{own}");
    assert!(own.contains("What it does not show:\n- The way it took is lost."));
    assert!(own.contains(
        "- Found: subject.\n- Not found: offset.\n- Cannot be seen in an item of this kind: layout."
    ));
    assert!(!own.contains("PXS2: 0 of 5"), "a bank statement is not graded as a notice");
    let integrity = all_words(blocks(document(&plan, "Integrity")));
    assert!(
        integrity.contains("3 of 5") && integrity.contains("Not graded") && !integrity.contains("0 of 5")
    );
}

#[test]
fn a_mail_is_printed_headers_first_with_its_files_and_its_way() {
    let ExhibitKind::Mail(mut view) =
        mail("priya@example.org", "Dear Sir / Madam\r\n\r\nWe write\r\nto you.")
    else {
        panic!("a mail")
    };
    view.forward_note = "This message was passed on by priya@example.org.".to_owned();
    view.attachments = vec![AttachmentView {
        name: "letter.pdf".to_owned(),
        kind: "application/pdf".to_owned(),
        size: 1,
        sha256: "ef".repeat(32),
    }];
    view.pictures = vec![PagePicture { words: "[Picture: card.png]".to_owned(), ..PagePicture::default() }];
    view.path = vec![HopView {
        from: "party.example".to_owned(),
        by: "mx.example.org".to_owned(),
        at: String::new(),
    }];
    view.structure = vec!["multipart/mixed".to_owned(), "  text/plain".to_owned()];
    let plan = simple(&named("Priya", "Sharma"), &[item(1, 1, ExhibitKind::Mail(view))]);
    let ExhibitSource::Mail(printed) = &exhibits(&plan)[0].source else { panic!("printed mail") };
    let words = all_words(printed);
    assert!(words.starts_with(
        "This message was passed on by priya@example.org.\nFrom | Example Party <notice@party.example>\nTo | "
    ));
    assert!(words.contains("Dear Sir / Madam\nWe write\nto you."));
    assert!(words.contains("letter.pdf | application/pdf | 1 byte | efef"));
    let heading = printed.iter().position(|block| matches!(block, Block::Picture(_))).unwrap() - 1;
    assert!(matches!(&printed[heading], Block::Heading { text, .. } if text == "Pictures that came with it"));
    assert!(words.contains("party.example | mx.example.org | Not stated"));
    assert!(!words.contains("text/plain"), "what it is made of stands on the sheet");
    assert!(all_words(&exhibits(&plan)[0].sheet).contains("multipart/mixed\n  text/plain"));
}

#[test]
fn a_mail_of_fifty_megabytes_is_cut_and_says_so() {
    let body = "é".repeat(3_000_000);
    let plan = simple(&named("Priya", "Sharma"), &[item(1, 1, mail("priya@example.org", &body))]);
    let ExhibitSource::Mail(printed) = &exhibits(&plan)[0].source else { panic!("printed mail") };
    let words = all_words(printed);
    assert!(words.len() < 500_000);
    assert!(words.contains("200000 of 3000000 characters"));
}

#[test]
fn a_mail_without_text_and_an_item_that_cannot_be_printed_are_named() {
    let empty = item(1, 1, ExhibitKind::Mail(MailView::default()));
    let reason = "The file is a spreadsheet, which cannot be printed page by page.";
    let other = item(2, 2, ExhibitKind::Other { reason: reason.to_owned() });
    let plan = simple(&named("Priya", "Sharma"), &[empty, other]);
    let ExhibitSource::Mail(printed) = &exhibits(&plan)[0].source else { panic!("printed mail") };
    assert!(all_words(printed).contains("The message has no text that can be read."));
    assert_eq!(exhibits(&plan)[1].source, ExhibitSource::Placeholder { reason: reason.to_owned() });
}

#[test]
fn the_integrity_page_lists_every_hash_and_the_last_change() {
    let mut graded = item(1, 1, ExhibitKind::Pdf);
    graded.grade = Some(grade(2, GradeKind::Unaddressed));
    let plan = simple(&named("Priya", "Sharma"), &[graded, item(2, 2, ExhibitKind::Jpeg)]);
    let page = document(&plan, "Integrity");
    let words = all_words(blocks(page));
    let row = |mark: &str, hash: &str, tier: &str, minute: &str| {
        format!("{mark} | {} | 12,345 bytes | {tier} | 20 November 2026 at 10:{minute}", hash.repeat(32))
    };
    assert!(words.contains(&row("PXS1", "01", "2 of 5", "01")));
    assert!(words.contains(&row("PXS2", "02", "Not graded", "02")));
    assert_eq!(answer(page, "Matter profile"), "example-2021, version 7");
    assert_eq!(answer(page, "Rule set"), "example-rules, version 3");
    assert_eq!(answer(page, "Entry"), "1234");
    assert_eq!(answer(page, "Written"), "22 November 2026 at 23:30");
    assert_eq!(answer(page, "By"), "Sam Clerk");
    assert_eq!(answer(page, "Hash of the entry"), "cd".repeat(32));
}
