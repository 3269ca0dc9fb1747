//! Whether a table could well have come about by chance.

use statrs::function::factorial::ln_factorial;

/// Tables whose probability exceeds that of the one at hand by less than this share count as equally likely, as in R.
const TIE: f64 = 1e-7;
/// Tables beyond these add nothing to a sum.
const NEGLIGIBLE: f64 = 1e-18;

/// Natural logarithm of the two-sided p-value of Fisher's exact test for `[[a, b], [c, d]]`: the probability of all
/// tables with the same margins that are no likelier than this one. Never above 0.
///
/// Works outwards from the table at hand and from its counterpart on the other side, so that it takes about as many
/// steps as the spread of the distribution however large the counts are.
pub fn fisher([a, b, c, d]: [u64; 4]) -> f64 {
    let margins = Margins { row: a + b, column: a + c, all: a + b + c + d };
    let (lowest, highest) = margins.range();
    if lowest == highest {
        return 0.0;
    }
    let here = margins.ln_probability(a);
    let mode = margins.mode();
    let own = if a <= mode { margins.down(a) } else { margins.up(a) };
    let other = if a <= mode {
        // The first table above the mode that is no likelier.
        let first = partition(mode.max(a + 1)..highest + 1, |x| margins.ln_probability(x) > here + TIE);
        if first > highest { 0.0 } else { margins.up(first) * (margins.ln_probability(first) - here).exp() }
    } else {
        let first = partition(lowest..mode.min(a - 1) + 1, |x| margins.ln_probability(x) <= here + TIE);
        match first.checked_sub(1).filter(|last| *last >= lowest && first > lowest) {
            Some(last) => margins.down(last) * (margins.ln_probability(last) - here).exp(),
            None => 0.0,
        }
    };
    (here + (own + other).ln()).min(0.0)
}

/// The margins of a table, which leave one cell free: the hypergeometric distribution.
struct Margins {
    row: u64,
    column: u64,
    all: u64,
}

impl Margins {
    fn range(&self) -> (u64, u64) {
        ((self.row + self.column).saturating_sub(self.all), self.row.min(self.column))
    }

    fn mode(&self) -> u64 {
        let product = u128::from(self.row + 1) * u128::from(self.column + 1);
        let mode = product / u128::from(self.all + 2);
        // No larger than either margin.
        u64::try_from(mode).unwrap_or(u64::MAX)
    }

    fn ln_probability(&self, x: u64) -> f64 {
        let choose = |n: u64, k: u64| ln_factorial(n) - ln_factorial(k) - ln_factorial(n - k);
        choose(self.row, x) + choose(self.all - self.row, self.column - x) - choose(self.all, self.column)
    }

    /// Probability of the table with `x` and of all above it, against that of `x`.
    fn up(&self, x: u64) -> f64 {
        let (_, highest) = self.range();
        let ratio = |x: u64| {
            let gained = (self.row - x) as f64 * (self.column - x) as f64;
            let lost = (x + 1) as f64 * (self.all + x + 1 - self.row - self.column) as f64;
            gained / lost
        };
        sum((x..highest).map(ratio))
    }

    /// Probability of the table with `x` and of all below it, against that of `x`.
    fn down(&self, x: u64) -> f64 {
        let (lowest, _) = self.range();
        let ratio = |x: u64| {
            let gained = x as f64 * (self.all + x - self.row - self.column) as f64;
            let lost = (self.row - x + 1) as f64 * (self.column - x + 1) as f64;
            gained / lost
        };
        sum((lowest + 1..=x).rev().map(ratio))
    }
}

/// 1 + r₁ + r₁r₂ + …, as far as it matters.
fn sum(ratios: impl Iterator<Item = f64>) -> f64 {
    let (mut term, mut sum) = (1.0, 1.0);
    for ratio in ratios {
        term *= ratio;
        sum += term;
        if term < NEGLIGIBLE * sum && ratio < 1.0 {
            break;
        }
    }
    sum
}

/// The first number of a range for which `before` no longer holds.
fn partition(range: std::ops::Range<u64>, before: impl Fn(u64) -> bool) -> u64 {
    let (mut low, mut high) = (range.start, range.end);
    while low < high {
        let middle = low + (high - low) / 2;
        if before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::fisher;
    use statrs::distribution::{Discrete, Hypergeometric};

    /// The same by adding up every table, with the library's distribution.
    fn plainly([a, b, c, d]: [u64; 4]) -> f64 {
        let all = Hypergeometric::new(a + b + c + d, a + b, a + c).unwrap();
        let here = all.ln_pmf(a);
        let lowest = (a + b + a + c).saturating_sub(a + b + c + d);
        (lowest..=(a + b).min(a + c))
            .filter(|x| all.ln_pmf(*x) <= here + 1e-7)
            .map(|x| all.ln_pmf(x).exp())
            .sum()
    }

    #[test]
    fn the_lady_tasting_tea() {
        // Fisher, The Design of Experiments (1935): three right of four, both tails.
        assert!((fisher([3, 1, 1, 3]).exp() - 34.0 / 70.0).abs() < 1e-12);
        assert!((fisher([4, 0, 0, 4]).exp() - 2.0 / 70.0).abs() < 1e-12);
    }

    #[test]
    fn every_small_table_agrees_with_adding_up() {
        for a in 0..9 {
            for b in 0..9 {
                for c in 0..9 {
                    for d in 0..9 {
                        let table = [a, b, c, d];
                        let (ours, plain) = (fisher(table).exp(), plainly(table));
                        if a + b + c + d > 0 {
                            assert!((ours - plain.min(1.0)).abs() < 1e-9, "{table:?}: {ours} and {plain}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn large_and_lopsided_tables_agree_too() {
        for table in [[900, 100, 850, 150], [30, 2000, 10, 3000], [2500, 2500, 2480, 2520], [1, 0, 700, 900]]
        {
            let (ours, plain) = (fisher(table).exp(), plainly(table));
            assert!((ours - plain).abs() < 1e-9 * plain.max(1e-3), "{table:?}: {ours} and {plain}");
        }
    }

    #[test]
    fn what_is_smaller_than_a_number_can_be_still_has_its_logarithm() {
        let p = fisher([50_000, 0, 0, 50_000]);
        assert!(p < -60_000.0 && p.is_finite(), "{p}");
        assert_eq!(fisher([0, 0, 0, 0]), 0.0);
        assert_eq!(fisher([10, 0, 7, 0]), 0.0);
    }
}
