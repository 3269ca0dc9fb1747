//! How many times the odds inside are the odds outside.

/// An odds ratio with its interval of 95 %.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OddsRatio {
    /// The ratio.
    pub ratio: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// A cell was empty, so that a half was added to each (Haldane 1956, Anscombe 1956).
    pub corrected: bool,
}

/// The odds ratio of a table `[[a, b], [c, d]]` with Woolf's interval (Annals of Human Genetics 19 (1955) 251).
pub fn odds_ratio([a, b, c, d]: [u64; 4]) -> OddsRatio {
    let corrected = [a, b, c, d].contains(&0);
    let half = if corrected { 0.5 } else { 0.0 };
    let [a, b, c, d] = [a, b, c, d].map(|count| count as f64 + half);
    let log = (a * d / (b * c)).ln();
    let spread = *super::Z * (1.0 / a + 1.0 / b + 1.0 / c + 1.0 / d).sqrt();
    OddsRatio { ratio: log.exp(), low: (log - spread).exp(), high: (log + spread).exp(), corrected }
}

#[cfg(test)]
mod tests {
    use super::odds_ratio;

    #[test]
    fn it_agrees_with_a_worked_table() {
        // ln(OR) = ln(20·90/(10·80)); standard error sqrt(1/20 + 1/10 + 1/80 + 1/90).
        let odds = odds_ratio([20, 10, 80, 90]);
        assert!((odds.ratio - 2.25).abs() < 1e-12 && !odds.corrected);
        assert!((odds.low - 0.9944).abs() < 1e-3 && (odds.high - 5.0908).abs() < 1e-3, "{odds:?}");
    }

    #[test]
    fn an_empty_cell_gets_a_half() {
        let odds = odds_ratio([5, 0, 0, 5]);
        assert!(odds.corrected && (odds.ratio - 121.0).abs() < 1e-9 && odds.high.is_finite());
    }
}
