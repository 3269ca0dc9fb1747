//! An item as a message like any other.

use super::{
    body::Bodies,
    item::{Item, Loading},
    msg,
    piece::pieces,
    property::Properties,
    tnef,
};
use crate::{
    compound,
    damage::Code,
    digest::sha256_hex,
    dkim::BodyHash,
    limits::Limits,
    mail::{
        self, Content, Delivered, File, LineEndings, MailDate, Mailbox, Message, Part, PartKind, PartPath,
        Reading, StructureLine, inline_forwards,
    },
    shape::Shape,
};

/// Kinds of damage that headers can have by themselves, without a body.
const OF_HEADERS: &[Code] = &[
    Code::HeaderDamaged,
    Code::HeaderRepeated,
    Code::TooManyHeaders,
    Code::TooManyAddresses,
    Code::DateUnreadable,
    Code::DirectionOverride,
];

/// Reads a file of Outlook, at a path and a depth; `None`, and damage, if it cannot be opened.
pub(crate) fn read(
    bytes: &[u8],
    path: &PartPath,
    depth: usize,
    reading: &mut Reading<'_>,
) -> Option<Message> {
    let Some(item) = load(bytes, path, depth, reading) else {
        reading.damage.add(Code::OutlookUnreadable, path);
        return None;
    };
    Some(message(&item, bytes, path, depth, reading))
}

/// Takes the files out of a winmail.dat that came with a message.
pub(crate) fn unwrap(
    bytes: &[u8],
    path: &PartPath,
    (depth, line): (usize, usize),
    content: &mut Content,
    reading: &mut Reading<'_>,
) {
    let Some(item) = load(bytes, path, depth, reading) else {
        reading.damage.add(Code::OutlookUnreadable, path);
        return;
    };
    reading.damage.add(Code::WinmailDat, path);
    let bodies = bodies(&item, path, reading);
    content.wrapped.get_or_insert(bodies);
    list(&item, path, (depth, line), content, reading);
}

/// The bytes of the part that some steps lead to inside a file of Outlook; without steps, of the plain body.
pub(crate) fn part(bytes: &[u8], steps: &[u32], limits: &Limits) -> Option<Vec<u8>> {
    let mut loading = loading(limits.decoded_bytes, limits);
    find(&open(bytes, limits.depth, &mut loading)?, steps, limits)
}

/// The headers that a message had on its way, with the empty line after them; `None` if this is no such file, and empty
/// if it kept none.
pub(crate) fn headers(bytes: &[u8]) -> Option<Vec<u8>> {
    if !bytes.starts_with(compound::SIGNATURE) {
        return None;
    }
    let limits = Limits::default();
    let item = open(bytes, 0, &mut loading(limits.decoded_bytes, &limits))?;
    Some(transport_headers(&item.properties))
}

fn find(item: &Item, steps: &[u32], limits: &Limits) -> Option<Vec<u8>> {
    let pieces = pieces(item);
    let Some((&step, rest)) = steps.split_first() else {
        return pieces
            .into_iter()
            .next()
            .filter(|piece| piece.attachment.is_none())
            .map(|piece| piece.bytes.into_owned());
    };
    let piece = pieces.into_iter().nth(usize::try_from(step).ok()?.checked_sub(1)?)?;
    if rest.is_empty() {
        return Some(piece.bytes.into_owned());
    }
    match piece.attachment.and_then(|attachment| attachment.item.as_deref()) {
        Some(inner) => {
            rest.split_first().filter(|(step, _)| **step == 1).and_then(|(_, rest)| find(inner, rest, limits))
        }
        None => mail::find_inside(&piece.bytes, false, rest, limits),
    }
}

fn loading(bytes: u64, limits: &Limits) -> Loading {
    Loading {
        bytes,
        parts: limits.parts,
        recipients: limits.addresses,
        storages: limits.addresses.saturating_mul(2),
        damaged: 0,
        too_much: false,
        too_deep: false,
    }
}

fn open(bytes: &[u8], depth: usize, loading: &mut Loading) -> Option<Item> {
    match bytes.starts_with(tnef::SIGNATURE) {
        true => tnef::load(bytes, depth, loading),
        false => msg::load(bytes, depth, loading),
    }
}

fn load(bytes: &[u8], path: &PartPath, depth: usize, reading: &mut Reading<'_>) -> Option<Item> {
    let mut loading = loading(reading.decoded_left(), reading.limits);
    let item = open(bytes, reading.limits.depth.saturating_sub(depth), &mut loading)?;
    let mut note = |wrong: bool, code: Code| {
        if wrong {
            reading.damage.add(code, path);
        }
    };
    note(loading.damaged > 0, Code::OutlookDamaged);
    note(loading.too_much, Code::TooMuchDecoded);
    note(loading.too_deep, Code::TooDeep);
    Some(item)
}

fn bodies(item: &Item, path: &PartPath, reading: &mut Reading<'_>) -> Bodies {
    let bodies = Bodies::of(item, reading.limits.text_bytes);
    if bodies.was_cut {
        reading.damage.add(Code::TextCut, path);
    }
    if bodies.damaged {
        reading.damage.add(Code::OutlookDamaged, path);
    }
    bodies
}

/// PidTagTransportMessageHeaders, as bytes, lines ended as on the wire.
fn transport_headers(properties: &Properties) -> Vec<u8> {
    let Some(text) = properties.long_text(0x007D) else { return Vec::new() };
    // Exchange puts a line of its own before them.
    let text =
        text.trim_start().strip_prefix("Microsoft Mail Internet Headers Version 2.0").unwrap_or(&text).trim();
    let mut wire = text.replace("\r\n", "\n").replace('\n', "\r\n").into_bytes();
    wire.extend_from_slice(b"\r\n\r\n");
    wire
}

fn message(item: &Item, file: &[u8], path: &PartPath, depth: usize, reading: &mut Reading<'_>) -> Message {
    let properties = &item.properties;
    let headers = transport_headers(properties);
    let mut alone = Reading::new(reading.limits);
    alone.headers = reading.headers;
    let mut message = mail::read_message(&headers, path, depth, &mut alone);
    reading.headers = alone.headers;
    for damage in alone.damage.into_entries().into_iter().filter(|damage| OF_HEADERS.contains(&damage.code)) {
        reading.damage.add(damage.code, path);
    }
    if headers.is_empty() {
        reading.damage.add(Code::OutlookNoHeaders, path);
    }
    for signature in &mut message.dkim {
        let reason = "Outlook keeps the words of a message but not its bytes, so the body that was signed is not in this file";
        signature.body_hash = BodyHash::NotCheckable { reason: reason.to_owned() };
    }
    complete(&mut message, item, path, reading);
    let bodies = bodies(item, path, reading);
    let mut content = Content::default();
    let top = if depth == 0 { path.clone() } else { path.child(0) };
    content.structure.push(StructureLine {
        depth: 0,
        path: top.clone(),
        content_type: if file.starts_with(tnef::SIGNATURE) {
            "application/ms-tnef"
        } else {
            "application/vnd.ms-outlook"
        }
        .to_owned(),
        name: None,
        size: file.len() as u64,
    });
    list(item, &top, (depth, 1), &mut content, reading);
    message.text_as_read = bodies.as_read(reading.limits.text_bytes);
    message.forwards = inline_forwards(&message.text_as_read);
    (message.sha256, message.size) = (sha256_hex(file), file.len() as u64);
    message.line_endings = LineEndings::None;
    (message.text, message.html) = (bodies.plain, bodies.html);
    (message.attachments, message.nested) = (content.attachments, content.nested);
    message.structure = content.structure;
    message
}

/// Lists the pieces of an item, and reads those that are messages.
fn list(
    item: &Item,
    path: &PartPath,
    (depth, line): (usize, usize),
    content: &mut Content,
    reading: &mut Reading<'_>,
) {
    for (index, piece) in pieces(item).into_iter().enumerate() {
        let path = path.child(index);
        if !reading.take_part() {
            reading.damage.add(Code::TooManyParts, &path);
            return;
        }
        content.structure.push(StructureLine {
            depth: u32::try_from(line).unwrap_or(u32::MAX),
            path: path.clone(),
            content_type: piece.content_type.clone().into_owned(),
            name: piece.name.clone(),
            size: piece.bytes.len() as u64,
        });
        let Some(attachment) = piece.attachment else { continue };
        if !attachment.whole {
            reading.damage.add(Code::OutlookDamaged, &path);
        }
        let Some(inner) = &attachment.item else {
            let file = File {
                bytes: piece.bytes,
                content_type: &piece.content_type,
                name: piece.name.as_deref(),
                content_id: piece.content_id.as_deref(),
                attached: piece.content_id.is_none(),
                is_message: false,
            };
            mail::take_file(&file, &path, (depth, line), content, reading);
            continue;
        };
        if !reading.take_decoded(piece.bytes.len(), &path) {
            continue;
        }
        content.attachments.push(Part {
            path: path.clone(),
            kind: PartKind::Message,
            name: piece.name,
            content_type: piece.content_type.into_owned(),
            shape: Shape::of(&piece.bytes),
            size: piece.bytes.len() as u64,
            sha256: sha256_hex(&piece.bytes),
            content_id: piece.content_id,
        });
        content.nested.push(message(inner, &piece.bytes, &path, depth + 1, reading));
    }
}

/// Fills in from the properties what the headers do not say.
fn complete(message: &mut Message, item: &Item, path: &PartPath, reading: &mut Reading<'_>) {
    let properties = &item.properties;
    if message.from.is_empty() {
        // The author: who is represented, else who sent it.
        let author = mailbox(properties, 0x0042, &[0x5D02, 0x0065]);
        message.from.extend(author.or_else(|| mailbox(properties, 0x0C1A, &[0x5D01, 0x0C1F])));
    }
    if message.to.is_empty() && message.cc.is_empty() {
        let of_kind = |kind: i64| {
            let recipients =
                item.recipients.iter().filter(move |one| one.number(0x0C15).unwrap_or(1) & 0xF == kind);
            recipients.filter_map(|one| mailbox(one, 0x3001, &[0x39FE, 0x3003])).collect::<Vec<_>>()
        };
        message.to = reading.keep_addresses(of_kind(1), path);
        message.cc = reading.keep_addresses(of_kind(2), path);
    }
    let received = [("PidTagReceivedBySmtpAddress", 0x5D07), ("PidTagReceivedByEmailAddress", 0x0076)];
    for (header, id) in received {
        let address = properties.text(id).filter(|address| address.contains('@'));
        if let Some(address) =
            address.filter(|a| message.delivered_to.iter().all(|known| known.address != *a))
        {
            message.delivered_to.push(Delivered { header: header.to_owned(), address });
        }
    }
    let subject = || match (properties.text(0x003D), properties.text(0x0E1D)) {
        (Some(prefix), Some(subject)) => Some(format!("{prefix} {subject}")),
        (_, subject) => subject,
    };
    message.subject = message.subject.take().or_else(|| properties.text(0x0037)).or_else(subject);
    let id = || properties.text(0x1035).map(|id| id.trim_matches(['<', '>', ' ']).to_owned());
    message.message_id = message.message_id.take().or_else(id);
    message.date = message.date.take().or_else(|| {
        let sent = [0x0039, 0x0E06].iter().find_map(|&id| properties.time(id))?;
        Some(MailDate::of_instant(sent))
    });
    let class = properties.text(0x001A).unwrap_or_default().to_ascii_lowercase();
    if class.starts_with("ipm.note.smime") && !class.contains("multipartsigned") {
        reading.damage.add(Code::EncryptedPart, path);
    } else if !(class.is_empty() || class.starts_with("ipm.note") || class.starts_with("report.")) {
        reading.damage.add(Code::OutlookItem, path);
    }
    if message.from.is_empty() {
        reading.damage.add(Code::FromMissing, path);
    }
    if message.date.is_none() {
        reading.damage.add(Code::DateMissing, path);
    }
}

/// A name with the first address that is one of the internet; Exchange's own names for mailboxes are none.
fn mailbox(properties: &Properties, name: u16, addresses: &[u16]) -> Option<Mailbox> {
    let written = addresses.iter().filter_map(|&id| properties.text(id));
    let address = written.clone().find(|address| address.contains('@')).unwrap_or_default();
    let name = properties.text(name).filter(|name| *name != address);
    (name.is_some() || !address.is_empty()).then_some(Mailbox { name, address })
}
