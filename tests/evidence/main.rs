//! Evidence from files, as the command line takes it.

mod awkward;
mod sample_matter;
