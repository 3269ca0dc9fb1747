//! The register of claimants: how Imogen, a coordinator, fills, checks, seals and files it.

mod damaged;
mod life;
mod outputs;
mod received;
mod stage;
mod template;
