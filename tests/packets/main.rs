//! What travels between a firm and its claimants, as the command line takes it.

mod circle;
mod refused;
mod registration;
mod stage;
