//! Who makes the statement (PD 32, 18.1).

use super::super::information::address_lines;
use super::paper::Paper;
use super::{Told, words};
use crate::claimant::{AddressUse, Capacity, Contact, Identity};

pub(super) fn write(paper: &mut Paper, input: &Told<'_>) {
    let identity = &input.claimant.identity;
    paper.heading(if input.voice().is_own() { "Who I am" } else { "Who makes this statement" });
    match identity.capacity {
        None | Some(Capacity::Own) => claimant(paper, input),
        Some(capacity) => other(paper, identity, capacity),
    }
}

fn claimant(paper: &mut Paper, input: &Told<'_>) {
    let identity = &input.claimant.identity;
    let name = identity.full_name();
    paper.say(match name.as_str() {
        _ if !input.cipher.is_empty() => words::known_as(input.cipher),
        "" => words::missing("my full name"),
        name => format!("My full name is {name}."),
    });
    if !identity.protect_former_names && !identity.other_names.is_empty() {
        let names: Vec<&str> = identity.other_names.iter().map(|other| other.name.as_str()).collect();
        paper.say(format!("I use or used these other names: {}.", names.join("; ")));
    }
    paper.say(address(&input.claimant.contact));
    paper.say(match identity.occupation.trim() {
        "" => words::missing("my occupation"),
        occupation => format!("My occupation is: {}.", occupation.trim_end_matches('.')),
    });
    paper.say("I am the claimant.");
}

/// Somebody else speaks: who that is, is for a person to say.
fn other(paper: &mut Paper, identity: &Identity, capacity: Capacity) {
    paper.say(match identity.statement_by.trim() {
        "" => words::missing(words::MAKER),
        maker => format!("I am {}.", maker.trim_end_matches('.')),
    });
    let name = match identity.full_name() {
        name if name.is_empty() => words::missing("the claimant’s full name"),
        name => name,
    };
    let acting = identity.acted_for_by.trim();
    paper.say(match acting {
        "" => format!("The claimant is {name}. {}", words::missing(words::acting(capacity))),
        acting => format!("The claimant is {name}, {} {acting}.", words::acts(capacity)),
    });
    if !identity.protect_former_names && !identity.other_names.is_empty() {
        let names: Vec<&str> = identity.other_names.iter().map(|other| other.name.as_str()).collect();
        paper.say(format!("The claimant uses or used these other names: {}.", names.join("; ")));
    }
}

/// The name of whoever makes the statement for a claimant: what stands before the first comma.
pub(super) fn maker(identity: &Identity) -> Option<&str> {
    identity.statement_by.split(',').next().map(str::trim).filter(|name| !name.is_empty())
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
