//! Claimants between two copies of a matter: keys, sealing.

use joinder_app::Result;
use serde_json::{Value, json};

use super::invite::words;
use super::{count, list as items, number, strings, text};
use crate::args::{Common, Transfer};
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, what: &Transfer) -> Result<Ending> {
    let session = Session::open(common)?;
    let answer = match what {
        Transfer::Key { out } => session.call("transfer.key", json!({ "out": out }))?,
        Transfer::Show { file } => session.call("transfer.read_key", json!({ "path": file }))?,
        Transfer::Make { to, out, claimants } => {
            let numbers = claimants.iter().map(|claimant| number(claimant)).collect::<Result<Vec<_>>>()?;
            session.call("transfer.make", json!({ "key": to, "numbers": numbers, "out": out }))?
        }
        Transfer::Accept { check } => session.call("packet.accept_sent", json!({ "check": check }))?,
    };
    if common.json {
        screen::json(&answer);
        return Ok(ending(&answer));
    }
    match what {
        Transfer::Key { .. } => screen::line(&format!("Wrote {}.", text(&answer, "file"))),
        Transfer::Show { .. } => {
            screen::outside(0, &format!("{}, {}", text(&answer, "person"), text(&answer, "matter")));
            let of = |name| answer.get(name).and_then(Value::as_bool) == Some(true);
            if !of("same_matter") {
                screen::line("It belongs to another matter: nothing can be sent to it from this one.");
            } else if of("own") {
                screen::line("It is the key of this copy; a copy of its folder has the same one.");
            }
        }
        Transfer::Make { .. } => {
            let (sealed, size) = (count(&answer, "sealed"), count(&answer, "size"));
            screen::line(&format!(
                "Sealed {sealed} claimants in {} ({size} bytes).",
                text(&answer, "folder")
            ));
        }
        Transfer::Accept { check } => {
            let (taken, new) = (count(&answer, "accepted"), count(&answer, "new"));
            let would = if *check { "would be" } else { "were" };
            screen::line(&format!("{taken} packets {would} taken in, {new} of them about somebody new."));
            for one in left(&answer) {
                screen::outside(0, &format!("{}  {}", text(one, "reference"), text(one, "name")));
                strings(one, "reasons").iter().for_each(|reason| screen::outside(1, reason));
            }
            return Ok(ending(&answer));
        }
    }
    words(&answer);
    Ok(Ending::Done)
}

fn left(answer: &Value) -> &[Value] {
    answer.get("left").map(items).unwrap_or_default()
}

/// What waits for a person is not done.
fn ending(answer: &Value) -> Ending {
    if left(answer).is_empty() { Ending::Done } else { Ending::Partly }
}

/// Says who sent a packet, and what happened there.
pub(super) fn from(transfer: &Value) {
    let (person, reference) = (text(transfer, "person"), text(transfer, "reference"));
    screen::outside(0, &format!("Sent by {person} from another copy of the matter, where it is {reference}"));
    screen::line(&format!("  Words of the key: {}", strings(transfer, "fingerprint").join(" ")));
    let (entries, head) = (count(transfer, "entries"), text(transfer, "head"));
    screen::line(&format!("  The audit there has {entries} entries and ends in {head}"));
    for one in transfer.get("beside").map(items).unwrap_or_default() {
        let (label, who, at, says) =
            (text(one, "label"), text(one, "who"), text(one, "at"), text(one, "text"));
        screen::outside(1, &format!("{label} {who}, {at}: {says}"));
    }
    strings(transfer, "papers").iter().for_each(|paper| screen::outside(1, paper));
    for event in transfer.get("history").map(items).unwrap_or_default() {
        let (at, who, what) = (text(event, "at"), text(event, "who"), text(event, "what"));
        screen::outside(1, &format!("{at}  {who}: {what}"));
    }
}
