//! One file from bytes to facts.

use serde::{Deserialize, Serialize};

use crate::{
    contents::{self, Contents},
    damage::{Code, Damage, DamageLog},
    digest::sha256_hex,
    image::{self, ImageFacts},
    limits::Limits,
    mail::{self, Message},
    pdf::{self, PdfFacts},
    saved_text::{self, SavedText},
    shape::Shape,
};

/// Everything that a file says about itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Inspection {
    /// The kind of file that its content shows.
    pub shape: Shape,
    /// Bytes.
    pub size: u64,
    /// SHA-256 of the file as received.
    pub sha256: String,
    /// What it says, if it is mail.
    pub message: Option<Message>,
    /// What it says, if it is a PDF.
    pub pdf: Option<PdfFacts>,
    /// What it says, if it is a picture.
    pub image: Option<ImageFacts>,
    /// What it says, if it is plain text or a web page.
    pub saved_text: Option<SavedText>,
    /// What it holds, if it is a mailbox or an archive.
    #[serde(default)]
    pub contents: Option<Contents>,
    /// What is wrong with it.
    pub damage: Vec<Damage>,
}

impl Inspection {
    /// What is known of a file before anything in it is read.
    fn begun(bytes: &[u8], shape: Shape) -> Self {
        Self {
            shape,
            size: bytes.len() as u64,
            sha256: String::new(),
            message: None,
            pdf: None,
            image: None,
            saved_text: None,
            contents: None,
            damage: Vec::new(),
        }
    }

    /// What is known of a file whose reading broke off: its hash and size only.
    pub fn unread(bytes: &[u8]) -> Self {
        let damage = vec![Damage::new(Code::UnknownKind, "0")];
        Self { sha256: sha256_hex(bytes), damage, ..Self::begun(bytes, Shape::Unknown) }
    }
}

/// The words of one file, by which the notice is looked for among a mailbox's many messages: the texts, subjects, senders and
/// dates that [`inspect`] finds in it and in the messages inside it. Of mail nothing else is there: nothing is hashed, no
/// signature is checked, no file and no damage is listed.
pub fn skim(bytes: &[u8], limits: &Limits) -> Inspection {
    let shape = Shape::of(bytes);
    if !matches!(shape, Shape::Eml | Shape::Emlx) || bytes.len() as u64 > limits.item_bytes {
        return inspect(bytes, limits);
    }
    Inspection { message: Some(mail::skim(bytes, limits)), ..Inspection::begun(bytes, shape) }
}

/// Looks at one file as it was received; never fails, and does no more work than the limits allow.
///
/// ```
/// let mail = b"From: notices@party.example\r\nTo: pat@example.org\r\nSubject: Hello\r\n\r\nDear Pat,\r\n";
/// let facts = joinder_evidence::inspect(mail, &joinder_evidence::Limits::default());
/// assert_eq!(facts.shape, joinder_evidence::Shape::Eml);
/// assert_eq!(facts.message.unwrap().to[0].address, "pat@example.org");
/// ```
pub fn inspect(bytes: &[u8], limits: &Limits) -> Inspection {
    let mut facts = Inspection::begun(bytes, Shape::of(bytes));
    let mut damage = DamageLog::default();
    if facts.size > limits.item_bytes {
        damage.add(Code::TooLarge, 0);
        facts.sha256 = sha256_hex(bytes);
        facts.damage = damage.into_entries();
        return facts;
    }
    match facts.shape {
        Shape::Eml | Shape::Emlx => {
            let (message, log) = mail::read(bytes, limits);
            facts.message = Some(message);
            damage = log;
            if mail::is_recoded(bytes) {
                damage.add(Code::Recoded, 0);
            }
        }
        Shape::Msg | Shape::Tnef => (facts.message, damage) = mail::read_outlook(bytes, limits),
        Shape::Rtf => {
            damage.add(Code::NotMail, 0);
            facts.saved_text = Some(saved_text::read_rich(bytes, limits, &mut damage));
        }
        Shape::Mhtml => {
            let (page, log) = mail::read(bytes, limits);
            damage = log;
            damage.add(Code::SavedWebPage, 0);
            facts.saved_text = Some(SavedText { forwards: page.forwards, text: page.text_as_read });
        }
        Shape::Pdf => facts.pdf = Some(pdf::read(bytes, limits, &mut damage)),
        shape if shape.is_picture() => facts.image = image::read(bytes, shape, limits, &mut damage),
        Shape::Html | Shape::Text => {
            let html = facts.shape == Shape::Html;
            damage.add(if html { Code::SavedWebPage } else { Code::NotMail }, 0);
            facts.saved_text = Some(saved_text::read(bytes, html, limits, &mut damage));
        }
        Shape::Mbox => facts.contents = Some(contents::of_mailbox(bytes, limits, &mut damage)),
        Shape::Zip => facts.contents = Some(contents::of_archive(bytes, limits, &mut damage)),
        Shape::Empty => damage.add(Code::Empty, 0),
        Shape::Unknown => damage.add(Code::UnknownKind, 0),
        other => damage.add_with_fix(
            Code::NotReadHere,
            0,
            other.how_to_convert().unwrap_or(Code::NotReadHere.fix()),
        ),
    }
    facts.sha256 = match &facts.message {
        // A message without a wrapper has been hashed already.
        Some(message) if message.size == facts.size && mail::is_bare(bytes) => message.sha256.clone(),
        _ => sha256_hex(bytes),
    };
    facts.damage = damage.into_entries();
    facts
}
