//! Evidence: taken in, read, graded, given to whoever's it is.

mod add;
mod collect;
mod facts;
mod item;
mod owner;
mod place;
pub(crate) mod view;

pub use add::{Add, AddedItem, ItemState, Report};
pub use item::{DamageView, Row, Suggestion};
pub use place::{Assign, Id, SetAside};
pub use view::View;

pub(crate) use add::add;
pub(crate) use item::best_grade;
pub(crate) use place::{assign, get, set_aside, unassigned};

use joinder_evidence::{Inspection, Limits};

/// What a file says of itself. A parser that fails on one file must not stop the rest: it is then damage like any other.
pub(crate) fn inspect(bytes: &[u8]) -> Inspection {
    let limits = Limits::default();
    std::panic::catch_unwind(|| joinder_evidence::inspect(bytes, &limits))
        .unwrap_or_else(|_| Inspection::unread(bytes))
}
