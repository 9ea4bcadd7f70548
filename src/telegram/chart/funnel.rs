//! From step to step fewer, and below it two shares of a whole.

use super::axis::part;
use super::canvas::{BLUE, BODY, Canvas, Drawn, GRID, INK, MARGIN, MUTED, ORANGE, SMALL, Side, TITLE, WIDTH};

const HEAD: i32 = 120;
const ROW: i32 = 112;
const FOOT: i32 = 250;

/// A funnel.
#[derive(Debug, Clone)]
pub(in crate::telegram) struct FunnelChart {
    /// Of what.
    pub(in crate::telegram) title: String,
    /// The widest first.
    pub(in crate::telegram) steps: Vec<FunnelStep>,
    /// Who of them is who.
    pub(in crate::telegram) shares: Shares,
}

/// One step.
#[derive(Debug, Clone)]
pub(in crate::telegram) struct FunnelStep {
    /// What it is.
    pub(in crate::telegram) name: String,
    /// What is written beside it.
    pub(in crate::telegram) amount: String,
    /// How many.
    pub(in crate::telegram) value: f64,
}

/// Two shares of a whole.
#[derive(Debug, Clone)]
pub(in crate::telegram) struct Shares {
    /// Of what.
    pub(in crate::telegram) title: String,
    /// What they are.
    pub(in crate::telegram) names: [String; 2],
    /// How many.
    pub(in crate::telegram) values: [f64; 2],
}

impl FunnelChart {
    pub(super) fn height(&self) -> i32 {
        HEAD + ROW * i32::try_from(self.steps.len()).unwrap_or(4) + FOOT
    }

    pub(super) fn draw(&self, canvas: &Canvas<'_>) -> Drawn {
        canvas.bold(&self.title, (MARGIN, 64), Side::Left, TITLE, INK)?;
        let widest = self.steps.first().map_or(0.0, |step| step.value);
        let space = WIDTH - 2 * MARGIN;
        for (step, number) in self.steps.iter().zip(0..) {
            let y = HEAD + ROW * number;
            canvas.text(&step.name, (MARGIN, y + 26), Side::Left, BODY, INK)?;
            canvas.text(&step.amount, (WIDTH - MARGIN, y + 26), Side::Right, BODY, MUTED)?;
            canvas.fill((MARGIN, y + 58), (WIDTH - MARGIN, y + 90), GRID)?;
            if step.value > 0.0 {
                canvas.fill((MARGIN, y + 58), (MARGIN + part(space, step.value, widest), y + 90), BLUE)?;
            }
        }
        self.shares.draw(canvas, self.height() - FOOT + 30)
    }
}

impl Shares {
    fn draw(&self, canvas: &Canvas<'_>, y: i32) -> Drawn {
        canvas.bold(&self.title, (MARGIN, y + 30), Side::Left, TITLE, INK)?;
        let [first, second] = self.values;
        let (from, to) = (MARGIN, WIDTH - MARGIN);
        let (top, bottom) = (y + 76, y + 112);
        canvas.fill((from, top), (to, bottom), GRID)?;
        let middle = from + part(to - from, first, first + second);
        if first > 0.0 {
            canvas.fill((from, top), (middle, bottom), ORANGE)?;
        }
        if second > 0.0 {
            canvas.fill((middle, top), (to, bottom), BLUE)?;
        }
        let [one, other] = &self.names;
        let y = y + 160;
        canvas.fill((from, y - 14), (from + 28, y + 14), ORANGE)?;
        canvas.text(one, (from + 44, y), Side::Left, SMALL, INK)?;
        let x = from + 44 + canvas.width(one, SMALL)? + 60;
        canvas.fill((x, y - 14), (x + 28, y + 14), BLUE)?;
        canvas.text(other, (x + 44, y), Side::Left, SMALL, INK)
    }
}
