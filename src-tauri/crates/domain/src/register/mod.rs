//! The list of claimants as it is filed: numbered once, in claim forms of so many, compared version by version.
//!
//! A claimant who leaves stays on the list with an end date, and no number is given twice (`outputs.md` 4.4). A list is
//! held against the template of the lead firm before it goes out, and so is one that another firm sends: claims were
//! struck out because a register was not in the right form (Baker v VW [2022] EWHC 810 (QB)).

mod changes;
mod check;
mod day;
mod entry;
mod fault;
mod field;
mod form;
mod listing;
mod mapping;
mod public;
mod template;

pub use changes::{Amended, Changes, FieldChange, changes};
pub use check::{Checker, Found, FoundCell};
pub use day::{DayOrder, read_day, show_day};
pub(crate) use entry::party;
pub use entry::{Entry, Facts, Place};
pub use fault::{Fault, FaultCode};
pub use field::{Audience, Field, FieldKind};
pub use form::{ClaimForm, Forms};
pub use listing::{ListCell, ListColumn, ListRow, Listing};
pub use mapping::{folded, suggest_field, suggest_value};
pub use public::{Leak, leaks};
pub use template::{Allowed, Bound, Limit, Template, TemplateColumn};

/// The consent without which nobody is joined (CPR 19.4(4)).
pub const JOINING: &str = "joined-as-claimant";

/// Claimants on one claim form unless the matter says otherwise (Adams v MoD [2024] EWHC 1966 (KB)).
pub const FORM_SIZE: u32 = 60;
