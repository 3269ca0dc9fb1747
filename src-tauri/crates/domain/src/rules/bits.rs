//! Small sets of positions: statuses, facts, flags.

/// A set of positions below 128.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Bits(u128);

impl Bits {
    /// How many positions a set can hold.
    pub const CAPACITY: usize = 128;
    /// No position.
    pub const NONE: Self = Self(0);

    /// One position; none when it is out of range, which reading a rule set refuses.
    pub fn one(position: usize) -> Self {
        Self(u32::try_from(position).ok().and_then(|shift| 1_u128.checked_shl(shift)).unwrap_or(0))
    }

    /// Adds a position.
    pub fn add(&mut self, position: usize) {
        self.0 |= Self::one(position).0;
    }

    /// Adds a position if something holds.
    pub fn add_if(&mut self, holds: bool, position: usize) {
        if holds {
            self.add(position);
        }
    }

    /// Whether a position is in the set.
    pub fn has(self, position: usize) -> bool {
        self.meets(Self::one(position))
    }

    /// Whether the two sets have a position in common.
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether every position of this set is in the other.
    pub fn within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Both sets together.
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// This set without the positions of the other.
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether there is no position.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many positions there are.
    pub fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// The positions in order.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            if left == 0 {
                return None;
            }
            let position = left.trailing_zeros();
            left &= left - 1;
            usize::try_from(position).ok()
        })
    }
}

impl FromIterator<usize> for Bits {
    fn from_iter<I: IntoIterator<Item = usize>>(positions: I) -> Self {
        let mut set = Self::NONE;
        for position in positions {
            set.add(position);
        }
        set
    }
}
