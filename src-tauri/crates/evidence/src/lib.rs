//! Joinder: evidence.
