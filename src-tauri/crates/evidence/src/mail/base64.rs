//! Base64 (RFC 2045 6.8): quickly where it is as it should be, and as well as can be where it is not.

/// What a byte stands for: six bits, or one of the marks below.
const VALUES: [u8; 256] = values();
/// A blank between lines.
const BLANK: u8 = 0x40;
/// Not of the alphabet.
const OTHER: u8 = 0x80;

#[expect(
    clippy::indexing_slicing,
    reason = "the compiler runs this, and refuses an index that is out of bounds"
)]
const fn values() -> [u8; 256] {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut values = [OTHER; 256];
    let mut value = 0;
    while value < 64 {
        values[ALPHABET[value as usize] as usize] = value;
        value += 1;
    }
    values[b' ' as usize] = BLANK;
    values[b'\t' as usize] = BLANK;
    values[b'\r' as usize] = BLANK;
    values[b'\n' as usize] = BLANK;
    values
}

fn value(byte: u8) -> u8 {
    VALUES.get(usize::from(byte)).copied().unwrap_or(OTHER)
}

/// The bytes that are written; `None` if anything in it is not as it should be.
pub(super) fn strict(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut decoded = Vec::with_capacity(bytes.len() / 4 * 3 + 3);
    let mut rest = bytes;
    loop {
        // Whole groups of four without anything between them are nearly all that there is.
        let mut groups = rest.chunks_exact(4);
        let mut taken = 0;
        for group in groups.by_ref() {
            let &[a, b, c, d] = group else { break };
            let (a, b, c, d) = (value(a), value(b), value(c), value(d));
            if (a | b | c | d) & (BLANK | OTHER) != 0 {
                break;
            }
            decoded.extend_from_slice(&[a << 2 | b >> 4, b << 4 | c >> 2, c << 6 | d]);
            taken += 4;
        }
        rest = rest.get(taken..)?;
        let mut four = [0; 4];
        let mut have = 0;
        loop {
            let Some((&byte, tail)) = rest.split_first() else {
                return (have == 0).then_some(decoded);
            };
            match value(byte) {
                BLANK => rest = tail,
                OTHER if byte == b'=' => return end(decoded, four, have, rest),
                OTHER => return None,
                value => {
                    *four.get_mut(have)? = value;
                    have += 1;
                    rest = tail;
                }
            }
            if have == 4 {
                let [a, b, c, d] = four;
                decoded.extend_from_slice(&[a << 2 | b >> 4, b << 4 | c >> 2, c << 6 | d]);
                break;
            }
            if have == 0 && rest.first().is_some_and(|&byte| value(byte) < BLANK) {
                break;
            }
        }
    }
}

/// The last group, which padding fills up.
fn end(mut decoded: Vec<u8>, four: [u8; 4], have: usize, padding: &[u8]) -> Option<Vec<u8>> {
    let [a, b, c, _] = four;
    let signs = padding.iter().filter(|&&byte| byte == b'=').count();
    let clean = padding.iter().all(|&byte| byte == b'=' || value(byte) == BLANK);
    match have {
        2 if signs == 2 => decoded.push(a << 2 | b >> 4),
        3 if signs == 1 => decoded.extend_from_slice(&[a << 2 | b >> 4, b << 4 | c >> 2]),
        _ => return None,
    }
    clean.then_some(decoded)
}

/// Base64 with everything outside its alphabet left out; what hardly is base64 stays as it stands.
pub(super) fn salvage(bytes: &[u8]) -> Vec<u8> {
    let sign = |byte: &u8| value(*byte) < BLANK;
    let mut decoded = Vec::with_capacity(bytes.len() / 4 * 3);
    let (mut signs, mut strange) = (0_usize, 0_usize);
    let mut piece: Vec<u8> = Vec::new();
    let mut padded = false;
    for line in bytes.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii) {
        let clean = line.iter().all(|byte| sign(byte) || *byte == b'=');
        // After the padding only whole lines go on: anything else was put there later.
        if padded && !clean {
            continue;
        }
        let pieces = if clean { usize::MAX } else { 1 };
        for part in line.split(|&byte| byte == b'=').filter(|part| !part.is_empty()).take(pieces) {
            if padded {
                decoded.extend(loose(&std::mem::take(&mut piece)));
            }
            let before = piece.len();
            piece.extend(part.iter().copied().filter(|byte| sign(byte)));
            let kept = piece.len() - before;
            (signs, strange) = (signs + kept, strange + part.len() - kept);
            padded = line.contains(&b'=');
        }
    }
    decoded.extend(loose(&piece));
    if strange.saturating_mul(5) > signs + strange { bytes.to_vec() } else { decoded }
}

/// Signs without padding; a single one left over holds less than a byte.
fn loose(signs: &[u8]) -> Vec<u8> {
    let whole = signs.len() / 4 * 4;
    let (groups, rest) = signs.split_at_checked(whole).unwrap_or_default();
    let mut decoded = strict(groups).unwrap_or_default();
    let at = |index: usize| rest.get(index).map_or(0, |&byte| value(byte));
    if rest.len() > 1 {
        decoded.push(at(0) << 2 | at(1) >> 4);
    }
    if rest.len() > 2 {
        decoded.push(at(1) << 4 | at(2) >> 2);
    }
    decoded
}
