//! Pictures of numbers, made for the screen of a phone: few shapes, large letters, nothing that has to be zoomed.
//!
//! What they show comes in as it is written (in a language, in a currency): drawing knows nothing of the shop.

mod axis;
mod bars;
mod canvas;
mod funnel;
mod hours;
mod ranking;

pub(super) use axis::Numerals;
pub(super) use bars::{BarChart, Panel};
pub(super) use funnel::{FunnelChart, FunnelStep, Shares};
pub(super) use hours::HoursChart;
pub(super) use ranking::{RankedRow, Ranking};

use crate::delivery::Trouble;
use canvas::{Canvas, ChartError};
use tokio::sync::Semaphore;

/// Pictures drawn at the same time: each takes a core for some milliseconds, and customers come first.
static EASELS: Semaphore = Semaphore::const_new(2);

/// A picture to draw.
#[derive(Debug, Clone)]
pub(super) enum Chart {
    /// Bars over time, now and before.
    Bars(BarChart),
    /// What is most, then the next.
    Ranking(Ranking),
    /// Hours by days of the week.
    Hours(Box<HoursChart>),
    /// From step to step fewer.
    Funnel(FunnelChart),
}

impl Chart {
    /// Draws it as PNG.
    ///
    /// # Errors
    /// There is no font, or the picture cannot be written.
    pub(in crate::telegram) fn draw(&self) -> Result<Vec<u8>, ChartError> {
        match self {
            Self::Bars(chart) => Canvas::paint(bars::HEIGHT, |canvas| chart.draw(canvas)),
            Self::Ranking(chart) => Canvas::paint(chart.height(), |canvas| chart.draw(canvas)),
            Self::Hours(chart) => Canvas::paint(hours::HEIGHT, |canvas| chart.draw(canvas)),
            Self::Funnel(chart) => Canvas::paint(chart.height(), |canvas| chart.draw(canvas)),
        }
    }
}

/// Draws a picture beside the work on updates.
///
/// # Errors
/// It cannot be drawn.
pub(super) async fn png(chart: Chart) -> Result<Vec<u8>, Trouble> {
    let broken = |error| Trouble::Broken(error);
    let easel = EASELS.acquire().await.map_err(|error| broken(error.into()))?;
    let drawn = tokio::task::spawn_blocking(move || {
        let _held = easel;
        chart.draw()
    });
    let drawn = drawn.await.map_err(|error| broken(error.into()))?;
    drawn.map_err(|error| broken(error.into()))
}
