//! How a name sounds, so that "Philips" meets "Phillipps" and "Fillips".

/// The sound of a name in [`super::form`]: its first letter class and the consonants that follow, without repeats.
///
/// A rough code on purpose: it gathers candidates and calls two names "alike"; how much that says is learned.
pub(in crate::matching) fn sound(name: &str) -> String {
    let letters: Vec<char> = name.chars().filter(|c| c.is_alphanumeric()).take(LETTERS_MOST).collect();
    let mut code = String::with_capacity(8);
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let next = letters.get(at.saturating_add(1)).copied().unwrap_or('\0');
        let (class, used) = class(letter, next, at == 0);
        at = at.saturating_add(used);
        let Some(class) = class else { continue };
        if !code.ends_with(class) {
            code.push(class);
        }
        if code.len() >= CODE_MOST {
            break;
        }
    }
    code
}

const LETTERS_MOST: usize = 32;
const CODE_MOST: usize = 6;

/// The class of sounds that a letter begins, if it is not silent, and how many letters it takes.
fn class(letter: char, next: char, first: bool) -> (Option<char>, usize) {
    match (letter, next) {
        ('p', 'h') => (Some('f'), 2),
        ('k' | 'g' | 'p', 'n') if first => (Some('n'), 2),
        ('w', 'r') => (Some('r'), 2),
        ('g', 'h') => (if first { Some('k') } else { None }, 2),
        ('c' | 's' | 't' | 'z' | 'j', 'h') => (Some('s'), 2),
        ('t' | 'd', 's' | 'z') => (Some('s'), 2),
        ('c', 'e' | 'i' | 'y') => (Some('s'), 1),
        ('c', 'k') => (Some('k'), 2),
        ('k', 's') => (Some('s'), 2),
        ('a' | 'e' | 'i' | 'o' | 'u' | 'y', _) => (if first { Some('a') } else { None }, 1),
        ('h' | 'w', _) => (if first { Some(letter) } else { None }, 1),
        ('b' | 'p', _) => (Some('p'), 1),
        ('f' | 'v', _) => (Some('f'), 1),
        ('c' | 'k' | 'q' | 'g', _) => (Some('k'), 1),
        ('d' | 't', _) => (Some('t'), 1),
        ('m' | 'n', _) => (Some('n'), 1),
        ('s' | 'x' | 'z' | 'j', _) => (Some('s'), 1),
        _ => (Some(letter), 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_sound_meet() {
        for (one, other) in [
            ("philips", "fillipps"),
            ("catherine", "kathryn"),
            ("mcdonald", "macdonald"),
            ("wright", "rite"),
            ("hussain", "husein"),
            ("shaun", "sean"),
        ] {
            assert_eq!(sound(one), sound(other), "{one} and {other}");
        }
        assert_ne!(sound("patel"), sound("begum"));
        assert_eq!(sound(""), "");
    }
}
