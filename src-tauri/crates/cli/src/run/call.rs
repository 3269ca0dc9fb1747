//! Any command of the command table, with JSON.

use std::io::Read;

use joinder_app::command::{Access, TABLE};
use joinder_app::{Error, Result};
use serde_json::Value;

use crate::args::Common;
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, name: Option<&str>, input: &str, list: bool) -> Result<Ending> {
    let Some(name) = name.filter(|_| !list) else {
        let rows: Vec<Vec<String>> =
            TABLE.iter().map(|command| vec![command.name.to_owned(), command.summary.to_owned()]).collect();
        screen::table(&["Command", "What it does"], &rows);
        return Ok(Ending::Done);
    };
    let bad_json = |_| Error::new("bad-json");
    let input = if input == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map_err(|_| Error::new("unreadable-file"))?;
        text
    } else {
        input.to_owned()
    };
    let payload: Value = serde_json::from_str(&input).map_err(bad_json)?;
    let free = TABLE.iter().any(|command| command.name == name && command.access == Access::Free);
    let session = if free { Session::new() } else { Session::open(common)? };
    screen::json(&session.call(name, payload)?);
    Ok(Ending::Done)
}
