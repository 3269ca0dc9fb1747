//! The objects of a PDF, written as they are made (ISO 32000-1, 7.5).

use super::face::Faces;
use super::{ListError, Part};
use crate::assemble::xmp;
use crate::write::utf16;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::{self, Write};

/// Pages under one node of the page tree.
const NODE: usize = 64;
const PRODUCER: &str = concat!("Joinder ", env!("CARGO_PKG_VERSION"));

/// What the file says about itself.
pub(super) struct About<'a> {
    pub(super) title: &'a str,
    /// The proceeding.
    pub(super) subject: &'a str,
    /// BCP 47 tag.
    pub(super) language: &'a str,
    /// The day that the file speaks for.
    pub(super) date: Date,
    /// A hash of all that went in.
    pub(super) fingerprint: &'a str,
}

pub(super) struct File<W> {
    out: W,
    at: u64,
    hash: Sha256,
    /// Where each object begins, by its number less one; 0 for one that is not written yet.
    offsets: Vec<u64>,
    root: u32,
    resources: u32,
    /// Width and height of a page.
    paper: (f32, f32),
    pages: Vec<u32>,
    nodes: Vec<(u32, Vec<u32>)>,
}

impl<W: Write> File<W> {
    pub(super) fn begin(out: W, paper: (f32, f32)) -> io::Result<Self> {
        let mut file = Self {
            out,
            at: 0,
            hash: Sha256::new(),
            offsets: Vec::new(),
            root: 0,
            resources: 0,
            paper,
            pages: Vec::new(),
            nodes: Vec::new(),
        };
        file.put(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")?;
        file.root = file.reserve();
        file.resources = file.reserve();
        Ok(file)
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.hash.update(bytes);
        self.at += bytes.len() as u64;
        Ok(())
    }

    fn reserve(&mut self) -> u32 {
        self.offsets.push(0);
        u32::try_from(self.offsets.len()).unwrap_or(u32::MAX)
    }

    fn write(&mut self, id: u32, body: &[&[u8]]) -> io::Result<()> {
        if let Some(offset) = usize::try_from(id).ok().and_then(|id| self.offsets.get_mut(id.wrapping_sub(1)))
        {
            *offset = self.at;
        }
        self.put(format!("{id} 0 obj\n").as_bytes())?;
        for part in body {
            self.put(part)?;
        }
        self.put(b"\nendobj\n")
    }

    /// Writes an object and returns its number.
    pub(super) fn add(&mut self, body: &str) -> io::Result<u32> {
        let id = self.reserve();
        self.write(id, &[body.as_bytes()])?;
        Ok(id)
    }

    /// Writes a stream, packed, and returns its number.
    pub(super) fn stream(&mut self, entries: &str, bytes: &[u8]) -> io::Result<u32> {
        let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 3), Compression::new(4));
        encoder.write_all(bytes)?;
        let packed = encoder.finish()?;
        let id = self.reserve();
        let head = format!("<<{entries}/Filter/FlateDecode/Length {}>>\nstream\n", packed.len());
        self.write(id, &[head.as_bytes(), &packed, b"\nendstream"])?;
        Ok(id)
    }

    /// Writes a page on its side.
    pub(super) fn page(&mut self, content: &str) -> io::Result<()> {
        if self.nodes.last().is_none_or(|(_, kids)| kids.len() >= NODE) {
            let node = self.reserve();
            self.nodes.push((node, Vec::with_capacity(NODE)));
        }
        let content = self.stream("", content.as_bytes())?;
        let parent = self.nodes.last().map_or(self.root, |(node, _)| *node);
        let (width, height) = self.paper;
        let page = self.add(&format!(
            "<</Type/Page/Parent {parent} 0 R/MediaBox[0 0 {width} {height}]/Resources {} 0 R/Contents {content} 0 R>>",
            self.resources
        ))?;
        self.pages.push(page);
        if let Some((_, kids)) = self.nodes.last_mut() {
            kids.push(page);
        }
        Ok(())
    }

    /// Writes what stands above the pages; returns the file's hash and length.
    pub(super) fn finish(
        mut self,
        about: &About<'_>,
        parts: &[Part],
        faces: &Faces,
    ) -> Result<(String, u64), ListError> {
        let fonts = faces.write(&mut self)?;
        self.write(self.resources, &[format!("<</Font {fonts}>>").as_bytes()])?;
        self.tree()?;
        let outlines = self.outline(parts)?;
        let packet = xmp(about.title, about.subject, about.language, about.date, PRODUCER);
        let metadata = self.reserve();
        let head = format!("<</Type/Metadata/Subtype/XML/Length {}>>\nstream\n", packet.len());
        // Left unpacked, so that programs which do not read PDF can find it.
        self.write(metadata, &[head.as_bytes(), packet.as_bytes(), b"\nendstream"])?;
        let first = self.pages.first().copied().unwrap_or_default();
        // Labels equal to the printed numbers (EB-03), 100 % at the top of page 1 (EB-08).
        let catalog = self.add(&format!(
            "<</Type/Catalog/Pages {} 0 R/PageMode/UseOutlines/Lang {}/PageLabels<</Nums[0<</S/D/St 1>>]>>\
             /OpenAction[{first} 0 R/XYZ null null 1]/ViewerPreferences<</DisplayDocTitle true>>\
             /Outlines {outlines} 0 R/Metadata {metadata} 0 R>>",
            self.root,
            utf16(about.language),
        ))?;
        let day = about.date;
        let stamp = format!("(D:{:04}{:02}{:02}000000Z)", day.year(), day.month(), day.day());
        let info = self.add(&format!(
            "<</Title {}/Subject {}/Creator(Joinder)/Producer({PRODUCER})/CreationDate{stamp}/ModDate{stamp}>>",
            utf16(about.title),
            utf16(about.subject),
        ))?;
        self.trailer(catalog, info, about.fingerprint)?;
        self.out.flush()?;
        Ok((crate::render::hex(&self.hash.finalize()), self.at))
    }

    fn tree(&mut self) -> io::Result<()> {
        let list = |ids: &[u32]| {
            ids.iter().fold(String::new(), |mut list, id| {
                let _ = write!(list, "{id} 0 R ");
                list
            })
        };
        for (node, kids) in std::mem::take(&mut self.nodes).iter() {
            let body =
                format!("<</Type/Pages/Parent {} 0 R/Count {}/Kids[{}]>>", self.root, kids.len(), list(kids));
            self.write(*node, &[body.as_bytes()])?;
            self.nodes.push((*node, Vec::new()));
        }
        let nodes: Vec<u32> = self.nodes.iter().map(|(node, _)| *node).collect();
        let body = format!("<</Type/Pages/Count {}/Kids[{}]>>", self.pages.len(), list(&nodes));
        self.write(self.root, &[body.as_bytes()])
    }

    /// The title, and under it the parts (EB-05).
    fn outline(&mut self, parts: &[Part]) -> io::Result<u32> {
        let root = self.reserve();
        let ids: Vec<u32> = parts.iter().map(|_| self.reserve()).collect();
        let (Some(top), below) = (ids.first().copied(), ids.get(1..).unwrap_or_default()) else {
            return Ok(root);
        };
        for (at, (part, id)) in parts.iter().zip(&ids).enumerate() {
            let page = usize::try_from(part.page).ok().and_then(|page| self.pages.get(page.wrapping_sub(1)));
            let mut body = format!("<</Title {}", utf16(&format!("{} – page {}", part.title, part.page)));
            if let Some(page) = page {
                let _ = write!(body, "/Dest[{page} 0 R/XYZ null null null]");
            }
            if at == 0 {
                let _ = write!(body, "/Parent {root} 0 R");
                if let (Some(first), Some(last)) = (below.first(), below.last()) {
                    // Closed: a register has many claim forms.
                    let _ = write!(body, "/First {first} 0 R/Last {last} 0 R/Count -{}", below.len());
                }
            } else {
                let _ = write!(body, "/Parent {top} 0 R");
                if let Some(before) = ids.get(at.wrapping_sub(1)).filter(|_| at > 1) {
                    let _ = write!(body, "/Prev {before} 0 R");
                }
                if let Some(next) = ids.get(at + 1) {
                    let _ = write!(body, "/Next {next} 0 R");
                }
            }
            body.push_str(">>");
            self.write(*id, &[body.as_bytes()])?;
        }
        self.write(root, &[format!("<</Type/Outlines/First {top} 0 R/Last {top} 0 R/Count 1>>").as_bytes()])?;
        Ok(root)
    }

    fn trailer(&mut self, catalog: u32, info: u32, fingerprint: &str) -> io::Result<()> {
        let start = self.at;
        let size = self.offsets.len() + 1;
        let mut table = format!("xref\n0 {size}\n0000000000 65535 f \n");
        for offset in &self.offsets {
            let _ = writeln!(table, "{offset:010} 00000 n ");
        }
        let digest = Sha256::digest(format!("{fingerprint}{PRODUCER}"));
        let id = crate::render::hex(digest.get(..16).unwrap_or_default());
        let _ = write!(
            table,
            "trailer\n<</Size {size}/Root {catalog} 0 R/Info {info} 0 R/ID[<{id}><{id}>]>>\nstartxref\n{start}\n%%EOF\n"
        );
        self.put(table.as_bytes())
    }
}
