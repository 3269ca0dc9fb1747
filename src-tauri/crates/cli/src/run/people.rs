//! Who works on the matter.

use joinder_app::Result;
use serde_json::{Value, json};

use super::{list, text};
use crate::args::{Common, People};
use crate::session::Session;
use crate::{Ending, passphrase, screen};

pub(super) fn run(common: &Common, people: &People) -> Result<Ending> {
    let session = Session::open(common)?;
    match people {
        People::List => {}
        People::Add { sign_in, full_name, role, new_passphrase_file } => {
            let passphrase = passphrase::another(new_passphrase_file.as_deref())?;
            let person =
                json!({ "sign_in": sign_in, "full_name": full_name, "role": role, "passphrase": passphrase });
            session.call("person.add", person)?;
        }
        People::Remove { sign_in } => {
            session.call("person.remove", json!({ "sign_in": sign_in }))?;
        }
        People::Passphrase { new_passphrase_file } => {
            let old = passphrase::existing(common.passphrase_file.as_deref())?;
            let new = passphrase::another(new_passphrase_file.as_deref())?;
            session.call("person.passphrase", json!({ "old": old, "new": new }))?;
        }
    }
    let people = session.call("person.list", json!({}))?;
    if common.json {
        screen::json(&people);
        return Ok(Ending::Done);
    }
    let cells = |person: &Value| {
        ["sign_in", "full_name", "role", "removed"].map(|key| text(person, key).to_owned()).to_vec()
    };
    let rows: Vec<Vec<String>> = list(&people).iter().map(cells).collect();
    screen::table(&["Sign-in", "Name", "Role", "Removed"], &rows);
    Ok(Ending::Done)
}
