//! Text in pictures: read by Tesseract where it is installed, confirmed by a person.

mod confirm;
mod engine;
mod layer;
mod read;
mod text;
mod tsv;

pub use confirm::Confirm;
pub use read::{Failure, Ocr, Report as OcrReport, Status, View as OcrView};
pub use text::OcrText;

pub(crate) use confirm::confirm;
pub(crate) use layer::Reading;
pub(super) use read::pictures_only;
pub(crate) use read::{ocr, status as ocr_status, view as ocr_view};
