//! The other parts of the file: types, relationships, styles, header, footer.

use super::xml::{Xml, escape};
use joinder_domain::bundle::plain;
use joinder_domain::letter::Letter;

pub(super) const CONTENT_TYPES: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>",
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">",
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
    "<Override PartName=\"/word/document.xml\" ",
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>",
    "<Override PartName=\"/word/styles.xml\" ",
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>",
    "<Override PartName=\"/word/numbering.xml\" ",
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/>",
    "<Override PartName=\"/word/header1.xml\" ",
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>",
    "<Override PartName=\"/word/footer1.xml\" ",
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>",
    "<Override PartName=\"/docProps/core.xml\" ",
    "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>",
);

pub(super) const RELATIONSHIPS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"rId1\" ",
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" ",
    "Target=\"word/document.xml\"/><Relationship Id=\"rId2\" ",
    "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" ",
    "Target=\"docProps/core.xml\"/></Relationships>",
);

pub(super) const DOCUMENT_RELATIONSHIPS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"rId1\" ",
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>",
    "<Relationship Id=\"rId2\" ",
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering\" Target=\"numbering.xml\"/>",
    "<Relationship Id=\"rId3\" ",
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" Target=\"header1.xml\"/>",
    "<Relationship Id=\"rId4\" ",
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\" Target=\"footer1.xml\"/>",
    "</Relationships>",
);

pub(super) const NUMBERING: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>",
    "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
    "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/>",
    "<w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"454\" w:hanging=\"340\"/></w:pPr></w:lvl>",
    "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>",
);

macro_rules! style {
    ($id:literal, $name:literal, $paragraph:literal, $run:literal) => {
        concat!(
            "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"",
            $id,
            "\"><w:name w:val=\"",
            $name,
            "\"/><w:basedOn w:val=\"Normal\"/><w:pPr>",
            $paragraph,
            "</w:pPr><w:rPr>",
            $run,
            "</w:rPr></w:style>"
        )
    };
}

pub(super) const STYLES: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>",
    "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:docDefaults>",
    "<w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"21\"/>",
    "<w:szCs w:val=\"21\"/><w:lang w:val=\"en-GB\"/></w:rPr></w:rPrDefault>",
    "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>",
    "</w:docDefaults>",
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>",
    "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"Fixed\"><w:name w:val=\"Fixed pitch\"/>",
    "<w:rPr><w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/></w:rPr></w:style>",
    "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Normal\"/>",
    "<w:pPr><w:keepNext/><w:spacing w:after=\"160\"/><w:outlineLvl w:val=\"0\"/></w:pPr>",
    "<w:rPr><w:b/></w:rPr></w:style>",
    "<w:style w:type=\"paragraph\" w:styleId=\"Heading2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"Normal\"/>",
    "<w:pPr><w:keepNext/><w:spacing w:before=\"220\" w:after=\"80\"/><w:outlineLvl w:val=\"1\"/></w:pPr>",
    "<w:rPr><w:b/><w:sz w:val=\"22\"/></w:rPr></w:style>",
    "<w:style w:type=\"paragraph\" w:styleId=\"Heading3\"><w:name w:val=\"heading 3\"/><w:basedOn w:val=\"Normal\"/>",
    "<w:pPr><w:keepNext/><w:spacing w:before=\"160\" w:after=\"60\"/><w:outlineLvl w:val=\"2\"/></w:pPr>",
    "<w:rPr><w:b/><w:i/></w:rPr></w:style>",
    style!(
        "Firm",
        "Firm",
        "<w:spacing w:after=\"60\"/><w:jc w:val=\"right\"/>",
        "<w:b/><w:sz w:val=\"32\"/>"
    ),
    style!(
        "FirmLine",
        "Firm line",
        "<w:spacing w:after=\"0\"/><w:jc w:val=\"right\"/>",
        "<w:color w:val=\"595959\"/><w:sz w:val=\"17\"/>"
    ),
    style!(
        "FirmLast",
        "Firm last line",
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"6\" w:color=\"1D5B6E\"/></w:pBdr>\
         <w:spacing w:after=\"480\"/><w:jc w:val=\"right\"/>",
        "<w:color w:val=\"595959\"/><w:sz w:val=\"17\"/>"
    ),
    style!("Line", "Line", "<w:spacing w:after=\"0\"/>", ""),
    style!("LineRight", "Line at the right", "<w:spacing w:after=\"0\"/><w:jc w:val=\"right\"/>", ""),
    style!("Gap", "Gap after a table", "<w:spacing w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/>", ""),
    style!("Salutation", "Salutation line", "<w:spacing w:before=\"240\" w:after=\"160\"/>", ""),
    style!("ListParagraph", "List item", "<w:spacing w:after=\"60\"/>", ""),
    style!(
        "NumberedLine",
        "Numbered line",
        "<w:tabs><w:tab w:val=\"left\" w:pos=\"454\"/></w:tabs><w:spacing w:after=\"60\"/>\
         <w:ind w:left=\"454\" w:hanging=\"454\"/>",
        ""
    ),
    style!("Quote", "Own words", "<w:ind w:left=\"454\" w:right=\"454\"/>", "<w:i/>"),
    style!(
        "Cell",
        "Cell",
        "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"19\"/>"
    ),
    style!(
        "CellRight",
        "Cell at the right",
        "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"right\"/>",
        "<w:sz w:val=\"19\"/>"
    ),
    style!("Closing", "Close", "<w:spacing w:before=\"280\" w:after=\"960\"/>", ""),
    style!(
        "Enclosed",
        "Enclosed",
        "<w:spacing w:before=\"240\" w:after=\"0\"/>",
        "<w:color w:val=\"595959\"/><w:sz w:val=\"19\"/>"
    ),
    style!(
        "EnclosedLine",
        "Enclosed line",
        "<w:spacing w:after=\"0\"/>",
        "<w:color w:val=\"595959\"/><w:sz w:val=\"19\"/>"
    ),
    style!(
        "Foot",
        "Foot line",
        "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>",
        "<w:color w:val=\"595959\"/><w:sz w:val=\"16\"/>"
    ),
    "</w:styles>",
);

const NAMESPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

/// Title, subject and day; never the machine's clock nor its user.
pub(super) fn core(letter: &Letter) -> String {
    let day = letter.dated;
    format!(
        "{DECLARATION}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:subject>{}</dc:subject>\
         <dc:language>{}</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:created></cp:coreProperties>",
        escape(&letter.title),
        escape(&letter.our_reference),
        escape(&letter.language),
    )
}

/// Addressee, day and reference, above every page but the first.
pub(super) fn header(letter: &Letter) -> String {
    let to = letter.addressee.first().map_or("", String::as_str);
    let words: Vec<&str> = [to, &letter.dated_words, &letter.our_reference]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect();
    let mut xml = Xml::default();
    xml.paragraph("Foot", "", &plain(words.join(", ")));
    format!("{DECLARATION}<w:hdr {NAMESPACE}>{}</w:hdr>", xml.0)
}

/// Marking or regulator, and the page's number.
pub(super) fn footer(letter: &Letter) -> String {
    let marking = if letter.marking.is_empty() { &letter.head.regulation } else { &letter.marking };
    let mut xml = Xml::default();
    if !marking.is_empty() {
        xml.paragraph("Foot", "", &plain(marking));
    }
    let field = |name: &str| format!("<w:fldSimple w:instr=\"{name}\"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    format!(
        "{DECLARATION}<w:ftr {NAMESPACE}>{}<w:p><w:pPr><w:pStyle w:val=\"Foot\"/></w:pPr>\
         <w:r><w:t xml:space=\"preserve\">Page </w:t></w:r>{}<w:r><w:t xml:space=\"preserve\"> of </w:t></w:r>{}</w:p>\
         </w:ftr>",
        xml.0,
        field("PAGE"),
        field("NUMPAGES"),
    )
}
