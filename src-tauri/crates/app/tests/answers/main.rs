//! Answers about claimants of a matter: kept, run again, tried under other rules, decided by people.

#[cfg(test)]
mod limitation;
#[cfg(test)]
mod lock;
#[cfg(test)]
mod mailbox;
#[cfg(test)]
mod overrides;
#[cfg(test)]
mod own_words;
#[cfg(test)]
mod stage;
#[cfg(test)]
mod whatif;
