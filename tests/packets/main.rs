//! What travels between a firm and its claimants, as the command line takes it.

mod approval;
mod circle;
mod home;
mod meeting;
mod people;
mod refused;
mod registration;
mod stage;
mod transfer;
mod trouble;
