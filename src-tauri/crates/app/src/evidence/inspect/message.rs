//! One message.

use joinder_evidence::{LineEndings, Message};
use serde::Serialize;

use super::part::{parts, structure};
use super::path::path;
use super::recipient::recipients;
use super::signature::signatures;
use super::stamp::{arc, stamps};
use super::{
    InspectedArc, InspectedDate, InspectedPart, InspectedPath, InspectedRecipient, InspectedSignature,
    InspectedStamp, InspectedStructure, Lens,
};

/// What one message says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InspectedMessage {
    /// Where it stands: `0` for the file's own message, else the part that holds it, such as `2`.
    pub place: String,
    /// SHA-256 of the message's own bytes, lower-case hex.
    pub sha256: String,
    /// Bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// How its lines end: `crlf`, `lf`, `cr`, `mixed` or `none`.
    pub line_endings: String,
    /// The subject, decoded; empty when there is none.
    pub subject: String,
    /// Senders.
    pub from: Vec<InspectedSender>,
    /// Who it was for, header by header, against the declared addresses.
    pub recipients: Vec<InspectedRecipient>,
    /// The message id without angle brackets; empty when there is none.
    pub message_id: String,
    /// Every date: the message's own, those of its path, of signatures and seals.
    pub dates: Vec<InspectedDate>,
    /// The way that it took.
    pub path: InspectedPath,
    /// What providers stamped on it, newest first.
    pub authentication: Vec<InspectedStamp>,
    /// What houses that passed it on noted and sealed (ARC), oldest first.
    pub arc: Vec<InspectedArc>,
    /// The recipient's own provider said that the sender's signature was right when the message arrived.
    pub dkim_pass_by_own_provider: bool,
    /// Its DKIM signatures, each with three answers.
    pub dkim: Vec<InspectedSignature>,
    /// The outline of its parts.
    pub structure: Vec<InspectedStructure>,
    /// Files inside.
    pub attachments: Vec<InspectedPart>,
    /// The program that wrote it; empty when it does not show.
    pub client: String,
    /// The header that shows the program.
    pub client_shown_by: String,
    /// Messages forwarded inside its text.
    pub forwards: Vec<InspectedForward>,
    /// Characters of its text as a person reads it.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub text_characters: u64,
}

/// One sender.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InspectedSender {
    /// The name shown, decoded; empty when there is none.
    pub name: String,
    /// The address as written.
    pub address: String,
}

/// A message that was forwarded as text: typed words, not headers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InspectedForward {
    /// The mail program whose way of forwarding it is.
    pub style: String,
    /// The sender, as typed.
    pub from: String,
    /// The recipients, as typed.
    pub to: String,
    /// The date, as typed.
    pub date: String,
    /// The subject, as typed.
    pub subject: String,
    /// Characters of its text.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub text_characters: u64,
}

impl InspectedMessage {
    /// What `message` says; `bytes` are its own, for its signatures.
    pub(super) fn of(message: &Message, bytes: &[u8], lens: &Lens<'_>) -> Self {
        let path = path(message);
        Self {
            place: message.path.to_string(),
            sha256: message.sha256.clone(),
            size: message.size,
            line_endings: line_endings(message.line_endings),
            subject: message.subject.clone().unwrap_or_default(),
            from: message
                .from
                .iter()
                .map(|from| InspectedSender {
                    name: from.name.clone().unwrap_or_default(),
                    address: from.address.clone(),
                })
                .collect(),
            recipients: recipients(message, lens),
            message_id: message.message_id.clone().unwrap_or_default(),
            dates: dates(message, &path),
            path,
            authentication: stamps(message),
            arc: arc(message),
            dkim_pass_by_own_provider: message.dkim_pass_by_own_provider(),
            dkim: signatures(message, bytes, lens),
            structure: structure(message),
            attachments: parts(message),
            client: message.client.as_ref().map(|client| client.name.clone()).unwrap_or_default(),
            client_shown_by: message
                .client
                .as_ref()
                .map(|client| client.shown_by.clone())
                .unwrap_or_default(),
            forwards: message
                .forwards
                .iter()
                .map(|forward| InspectedForward {
                    style: format!("{:?}", forward.style),
                    from: forward.from.clone().unwrap_or_default(),
                    to: forward.to.clone().unwrap_or_default(),
                    date: forward.date_raw.clone().unwrap_or_default(),
                    subject: forward.subject.clone().unwrap_or_default(),
                    text_characters: forward.text.chars().count() as u64,
                })
                .collect(),
            text_characters: message.text_as_read.chars().count() as u64,
        }
    }
}

fn dates(message: &Message, path: &InspectedPath) -> Vec<InspectedDate> {
    let own = message.date.as_ref().map(|date| InspectedDate::of("Date", date));
    let mut dates: Vec<InspectedDate> =
        own.into_iter().chain(path.hops.iter().map(|hop| hop.at.clone())).collect();
    for (number, signature) in (1..).zip(&message.dkim) {
        for (tag, time) in [("t", signature.signed_at), ("x", signature.expires_at)] {
            dates
                .extend(time.map(|at| InspectedDate::seconds(format!("DKIM-Signature {number} {tag}="), at)));
        }
    }
    dates.extend(arc(message).into_iter().filter_map(|set| set.sealed_at));
    dates
}

fn line_endings(endings: LineEndings) -> String {
    serde_json::to_value(endings).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}
