//! Whether and how the claimant was told.

use super::Said;
use super::relationship::day;
use crate::bundle::claim::{notice_address, notice_channel};
use crate::claimant::YesNo;

use super::super::Client;
use super::super::desk::Desk;

pub(super) fn sentences(desk: &mut Desk<'_>, client: &Client<'_>) -> Vec<Said> {
    let told = &client.claimant.notification;
    let words = match told.received {
        None => {
            let what = "whether a notice of the incident came to our client";
            return vec![Said {
                field: "notification.received".to_owned(),
                words: desk.gap(Some(client.number), "notification.received", what),
            }];
        }
        Some(YesNo::Yes) => {
            let mut parts = vec!["A notice of the incident came to our client".to_owned()];
            parts.extend(told.channel.map(|by| format!("how: {}", notice_channel(by).to_lowercase())));
            let at = notice_address(client.claimant);
            if !at.trim().is_empty() {
                parts.push(format!("where: {at}"));
            }
            parts.extend(day(told.seen.as_ref()).map(|day| format!("first seen: {day}")));
            format!("{}.", parts.join("; "))
        }
        Some(YesNo::No) => "No notice of the incident came to our client.".to_owned(),
        Some(YesNo::DontKnow) => {
            "Our client does not know whether a notice of the incident was sent to them.".to_owned()
        }
    };
    let mut said = vec![Said { field: "notification".to_owned(), words }];
    if told.knows_other_recipient == Some(YesNo::Yes) {
        said.push(Said {
            field: "notification.knows_other_recipient".to_owned(),
            words: "Our client knows somebody else who was told.".to_owned(),
        });
    }
    said
}
