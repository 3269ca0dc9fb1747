//! A web page as a person reads it: paragraphs, lists and links as text; no script, no style, nothing fetched.

use mail_parser::decoders::html::add_html_token;

/// Elements whose content is not read.
pub(super) const SILENT: &[&str] =
    &["script", "style", "head", "title", "template", "noscript", "svg", "object", "iframe"];
/// Elements that begin and end a line.
const BLOCK: &[&str] = &[
    "p",
    "div",
    "tr",
    "table",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "section",
    "article",
    "header",
    "footer",
    "pre",
    "hr",
    "dl",
    "dt",
    "dd",
    "address",
    "center",
    "body",
    "form",
    "fieldset",
];
/// Elements with an empty line around them.
const PARAGRAPH: &[&str] =
    &["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "hr", "table", "pre"];
/// The longest entity name that is looked up, ampersand and semicolon included.
const ENTITY: usize = 34;

/// The text of an HTML document, lines ended by `\n`.
pub fn html_to_text(html: &str) -> String {
    let mut page = Page::default();
    for token in Tokens::of(html) {
        match token {
            Token::Text(text) => page.text(text),
            Token::Tag(tag) => page.tag(tag),
        }
    }
    page.finish()
}

/// A stretch of text as it is written, or the inside of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Text(&'a str),
    Tag(&'a str),
}

/// The tokens of an HTML document; comments are none.
pub(super) struct Tokens<'a>(&'a str);

impl<'a> Tokens<'a> {
    pub(super) fn of(html: &'a str) -> Self {
        Self(html)
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        while let Some(comment) = self.0.strip_prefix("<!--") {
            self.0 = comment.find("-->").and_then(|end| comment.get(end + 3..)).unwrap_or_default();
        }
        if self.0.is_empty() {
            return None;
        }
        let names = |c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?');
        if self.0.starts_with('<') && self.0.get(1..2).is_some_and(|c| c.starts_with(names)) {
            let end = tag_end(self.0);
            let tag = self.0.get(1..end).unwrap_or_default();
            self.0 = self.0.get(end + 1..).unwrap_or_default();
            return Some(Token::Tag(tag));
        }
        // What begins like a tag and is none is a character like others.
        let end = self.0.get(1..).and_then(|rest| rest.find('<')).filter(|_| self.0.starts_with('<'));
        let end = end.map(|end| end + 1).or_else(|| self.0.find('<').filter(|&end| end > 0));
        let (text, rest) = self.0.split_at(end.unwrap_or(self.0.len()));
        self.0 = rest;
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

#[derive(Default)]
struct Page {
    out: String,
    silent: Option<String>,
    breaks: usize,
    space: bool,
    lists: Vec<Option<u32>>,
    link: Option<(String, usize)>,
    preformatted: bool,
}

impl Page {
    fn text(&mut self, text: &str) {
        if self.silent.is_some() {
            return;
        }
        let mut rest = text;
        while let Some(character) = rest.chars().next() {
            let run = rest.bytes().position(stands_out).unwrap_or(rest.len());
            if run > 0 {
                let (plain, after) = rest.split_at(run);
                self.flush();
                self.out.push_str(plain);
                rest = after;
                continue;
            }
            if character == '&' {
                let (decoded, after) = entity(rest);
                for one in decoded.chars() {
                    self.character(one, false);
                }
                rest = after;
            } else {
                self.character(character, true);
                rest = rest.get(character.len_utf8()..).unwrap_or_default();
            }
        }
    }

    fn character(&mut self, character: char, collapses: bool) {
        if character == '\0' {
            return;
        }
        if self.preformatted && character == '\n' {
            self.line_break();
        } else if collapses && character.is_ascii_whitespace() && !self.preformatted {
            self.space = true;
        } else {
            self.flush();
            self.out.push(if character == '\u{A0}' { ' ' } else { character });
        }
    }

    fn flush(&mut self) {
        if self.breaks > 0 {
            while self.out.ends_with(' ') {
                self.out.pop();
            }
            if !self.out.is_empty() {
                self.out.extend(std::iter::repeat_n('\n', self.breaks));
            }
            self.breaks = 0;
        } else if self.space && !self.out.is_empty() && !self.out.ends_with(['\n', ' ']) {
            self.out.push(' ');
        }
        self.space = false;
    }

    fn line(&mut self, breaks: usize) {
        self.breaks = self.breaks.max(breaks);
    }

    fn line_break(&mut self) {
        self.breaks = self.breaks.saturating_add(1).min(2);
    }

    fn tag(&mut self, tag: &str) {
        let closing = tag.starts_with('/');
        let inner = tag.trim_start_matches('/');
        let end = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
        let name = inner.get(..end).unwrap_or_default().to_ascii_lowercase();
        let name = name.as_str();
        if let Some(silent) = &self.silent {
            let headless = silent == "head" && name == "body";
            if headless || (closing && silent == name) {
                self.silent = None;
            }
            return;
        }
        if SILENT.contains(&name) {
            if !closing && !tag.ends_with('/') {
                self.silent = Some(name.to_owned());
            }
            return;
        }
        if name == "br" {
            self.line_break();
        } else if PARAGRAPH.contains(&name) && self.lists.len() < 2 {
            self.line(2);
        } else if BLOCK.contains(&name) {
            self.line(1);
        } else if matches!(name, "td" | "th") && !closing {
            self.space = true;
        }
        match (name, closing) {
            ("pre", _) => self.preformatted = !closing,
            ("ul", false) if self.lists.len() < 32 => self.lists.push(None),
            ("ol", false) if self.lists.len() < 32 => self.lists.push(Some(0)),
            ("ul" | "ol", true) => drop(self.lists.pop()),
            ("li", false) => self.item(),
            ("a", false) => self.link = attribute(inner, "href").map(|address| (address, self.out.len())),
            ("a", true) => self.end_link(),
            ("img", false) => {
                if let Some(words) = attribute(inner, "alt").filter(|words| !words.trim().is_empty()) {
                    self.text(&format!("[{}]", words.trim()));
                }
            }
            _ => {}
        }
    }

    fn item(&mut self) {
        let depth = self.lists.len().saturating_sub(1);
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number = number.saturating_add(1);
                format!("{number}. ")
            }
            _ => "- ".to_owned(),
        };
        self.line(1);
        self.flush();
        self.out.push_str(&"  ".repeat(depth));
        self.out.push_str(&mark);
    }

    /// Puts a link's address after its words unless the words already are the address.
    fn end_link(&mut self) {
        let Some((address, start)) = self.link.take() else { return };
        let words = self.out.get(start..).unwrap_or_default().trim().to_owned();
        if let Some(after) = address_shown(&address, &words) {
            self.out.push_str(&after);
        }
    }

    fn finish(mut self) -> String {
        let end = self.out.trim_end().len();
        self.out.truncate(end);
        self.out
    }
}

/// Whether a byte is not simply the next one of a word: white space, an entity, a zero byte, or the start of a no-break space.
fn stands_out(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'&' | 0 | 0xC2)
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

/// The value of an attribute in the inside of a tag, entities decoded.
pub(super) fn attribute(tag: &str, name: &str) -> Option<String> {
    let lower = tag.to_ascii_lowercase();
    let at = lower.match_indices(name).find_map(|(at, _)| {
        let before = lower.get(..at)?.ends_with(|c: char| c.is_ascii_whitespace() || matches!(c, '"' | '\''));
        let after = lower.get(at + name.len()..)?.trim_start();
        (before && after.starts_with('=')).then_some(at + name.len())
    })?;
    let value = tag.get(at..)?.trim_start().strip_prefix('=')?.trim_start();
    let value = match value.chars().next()? {
        quote @ ('"' | '\'') => value.get(1..)?.split(quote).next()?,
        _ => value.split(|c: char| c.is_ascii_whitespace() || c == '>').next()?,
    };
    Some(value.replace("&amp;", "&"))
}
