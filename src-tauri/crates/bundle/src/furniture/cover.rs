//! The first page.

use super::{leaves, margin, rule, setter};
use crate::flow::{Look, Strip, size};
use crate::font::Shaper;
use crate::ink::Tone;
use crate::leaf::Leaf;
use joinder_domain::bundle::{BundlePlan, plain};

/// Case title, title of the set, claimant, reference, date, and when documents were added after it was sealed.
pub(crate) fn cover(shaper: &Shaper<'_>, plan: &BundlePlan, added_on: Option<&str>) -> Vec<Leaf> {
    let mut setter = setter(shaper, margin::SIDE);
    let width = setter.width;

    setter.push(Strip { height: 96.0, ..Strip::default() });
    setter.text(&plain(&plan.case_title), Look::bold(15.0).centred());
    if !plan.claim_number.is_empty() {
        setter.space(8.0);
        setter.text(&plain(format!("Claim No. {}", plan.claim_number)), Look::plain(13.0).centred());
    }
    setter.space(26.0);
    setter.push(rule(width));
    setter.space(20.0);
    setter.text(&plain(&plan.title), Look::bold(26.0).centred());
    setter.space(20.0);
    setter.push(rule(width));
    setter.space(34.0);
    setter.text(&plain(&plan.claimant_name), Look::bold(18.0).centred());
    if plan.reference != plan.claimant_name {
        setter.space(8.0);
        setter.text(&plain(&plan.reference), Look::plain(13.0).centred());
    }
    if !plan.prepared_on.is_empty() {
        setter.space(34.0);
        let words = format!("Prepared on {}", plan.prepared_on);
        setter.text(&plain(words), Look { tone: Tone::Grey, ..Look::plain(size::BODY) }.centred());
    }
    if let Some(day) = added_on {
        setter.space(6.0);
        let words = format!("With documents added on {day}");
        setter.text(&plain(words), Look { tone: Tone::Grey, ..Look::plain(size::BODY) }.centred());
    }
    if !plan.marking.is_empty() {
        setter.space(20.0);
        setter.text(&plain(&plan.marking), Look::bold(13.0).centred());
    }
    let mut pages = leaves(setter.flow, margin::SIDE);
    for page in &mut pages {
        page.header = false;
    }
    pages
}
