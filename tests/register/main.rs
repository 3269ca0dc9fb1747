//! The register of claimants: how Imogen, a coordinator, fills, checks, seals and files it.

mod life;
mod outputs;
mod received;
mod stage;
mod template;
