//! The scale beside a chart, and where things stand on it.

/// The values of the lines of a scale, from zero to at least `most`: round ones, two to seven of them. With `whole`, no
/// line lies between two whole numbers.
pub(super) fn ticks(most: f64, whole: bool) -> Vec<f64> {
    let most = if most > 0.0 { most } else { 1.0 };
    let rough = most / 5.0;
    let magnitude = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].map(|factor| factor * magnitude).into_iter();
    let step = step.filter(|step| !whole || step.fract() == 0.0).find(|step| *step >= rough);
    let step = step.unwrap_or(1.0);
    let mut all = vec![0.0];
    while all.last().is_some_and(|last| *last < most) {
        all.push(step * f64::from(u32::try_from(all.len()).unwrap_or(u32::MAX)));
    }
    all
}

/// How a language writes numbers.
#[derive(Debug, Clone, Copy)]
pub(in crate::telegram) struct Numerals {
    /// Between thousands.
    pub(in crate::telegram) group: char,
    /// Before what is less than one.
    pub(in crate::telegram) point: char,
}

impl Numerals {
    /// A value of a scale. Below ten, where lines may stand at halves and quarters, with two digits.
    pub(super) fn write(self, value: f64, is_whole: bool) -> String {
        let plain = if is_whole || value >= 10.0 || value == 0.0 {
            format!("{value:.0}")
        } else {
            format!("{value:.2}")
        };
        let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut text = String::new();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                text.push(self.group);
            }
            text.push(digit);
        }
        if !rest.is_empty() {
            text.push(self.point);
            text.push_str(rest);
        }
        text
    }
}

/// So much of a length of pixels.
#[expect(clippy::cast_possible_truncation, reason = "a picture has a few thousand pixels")]
pub(super) fn part(length: i32, value: f64, whole: f64) -> i32 {
    if whole <= 0.0 {
        return 0;
    }
    (f64::from(length) * (value / whole).clamp(0.0, 1.0)).round() as i32
}

/// Every how many-th of `count` labels is written, so that they do not touch in this space.
pub(super) fn every(count: usize, widest: i32, space: i32) -> usize {
    let fitting = usize::try_from(space / widest.max(1)).unwrap_or(0).max(1);
    count.div_ceil(fitting).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_stand_at_round_values() {
        assert_eq!(ticks(87.0, true), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        assert_eq!(ticks(3.0, true), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(ticks(0.0, true), [0.0, 1.0]);
        assert_eq!(ticks(1234.5, false), [0.0, 250.0, 500.0, 750.0, 1000.0, 1250.0]);
    }

    #[test]
    fn values_are_written_as_the_language_writes_them() {
        let german = Numerals { group: '.', point: ',' };
        assert_eq!(german.write(1_250_000.0, false), "1.250.000");
        assert_eq!(german.write(2.5, false), "2,50");
        assert_eq!(german.write(0.0, false), "0");
        assert_eq!(german.write(3.0, true), "3");
    }

    #[test]
    fn labels_keep_their_distance() {
        assert_eq!(every(30, 100, 900), 4);
        assert_eq!(every(7, 100, 900), 1);
        assert_eq!(every(3, 0, 900), 1);
    }

    proptest! {
        #[test]
        fn a_scale_is_short_and_reaches_the_highest_value(most in 0.0_f64..1e12, whole: bool) {
            let most = if whole { most.round() } else { most };
            let lines = ticks(most, whole);
            prop_assert!((2..=7).contains(&lines.len()), "{lines:?}");
            prop_assert!(*lines.last().unwrap() >= most);
        }
    }
}
