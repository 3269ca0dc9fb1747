//! A web page as a person reads it: paragraphs, lists and links as text; no script, no style, nothing fetched.

use super::markup::{Tag, Token, Tokens, address_shown, entity};

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
/// The text of an HTML document, lines ended by `\n`.
pub fn html_to_text(html: &str) -> String {
    let mut page = Page::default();
    for token in Tokens::of(html) {
        match token {
            Token::Text(text) => page.text(text),
            Token::Tag(tag) => page.tag(&tag),
        }
    }
    page.finish()
}

#[derive(Default)]
struct Page {
    out: String,
    breaks: usize,
    space: bool,
    lists: Vec<Option<u32>>,
    link: Option<(String, usize)>,
    preformatted: bool,
}

impl Page {
    fn text(&mut self, text: &str) {
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

    fn tag(&mut self, tag: &Tag<'_>) {
        let (name, closing) = (tag.name.as_str(), tag.closing);
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
            ("a", false) => self.link = tag.attribute("href").map(|address| (address, self.out.len())),
            ("a", true) => self.end_link(),
            ("img", false) => {
                if let Some(words) = tag.attribute("alt").filter(|words| !words.trim().is_empty()) {
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
