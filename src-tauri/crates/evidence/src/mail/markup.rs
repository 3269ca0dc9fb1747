//! A web page as a row of texts and tags; what no reader sees is left out.

use mail_parser::decoders::html::add_html_token;

/// Elements whose content is not read.
const SILENT: &[&str] =
    &["script", "style", "title", "template", "noscript", "svg", "object", "iframe", "xml"];
/// The longest entity name that is looked up, ampersand and semicolon included.
const ENTITY: usize = 34;

/// A stretch of text as it is written, or a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Text(&'a str),
    Tag(Tag<'a>),
}

/// A tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// The element, in small letters.
    pub(super) name: String,
    /// Whether it ends the element.
    pub(super) closing: bool,
    /// What stands in it, the name first.
    inner: &'a str,
}

impl<'a> Tag<'a> {
    fn of(raw: &'a str) -> Self {
        let inner = raw.trim_start_matches('/');
        let end = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
        let name = inner.get(..end).unwrap_or_default().to_ascii_lowercase();
        Self { name, closing: raw.starts_with('/'), inner }
    }

    /// The value of an attribute, entities decoded.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let lower = self.inner.to_ascii_lowercase();
        let at = lower.match_indices(name).find_map(|(at, _)| {
            let before =
                lower.get(..at)?.ends_with(|c: char| c.is_ascii_whitespace() || matches!(c, '"' | '\''));
            let after = lower.get(at + name.len()..)?.trim_start();
            (before && after.starts_with('=')).then_some(at + name.len())
        })?;
        let value = self.inner.get(at..)?.trim_start().strip_prefix('=')?.trim_start();
        let value = match value.chars().next()? {
            quote @ ('"' | '\'') => value.get(1..)?.split(quote).next()?,
            _ => value.split(|c: char| c.is_ascii_whitespace() || c == '>').next()?,
        };
        Some(value.replace("&amp;", "&"))
    }
}

/// The tokens of an HTML document; comments and what is not read are none.
pub(super) struct Tokens<'a> {
    rest: &'a str,
    /// Silent elements that are never closed: their tags alone are left out, since a page must not lose its words to one.
    unclosed: Vec<&'static str>,
}

impl<'a> Tokens<'a> {
    pub(super) fn of(html: &'a str) -> Self {
        Self { rest: html, unclosed: Vec::new() }
    }

    /// The next tag, if the rest begins with one.
    fn tag(&mut self) -> Option<&'a str> {
        let names = |c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?');
        if !(self.rest.starts_with('<') && self.rest.get(1..2).is_some_and(|c| c.starts_with(names))) {
            return None;
        }
        let end = tag_end(self.rest);
        let tag = self.rest.get(1..end).unwrap_or_default();
        self.rest = self.rest.get(end + 1..).unwrap_or_default();
        Some(tag)
    }

    /// Leaves out the content of an element that has just begun.
    fn silence(&mut self, name: &'static str) {
        if self.unclosed.contains(&name) {
            return;
        }
        match end_of(self.rest, name) {
            Some(end) => self.rest = self.rest.get(end..).unwrap_or_default(),
            None => self.unclosed.push(name),
        }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            while let Some(comment) = self.rest.strip_prefix("<!--") {
                self.rest = comment.find("-->").and_then(|end| comment.get(end + 3..)).unwrap_or_default();
            }
            if self.rest.is_empty() {
                return None;
            }
            let Some(raw) = self.tag() else { break };
            let tag = Tag::of(raw);
            let Some(silent) = SILENT.iter().copied().find(|name| *name == tag.name) else {
                return Some(Token::Tag(tag));
            };
            if !tag.closing && !raw.ends_with('/') {
                self.silence(silent);
            }
        }
        // What begins like a tag and is none is a character like others.
        let inside =
            self.rest.get(1..).and_then(|rest| rest.find('<')).filter(|_| self.rest.starts_with('<'));
        let end = inside.map(|end| end + 1).or_else(|| self.rest.find('<').filter(|&end| end > 0));
        let (text, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        Some(Token::Text(text))
    }
}

/// Offset of the `>` that ends a tag; one inside quotes does not.
fn tag_end(tag: &str) -> usize {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    // A quote that never closes would swallow the page.
    tag.find('>').unwrap_or(tag.len())
}

/// Offset behind the tag that ends an element.
fn end_of(html: &str, name: &str) -> Option<usize> {
    let at = html.match_indices("</").map(|(at, _)| at + 2).find(|at| {
        let after = html.get(*at..).unwrap_or_default();
        let named = after.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        named && !after.get(name.len()..).unwrap_or_default().starts_with(|c: char| c.is_ascii_alphanumeric())
    })?;
    Some(html.get(at..)?.find('>').map_or(html.len(), |end| at + end + 1))
}

/// The characters of the entity with which a text begins, and what follows it; what is none stands for itself.
pub(super) fn entity(text: &str) -> (String, &str) {
    let end = text.bytes().take(ENTITY).position(|byte| byte == b';');
    let (entity, rest) = end
        .and_then(|end| text.split_at_checked(end + 1))
        .unwrap_or(("&", text.get(1..).unwrap_or_default()));
    let mut decoded = String::new();
    add_html_token(&mut decoded, entity.as_bytes(), false);
    (decoded, rest)
}

/// What to write after the words of a link: its address, unless the words already are that.
pub(super) fn address_shown(address: &str, words: &str) -> Option<String> {
    let shown = address.trim_end_matches('/');
    let other =
        address.starts_with("http") && !words.is_empty() && !words.contains(shown) && !shown.ends_with(words);
    let plain = || address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect::<String>();
    other.then(|| format!(" <{}>", plain()))
}
