//! A finished bundle in several files.

use joinder_app::Result;
use serde_json::{Value, json};

use super::{count, list, text};
use crate::args::{Common, Split};
use crate::screen::outside as line;
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, split: &Split) -> Result<Ending> {
    let whole = |path: &std::path::Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let report = Session::new().call(
        "bundle.split",
        json!({
            "file": whole(&split.file), "out": whole(&split.out), "megabytes": split.megabytes, "pages": split.pages,
        }),
    )?;
    let parts = report.get("parts").map(list).unwrap_or_default();
    if common.json {
        screen::json(&report);
    } else {
        for part in parts {
            let pages = format!("pages {} to {}", count(part, "first"), count(part, "last"));
            line(0, &format!("{}: {pages}, {} bytes", text(part, "file"), count(part, "bytes")));
        }
    }
    let too_large = parts.iter().any(|part| part.get("too_large").and_then(Value::as_bool) == Some(true));
    if too_large {
        screen::line("One page alone is larger than a file may be; it has a file of its own.");
    }
    Ok(if too_large { Ending::Partly } else { Ending::Done })
}
