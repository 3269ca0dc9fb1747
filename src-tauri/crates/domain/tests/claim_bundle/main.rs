//! Stories: what a claimant's bundle says, and what it keeps to itself.

mod exhibits;
mod information;
#[cfg(test)]
mod matter;
mod privacy;
mod properties;
#[cfg(test)]
mod reader;
mod reasons;
mod statement;
mod timeline;
