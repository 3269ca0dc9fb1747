//! A message's own HTML, made safe to look at.
//!
//! Three walls stand between a hostile message and the program. This is the first: what comes out of here has no script, no
//! style, no form, no frame and no address that anything could be loaded from; pictures are the message's own, decoded
//! and drawn anew by the core. The second is the frame that shows it (`sandbox=""`: no script runs whatever it holds), the
//! third the window's content security policy.

mod link;
mod weight;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};

use ammonia::{Builder, UrlRelative};
use serde::Serialize;

use crate::error::{Error, Result};

/// Elements that carry text, lists, tables and pictures. Whatever is not named here goes; the text within stays.
const TAGS: &[&str] = &[
    "a",
    "abbr",
    "address",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "big",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "main",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
];
/// Elements whose content is no text to read.
const SILENT: &[&str] = &[
    "script", "style", "title", "template", "noscript", "noembed", "noframes", "svg", "math", "object",
    "embed", "applet", "iframe", "frameset", "audio", "video", "canvas", "map", "select", "datalist",
];
/// What is counted as a program or a form when it is left out.
const ACTIVE: &[&str] =
    &["script", "iframe", "object", "embed", "applet", "form", "svg", "base", "meta http-equiv"];
/// Schemes of links that are shown; one that is not known is a link without a target.
const SCHEMES: &[&str] = &[
    "http",
    "https",
    "mailto",
    "tel",
    "sms",
    "ftp",
    "file",
    "cid",
    "data",
    "javascript",
    "vbscript",
    "blob",
];
/// The widest span of a table's cell, and the largest measure of a picture in pixels.
const SPAN_MOST: u32 = 1000;
const MEASURE_MOST: u32 = 2000;

/// A message's own HTML, made safe to look at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MailHtml"))]
pub struct Html {
    /// A fragment without anything that runs or loads.
    pub html: String,
    /// Pictures from elsewhere that were not fetched.
    pub remote: u32,
    /// Scripts, frames and forms that were left out.
    pub active: u32,
    /// Links, shown with their targets and dead.
    pub links: u32,
}

/// What the filter met: addresses are taken out of the page and stand in it as their number here, so that even one that
/// survived all else would lead nowhere.
#[derive(Debug, Default)]
struct Met {
    /// Targets of links, in characters that hide nothing.
    targets: Vec<String>,
    /// The message's own pictures: content ids, and addresses that hold the picture itself.
    pictures: Vec<String>,
    /// Pictures from elsewhere.
    remote: u32,
}

impl Met {
    fn attribute(&mut self, element: &str, attribute: &str, value: &str) -> Option<String> {
        match (element, attribute) {
            ("a", "href") => Some(number(&mut self.targets, link::shown(value))),
            ("img", "src") => match own_picture(value.trim()) {
                Some(picture) => Some(number(&mut self.pictures, picture)),
                None => {
                    self.remote = self.remote.saturating_add(1);
                    None
                }
            },
            ("img", "width" | "height") => measure(value, MEASURE_MOST),
            (_, "colspan" | "rowspan" | "start") => measure(value, SPAN_MOST),
            _ => Some(value.to_owned()),
        }
    }
}

/// The content id of a picture that came with the message, or the address of one that stands in the page itself.
fn own_picture(address: &str) -> Option<String> {
    let inside = address.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:"));
    let part = || address.strip_prefix("cid:").map(|id| id.trim_matches(['<', '>']));
    (if inside { Some(address) } else { part() }).map(str::to_owned)
}

fn number(list: &mut Vec<String>, one: String) -> String {
    list.push(one);
    (list.len() - 1).to_string()
}

/// Makes `source` safe. `picture` gives a PNG in Base64 for the message's own part with a content id, and for an address
/// that begins with `data:` and holds the picture.
///
/// # Errors
/// `html-too-heavy` when taking it apart would cost more than reading its text is worth.
pub(super) fn safe(source: &str, picture: impl FnMut(&str) -> Option<String>) -> Result<Html> {
    if weight::is_too_heavy(source) {
        return Err(Error::new("html-too-heavy"));
    }
    let met = Arc::<Mutex<Met>>::default();
    let clean = || builder(Arc::clone(&met)).clean(source).to_string();
    // A sanitiser that stumbles must not end the program, nor let the page through.
    let clean = catch_unwind(AssertUnwindSafe(clean)).map_err(|_| Error::new("html-too-heavy"))?;
    let met = std::mem::take(&mut *met.lock().map_err(|_| Error::new("html-too-heavy"))?);
    Ok(Html {
        html: link::dead(&clean, &met.targets, &met.pictures, picture),
        remote: met.remote,
        active: weight::count(source, ACTIVE),
        links: u32::try_from(met.targets.len()).unwrap_or(u32::MAX),
    })
}

fn builder(met: Arc<Mutex<Met>>) -> Builder<'static> {
    let set = |names: &[&'static str]| names.iter().copied().collect::<HashSet<_>>();
    let attributes = HashMap::from([
        ("a", set(&["href"])),
        ("img", set(&["src", "alt", "width", "height"])),
        ("td", set(&["colspan", "rowspan"])),
        ("th", set(&["colspan", "rowspan"])),
        ("ol", set(&["start"])),
    ]);
    let edges = HashMap::from([("align", set(&["left", "right", "center"]))]);
    let mut builder = Builder::empty();
    builder
        .tags(set(TAGS))
        .clean_content_tags(set(SILENT))
        .tag_attributes(attributes)
        .tag_attribute_values(["td", "th", "p", "div"].map(|tag| (tag, edges.clone())).into_iter().collect())
        .generic_attributes(set(&["dir", "lang"]))
        .url_schemes(set(SCHEMES))
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None)
        .strip_comments(true)
        .attribute_filter(move |element, attribute, value| {
            met.lock().ok()?.attribute(element, attribute, value).map(Cow::Owned)
        });
    builder
}

fn measure(value: &str, most: u32) -> Option<String> {
    let number: u32 = value.trim().trim_end_matches("px").parse().ok()?;
    (1..=most).contains(&number).then(|| number.to_string())
}

#[cfg(test)]
mod tests;
