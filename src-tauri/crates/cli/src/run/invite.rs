//! Invitations: made, listed, looked at.

use joinder_app::Result;
use serde_json::{Value, json};

use super::{list as items, strings, text};
use crate::args::{Common, Invite, InviteWhat};
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, invite: &Invite) -> Result<Ending> {
    match &invite.what {
        Some(InviteWhat::List) => list(common),
        Some(InviteWhat::Show { file }) => {
            let view = Session::new().call("invitation.read", json!({ "path": file }))?;
            if common.json {
                screen::json(&view);
            } else {
                screen::outside(0, &format!("{} ({})", text(&view, "firm"), text(&view, "contact")));
                screen::outside(0, text(&view, "matter"));
                screen::line(&format!("Good until {}", text(&view, "expires")));
                strings(&view, "notes").iter().for_each(|note| screen::line(note));
                words(&view);
            }
            Ok(Ending::Done)
        }
        None => make(common, invite),
    }
}

fn make(common: &Common, invite: &Invite) -> Result<Ending> {
    let input = json!({
        "out": invite.out, "firm": invite.firm, "contact": invite.contact, "expires": invite.expires,
    });
    let made = Session::open(common)?.call("invitation.make", input)?;
    if common.json {
        screen::json(&made);
    } else {
        screen::line(&format!("Wrote {}.", text(&made, "file")));
        words(&made);
    }
    Ok(Ending::Done)
}

pub(super) fn words(of: &Value) {
    screen::line("Both sides see these words. Compare them on the telephone, on a number known before:");
    screen::line(&format!("  {}", strings(of, "fingerprint").join(" ")));
}

fn list(common: &Common) -> Result<Ending> {
    let sent = Session::open(common)?.call("invitation.list", json!({}))?;
    if common.json {
        screen::json(&sent);
        return Ok(Ending::Done);
    }
    let cells =
        |row: &Value| ["made", "by", "expires", "firm", "id"].map(|key| text(row, key).to_owned()).to_vec();
    let rows: Vec<Vec<String>> = items(&sent).iter().map(cells).collect();
    screen::table(&["Made", "By", "Good until", "Firm", "Invitation"], &rows);
    if let Some(first) = items(&sent).first() {
        screen::line("");
        words(first);
    }
    Ok(Ending::Done)
}
