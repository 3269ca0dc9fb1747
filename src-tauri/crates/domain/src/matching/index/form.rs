//! Values in the form in which they are compared.

use crate::contact::{Email, Phone};
use crate::matching::name::form;

/// A number that stands for a text in keys and look-ups, the same on every machine (FNV-1a, 64 bits); 0 for no text.
pub(in crate::matching) fn hash(text: &str) -> u64 {
    if text.is_empty() {
        return 0;
    }
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A code: capitals and figures only.
pub(super) fn code(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// A telephone number in figures, with its country's code where it can be read.
pub(super) fn digits(text: &str) -> String {
    match Phone::parse(text) {
        Ok(phone) => phone.as_str().trim_start_matches('+').to_owned(),
        Err(crate::contact::PhoneProblem::ZeroLost { suggestion }) => match Phone::parse(&suggestion) {
            Ok(phone) => phone.as_str().trim_start_matches('+').to_owned(),
            Err(_) => String::new(),
        },
        Err(_) => {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            if digits.len() < 5 { String::new() } else { digits }
        }
    }
}

/// An email address in lower case.
pub(super) fn email(text: &str) -> String {
    match Email::parse(text) {
        Ok(email) => email.caseless_key(),
        Err(_) => text.trim().to_lowercase(),
    }
}

/// The mailbox behind an address.
pub(super) fn mailbox(text: &str) -> String {
    Email::parse(text).map_or_else(|_| text.to_owned(), |email| email.mailbox_key())
}

/// The number or name of a house: "Flat 2, 98" is "2 98".
pub(super) fn house(text: &str) -> String {
    let form = form(text);
    let words: Vec<&str> = form
        .split(' ')
        .filter(|word| !matches!(*word, "flat" | "apartment" | "apt" | "unit" | "no" | "number"))
        .collect();
    words.join(" ")
}

/// A street with its kind written out.
pub(super) fn street(text: &str) -> String {
    let form = form(text);
    let Some((before, kind)) = form.rsplit_once(' ') else { return form };
    let whole = match kind {
        "st" | "str" => "street",
        "rd" => "road",
        "ave" | "av" => "avenue",
        "ln" => "lane",
        "cl" => "close",
        "ct" => "court",
        "cres" | "cr" => "crescent",
        "dr" => "drive",
        "gdns" => "gardens",
        "pl" => "place",
        "sq" => "square",
        "tce" | "terr" => "terrace",
        _ => return form,
    };
    format!("{before} {whole}")
}
