//! The first page.

use super::{leaves, margin, setter};
use crate::flow::Strip;
use crate::flow::{Look, Side, size};
use crate::font::Shaper;
use crate::ink::{Ink, Tone};
use crate::leaf::Leaf;
use joinder_domain::bundle::{BundlePlan, plain};

/// Case title, title of the set, claimant, reference, date, and when documents were added after it was sealed.
pub(crate) fn cover(shaper: &Shaper<'_>, plan: &BundlePlan, added_on: Option<&str>) -> Vec<Leaf> {
    let mut setter = setter(shaper, margin::SIDE);
    let width = setter.width;
    let centred = |look: Look| Look { side: Side::Centre, ..look };
    let rule = || Strip {
        height: 2.0,
        ink: vec![Ink::rule((0.0, 1.0), (width, 1.0), 1.5, Tone::Accent)],
        ..Strip::default()
    };

    setter.push(Strip { height: 96.0, ..Strip::default() });
    setter.text(&plain(&plan.case_title), centred(Look::bold(15.0)));
    setter.space(26.0);
    setter.push(rule());
    setter.space(20.0);
    setter.text(&plain(&plan.title), centred(Look::bold(26.0)));
    setter.space(20.0);
    setter.push(rule());
    setter.space(34.0);
    setter.text(&plain(&plan.claimant_name), centred(Look::bold(18.0)));
    setter.space(8.0);
    setter.text(&plain(&plan.reference), centred(Look::plain(13.0)));
    if !plan.prepared_on.is_empty() {
        setter.space(34.0);
        let words = format!("Prepared on {}", plan.prepared_on);
        setter.text(&plain(words), centred(Look { tone: Tone::Grey, ..Look::plain(size::BODY) }));
    }
    if let Some(day) = added_on {
        setter.space(6.0);
        let words = format!("With documents added on {day}");
        setter.text(&plain(words), centred(Look { tone: Tone::Grey, ..Look::plain(size::BODY) }));
    }
    if !plan.marking.is_empty() {
        setter.space(20.0);
        setter.text(&plain(&plan.marking), centred(Look::bold(13.0)));
    }
    let mut pages = leaves(setter.flow, margin::SIDE);
    for page in &mut pages {
        page.header = false;
    }
    pages
}
