//! How the claimant can be reached, now and at the time (`intake.md` 3.1 B).

use super::super::ClaimBundle;
use super::super::answer::{self, Row, row};
use super::{heading, words};
use crate::bundle::{Block, Column, Table, Text, plain};
use crate::claimant::{Address, AddressUse, Contact, EmailAddress, YesNo};
use crate::date::show::long;

pub(super) fn blocks(input: &ClaimBundle<'_>) -> Vec<Block> {
    let contact = &input.claimant.contact;
    let mut rows: Vec<Row> =
        vec![row("Mobile", answer::text(&contact.mobile)), row("Landline", answer::text(&contact.landline))];
    rows.extend(addresses(contact));
    let asked = format!("Nation of residence on {}", long(input.matter.incident_on));
    rows.push((asked, answer::one(contact.nation_at_incident.map(words::nation))));
    if !contact.language.trim().is_empty() {
        rows.push(row("Preferred language", plain(contact.language.as_str())));
    }
    let mut blocks = vec![heading(2, "Contact"), Block::KeyValues(rows), heading(2, "Email addresses used")];
    blocks.extend(emails(contact));
    blocks
}

fn addresses(contact: &Contact) -> Vec<Row> {
    if contact.withhold_address {
        return vec![row("Addresses", plain(answer::WITHHELD))];
    }
    let mut rows: Vec<Row> = Vec::new();
    for used in [AddressUse::Now, AddressUse::WithDefendant] {
        let mut given = contact.addresses.iter().filter(|address| address.used == used).peekable();
        if given.peek().is_none() {
            rows.push(row(words::address_use(used), answer::blank()));
        }
        rows.extend(
            given.map(|address| row(words::address_use(used), answer::text(&address_lines(address)))),
        );
    }
    rows
}

/// An address as on an envelope.
pub(in super::super) fn address_lines(address: &Address) -> String {
    let given = address.lines.iter().chain([&address.postcode, &address.country]);
    given.map(|line| line.trim()).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn emails(contact: &Contact) -> Vec<Block> {
    if contact.emails.is_empty() {
        return vec![Block::Paragraph(match contact.no_email_given {
            Some(YesNo::Yes) => plain("The claimant never gave the defendant an email address."),
            Some(YesNo::DontKnow) => plain("The claimant does not know whether they gave the defendant one."),
            Some(YesNo::No) | None => answer::blank(),
        })];
    }
    let columns = vec![
        Column::left("Address", 34),
        Column::left("In use", 20),
        Column::left("Whose mailbox", 16),
        Column::left("Can still be opened", 14),
        Column::left("Given to the defendant only", 16),
    ];
    vec![Block::Table(Table { columns, rows: contact.emails.iter().map(email).collect() })]
}

fn email(email: &EmailAddress) -> Vec<Text> {
    let used = match (&email.from, &email.to) {
        (None, None) => answer::blank(),
        (Some(from), None) => plain(format!("From: {}", from.short())),
        (None, Some(to)) => plain(format!("Until: {}", to.short())),
        (Some(from), Some(to)) => plain(format!("{} to {}", from.short(), to.short())),
    };
    let mut whose = answer::one(email.kind.map(words::email_kind));
    if !email.shared_with.trim().is_empty() {
        whose.extend(plain(format!("\nAlso read by: {}", email.shared_with)));
    }
    vec![
        answer::text(&email.address),
        used,
        whose,
        answer::yes_no(email.accessible),
        answer::yes_no(email.only_for_defendant),
    ]
}
