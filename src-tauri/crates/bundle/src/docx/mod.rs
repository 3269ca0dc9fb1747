//! Letters as DOCX (ISO/IEC 29500), so that they can be edited: equal letters give equal bytes.
//!
//! The parts are written by hand. The libraries for it either stamp the machine's clock into the file or bring in an
//! image stack for a text; a letter needs ten elements of the format.

mod block;
mod letter;
mod part;
mod xml;

use joinder_domain::letter::Letter;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Writes a letter as a word-processor file.
///
/// # Errors
///
/// When `out` cannot be written.
pub fn render_docx(letter: &Letter, out: &mut impl Write) -> std::io::Result<()> {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    // The earliest time that the format knows: never the clock.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let core = part::core(letter);
    let (header, footer) = (part::header(letter), part::footer(letter));
    let document = letter::document(letter);
    let parts: [(&str, &str); 9] = [
        ("[Content_Types].xml", part::CONTENT_TYPES),
        ("_rels/.rels", part::RELATIONSHIPS),
        ("docProps/core.xml", &core),
        ("word/_rels/document.xml.rels", part::DOCUMENT_RELATIONSHIPS),
        ("word/document.xml", &document),
        ("word/styles.xml", part::STYLES),
        ("word/numbering.xml", part::NUMBERING),
        ("word/header1.xml", &header),
        ("word/footer1.xml", &footer),
    ];
    for (name, content) in parts {
        file.start_file(name, options)?;
        file.write_all(content.as_bytes())?;
    }
    out.write_all(file.finish()?.get_ref())
}
