//! What an exhibit is called in the index, in the statement and on its sheet: its kind, its day and whose it is.

use jiff::Timestamp;
use jiff::civil::Date;
use joinder_domain::date::show::long;
use joinder_evidence::{Inspection, Message, Shape};

use super::innermost;
use crate::clock::uk;

/// The longest name of a sender or file that is printed, in characters.
const LONGEST: usize = 80;

/// "Email of 3 November 2021 from the Example Party, “Private and Confidential”"; for a file what its name tells.
pub(super) fn described(inspection: &Inspection, name: &str) -> String {
    match &inspection.message {
        Some(message) => mail(message),
        None => file(inspection.shape, name),
    }
}

/// The day of a message on a UK clock.
pub(super) fn day(message: &Message) -> Option<Date> {
    let seconds = innermost(message).date.as_ref()?.seconds?;
    Some(uk().to_datetime(Timestamp::from_second(seconds).ok()?).date())
}

fn mail(message: &Message) -> String {
    let inner = innermost(message);
    let mut words = "Email".to_owned();
    if let Some(day) = day(message) {
        words.push_str(&format!(" of {}", long(day)));
    }
    let from = inner.from.first().map(|from| match from.name.as_deref().map(str::trim) {
        None | Some("") => from.address.trim(),
        Some(name) => name,
    });
    if let Some(from) = from.filter(|from| !from.is_empty()) {
        words.push_str(&format!(" from {}", short(from)));
    }
    // What was passed on as text has no day and no sender that a header would tell.
    if inner.nested.is_empty() && !inner.forwards.is_empty() {
        words.push_str(", passing on an earlier message");
    }
    match inner.subject.as_deref().map(str::trim).unwrap_or_default() {
        "" => words.push_str(", without a subject"),
        subject => words.push_str(&format!(", “{}”", short(subject))),
    }
    words
}

/// A file by the words of its name: "Bank statement (PDF)"; where its name says nothing, by its kind and the name.
pub(super) fn file(shape: Shape, name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let telling: Vec<&str> = stem
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty() && !SILENT.contains(&word.to_lowercase().as_str()))
        .filter(|word| !word.chars().any(|c| c.is_ascii_digit()) || is_year(word))
        .filter(|word| word.chars().count() > 1)
        .collect();
    let says = telling.iter().any(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 2);
    let (kind, mark) = match shape {
        Shape::Pdf => ("Document", "PDF"),
        Shape::Jpeg | Shape::Heic => ("Photograph or picture", "photograph or picture"),
        Shape::Png | Shape::Webp | Shape::Gif | Shape::Tiff => ("Picture", "picture"),
        other => return format!("{}, file “{}”", opening(other.name()), short(name)),
    };
    if says {
        format!("{} ({mark})", short(&opening(&telling.join(" "))))
    } else {
        format!("{kind}, file “{}”", short(name))
    }
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20"))
}

/// Words of file names that programs and machines give.
const SILENT: [&str; 26] = [
    "scan",
    "scanned",
    "scanner",
    "img",
    "image",
    "images",
    "dsc",
    "dscn",
    "pxl",
    "pic",
    "picture",
    "photo",
    "photograph",
    "screenshot",
    "screen",
    "shot",
    "document",
    "doc",
    "file",
    "untitled",
    "copy",
    "final",
    "whatsapp",
    "attachment",
    "download",
    "print",
];

/// With a capital letter.
fn opening(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn short(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    format!("{}…", line.chars().take(LONGEST).collect::<String>().trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_what_its_name_tells() {
        for (shape, name, said) in [
            (Shape::Pdf, "bank_statement-2021.pdf", "Bank statement 2021 (PDF)"),
            (Shape::Pdf, "S-012-letter.pdf", "Letter (PDF)"),
            (Shape::Pdf, "scan0001.pdf", "Document, file “scan0001.pdf”"),
            (
                Shape::Png,
                "Screenshot 2021-11-03 at 10.15.png",
                "Picture, file “Screenshot 2021-11-03 at 10.15.png”",
            ),
            (Shape::Jpeg, "IMG_2041.JPG", "Photograph or picture, file “IMG_2041.JPG”"),
            (Shape::Jpeg, "membership card.jpg", "Membership card (photograph or picture)"),
        ] {
            assert_eq!(file(shape, name), said);
        }
    }
}
