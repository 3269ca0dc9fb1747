//! The `joinder` program, as a script drives it.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Mutex, OnceLock, PoisonError};

use serde_json::Value;
use tempfile::TempDir;

/// The passphrase of every matter that a test makes.
pub const PASSPHRASE: &str = "correct horse battery staple";

/// The folder with the programs under test: `JOINDER_PROGRAMS`, or the folder of this test once they are built.
pub fn programs() -> &'static Path {
    static PROGRAMS: OnceLock<PathBuf> = OnceLock::new();
    PROGRAMS.get_or_init(|| {
        if let Some(folder) = std::env::var_os("JOINDER_PROGRAMS") {
            return folder.into();
        }
        // An old program would test yesterday's code, so it is built each time; that takes a moment when it is new.
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let built = Command::new(cargo)
            .args(["build", "--quiet", "--package", "joinder-cli"])
            .args(["--manifest-path", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")])
            .status()
            .expect("cargo runs");
        assert!(built.success(), "the program does not build");
        let test = std::env::current_exe().expect("the test knows its path");
        test.parent().and_then(Path::parent).expect("tests lie in target/PROFILE/deps").to_owned()
    })
}

/// A matter in a folder of its own, which goes when this does.
pub struct Sandbox {
    folder: TempDir,
    // A matter is open in one program at a time, and tests of one matter run beside each other.
    in_turn: Mutex<()>,
}

impl Sandbox {
    /// An empty folder.
    #[expect(clippy::new_without_default, reason = "making a folder is no default")]
    pub fn new() -> Self {
        Self { folder: TempDir::new().expect("a folder can be made"), in_turn: Mutex::default() }
    }

    /// A new matter called "Test", opened by Bronwen.
    pub fn with_matter() -> Self {
        let sandbox = Self::new();
        sandbox
            .run(["new", "--name", "Test", "--sign-in", "bronwen", "--full-name", "Bronwen Parry"])
            .succeeds();
        sandbox
    }

    /// A path within the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The matter.
    pub fn matter(&self) -> PathBuf {
        self.path("matter")
    }

    /// Writes a file and returns its path.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("a file lies in a folder"))
            .expect("a folder can be made");
        std::fs::write(&path, bytes).expect("a file can be written");
        path
    }

    /// A command line on the matter.
    pub fn command<S: AsRef<OsStr>>(&self, words: impl IntoIterator<Item = S>) -> Command {
        let mut command = Command::new(programs().join("joinder"));
        command
            .args(words)
            .env("JOINDER_MATTER", self.matter())
            .env("JOINDER_PASSPHRASE", PASSPHRASE)
            .env("HOME", self.folder.path())
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_DATA_HOME", self.path("data"))
            .env_remove("JOINDER_PERSON")
            // What a picture is read as depends on the machine; stories about reading say so themselves.
            .env("JOINDER_TESSERACT", "")
            .current_dir(self.folder.path());
        command
    }

    /// Runs a command line on the matter to its end.
    pub fn run<S: AsRef<OsStr>>(&self, words: impl IntoIterator<Item = S>) -> Ended {
        let _turn = self.in_turn.lock().unwrap_or_else(PoisonError::into_inner);
        let output = self.command(words).output().unwrap_or_else(|error| {
            panic!("{} does not run ({error}): `make test` builds it", programs().join("joinder").display())
        });
        Ended(output)
    }
}

/// How a run ended.
pub struct Ended(Output);

impl Ended {
    /// What it printed.
    pub fn said(&self) -> String {
        String::from_utf8_lossy(&self.0.stdout).into_owned()
    }

    /// What it complained of.
    pub fn complained(&self) -> String {
        String::from_utf8_lossy(&self.0.stderr).into_owned()
    }

    /// Its exit status; see `joinder --help`.
    pub fn status(&self) -> i32 {
        self.0.status.code().unwrap_or(-1)
    }

    /// Asserts its exit status.
    #[track_caller]
    pub fn ends_with(self, status: i32) -> Self {
        assert_eq!(self.status(), status, "\nsaid: {}\ncomplained: {}", self.said(), self.complained());
        self
    }

    /// Asserts that all went well.
    #[track_caller]
    pub fn succeeds(self) -> Self {
        self.ends_with(0)
    }

    /// What it printed, as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.0.stdout).unwrap_or_else(|error| {
            panic!("{error}\nsaid: {}\ncomplained: {}", self.said(), self.complained())
        })
    }
}
