//! National Insurance numbers (`intake.md` 3.2, HMRC NIM39110).

use std::fmt;

/// A National Insurance number in its normal form, without spaces: `AB123456C`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NationalInsuranceNumber(String);

/// Why text is not a National Insurance number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum NationalInsuranceProblem {
    /// Not two letters, six figures and a letter from A to D.
    #[error("a National Insurance number is two letters, six figures and a letter from A to D: check it")]
    Shape,
    /// Letters that are never given out, such as those of the official example.
    #[error("no National Insurance number begins with these letters: check it")]
    Prefix,
    /// "TN", a date of birth and M or F: a temporary number, which is not a National Insurance number.
    #[error("this is a temporary number, not a National Insurance number: leave it out")]
    Temporary,
}

impl NationalInsuranceProblem {
    /// The code under which the texts stand.
    pub fn code(self) -> &'static str {
        match self {
            Self::Shape => "nino-shape",
            Self::Prefix => "nino-prefix",
            Self::Temporary => "nino-temporary",
        }
    }
}

impl NationalInsuranceNumber {
    /// Reads a number; case, spaces and hyphens do not matter.
    ///
    /// # Errors
    /// [`NationalInsuranceProblem`] when it cannot be one.
    pub fn parse(text: &str) -> Result<Self, NationalInsuranceProblem> {
        let number: Vec<char> = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .map(|c| c.to_ascii_uppercase())
            .collect();
        let [a, b, figures @ .., last] = number.as_slice() else {
            return Err(NationalInsuranceProblem::Shape);
        };
        let six_figures = figures.len() == 6 && figures.iter().all(char::is_ascii_digit);
        if six_figures && (*a, *b) == ('T', 'N') && matches!(last, 'M' | 'F') {
            return Err(NationalInsuranceProblem::Temporary);
        }
        if !six_figures || !a.is_ascii_uppercase() || !b.is_ascii_uppercase() || !matches!(last, 'A'..='D') {
            return Err(NationalInsuranceProblem::Shape);
        }
        let never = ["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(&format!("{a}{b}").as_str());
        let first = !matches!(a, 'D' | 'F' | 'I' | 'Q' | 'U' | 'V');
        let second = !matches!(b, 'D' | 'F' | 'I' | 'O' | 'Q' | 'U' | 'V');
        if never || !first || !second {
            return Err(NationalInsuranceProblem::Prefix);
        }
        Ok(Self(number.into_iter().collect()))
    }

    /// The number without spaces.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for NationalInsuranceNumber {
    /// Writes the number as it is printed on letters: `AB 12 34 56 C`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, letter) in self.0.chars().enumerate() {
            if at > 0 && at % 2 == 0 {
                f.write_str(" ")?;
            }
            write!(f, "{letter}")?;
        }
        Ok(())
    }
}
