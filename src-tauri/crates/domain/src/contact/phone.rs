//! Telephone numbers: the UK's own plan in short, and any other country's with its `+`.

use std::fmt;

/// A telephone number in the international form of E.164: `+` and 7 to 15 digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(String);

/// Why text is not a telephone number.
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum PhoneProblem {
    /// Letters, or several numbers.
    #[error("the telephone number has something else in it: write one number, in figures")]
    Character,
    /// Too few or too many digits.
    #[error("the telephone number has {digits} digits, which is too few or too many: check it")]
    Length {
        /// Digits as written.
        digits: usize,
    },
    /// No UK number begins like this.
    #[error(
        "no number in the United Kingdom begins like this: put + and the country's code before a number abroad"
    )]
    Range,
    /// The leading zero is missing, as after a visit to a spreadsheet.
    #[error("the zero at the beginning is missing: add it")]
    ZeroLost {
        /// The number with its zero.
        suggestion: String,
    },
}

impl PhoneProblem {
    /// The code under which the texts stand.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Character => "phone-character",
            Self::Length { .. } => "phone-length",
            Self::Range => "phone-range",
            Self::ZeroLost { .. } => "phone-zero-lost",
        }
    }
}

impl Phone {
    /// Reads a number; without a country's code it is one of the United Kingdom.
    ///
    /// Spaces, dots, hyphens, slashes and brackets do not matter, nor does the "(0)" of "+44 (0)20". An extension after
    /// "ext" or "x" is left out.
    ///
    /// # Errors
    /// [`PhoneProblem`] when it cannot be one. Whether it is in service is not asked.
    pub fn parse(text: &str) -> Result<Self, PhoneProblem> {
        let text = text.trim().to_lowercase();
        let text = text.strip_prefix("tel:").unwrap_or(&text);
        let text = text.split_once("ext").or_else(|| text.split_once('x')).map_or(text, |(number, _)| number);
        let international = text.trim_start().trim_start_matches('(').starts_with('+');
        let text = text.replace("(0)", " ");
        if text.chars().any(|c| {
            !c.is_ascii_digit() && !c.is_whitespace() && !"+-./()\u{2010}\u{2011}\u{2013}".contains(c)
        }) {
            return Err(PhoneProblem::Character);
        }
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        if text.matches('+').count() > usize::from(international) || digits.len() > 15 {
            return Err(PhoneProblem::Length { digits: digits.len() });
        }
        let abroad = if international { Some(digits.as_str()) } else { digits.strip_prefix("00") };
        match abroad {
            Some(number) => match number.strip_prefix("44") {
                Some(national) => {
                    Self::united_kingdom(national.strip_prefix('0').unwrap_or(national), digits.len())
                }
                None if number.len() < 7 || number.starts_with('0') => {
                    Err(PhoneProblem::Length { digits: number.len() })
                }
                None => Ok(Self(format!("+{number}"))),
            },
            None => match digits.strip_prefix('0') {
                Some(national) => Self::united_kingdom(national, digits.len()),
                None => Err(Self::without_zero(&digits)),
            },
        }
    }

    /// Ofcom's National Telephone Numbering Plan: ten digits after the zero, nine for some 01 and 0800 numbers.
    fn united_kingdom(national: &str, digits: usize) -> Result<Self, PhoneProblem> {
        let mut first = national.chars();
        let nine_allowed = match (first.next(), first.next()) {
            (Some('1'), _) => true,
            (Some('8'), Some('0')) => true,
            (Some('2' | '3' | '5' | '7' | '8' | '9'), _) => false,
            (None, _) => return Err(PhoneProblem::Length { digits }),
            _ => return Err(PhoneProblem::Range),
        };
        match national.len() {
            10 => Ok(Self(format!("+44{national}"))),
            9 if nine_allowed => Ok(Self(format!("+44{national}"))),
            _ => Err(PhoneProblem::Length { digits }),
        }
    }

    fn without_zero(digits: &str) -> PhoneProblem {
        match Self::united_kingdom(digits, digits.len()) {
            Ok(phone) => PhoneProblem::ZeroLost { suggestion: phone.national() },
            Err(PhoneProblem::Range) => PhoneProblem::Range,
            Err(_) => PhoneProblem::Length { digits: digits.len() },
        }
    }

    /// The number in E.164: `+447700900123`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A mobile number of the United Kingdom: 071 to 075 and 077 to 079.
    pub fn is_uk_mobile(&self) -> bool {
        let mut rest = self.0.strip_prefix("+447").unwrap_or_default().chars();
        rest.next().is_some_and(|next| matches!(next, '1'..='5' | '7'..='9'))
    }

    /// A number of the United Kingdom.
    pub fn is_uk(&self) -> bool {
        self.0.starts_with("+44")
    }

    /// The number as it is written at home, "07700 900123" and "020 7946 0018"; abroad in E.164.
    pub fn national(&self) -> String {
        let Some(number) = self.0.strip_prefix("+44") else { return self.0.clone() };
        let mut digits = number.chars();
        let (first, second, third) = (digits.next(), digits.next(), digits.next());
        let groups: &[usize] = match (first, second, third) {
            (Some('2'), ..) => &[2, 4, 4],
            (Some('1'), Some('1'), _) | (Some('1'), _, Some('1')) | (Some('3' | '8' | '9'), ..) => &[3, 3, 4],
            _ => &[4, 6],
        };
        let mut rest = number.chars();
        let groups = groups.iter().map(|length| rest.by_ref().take(*length).collect::<String>());
        format!("0{}", groups.filter(|group| !group.is_empty()).collect::<Vec<_>>().join(" "))
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
