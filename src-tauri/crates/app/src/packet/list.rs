//! Lists of packets: numbers first, rows for what is seen.

use joinder_domain::id::PacketNumber;
use joinder_packet::{Receipt, SEALED_MOST};
use joinder_store::Reader;
use joinder_store::packet::{self as store, Packet, State};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::kept::Kept;
use super::sent;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::person;
use crate::text::text;

const ROWS_MOST: usize = 1_000;

/// Which packets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketQuery"))]
pub struct Query {
    /// `received`, `in-review`, `has-issues`, `accepted`, `rejected` or `refused`; without it, all.
    #[serde(default)]
    pub state: Option<String>,
}

/// Packets by number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketNumbers"))]
pub struct Numbers {
    /// At most a thousand.
    pub numbers: Vec<u32>,
}

/// One packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketRef"))]
pub struct Which {
    /// Its number.
    pub number: u32,
}

/// How many packets stand how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketCount"))]
pub struct Count {
    /// The state.
    pub state: String,
    /// What it is called.
    pub label: String,
    /// How many.
    pub count: u32,
}

/// A packet in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketRow"))]
pub struct Row {
    /// Its number.
    pub number: u32,
    /// The number as people see it, such as `P-000012`.
    pub reference: String,
    /// The code of its receipt.
    pub receipt: String,
    /// Whose answers it holds; empty when it could not be opened.
    pub name: String,
    /// The colleague who sent it from another copy of the matter; empty for what a claimant sealed.
    pub colleague: String,
    /// The file's name.
    pub file: String,
    /// Bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// When it came in, RFC 3339.
    pub received: String,
    /// Who opened it.
    pub received_by: String,
    /// When it was sealed by the claimant's clock, RFC 3339; empty when it could not be opened.
    pub sealed: String,
    /// Which packet of its registration it is, from 1.
    pub sequence: u32,
    /// How it stands, a code.
    pub state: String,
    /// How it stands, in words.
    pub state_label: String,
    /// Why it stands so, in words; may be empty.
    pub reason: String,
    /// Whose it became, or whose it is by an earlier packet.
    pub claimant: Option<u32>,
    /// A later packet of the same registration that has come in.
    pub newer: Option<u32>,
    /// What is wrong with one that could not be opened.
    pub message: String,
    /// What to do about it.
    pub fix: String,
}

pub(crate) fn numbers(context: Context<'_>, input: Query) -> Result<Applied<Vec<u32>>> {
    let open = context.app.open_matter()?;
    let state = match input.state.as_deref() {
        None => None,
        Some(code) => {
            Some(State::from_code(code).ok_or_else(|| Error::with("no-packet-state", &[("state", code)]))?)
        }
    };
    let found = open.matter.read(|reader| store::numbers(reader, store::Query { state }))?;
    Ok(Applied::unchanged(found.into_iter().map(|number| number.0).collect()))
}

pub(crate) fn rows(context: Context<'_>, input: Numbers) -> Result<Applied<Vec<Row>>> {
    let open = context.app.open_matter()?;
    let numbers: Vec<PacketNumber> = input.numbers.into_iter().take(ROWS_MOST).map(PacketNumber).collect();
    let rows = open.matter.read(|reader| {
        let found = store::list(reader, &numbers)?;
        found.iter().map(|packet| row(reader, packet)).collect::<Result<Vec<_>>>()
    })?;
    Ok(Applied::unchanged(rows))
}

pub(crate) fn counts(context: Context<'_>, _: Nothing) -> Result<Applied<Vec<Count>>> {
    let open = context.app.open_matter()?;
    let found = open.matter.read(store::counts)?;
    let count = |state: State| {
        let count = found.iter().find(|(known, _)| *known == state).map_or(0, |(_, count)| *count);
        Count { state: state.code().to_owned(), label: label(state), count }
    };
    Ok(Applied::unchanged(State::ALL.into_iter().map(count).collect()))
}

/// A packet in a list.
pub(super) fn row(reader: &Reader<'_>, packet: &Packet) -> Result<Row> {
    let opened = packet.opened.as_ref();
    let series = match opened {
        Some(opened) => store::of_series(reader, &opened.series)?,
        None => Vec::new(),
    };
    let sequence = |one: &Packet| one.opened.as_ref().map(|opened| opened.sequence).unwrap_or_default();
    let later = || series.iter().rfind(|one| sequence(one) > sequence(packet)).map(|one| one.number.0);
    let newer = if is_sent(packet) { sent::newer(reader, packet, &Kept::of(packet)?)? } else { later() };
    let refused = (!packet.problem.is_empty()).then(|| why(&packet.problem));
    Ok(Row {
        number: packet.number.0,
        reference: packet.number.to_string(),
        receipt: Receipt::of(&packet.sha256).to_string(),
        name: opened.map(|opened| opened.name.clone()).unwrap_or_default(),
        colleague: colleague(packet),
        file: packet.file_name.clone(),
        size: packet.size,
        received: packet.received.to_string(),
        received_by: person::name(reader, packet.person)?,
        sealed: opened.map(|opened| opened.sealed.to_string()).unwrap_or_default(),
        sequence: sequence(packet),
        state: packet.state.code().to_owned(),
        state_label: label(packet.state),
        reason: packet.reason.clone(),
        claimant: packet.claimant.or_else(|| of_registration(&series)).map(|number| number.0),
        newer,
        message: refused.as_ref().map(|error| error.message.clone()).unwrap_or_default(),
        fix: refused.map(|error| error.fix).unwrap_or_default(),
    })
}

/// Why a file was refused, in words, by the code that is kept of it.
fn why(problem: &str) -> Error {
    let too_large = joinder_packet::Error::TooLarge { limit: SEALED_MOST };
    if problem == too_large.code() { too_large.into() } else { Error::new(problem) }
}

/// Whether a colleague sent it from another copy of the matter.
fn is_sent(packet: &Packet) -> bool {
    packet.manifest().pointer("/manifest/transfer").is_some_and(Value::is_object)
}

fn colleague(packet: &Packet) -> String {
    let person = packet.manifest().pointer("/manifest/transfer/person").and_then(Value::as_str);
    person.unwrap_or_default().to_owned()
}

/// The claimant whom packets of this registration made.
pub(super) fn of_registration(series: &[Packet]) -> Option<joinder_domain::id::ClaimantNumber> {
    let accepted = series.iter().filter(|packet| packet.state == State::Accepted);
    accepted.filter_map(|packet| packet.claimant).next_back()
}

/// What a state is called.
pub(super) fn label(state: State) -> String {
    text(&format!("packet-state-{}", state.code()), &[])
}
