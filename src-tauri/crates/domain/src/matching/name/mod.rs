//! Names as they are compared: their form, their sound, and other forms of the same name.

mod form;
mod frequency;
mod nickname;
mod sound;

pub(super) use form::form;
pub(super) use frequency::{family_rate, given_rate};
pub(super) use nickname::groups;
pub(super) use sound::sound;
