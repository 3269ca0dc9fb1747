//! What the program was started with.

use std::ffi::OsString;
use std::path::{Path, PathBuf, absolute};

use serde::Serialize;

/// What the program was started with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Arguments {
    /// The matter folder to open: from `--matter DIR`, else from `JOINDER_MATTER`.
    pub(crate) matter: Option<PathBuf>,
    /// The invitation to answer: a file that was opened with the program.
    pub(crate) invitation: Option<PathBuf>,
}

/// Reads the command line and the environment of this process.
pub(crate) fn read() -> Arguments {
    parse(std::env::args_os().skip(1), std::env::var_os("JOINDER_MATTER"))
}

fn parse(words: impl IntoIterator<Item = OsString>, environment: Option<OsString>) -> Arguments {
    let mut words = words.into_iter();
    let mut matter = environment.filter(|folder| !folder.is_empty());
    let mut invitation = None;
    while let Some(word) = words.next() {
        if word == "--matter" {
            matter = words.next().or(matter);
        } else if let Some(folder) = word.to_str().and_then(|word| word.strip_prefix("--matter=")) {
            matter = Some(folder.into());
        } else if Path::new(&word).extension().is_some_and(|end| end.eq_ignore_ascii_case(INVITATION)) {
            invitation = Some(word);
        }
    }
    let full = |path: Option<OsString>| path.map(|path| full(Path::new(&path)));
    Arguments { matter: full(matter), invitation: full(invitation) }
}

const INVITATION: &str = "joinder-invite";

/// The page knows no working directory, so a relative folder is made absolute here.
fn full(folder: &Path) -> PathBuf {
    absolute(folder).unwrap_or_else(|_| folder.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn started(words: &[&str], environment: Option<&str>) -> Option<PathBuf> {
        parse(words.iter().map(OsString::from), environment.map(OsString::from)).matter
    }

    #[test]
    fn the_matter_named_on_the_command_line_wins_over_the_environment() {
        assert_eq!(started(&["--matter", "/m/a"], Some("/m/b")), Some("/m/a".into()));
        assert_eq!(started(&["--matter=/m/a"], Some("/m/b")), Some("/m/a".into()));
        assert_eq!(started(&[], Some("/m/b")), Some("/m/b".into()));
    }

    #[test]
    fn an_invitation_that_was_opened_with_the_program_is_found() {
        let words = ["/media/nia/example.joinder-invite"].map(OsString::from);
        assert_eq!(parse(words, None).invitation, Some("/media/nia/example.joinder-invite".into()));
        assert_eq!(parse(["/media/nia/letter.pdf"].map(OsString::from), None).invitation, None);
    }

    #[test]
    fn without_a_matter_the_window_starts_empty() {
        assert_eq!(started(&[], None), None);
        assert_eq!(started(&[], Some("")), None);
        assert_eq!(started(&["--matter"], None), None);
    }

    #[test]
    fn a_relative_folder_is_made_absolute() {
        assert!(started(&["--matter", "demo"], None).is_some_and(|folder| folder.is_absolute()));
    }
}
