//! The page before the documents of a section: a tab in a ring binder.

use super::{leaves, margin, setter};
use crate::flow::{Look, Side, Strip};
use crate::font::Shaper;
use crate::ink::{Ink, Tone};
use crate::leaf::Leaf;
use joinder_domain::bundle::{Section, plain};

/// Letter and title of a section, on a page of their own.
pub(crate) fn divider(shaper: &Shaper<'_>, section: Section) -> Leaf {
    let mut setter = setter(shaper, margin::SIDE);
    let width = setter.width;
    let centred = |look: Look| Look { side: Side::Centre, ..look };
    let rule = || Strip {
        height: 2.0,
        ink: vec![Ink::rule((0.0, 1.0), (width, 1.0), 1.5, Tone::Accent)],
        ..Strip::default()
    };
    setter.push(Strip { height: 180.0, ..Strip::default() });
    setter.text(&plain(section.letter()), centred(Look::bold(64.0)));
    setter.space(10.0);
    setter.push(rule());
    setter.space(18.0);
    setter.text(&plain(section.title()), centred(Look::bold(22.0)));
    leaves(setter.flow, margin::SIDE)
        .into_iter()
        .next()
        .unwrap_or_else(|| Leaf::drawn(Vec::new(), Vec::new()))
}
