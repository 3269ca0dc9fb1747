//! Answers about claimants of a matter: kept, run again, tried under other rules, decided by people.

#[cfg(test)]
mod mailbox;
#[cfg(test)]
mod stage;
