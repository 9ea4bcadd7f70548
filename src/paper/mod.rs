//! Pages to print: words, rows and a QR code on A6 sheets, as a PDF file. Knows nothing of shops.
//!
//! A6 is what label printers take, and what a page of A4 shows four times. The fonts travel in the file, reduced to the
//! letters that are used.

mod font;
mod sheet;

pub use sheet::Sheet;

/// How words are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Remarks.
    Small,
    /// What is read.
    Body,
    /// What is looked for.
    Strong,
    /// What the page is about.
    Title,
}

/// A page that cannot be drawn.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// A font of the program is damaged.
    #[error("a font cannot be read")]
    Font,
    /// More is to be read from a QR code than it holds.
    #[error("a QR code cannot hold this: {0}")]
    Code(qrcode::types::QrError),
}
