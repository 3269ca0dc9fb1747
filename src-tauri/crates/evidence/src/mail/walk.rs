//! Going through the parts of a message: what is text, what is a file, what is another message.

use std::borrow::Cow;

use super::{
    decode::{cut, text_in},
    embedded::{self, Embedded},
    entity::Entity,
    file::{self, File},
    html::html_to_text,
    message::{Message, Part, StructureLine},
    part_path::PartPath,
    reading::Reading,
    signed,
};
use crate::{damage::Code, outlook::Bodies};

/// What a message holds below its headers.
#[derive(Debug, Default)]
pub(crate) struct Content {
    pub(crate) plain: Option<String>,
    pub(crate) html: Option<String>,
    pub(crate) read: String,
    pub(crate) attachments: Vec<Part>,
    pub(crate) nested: Vec<Message>,
    pub(crate) structure: Vec<StructureLine>,
    /// The text in Outlook's wrapper, if there is one.
    pub(crate) wrapped: Option<Bodies>,
}

/// The text of one part or of several together.
#[derive(Debug, Default)]
struct Text {
    plain: Vec<String>,
    html: Vec<String>,
    read: Vec<String>,
}

/// The content of a message whose header is read.
pub(crate) fn content(
    entity: &Entity<'_>,
    path: &PartPath,
    depth: usize,
    reading: &mut Reading<'_>,
) -> Content {
    let mut content = Content::default();
    reading.take_part();
    let mut walk = Walk { content: &mut content, reading, base: depth, plain: 0 };
    let text = walk.entity(entity, path, depth, true);
    let limit = reading.limits.text_bytes;
    let mut join = |mut pieces: Vec<String>| {
        let joined = if pieces.len() == 1 { pieces.pop().unwrap_or_default() } else { pieces.join("\n\n") };
        let (text, was_cut) = cut(joined, limit);
        if was_cut {
            reading.damage.add(Code::TextCut, path);
        }
        text
    };
    content.plain = (!text.plain.is_empty()).then(|| join(text.plain));
    content.html = (!text.html.is_empty()).then(|| join(text.html));
    content.read = join(text.read);
    if let Some(wrapped) = content.wrapped.take() {
        if content.read.trim().is_empty() {
            content.read = wrapped.as_read(limit);
        }
        content.plain = content.plain.filter(|text| !text.trim().is_empty()).or(wrapped.plain);
        content.html = content.html.or(wrapped.html);
    }
    content
}

/// A plain form this many times shorter than the other only says that the mail program cannot show that.
const STUB: usize = 4;

struct Walk<'w, 'l> {
    content: &'w mut Content,
    reading: &'w mut Reading<'l>,
    base: usize,
    /// Bytes of the plain form that has been read of the alternatives at hand.
    plain: usize,
}

impl Walk<'_, '_> {
    fn entity(&mut self, entity: &Entity<'_>, path: &PartPath, depth: usize, top: bool) -> Text {
        if !self.reading.words_only {
            self.content.structure.push(StructureLine {
                depth: u32::try_from(depth.saturating_sub(self.base)).unwrap_or(u32::MAX),
                path: path.clone(),
                content_type: entity.kind.clone(),
                name: entity.name.clone(),
                size: entity.body.len() as u64,
            });
        }
        if signed::is_wrapper(&entity.kind) {
            if let Some(content) = signed::content(&entity.decoded().0) {
                return self.signed(entity, &content, path, depth);
            }
            self.reading.damage.add(Code::EncryptedPart, path);
        } else if entity.kind == "multipart/encrypted" {
            self.reading.damage.add(Code::EncryptedPart, path);
        }
        if entity.is_multipart() {
            if depth >= self.reading.limits.depth {
                self.reading.damage.add(Code::TooDeep, path);
                self.file(entity, path, depth);
                return Text::default();
            }
            let parts = entity.parts(self.reading.parts_left());
            if parts.guessed {
                self.reading.damage.add(Code::BoundaryMissing, path);
            }
            if parts.outside {
                self.reading.damage.add(Code::TextOutsideParts, path);
            }
            if !parts.parts.is_empty() {
                if parts.more {
                    self.reading.damage.add(Code::TooManyParts, path);
                } else if !parts.closed {
                    self.reading.damage.add(Code::Truncated, path);
                }
                return self.children(entity, &parts.parts, path, depth);
            }
            return self.text(entity, path, "text/plain", depth);
        }
        if entity.is_body(top) {
            return self.text(entity, path, &entity.kind, depth);
        }
        self.file(entity, path, depth);
        Text::default()
    }

    /// Reads what is packed together with its signature; the wrapper is listed as it came.
    fn signed(&mut self, entity: &Entity<'_>, content: &[u8], path: &PartPath, depth: usize) -> Text {
        self.file(entity, path, depth);
        if depth >= self.reading.limits.depth {
            self.reading.damage.add(Code::TooDeep, path);
            return Text::default();
        }
        self.reading.damage.add(Code::SignedWrapper, path);
        if !self.reading.take_decoded(content.len(), path) {
            return Text::default();
        }
        self.children(entity, &[content], path, depth)
    }

    fn children(&mut self, entity: &Entity<'_>, parts: &[&[u8]], path: &PartPath, depth: usize) -> Text {
        let alternative = entity.kind == "multipart/alternative";
        let around = if alternative { std::mem::take(&mut self.plain) } else { self.plain };
        let mut alternatives: Vec<(bool, String)> = Vec::new();
        let mut together = Text::default();
        for (index, part) in parts.iter().enumerate() {
            if !self.reading.take_part() {
                self.reading.damage.add(Code::TooManyParts, path);
                break;
            }
            let child = Entity::read(part, entity.child_kind(), self.reading.headers_left());
            self.reading.headers = self.reading.headers.saturating_add(child.fields.len());
            if child.fields_dropped {
                self.reading.damage.add(Code::TooManyHeaders, path.child(index));
            }
            let text = self.entity(&child, &path.child(index), depth + 1, false);
            if alternative {
                self.plain = self.plain.max(text.plain.iter().map(|plain| plain.trim().len()).sum());
                alternatives.push((!text.plain.is_empty(), text.read.join("\n\n")));
            } else {
                together.read.extend(text.read);
            }
            together.plain.extend(text.plain);
            together.html.extend(text.html);
        }
        self.plain = around;
        together.read.extend(read_alternative(alternatives));
        together
    }

    fn text(&mut self, entity: &Entity<'_>, path: &PartPath, kind: &str, depth: usize) -> Text {
        let (bytes, encoded_well) = entity.decoded();
        if !encoded_well {
            self.reading.damage.add(Code::TransferEncoding, path);
        }
        if !self.reading.take_decoded(bytes.len(), path) {
            return Text::default();
        }
        let html = kind == "text/html";
        let files = if html { Vec::new() } else { embedded::files(&bytes) };
        let without = (!files.is_empty()).then(|| embedded::without(&bytes, &files));
        self.embedded(files, path, depth);
        let text = self.words(&bytes, entity.charset.as_deref(), path);
        if html {
            // Beside a plain form of such length a page is not the one that is read, so it need not be turned into text.
            let passed_over = self.plain > 0 && self.plain.saturating_mul(STUB) >= text.len();
            let read = if passed_over { String::new() } else { html_to_text(&text) };
            return Text { plain: Vec::new(), html: vec![text], read: some(read) };
        }
        let read = without.map(|rest| self.words(&rest, entity.charset.as_deref(), path));
        let read = read.as_deref().unwrap_or(&text);
        let read = if entity.flowed { Cow::Owned(unflowed(read)) } else { Cow::Borrowed(read) };
        Text { read: some(read.trim_end().to_owned()), html: Vec::new(), plain: vec![text] }
    }

    /// The words of a text, as many as the limit allows.
    fn words(&mut self, bytes: &[u8], charset: Option<&str>, path: &PartPath) -> String {
        // Cutting the bytes first bounds the work; the joined text is cut again.
        let most = self.reading.limits.text_bytes;
        if bytes.len() > most {
            self.reading.damage.add(Code::TextCut, path);
        }
        let bytes =
            if bytes.len() > most { whole_characters(bytes.get(..most).unwrap_or(bytes)) } else { bytes };
        let (text, declared_well) = text_in(bytes, charset);
        if !declared_well {
            self.reading.damage.add(Code::Charset, path);
        }
        if text.contains('\0') {
            self.reading.damage.add(Code::NulBytes, path);
        }
        with_unix_lines(text)
    }

    /// Lists the files that are written into a text.
    fn embedded(&mut self, files: Vec<Embedded>, path: &PartPath, depth: usize) {
        const KIND: &str = "application/octet-stream";
        for (index, file) in files.into_iter().enumerate() {
            let path = path.child(index);
            if !self.reading.take_part() {
                self.reading.damage.add(Code::TooManyParts, &path);
                return;
            }
            if !file.whole {
                self.reading.damage.add(Code::Truncated, &path);
            }
            let line = depth.saturating_sub(self.base) + 1;
            let name = Some(file.name).filter(|name| !name.is_empty());
            if self.reading.words_only {
                if !file::may_hold_mail(&file.bytes) {
                    continue;
                }
            } else {
                self.content.structure.push(StructureLine {
                    depth: u32::try_from(line).unwrap_or(u32::MAX),
                    path: path.clone(),
                    content_type: KIND.to_owned(),
                    name: name.clone(),
                    size: file.range.len() as u64,
                });
            }
            let file = File {
                bytes: Cow::Owned(file.bytes),
                content_type: KIND,
                name: name.as_deref(),
                content_id: None,
                attached: true,
                is_message: false,
            };
            file::take(&file, &path, (depth + 1, line), self.content, self.reading);
        }
    }

    /// Lists a part as a file, and reads it if it is a message.
    fn file(&mut self, entity: &Entity<'_>, path: &PartPath, depth: usize) {
        if self.reading.words_only
            && !entity.is_message()
            && entity.start().is_some_and(|start| !file::may_hold_mail(&start))
        {
            return;
        }
        let (bytes, encoded_well) = entity.decoded();
        if !encoded_well {
            self.reading.damage.add(Code::TransferEncoding, path);
        }
        let file = File {
            bytes,
            content_type: &entity.kind,
            name: entity.name.as_deref(),
            content_id: entity.content_id.as_deref(),
            attached: entity.attached,
            is_message: !entity.is_multipart() && entity.is_message(),
        };
        let line = depth.saturating_sub(self.base);
        file::take(&file, path, (depth, line), self.content, self.reading);
    }
}

/// Of alternatives a person reads one: the plain one, unless it only says that the mail program cannot show the other.
fn read_alternative(mut alternatives: Vec<(bool, String)>) -> Option<String> {
    alternatives.retain(|(_, text)| !text.trim().is_empty());
    let (plain, other): (Vec<_>, Vec<_>) = alternatives.into_iter().partition(|(plain, _)| *plain);
    let (plain, other) = (plain.into_iter().next(), other.into_iter().next());
    let stub = plain
        .as_ref()
        .zip(other.as_ref())
        .is_some_and(|((_, plain), (_, other))| plain.len() * STUB < other.len());
    let chosen = if stub { other } else { plain.or(other) };
    chosen.map(|(_, text)| text)
}

/// A text with its line endings made LF, however many returns stand before one, and without zero bytes.
fn with_unix_lines(text: String) -> String {
    if memchr::memchr2(b'\r', 0, text.as_bytes()).is_none() {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = memchr::memchr2(b'\r', 0, rest.as_bytes()) {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        if after.starts_with('\r') && !after.trim_start_matches('\r').starts_with('\n') {
            out.push('\r');
        }
        rest = after.get(1..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// The bytes without a UTF-8 character that a cut left unfinished.
fn whole_characters(bytes: &[u8]) -> &[u8] {
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => bytes.get(..error.valid_up_to()).unwrap_or(bytes),
        _ => bytes,
    }
}

fn some(text: String) -> Vec<String> {
    if text.trim().is_empty() { Vec::new() } else { vec![text] }
}

/// Text whose soft line ends (a space before the end) are joined (RFC 3676); quoted lines stay as they are.
fn unflowed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let body = line.strip_suffix('\n').unwrap_or(line);
        let soft = body.ends_with(' ') && body != "-- " && !body.starts_with('>');
        let body = if body.starts_with(' ') { body.get(1..).unwrap_or(body) } else { body };
        out.push_str(body);
        if !soft && line.ends_with('\n') {
            out.push('\n');
        }
    }
    out
}
