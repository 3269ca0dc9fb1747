//! The firm as its letters show it: a setting of the matter.

use joinder_domain::letter::Letterhead;
use joinder_store::{Op, setting};

use crate::app::OpenMatter;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};

const KEY: &str = "letterhead";
/// Characters of one line.
const LINE: usize = 200;

/// The letterhead; blank in a matter that has none yet.
pub(crate) fn of(open: &OpenMatter) -> Result<Letterhead> {
    Ok(open.matter.read(|reader| setting::get(reader, KEY))?.unwrap_or_default())
}

pub(crate) fn get(context: Context<'_>, _: Nothing) -> Result<Applied<Letterhead>> {
    Ok(Applied::unchanged(of(&*context.app.open_matter()?)?))
}

pub(crate) fn put(context: Context<'_>, mut input: Letterhead) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let lines = [
        &mut input.firm,
        &mut input.telephone,
        &mut input.email,
        &mut input.reference,
        &mut input.signatory,
        &mut input.position,
        &mut input.regulation,
    ];
    for line in lines.into_iter().chain(&mut input.address) {
        *line = line.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LINE).collect();
    }
    input.address.retain(|line| !line.is_empty());
    input.address.truncate(8);
    input.funding = input.funding.trim().to_owned();
    let done = open.write(Op("letterhead.put"), context.app.clock().now(), |tx| {
        Ok::<_, Error>(setting::put(tx, KEY, &input)?)
    })?;
    Ok(Applied::stored(Nothing {}, &done.changes))
}
