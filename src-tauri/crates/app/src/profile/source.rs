//! Where profiles come from: built in, or a folder of files like theirs.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use joinder_domain::profile::{Profile, ProfileError};
use joinder_domain::workflow::Workflow;

use crate::error::{Error, Result};

/// Files of a profile: name and text.
pub(crate) type Texts = Vec<(String, String)>;

/// Files that a folder may hold, and bytes that each may have: far more than any profile needs.
const FILES_MOST: usize = 64;
const FILE_MOST: u64 = 4 << 20;

/// The profiles that are built in: name, and files as name and text.
const BUILT_IN: &[(&str, &[(&str, &str)])] = &[("labour-2021", LABOUR_2021)];

macro_rules! files {
    ($folder:literal: $($name:literal),+) => {
        &[$(($name, include_str!(concat!("../../../../../assets/profiles/", $folder, "/", $name)))),+]
    };
}

const LABOUR_2021: &[(&str, &str)] = files!(
    "labour-2021": "profile.toml", "incident.toml", "categories.toml", "unions.toml", "notice.toml",
    "consequences.toml", "consents.toml", "questions.toml", "letters.toml", "rules.toml", "workflow.toml"
);

const WORKFLOW: (&str, &str) =
    ("workflow.toml", include_str!("../../../../../assets/profiles/labour-2021/workflow.toml"));

/// The texts of the built-in profile `name`.
///
/// # Errors
/// `no-profile`, naming those that there are.
pub(crate) fn built_in(name: &str) -> Result<&'static [(&'static str, &'static str)]> {
    let found = BUILT_IN.iter().find(|(known, _)| *known == name).map(|(_, files)| *files);
    found.ok_or_else(|| {
        let known: Vec<&str> = BUILT_IN.iter().map(|(known, _)| *known).collect();
        Error::with("no-profile", &[("profile", name), ("known", &known.join(", "))])
    })
}

/// Reads a profile from its texts.
///
/// # Errors
/// `bad-profile` with the first mistakes, each with file, line and key.
pub(crate) fn read<N: AsRef<str>, T: AsRef<str>>(files: &[(N, T)]) -> Result<Profile> {
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_ref(), text.as_ref())).collect();
    let bad = |error: ProfileError| Error::with("bad-profile", &[("reason", &error.to_string())]);
    let mut profile = Profile::from_files(&files).map_err(bad)?;
    if profile.workflow.states.is_empty() {
        // Matters that were made before profiles had states work with those of the built-in one.
        profile.workflow = Workflow::from_text(WORKFLOW.0, WORKFLOW.1).map_err(bad)?;
    }
    Ok(profile)
}

/// The texts of a profile by the name of a built-in one or by a folder whose `.toml` files are one, in order of their names.
///
/// # Errors
/// `no-profile`, naming those that are built in; `profile-folder` when the folder holds no profile that could be read;
/// `unreadable-file`.
pub(crate) fn texts(named: &str) -> Result<Texts> {
    let folder = Path::new(named);
    match built_in(named) {
        Err(_) if folder.is_dir() => of_folder(folder),
        found => Ok(found?.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()),
    }
}

fn of_folder(folder: &Path) -> Result<Texts> {
    let unreadable = |_| Error::new("unreadable-file");
    let refused = |file: &str| Error::with("profile-folder", &[("file", file)]);
    let mut files = Texts::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()).map(str::to_owned) else { continue };
        if !name.ends_with(".toml") || !path.is_file() {
            continue;
        }
        if files.len() >= FILES_MOST {
            return Err(refused(&name));
        }
        let mut bytes = Vec::new();
        let file = File::open(&path).map_err(unreadable)?;
        file.take(FILE_MOST + 1).read_to_end(&mut bytes).map_err(unreadable)?;
        let text = String::from_utf8(bytes).ok().filter(|text| text.len() as u64 <= FILE_MOST);
        files.push((name.clone(), text.ok_or_else(|| refused(&name))?));
    }
    if files.is_empty() {
        return Err(refused("profile.toml"));
    }
    files.sort();
    Ok(files)
}
