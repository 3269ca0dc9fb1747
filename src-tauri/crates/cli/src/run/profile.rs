//! Profiles: written out, and checked.

use joinder_app::Result;
use serde_json::json;

use super::{count, strings, text};
use crate::args::{Common, Profile};
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, what: &Profile) -> Result<Ending> {
    let (command, input) = match what {
        Profile::Write { out, from } => ("profile.write", json!({ "profile": from, "out": out })),
        Profile::Check { profile } => ("profile.check", json!({ "profile": profile })),
    };
    let found = Session::new().call(command, input)?;
    if common.json {
        screen::json(&found);
        return Ok(Ending::Done);
    }
    let files = strings(&found, "files").len();
    match what {
        Profile::Write { out, .. } => {
            screen::line(&format!("Wrote {files} files into {}.", out.display()));
            screen::line(
                "Change them, check them with “joinder profile check”, then make a matter with “joinder new --profile”.",
            );
        }
        Profile::Check { .. } => {
            screen::line(&format!(
                "{}, version {}: {}",
                text(&found, "id"),
                count(&found, "version"),
                text(&found, "title")
            ));
            screen::line(&format!(
                "Against {}, incident of {}.",
                text(&found, "defendant"),
                text(&found, "incident")
            ));
            screen::line(&format!(
                "{files} files, {} statuses. Nothing is wrong with it.",
                count(&found, "statuses")
            ));
        }
    }
    Ok(Ending::Done)
}
