//! Whether and how the claimant was told.

use super::Said;
use super::relationship::on_day;
use crate::bundle::claim::notice_address;
use crate::claimant::{Channel, Claimant, YesNo};

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
        Some(YesNo::Yes) => received(client.claimant),
        Some(YesNo::No) if told.channel == Some(Channel::ThirdPerson) => {
            "No notice of the incident came to our client, who learned of it from another person.".to_owned()
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

fn received(claimant: &Claimant) -> String {
    let told = &claimant.notification;
    let at = notice_address(claimant);
    let at = match at.trim() {
        "" => String::new(),
        at => format!(" at {at}"),
    };
    let how = match told.channel {
        None => "received a notice of the incident".to_owned(),
        Some(Channel::Email) => format!("received a notice of the incident by email{at}"),
        Some(Channel::Letter) => "received a notice of the incident by letter".to_owned(),
        Some(Channel::Sms) => "received a notice of the incident by text message".to_owned(),
        Some(Channel::Website) => "learned of the incident on a website".to_owned(),
        Some(Channel::ThirdPerson) => "learned of the incident from another person".to_owned(),
    };
    match told.seen.as_ref().filter(|seen| !seen.is_unknown()) {
        Some(seen) => format!("Our client {how}, {}.", on_day(seen)),
        None => format!("Our client {how}."),
    }
}
