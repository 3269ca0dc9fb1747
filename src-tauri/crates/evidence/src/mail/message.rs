//! What one message says.

use serde::{Deserialize, Serialize};

use super::{
    authentication::{self, AuthenticationResults},
    client::{self, Client},
    entity::Entity,
    field::Field,
    forward::{InlineForward, inline_forwards, may_hold_forward},
    header::Header,
    html::html_to_text,
    lookalike::is_lookalike,
    part_path::PartPath,
    reading::Reading,
    received::{self, Hop},
    source::LineEndings,
    value::{MailDate, Mailbox, decoded, mailboxes, turns_direction},
    walk,
};
use crate::{
    damage::Code,
    dkim::{self, ArcSet, DkimFacts},
    shape::Shape,
};

/// Headers in which a mail system notes for whom it took a message; the first that is the claimant's links it to them.
const DELIVERED: &[&str] = &[
    "Delivered-To",
    "X-Original-To",
    "Envelope-To",
    "X-Envelope-To",
    "X-Delivered-To",
    "Apparently-To",
    "X-Apparently-To",
    "X-RCPT-TO",
    "X-Forwarded-To",
    "X-Original-Delivered-To",
    "Resent-To",
];

/// An address that a mail system noted on delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivered {
    /// The header that holds it, for example `Delivered-To`.
    pub header: String,
    /// The address.
    pub address: String,
}

/// One line of the outline of a message's parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StructureLine {
    /// How far to indent it.
    pub depth: u32,
    /// The part.
    pub path: PartPath,
    /// Its kind, for example `multipart/alternative`.
    pub content_type: String,
    /// Its file name.
    pub name: Option<String>,
    /// Bytes as they stand in the message, before decoding, without its header.
    pub size: u64,
}

/// What a part is to the reader of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartKind {
    /// A file that came with the message.
    Attachment,
    /// A file that the text shows in place, such as a picture.
    Inline,
    /// A message, read as [`Message::nested`] where the limits allow.
    Message,
}

/// A file inside a message; [`part_bytes`](super::part_bytes) gives its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Where it stands, from the file's own message.
    pub path: PartPath,
    /// What it is to the reader.
    pub kind: PartKind,
    /// Its file name as written: untrusted, never a path to write to.
    pub name: Option<String>,
    /// Its kind as declared.
    pub content_type: String,
    /// Its kind as its bytes show.
    pub shape: Shape,
    /// Decoded bytes.
    pub size: u64,
    /// SHA-256 of the decoded bytes.
    pub sha256: String,
    /// The id by which the text refers to it.
    pub content_id: Option<String>,
}

/// What a message says, every date and header also as written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// Where it stands: the root for the file's own message, else the part that holds it.
    pub path: PartPath,
    /// SHA-256 of the message's bytes.
    pub sha256: String,
    /// Bytes of the message.
    pub size: u64,
    /// How its lines end.
    pub line_endings: LineEndings,
    /// Header fields in file order, up to the limit.
    pub headers: Vec<Header>,
    /// Senders.
    pub from: Vec<Mailbox>,
    /// Recipients.
    pub to: Vec<Mailbox>,
    /// Recipients of copies.
    pub cc: Vec<Mailbox>,
    /// Addresses that mail systems noted on delivery, in file order.
    pub delivered_to: Vec<Delivered>,
    /// The subject, decoded; `None` if there is no such header.
    pub subject: Option<String>,
    /// The message id without angle brackets.
    pub message_id: Option<String>,
    /// When the sender's program says it was written.
    pub date: Option<MailDate>,
    /// The path it took, oldest hop first.
    pub received: Vec<Hop>,
    /// What providers stamped on it, newest first; ARC copies have an instance.
    pub authentication_results: Vec<AuthenticationResults>,
    /// What houses that passed it on noted and sealed, oldest first.
    pub arc: Vec<ArcSet>,
    /// Its DKIM signatures, each with the body hash recomputed.
    pub dkim: Vec<DkimFacts>,
    /// The plain text body, decoded.
    pub text: Option<String>,
    /// The HTML body as written, decoded: hostile until proved otherwise, never to be rendered as it is.
    pub html: Option<String>,
    /// The text as a person reads it: the plain body, or else the HTML body as text.
    pub text_as_read: String,
    /// Messages forwarded inside the text.
    pub forwards: Vec<InlineForward>,
    /// Files inside, messages included.
    pub attachments: Vec<Part>,
    /// Messages inside, to the depth limit.
    pub nested: Vec<Message>,
    /// The outline of its parts; those inside nested messages are listed there.
    pub structure: Vec<StructureLine>,
    /// The program that wrote it.
    pub client: Option<Client>,
}

impl Message {
    /// Every address that this message was written or delivered to, with the header that says so; the claimant's own must be
    /// among them for the message to be theirs (incident.md 1.3: the body does not name the recipient).
    pub fn recipients(&self) -> Vec<Delivered> {
        let named = |header: &str, address: &str| Delivered {
            header: header.to_owned(),
            address: address.to_owned(),
        };
        let to = self.to.iter().map(|mailbox| named("To", &mailbox.address));
        let cc = self.cc.iter().map(|mailbox| named("Cc", &mailbox.address));
        let hops =
            self.received.iter().filter_map(|hop| hop.for_address.as_deref()).map(|a| named("Received", a));
        let all = self.delivered_to.iter().cloned().chain(hops).chain(to).chain(cc);
        all.filter(|one| !one.address.is_empty()).collect()
    }

    /// This message and every one inside it, outermost first.
    pub fn with_nested(&self) -> Vec<&Message> {
        let mut all = vec![self];
        let mut at = 0;
        while let Some(&message) = all.get(at) {
            all.extend(&message.nested);
            at += 1;
        }
        all
    }
}

/// Reads a message at a path; `depth` is how many multiparts and messages it is inside.
pub(crate) fn read(bytes: &[u8], path: &PartPath, depth: usize, reading: &mut Reading<'_>) -> Message {
    read_hashed(bytes, reading.sha256(bytes), path, depth, reading)
}

/// The same of bytes whose SHA-256 is known.
pub(crate) fn read_hashed(
    bytes: &[u8],
    sha256: String,
    path: &PartPath,
    depth: usize,
    reading: &mut Reading<'_>,
) -> Message {
    let entity = Entity::read(bytes, "text/plain", reading.headers_left());
    reading.headers = reading.headers.saturating_add(entity.fields.len());
    if reading.words_only {
        return skimmed(&entity, path, depth, reading);
    }
    let line_endings = LineEndings::of(bytes);
    let all =
        |name: &str| entity.fields.iter().filter(|f| f.is(name)).map(Field::unfolded).collect::<Vec<_>>();
    let first = |name: &str| entity.fields.iter().find(|field| field.is(name)).map(Field::unfolded);
    let mut people = |name: &str| {
        let list: Vec<Mailbox> =
            entity.fields.iter().filter(|field| field.is(name)).flat_map(mailboxes).collect();
        reading.keep_addresses(list, path)
    };
    let (from, to, cc) = (people("from"), people("to"), people("cc"));
    let date = first("date").map(MailDate::read);
    let sent = date.as_ref().and_then(|date| date.seconds);
    let mut results: Vec<AuthenticationResults> = Vec::new();
    for field in &entity.fields {
        if field.is("authentication-results") || field.is("arc-authentication-results") {
            results.push(authentication::read(field.unfolded()));
        }
    }
    let received = received::path(&all("received"), sent);
    let from_domain = from.first().and_then(|from| from.address.rsplit_once('@'));
    let arrived = received.iter().rev().find_map(|hop| hop.date.seconds).or(sent);
    let around = dkim::Around::new(from_domain.map(|(_, domain)| domain.to_ascii_lowercase()), arrived);
    let stamped: Vec<u32> = results.iter().filter_map(|stamp| stamp.arc_instance).collect();
    // Most messages have neither, and looking for them goes through the header again.
    let may_have = |name: &str| entity.fields_dropped || entity.fields.iter().any(|field| field.is(name));
    let signed = may_have("dkim-signature");
    let sealed = may_have("arc-seal") || may_have("arc-message-signature");
    let top = if depth == 0 { path.clone() } else { path.child(0) };
    let (header_fields, bodies) = if signed || sealed {
        let kept = || entity.fields.iter().map(|field| field.bytes).collect();
        let fields = if entity.fields_dropped { dkim::fields(bytes) } else { kept() };
        (fields, Some(dkim::Bodies::new(entity.signed_body)))
    } else {
        (Vec::new(), None)
    };
    let content = walk::content(&entity, &top, depth, reading);
    let message = Message {
        path: path.clone(),
        sha256,
        size: bytes.len() as u64,
        line_endings,
        headers: entity.fields.iter().map(Header::of).collect(),
        from,
        to,
        cc,
        delivered_to: entity.fields.iter().filter_map(delivered).collect(),
        subject: entity.fields.iter().find(|field| field.is("subject")).map(decoded),
        message_id: first("message-id").map(|id| id.trim_matches(['<', '>', ' ']).to_owned()),
        received,
        date,
        arc: match &bodies {
            Some(bodies) if sealed => dkim::sets(&header_fields, bodies, &stamped, &mut reading.hashing),
            _ => Vec::new(),
        },
        authentication_results: results,
        dkim: match &bodies {
            Some(bodies) if signed => dkim::facts(&header_fields, bodies, around, &mut reading.hashing),
            _ => Vec::new(),
        },
        forwards: forwards(&content),
        text: content.plain,
        html: content.html,
        text_as_read: content.read,
        attachments: content.attachments,
        nested: content.nested,
        structure: content.structure,
        client: client::of(&entity),
    };
    note_damage(&message, &entity, reading);
    message
}

/// Of a message only what tells whether it is the one that is looked for.
fn skimmed(entity: &Entity<'_>, path: &PartPath, depth: usize, reading: &mut Reading<'_>) -> Message {
    let first = |name: &str| entity.fields.iter().find(|field| field.is(name));
    let from = entity.fields.iter().filter(|field| field.is("from")).flat_map(mailboxes).collect();
    let from = reading.keep_addresses(from, path);
    let top = if depth == 0 { path.clone() } else { path.child(0) };
    let content = walk::content(entity, &top, depth, reading);
    Message {
        path: path.clone(),
        sha256: String::new(),
        size: 0,
        line_endings: LineEndings::None,
        headers: Vec::new(),
        from,
        to: Vec::new(),
        cc: Vec::new(),
        delivered_to: Vec::new(),
        subject: first("subject").map(decoded),
        message_id: None,
        date: first("date").map(|field| MailDate::read(field.unfolded())),
        received: Vec::new(),
        authentication_results: Vec::new(),
        arc: Vec::new(),
        dkim: Vec::new(),
        forwards: forwards(&content),
        text: content.plain,
        html: content.html,
        text_as_read: content.read,
        attachments: Vec::new(),
        nested: content.nested,
        structure: Vec::new(),
        client: None,
    }
}

fn delivered(field: &Field<'_>) -> Option<Delivered> {
    let header = DELIVERED.iter().find(|name| field.is(name))?;
    let address = match mailboxes(field).into_iter().next() {
        Some(mailbox) if mailbox.address.contains('@') => mailbox.address,
        _ => field.unfolded().trim_matches(['<', '>', ' ']).to_owned(),
    };
    Some(Delivered { header: (*header).to_owned(), address })
}

fn note_damage(message: &Message, entity: &Entity<'_>, reading: &mut Reading<'_>) {
    let place = &message.path;
    let mut note = |wrong: bool, code: Code| {
        if wrong {
            reading.damage.add(code, place);
        }
    };
    note(message.from.is_empty(), Code::FromMissing);
    note(message.date.is_none(), Code::DateMissing);
    note(message.date.as_ref().is_some_and(|date| date.utc.is_none()), Code::DateUnreadable);
    note(entity.stray_lines > 0, Code::HeaderDamaged);
    note(entity.fields_dropped, Code::TooManyHeaders);
    note(message.line_endings == LineEndings::Mixed, Code::MixedLineEndings);
    let repeated = |name: &&str| entity.fields.iter().filter(|field| field.is(name)).nth(1).is_some();
    note(["from", "date", "subject", "message-id", "to"].iter().any(repeated), Code::HeaderRepeated);
    note(message.from.iter().any(|one| is_lookalike(&one.address)), Code::LookalikeDomain);
    let shown =
        message.from.iter().filter_map(|mailbox| mailbox.name.as_deref()).chain(message.subject.as_deref());
    let named = message.attachments.iter().filter_map(|part| part.name.as_deref());
    note(shown.chain(named).any(turns_direction), Code::DirectionOverride);
}

/// The messages forwarded inside a text; some web mail runs their headers together in the plain body, and keeps the
/// lines only in the HTML one.
fn forwards(content: &walk::Content) -> Vec<InlineForward> {
    let found = inline_forwards(&content.read);
    match (&content.plain, &content.html) {
        (Some(_), Some(html)) if found.is_empty() && may_hold_forward(html) => {
            inline_forwards(&html_to_text(html))
        }
        _ => found,
    }
}
