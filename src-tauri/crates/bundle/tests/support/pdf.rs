//! Small PDF files written by hand, one trap each.

/// A file whose objects 1, 2, 3 … have the given bodies; object 1 is the catalogue.
pub fn file(bodies: &[String]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut offsets = Vec::new();
    for (index, body) in bodies.iter().enumerate() {
        offsets.push(out.len());
        out.extend_from_slice(format!("{} 0 obj\n{body}\nendobj\n", index + 1).as_bytes());
    }
    let start = out.len();
    out.extend_from_slice(format!("xref\n0 {}\n0000000000 65535 f \n", bodies.len() + 1).as_bytes());
    for offset in offsets {
        out.extend_from_slice(format!("{offset:010} 00000 n \n").as_bytes());
    }
    let trailer =
        format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", bodies.len() + 1);
    out.extend_from_slice(trailer.as_bytes());
    out
}

pub fn stream(entries: &str, content: &str) -> String {
    format!("<< {entries} /Length {} >>\nstream\n{content}\nendstream", content.len())
}

/// Draws `words` in Helvetica with its baseline at `x`, `y`.
pub fn text(x: i32, y: i32, words: &str) -> String {
    format!("BT /F1 18 Tf {x} {y} Td ({words}) Tj ET\n")
}

/// The objects of a file with one page: catalogue, pages, page, font, content; more may follow from object 6 on.
pub fn one_page(catalog: &str, page: &str, content: &str) -> Vec<String> {
    vec![
        format!("<< /Type /Catalog /Pages 2 0 R {catalog} >>"),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".into(),
        format!("<< /Type /Page /Parent 2 0 R /Contents 5 0 R {page} >>"),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".into(),
        stream("", content),
    ]
}

pub const A4: &str = "/MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >>";

/// A plain letter of `pages` pages.
pub fn letter(pages: usize) -> Vec<u8> {
    let kids: Vec<String> = (0..pages).map(|index| format!("{} 0 R", 4 + 2 * index)).collect();
    let mut bodies = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!(
            "<< /Type /Pages /Kids [{}] /Count {pages} /MediaBox [0 0 595 842] \
             /Resources << /Font << /F1 3 0 R >> >> >>",
            kids.join(" ")
        ),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    for index in 0..pages {
        bodies.push(format!("<< /Type /Page /Parent 2 0 R /Contents {} 0 R >>", 5 + 2 * index));
        let words = format!("Letter of the bank, page {} of {pages}", index + 1);
        let frame = "0 0 595 842 re S 5 5 585 832 re S\n";
        bodies.push(stream("", &format!("{frame}{}", text(72, 740, &words))));
    }
    file(&bodies)
}
