//! Plan to PDF: draws our pages, imports the evidence, numbers every page, and checks the finished file.
//!
//! The rules EB-01 to EB-17 named in this crate are those of the domain page `outputs.md` 4.1, taken from the
//! judiciary's general guidance on electronic court bundles of 29 November 2021.

mod assemble;
mod beside;
mod check;
mod docx;
mod error;
mod flow;
mod font;
mod furniture;
mod import;
mod ink;
mod leaf;
mod listing;
mod pack;
mod picture;
mod preview;
mod redact;
mod renamed;
mod render;
mod source;
mod split;
mod text;
mod told;
mod words;
mod workbook;
mod write;

use pack::pack;

pub use beside::words_beside;
pub use check::{Area, Asked, CheckError, Fault, Lint, Rule, State, Verdict, check, told};
pub use docx::render_docx;
pub use error::RenderError;
pub use font::{FontError, Fonts};
pub use furniture::ranges as page_ranges;
pub use listing::{ListError, RenderedList, render_list};
pub use picture::{Shown, picture_pages, picture_preview};
pub use preview::{Preview, PreviewError, page_count, preview};
pub use render::{
    IndexRow, Placeholder, Rendered, RenderedLetter, RenderedReport, ReportHeading, Warning, file_id, layout,
    render, render_letter, render_report,
};
pub use source::{SourceError, Sources};
pub use split::{Part, PartLimit, SplitError, split};
pub use told::Told;
pub use words::{PageWords, page_words, wordless_pages};
pub use workbook::{WorkbookError, render_list_workbook, render_workbook};
