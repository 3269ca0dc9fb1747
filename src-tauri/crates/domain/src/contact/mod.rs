//! Email addresses, telephone numbers and postcodes as people write them: parsed, normal form, keys to compare by.

mod email;
mod phone;
mod postcode;

pub use email::{Email, EmailProblem};
pub use phone::{Phone, PhoneProblem};
pub use postcode::{Postcode, PostcodeProblem};
