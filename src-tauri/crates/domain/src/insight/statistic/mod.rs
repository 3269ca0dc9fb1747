//! The few statistics that are used, each with its source.

mod fisher;
mod holm;
mod odds;
mod wilson;

pub use fisher::fisher;
pub use holm::holm;
pub use odds::{OddsRatio, odds_ratio};
pub use wilson::wilson;

use statrs::distribution::{ContinuousCDF, Normal};
use std::sync::LazyLock;

/// The point of the standard normal distribution that leaves 2.5 % above it: intervals are of 95 %.
static Z: LazyLock<f64> = LazyLock::new(|| Normal::standard().inverse_cdf(0.975));
