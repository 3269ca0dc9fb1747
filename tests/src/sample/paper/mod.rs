//! PDFs as other people's programs write them.

mod form;
mod page;
mod scan;
mod statement;

use super::letter::NOTICE;
use super::person::Person;
use page::{Document, Line};

/// The bytes of the PDF of `kind`.
pub fn file(kind: &str, person: &Person) -> Vec<u8> {
    match kind {
        "print" => print(person),
        "letter" => letter(person),
        "erasure" => erasure(person),
        "statement" => statement::statement(person, None),
        "locked" => statement::statement(person, Some("0770 bank")),
        "card" => scan::card(person),
        "form" => form::application(person),
        other => panic!("people.toml: there is no paper \"{other}\""),
    }
}

/// The notice as a browser prints it, with the address of the recipient.
fn print(person: &Person) -> Vec<u8> {
    let mut lines = vec![
        Line::small("03/11/2021, 16:20                                   Mail - Private and Confidential"),
        Line::gap(),
        Line::bold(NOTICE.subject),
        Line::text(&format!("{} <{}>", NOTICE.from.0, NOTICE.from.1)),
        Line::text("Wed 03/11/2021 15:38"),
        Line::text(&format!("To: {}", person.first_email())),
        Line::gap(),
    ];
    for paragraph in NOTICE.text {
        lines.push(Line::text(paragraph));
        lines.push(Line::gap());
    }
    let mut document =
        Document::new("Mail - Private and Confidential", "Skia/PDF m95", "D:20211103162003+00'00'");
    document.portrait(&lines);
    document.bytes()
}

fn letter(person: &Person) -> Vec<u8> {
    let mut document = Document::new("Decision", "Microsoft Word 2016", "D:20180312110000+00'00'");
    document.portrait(&[
        Line::bold("The Labour Party"),
        Line::text("Disputes office"),
        Line::gap(),
        Line::text("12 March 2018"),
        Line::gap(),
        Line::text(&person.full_name()),
        Line::text(&person.address),
        Line::gap(),
        Line::text(&format!("Membership number {}", person.episode[0].membership_number)),
        Line::gap(),
        Line::text("Dear member"),
        Line::text("The panel has considered the charges that were put to you and your answer to them. It found them proved and has decided that you be expelled from membership with effect from the date of this letter."),
        Line::gap(),
        Line::text("You may appeal within 28 days. No payments will be taken from today."),
        Line::gap(),
        Line::text("Yours sincerely"),
        Line::text("Disputes office"),
    ]);
    document.bytes()
}

fn erasure(person: &Person) -> Vec<u8> {
    let mut document = Document::new("To the Labour Party", "LibreOffice 6.0", "D:20180601093000+01'00'");
    document.portrait(&[
        Line::text(&person.full_name()),
        Line::text(&person.address),
        Line::text(&person.postcode),
        Line::gap(),
        Line::text("1 June 2018"),
        Line::gap(),
        Line::text("To the Labour Party"),
        Line::gap(),
        Line::bold("Please delete my data (article 17 of the GDPR)"),
        Line::text("I left the party in May. I ask you to delete everything that you hold about me and to tell me when it is done. I do not wish to hear from you about anything else."),
        Line::gap(),
        Line::text(&person.full_name()),
    ]);
    document.bytes()
}
