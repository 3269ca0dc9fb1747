//! Joinder: domain.
