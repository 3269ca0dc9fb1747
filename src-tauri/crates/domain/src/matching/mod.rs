//! Which records may be of one person, how sure that is, and why.
//!
//! The model is that of Fellegi and Sunter (A Theory for Record Linkage, JASA 64, 1969): each field on which two
//! records are compared speaks for or against one person by the ratio of two rates, how often records of one person
//! show what was seen and how often records of two people do. The first rate is learned from the data itself by
//! expectation and maximisation, without labels; the second from how often values occur. A third explanation stands
//! beside "one person" and "two strangers": two people of one household, who share a home, a surname, a mailbox or a
//! telephone and are still two (`situations.md` 7.2 rows 38, 39 and 41). Nothing here decides: it suggests.

mod alone;
mod block;
mod compare;
mod conflict;
mod field;
mod index;
mod key;
mod merge;
mod model;
mod name;
mod particulars;
mod reason;
mod search;

pub use alone::lookup_keys;
pub use conflict::{Asked, Hit, same_name};
pub use field::{Field, Level};
pub use index::{Index, IndexBuilder};
pub use merge::{Difference, differences, merge, unmerge};
pub use model::{FieldRates, Model};
pub use particulars::{Birth, NameUse, Particulars, PersonName, Place};
pub use reason::{Reason, Strength};
pub use search::{Found, Match, Search, Stopped, Watch, search};
