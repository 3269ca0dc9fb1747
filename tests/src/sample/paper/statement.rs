//! A bank statement: one page wide, one turned, and locked with a password when the bank sends it so.

use lopdf::encryption::{EncryptionState, EncryptionVersion, Permissions};
use lopdf::{Dictionary, Object};

use super::page::{Document, Line, written};
use crate::sample::person::Person;

/// A statement of two pages.
pub fn statement(person: &Person, password: Option<&str>) -> Vec<u8> {
    let mut document = Document::new("Statement", "BankPrint 9", "D:20200501060000+01'00'");
    let heading = |page: &str| {
        vec![
            Line::bold("Placeholder Bank"),
            Line::text(&format!("Statement of account 00-00-00 00000000, page {page} of 2")),
            Line::text(&format!("{}, {}", person.full_name(), person.postcode)),
            Line::gap(),
        ]
    };
    let rows = |months: &[&str], paid: &str| {
        months
            .iter()
            .map(|month| Line::text(&format!("01 {month}    Direct debit    LABOUR PARTY    {paid}")))
            .collect::<Vec<_>>()
    };
    let mut first = heading("1");
    first.extend(rows(&["Jan 2020", "Feb 2020", "Mar 2020", "Apr 2020"], "4.40"));
    document.page((842, 595), 0, &first);
    let mut second = heading("2");
    second.push(Line::text("07 Apr 2020    Direct debit cancelled    LABOUR PARTY"));
    document.page((595, 842), 90, &second);
    let mut pdf = document.finish(Dictionary::new());
    if let Some(password) = password {
        // RC4 of 128 bits, as many banks still have it: unlike AES it draws nothing at random.
        let state = EncryptionState::try_from(EncryptionVersion::V2 {
            document: &pdf,
            owner_password: "owner",
            user_password: password,
            key_length: 128,
            permissions: Permissions::PRINTABLE,
        })
        .expect("the document can be locked");
        pdf.encrypt(&state).expect("the document can be locked");
        settle(&mut pdf);
    }
    written(pdf)
}

/// Sets the half of the /U entry that readers ignore and lopdf draws at random (ISO 32000-2, algorithm 5).
fn settle(pdf: &mut lopdf::Document) {
    let dictionary =
        pdf.trailer.get(b"Encrypt").and_then(Object::as_reference).expect("the document is locked");
    let dictionary =
        pdf.get_object_mut(dictionary).and_then(Object::as_dict_mut).expect("the document is locked");
    if let Ok(Object::String(check, _)) = dictionary.get_mut(b"U") {
        check.iter_mut().skip(16).for_each(|byte| *byte = 0);
    }
}
