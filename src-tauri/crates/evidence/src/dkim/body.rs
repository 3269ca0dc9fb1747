//! The body hash: the body simplified as the signer said, hashed, and compared with what the signature holds.

use std::{borrow::Cow, cell::OnceCell};

use mail_parser::decoders::base64::base64_decode;
use serde::{Deserialize, Serialize};
use sha1::Sha1;
use sha2::{Digest, Sha256};

use super::signature::{Canon, Signature};

/// Largest body in which lines added at its end are looked for.
const ADDED_BODY: usize = 64 * 1024;
/// Most lines that are looked for.
const ADDED_LINES: usize = 60;

/// What had to be put back before the body matched; all of these are done by programs that save mail, none changes a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Adjustment {
    /// Line endings were put back to CRLF, as on the wire (RFC 6376 5.3).
    LineEndings,
    /// A `>` that mailbox files put before lines beginning with "From " was taken away.
    FromLines,
}

/// Whether the body is the one that was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "kebab-case")]
pub enum BodyHash {
    /// The body that was signed is here, word for word.
    Match {
        /// What had to be put back first.
        adjusted: Vec<Adjustment>,
        /// Bytes after the signed part (`l=`), for example a mailing list's footer, which the signature does not cover.
        unsigned_bytes: u64,
    },
    /// The body is not byte for byte the one that was signed.
    Mismatch {
        /// What may have happened, likeliest and most innocent first.
        causes: Vec<String>,
        /// If the body matches once this many lines are taken off its end: something was added after signing.
        added_lines: Option<u32>,
    },
    /// The hash could not be computed.
    NotCheckable {
        /// Why.
        reason: String,
    },
}

/// The body of one message in the forms that its signatures ask for.
pub(crate) struct Bodies<'a> {
    /// As in the file, and with CRLF line endings where that differs.
    forms: Vec<Form<'a>>,
}

/// The body with something put back, and in relaxed form once a signature has asked for that; a mail has often several
/// signatures of the same body, so that its hash is kept too.
struct Form<'a> {
    adjusted: Vec<Adjustment>,
    bytes: Cow<'a, [u8]>,
    relaxed: OnceCell<Vec<u8>>,
    hashes: [OnceCell<Vec<u8>>; 2],
}

impl<'a> Form<'a> {
    fn new(adjusted: Vec<Adjustment>, bytes: Cow<'a, [u8]>) -> Self {
        Self { adjusted, bytes, relaxed: OnceCell::new(), hashes: Default::default() }
    }

    /// The canonical body (RFC 6376 3.4.3 and 3.4.4).
    fn canonical(&self, canon: Canon) -> Cow<'_, [u8]> {
        match canon {
            Canon::Simple => simple(&self.bytes),
            Canon::Relaxed => Cow::Borrowed(self.relaxed.get_or_init(|| relaxed(&self.bytes))),
        }
    }

    /// Whether the canonical body, or its first `length` bytes, has this hash; if so, how many bytes it does not cover.
    fn matches(&self, canon: Canon, length: usize, hash: Hash, expected: &[u8]) -> Option<u64> {
        let body = self.canonical(canon);
        let [simple, relaxed] = &self.hashes;
        let whole = if canon == Canon::Simple { simple } else { relaxed };
        let same = match body.get(..length).filter(|covered| covered.len() < body.len()) {
            Some(covered) => hash.of(covered) == expected,
            None if hash == Hash::Sha256 => whole.get_or_init(|| hash.of(&body)) == expected,
            None => hash.of(&body) == expected,
        };
        same.then(|| body.len().saturating_sub(length) as u64)
    }
}

/// How a body is hashed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hash {
    Sha1,
    Sha256,
}

impl Hash {
    fn of(self, data: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha1 => Sha1::digest(data).to_vec(),
            Self::Sha256 => Sha256::digest(data).to_vec(),
        }
    }

    /// How many lines at the end must go for the rest to have the expected hash.
    fn added_lines(self, body: &[u8], expected: &[u8]) -> Option<u32> {
        match self {
            Self::Sha1 => added_lines::<Sha1>(body, expected),
            Self::Sha256 => added_lines::<Sha256>(body, expected),
        }
    }
}

impl<'a> Bodies<'a> {
    pub(crate) fn new(body: &'a [u8]) -> Self {
        let mut forms = Vec::new();
        let wire = with_crlf(body);
        let unescaped = without_from_escapes(&wire);
        match wire {
            Cow::Borrowed(_) => forms.push(Form::new(Vec::new(), Cow::Borrowed(body))),
            Cow::Owned(wire) => {
                // A stray LF may have been there when the body was signed: the file's own bytes come first.
                if memchr::memmem::find(body, b"\r\n").is_some() {
                    forms.push(Form::new(Vec::new(), Cow::Borrowed(body)));
                }
                forms.push(Form::new(vec![Adjustment::LineEndings], Cow::Owned(wire)));
            }
        }
        if let Some(unescaped) = unescaped {
            let mut adjusted = forms.last().map(|form: &Form<'_>| form.adjusted.clone()).unwrap_or_default();
            adjusted.push(Adjustment::FromLines);
            forms.push(Form::new(adjusted, Cow::Owned(unescaped)));
        }
        Self { forms }
    }

    pub(super) fn check(&self, signature: &Signature<'_>, listed: bool, budget: &mut u64) -> BodyHash {
        let not_checkable = |reason: &str| BodyHash::NotCheckable { reason: reason.to_owned() };
        let Some((_, canon)) = signature.canons() else {
            return not_checkable("the signature names a canonicalisation that is not known");
        };
        let Some(expected) = base64_decode(signature.tag("bh").as_bytes()).filter(|hash| !hash.is_empty())
        else {
            return not_checkable("the signature holds no readable body hash");
        };
        let hash = match signature.algorithm().rsplit('-').next() {
            Some("sha256") => Hash::Sha256,
            Some("sha1") => Hash::Sha1,
            _ => return not_checkable("the signature uses an algorithm that is not known"),
        };
        let signed = signature.body_length().map(|length| usize::try_from(length).unwrap_or(usize::MAX));
        let mut short = false;
        for form in &self.forms {
            match budget.checked_sub(form.bytes.len() as u64) {
                Some(left) => *budget = left,
                None => return not_checkable("there is more to hash in this file than is hashed"),
            }
            let length = signed.unwrap_or(usize::MAX);
            if let Some(unsigned_bytes) = form.matches(canon, length, hash, &expected) {
                return BodyHash::Match { adjusted: form.adjusted.clone(), unsigned_bytes };
            }
            short |= signed.is_some_and(|length| length > form.canonical(canon).len());
        }
        let added_lines =
            self.forms.iter().find_map(|form| hash.added_lines(&form.canonical(canon), &expected));
        BodyHash::Mismatch { causes: causes(listed, short, added_lines), added_lines }
    }
}

fn causes(listed: bool, short: bool, added_lines: Option<u32>) -> Vec<String> {
    let mut causes = Vec::new();
    if added_lines.is_some() {
        causes.push("text was added at the end after signing, as mailing lists and company mail systems do; the text before it is as it was signed");
    }
    if short {
        causes.push("the end of the message is missing: the download or the copy stopped early");
    }
    if listed {
        causes.push("it came through a mailing list, which changes messages");
    }
    causes.push("a forwarding service, virus scanner or company mail system changed the message on its way");
    causes.push("the mail program wrote the message anew when it saved or exported it, as Outlook does");
    causes.push("the text was changed after it was signed");
    causes.into_iter().map(str::to_owned).collect()
}

/// How many lines at the end must go for the rest to have the expected hash.
fn added_lines<D: Digest + Clone>(body: &[u8], expected: &[u8]) -> Option<u32> {
    if body.len() > ADDED_BODY {
        return None;
    }
    let mut starts = Vec::new();
    let mut rest = body;
    for lines in 1..=ADDED_LINES {
        let inner = rest.strip_suffix(b"\r\n").unwrap_or(rest);
        let Some(end) = memchr::memrchr(b'\n', inner).map(|at| at + 1) else { break };
        rest = rest.get(..end)?;
        let mut kept = rest;
        while let Some(shorter) = kept.strip_suffix(b"\r\n\r\n") {
            kept = body.get(..shorter.len() + 2)?;
        }
        starts.push((u32::try_from(lines).unwrap_or(u32::MAX), kept.len()));
    }
    // Each of them is the next shorter one with a few lines more, so that the body is hashed once.
    let mut hash = D::new();
    let (mut hashed, mut found) = (0, None);
    for (lines, end) in starts.into_iter().rev() {
        hash.update(body.get(hashed..end).unwrap_or_default());
        hashed = end;
        if hash.clone().finalize().as_slice() == expected {
            found = Some(lines);
        }
    }
    found
}

/// The bytes with every bare LF made CRLF; borrowed if there is none.
pub(super) fn with_crlf(bytes: &[u8]) -> Cow<'_, [u8]> {
    let bare = |at: usize| at == 0 || bytes.get(at - 1) != Some(&b'\r');
    let count = memchr::memchr_iter(b'\n', bytes).filter(|&at| bare(at)).count();
    if count == 0 {
        return Cow::Borrowed(bytes);
    }
    let mut wire = Vec::with_capacity(bytes.len() + count);
    let mut start = 0;
    for at in memchr::memchr_iter(b'\n', bytes).filter(|&at| bare(at)) {
        wire.extend_from_slice(bytes.get(start..at).unwrap_or_default());
        wire.extend_from_slice(b"\r\n");
        start = at + 1;
    }
    wire.extend_from_slice(bytes.get(start..).unwrap_or_default());
    Cow::Owned(wire)
}

/// The body with `>From ` at the start of lines made `From `; `None` if there is no such line.
fn without_from_escapes(wire: &[u8]) -> Option<Vec<u8>> {
    memchr::memmem::find(wire, b">From ")?;
    let mut plain = Vec::with_capacity(wire.len());
    for line in wire.split_inclusive(|&byte| byte == b'\n') {
        plain.extend_from_slice(if line.starts_with(b">From ") {
            line.get(1..).unwrap_or(line)
        } else {
            line
        });
    }
    Some(plain)
}

fn simple(body: &[u8]) -> Cow<'_, [u8]> {
    let mut end = body;
    while let Some(shorter) = end.strip_suffix(b"\r\n") {
        end = shorter;
    }
    match body.get(..end.len() + 2) {
        Some(whole) if whole.ends_with(b"\r\n") => Cow::Borrowed(whole),
        _ => Cow::Owned([end, b"\r\n"].concat()),
    }
}

fn relaxed(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() + 2);
    let mut empty_lines = 0_usize;
    let two_blanks = memchr::memmem::Finder::new(b"  ");
    for line in CrlfLines(body) {
        let end = line.iter().rposition(|&byte| !is_blank(byte)).map_or(0, |at| at + 1);
        let kept = line.get(..end).unwrap_or_default();
        if kept.is_empty() {
            empty_lines += 1;
            continue;
        }
        for _ in 0..std::mem::take(&mut empty_lines) {
            out.extend_from_slice(b"\r\n");
        }
        let mut rest = kept;
        // In most lines every blank is a single space already.
        let uneven = memchr::memchr(b'\t', kept).is_some() || two_blanks.find(kept).is_some();
        while uneven && let Some(blank) = rest.iter().position(|&byte| is_blank(byte)) {
            out.extend_from_slice(rest.get(..blank).unwrap_or_default());
            out.push(b' ');
            rest = rest.get(blank..).unwrap_or_default();
            let text = rest.iter().position(|&byte| !is_blank(byte)).unwrap_or(rest.len());
            rest = rest.get(text..).unwrap_or_default();
        }
        out.extend_from_slice(rest);
        out.extend_from_slice(b"\r\n");
    }
    out
}

/// Spaces and tabs; other white space counts as text here.
fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

/// Lines ended by CRLF, without it; a bare LF is part of a line.
struct CrlfLines<'a>(&'a [u8]);

impl<'a> Iterator for CrlfLines<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        if self.0.is_empty() {
            return None;
        }
        let ended = |at: &usize| *at > 0 && self.0.get(*at - 1) == Some(&b'\r');
        let end = memchr::memchr_iter(b'\n', self.0).find(ended);
        let line = self.0.get(..end.map_or(self.0.len(), |at| at - 1)).unwrap_or_default();
        self.0 = end.and_then(|at| self.0.get(at + 1..)).unwrap_or_default();
        Some(line)
    }
}
