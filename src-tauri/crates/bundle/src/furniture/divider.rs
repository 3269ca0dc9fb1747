//! The page before the documents of a section: a tab in a ring binder.

use super::{leaves, margin, rule, setter};
use crate::flow::{Look, Strip};
use crate::font::Shaper;
use crate::leaf::Leaf;
use joinder_domain::bundle::{Section, plain};

/// Letter and title of a section, on a page of their own.
pub(crate) fn divider(shaper: &Shaper<'_>, section: Section) -> Leaf {
    let mut setter = setter(shaper, margin::SIDE);
    let width = setter.width;
    setter.push(Strip { height: 180.0, ..Strip::default() });
    setter.text(&plain(section.letter()), Look::bold(64.0).centred());
    setter.space(10.0);
    setter.push(rule(width));
    setter.space(18.0);
    setter.text(&plain(section.title()), Look::bold(22.0).centred());
    leaves(setter.flow, margin::SIDE)
        .into_iter()
        .next()
        .unwrap_or_else(|| Leaf::drawn(Vec::new(), Vec::new()))
}
