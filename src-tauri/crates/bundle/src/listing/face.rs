//! The glyphs in use, numbered as they come, and the faces cut down to them at the end.

use super::ListError;
use super::file::File;
use crate::font::{Face, Glyph, Run};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write;
use subsetter::GlyphRemapper;

#[derive(Default)]
pub(super) struct Faces(BTreeMap<Face, Used>);

/// The glyphs of one face in use.
#[derive(Default)]
struct Used {
    remapper: GlyphRemapper,
    /// Characters and width of each glyph of the cut face.
    glyphs: BTreeMap<u16, (String, i32)>,
}

impl Faces {
    /// The name of a face among the resources of a page.
    pub(super) fn resource(face: Face) -> String {
        format!("F{}", face as usize)
    }

    /// The glyph's number in the cut face.
    pub(super) fn glyph(&mut self, run: &Run, glyph: &Glyph) -> u16 {
        let used = self.0.entry(run.face).or_default();
        let number = used.remapper.remap(glyph.id);
        used.glyphs.entry(number).or_insert_with(|| {
            let text = run.text.get(glyph.text.clone()).unwrap_or_default();
            (text.to_owned(), glyph.width)
        });
        number
    }

    /// Whether a reader that goes glyph by glyph finds the run's own characters.
    pub(super) fn reads_back(&self, run: &Run) -> bool {
        let Some(used) = self.0.get(&run.face) else { return false };
        run.glyphs.iter().all(|glyph| {
            let known = used.remapper.get(glyph.id).and_then(|number| used.glyphs.get(&number));
            // Glyph 0 is the box that stands for every character without a glyph.
            glyph.id != 0 && known.map(|(text, _)| text.as_str()) == run.text.get(glyph.text.clone())
        })
    }

    /// Writes the cut faces and returns the font dictionary of all pages.
    pub(super) fn write(&self, file: &mut File<impl Write>) -> Result<String, ListError> {
        let mut entries = String::new();
        for (face, used) in &self.0 {
            let id = used.write(*face, file)?;
            // Writing to a string cannot fail.
            let _ = write!(entries, "/{} {id} 0 R ", Self::resource(*face));
        }
        Ok(format!("<<{entries}>>"))
    }
}

impl Used {
    /// Writes a composite font (ISO 32000-1, 9.7).
    fn write(&self, face: Face, file: &mut File<impl Write>) -> Result<u32, ListError> {
        let failed = |reason: String| ListError::Font { face: face.name(), reason };
        let program = subsetter::subset(face.data(), 0, &self.remapper).map_err(|e| failed(e.to_string()))?;
        let name = format!("JOINDR+{}", face.name());
        let data = file.stream(&format!("/Length1 {}", program.len()), &program)?;
        let descriptor = file.add(&format!(
            "<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[-1000 -500 3000 1500]/ItalicAngle 0\
             /Ascent 1069/Descent -293/CapHeight 714/StemV 80/FontFile2 {data} 0 R>>"
        ))?;
        let mut widths = String::new();
        for (number, (_, width)) in &self.glyphs {
            let _ = write!(widths, "{number}[{width}]");
        }
        let descendant = file.add(&format!(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)\
             /Supplement 0>>/FontDescriptor {descriptor} 0 R/DW 0/W[{widths}]/CIDToGIDMap/Identity>>"
        ))?;
        let map = file.stream("", self.to_unicode().as_bytes())?;
        file.add(&format!(
            "<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]\
             /ToUnicode {map} 0 R>>"
        ))
        .map_err(ListError::from)
    }

    /// The characters behind each glyph (ISO 32000-1, 9.10.3).
    fn to_unicode(&self) -> String {
        let mut map = String::from(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
             /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n\
             /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
             1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n",
        );
        let known: Vec<_> = self.glyphs.iter().filter(|(_, (text, _))| !text.is_empty()).collect();
        for block in known.chunks(100) {
            let _ = writeln!(map, "{} beginbfchar", block.len());
            for (number, (text, _)) in block {
                let _ = write!(map, "<{number:04x}> <");
                for unit in text.encode_utf16() {
                    let _ = write!(map, "{unit:04x}");
                }
                map.push_str(">\n");
            }
            map.push_str("endbfchar\n");
        }
        map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        map
    }
}
