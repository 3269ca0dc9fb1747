//! Pages of text in the fonts that every reader has.

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat, dictionary};
use unicode_normalization::UnicodeNormalization as _;

/// A line of text, or a gap.
pub struct Line {
    text: String,
    size: f32,
    bold: bool,
}

impl Line {
    /// Plain text, broken where the page ends.
    pub fn text(text: &str) -> Self {
        Self { text: text.to_owned(), size: 11.0, bold: false }
    }

    /// A heading.
    pub fn bold(text: &str) -> Self {
        Self { text: text.to_owned(), size: 14.0, bold: true }
    }

    /// Small print.
    pub fn small(text: &str) -> Self {
        Self { text: text.to_owned(), size: 8.0, bold: false }
    }

    /// A gap.
    pub fn gap() -> Self {
        Self::text("")
    }
}

/// A document in the making.
pub struct Document {
    /// What is there so far.
    pub pdf: lopdf::Document,
    pages: Vec<ObjectId>,
    root: ObjectId,
    fonts: ObjectId,
    id: String,
}

impl Document {
    /// An empty document; `date` is written as PDF writes dates.
    pub fn new(title: &str, producer: &str, date: &str) -> Self {
        let mut pdf = lopdf::Document::with_version("1.6");
        let root = pdf.new_object_id();
        let font = |name: &str| dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => name, "Encoding" => "WinAnsiEncoding" };
        let regular = pdf.add_object(font("Helvetica"));
        let bold = pdf.add_object(font("Helvetica-Bold"));
        let fonts = pdf.add_object(dictionary! { "Font" => dictionary! { "R" => regular, "B" => bold } });
        let info = pdf.add_object(dictionary! {
            "Title" => Object::string_literal(title),
            "Producer" => Object::string_literal(producer),
            "CreationDate" => Object::string_literal(date),
        });
        pdf.trailer.set("Info", info);
        Self { pdf, pages: Vec::new(), root, fonts, id: format!("{title} {producer} {date}") }
    }

    /// An upright A4 page.
    pub fn portrait(&mut self, lines: &[Line]) {
        self.page((595, 842), 0, lines);
    }

    /// A page of `size` points, shown turned by `rotate` degrees.
    pub fn page(&mut self, (width, height): (i64, i64), rotate: i64, lines: &[Line]) {
        let content = write(
            lines,
            if rotate == 90 { height } else { width },
            if rotate == 90 { width } else { height },
            rotate,
            width,
        );
        let content = self.pdf.add_object(Stream::new(dictionary! {}, content));
        let mut page = dictionary! { "MediaBox" => vec![0.into(), 0.into(), width.into(), height.into()], "Contents" => content, "Resources" => self.fonts };
        if rotate != 0 {
            page.set("Rotate", rotate);
        }
        self.add(page);
    }

    /// A page as it is.
    pub fn add(&mut self, mut page: Dictionary) -> ObjectId {
        page.set("Type", "Page");
        page.set("Parent", self.root);
        let id = self.pdf.add_object(page);
        self.pages.push(id);
        id
    }

    /// The finished document, not yet written.
    pub fn finish(mut self, catalogue: Dictionary) -> lopdf::Document {
        let kids: Vec<Object> = self.pages.iter().map(|id| Object::Reference(*id)).collect();
        let count = i64::try_from(kids.len()).expect("few pages");
        self.pdf.objects.insert(
            self.root,
            Object::Dictionary(dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }),
        );
        let mut whole = catalogue;
        whole.set("Type", "Catalog");
        whole.set("Pages", self.root);
        let whole = self.pdf.add_object(whole);
        self.pdf.trailer.set("Root", whole);
        let id = crate::sample::seed::Seed::new(&self.id).bytes("file id", 16);
        let id = Object::String(id, StringFormat::Hexadecimal);
        self.pdf.trailer.set("ID", vec![id.clone(), id]);
        self.pdf
    }

    /// The finished document as bytes.
    pub fn bytes(self) -> Vec<u8> {
        written(self.finish(Dictionary::new()))
    }
}

/// A document as bytes.
pub fn written(mut pdf: lopdf::Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).expect("memory takes every byte");
    bytes
}

fn write(lines: &[Line], width: i64, height: i64, rotate: i64, turned: i64) -> Vec<u8> {
    let mut operations = Vec::new();
    if rotate == 90 {
        // The page is stored upright; its content lies on its side, so that it reads when the viewer turns it.
        operations.push(Operation::new(
            "cm",
            vec![0.into(), 1.into(), (-1).into(), 0.into(), turned.into(), 0.into()],
        ));
    }
    let mut y = height as f32 - 72.0;
    for line in lines {
        for piece in broken(&line.text, (width as f32 - 144.0) / (line.size * 0.5)) {
            let font = if line.bold { "B" } else { "R" };
            operations.extend([
                Operation::new("BT", vec![]),
                Operation::new("Tf", vec![font.into(), line.size.into()]),
                Operation::new("Td", vec![72.into(), y.into()]),
                Operation::new("Tj", vec![Object::String(win_ansi(&piece), StringFormat::Literal)]),
                Operation::new("ET", vec![]),
            ]);
            y -= line.size * 1.4;
        }
    }
    Content { operations }.encode().expect("the content can be written")
}

fn broken(text: &str, characters: f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let last = lines.last_mut().expect("there is a line");
        if !last.is_empty() && (last.chars().count() + 1 + word.chars().count()) as f32 > characters {
            lines.push(word.to_owned());
        } else {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(word);
        }
    }
    lines
}

/// Text in the encoding of the fonts: Latin 1 and the apostrophe of the notice; as in many an old program, other
/// letters lose their marks.
fn win_ansi(text: &str) -> Vec<u8> {
    let byte = |c: char| u8::try_from(u32::from(c)).ok();
    text.chars()
        .filter_map(|c| match c {
            '’' => Some(0x92),
            'Ł' => Some(b'L'),
            'ł' => Some(b'l'),
            c => byte(c).or_else(|| c.nfd().next().and_then(byte)),
        })
        .collect()
}
