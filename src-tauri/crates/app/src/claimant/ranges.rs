//! Many numbers in few words.

use joinder_domain::id::ClaimantNumber;

use crate::text::text;

/// Numbers in order, those that follow each other as one: "C-000001 to C-000004, C-000009"; beyond `most` such runs it is
/// said how many more there are.
pub(crate) fn ranges(numbers: &[ClaimantNumber], most: usize) -> String {
    let mut runs = numbers.chunk_by(|a, b| a.0 + 1 == b.0);
    let words = runs.by_ref().take(most).filter_map(|run| match run {
        [only] => Some(only.to_string()),
        [first, .., last] => {
            Some(text("numbers-from-to", &[("from", &first.to_string()), ("to", &last.to_string())]))
        }
        [] => None,
    });
    let named = words.collect::<Vec<_>>().join(", ");
    match runs.map(<[ClaimantNumber]>::len).sum::<usize>() {
        0 => named,
        more => text("numbers-and-more", &[("named", &named), ("more", &more.to_string())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_follow_each_other_are_one_range() {
        let numbers = |all: &[u32]| all.iter().copied().map(ClaimantNumber).collect::<Vec<_>>();
        let all = numbers(&[1, 2, 3, 7, 9, 10]);
        assert_eq!(ranges(&all, 9), "C-000001 to C-000003, C-000007, C-000009 to C-000010");
        assert_eq!(ranges(&all, 1), "C-000001 to C-000003 and 3 more");
        assert_eq!(ranges(&[], 9), "");
    }
}
