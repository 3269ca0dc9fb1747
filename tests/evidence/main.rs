//! Evidence from files, as the command line takes it.

mod awkward;
mod consensus;
mod inspect;
mod key;
mod sample_matter;
