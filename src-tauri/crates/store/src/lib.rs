//! Joinder: store.
