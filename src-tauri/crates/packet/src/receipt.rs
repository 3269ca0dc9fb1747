//! The receipt: a code that both sides can work out from the sealed file.

use std::fmt;

use joinder_domain::audit::Digest;

// Crockford's base 32: no I, L, O or U, which are misread or misheard.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A code of sixteen digits in groups of four: the first 80 bits of the sealed file's SHA-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Receipt([u8; 10]);

impl Receipt {
    /// The receipt for a sealed file with this digest.
    pub fn of(sealed: &Digest) -> Self {
        Self(sealed.0.first_chunk().copied().unwrap_or_default())
    }
}

impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, five) in self.0.chunks(5).enumerate() {
            let number = five.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
            for place in 0..8_u32 {
                if place % 4 == 0 && (at, place) != (0, 0) {
                    f.write_str("-")?;
                }
                let digit = usize::try_from(number >> (35 - place * 5) & 31).unwrap_or_default();
                write!(f, "{}", char::from(DIGITS.get(digit).copied().unwrap_or_default()))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_is_the_start_of_the_digest_in_base_32() {
        let digest: Digest =
            "00443214c74254b635cf84653a56d7c675be77dfffffffffffffffffffffffff".parse().unwrap();
        assert_eq!(Receipt::of(&digest).to_string(), "0123-4567-89AB-CDEF");
    }
}
