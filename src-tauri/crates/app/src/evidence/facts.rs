//! What a parser found, as the facts that the rules judge: the one bridge between `evidence` and `domain`.

use jiff::civil::{Date, DateTime};
use joinder_domain::notice::{
    AddressHeader, BodyHash, HeaderAddress, NoticeFacts, NoticeShape, ReceivedChain,
};
use joinder_evidence::{self as evidence, InlineForward, Inspection, Message};

/// Every message, print or picture in an item that may be the notice.
///
/// A message that carries another one is only its transfer (`situations.md` 57 and 58): its own headers say when and
/// by whom the notice was passed on, not who received it.
pub fn candidates(inspection: &Inspection) -> Vec<NoticeFacts> {
    let mut found = Vec::new();
    if let Some(message) = &inspection.message {
        collect(message, NoticeShape::NativeMail, &mut found);
    }
    if let Some(pdf) = &inspection.pdf {
        print(&pdf.text, &evidence::inline_forwards(&pdf.text), NoticeShape::Pdf, &mut found);
    }
    if let Some(saved) = &inspection.saved_text {
        print(&saved.text, &saved.forwards, NoticeShape::Pdf, &mut found);
    }
    if inspection.image.is_some() {
        found.push(NoticeFacts { shape: NoticeShape::Picture, ..NoticeFacts::default() });
    }
    found
}

/// The address of whoever passed the item on, when it was passed on.
pub fn sender(inspection: &Inspection) -> Option<&str> {
    inspection.message.as_ref()?.from.first().map(|mailbox| mailbox.address.as_str())
}

fn collect(message: &Message, shape: NoticeShape, found: &mut Vec<NoticeFacts>) {
    for nested in &message.nested {
        collect(nested, NoticeShape::ForwardedAsAttachment, found);
    }
    for forward in &message.forwards {
        found.push(inline(forward));
    }
    if message.nested.is_empty() && message.forwards.is_empty() {
        found.push(native(message, shape));
    }
}

fn native(message: &Message, shape: NoticeShape) -> NoticeFacts {
    let date = message.date.as_ref();
    NoticeFacts {
        shape,
        subject: message.subject.clone().unwrap_or_default(),
        from_domain: message.from.first().map(|from| domain_of(&from.address)).unwrap_or_default(),
        dated: date.and_then(|date| date.local.as_ref()?.parse::<DateTime>().ok()),
        offset_minutes: date.and_then(|date| date.offset_minutes),
        body: message.text_as_read.clone(),
        recipients: recipients(message),
        received: chain(message),
        dkim_pass_by_own_provider: stamped_pass(message),
        body_hash: body_hash(message),
        ..NoticeFacts::default()
    }
}

fn inline(forward: &InlineForward) -> NoticeFacts {
    let from = forward.from.as_deref().map(bare_address).unwrap_or_default();
    NoticeFacts {
        shape: NoticeShape::InlineForward,
        subject: forward.subject.clone().unwrap_or_default(),
        from_domain: domain_of(&from),
        body: forward.text.clone(),
        visible_recipient: forward.to.as_deref().map(bare_address).unwrap_or_default(),
        visible_date: forward.day.as_ref().and_then(|day| day.parse::<Date>().ok()),
        ..NoticeFacts::default()
    }
}

fn print(text: &str, forwards: &[InlineForward], shape: NoticeShape, found: &mut Vec<NoticeFacts>) {
    match forwards.first() {
        Some(forward) => found.push(NoticeFacts { shape, ..inline(forward) }),
        None => found.push(NoticeFacts { shape, body: text.to_owned(), ..NoticeFacts::default() }),
    }
}

fn recipients(message: &Message) -> Vec<HeaderAddress> {
    let named =
        |header: AddressHeader| move |address: &str| HeaderAddress { header, address: address.to_owned() };
    let to = message.to.iter().map(|to| to.address.as_str()).map(named(AddressHeader::To));
    let cc = message.cc.iter().map(|cc| cc.address.as_str()).map(named(AddressHeader::Cc));
    let delivered = message.delivered_to.iter().map(|delivered| {
        let header = match delivered.header.to_ascii_lowercase().as_str() {
            "delivered-to" => AddressHeader::DeliveredTo,
            "x-original-to" => AddressHeader::OriginalTo,
            _ => AddressHeader::EnvelopeTo,
        };
        HeaderAddress { header, address: delivered.address.clone() }
    });
    let hops = message.received.iter().filter_map(|hop| hop.for_address.as_deref());
    to.chain(cc).chain(delivered).chain(hops.map(named(AddressHeader::ReceivedFor))).collect()
}

fn chain(message: &Message) -> ReceivedChain {
    match message.received.as_slice() {
        [] => ReceivedChain::Absent,
        hops if hops.iter().any(|hop| hop.negative) => ReceivedChain::Broken,
        _ => ReceivedChain::Full,
    }
}

/// Whether the server that delivered the message stamped `dkim=pass` on it.
///
/// Only the topmost results count, and only when their server belongs to the organisation that took the message in: a
/// sender can write any such header itself (RFC 8601, 1.2 and 5). Large providers pass a message on within their own
/// house, between machines without a name, so the last three hops and the recipient's domain are looked at.
fn stamped_pass(message: &Message) -> bool {
    let mut stamps =
        message.authentication_results.iter().filter(|stamp| stamp.arc_instance.is_none()).peekable();
    let Some(top) = stamps.peek() else { return false };
    let stamped_by = organisation(&top.authserv_id);
    let mut takers = message.received.iter().rev().take(3).filter_map(|hop| hop.by.as_deref());
    let mut homes = message.to.iter().map(|to| domain_of(&to.address));
    let own = top.authserv_id.is_empty()
        || takers.any(|taker| organisation(taker) == stamped_by)
        || homes.any(|home| organisation(&home) == stamped_by);
    // Some providers stamp each method on a header of its own.
    let mut results =
        stamps.take_while(|stamp| organisation(&stamp.authserv_id) == stamped_by).flat_map(|s| &s.results);
    own && results.any(|result| result.method == "dkim" && result.result == "pass")
}

fn body_hash(message: &Message) -> BodyHash {
    let mut answer = BodyHash::NotCheckable;
    for signature in &message.dkim {
        match signature.body_hash {
            evidence::BodyHash::Match { .. } => return BodyHash::Match,
            evidence::BodyHash::Mismatch { .. } => answer = BodyHash::Mismatch,
            evidence::BodyHash::NotCheckable { .. } => {}
        }
    }
    answer
}

/// The last two labels of a host name: enough to tell a provider from a stranger in a header that both wrote.
fn organisation(host: &str) -> String {
    let labels: Vec<&str> = host.trim_end_matches('.').rsplit('.').take(2).collect();
    labels.join(".").to_ascii_lowercase()
}

fn domain_of(address: &str) -> String {
    address.rsplit_once('@').map(|(_, domain)| domain.to_ascii_lowercase()).unwrap_or_default()
}

/// The address in `Pat Jones <pat@example.org>`, or in `pat@example.org`.
fn bare_address(text: &str) -> String {
    let inner = text.rsplit_once('<').and_then(|(_, rest)| rest.split_once('>')).map(|(inner, _)| inner);
    let bare = inner.unwrap_or(text).trim();
    let bare = bare.strip_prefix("mailto:").unwrap_or(bare);
    if bare.contains('@') { bare.to_owned() } else { String::new() }
}
