//! Links as text: what they say, and where they would really lead.

use url::Url;

/// Characters of a target that are shown.
const SHOWN: usize = 200;
/// What stands in the page for a picture that is not shown and says nothing of itself.
const NO_PICTURE: &str = "picture not shown";

/// Where a link would lead, in characters that hide nothing: a host in another script as it is on the wire (`xn--…`), no
/// control characters and nothing that turns the direction of writing.
pub(super) fn shown(target: &str) -> String {
    let whole = Url::parse(target.trim()).map_or_else(|_| target.trim().to_owned(), String::from);
    let mut shown = String::new();
    for (at, one) in whole.chars().enumerate() {
        if at == SHOWN {
            shown.push('…');
            break;
        }
        let hidden = one.is_control()
            || matches!(one, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}');
        if hidden { shown.push_str(&one.escape_unicode().to_string()) } else { shown.push(one) }
    }
    shown
}

/// The page with every link as text and its target behind it, and every picture as its own bytes or its own words.
///
/// `html` is what the sanitiser wrote: each `<` opens a tag, every value stands in double quotes, and an address is its number
/// among `targets` or `pictures`.
pub(super) fn dead(
    html: &str,
    targets: &[String],
    pictures: &[String],
    mut picture: impl FnMut(&str) -> Option<String>,
) -> String {
    let mut out = String::with_capacity(html.len());
    let mut open: Option<(usize, usize)> = None;
    let mut rest = html;
    while let Some((text, tag, after)) = next_tag(rest) {
        out.push_str(text);
        rest = after;
        if tag == "</a>" {
            close(&mut out, open.take(), targets);
        } else if tag == "<a>" || tag.starts_with("<a ") {
            out.push_str("<span class=\"link\">");
            open = Some((number(tag, "href"), out.len()));
        } else if tag.starts_with("<img") {
            let png = pictures.get(number(tag, "src")).and_then(|id| picture(id));
            place(&mut out, tag, png);
        } else {
            out.push_str(tag);
        }
    }
    out.push_str(rest);
    out
}

/// A picture with the bytes of a PNG, or its words where there are none.
fn place(out: &mut String, tag: &str, png: Option<String>) {
    let alt = value(tag, "alt").filter(|alt| !alt.trim().is_empty());
    let Some(png) = png else {
        out.push_str(&format!("<span class=\"picture\">{}</span>", alt.unwrap_or(NO_PICTURE)));
        return;
    };
    out.push_str(&format!("<img src=\"data:image/png;base64,{png}\" alt=\"{}\"", alt.unwrap_or_default()));
    for name in ["width", "height"] {
        if let Some(measure) = value(tag, name) {
            out.push_str(&format!(" {name}=\"{measure}\""));
        }
    }
    out.push('>');
}

fn number(tag: &str, name: &str) -> usize {
    value(tag, name).and_then(|number| number.parse().ok()).unwrap_or(usize::MAX)
}

/// Ends a link; its target is said unless its words are the target.
fn close(out: &mut String, open: Option<(usize, usize)>, targets: &[String]) {
    out.push_str("</span>");
    let Some((target, start)) = open else { return };
    let Some(target) = targets.get(target).filter(|target| !target.is_empty()) else { return };
    let target = escape(target);
    let words = out.get(start..).unwrap_or_default();
    let bare = |text: &str| {
        let text = ["https://", "http://", "mailto:"]
            .iter()
            .find_map(|scheme| text.strip_prefix(scheme))
            .unwrap_or(text);
        text.trim().trim_end_matches('/').to_owned()
    };
    if bare(words.trim_end_matches("</span>")) != bare(&target) {
        out.push_str(&format!(" <span class=\"target\">‹{target}›</span>"));
    }
}

/// The text before the next tag, the tag, and what follows it.
fn next_tag(html: &str) -> Option<(&str, &str, &str)> {
    let open = html.find('<')?;
    let mut quoted = false;
    let end = html.get(open..)?.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    })?;
    let end = open + end + 1;
    Some((html.get(..open)?, html.get(open..end)?, html.get(end..)?))
}

/// The value of an attribute as it stands in a tag, escaped.
fn value<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    after.split('"').next()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
