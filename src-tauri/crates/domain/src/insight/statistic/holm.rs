//! What is left of a small p-value when many were tried.

/// Natural logarithms of p-values, adjusted by Holm's method (Scandinavian Journal of Statistics 6 (1979) 65), in the
/// order given: the chance that any of all that was tried is below its adjusted value by chance is no higher than it.
pub fn holm(ln_p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..ln_p.len()).collect();
    let at = |index: usize| ln_p.get(index).copied().unwrap_or(0.0);
    order.sort_by(|a, b| at(*a).total_cmp(&at(*b)));
    let mut adjusted = vec![0.0; ln_p.len()];
    let mut highest = f64::NEG_INFINITY;
    for (rank, index) in order.into_iter().enumerate() {
        highest = (at(index) + ((ln_p.len() - rank) as f64).ln()).min(0.0).max(highest);
        if let Some(slot) = adjusted.get_mut(index) {
            *slot = highest;
        }
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::holm;

    #[test]
    fn it_agrees_with_a_worked_list() {
        // 0.01, 0.04, 0.03, 0.005 become 0.03, 0.06, 0.06, 0.02.
        let adjusted = holm(&[0.01_f64, 0.04, 0.03, 0.005].map(f64::ln));
        for (found, expected) in adjusted.iter().zip([0.03, 0.06, 0.06, 0.02]) {
            assert!((found.exp() - expected).abs() < 1e-12, "{adjusted:?}");
        }
    }

    #[test]
    fn nothing_rises_above_one() {
        assert_eq!(holm(&[0.0, 0.0, 0.0]), [0.0, 0.0, 0.0]);
    }
}
