//! A copy as a page for a browser: headings, and a list of questions with answers, which screen readers read in order.

use super::copy::Sheet;

/// The page. It loads nothing and runs nothing.
pub(super) fn page(sheet: &Sheet) -> String {
    let mut page = String::from(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
    );
    page.push_str(&format!("<title>{}</title>\n", escaped(&sheet.title)));
    page.push_str(STYLE);
    page.push_str("</head>\n<body>\n<main>\n");
    page.push_str(&format!("<h1>{}</h1>\n", escaped(&sheet.title)));
    page.push_str(&format!("<p>{}<br>{}</p>\n", escaped(&sheet.firm), escaped(&sheet.day)));
    page.push_str(&format!("<p>{}</p>\n", escaped(&sheet.note)));
    for section in sheet.sections.iter().filter(|section| !section.rows.is_empty()) {
        page.push_str(&format!("<h2>{}</h2>\n<dl>\n", escaped(&section.title)));
        for (question, answer) in &section.rows {
            page.push_str(&format!("<dt>{}</dt>\n", escaped(question)));
            for line in answer {
                page.push_str(&format!("<dd>{}</dd>\n", escaped(line)));
            }
        }
        page.push_str("</dl>\n");
    }
    page.push_str(&format!("<h2>{}</h2>\n", escaped(&crate::text::text("reg-a-truth", &[]))));
    for line in &sheet.truth {
        page.push_str(&format!("<p>{}</p>\n", escaped(line)));
    }
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

const STYLE: &str = "<style>\n\
    :root { color-scheme: light dark; }\n\
    body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1.125rem/1.5 sans-serif; }\n\
    dt { margin-top: 1rem; font-weight: bold; }\n\
    dd { margin: 0.25rem 0 0 1rem; white-space: pre-wrap; overflow-wrap: anywhere; }\n\
    </style>\n";

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            // Control characters have no place in a page, line feeds aside.
            other if other.is_control() && other != '\n' => safe.push(' '),
            other => safe.push(other),
        }
    }
    safe
}
