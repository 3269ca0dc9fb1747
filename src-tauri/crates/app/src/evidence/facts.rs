//! What a parser found, as the facts that the rules judge: the one bridge between `evidence` and `domain`.

use jiff::civil::{Date, DateTime};
use joinder_domain::notice::{
    AddressHeader, BodyHash, HeaderAddress, NoticeFacts, NoticeShape, ReceivedChain, SignatureCheck,
};
use joinder_evidence::{self as evidence, InlineForward, Inspection, Message, Order, Provider, Shape};

use super::copy::CopyFacts;
use super::inspect::InspectedMessage;

/// A message, print or picture that may be the notice.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Where it stands: `0` for the file itself or its own message, else the part that holds it.
    pub place: String,
    /// What is known of it.
    pub facts: NoticeFacts,
    /// What compares it with other copies.
    pub copy: CopyFacts,
}

/// Adds what the signatures of a message say, as `messages` of the same file were checked.
pub(super) fn check(facts: &mut NoticeFacts, copy: &mut CopyFacts, messages: &[InspectedMessage]) {
    let native = matches!(
        facts.shape,
        NoticeShape::NativeMail | NoticeShape::OutlookMessage | NoticeShape::ForwardedAsAttachment
    );
    if let Some(message) = messages.iter().find(|message| native && message.place == copy.place) {
        facts.signature = signature(message);
        for (kept, checked) in copy.signatures.iter_mut().zip(&message.dkim) {
            kept.key_matches = checked.signature.answer == "match";
        }
    }
}

/// Of several signatures, one that matches speaks for the message, whatever became of the others.
fn signature(message: &InspectedMessage) -> SignatureCheck {
    let answer = |word: &str| message.dkim.iter().any(|one| one.signature.answer == word);
    match () {
        () if answer("match") => SignatureCheck::Match,
        () if answer("mismatch") => SignatureCheck::Mismatch,
        () if answer("key-not-available") => SignatureCheck::KeyNotAvailable,
        () => SignatureCheck::NotCheckable,
    }
}

/// Every message, print or picture in an item that may be the notice.
///
/// A message that carries another one is only its transfer (`situations.md` 57 and 58): its own headers say when and
/// by whom the notice was passed on, not who received it.
pub fn candidates(inspection: &Inspection) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut add = |place: &str, facts, copy: CopyFacts| {
        let place = place.to_owned();
        found.push(Candidate { copy: CopyFacts { place: place.clone(), ..copy }, place, facts });
    };
    if let Some(message) = &inspection.message {
        let outlook = inspection.shape == Shape::Msg;
        collect(
            message,
            if outlook { NoticeShape::OutlookMessage } else { NoticeShape::NativeMail },
            &mut add,
        );
    }
    let text = inspection.pdf.as_ref().map(|pdf| (pdf.text.as_str(), evidence::inline_forwards(&pdf.text)));
    let saved = inspection.saved_text.as_ref().map(|saved| (saved.text.as_str(), saved.forwards.clone()));
    for (text, forwards) in text.into_iter().chain(saved) {
        add("0", print(text, &forwards), CopyFacts::default());
    }
    if inspection.image.is_some() {
        let picture = NoticeFacts { shape: NoticeShape::Picture, ..NoticeFacts::default() };
        add("0", picture, CopyFacts::default());
    }
    found
}

/// The address of whoever passed the item on, when it was passed on.
pub fn sender(inspection: &Inspection) -> Option<&str> {
    inspection.message.as_ref()?.from.first().map(|mailbox| mailbox.address.as_str())
}

fn collect(message: &Message, shape: NoticeShape, add: &mut impl FnMut(&str, NoticeFacts, CopyFacts)) {
    let place = message.path.to_string();
    for nested in &message.nested {
        collect(nested, NoticeShape::ForwardedAsAttachment, add);
    }
    for forward in &message.forwards {
        add(&place, inline(forward), CopyFacts::default());
    }
    if !message.nested.is_empty() || !message.forwards.is_empty() {
        return;
    }
    // What a reply quotes was sent to somebody else or at another time; its own words are its own.
    match evidence::reply_quote(&message.text_as_read) {
        None => add(&place, native(message, shape), CopyFacts::of(message)),
        Some(quote) => {
            let facts = NoticeFacts { body: quote.own, ..native(message, shape) };
            let quoted = NoticeFacts {
                shape: NoticeShape::InlineForward,
                body: quote.quoted,
                ..NoticeFacts::default()
            };
            add(&place, facts, CopyFacts::of(message));
            add(&place, quoted, CopyFacts::default());
        }
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
        dkim_pass_by_own_provider: message.dkim_pass_by_own_provider(),
        body_hash: body_hash(message),
        private_sender: message
            .from
            .first()
            .is_some_and(|from| Provider::of_domain(&domain_of(&from.address)).is_some()),
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

fn print(text: &str, forwards: &[InlineForward]) -> NoticeFacts {
    let shape = NoticeShape::Pdf;
    match forwards.first() {
        Some(forward) => NoticeFacts { shape, ..inline(forward) },
        None => NoticeFacts { shape, body: text.to_owned(), ..NoticeFacts::default() },
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
    match message.judge_path().order {
        Order::Absent => ReceivedChain::Absent,
        Order::OutOfOrder => ReceivedChain::Broken,
        Order::InOrder => ReceivedChain::Full,
    }
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

fn domain_of(address: &str) -> String {
    address.rsplit_once('@').map(|(_, domain)| domain.to_ascii_lowercase()).unwrap_or_default()
}

/// The address in `Pat Jones <pat@example.org>`, in `Pat Jones [mailto:pat@example.org]`, or in `pat@example.org`.
fn bare_address(text: &str) -> String {
    let around = |letter: char| letter.is_whitespace() || "<>[]()\";,".contains(letter);
    let address = text.split(around).rfind(|piece| piece.contains('@')).unwrap_or_default();
    address.strip_prefix("mailto:").unwrap_or(address).to_owned()
}
