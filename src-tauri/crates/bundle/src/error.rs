//! Why a whole bundle cannot be made. A bad exhibit is never among the reasons: it becomes a placeholder page.

/// A bundle cannot be rendered.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The index needs a different number of pages each time it is set.
    #[error("the index of the bundle does not settle; shorten the titles of its documents")]
    IndexUnsettled,
    /// Pages of a sealed bundle would not stand where they stood.
    #[error("“{what}” needs more pages than when the bundle was sealed, so later page numbers would move")]
    Moved {
        /// Cover, index, or the title of a document.
        what: String,
    },
    /// The work was stopped on request.
    #[error("the work was stopped")]
    Stopped,
    /// More pages than a PDF page tree of ours can number.
    #[error("the bundle has {pages} pages; split it, {limit} is the limit")]
    TooManyPages {
        /// Pages needed.
        pages: usize,
        /// Pages possible.
        limit: usize,
    },
    /// A face cannot be cut down to the glyphs in use.
    #[error("the font {face} cannot be embedded: {reason}")]
    Font {
        /// PostScript name.
        face: &'static str,
        /// The library's words.
        reason: String,
    },
    /// The finished file does not read back as it was planned.
    #[error("the finished file fails its own check: {0}")]
    Check(String),
    /// The output cannot be written.
    #[error("the bundle cannot be written: {0}")]
    Write(#[from] std::io::Error),
}
