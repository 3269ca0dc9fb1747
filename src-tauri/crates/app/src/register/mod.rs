//! The register of claimants: who stands on it, the lead firm's template, checks, sealed versions, lists that go out.

mod bordereau;
mod changes;
mod check;
mod compare;
mod csv;
mod enter;
mod export;
mod header;
mod information;
mod leak;
mod list;
mod live;
mod sheet;
mod template;
mod view;
mod words;

pub use check::{Checked, FaultView, Validate};
pub use compare::{ChangesOf, ChangesView, Seal};
pub use enter::{End, Enter, Entered, FormPut, Mark, Refused, SettingsPut};
pub use export::{Export, Exported, Kind};
pub use template::{ColumnView, TemplateSet, TemplateView};
pub use view::{FormView, RowView, Rows, Settings, VersionView, View, Which};

pub(crate) use check::{check, validate};
pub(crate) use compare::{changes as compare, seal};
pub(crate) use enter::{end, enter, form, mark, settings};
pub(crate) use export::export;
pub(crate) use template::{forget as forget_template, set as set_template};
pub(crate) use view::{get, ids, rows};
