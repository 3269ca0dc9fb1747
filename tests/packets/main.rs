//! What travels between a firm and its claimants, as the command line takes it.

mod accept_sent;
mod approval;
mod bad;
mod beside;
mod circle;
mod copies;
mod home;
mod meeting;
mod people;
mod refused;
mod registration;
mod signals;
mod stage;
mod transfer;
mod trouble;
