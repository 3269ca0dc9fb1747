//! Rich text as a person reads it, and the web page that Outlook hides in it (MS-OXRTFEX).

mod token;

use token::{Token, Tokens};

use crate::mail::cut;

/// Groups inside groups that are told apart; deeper ones are read as part of the deepest.
const DEPTH: usize = 1_000;
/// Fonts whose character set is remembered.
const FONTS: usize = 1_000;

/// What a rich text document holds.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum RichText {
    /// A web page that was turned into rich text, turned back.
    Html(String),
    /// Words.
    Plain(String),
}

/// Reads a rich text document into at most `most` bytes; says whether more was there.
pub(crate) fn read(bytes: &[u8], most: usize) -> (RichText, bool) {
    let start = bytes.get(..2048).unwrap_or(bytes);
    let html = memchr::memmem::find(start, b"\\fromhtml1").is_some();
    let mut reader = Reader::new(html, most);
    for token in Tokens(bytes) {
        reader.take(token);
        if reader.out.len() > most {
            break;
        }
    }
    reader.flush();
    let (text, was_cut) = cut(reader.out, most);
    if html {
        return (RichText::Html(text), was_cut);
    }
    (RichText::Plain(text.trim_end().to_owned()), was_cut)
}

/// What holds until a group ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Group {
    /// Nothing in it is text.
    silent: bool,
    /// It holds tags of a web page.
    tags: bool,
    /// What it holds was put there for readers of rich text only.
    rich_only: bool,
    /// It lists fonts.
    fonts: bool,
    code_page: Option<u32>,
    /// Characters that stand after one in Unicode, for readers that know only bytes.
    doubles: usize,
}

struct Reader {
    html: bool,
    out: String,
    bytes: Vec<u8>,
    units: Vec<u16>,
    groups: Vec<Group>,
    group: Group,
    /// Groups opened beyond the depth that is told apart.
    beyond: usize,
    /// Whether the group has just been opened, so that a word may say what it is.
    opened: bool,
    starred: bool,
    skip: usize,
    document_page: Option<u32>,
    fonts: Vec<(i32, u32)>,
    font: i32,
}

impl Reader {
    fn new(html: bool, most: usize) -> Self {
        Self {
            html,
            out: String::with_capacity(most.min(1 << 16)),
            bytes: Vec::new(),
            units: Vec::new(),
            groups: Vec::new(),
            group: Group { doubles: 1, ..Group::default() },
            beyond: 0,
            opened: false,
            starred: false,
            skip: 0,
            document_page: None,
            fonts: Vec::new(),
            font: 0,
        }
    }

    fn take(&mut self, token: Token<'_>) {
        let opened = std::mem::take(&mut self.opened);
        if !matches!(token, Token::Byte(_) | Token::Text(_)) {
            self.flush_bytes();
        }
        match token {
            Token::Open => {
                self.skip = 0;
                self.opened = true;
                self.starred = false;
                if self.groups.len() < DEPTH { self.groups.push(self.group) } else { self.beyond += 1 }
            }
            Token::Close => {
                self.skip = 0;
                match self.beyond.checked_sub(1) {
                    Some(left) => self.beyond = left,
                    None => self.group = self.groups.pop().unwrap_or(self.group),
                }
            }
            Token::Word(word, number) => self.word(word, number, opened),
            Token::Sign(b'*') if opened => (self.opened, self.starred) = (true, true),
            Token::Sign(sign) => self.sign(sign),
            Token::Byte(byte) => self.literal(&[byte]),
            Token::Text(text) => self.literal(text),
        }
    }

    fn word(&mut self, word: &[u8], number: Option<i32>, opened: bool) {
        let starred = std::mem::take(&mut self.starred);
        match word {
            b"u" => self.unicode(number.unwrap_or_default()),
            b"uc" => self.group.doubles = number.and_then(|n| usize::try_from(n).ok()).unwrap_or(1).min(16),
            b"ansicpg" => self.document_page = number.and_then(|page| u32::try_from(page).ok()),
            b"htmltag" if starred => self.group.tags = true,
            b"htmlrtf" => self.group.rich_only = number != Some(0),
            b"fonttbl" => (self.group.fonts, self.group.silent) = (true, true),
            b"f" if self.group.fonts => self.font = number.unwrap_or_default(),
            b"f" => self.group.code_page = self.page_of(number.unwrap_or_default()),
            b"plain" => self.group.code_page = None,
            b"fcharset" if self.group.fonts && self.fonts.len() < FONTS => {
                self.fonts.extend(number.and_then(code_page).map(|page| (self.font, page)));
            }
            b"colortbl" | b"stylesheet" | b"info" | b"pict" | b"header" | b"footer" | b"headerl"
            | b"headerr" | b"footerl" | b"footerr" | b"fldinst" | b"filetbl" | b"object" | b"listtable"
            | b"footnote"
                if opened =>
            {
                self.group.silent = true;
            }
            _ if starred => self.group.silent = true,
            _ => self.mark(word),
        }
    }

    /// Words that stand for a character.
    fn mark(&mut self, word: &[u8]) {
        let text = match word {
            b"par" | b"line" | b"sect" | b"page" | b"row" => "\n",
            b"tab" | b"cell" => "\t",
            b"lquote" => "\u{2018}",
            b"rquote" => "\u{2019}",
            b"ldblquote" => "\u{201C}",
            b"rdblquote" => "\u{201D}",
            b"bullet" => "\u{2022}",
            b"endash" => "\u{2013}",
            b"emdash" => "\u{2014}",
            b"emspace" | b"enspace" | b"qmspace" => " ",
            _ => return,
        };
        self.push(text);
    }

    fn sign(&mut self, sign: u8) {
        match sign {
            b'~' => self.push("\u{A0}"),
            b'_' => self.push("\u{2011}"),
            b'{' => self.literal(b"{"),
            b'}' => self.literal(b"}"),
            b'\\' => self.literal(b"\\"),
            b'\r' | b'\n' => self.push("\n"),
            _ => {}
        }
    }

    fn literal(&mut self, mut text: &[u8]) {
        while self.skip > 0 && !text.is_empty() {
            self.skip -= 1;
            text = text.get(1..).unwrap_or_default();
        }
        if self.is_heard() && !text.is_empty() {
            self.flush_units();
            self.bytes.extend_from_slice(text);
        }
    }

    fn unicode(&mut self, number: i32) {
        self.skip = self.group.doubles;
        if self.is_heard() {
            // Numbers above 32767 are written as negative ones.
            self.units.push(u16::try_from(number & 0xFFFF).unwrap_or_default());
        }
    }

    fn push(&mut self, text: &str) {
        self.flush();
        if self.is_heard() {
            self.out.push_str(text);
        }
    }

    fn is_heard(&self) -> bool {
        let group = &self.group;
        let for_others = self.html && group.rich_only && !group.tags;
        !group.silent && !for_others
    }

    fn flush(&mut self) {
        self.flush_bytes();
        self.flush_units();
    }

    /// Bytes wait until there are no more, since a character may need two of them.
    fn flush_bytes(&mut self) {
        if !self.bytes.is_empty() {
            let page = self.group.code_page.or(self.document_page).or(Some(1252));
            self.out.push_str(&crate::outlook::decoded(&std::mem::take(&mut self.bytes), page));
        }
    }

    fn flush_units(&mut self) {
        let units = std::mem::take(&mut self.units);
        self.out.extend(char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)));
    }

    fn page_of(&self, font: i32) -> Option<u32> {
        self.fonts.iter().find(|(number, _)| *number == font).map(|(_, page)| *page)
    }
}

/// The code page of a character set of fonts.
fn code_page(charset: i32) -> Option<u32> {
    Some(match charset {
        0 => 1252,
        77 => 10_000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    })
}
