//! Classification rules.
