//! DKIM keys of the matter: added, listed, taken out.

use joinder_app::{Error, Result};
use serde_json::{Value, json};

use super::{count, list, text};
use crate::args::{Common, Key};
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, what: &Key) -> Result<Ending> {
    let session = Session::open(common)?;
    let answer = match what {
        Key::Add { file, domain, selector, from, until, source } => {
            let text = std::fs::read(file).map_err(|_| Error::new("unreadable-file"))?;
            let input = json!({
                "text": String::from_utf8_lossy(&text), "domain": domain, "selector": selector,
                "from": from, "until": until, "source": source,
            });
            session.call("key.add", input)?
        }
        Key::List => session.call("key.list", json!({}))?,
        Key::Remove { domain, selector } => {
            session.call("key.remove", json!({ "domain": domain, "selector": selector }))?
        }
    };
    match what {
        _ if common.json => screen::json(&answer),
        Key::Add { .. } => changed(&answer, "added"),
        Key::Remove { .. } => changed(&answer, "taken out"),
        Key::List => print(&answer),
    }
    Ok(Ending::Done)
}

fn changed(answer: &Value, what: &str) {
    let (keys, checked) = (count(answer, "keys"), count(answer, "checked"));
    screen::line(&format!("Keys {what}: {keys}. Items whose signatures were checked again: {checked}."));
}

fn print(keys: &Value) {
    let cells = |key: &Value| {
        let [domain, selector, from, until, source] =
            ["domain", "selector", "from", "until", "source"].map(|name| text(key, name).to_owned());
        vec![domain, selector, from, until, source]
    };
    let rows: Vec<Vec<String>> = list(keys).iter().map(cells).collect();
    screen::table(&["Domain", "Selector", "Known from", "Until", "Kept in"], &rows);
}
