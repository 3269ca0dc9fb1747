//! Joinder: app.
