//! A web page as it is printed: headings, paragraphs, lists, tables and the places of pictures; no script, no style, nothing
//! fetched.
//!
//! Mail is laid out with tables, one inside the other. Only a table that holds a grid of short texts is kept as one; of
//! every other the cells are read one after the other, as a person reads them.

mod grid;
mod picture;

pub use picture::{PictureSource, picture_data};

use super::decode::cut;
use super::markup::{Tag, Token, Tokens, address_shown, entity};
use grid::Open;
use picture::source;

/// Tables inside tables that are told apart; those further in are read as text.
const DEPTH: usize = 32;
/// Bytes of a link's address that are shown: what follows says to whom it was sent.
const ADDRESS: usize = 100;
/// Lists inside lists that are told apart.
const LISTS: usize = 16;

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A heading.
    Heading(String),
    /// Running text; a line feed inside starts a new line.
    Paragraph(String),
    /// Words that the page quotes, one entry per paragraph.
    Quote(Vec<String>),
    /// Items; those of a list inside another are lines of the item around them.
    List {
        /// Whether they are numbered.
        numbered: bool,
        /// The items.
        items: Vec<String>,
    },
    /// A grid of short texts.
    Table {
        /// Whether the first row names the columns.
        headed: bool,
        /// Rows of cells, from the top and from the left.
        rows: Vec<Vec<String>>,
    },
    /// Where a picture stands.
    Picture {
        /// Where its bytes are.
        source: PictureSource,
        /// What the page says in its place.
        words: String,
        /// How wide the page shows it, in pixels, if it says.
        width: Option<u16>,
    },
}

/// The pieces of an HTML document in the order in which they are read.
pub fn page_pieces(html: &str) -> Vec<Piece> {
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
    pieces: Vec<Piece>,
    tables: Vec<Open>,
    /// Tables beyond the depth that is told apart.
    deeper: usize,
    lists: Vec<(bool, Vec<String>)>,
    /// Whether the next text begins an item.
    item: bool,
    quotes: usize,
    heading: bool,
    preformatted: bool,
    link: Option<(String, String)>,
    line: String,
    space: bool,
}

impl Page {
    fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find('&') {
            let (before, tail) = rest.split_at(at);
            self.words(before, true);
            let (decoded, after) = entity(tail);
            self.words(&decoded, false);
            rest = after;
        }
        self.words(rest, true);
    }

    /// Adds words; white space that is written as such is one space.
    fn words(&mut self, text: &str, collapses: bool) {
        for character in text.chars().filter(|&character| character != '\0') {
            if self.preformatted && character == '\n' {
                self.line_feed();
            } else if collapses && !self.preformatted && character.is_ascii_whitespace() {
                self.space = true;
            } else {
                self.push(if character == '\u{A0}' { ' ' } else { character });
            }
        }
    }

    fn push(&mut self, character: char) {
        let space = std::mem::take(&mut self.space);
        if space && !self.line.is_empty() && !self.line.ends_with(['\n', ' ']) {
            self.line.push(' ');
        }
        self.line.push(character);
        if let Some((_, shown)) = &mut self.link {
            shown.push(character);
        }
    }

    fn line_feed(&mut self) {
        self.space = false;
        let end = self.line.trim_end_matches(' ').len();
        self.line.truncate(end);
        self.line.push('\n');
    }

    /// Ends a paragraph, item or heading.
    fn flush(&mut self) {
        self.space = false;
        let text = std::mem::take(&mut self.line).trim().to_owned();
        if text.is_empty() {
            return;
        }
        let begins = std::mem::take(&mut self.item);
        if let Some((_, items)) = self.lists.last_mut() {
            match items.last_mut().filter(|_| !begins) {
                Some(item) => {
                    item.push('\n');
                    item.push_str(&text);
                }
                None => items.push(text),
            }
        } else if self.heading {
            self.put(Piece::Heading(text));
        } else if self.quotes > 0 {
            self.put(Piece::Quote(vec![text]));
        } else {
            self.put(Piece::Paragraph(text));
        }
    }

    fn put(&mut self, piece: Piece) {
        let cell = self.tables.last_mut().and_then(Open::cell);
        let place = cell.unwrap_or(&mut self.pieces);
        match (place.last_mut(), piece) {
            (Some(Piece::Quote(before)), Piece::Quote(more)) => before.extend(more),
            (_, piece) => place.push(piece),
        }
    }

    fn tag(&mut self, tag: &Tag<'_>) {
        let (name, closing) = (tag.name.as_str(), tag.closing);
        let count = |depth: &mut usize| *depth = if closing { depth.saturating_sub(1) } else { *depth + 1 };
        match name {
            "br" => self.line_feed(),
            "a" => self.link(tag),
            "img" if !closing => self.picture(tag),
            "table" => self.table(tag),
            "tr" | "td" | "th" => self.cell(name, closing),
            "ul" | "ol" => self.list(name == "ol", closing),
            "li" => {
                self.flush();
                self.item = !closing;
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.flush();
                self.heading = !closing;
            }
            "blockquote" => {
                self.flush();
                count(&mut self.quotes);
            }
            "pre" => {
                self.flush();
                self.preformatted = !closing;
            }
            "p" | "div" | "section" | "article" | "header" | "footer" | "hr" | "dl" | "dt" | "dd"
            | "address" | "center" | "body" | "form" | "fieldset" | "caption" => self.flush(),
            _ => {}
        }
    }

    /// Puts a link's address after its words unless the words already are the address.
    fn link(&mut self, tag: &Tag<'_>) {
        if !tag.closing {
            self.link = tag.attribute("href").map(|address| (address, String::new()));
        } else if let Some((address, shown)) = self.link.take()
            && let Some(after) = address_shown(&address, shown.trim())
        {
            let (mut after, was_cut) = cut(after, ADDRESS);
            if was_cut {
                after.push_str("…>");
            }
            self.words(&after, false);
        }
    }

    fn picture(&mut self, tag: &Tag<'_>) {
        let tiny = |side: &str| tag.attribute(side).is_some_and(|size| matches!(size.trim(), "0" | "1"));
        if tiny("width") || tiny("height") {
            return;
        }
        let words = tag.attribute("alt").unwrap_or_default().trim().to_owned();
        let source = source(&tag.attribute("src").unwrap_or_default());
        if source == PictureSource::Elsewhere && words.is_empty() {
            return;
        }
        let width = tag.attribute("width").and_then(|width| width.trim().trim_end_matches("px").parse().ok());
        self.flush();
        self.put(Piece::Picture { source, words, width });
    }

    fn list(&mut self, numbered: bool, closing: bool) {
        self.flush();
        if !closing {
            if self.lists.len() < LISTS {
                self.lists.push((numbered, Vec::new()));
            }
            return;
        }
        let Some((numbered, items)) = self.lists.pop() else { return };
        if items.is_empty() {
            return;
        }
        match self.lists.last_mut() {
            Some((_, outer)) => {
                let lines: Vec<String> = items.iter().map(|item| format!("– {item}")).collect();
                match outer.last_mut() {
                    Some(around) => {
                        around.push('\n');
                        around.push_str(&lines.join("\n"));
                    }
                    None => outer.extend(lines),
                }
            }
            None => self.put(Piece::List { numbered, items }),
        }
    }

    fn end_lists(&mut self) {
        self.flush();
        while !self.lists.is_empty() {
            self.list(false, true);
        }
    }

    fn table(&mut self, tag: &Tag<'_>) {
        self.end_lists();
        match (tag.closing, self.deeper) {
            (false, 0) if self.tables.len() < DEPTH => {
                if let Some(around) = self.tables.last_mut() {
                    around.holds_table();
                }
                let layout = tag.attribute("role").is_some_and(|role| role == "presentation");
                self.tables.push(Open::new(layout));
            }
            (false, _) => self.deeper += 1,
            (true, 0) => self.end_table(),
            (true, _) => self.deeper -= 1,
        }
    }

    fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        for piece in table.into_pieces() {
            self.put(piece);
        }
    }

    fn cell(&mut self, name: &str, closing: bool) {
        self.end_lists();
        let Some(table) = self.tables.last_mut().filter(|_| self.deeper == 0 && !closing) else { return };
        match name {
            "tr" => table.begin_row(),
            name => table.begin_cell(name == "th"),
        }
    }

    fn finish(mut self) -> Vec<Piece> {
        self.end_lists();
        while !self.tables.is_empty() {
            self.end_table();
        }
        self.pieces
    }
}
