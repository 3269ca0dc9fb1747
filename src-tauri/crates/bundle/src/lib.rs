//! Joinder: bundle.
