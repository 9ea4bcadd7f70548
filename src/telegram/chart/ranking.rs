//! What is most, then the next: a name, an amount, and a bar below.

use super::axis::part;
use super::canvas::{BLUE, BODY, Canvas, Drawn, GRID, INK, MARGIN, MUTED, SMALL, Side, TITLE, WIDTH};

const HEAD: i32 = 120;
const ROW: i32 = 112;

/// A ranking.
#[derive(Debug, Clone)]
pub(in crate::telegram) struct Ranking {
    /// Of what.
    pub(in crate::telegram) title: String,
    /// The first one first.
    pub(in crate::telegram) rows: Vec<RankedRow>,
    /// What is written when there are none.
    pub(in crate::telegram) nothing: String,
}

/// One of them.
#[derive(Debug, Clone)]
pub(in crate::telegram) struct RankedRow {
    /// Its name.
    pub(in crate::telegram) name: String,
    /// What is written beside it.
    pub(in crate::telegram) amount: String,
    /// How long its bar is.
    pub(in crate::telegram) value: f64,
}

impl Ranking {
    pub(super) fn height(&self) -> i32 {
        HEAD + ROW * i32::try_from(self.rows.len().max(3)).unwrap_or(3) + 20
    }

    pub(super) fn draw(&self, canvas: &Canvas<'_>) -> Drawn {
        canvas.bold(&self.title, (MARGIN, 64), Side::Left, TITLE, INK)?;
        if self.rows.is_empty() {
            let middle = (WIDTH / 2, i32::midpoint(HEAD, self.height()));
            return canvas.text(&self.nothing, middle, Side::Middle, BODY, MUTED);
        }
        let most = self.rows.iter().map(|row| row.value).fold(0.0, f64::max);
        for (row, number) in self.rows.iter().zip(0..) {
            let y = HEAD + ROW * number;
            let space = WIDTH - 2 * MARGIN;
            let name = canvas.fitted(&row.name, BODY, space - canvas.width(&row.amount, SMALL)? - 40)?;
            canvas.text(&name, (MARGIN, y + 26), Side::Left, BODY, INK)?;
            canvas.text(&row.amount, (WIDTH - MARGIN, y + 26), Side::Right, SMALL, MUTED)?;
            canvas.fill((MARGIN, y + 58), (WIDTH - MARGIN, y + 84), GRID)?;
            canvas.fill((MARGIN, y + 58), (MARGIN + part(space, row.value, most), y + 84), BLUE)?;
        }
        Ok(())
    }
}
