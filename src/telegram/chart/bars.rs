//! Bars over time: the days that are asked for, and behind each the same day of the time before.

use super::axis::{Numerals, every, part, ticks};
use super::canvas::{Canvas, ChartError, Drawn, GRID, INK, MARGIN, MUTED, PALE, SMALL, Side, TITLE, WIDTH};
use plotters::style::RGBColor;

pub(super) const HEIGHT: i32 = 1120;

/// The plot of each panel: from the top of the picture, and how high.
const PLOTS: [(i32, i32); 2] = [(130, 420), (720, 240)];

/// The same times in two measures, one above the other.
#[derive(Debug, Clone)]
pub(in crate::telegram) struct BarChart {
    /// What is measured.
    pub(in crate::telegram) panels: [Panel; 2],
    /// What each bar is; not all are written.
    pub(in crate::telegram) labels: Vec<String>,
    /// What the strong bars are, and the pale ones.
    pub(in crate::telegram) legend: [String; 2],
    /// How the scales are written.
    pub(in crate::telegram) numerals: Numerals,
}

/// One measure.
#[derive(Debug, Clone)]
pub(in crate::telegram) struct Panel {
    /// What it is.
    pub(in crate::telegram) title: String,
    /// Each bar, as high as it is now and as it was before.
    pub(in crate::telegram) bars: Vec<[f64; 2]>,
    /// True for what is counted in pieces.
    pub(in crate::telegram) is_whole: bool,
}

impl BarChart {
    pub(super) fn draw(&self, canvas: &Canvas<'_>) -> Drawn {
        let colors = [super::canvas::BLUE, super::canvas::ORANGE];
        let scales: Vec<_> = self.panels.iter().map(|panel| panel.scale(self.numerals)).collect();
        let mut widest = 0;
        for (_, text) in scales.iter().flatten() {
            widest = widest.max(canvas.width(text, SMALL)?);
        }
        let left = MARGIN + widest + 20;
        for ((panel, scale), (plot, color)) in
            self.panels.iter().zip(&scales).zip(PLOTS.into_iter().zip(colors))
        {
            panel.draw(canvas, scale, (left, plot), color)?;
            self.label(canvas, left, plot)?;
        }
        self.explain(canvas, colors)
    }

    fn label(&self, canvas: &Canvas<'_>, left: i32, (top, height): (i32, i32)) -> Drawn {
        let mut widest = 0;
        for label in &self.labels {
            widest = widest.max(canvas.width(label, SMALL)?);
        }
        let space = WIDTH - MARGIN - left;
        let each = every(self.labels.len(), widest + 24, space);
        for (index, label) in self.labels.iter().enumerate().step_by(each) {
            let (from, to) = slot(index, self.labels.len(), (left, space));
            canvas.text(label, (i32::midpoint(from, to), top + height + 30), Side::Middle, SMALL, MUTED)?;
        }
        Ok(())
    }

    fn explain(&self, canvas: &Canvas<'_>, colors: [RGBColor; 2]) -> Drawn {
        let y = HEIGHT - 44;
        let [now, before] = &self.legend;
        let mut x = MARGIN;
        for color in colors {
            canvas.fill((x, y - 14), (x + 28, y + 14), color)?;
            x += 36;
        }
        canvas.text(now, (x + 8, y), Side::Left, SMALL, MUTED)?;
        x += canvas.width(now, SMALL)? + 56;
        canvas.fill((x, y - 14), (x + 28, y + 14), PALE)?;
        canvas.text(before, (x + 44, y), Side::Left, SMALL, MUTED)
    }
}

impl Panel {
    /// The lines of the scale, and what is written beside them.
    fn scale(&self, numerals: Numerals) -> Vec<(f64, String)> {
        let most = self.bars.iter().flatten().copied().fold(0.0, f64::max);
        let lines = ticks(most, self.is_whole).into_iter();
        lines.map(|value| (value, numerals.write(value, self.is_whole))).collect()
    }

    fn draw(
        &self,
        canvas: &Canvas<'_>,
        scale: &[(f64, String)],
        (left, (top, height)): (i32, (i32, i32)),
        color: RGBColor,
    ) -> Drawn {
        canvas.bold(&self.title, (MARGIN, top - 66), Side::Left, TITLE, INK)?;
        let most = scale.last().map_or(1.0, |(value, _)| *value);
        let bottom = top + height;
        for (value, text) in scale {
            let y = bottom - part(height, *value, most);
            canvas.rule((left, WIDTH - MARGIN), y, GRID)?;
            canvas.text(text, (left - 16, y), Side::Right, SMALL, MUTED)?;
        }
        let space = (left, WIDTH - MARGIN - left);
        for (index, [now, before]) in self.bars.iter().enumerate() {
            let (from, to) = slot(index, self.bars.len(), space);
            let inset = (to - from) / 8;
            self.bar(canvas, (from + inset, to - inset), bottom, part(height, *before, most), PALE)?;
            let inset = (to - from) / 4;
            self.bar(canvas, (from + inset, to - inset), bottom, part(height, *now, most), color)?;
        }
        Ok(())
    }

    fn bar(
        &self,
        canvas: &Canvas<'_>,
        (from, to): (i32, i32),
        bottom: i32,
        height: i32,
        color: RGBColor,
    ) -> Result<(), ChartError> {
        if height > 0 { canvas.fill((from, bottom - height), (to, bottom), color) } else { Ok(()) }
    }
}

/// Where the bar with this index has its place.
fn slot(index: usize, count: usize, (left, space): (i32, i32)) -> (i32, i32) {
    let at = |index: usize| {
        let (index, count) = (i32::try_from(index).unwrap_or(0), i32::try_from(count.max(1)).unwrap_or(1));
        left + space * index / count
    };
    (at(index), at(index + 1))
}
