//! What all copies of the notice show together, on a terminal.

use std::path::Path;

use joinder_app::{Error, Result};
use serde_json::{Value, json};

use super::{count, list, text};
use crate::args::{Common, Consensus};
use crate::screen::outside as line;
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, consensus: &Consensus) -> Result<Ending> {
    let session = Session::open(common)?;
    if consensus.run {
        session.call("consensus.run", json!({}))?;
    }
    if let Some(path) = &consensus.out {
        let exported = session.call("consensus.export", json!({ "path": path, "format": format(path)? }))?;
        if common.json {
            screen::json(&exported);
        } else {
            line(0, &format!("Wrote {}, SHA-256 {}", path.display(), text(&exported, "sha256")));
        }
        return Ok(Ending::Done);
    }
    if let Some(id) = &consensus.diff {
        let diff = session.call("consensus.diff", json!({ "id": id }))?;
        if common.json {
            screen::json(&diff);
        } else {
            print_diff(&diff);
        }
        return Ok(Ending::Done);
    }
    let view = session.call("consensus.get", json!({}))?;
    if common.json {
        screen::json(&view);
    } else {
        print_view(&view);
    }
    Ok(if count(view.get("counts").unwrap_or(&Value::Null), "copies") == 0 {
        Ending::Nothing
    } else {
        Ending::Done
    })
}

/// The form that a file name asks for.
fn format(path: &Path) -> Result<&'static str> {
    match path.extension().map(|extension| extension.to_ascii_lowercase()) {
        Some(extension) if extension == "pdf" => Ok("pdf"),
        Some(extension) if extension == "csv" => Ok("csv"),
        _ => Err(Error::new("annex-format")),
    }
}

fn items<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).map(list).unwrap_or_default()
}

fn print_view(view: &Value) {
    let none = Value::Null;
    let counts = view.get("counts").unwrap_or(&none);
    for (key, words) in [
        ("copies", "copies of the notice"),
        ("independent", "independent of one another"),
        ("agreeing", "independent native copies that agree"),
        ("message_ids", "different Message-IDs among these"),
        ("signatures", "different signatures among these"),
        ("outliers", "copies that differ"),
        ("not_compared", "copies that could not be compared"),
    ] {
        line(0, &format!("{:>8}  {words}", count(counts, key)));
    }
    let Some(canonical) = view.get("canonical").filter(|canonical| !canonical.is_null()) else {
        line(0, "There is no canonical notice yet.");
        return;
    };
    line(0, text(canonical, "words"));
    for (key, words) in [
        ("sender_domain", "Sender"),
        ("subject", "Subject"),
        ("message_id_domain", "Message-ID domain"),
        ("message_id_pattern", "Message-ID form"),
        ("dkim_domain", "Signing domain"),
        ("dkim_selector", "Selector"),
    ] {
        let shared = canonical.get(key).unwrap_or(&none);
        let (agree, of) = (count(shared, "agree"), count(shared, "of"));
        line(1, &format!("{words:<18} {} ({agree} of {of})", text(shared, "value")));
    }
    line(1, &format!("{:<18} {}", "Sent", text(canonical, "sent")));
    line(0, "By provider");
    for one in items(view, "providers") {
        line(1, &format!("{:>6}  {}", count(one, "independent"), text(one, "provider")));
    }
    line(0, "By half-hour of UK time");
    for one in items(view, "times").iter().filter(|one| count(one, "copies") > 0) {
        line(1, &format!("{:>6}  {}", count(one, "independent"), text(one, "label")));
    }
    for one in items(view, "outliers") {
        line(0, &format!("{}  {}", text(one, "evidence"), text(one, "name")));
        for difference in items(one, "differences") {
            line(1, text(difference, "text"));
        }
    }
}

fn print_diff(diff: &Value) {
    line(0, text(diff, "name"));
    for difference in items(diff, "differences") {
        line(1, text(difference, "text"));
    }
    let side = diff.get("side_by_side").unwrap_or(&Value::Null);
    for row in items(side, "rows") {
        let same = row.get("same").and_then(Value::as_bool).unwrap_or_default();
        let words = |key: &str| -> String {
            let spans = items(row, key).iter().map(|span| {
                let only = span.get("only_here").and_then(Value::as_bool).unwrap_or_default();
                let words = text(span, "text").split_whitespace().collect::<Vec<_>>().join(" ");
                if only { format!("[{words}]") } else { words }
            });
            spans.collect::<Vec<_>>().join(" ")
        };
        if same {
            line(0, &format!("  {}", words("canonical")));
        } else {
            line(0, &format!("- {}", words("canonical")));
            line(0, &format!("+ {}", words("copy")));
        }
    }
}
