//! Text as it may be drawn: no controls, one kind of line end.

/// Line ends become line feeds, tabs become spaces, other control characters and stray direction controls go.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' => {
                if characters.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' => out.push_str("    "),
            // Direction is worked out from the letters: an override hidden in a name must not turn a line round.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{ad}' => {}
            // Bullets of the symbol faces of word processors, which have no meaning outside them.
            '\u{f0b7}' => out.push('•'),
            '\u{f0a7}' => out.push('▪'),
            '\u{f0d8}' => out.push('➢'),
            '\u{f0fc}' => out.push('✓'),
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn line_ends_become_one_kind() {
        assert_eq!(clean("one\r\ntwo\rthree\u{2028}four"), "one\ntwo\nthree\nfour");
    }

    #[test]
    fn a_direction_override_in_a_name_is_dropped() {
        assert_eq!(clean("Ana\u{202e}tsoP"), "AnatsoP");
    }
}
