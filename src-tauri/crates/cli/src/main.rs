//! joinder
fn main() {}
