//! A font and its letters in the file.

use super::PaperError;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Name, Pdf, Rect, Ref, Str};
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;
use ttf_parser::Face;

/// What a PDF measures glyphs in: thousandths of the size of the font.
const UNITS: f32 = 1000.0;

/// How glyphs are numbered in a composite font (PDF 32000-1, "Composite Fonts"): as they are.
const IDENTITY: SystemInfo<'static> =
    SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

pub(super) struct Font {
    name: &'static str,
    data: &'static [u8],
    face: Face<'static>,
    used: GlyphRemapper,
    /// Every used glyph by its number in the file: the letter it stands for, and its width.
    glyphs: BTreeMap<u16, (char, f32)>,
}

impl Font {
    pub(super) fn of(name: &'static str, data: &'static [u8]) -> Result<Self, PaperError> {
        let face = Face::parse(data, 0).map_err(|_| PaperError::Font)?;
        Ok(Self { name, data, face, used: GlyphRemapper::new(), glyphs: BTreeMap::new() })
    }

    /// Words as wide as they will be. What the font has no glyph for, such as an emoji, is left out.
    pub(super) fn width(&self, words: &str, size: f32) -> f32 {
        let widths = words.chars().filter_map(|letter| self.face.glyph_index(letter));
        widths.map(|glyph| self.advance(glyph)).sum::<f32>() * size / UNITS
    }

    /// Words as the file shows them: two bytes for each glyph.
    pub(super) fn encode(&mut self, words: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        for letter in words.chars() {
            let Some(glyph) = self.face.glyph_index(letter) else { continue };
            let number = self.used.remap(glyph.0);
            self.glyphs.insert(number, (letter, self.advance(glyph)));
            bytes.extend(number.to_be_bytes());
        }
        bytes
    }

    fn advance(&self, glyph: ttf_parser::GlyphId) -> f32 {
        self.scaled(self.face.glyph_hor_advance(glyph).unwrap_or(0))
    }

    fn scaled(&self, units: impl Into<f32>) -> f32 {
        units.into() * UNITS / f32::from(self.face.units_per_em())
    }

    /// Writes the font into the file, under `font`. `next` gives numbers for its parts.
    pub(super) fn embed(
        &self,
        pdf: &mut Pdf,
        font: Ref,
        mut next: impl FnMut() -> Ref,
    ) -> Result<(), PaperError> {
        let letters = subsetter::subset(self.data, 0, &self.used).map_err(|_| PaperError::Font)?;
        let [glyphs, about, program, readable] = std::array::from_fn(|_| next());
        // Six letters and a plus: a part of a font (PDF 32000-1, "Font Subsets").
        let name = format!("ORDERS+{}", self.name);
        let name = Name(name.as_bytes());
        pdf.type0_font(font)
            .base_font(name)
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(glyphs)
            .to_unicode(readable);

        let mut cid = pdf.cid_font(glyphs);
        cid.subtype(CidFontType::Type2).base_font(name).system_info(IDENTITY).font_descriptor(about);
        cid.default_width(0.0).cid_to_gid_map_predefined(Name(b"Identity"));
        cid.widths().consecutive(1, self.glyphs.values().map(|(_, width)| *width));
        drop(cid);

        let frame = self.face.global_bounding_box();
        let frame = [frame.x_min, frame.y_min, frame.x_max, frame.y_max].map(|edge| self.scaled(edge));
        pdf.font_descriptor(about)
            .name(name)
            .flags(FontFlags::SYMBOLIC)
            .bbox(Rect::new(frame[0], frame[1], frame[2], frame[3]))
            .italic_angle(0.0)
            .ascent(self.scaled(self.face.ascender()))
            .descent(self.scaled(self.face.descender()))
            .cap_height(self.scaled(self.face.capital_height().unwrap_or_else(|| self.face.ascender())))
            .stem_v(80.0)
            .font_file2(program);
        pdf.stream(program, &letters);

        // So that what is printed can also be searched and copied.
        let mut map = UnicodeCmap::<u16>::new(Name(b"Letters"), IDENTITY);
        for (glyph, (letter, _)) in &self.glyphs {
            map.pair(*glyph, *letter);
        }
        pdf.stream(readable, &map.finish());
        Ok(())
    }
}
