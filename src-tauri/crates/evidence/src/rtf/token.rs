//! Rich text as a row of tokens (RTF 1.9.1).

/// One piece of rich text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// A word such as `\par`, with its number.
    Word(&'a [u8], Option<i32>),
    /// A sign such as `\~` or `\*`.
    Sign(u8),
    /// A byte written as `\'e9`.
    Byte(u8),
    /// Bytes as they stand.
    Text(&'a [u8]),
}

/// The tokens of a document; line ends between them mean nothing.
pub(super) struct Tokens<'a>(pub(super) &'a [u8]);

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let blank = self.0.iter().take_while(|byte| matches!(byte, b'\r' | b'\n' | 0)).count();
        let all = self.0.get(blank..)?;
        let (&first, rest) = all.split_first()?;
        self.0 = rest;
        Some(match first {
            b'{' => Token::Open,
            b'}' => Token::Close,
            b'\\' => self.control(),
            _ => {
                let end = all.iter().position(|byte| matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n' | 0));
                let (text, rest) = all.split_at_checked(end.unwrap_or(all.len()))?;
                self.0 = rest;
                Token::Text(text)
            }
        })
    }
}

impl<'a> Tokens<'a> {
    /// What follows a backslash.
    fn control(&mut self) -> Token<'a> {
        let letters = self.0.iter().take(32).take_while(|byte| byte.is_ascii_alphabetic()).count();
        let (word, rest) = self.0.split_at_checked(letters).unwrap_or_default();
        if word.is_empty() {
            let Some((&sign, rest)) = rest.split_first() else { return Token::Sign(b'\\') };
            self.0 = rest;
            if sign != b'\'' {
                return Token::Sign(sign);
            }
            let digit = |at: usize| rest.get(at).and_then(|&byte| char::from(byte).to_digit(16));
            let Some((high, low)) = digit(0).zip(digit(1)) else { return Token::Sign(sign) };
            self.0 = rest.get(2..).unwrap_or_default();
            return Token::Byte(u8::try_from(high << 4 | low).unwrap_or_default());
        }
        let negative = rest.first() == Some(&b'-');
        let digits = rest.get(usize::from(negative)..).unwrap_or_default();
        let count = digits.iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
        let number = digits.get(..count).filter(|digits| !digits.is_empty()).map(|digits| {
            let value = digits.iter().fold(0_i64, |number, &digit| number * 10 + i64::from(digit - b'0'));
            i32::try_from(if negative { -value } else { value }).unwrap_or(i32::MAX)
        });
        let used = if number.is_some() { usize::from(negative) + count } else { 0 };
        let rest = rest.get(used..).unwrap_or_default();
        self.0 = rest.strip_prefix(b" ").unwrap_or(rest);
        if word == b"bin" {
            let length = number.and_then(|length| usize::try_from(length).ok()).unwrap_or_default();
            self.0 = self.0.get(length..).unwrap_or_default();
        }
        Token::Word(word, number)
    }
}
