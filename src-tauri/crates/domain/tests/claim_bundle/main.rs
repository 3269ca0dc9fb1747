//! Stories: what a claimant's bundle says, and what it keeps to itself.

mod exhibits;
mod information;
mod matter;
mod privacy;
mod properties;
mod reader;
mod reasons;
mod statement;
mod timeline;
