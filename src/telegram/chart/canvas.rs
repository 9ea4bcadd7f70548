//! What charts are drawn on.

use plotters::backend::BitMapBackend;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{PathElement, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontStyle, RGBColor, ShapeStyle, TextStyle, register_font};
use std::sync::LazyLock;

/// Every picture is this wide, in pixels: about three for each one of a phone's layout.
pub(super) const WIDTH: i32 = 1080;
/// Free space at the left and at the right.
pub(super) const MARGIN: i32 = 48;

pub(super) const INK: RGBColor = RGBColor(28, 39, 51);
pub(super) const MUTED: RGBColor = RGBColor(104, 118, 133);
pub(super) const GRID: RGBColor = RGBColor(228, 233, 239);
pub(super) const BLUE: RGBColor = RGBColor(42, 125, 225);
pub(super) const PALE: RGBColor = RGBColor(203, 214, 226);
pub(super) const ORANGE: RGBColor = RGBColor(240, 140, 46);

/// The size of letters, in pixels: a third of it on a phone.
pub(super) const TITLE: i32 = 46;
pub(super) const BODY: i32 = 38;
pub(super) const SMALL: i32 = 32;

const FONT: &str = "dejavu";

/// The font has Latin and Cyrillic letters and comes with the program: servers have none.
static FONT_IS_THERE: LazyLock<bool> = LazyLock::new(|| {
    register_font(FONT, FontStyle::Normal, dejavu::sans_condensed::regular()).is_ok()
        && register_font(FONT, FontStyle::Bold, dejavu::sans_condensed::bold()).is_ok()
});

/// A chart could not be drawn.
#[derive(Debug, thiserror::Error)]
#[error("a chart could not be drawn: {0}")]
pub(in crate::telegram) struct ChartError(String);

impl ChartError {
    fn of(error: impl std::fmt::Display) -> Self {
        Self(error.to_string())
    }
}

pub(super) type Drawn = Result<(), ChartError>;

/// Where a text stands to its point.
#[derive(Debug, Clone, Copy)]
pub(super) enum Side {
    /// It begins there.
    Left,
    /// Its middle is there.
    Middle,
    /// It ends there.
    Right,
}

/// A picture in the making. Zero is at the top left; `y` of a text is its vertical middle.
pub(super) struct Canvas<'a> {
    area: DrawingArea<BitMapBackend<'a>, Shift>,
}

impl Canvas<'_> {
    /// Draws a picture of this height, and writes it as PNG.
    pub(super) fn paint(height: i32, draw: impl FnOnce(&Canvas<'_>) -> Drawn) -> Result<Vec<u8>, ChartError> {
        if !*FONT_IS_THERE {
            return Err(ChartError::of("no font"));
        }
        let size = (WIDTH.unsigned_abs(), height.unsigned_abs());
        let mut pixels = vec![u8::MAX; size.0 as usize * size.1 as usize * 3];
        let area = BitMapBackend::with_buffer(&mut pixels, size).into_drawing_area();
        draw(&Canvas { area: area.clone() })?;
        area.present().map_err(ChartError::of)?;
        drop(area);
        encode(&pixels, size)
    }

    /// Fills a rectangle, at least a pixel large.
    pub(super) fn fill(
        &self,
        (left, top): (i32, i32),
        (right, bottom): (i32, i32),
        color: RGBColor,
    ) -> Drawn {
        let corners = [(left, top), (right.max(left + 1), bottom.max(top + 1))];
        self.area.draw(&Rectangle::new(corners, color.filled())).map_err(ChartError::of)
    }

    /// A level line.
    pub(super) fn rule(&self, (left, right): (i32, i32), y: i32, color: RGBColor) -> Drawn {
        let style = ShapeStyle::from(&color).stroke_width(2);
        self.area.draw(&PathElement::new([(left, y), (right, y)], style)).map_err(ChartError::of)
    }

    /// A text.
    pub(super) fn text(&self, text: &str, at: (i32, i32), side: Side, size: i32, color: RGBColor) -> Drawn {
        self.write(text, at, side, (size, FontStyle::Normal), color)
    }

    /// A text that stands out.
    pub(super) fn bold(&self, text: &str, at: (i32, i32), side: Side, size: i32, color: RGBColor) -> Drawn {
        self.write(text, at, side, (size, FontStyle::Bold), color)
    }

    fn write(
        &self,
        text: &str,
        at: (i32, i32),
        side: Side,
        (size, weight): (i32, FontStyle),
        color: RGBColor,
    ) -> Drawn {
        let side = match side {
            Side::Left => HPos::Left,
            Side::Middle => HPos::Center,
            Side::Right => HPos::Right,
        };
        let style = font(size, weight).color(&color).pos(Pos::new(side, VPos::Center));
        // The middle of a line of text lies above the middle of its letters: below them there is room for a comma.
        let at = (at.0, at.1 + size / 8);
        self.area.draw_text(text, &style, at).map_err(ChartError::of)
    }

    /// How wide a text is.
    pub(super) fn width(&self, text: &str, size: i32) -> Result<i32, ChartError> {
        let estimated = self.area.estimate_text_size(text, &TextStyle::from(font(size, FontStyle::Normal)));
        let (width, _) = estimated.map_err(ChartError::of)?;
        Ok(i32::try_from(width).unwrap_or(i32::MAX))
    }

    /// The text, cut to a width.
    pub(super) fn fitted(&self, text: &str, size: i32, most: i32) -> Result<String, ChartError> {
        let mut fitted = text.to_owned();
        let mut kept: Vec<char> = text.chars().collect();
        while kept.len() > 1 && self.width(&fitted, size)? > most {
            kept.pop();
            fitted = kept.iter().collect::<String>().trim_end().to_owned() + "…";
        }
        Ok(fitted)
    }
}

fn font(size: i32, style: FontStyle) -> FontDesc<'static> {
    FontDesc::from((FONT, f64::from(size), style))
}

fn encode(pixels: &[u8], (width, height): (u32, u32)) -> Result<Vec<u8>, ChartError> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().map_err(ChartError::of)?;
    writer.write_image_data(pixels).map_err(ChartError::of)?;
    writer.finish().map_err(ChartError::of)?;
    Ok(file)
}
