//! The text of a letter, from its head to what is enclosed.

use super::block::blocks;
use super::xml::Xml;
use joinder_domain::bundle::{Span, plain};
use joinder_domain::letter::Letter;

const OPEN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
    <w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>";

/// A4 with margins of 25 mm; the first page has no running header.
const CLOSE: &str = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/>\
    <w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:footerReference w:type=\"first\" r:id=\"rId4\"/>\
    <w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1417\" w:bottom=\"1134\" w:left=\"1417\" \
    w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/><w:titlePg/></w:sectPr></w:body></w:document>";

const KEEP: &str = "<w:keepNext/>";

pub(super) fn document(letter: &Letter) -> String {
    let mut xml = Xml::default();
    xml.raw(OPEN);
    head(&mut xml, letter);
    parties(&mut xml, letter);
    xml.paragraph("Salutation", "", &plain(&letter.salutation));
    if !letter.subject.is_empty() {
        xml.paragraph("Heading1", "", &plain(letter.subject.join("\n")));
    }
    blocks(&mut xml, &letter.blocks);
    close(&mut xml, letter);
    xml.raw(CLOSE);
    xml.0
}

fn head(xml: &mut Xml, letter: &Letter) {
    let head = &letter.head;
    xml.paragraph("Firm", "", &plain(&head.firm));
    let lines = head.address.iter().chain([&head.telephone, &head.email]);
    let lines: Vec<&String> = lines.filter(|line| !line.trim().is_empty()).collect();
    for (at, line) in lines.iter().enumerate() {
        let style = if at + 1 == lines.len() { "FirmLast" } else { "FirmLine" };
        xml.paragraph(style, "", &plain(*line));
    }
}

/// Day and reference at the right, then the addressee: one after the other, as a screen reader reads them.
fn parties(xml: &mut Xml, letter: &Letter) {
    xml.paragraph("LineRight", "", &plain(&letter.dated_words));
    if !letter.our_reference.is_empty() {
        xml.paragraph("LineRight", "", &plain(format!("Our reference: {}", letter.our_reference)));
    }
    for (at, line) in letter.addressee.iter().enumerate() {
        let apart = if at == 0 { "<w:spacing w:before=\"240\" w:after=\"0\"/>" } else { "" };
        xml.paragraph("Line", apart, &plain(line));
    }
}

fn close(xml: &mut Xml, letter: &Letter) {
    let head = &letter.head;
    xml.paragraph("Closing", KEEP, &plain(&letter.closing));
    xml.paragraph("Line", KEEP, &[Span::bold(&head.signatory)]);
    let lines = [&head.position, &head.firm];
    for line in lines.into_iter().filter(|line| !line.trim().is_empty()) {
        xml.paragraph("Line", KEEP, &plain(line));
    }
    if !letter.enclosures.is_empty() {
        xml.paragraph("Enclosed", KEEP, &[Span::bold("Enclosed")]);
        for line in &letter.enclosures {
            xml.paragraph("EnclosedLine", "", &plain(line));
        }
    }
}
