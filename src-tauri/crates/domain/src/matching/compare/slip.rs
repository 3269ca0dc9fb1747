//! Likeness and slips of two texts. Most pairs have too few letters in common to be alike, which two bit sets show at
//! once; only the others are gone through letter by letter.

use strsim::{jaro_winkler, osa_distance};

use crate::matching::index::{Value, place};

/// How many slips two texts are apart, when they are not more than `most`.
///
/// Insertions, deletions, changes, and two neighbours in each other's place (optimal string alignment).
pub(super) fn slips(a: &Value, b: &Value, most: u32) -> Option<u32> {
    // A slip brings at most one letter that the other does not have, and lengthens by at most one.
    if a.letters.abs_diff(b.letters) > most || only(a, b).max(only(b, a)) > most {
        return None;
    }
    u32::try_from(osa_distance(&a.text, &b.text)).ok().filter(|slips| *slips <= most)
}

/// Likeness by Jaro and Winkler, from 0 to 1; none when it is below `least`, which has to be above 0.7.
pub(super) fn likeness(a: &Value, b: &Value, least: f64) -> Option<f64> {
    (most_likeness(a, b) >= least)
        .then(|| jaro_winkler(&a.text, &b.text))
        .filter(|likeness| *likeness >= least)
}

/// What the likeness cannot exceed: as if every letter that may have a partner had one in its place.
fn most_likeness(a: &Value, b: &Value) -> f64 {
    let (long_a, long_b) = (f64::from(a.letters), f64::from(b.letters));
    let partners = (long_a - f64::from(only(a, b))).min(long_b - f64::from(only(b, a)));
    let jaro = (partners / long_a + partners / long_b + 1.0) / 3.0;
    let same = a.text.chars().zip(b.text.chars()).take(4).take_while(|(a, b)| a == b).count();
    // The library's sums are rounded otherwise.
    jaro + 0.1 * same as f64 * (1.0 - jaro) + 1e-9
}

/// Whether two texts have the same letters in another order, but for one that is missing, or one that is another in a long
/// text: what fingers make of a word in a hurry.
pub(super) fn is_scrambled(a: &Value, b: &Value) -> bool {
    let most = match a.letters.min(b.letters) {
        0..=4 => return false,
        5..=8 => 1,
        _ => 2,
    };
    // Every letter that only one of them has is one that does not fit.
    if a.letters.abs_diff(b.letters) > most || only(a, b).saturating_add(only(b, a)) > most {
        return false;
    }
    let mut counts = [0_i32; u64::BITS as usize];
    let mut count = |text: &str, by: i32| {
        for letter in text.chars().filter(|letter| *letter != ' ') {
            if let Some(count) = counts.get_mut(place(letter) as usize) {
                *count = count.saturating_add(by);
            }
        }
    };
    count(&a.text, 1);
    count(&b.text, -1);
    counts.iter().map(|count| count.unsigned_abs()).sum::<u32>() <= most
}

/// Different letters of `a` that `b` does not have; fewer where rare letters share a bit.
fn only(a: &Value, b: &Value) -> u32 {
    (a.alphabet & !b.alphabet).count_ones()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn value(text: &str) -> Value {
        Value::new(text, 0, [0; 2])
    }

    proptest! {
        #[test]
        fn the_short_way_says_what_the_long_way_says(a in "[a-eé0-2 ]{1,9}", b in "[a-eè0-2 ]{1,9}", most in 0_u32..4) {
            let (left, right) = (value(&a), value(&b));
            let counted = u32::try_from(osa_distance(&a, &b)).unwrap();
            prop_assert_eq!(slips(&left, &right, most), Some(counted).filter(|counted| *counted <= most));
            let alike = jaro_winkler(&a, &b);
            prop_assert_eq!(likeness(&left, &right, 0.72), Some(alike).filter(|alike| *alike >= 0.72));
        }
    }

    #[test]
    fn letters_in_another_order_are_seen() {
        for (a, b) in
            [("belfast", "lebast"), ("thomas", "tsomh"), ("birmingham", "irmbngham"), ("martha", "mrt ah")]
        {
            assert!(is_scrambled(&value(a), &value(b)), "{a} and {b}");
        }
        for (a, b) in [("leeds", "derby"), ("mary", "army"), ("hannah", "joanna")] {
            assert!(!is_scrambled(&value(a), &value(b)), "{a} and {b}");
        }
    }

    #[test]
    fn what_is_one_slip_apart_is_found() {
        for (a, b) in
            [("meyer", "meier"), ("meyer", "myeer"), ("meyer", "meyers"), ("447700900123", "447700900132")]
        {
            assert_eq!(slips(&value(a), &value(b), 1), Some(1), "{a} and {b}");
        }
        assert_eq!(slips(&value("meyer"), &value("parry"), 1), None);
    }
}
