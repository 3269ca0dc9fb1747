//! The few elements of WordprocessingML that a letter needs.

use joinder_domain::bundle::{Span, Style};

/// XML under way.
#[derive(Default)]
pub(super) struct Xml(pub(super) String);

/// Text as XML: characters that XML cannot hold are left out.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => escaped.push(c),
        }
    }
    escaped
}

impl Xml {
    pub(super) fn raw(&mut self, xml: &str) {
        self.0.push_str(xml);
    }

    /// A paragraph in a style, with further properties.
    pub(super) fn paragraph(&mut self, style: &str, properties: &str, spans: &[Span]) {
        let set = if style.is_empty() { String::new() } else { format!("<w:pStyle w:val=\"{style}\"/>") };
        self.raw(&format!("<w:p><w:pPr>{set}{properties}</w:pPr>"));
        for span in spans {
            self.run(span);
        }
        self.raw("</w:p>");
    }

    fn run(&mut self, span: &Span) {
        let style = match span.style {
            Style::Plain => "",
            Style::Bold => "<w:rPr><w:b/></w:rPr>",
            Style::Italic => "<w:rPr><w:i/></w:rPr>",
            Style::Mono => "<w:rPr><w:rStyle w:val=\"Fixed\"/></w:rPr>",
        };
        for (at, line) in span.text.split('\n').enumerate() {
            let turn = if at > 0 { "<w:br/>" } else { "" };
            self.raw(&format!(
                "<w:r>{style}{turn}<w:t xml:space=\"preserve\">{}</w:t></w:r>",
                escape(line.trim_end_matches('\r'))
            ));
        }
    }

    /// A table of the text's width: weights of its columns, its rows as cells of XML; so many of the first are headings,
    /// which each page repeats.
    pub(super) fn table(&mut self, weights: &[u32], rows: &[Vec<String>], headings: usize) {
        /// Twentieths of a point between the margins of A4.
        const WIDTH: u32 = 9_071;
        let all = weights.iter().sum::<u32>().max(1);
        let width = |weight: &u32| WIDTH * weight / all;
        let edge =
            |name: &str| format!("<w:{name} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"999999\"/>");
        let edges = ["top", "bottom", "insideH"].map(edge).concat();
        self.raw(&format!(
            "<w:tbl><w:tblPr><w:tblW w:w=\"{WIDTH}\" w:type=\"dxa\"/><w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type=\"fixed\"/>\
             <w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/><w:left w:w=\"80\" w:type=\"dxa\"/>\
             <w:bottom w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"80\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>\
             <w:tblGrid>"
        ));
        for weight in weights {
            self.raw(&format!("<w:gridCol w:w=\"{}\"/>", width(weight)));
        }
        self.raw("</w:tblGrid>");
        for (at, cells) in rows.iter().enumerate() {
            let heading = if at < headings { "<w:tblHeader/>" } else { "" };
            self.raw(&format!("<w:tr><w:trPr><w:cantSplit/>{heading}</w:trPr>"));
            for (at, weight) in weights.iter().enumerate() {
                let width = width(weight);
                self.raw(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"));
                self.raw(cells.get(at).map_or("<w:p/>", String::as_str));
                self.raw("</w:tc>");
            }
            self.raw("</w:tr>");
        }
        // Two tables in a row would become one.
        self.raw("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Gap\"/></w:pPr></w:p>");
    }
}
