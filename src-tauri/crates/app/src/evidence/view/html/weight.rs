//! How much work a page is before anybody takes it apart.

/// Largest page, in bytes.
const BYTES_MOST: usize = 2 * 1024 * 1024;
/// Most tags.
const TAGS_MOST: usize = 150_000;
/// Deepest nesting: a tree's builder looks through all open elements at each tag, so that depth costs its square. Browsers
/// themselves stop at 512.
const DEPTH_MOST: usize = 500;
/// Elements that end without an end tag.
const OPEN_ENDED: &[&str] = &[
    "area", "base", "basefont", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option",
    "colgroup", "html", "head", "body",
];

/// Whether a page would cost more to take apart than it may.
pub(super) fn is_too_heavy(source: &str) -> bool {
    if source.len() > BYTES_MOST {
        return true;
    }
    let (mut tags, mut depth) = (0_usize, 0_usize);
    for tag in tags_of(source) {
        tags += 1;
        let (closing, name) = match tag.strip_prefix('/') {
            Some(name) => (true, name),
            None => (false, tag),
        };
        if OPEN_ENDED.iter().any(|open| open.eq_ignore_ascii_case(name)) {
            continue;
        }
        depth = if closing { depth.saturating_sub(1) } else { depth + 1 };
        if depth > DEPTH_MOST || tags > TAGS_MOST {
            return true;
        }
    }
    tags > TAGS_MOST
}

/// How many of these elements a page opens; a name may have its first attribute behind it.
pub(super) fn count(source: &str, names: &[&str]) -> u32 {
    let lower = source.to_ascii_lowercase();
    let of = |name: &&str| {
        let tag = format!("<{name}");
        let ends = |rest: &str| rest.starts_with(|next: char| !next.is_ascii_alphanumeric());
        lower.match_indices(&tag).filter(|(at, _)| lower.get(at + tag.len()..).is_some_and(ends)).count()
    };
    u32::try_from(names.iter().map(of).sum::<usize>()).unwrap_or(u32::MAX)
}

/// The names of tags in order, end tags with their slash.
fn tags_of(source: &str) -> impl Iterator<Item = &str> {
    source.split('<').skip(1).filter_map(|after| {
        let end = after
            .char_indices()
            .find(|(at, next)| !(next.is_ascii_alphanumeric() || (*at == 0 && *next == '/')))
            .map_or(after.len(), |(at, _)| at);
        after.get(..end).filter(|name| !name.is_empty() && *name != "/")
    })
}
