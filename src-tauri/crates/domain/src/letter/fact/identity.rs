//! What a controller needs to find the claimant's records, and no more.

use crate::bundle::claim::answer::{self, Row, row};
use crate::bundle::{Block, plain};
use crate::claimant::{Address, AddressUse};

use super::super::Client;
use super::super::desk::Desk;

pub(super) fn blocks(desk: &mut Desk<'_>, client: &Client<'_>) -> Vec<Block> {
    let (identity, contact) = (&client.claimant.identity, &client.claimant.contact);
    let mut rows = Vec::new();
    let name = identity.full_name();
    if !name.is_empty() {
        add(desk, client, &mut rows, "Name", "identity", &name);
    }
    if !identity.protect_former_names {
        for (at, other) in identity.other_names.iter().enumerate() {
            add(
                desk,
                client,
                &mut rows,
                "Also known as",
                &format!("identity.other_names[{at}]"),
                &other.name,
            );
        }
    }
    for (at, email) in contact.emails.iter().enumerate() {
        add(desk, client, &mut rows, "Email address used", &format!("contact.emails[{at}]"), &email.address);
    }
    for (at, episode) in client.claimant.episodes.iter().enumerate() {
        let field = format!("episodes[{at}].membership_number");
        add(desk, client, &mut rows, "Membership number", &field, &episode.membership_number);
    }
    if contact.withhold_address {
        rows.push(row("Address", plain(answer::WITHHELD)));
    } else {
        for (at, address) in contact.addresses.iter().enumerate() {
            let key = match address.used {
                AddressUse::Now => "Address",
                AddressUse::WithDefendant => "Address at the time",
            };
            add(desk, client, &mut rows, key, &format!("contact.addresses[{at}]"), &lines(address));
        }
    }
    if rows.len() < 2 {
        let words =
            desk.gap(Some(client.number), "contact.emails", "an email or postal address used with the party");
        rows.push(row("Address used", vec![crate::bundle::Span::bold(words)]));
    }
    vec![Block::KeyValues(rows)]
}

fn add(desk: &mut Desk<'_>, client: &Client<'_>, rows: &mut Vec<Row>, key: &str, field: &str, words: &str) {
    if !words.trim().is_empty() {
        desk.rest(client, field, words);
        rows.push(row(key, plain(words)));
    }
}

fn lines(address: &Address) -> String {
    let all = address.lines.iter().chain([&address.postcode, &address.country]);
    all.map(|line| line.trim()).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", ")
}
