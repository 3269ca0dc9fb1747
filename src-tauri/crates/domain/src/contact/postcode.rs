//! Postcodes of the United Kingdom (`intake.md` 3.2). The right form does not mean that the postcode exists, nor does a
//! postcode tell the nation: several areas straddle a border.

use std::fmt;

/// A postcode in its normal form: capitals, one space.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode(String);

/// The text has not the form of a postcode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("this has not the form of a postcode: write it like \"LS1 4AP\"")]
pub struct PostcodeProblem;

impl Postcode {
    /// Reads a postcode; case and spaces do not matter. GIR 0AA and forces' BFPO numbers are read too.
    ///
    /// # Errors
    /// [`PostcodeProblem`] when it has not the form of one.
    pub fn parse(text: &str) -> Result<Self, PostcodeProblem> {
        let letters: Vec<char> =
            text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
        if let ['B', 'F', 'P', 'O', number @ ..] = letters.as_slice()
            && (1..=4).contains(&number.len())
            && number.iter().all(char::is_ascii_digit)
        {
            return Ok(Self(format!("BFPO {}", number.iter().collect::<String>())));
        }
        let Some((outward, inward)) = letters.len().checked_sub(3).map(|at| letters.split_at(at)) else {
            return Err(PostcodeProblem);
        };
        let giro = outward == ['G', 'I', 'R'] && inward == ['0', 'A', 'A'];
        let usual = is_outward(outward) && is_inward(inward);
        if !giro && !usual {
            return Err(PostcodeProblem);
        }
        let join = |letters: &[char]| letters.iter().collect::<String>();
        Ok(Self(format!("{} {}", join(outward), join(inward))))
    }

    /// The postcode in its normal form: "LS1 4AP".
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part before the space: "LS1".
    pub fn outward(&self) -> &str {
        self.0.split_once(' ').map_or(&self.0, |(outward, _)| outward)
    }
}

/// A9, A99, A9A, AA9, AA99 or AA9A; not Q, V or X first, not I, J or Z second.
fn is_outward(letters: &[char]) -> bool {
    let form: String = letters
        .iter()
        .map(|c| match c {
            'A'..='Z' => 'A',
            '0'..='9' => '9',
            _ => '-',
        })
        .collect();
    let second = letters.get(1).is_none_or(|second| !matches!(second, 'I' | 'J' | 'Z'));
    matches!(form.as_str(), "A9" | "A99" | "A9A" | "AA9" | "AA99" | "AA9A")
        && letters.first().is_some_and(|first| !matches!(first, 'Q' | 'V' | 'X'))
        && second
}

/// A digit and two letters other than C, I, K, M, O and V.
fn is_inward(letters: &[char]) -> bool {
    let last = |c: &char| c.is_ascii_uppercase() && !matches!(c, 'C' | 'I' | 'K' | 'M' | 'O' | 'V');
    matches!(letters, [digit, a, b] if digit.is_ascii_digit() && last(a) && last(b))
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
