//! The face that answers are set in: the form's own where it is simple, else Helvetica.

use super::super::open::dictionary;
use lopdf::{Dictionary, Document, Object};

/// Widths of Helvetica in thousandths of its size, from the space to the tilde (Adobe Font Metrics).
const HELVETICA: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// A face with the widths of its signs.
pub(super) struct Face {
    /// The font, to be named in resources.
    pub(super) font: Object,
    widths: Option<(usize, Vec<f32>)>,
}

impl Face {
    /// The font with this name in the form's own resources, if its signs are single bytes.
    pub(super) fn find(document: &Document, form: Option<&Dictionary>, name: &[u8]) -> Self {
        Self::own(document, form, name).unwrap_or_else(Self::helvetica)
    }

    fn own(document: &Document, form: Option<&Dictionary>, name: &[u8]) -> Option<Self> {
        let resources = dictionary(document, form?.get(b"DR").ok()?)?;
        let fonts = dictionary(document, resources.get(b"Font").ok()?)?;
        let font = fonts.get(name).ok()?;
        let entries = dictionary(document, font)?;
        let kind = entries.get_deref(b"Subtype", document).and_then(Object::as_name).ok()?;
        // A subset need not hold the letters of the answer.
        let base = entries.get_deref(b"BaseFont", document).and_then(Object::as_name).unwrap_or_default();
        if !matches!(kind, b"Type1" | b"TrueType") || base.contains(&b'+') {
            return None;
        }
        let first = entries.get_deref(b"FirstChar", document).and_then(Object::as_i64).unwrap_or(0);
        let widths = entries.get(b"Widths").ok().and_then(|widths| super::numbers(document, widths));
        let widths = widths.and_then(|widths| Some((usize::try_from(first).ok()?, widths)));
        Some(Self { font: font.clone(), widths })
    }

    pub(super) fn helvetica() -> Self {
        Self::standard(b"Helvetica", true)
    }

    pub(super) fn dingbats() -> Self {
        Self::standard(b"ZapfDingbats", false)
    }

    fn standard(name: &[u8], encoded: bool) -> Self {
        let mut font = Dictionary::new();
        font.set("Type", Object::Name(b"Font".to_vec()));
        font.set("Subtype", Object::Name(b"Type1".to_vec()));
        font.set("BaseFont", Object::Name(name.to_vec()));
        if encoded {
            font.set("Encoding", Object::Name(b"WinAnsiEncoding".to_vec()));
        }
        Self { font: Object::Dictionary(font), widths: None }
    }

    /// Width of a run in points at this size.
    pub(super) fn width(&self, bytes: &[u8], size: f32) -> f32 {
        bytes.iter().map(|byte| self.sign(*byte)).sum::<f32>() * size / 1000.0
    }

    fn sign(&self, byte: u8) -> f32 {
        let own = self.widths.as_ref().and_then(|(first, widths)| {
            usize::from(byte).checked_sub(*first).and_then(|at| widths.get(at)).copied()
        });
        let at = usize::from(byte).checked_sub(32);
        own.unwrap_or_else(|| at.and_then(|at| HELVETICA.get(at)).map_or(556.0, |width| f32::from(*width)))
    }

    /// Resources that name the face `F`.
    pub(super) fn resources(self) -> Dictionary {
        let mut fonts = Dictionary::new();
        fonts.set("F", self.font);
        let mut resources = Dictionary::new();
        resources.set("Font", Object::Dictionary(fonts));
        resources
    }
}

/// Words as bytes of WinAnsiEncoding; `None` where one of their signs is not in it (ISO 32000-1, annex D).
pub(super) fn encoded(words: &str) -> Option<Vec<u8>> {
    let one = |sign: char| match sign {
        '\t' => Some(b' '),
        ' '..='~' | '\u{a0}'..='ÿ' => u8::try_from(u32::from(sign)).ok(),
        '€' => Some(0x80),
        '‚' => Some(0x82),
        'ƒ' => Some(0x83),
        '„' => Some(0x84),
        '…' => Some(0x85),
        '†' => Some(0x86),
        '‡' => Some(0x87),
        'ˆ' => Some(0x88),
        '‰' => Some(0x89),
        'Š' => Some(0x8a),
        '‹' => Some(0x8b),
        'Œ' => Some(0x8c),
        'Ž' => Some(0x8e),
        '‘' => Some(0x91),
        '’' => Some(0x92),
        '“' => Some(0x93),
        '”' => Some(0x94),
        '•' => Some(0x95),
        '–' => Some(0x96),
        '—' => Some(0x97),
        '˜' => Some(0x98),
        '™' => Some(0x99),
        'š' => Some(0x9a),
        '›' => Some(0x9b),
        'œ' => Some(0x9c),
        'ž' => Some(0x9e),
        'Ÿ' => Some(0x9f),
        _ => None,
    };
    words.chars().map(one).collect()
}

/// A string of bytes as an operand.
pub(super) fn operand(bytes: &[u8]) -> String {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
    format!("<{hex}>")
}
