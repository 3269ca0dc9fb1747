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
    };
    if common.json {
        screen::json(&answer);
        return Ok(Ending::Done);
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
    }
    words(&answer);
    Ok(Ending::Done)
}

/// Says who sent a packet, and what happened there.
pub(super) fn from(transfer: &Value) {
    let (person, reference) = (text(transfer, "person"), text(transfer, "reference"));
    screen::outside(0, &format!("Sent by {person} from another copy of the matter, where it is {reference}"));
    screen::line(&format!("  Words of the key: {}", strings(transfer, "fingerprint").join(" ")));
    let (entries, head) = (count(transfer, "entries"), text(transfer, "head"));
    screen::line(&format!("  The audit there has {entries} entries and ends in {head}"));
    for event in transfer.get("history").map(items).unwrap_or_default() {
        let (at, who, what) = (text(event, "at"), text(event, "who"), text(event, "what"));
        screen::outside(1, &format!("{at}  {who}: {what}"));
    }
}
