//! The interval of a share.

/// Wilson's score interval of 95 % for `count` of `total` (Wilson, JASA 22 (1927) 209); 0 to 1 where there is nobody.
pub fn wilson(count: u64, total: u64) -> (f64, f64) {
    if total == 0 {
        return (0.0, 1.0);
    }
    let (n, z) = (total as f64, *super::Z);
    let share = count.min(total) as f64 / n;
    let middle = share + z * z / (2.0 * n);
    let half = z * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z * z / n;
    (((middle - half) / scale).max(0.0), ((middle + half) / scale).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::wilson;

    fn near((low, high): (f64, f64), (a, b): (f64, f64)) -> bool {
        (low - a).abs() < 5e-5 && (high - b).abs() < 5e-5
    }

    #[test]
    fn it_agrees_with_published_values() {
        // Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3.
        assert!(near(wilson(81, 263), (0.2553, 0.3662)));
        assert!(near(wilson(15, 148), (0.0624, 0.1605)));
        assert!(near(wilson(0, 20), (0.0, 0.1611)));
        assert!(near(wilson(1, 29), (0.0061, 0.1718)));
    }

    #[test]
    fn nobody_says_nothing() {
        assert_eq!(wilson(0, 0), (0.0, 1.0));
    }
}
