//! Widths of columns side by side.

/// Widens columns that are narrower than their longest word, out of the room that the others have to spare; where there is not
/// room for all, each gets its share. The sum stays as it was.
pub(crate) fn fit(widths: &mut [f32], least: &[f32]) {
    let lacking: f32 = widths.iter().zip(least).map(|(width, least)| (least - width).max(0.0)).sum();
    let spare: f32 = widths.iter().zip(least).map(|(width, least)| (width - least).max(0.0)).sum();
    if lacking <= 0.0 || spare <= 0.0 {
        return;
    }
    let (taken, given) = ((lacking / spare).min(1.0), (spare / lacking).min(1.0));
    for (width, least) in widths.iter_mut().zip(least) {
        let share = if *width > *least { taken } else { given };
        *width += (least - *width) * share;
    }
}

#[cfg(test)]
mod tests {
    use super::fit;

    #[test]
    fn a_narrow_column_takes_what_the_others_can_spare_and_no_more() {
        let mut widths = [20.0, 40.0, 40.0];
        fit(&mut widths, &[30.0, 10.0, 38.0]);
        assert!(widths[0] > 29.9 && widths[1] < 40.0 && widths[2] >= 38.0, "{widths:?}");
        assert!((widths.iter().sum::<f32>() - 100.0).abs() < 0.01);
        let mut all = [10.0, 10.0];
        fit(&mut all, &[30.0, 12.0]);
        assert_eq!(all, [10.0, 10.0], "nobody has anything to spare");
    }
}
