//! People who work on the matter; each acts under their own name.

use joinder_domain::id::PersonId;
use joinder_store::{NewPerson, Passphrase, Role, SignIn, SignedIn, person as store};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::matter::work_factor;
use crate::text::text;

/// A person who works or worked on the matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "Person"))]
pub struct View {
    /// Identifier, by which tasks name whoever does them.
    pub id: String,
    /// Sign-in name.
    pub sign_in: String,
    /// Full name, as the audit shows it.
    pub full_name: String,
    /// Role: `paralegal`, `coordinator`, `authorised-person` or `auditor`.
    pub role: String,
    /// Since when, RFC 3339.
    pub added: String,
    /// Until when, RFC 3339; `null` for those who still do.
    pub removed: Option<String>,
}

/// Somebody to let in.
#[derive(Clone, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PersonAdd"))]
pub struct Add {
    /// Sign-in name.
    pub sign_in: String,
    /// Full name.
    pub full_name: String,
    /// Role.
    pub role: String,
    /// First passphrase.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub passphrase: Zeroizing<String>,
}

/// Somebody whose access ends.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PersonRemove"))]
pub struct Remove {
    /// Sign-in name.
    pub sign_in: String,
}

/// A change of one's own passphrase.
#[derive(Clone, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PersonPassphrase"))]
pub struct Passphrases {
    /// The old one.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub old: Zeroizing<String>,
    /// The new one.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub new: Zeroizing<String>,
}

/// A forgotten passphrase, replaced by a coordinator or with the recovery key.
#[derive(Clone, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PersonReset"))]
pub struct Reset {
    /// Whose.
    pub sign_in: String,
    /// The new one.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub passphrase: Zeroizing<String>,
}

pub(crate) fn list(context: Context<'_>, _: Nothing) -> Result<Applied<Vec<View>>> {
    let people = context.app.open_matter()?.matter.read(store::list)?;
    let view = |person: store::Person| View {
        id: person.id.to_string(),
        sign_in: person.sign_in.to_string(),
        full_name: person.full_name,
        role: person.role.code().to_owned(),
        added: person.added.to_string(),
        removed: person.removed.map(|at| at.to_string()),
    };
    Ok(Applied::unchanged(people.into_iter().map(view).collect()))
}

pub(crate) fn add(context: Context<'_>, input: Add) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let clock = context.app.clock();
    let new = NewPerson {
        id: PersonId(clock.id()),
        sign_in: SignIn::new(input.sign_in.trim())?,
        full_name: input.full_name.trim().to_owned(),
        role: Role::from_code(&input.role).ok_or_else(|| Error::new("no-such-role"))?,
    };
    if new.full_name.is_empty() {
        return Err(Error::new("name-missing"));
    }
    let passphrase = Passphrase::new(&input.passphrase)?;
    let added =
        open.matter.add_person(&open.matter.actor(), clock.now(), &new, &passphrase, work_factor())?;
    Ok(Applied::stored(Nothing {}, &added.changes))
}

pub(crate) fn remove(context: Context<'_>, input: Remove) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let sign_in = SignIn::new(&input.sign_in)?;
    let removed = open.matter.remove_person(&open.matter.actor(), context.app.clock().now(), &sign_in)?;
    Ok(Applied::stored(Nothing {}, &removed.changes))
}

pub(crate) fn passphrase(context: Context<'_>, input: Passphrases) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let SignedIn::Person(person) = open.matter.signed_in() else { return Err(Error::new("not-allowed")) };
    let new = Passphrase::new(&input.new)?;
    open.matter.check_passphrase(&person.sign_in, &Passphrase::typed(&input.old))?;
    set(context, &person.sign_in, &new)
}

pub(crate) fn reset(context: Context<'_>, input: Reset) -> Result<Applied<Nothing>> {
    set(context, &SignIn::new(&input.sign_in)?, &Passphrase::new(&input.passphrase)?)
}

fn set(context: Context<'_>, sign_in: &SignIn, passphrase: &Passphrase) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let now = context.app.clock().now();
    let done = open.matter.set_passphrase(&open.matter.actor(), now, sign_in, passphrase, work_factor())?;
    Ok(Applied::stored(Nothing {}, &done.changes))
}

/// The full name of whoever has this id, removed or not; the recovery key has no person behind it.
pub(crate) fn name(reader: &joinder_store::Reader<'_>, id: PersonId) -> Result<String> {
    let found = store::get(reader, id)?;
    Ok(found.map_or_else(|| text("recovery-key-holder", &[]), |person| person.full_name))
}
