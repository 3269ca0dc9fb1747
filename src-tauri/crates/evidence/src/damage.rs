//! What is wrong with an item, as data: a code, how much it matters, and words for a person.

use serde::{Deserialize, Serialize};

/// Distinct entries kept for one item; later ones of the same code still raise its count.
const ENTRIES: usize = 200;

/// How much a piece of damage matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Odd, but nothing was lost.
    Note,
    /// Something in the item was not read, or was read by guesswork.
    Warning,
    /// The item cannot be used as it is.
    Serious,
}

/// One thing that is wrong with an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Damage {
    /// What happened; stable, for rules and translated texts.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// Where: a part path such as `1.2`, `0` for the item as a whole.
    pub place: String,
    /// How many times it happened there.
    pub count: u32,
    /// What happened, in plain English.
    pub text: String,
    /// What a person can do about it.
    pub fix: String,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident = $name:literal, $severity:ident, $text:literal, $fix:literal;)+) => {
        /// The kinds of damage.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Code {
            $(#[doc = $text] $code,)+
        }

        impl Code {
            /// Every code, in order.
            pub const ALL: &'static [Code] = &[$(Code::$code,)+];

            /// The code as it is written in facts and text catalogues.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$code => $name,)+ }
            }

            /// How much this kind of damage matters.
            pub fn severity(self) -> Severity {
                match self { $(Code::$code => Severity::$severity,)+ }
            }

            /// What happened, in plain English.
            pub fn text(self) -> &'static str {
                match self { $(Code::$code => $text,)+ }
            }

            /// What a person can do about it.
            pub fn fix(self) -> &'static str {
                match self { $(Code::$code => $fix,)+ }
            }
        }
    };
}

codes! {
    Empty = "empty", Serious, "The file is empty.",
        "Ask for it again; the copy or the upload probably stopped early.";
    TooLarge = "too-large", Serious, "The file is larger than the largest that is read.",
        "Save the message without its attachments, or split the file, and add the pieces.";
    UnknownKind = "unknown-kind", Serious, "The content is not of a kind that is recognised.",
        "Ask for the original email (.eml), a PDF, or a JPEG or PNG picture.";
    HoldsOthers = "holds-others", Warning, "The file holds other files or messages; each of them is evidence of its own.",
        "Take it in as a mailbox or an archive, so that what is inside is kept and read one by one.";
    NotReadHere = "not-read-here", Serious, "The kind of file is recognised, but its content is not read.",
        "Turn it into an email file (.eml), a PDF, or a JPEG or PNG picture and add that as well.";
    NotMail = "not-mail", Warning, "This is text without email headers: it does not show who received it or how it came.",
        "Ask for the original email: \"Download original\" or \"Forward as attachment\".";
    SavedWebPage = "saved-web-page", Warning, "This is a web page saved from a browser, not the email itself.",
        "Ask for the original email: \"Download original\" or \"Forward as attachment\".";
    FromMissing = "from-missing", Warning, "The message does not say who sent it.",
        "Ask for the original with all its headers.";
    DateMissing = "date-missing", Warning, "The message has no date.",
        "Ask for the original with all its headers; the mail servers' own times may still show the day.";
    DateUnreadable = "date-unreadable", Warning, "The date in the message cannot be read.",
        "Look at the date as it is written, and at the times the mail servers added.";
    HeaderDamaged = "header-damaged", Warning, "Some lines among the headers are not headers.",
        "Look at the raw source; the file may have been opened and saved in another program.";
    HeaderRepeated = "header-repeated", Note, "A header that should appear once appears more than once.",
        "Compare the copies in the raw source; the first is the one shown.";
    TooManyHeaders = "too-many-headers", Warning, "There are more header lines than are kept.",
        "Look at the raw source for the rest.";
    TooManyAddresses = "too-many-addresses", Warning, "There are more addresses than are kept.",
        "Search the raw source for the claimant's address.";
    TooDeep = "too-deep", Warning, "Messages are nested deeper than is read.",
        "Save the inner message as a file of its own and add that.";
    TooManyParts = "too-many-parts", Warning, "There are more parts than are read.",
        "Save the attachments that matter as files of their own and add those.";
    TooMuchDecoded = "too-much-decoded", Warning, "The attachments together are larger than is read.",
        "Save the attachments that matter as files of their own and add those.";
    TextCut = "text-cut", Warning, "The text is longer than is kept; its end is not shown.",
        "Look at the raw source for the rest.";
    BoundaryMissing = "boundary-missing", Warning, "The message says that it has parts, but the parts cannot be told apart.",
        "Ask for the original again; this copy was damaged on its way.";
    TextOutsideParts = "text-outside-parts", Note, "There are words before the first part of the message or after its last, which mail programs do not show.",
        "Look at the raw source if they matter; mailing lists and damaged copies leave such words.";
    Truncated = "truncated", Warning, "The message stops before its end.",
        "Ask for the original again; the download or the copy probably stopped early.";
    TransferEncoding = "transfer-encoding", Warning, "Part of the message is not encoded as it says; it was read as well as it could be.",
        "Ask for the original again, or for the attachment as a file of its own.";
    Charset = "charset", Note, "The text is not in the character set that it names; it was read in the likely one.",
        "Check accents, pound signs and quotation marks against the sender's own copy if they matter.";
    NulBytes = "nul-bytes", Note, "The text holds zero bytes, which were left out.",
        "Look at the raw source if the text looks odd.";
    MixedLineEndings = "mixed-line-endings", Note, "The file mixes line endings, as files edited or joined by hand do.",
        "Ask for an untouched original if there is one.";
    DirectionOverride = "direction-override", Warning, "A name or subject holds characters that change the order in which it is shown.",
        "Read it in the raw source before relying on it.";
    LookalikeDomain = "lookalike-domain", Warning, "The sender's domain is written in letters of another alphabet, or mixes alphabets, so that it may be taken for another domain.",
        "Compare it letter by letter with the domain that it looks like before relying on it.";
    EncryptedPart = "encrypted-part", Warning, "The message, or part of it, is encrypted.",
        "Ask the recipient to open it in their mail program and forward it unencrypted, keeping the original too.";
    SignedWrapper = "signed-wrapper", Note, "The message was packed together with its signature (S/MIME) and was taken out of it.",
        "Nothing needs to be done; the wrapper is kept as it came.";
    Recoded = "recoded", Note, "The file was saved in another encoding of letters (UTF-16) than mail has, as text editors do; it was read as the letters that it holds.",
        "Ask for an untouched original: downloaded, or forwarded as an attachment.";
    WinmailDat = "winmail-dat", Note, "Attachments were packed in Outlook's own wrapper (winmail.dat) and were taken out of it.",
        "Nothing needs to be done; the wrapper is kept as it came.";
    OutlookUnreadable = "outlook-unreadable", Serious, "Outlook's file is damaged and cannot be opened.",
        "Ask for it again, or ask for the message by \"Forward as attachment\" or as .eml from Outlook on the web.";
    OutlookDamaged = "outlook-damaged", Warning, "A piece of Outlook's file is damaged or missing; what could be read of it is shown.",
        "Ask for it again, or ask for the message by \"Forward as attachment\" or as .eml from Outlook on the web.";
    OutlookNoHeaders = "outlook-no-headers", Warning, "Outlook's file does not hold the headers that the message had on its way, so its path cannot be shown.",
        "Ask for the original: \"Forward as attachment\", or download it from Outlook on the web; a message that was only sent or drafted has none.";
    OutlookItem = "outlook-item", Warning, "This is an appointment, a contact or another item of Outlook and not an email.",
        "Ask for the email itself.";
    ArchiveBroken = "archive-broken", Warning, "The archive's own list of its files is missing or damaged; the files that were found are read.",
        "Ask for it again, or unpack it and add the files inside; the download or the copy probably stopped early.";
    ArchiveTooMany = "archive-too-many", Warning, "The archive holds more files than are read.",
        "Unpack it and add the files that matter.";
    ArchiveTooDeep = "archive-too-deep", Warning, "Archives are packed inside archives deeper than is read.",
        "Unpack it and add the files inside.";
    ArchivePath = "archive-path", Warning, "A name in the archive would lead out of the folder into which it is unpacked; it was read as a name only.",
        "Look at where the archive came from; ordinary programs do not make such names.";
    ArchiveEncrypted = "archive-encrypted", Serious, "The file in the archive needs a password.",
        "Unpack it with the password and add the files inside; keep the archive too.";
    ArchiveMethod = "archive-method", Serious, "The file in the archive is packed in a way that is not read.",
        "Unpack it with the program that made it, or with 7-Zip, and add the files inside.";
    ArchiveMemberDamaged = "archive-member-damaged", Serious, "The file in the archive is damaged: it is not what was packed, or not all of it.",
        "Ask for it again, or for the file by itself; what could be unpacked is kept.";
    ArchiveBomb = "archive-bomb", Serious, "The archive unpacks to far more than an honest archive of its size does, and was not unpacked further.",
        "Look at where it came from; if it is genuine, unpack it and add the files that matter.";
    PdfHeaderMissing = "pdf-header-missing", Warning, "The PDF does not begin as a PDF does.",
        "Open it in a PDF reader and save or print it as a new PDF; keep this one too.";
    PdfTruncated = "pdf-truncated", Warning, "The PDF has no end mark: its end may be missing.",
        "Ask for it again; the download or the copy probably stopped early.";
    PdfEncrypted = "pdf-encrypted", Serious, "The PDF needs a password to be opened.",
        "Open it with the password, save or print it as a PDF without one, and add that; keep this one too.";
    PdfUnreadable = "pdf-unreadable", Serious, "The PDF is damaged and its pages cannot be read.",
        "Ask for it again, or open it in a PDF reader and print it to a new PDF.";
    PdfNoText = "pdf-no-text", Note, "The pages of the PDF are pictures: their text cannot be searched.",
        "Read it by eye, or run text recognition and add the result beside it.";
    PictureNotPlaced = "picture-not-placed", Warning, "The picture's size and description were read, but a picture of this kind cannot be placed on a page.",
        "Save it as PNG or JPEG and add that as well; keep this one too.";
    ImageUnreadable = "image-unreadable", Serious, "The picture is damaged and its size cannot be read.",
        "Ask for it again, or take a new screenshot.";
    ImageTruncated = "image-truncated", Warning, "The picture stops before its end; its lower part may be missing.",
        "Ask for it again; the copy probably stopped early.";
    ImageTooLarge = "image-too-large", Serious, "The picture is too large to place on a page.",
        "Save it at a smaller size and add that as well; keep this one too.";
}

impl Damage {
    /// Damage of this kind at a part path, once, in the words of its code.
    pub fn new(code: Code, place: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            place: place.into(),
            count: 1,
            text: code.text().to_owned(),
            fix: code.fix().to_owned(),
        }
    }
}

/// Damage met so far, bounded; the same code at the same place is counted, not repeated.
#[derive(Debug, Default)]
pub(crate) struct DamageLog {
    entries: Vec<Damage>,
}

impl DamageLog {
    pub(crate) fn add(&mut self, code: Code, place: impl std::fmt::Display) {
        self.add_with_fix(code, place, code.fix());
    }

    pub(crate) fn add_with_fix(&mut self, code: Code, place: impl std::fmt::Display, fix: &str) {
        let place = place.to_string();
        let full = self.entries.len() >= ENTRIES;
        let same = |d: &&mut Damage| d.code == code && (full || d.place == place);
        if let Some(known) = self.entries.iter_mut().find(same) {
            known.count = known.count.saturating_add(1);
        } else if !full {
            self.entries.push(Damage { fix: fix.to_owned(), ..Damage::new(code, place) });
        }
    }

    pub(crate) fn into_entries(self) -> Vec<Damage> {
        self.entries
    }
}
