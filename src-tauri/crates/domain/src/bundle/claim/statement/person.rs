//! Who makes the statement (PD 32, 18.1).

use super::super::ClaimBundle;
use super::super::information::address_lines;
use super::paper::Paper;
use super::words;
use crate::claimant::{AddressUse, Contact};

pub(super) fn write(paper: &mut Paper, input: &ClaimBundle<'_>) {
    let identity = &input.claimant.identity;
    let name = identity.full_name();
    paper.heading("Who I am");
    paper.say(if name.is_empty() {
        words::missing("my full name")
    } else {
        format!("My full name is {name}.")
    });
    if !identity.protect_former_names && !identity.other_names.is_empty() {
        let names: Vec<&str> = identity.other_names.iter().map(|other| other.name.as_str()).collect();
        paper.say(format!("I use or used these other names: {}.", names.join("; ")));
    }
    paper.say(address(&input.claimant.contact));
    paper.say(words::missing("my occupation"));
    paper.say("I am the claimant.");
}

fn address(contact: &Contact) -> String {
    if contact.withhold_address {
        return "My address is withheld at my request.".to_owned();
    }
    let now = contact.addresses.iter().find(|address| address.used == AddressUse::Now).map(address_lines);
    match now {
        Some(now) if !now.is_empty() => format!("My address is {}.", now.replace('\n', ", ")),
        _ => words::missing("my address"),
    }
}
