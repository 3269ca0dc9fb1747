//! Classifications: the answer in force for each claimant, and every answer before it.
//!
//! An answer names the rules that led to it, with their texts and citations: some four kilobytes, of which all but a
//! hundred bytes are the same for many claimants. So it is taken apart into a pattern, which is kept once, and what is
//! the claimant's own; reading puts the two together again. Texts are never looked up in a rule set of today: what was
//! said under an earlier one can still be read as it was said.

mod get;
mod keep;
mod own;
mod pack;
mod pattern;
mod position;

pub use get::{get, get_at, shared};
pub use keep::{Keeper, Outcome, put_many};
pub use pack::{Fingerprint, InForce, Packed, Packer, PatternId, Standing, in_force, standing};
pub use position::{Position, positions};
