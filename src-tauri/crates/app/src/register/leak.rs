//! What must not be in a paper that anybody may read, looked for before it goes out.

use std::collections::HashMap;

use joinder_domain::bundle::claim::Identifier;
use joinder_domain::claimant::Claimant;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::register::{Audience, Entry, Field, leaks};
use joinder_store::register as kept;

use super::words;
use crate::app::OpenMatter;
use crate::classification::{STEP, each};
use crate::command::Context;
use crate::error::{Error, Result};

/// Fields that people write freely; words about health are looked for there.
const FREE: &[Field] =
    &[Field::Issues, Field::Heads, Field::ValueBand, Field::SpecialFeatures, Field::Status];

/// Refuses a public list that shows what it must not of somebody.
///
/// # Errors
/// `register-leak`, naming the claimant, the field and the kind of thing; never the thing itself.
pub(super) fn check(context: Context<'_>, open: &OpenMatter, entries: &[Entry]) -> Result<()> {
    let places = open.matter.read(kept::places)?;
    let numbers: HashMap<_, _> =
        places.iter().filter_map(|place| Some((place.claimant?, place.number))).collect();
    let fields: Vec<Field> =
        Field::ALL.iter().filter(|field| field.is_for(Audience::Public)).copied().collect();
    let (total, label) = (entries.len() as u64, "Looking for what must not be public");
    let mut done = 0_u64;
    let find = |number: &ClaimantNumber, claimant: &Claimant| {
        let register = numbers.get(number)?;
        let at = entries.binary_search_by_key(register, |entry| entry.number).ok()?;
        let entry = entries.get(at)?;
        let texts: Vec<&str> = fields.iter().map(|field| entry.shown(*field, Audience::Public)).collect();
        leaks(claimant, &entry.cipher, &texts).into_iter().find_map(|leak| {
            let field = *fields.get(leak.at)?;
            let counts = leak.identifier != Identifier::Health || FREE.contains(&field);
            counts.then_some((field, leak.identifier))
        })
    };
    each(
        open,
        context.app.clock().today(),
        |_, _, one| Ok(find(&one.number, one.input.claimant).map(|leak| (one.number, leak))),
        |found| {
            done += 1;
            if let Some((number, (field, identifier))) = found {
                let what = words::text(&format!("register-identifier-{}", identifier.code()));
                let number = number.to_string();
                let values =
                    [("claimant", number.as_str()), ("field", &words::field(field)), ("what", &what)];
                return Err(Error::with("register-leak", &values));
            }
            if done.is_multiple_of(STEP) { context.job.step(done.min(total), total, label) } else { Ok(()) }
        },
    )
}
