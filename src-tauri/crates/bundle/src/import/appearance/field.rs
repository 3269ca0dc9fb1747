//! Fields drawn from their answers (ISO 32000-1, 12.7.3.3).

use super::super::annotation::ancestors;
use super::super::geometry::{Rect, number};
use super::super::open::dictionary;
use super::face::{Face, encoded, operand};
use super::{border, choice, colour, form};
use lopdf::{Dictionary, Document, Object, Stream};

/// Longest answer that is drawn, in characters, and the lines of it.
const LONGEST: usize = 20_000;
const LINES: usize = 400;
/// Bits of the field flags (ISO 32000-1, tables 226 and 228): many lines, a password, one sign a cell.
const MULTILINE: i64 = 1 << 12;
const PASSWORD: i64 = 1 << 13;
const COMB: i64 = 1 << 24;
/// Bit of the field flags for buttons that do something when they are pressed (ISO 32000-1, table 226).
const PUSH: i64 = 1 << 16;

/// The form that fields belong to.
pub(in super::super) struct Form<'d> {
    entries: Option<&'d Dictionary>,
    /// Its fields are to be drawn anew, because their looks are not what their answers are.
    pub(in super::super) stale: bool,
}

impl<'d> Form<'d> {
    pub(in super::super) fn of(document: &'d Document) -> Self {
        let catalog = document.catalog().ok();
        let entries = catalog
            .and_then(|catalog| catalog.get(b"AcroForm").ok())
            .and_then(|form| dictionary(document, form));
        let needs =
            |form: &Dictionary| form.get_deref(b"NeedAppearances", document).and_then(Object::as_bool);
        Self { entries, stale: entries.is_some_and(|form| needs(form).unwrap_or(false)) }
    }
}

/// How a field's answer is set.
struct Look {
    face: Face,
    size: f32,
    colour: String,
    /// 0 left, 1 centre, 2 right.
    side: i64,
    flags: i64,
    cells: usize,
}

/// The look of a field's answer; `None` where it has none, or one that cannot be set in the form's face.
pub(in super::super) fn field(
    document: &Document,
    form_of: &Form<'_>,
    widget: &Dictionary,
    rect: Rect,
) -> Option<Stream> {
    let chain = ancestors(document, widget);
    let inherited = |key: &[u8]| {
        chain.iter().find_map(|node| node.get_deref(key, document).ok().filter(|value| !value.is_null()))
    };
    let whole = |key: &[u8]| inherited(key).and_then(|value| value.as_i64().ok()).unwrap_or(0);
    let (width, height) = (rect.width(), rect.height());
    if !(width > 1.0 && height > 1.0) {
        return None;
    }
    let flags = whole(b"Ff");
    let ground = ground(document, widget, width, height);
    let bare = |ground: String| (!ground.is_empty()).then(|| form(width, height, ground, Dictionary::new()));
    match inherited(b"FT")?.as_name().ok()? {
        b"Btn" => {
            let state = widget.get_deref(b"AS", document).ok().or_else(|| inherited(b"V"));
            let state = state.and_then(|state| state.as_name().ok()).unwrap_or(b"Off");
            if flags & PUSH == 0 && state != b"Off" {
                return Some(choice::chosen(width, height, flags, &ground));
            }
            bare(ground)
        }
        b"Tx" | b"Ch" => {
            let Some(words) = inherited(b"V").and_then(|value| answer(document, value)) else {
                return bare(ground);
            };
            let words = if flags & PASSWORD != 0 { "*".repeat(words.chars().count()) } else { words };
            let default = inherited(b"DA").or_else(|| form_of.entries?.get_deref(b"DA", document).ok());
            let (font, size, ink) = spoken(default.and_then(|da| da.as_str().ok()).unwrap_or_default());
            let look = Look {
                face: Face::find(document, form_of.entries, &font),
                size,
                colour: ink,
                side: whole(b"Q"),
                flags,
                cells: usize::try_from(whole(b"MaxLen")).unwrap_or_default(),
            };
            Some(set(&words, look, ground, width, height)?)
        }
        _ => None,
    }
}

/// The look of words that somebody wrote on the page. Signs that the face has not are marked; the sheet has them in words.
pub(in super::super) fn free_text(
    document: &Document,
    form_of: &Form<'_>,
    annotation: &Dictionary,
    rect: Rect,
) -> Option<Stream> {
    let (width, height) = (rect.width(), rect.height());
    let words = answer(document, annotation.get_deref(b"Contents", document).ok()?)?;
    let known = |sign: char| {
        if sign == '\n' || encoded(sign.encode_utf8(&mut [0; 4])).is_some() { sign } else { '?' }
    };
    let words: String = words.chars().map(known).collect();
    let default = annotation.get_deref(b"DA", document).and_then(Object::as_str);
    let (font, size, ink) = spoken(default.unwrap_or_default());
    let look = Look {
        face: Face::find(document, form_of.entries, &font),
        size,
        colour: ink,
        side: annotation.get_deref(b"Q", document).and_then(Object::as_i64).unwrap_or(0),
        flags: MULTILINE,
        cells: 0,
    };
    let mut ground = String::new();
    if let Some(colour) = colour(document, annotation.get(b"C").ok(), false) {
        ground = format!("q {colour}0 0 {} {} re f Q\n", number(width), number(height));
    }
    (width > 1.0 && height > 1.0).then(|| set(&words, look, ground, width, height))?
}

fn answer(document: &Document, value: &Object) -> Option<String> {
    let text = |value: &Object| lopdf::decode_text_string(value).ok();
    let words = match value {
        Object::Array(items) => {
            let items = items.iter().filter_map(|item| text(document.dereference(item).ok()?.1));
            items.collect::<Vec<_>>().join("\n")
        }
        Object::Stream(stream) => {
            let bytes = stream.decompressed_content_with_limit(64 * 1024).ok()?;
            text(&Object::String(bytes, lopdf::StringFormat::Literal))?
        }
        other => text(other)?,
    };
    let words = words.replace("\r\n", "\n").replace('\r', "\n");
    (!words.trim().is_empty() && words.chars().count() <= LONGEST).then_some(words)
}

/// Font, size and colour of a default appearance string; 0 stands for a size that fits.
fn spoken(string: &[u8]) -> (Vec<u8>, f32, String) {
    let string = String::from_utf8_lossy(string).into_owned();
    let (mut font, mut size, mut ink) = (b"Helv".to_vec(), 0.0, "0 g".to_owned());
    let mut operands: Vec<&str> = Vec::new();
    for word in string.split_whitespace() {
        match word {
            "Tf" => {
                if let [name, value] = operands.as_slice() {
                    font = name.trim_start_matches('/').as_bytes().to_vec();
                    size = value.parse::<f32>().ok().filter(|size| size.is_finite()).unwrap_or(0.0);
                }
                operands.clear();
            }
            "g" | "rg" | "k" if operands.iter().all(|operand| operand.parse::<f32>().is_ok()) => {
                ink = format!("{} {word}", operands.join(" "));
                operands.clear();
            }
            _ => operands.push(word),
        }
    }
    (font, size.clamp(0.0, 200.0), ink)
}

/// Ground and border of the field (`MK`).
fn ground(document: &Document, widget: &Dictionary, width: f32, height: f32) -> String {
    let Ok(look) = widget.get_deref(b"MK", document).and_then(Object::as_dict) else { return String::new() };
    let mut content = String::new();
    if let Some(ground) = colour(document, look.get(b"BG").ok(), false) {
        content.push_str(&format!("q {ground}0 0 {} {} re f Q\n", number(width), number(height)));
    }
    let line = border(document, widget);
    if let Some(edge) = colour(document, look.get(b"BC").ok(), true).filter(|_| line > 0.0) {
        let half = line / 2.0;
        content.push_str(&format!(
            "q {edge}{} w {} {} {} {} re S Q\n",
            number(line),
            number(half),
            number(half),
            number(width - line),
            number(height - line)
        ));
    }
    content
}

fn set(words: &str, look: Look, ground: String, width: f32, height: f32) -> Option<Stream> {
    const PAD: f32 = 2.0;
    let many = look.flags & MULTILINE != 0 || words.contains('\n');
    let bytes: Vec<Vec<u8>> = words.lines().map(encoded).collect::<Option<_>>()?;
    let room = (width - 2.0 * PAD).max(1.0);
    let size = match look.size {
        size if size > 0.0 => size,
        _ if many => 12.0_f32.min(height * 0.7),
        _ => {
            let longest = bytes.iter().map(|line| look.face.width(line, 1.0)).fold(0.01, f32::max);
            (height * 0.7).min(12.0).min(room / longest).max(4.0)
        }
    };
    let lines: Vec<Vec<u8>> = if many {
        bytes.iter().flat_map(|line| broken(line, &look.face, size, room)).take(LINES).collect()
    } else {
        bytes
    };
    let leading = size * 1.15;
    let first = if many { height - PAD - size * 0.93 } else { (height - size) / 2.0 + size * 0.22 };
    let mut text = String::new();
    for (row, line) in lines.iter().enumerate() {
        let y = first - leading * row as f32;
        if look.flags & COMB != 0 && look.cells > 0 {
            let cell = width / look.cells as f32;
            for (at, sign) in line.iter().take(look.cells).enumerate() {
                let own = look.face.width(&[*sign], size);
                let x = cell * at as f32 + (cell - own) / 2.0;
                text.push_str(&placed(&[*sign], x, y));
            }
        } else {
            let free = room - look.face.width(line, size);
            let x = PAD
                + if look.side == 1 {
                    free / 2.0
                } else if look.side == 2 {
                    free
                } else {
                    0.0
                };
            text.push_str(&placed(line, x, y));
        }
    }
    let content = format!(
        "{ground}/Tx BMC q 0 0 {} {} re W n BT {} /F {} Tf {text}ET Q EMC",
        number(width),
        number(height),
        look.colour,
        number(size)
    );
    Some(form(width, height, content, look.face.resources()))
}

fn placed(bytes: &[u8], x: f32, y: f32) -> String {
    format!("1 0 0 1 {} {} Tm {} Tj ", number(x), number(y), operand(bytes))
}

/// A line in pieces that fit, broken at spaces where there are any.
fn broken(line: &[u8], face: &Face, size: f32, room: f32) -> Vec<Vec<u8>> {
    let (mut lines, mut last): (Vec<Vec<u8>>, Vec<u8>) = (Vec::new(), Vec::new());
    for word in line.split_inclusive(|byte| *byte == b' ') {
        if !last.is_empty() && face.width(&last, size) + face.width(word.trim_ascii_end(), size) > room {
            lines.push(std::mem::take(&mut last));
        }
        for byte in word {
            if !last.is_empty()
                && face.width(&last, size) + face.width(&[*byte], size) > room
                && *byte != b' '
            {
                lines.push(std::mem::take(&mut last));
            }
            last.push(*byte);
        }
    }
    lines.push(last);
    lines
}
