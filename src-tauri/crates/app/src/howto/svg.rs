//! A drawing for the window.

use std::fmt::Write as _;

use joinder_domain::bundle::{Drawing, Ground, Shape, Stroke};

/// The drawing as SVG in the colours and type of whatever it stands in: light and dark alike.
pub(super) fn svg(drawing: &Drawing) -> String {
    let Drawing { width, height, description, shapes } = drawing;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" role=\"img\" aria-label=\"{}\" fill=\"none\" stroke=\"currentColor\">",
        escaped(description)
    );
    for shape in shapes {
        // Writing to a string does not fail.
        draw(shape, &mut svg).ok();
    }
    svg.push_str("</svg>");
    svg
}

fn draw(shape: &Shape, svg: &mut String) -> std::fmt::Result {
    match shape {
        Shape::Line { from: (x1, y1), to: (x2, y2), stroke } => {
            write!(svg, "<path d=\"M{x1} {y1}L{x2} {y2}\" stroke-width=\"{}\"/>", weight(*stroke))
        }
        Shape::Box { at: (x, y), size: (width, height), ground, stroke } => {
            let ground = match ground {
                Ground::Plain => "",
                Ground::Pale => " fill=\"currentColor\" fill-opacity=\"0.12\"",
            };
            let weight = weight(*stroke);
            write!(
                svg,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{ground} stroke-width=\"{weight}\"/>"
            )
        }
        Shape::Area { points } => {
            let points: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
            write!(svg, "<polygon points=\"{}\" fill=\"currentColor\" stroke=\"none\"/>", points.join(" "))
        }
        Shape::Words { at: (x, y), text, bold, .. } => {
            let weight = if *bold { " font-weight=\"bold\"" } else { "" };
            // Eight points high letters stand on a line six and a half points below their top.
            write!(
                svg,
                "<text x=\"{x}\" y=\"{}\" font-size=\"9\"{weight} fill=\"currentColor\" stroke=\"none\">{}</text>",
                y + 7,
                escaped(text)
            )
        }
    }
}

fn weight(stroke: Stroke) -> &'static str {
    match stroke {
        Stroke::Thin => "0.75",
        Stroke::Heavy => "2",
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
