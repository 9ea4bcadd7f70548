//! Hours by days of the week: the darker, the more.

use super::axis::part;
use super::canvas::{BODY, Canvas, Drawn, GRID, INK, MARGIN, MUTED, SMALL, Side, TITLE, WIDTH};
use plotters::style::RGBColor;

pub(super) const HEIGHT: i32 = 860;

const TOP: i32 = 180;
const ROW: i32 = 84;
const LEFT: i32 = MARGIN + 90;
/// The sums of the days stand here.
const RIGHT: i32 = WIDTH - MARGIN - 120;

/// From few to many.
const LIGHT: RGBColor = RGBColor(196, 219, 245);
const DARK: RGBColor = RGBColor(13, 71, 145);

/// When something happens.
#[derive(Debug, Clone)]
pub(in crate::telegram) struct HoursChart {
    /// Of what.
    pub(in crate::telegram) title: String,
    /// Monday first.
    pub(in crate::telegram) weekdays: [String; 7],
    /// How often, by weekday and hour.
    pub(in crate::telegram) cells: [[u32; 24]; 7],
    /// What pale and dark mean.
    pub(in crate::telegram) legend: [String; 2],
}

impl HoursChart {
    pub(super) fn draw(&self, canvas: &Canvas<'_>) -> Drawn {
        canvas.bold(&self.title, (MARGIN, 64), Side::Left, TITLE, INK)?;
        let most = self.cells.iter().flatten().copied().max().unwrap_or(0);
        let across = |hour: i32| LEFT + (RIGHT - LEFT) * hour / 24;
        for hour in (0..24).step_by(3) {
            canvas.text(&hour.to_string(), (across(hour), TOP - 34), Side::Left, SMALL, MUTED)?;
        }
        for ((cells, name), day) in self.cells.iter().zip(&self.weekdays).zip(0..) {
            let (top, bottom) = (TOP + ROW * day, TOP + ROW * (day + 1) - 6);
            let middle = i32::midpoint(top, bottom);
            canvas.text(name, (MARGIN, middle), Side::Left, BODY, INK)?;
            for (count, hour) in cells.iter().zip(0..) {
                canvas.fill((across(hour), top), (across(hour + 1) - 6, bottom), shade(*count, most))?;
            }
            let sum = cells.iter().fold(0_u32, |sum, count| sum.saturating_add(*count));
            canvas.text(&sum.to_string(), (WIDTH - MARGIN, middle), Side::Right, BODY, INK)?;
        }
        self.explain(canvas, most)
    }

    fn explain(&self, canvas: &Canvas<'_>, most: u32) -> Drawn {
        let y = HEIGHT - 50;
        let [few, many] = &self.legend;
        canvas.text(few, (LEFT, y), Side::Left, SMALL, MUTED)?;
        let mut x = LEFT + canvas.width(few, SMALL)? + 20;
        for step in 0..=4 {
            canvas.fill((x, y - 16), (x + 44, y + 16), shade(step, 4))?;
            x += 50;
        }
        let many = if most > 0 { format!("{many} ({most})") } else { many.clone() };
        canvas.text(&many, (x + 14, y), Side::Left, SMALL, MUTED)
    }
}

fn shade(count: u32, most: u32) -> RGBColor {
    if count == 0 || most == 0 {
        return GRID;
    }
    let mix = |light: u8, dark: u8| {
        let (light, dark) = (i32::from(light), i32::from(dark));
        let mixed = light + part(100, f64::from(count), f64::from(most)) * (dark - light) / 100;
        u8::try_from(mixed).unwrap_or(u8::MAX)
    };
    RGBColor(mix(LIGHT.0, DARK.0), mix(LIGHT.1, DARK.1), mix(LIGHT.2, DARK.2))
}
