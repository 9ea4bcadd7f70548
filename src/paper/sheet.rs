//! What stands on the sheets, from top to bottom.

use super::font::Font;
use super::{PaperError, Style};
use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str, TextStr};
use qrcode::{Color, EcLevel, QrCode};

/// A6, upright, in points: 105 x 148 mm.
const WIDTH: f32 = 297.64;
const HEIGHT: f32 = 419.53;
/// Printers leave some millimetres white.
const MARGIN: f32 = 22.0;
/// The edge of the QR code: 25 mm, which any phone reads.
const CODE: f32 = 71.0;
/// White around it: four modules (ISO/IEC 18004); the margin of the page is one side of it.
const AROUND: f32 = 10.0;
/// From one line to the next, in sizes of the font.
const LEADING: f32 = 1.3;
/// Between the left and the right part of a row.
const GUTTER: f32 = 8.0;
/// The size of the number of the page.
const FOOT: f32 = 6.5;

const PLAIN: Name<'static> = Name(b"P");
const BOLD: Name<'static> = Name(b"B");

impl Style {
    const fn size(self) -> f32 {
        match self {
            Self::Small => 7.5,
            Self::Body => 9.0,
            Self::Strong => 10.5,
            Self::Title => 13.0,
        }
    }

    const fn is_bold(self) -> bool {
        matches!(self, Self::Strong | Self::Title)
    }
}

/// Sheets that are being filled.
pub struct Sheet {
    plain: Font,
    bold: Font,
    full: Vec<Content>,
    page: Content,
    /// Where the next line begins, from the bottom of the page.
    y: f32,
    /// Words stay left of the code above this.
    beside: f32,
}

impl Sheet {
    /// An empty sheet.
    ///
    /// # Errors
    /// [`PaperError::Font`].
    pub fn new() -> Result<Self, PaperError> {
        Ok(Self {
            plain: Font::of("DejaVuSansCondensed", dejavu::sans_condensed::regular())?,
            bold: Font::of("DejaVuSansCondensed-Bold", dejavu::sans_condensed::bold())?,
            full: Vec::new(),
            page: Content::new(),
            y: HEIGHT - MARGIN,
            beside: HEIGHT,
        })
    }

    /// A QR code in the upper right corner. Comes first on its page.
    ///
    /// # Errors
    /// [`PaperError::Code`]: the text is too long for one.
    pub fn code(&mut self, text: &str) -> Result<(), PaperError> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(PaperError::Code)?;
        let across = code.width();
        let module = CODE / float(across);
        let (left, top) = (WIDTH - MARGIN - CODE, HEIGHT - MARGIN);
        for (row, modules) in code.to_colors().chunks(across).enumerate() {
            for (column, color) in modules.iter().enumerate() {
                if *color == Color::Dark {
                    let y = top - float(row + 1) * module;
                    self.page.rect(left + float(column) * module, y, module, module);
                }
            }
        }
        self.page.fill_nonzero();
        self.beside = top - CODE - AROUND;
        Ok(())
    }

    /// Words, in as many lines as they need.
    pub fn words(&mut self, words: &str, style: Style) {
        for line in words.lines() {
            let mut rest = line;
            while !rest.is_empty() {
                self.make_room(style);
                let width = self.right_edge() - MARGIN;
                let (now, later) = self.break_line(rest, width, style);
                self.set(now, MARGIN, style);
                self.next_line(style);
                rest = later;
            }
        }
    }

    /// Words at the left, and others at the right of their first line.
    pub fn row(&mut self, left: &str, right: &str, style: Style) {
        self.make_room(style);
        let edge = self.right_edge();
        let taken = self.font(style).width(right, style.size());
        self.set(right, edge - taken, style);
        let (now, later) = self.break_line(left, edge - MARGIN - taken - GUTTER, style);
        self.set(now, MARGIN, style);
        self.next_line(style);
        self.words(later, style);
    }

    /// A line across the page, below the code.
    pub fn rule(&mut self) {
        self.y = self.y.min(self.beside) - 4.0;
        self.page.set_line_width(0.6).move_to(MARGIN, self.y).line_to(WIDTH - MARGIN, self.y).stroke();
        self.y -= 5.0;
    }

    /// The file. `title` is what a reader shows for it, and the foot of each of several pages.
    ///
    /// # Errors
    /// [`PaperError::Font`].
    pub fn finish(mut self, title: &str) -> Result<Vec<u8>, PaperError> {
        self.full.push(std::mem::replace(&mut self.page, Content::new()));
        let mut pages = std::mem::take(&mut self.full);
        let count = pages.len();
        for (n, page) in pages.iter_mut().enumerate().filter(|_| count > 1) {
            let foot = self.plain.encode(&format!("{title} · {}/{count}", n + 1));
            show(page, PLAIN, FOOT, (MARGIN, MARGIN / 2.0), &foot);
        }
        let mut last = 0;
        let mut next = || {
            last += 1;
            Ref::new(last)
        };
        let [catalog, tree, about, plain, bold] = std::array::from_fn(|_| next());
        let numbered: Vec<(Ref, Ref, Content)> =
            pages.into_iter().map(|content| (next(), next(), content)).collect();
        let mut pdf = Pdf::new();
        pdf.catalog(catalog).pages(tree);
        pdf.document_info(about).title(TextStr(title)).producer(TextStr("orderbot"));
        let kids = numbered.iter().map(|(page, ..)| *page);
        pdf.pages(tree).kids(kids).count(i32::try_from(count).unwrap_or(i32::MAX));
        for (number, words, content) in numbered {
            let mut page = pdf.page(number);
            page.media_box(Rect::new(0.0, 0.0, WIDTH, HEIGHT)).parent(tree).contents(words);
            page.resources().fonts().pair(PLAIN, plain).pair(BOLD, bold);
            page.finish();
            pdf.stream(words, &content.finish());
        }
        self.plain.embed(&mut pdf, plain, &mut next)?;
        self.bold.embed(&mut pdf, bold, &mut next)?;
        Ok(pdf.finish())
    }

    fn font(&self, style: Style) -> &Font {
        if style.is_bold() { &self.bold } else { &self.plain }
    }

    fn right_edge(&self) -> f32 {
        if self.y > self.beside { WIDTH - MARGIN - CODE - AROUND } else { WIDTH - MARGIN }
    }

    /// Begins a new page if a line does not fit on this one.
    fn make_room(&mut self, style: Style) {
        if self.y - style.size() * LEADING < MARGIN {
            self.full.push(std::mem::replace(&mut self.page, Content::new()));
            self.y = HEIGHT - MARGIN;
            self.beside = HEIGHT;
        }
    }

    fn next_line(&mut self, style: Style) {
        self.y -= style.size() * LEADING;
    }

    fn set(&mut self, words: &str, x: f32, style: Style) {
        let (name, font) = if style.is_bold() { (BOLD, &mut self.bold) } else { (PLAIN, &mut self.plain) };
        let bytes = font.encode(words);
        show(&mut self.page, name, style.size(), (x, self.y - style.size()), &bytes);
    }

    /// What fits into this width, and the rest: after a space where there is one, else within the word.
    fn break_line<'a>(&self, words: &'a str, width: f32, style: Style) -> (&'a str, &'a str) {
        let font = self.font(style);
        let fits = |end: usize| font.width(words[..end].trim_end(), style.size()) <= width;
        if fits(words.len()) {
            return (words, "");
        }
        let ends = words.char_indices().map(|(start, letter)| start + letter.len_utf8());
        let longest = ends.take_while(|end| fits(*end)).last();
        // A letter wider than the line has to go somewhere.
        let longest = longest.unwrap_or_else(|| words.chars().next().map_or(0, char::len_utf8));
        let space = words[..longest].rfind(' ').filter(|space| *space > 0);
        let (now, later) = words.split_at(space.unwrap_or(longest));
        (now.trim_end(), later.trim_start())
    }
}

fn show(page: &mut Content, font: Name<'_>, size: f32, (x, y): (f32, f32), bytes: &[u8]) {
    page.begin_text().set_font(font, size).next_line(x, y).show(Str(bytes)).end_text();
}

fn float(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_breaks_at_spaces_and_a_long_word_within_itself() {
        let sheet = Sheet::new().unwrap();
        let (now, later) = sheet.break_line("two words", sheet.plain.width("two wo", 9.0), Style::Body);
        assert_eq!((now, later), ("two", "words"));
        let (now, later) = sheet.break_line("Чайничек", sheet.plain.width("Чай", 9.0), Style::Body);
        assert_eq!((now, later), ("Чай", "ничек"));
        assert_eq!(sheet.break_line("wide", 0.0, Style::Body), ("w", "ide"));
    }

    #[test]
    fn what_does_not_fit_goes_on_the_next_page_with_a_number_on_each() {
        let mut sheet = Sheet::new().unwrap();
        sheet.code("https://example.org/").unwrap();
        for n in 0..60 {
            sheet.row(&format!("{n} × Чай"), "1.00 €", Style::Body);
        }
        assert_eq!(sheet.full.len(), 1);
        let file = String::from_utf8_lossy(&sheet.finish("Order").unwrap()).into_owned();
        assert!(file.starts_with("%PDF-") && file.contains("/Count 2"));
    }

    #[test]
    fn what_the_font_cannot_draw_is_left_out() {
        let mut sheet = Sheet::new().unwrap();
        assert_eq!(sheet.plain.encode("a\u{1f9ff}b").len(), 4);
    }

    #[test]
    fn more_than_a_code_holds_is_refused() {
        let mut sheet = Sheet::new().unwrap();
        assert!(matches!(sheet.code(&"x".repeat(5_000)), Err(PaperError::Code(_))));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn whatever_is_written_becomes_a_file(words in prop::collection::vec("\\PC{0,200}", 0..12)) {
            let mut sheet = Sheet::new().unwrap();
            for text in &words {
                sheet.words(text, Style::Title);
                sheet.row(text, text, Style::Small);
                sheet.rule();
            }
            prop_assert!(sheet.finish("t").is_ok());
        }
    }
}
