//! The store as its callers see it: one program, since each test program links SQLCipher anew.

#[cfg(test)]
mod audit;
#[cfg(test)]
mod backup;
#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod claimant;
#[cfg(test)]
mod classification;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod draft;
#[cfg(test)]
mod erasure;
#[cfg(test)]
mod evidence;
#[cfg(test)]
mod import;
#[cfg(test)]
mod list;
#[cfg(test)]
mod matter;
#[cfg(test)]
mod merge;
#[cfg(test)]
mod paging;
#[cfg(test)]
mod people;
#[cfg(test)]
mod plan;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod stage;
#[cfg(test)]
mod work;
#[cfg(test)]
mod write;
