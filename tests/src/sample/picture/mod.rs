//! Pictures of the notice, as people take them.

mod canvas;
mod photo;
mod scan;
mod screen;

pub use photo::photo;
pub use scan::{HEIGHT as SCAN_HEIGHT, WIDTH as SCAN_WIDTH, card};
pub use screen::screenshot;
