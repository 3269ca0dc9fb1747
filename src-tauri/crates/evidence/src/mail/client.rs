//! Which program wrote a message, as far as it shows.

use serde::{Deserialize, Serialize};

use super::{entity::Entity, field::Field};

/// The program that wrote a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Client {
    /// The program, as it names itself or as its habits show.
    pub name: String,
    /// What shows it: a header's name.
    pub shown_by: String,
}

/// The program that a message names, or else the one whose habits it shows.
pub(crate) fn of(entity: &Entity<'_>) -> Option<Client> {
    let value = |name: &str| entity.fields.iter().find(|field| field.is(name)).map(Field::unfolded);
    let client =
        |name: &str, shown_by: &str| Some(Client { name: name.to_owned(), shown_by: shown_by.to_owned() });
    for header in ["X-Mailer", "User-Agent", "X-MimeOLE", "X-Mailer-Version"] {
        if let Some(name) = value(header).filter(|name| !name.is_empty()) {
            return client(name, header);
        }
    }
    let id = value("Message-ID").unwrap_or_default();
    let boundary = entity.boundary.as_deref().unwrap_or_default();
    match () {
        () if id.contains("@mail.gmail.com") => client("Gmail", "Message-ID"),
        () if id.contains("@mail.yahoo.com") => client("Yahoo Mail", "Message-ID"),
        () if id.contains(".outlook.com>") || id.contains(".OUTLOOK.COM>") => client("Outlook", "Message-ID"),
        () if boundary.starts_with("Apple-Mail") => client("Apple Mail", "Content-Type"),
        () if boundary.starts_with("_000_") => client("Outlook", "Content-Type"),
        () if boundary.starts_with("----=_NextPart_") => client("Outlook", "Content-Type"),
        () => None,
    }
}
