//! What a file says about itself: bytes in, facts out.
//!
//! [`inspect`] looks at one file as it was received and reports its shape, what a reader of it would see and whatever is
//! wrong with it. Every function here is total: it never panics, its work is bounded by [`Limits`], and damage is data
//! ([`Damage`]) rather than an error. There is no input or output, no clock and no network; a file's name and extension
//! play no part. Whether the facts prove anything is for the rules to say (evidence.md 5.1), not for this crate.

mod archive;
mod compound;
mod contents;
mod damage;
mod digest;
mod dkim;
mod image;
mod inspect;
mod limits;
mod made;
mod mail;
mod mailbox;
mod outlook;
mod pdf;
mod rtf;
mod saved_text;
mod shape;
mod spreadsheet;

pub use archive::{Archive, Content, Entry, Member, MemberReader, unpack, unpacking_damage};
pub use contents::{Contents, Listed};
pub use damage::{Code, Damage, Severity};
pub use digest::sha256_hex;
pub use dkim::{
    Adjustment, ArcSet, BodyHash, DkimFacts, DkimNote, KeyRecord, NoteCode, SignatureAnswer, key_name,
    key_records, verify_signature,
};
pub use image::ImageFacts;
pub use inspect::{Inspection, inspect, skim};
pub use limits::Limits;
pub use mail::{
    AuthenticationResults, Client, DateOddity, Delivered, ForwardStyle, Header, Hop, HopJudgement,
    InlineForward, LineEndings, MailDate, Mailbox, Message, MethodResult, OddityCode, Order, Part, PartKind,
    PartPath, PartPathError, PathCode, PathFinding, PathJudgement, PictureSource, Piece, Place, Provider,
    ReplyQuote, StampJudgement, StructureLine, duration_in_words, html_to_text, inline_forwards,
    organisation, page_pieces, part_bytes, picture_data, reply_quote,
};
pub use mailbox::{Glance, Mbox, MboxMessage, glance};
pub use pdf::PdfFacts;
pub use saved_text::SavedText;
pub use shape::Shape;
pub use spreadsheet::{
    Area, Cell, ColumnLook, Row, Rule, RuleKind, Sheet, Spreadsheet, SpreadsheetError, Value, column_letters,
    is_date_format, read_spreadsheet, spreadsheet_day,
};
