//! Evidence: taken in, read, graded, given to whoever's it is.

mod add;
mod collect;
mod facts;
mod inbox;
mod item;
mod name;
mod owner;
mod place;
pub(crate) mod view;

pub use add::{Add, AddedItem, ItemState, Report};
pub use inbox::Ids;
pub use item::{DamageView, Row, Suggestion};
pub use place::{Assign, SetAside};
pub use view::{Html, PartRef, PartText, Picture, PictureOf, Source, SourceOf, View};

pub(crate) use add::add;
pub(crate) use inbox::{rows, unassigned};
pub(crate) use item::best_grade;
pub(crate) use place::{assign, set_aside};
pub(crate) use view::{get, html, picture, source, text};

use joinder_evidence::{Inspection, Limits};

/// What a file says of itself. A parser that fails on one file must not stop the rest: it is then damage like any other.
pub(crate) fn inspect(bytes: &[u8]) -> Inspection {
    let limits = Limits::default();
    std::panic::catch_unwind(|| joinder_evidence::inspect(bytes, &limits))
        .unwrap_or_else(|_| Inspection::unread(bytes))
}
