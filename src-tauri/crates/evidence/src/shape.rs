//! Which kind of file this is, by its content alone.

use serde::{Deserialize, Serialize};

use crate::{archive, mail, mailbox};

/// Bytes at the start of a file that decide its kind.
pub(crate) const HEAD: usize = 64 * 1024;

/// The kind of file that the content shows, whatever its name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// A native email with headers.
    Eml,
    /// Apple Mail's file: a native email with a length before it and a property list after it.
    Emlx,
    /// A PDF document.
    Pdf,
    /// A JPEG picture.
    Jpeg,
    /// A PNG picture.
    Png,
    /// An Outlook message.
    Msg,
    /// Many messages in one file.
    Mbox,
    /// A web page saved whole from a browser.
    Mhtml,
    /// An Outlook data file.
    Pst,
    /// A ZIP archive.
    Zip,
    /// A HEIC picture, as iPhones take.
    Heic,
    /// A WebP picture.
    Webp,
    /// A TIFF picture.
    Tiff,
    /// A GIF picture.
    Gif,
    /// A web page.
    Html,
    /// A rich text document.
    Rtf,
    /// Plain text without email headers.
    Text,
    /// Outlook's wrapper for attachments, winmail.dat.
    Tnef,
    /// An Office document, old or new.
    Office,
    /// Nothing that is recognised.
    Unknown,
    /// No bytes at all.
    Empty,
}

impl Shape {
    /// Every kind.
    const ALL: [Self; 21] = [
        Self::Eml,
        Self::Emlx,
        Self::Pdf,
        Self::Jpeg,
        Self::Png,
        Self::Msg,
        Self::Mbox,
        Self::Mhtml,
        Self::Pst,
        Self::Zip,
        Self::Heic,
        Self::Webp,
        Self::Tiff,
        Self::Gif,
        Self::Html,
        Self::Rtf,
        Self::Text,
        Self::Tnef,
        Self::Office,
        Self::Unknown,
        Self::Empty,
    ];

    /// The kind that [`Self::name`] calls so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shape| shape.name() == name)
    }

    /// The kind in a few plain words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Eml => "email",
            Self::Emlx => "email saved by Apple Mail",
            Self::Pdf => "PDF document",
            Self::Jpeg => "JPEG picture",
            Self::Png => "PNG picture",
            Self::Msg => "Outlook message (.msg)",
            Self::Mbox => "mailbox of many messages (mbox)",
            Self::Mhtml => "saved web page (.mhtml)",
            Self::Pst => "Outlook data file (.pst)",
            Self::Zip => "ZIP archive",
            Self::Heic => "HEIC picture",
            Self::Webp => "WebP picture",
            Self::Tiff => "TIFF picture",
            Self::Gif => "GIF picture",
            Self::Html => "web page",
            Self::Rtf => "rich text document",
            Self::Text => "plain text",
            Self::Tnef => "winmail.dat",
            Self::Office => "Office document",
            Self::Unknown => "unknown",
            Self::Empty => "empty file",
        }
    }

    /// Whether it is a picture.
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Gif | Self::Webp | Self::Tiff | Self::Heic)
    }

    /// How to turn a kind that is recognised but not read into one that is; `None` where none is needed.
    pub fn how_to_convert(self) -> Option<&'static str> {
        Some(match self {
            Self::Pst => {
                "Open it in Outlook, find the message that matters, save or forward it as an attachment, and add that."
            }
            Self::Heic => {
                "Save it as JPEG (on an iPhone: share it as \"Most Compatible\") and add that as well."
            }
            Self::Office => "Open it and print it to PDF, and add that as well.",
            _ => return None,
        })
    }

    /// The kind of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        if bytes.is_empty() {
            return Self::Empty;
        }
        let head = bytes.get(..HEAD).unwrap_or(bytes);
        match by_signature(head, bytes) {
            Some(Self::Zip) if archive::is_office(bytes) => Self::Office,
            Some(shape) => shape,
            None => by_mail(head, bytes).or_else(|| by_text(head)).unwrap_or(Self::Unknown),
        }
    }

    /// The kind of a file too large to be held, by its first 64 KiB: a mailbox is known by how it begins, even if it
    /// holds a single message.
    pub fn of_start(head: &[u8]) -> Self {
        match Self::of(head) {
            Self::Eml if mailbox::begins_mailbox(head) => Self::Mbox,
            shape => shape,
        }
    }
}

fn by_signature(head: &[u8], bytes: &[u8]) -> Option<Shape> {
    let at = |offset: usize, magic: &[u8]| head.get(offset..).is_some_and(|rest| rest.starts_with(magic));
    let brand = || [b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"].iter().any(|b| at(8, *b));
    Some(match () {
        () if at(0, b"\xFF\xD8\xFF") => Shape::Jpeg,
        () if at(0, b"\x89PNG\r\n\x1A\n") => Shape::Png,
        () if at(0, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") => outlook_or_office(bytes),
        () if at(0, b"PK\x03\x04") || at(0, b"PK\x05\x06") => Shape::Zip,
        () if at(0, b"!BDN") => Shape::Pst,
        () if at(4, b"ftyp") && brand() => Shape::Heic,
        () if at(0, b"RIFF") && at(8, b"WEBP") => Shape::Webp,
        () if at(0, b"II*\0") || at(0, b"MM\0*") => Shape::Tiff,
        () if at(0, b"GIF87a") || at(0, b"GIF89a") => Shape::Gif,
        () if at(0, b"{\\rtf") => Shape::Rtf,
        () if at(0, b"\x78\x9F\x3E\x22") => Shape::Tnef,
        // The specification lets other bytes come before a PDF's header; readers accept it in the first kilobyte.
        () if memchr::memmem::find(head.get(..1024).unwrap_or(head), b"%PDF-")
            .is_some_and(|p| p == 0 || !mail::looks_like_mail(head)) =>
        {
            Shape::Pdf
        }
        () => return None,
    })
}

/// An Outlook message names its property streams in UTF-16 in the directory of its compound file.
fn outlook_or_office(bytes: &[u8]) -> Shape {
    let name: Vec<u8> = "__properties_version1.0".bytes().flat_map(|byte| [byte, 0]).collect();
    let substg: Vec<u8> = "__substg1.0_".bytes().flat_map(|byte| [byte, 0]).collect();
    let found = |needle: &[u8]| memchr::memmem::find(bytes, needle).is_some();
    if found(&name) || found(&substg) { Shape::Msg } else { Shape::Office }
}

fn by_mail(head: &[u8], bytes: &[u8]) -> Option<Shape> {
    if mailbox::begins_mailbox(head) && mailbox::is_mailbox(bytes) {
        return Some(Shape::Mbox);
    }
    // A mailbox of one message is that message, even if it lacks headers.
    let is_mail = mail::looks_like_mail(head) || mailbox::begins_mailbox(head);
    is_mail.then(|| mail::mail_shape(head))
}

fn by_text(head: &[u8]) -> Option<Shape> {
    if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") {
        return Some(Shape::Text);
    }
    // Stray zero bytes do not make a text binary, but one in twenty control characters does.
    let odd = head.iter().filter(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31)).count();
    if odd.saturating_mul(20) > head.len() {
        return None;
    }
    let start: Vec<u8> = head.iter().take(1024).map(u8::to_ascii_lowercase).collect();
    let tag = |name: &[u8]| memchr::memmem::find(&start, name).is_some();
    Some(if tag(b"<!doctype html") || tag(b"<html") || tag(b"<body") { Shape::Html } else { Shape::Text })
}

#[cfg(test)]
mod tests {
    use super::Shape;

    #[test]
    fn a_kind_is_found_again_by_its_name_and_by_no_other() {
        for shape in Shape::ALL {
            assert_eq!(Shape::named(shape.name()), Some(shape));
        }
        assert_eq!(Shape::named("letter on paper"), None);
    }
}
