//! What the house rules say of the crates holds of the crates.

mod pictures;

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use std::sync::OnceLock;

use serde::Deserialize;

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
    workspace_members: Vec<String>,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    kind: Option<String>,
}

/// Which crate needs which, without what only builds and tests need.
struct Crates {
    ours: BTreeSet<String>,
    needs: BTreeMap<String, BTreeSet<String>>,
}

impl Crates {
    fn all() -> &'static Self {
        static CRATES: OnceLock<Crates> = OnceLock::new();
        CRATES.get_or_init(Self::read)
    }

    fn read() -> Self {
        let output = Command::new(env!("CARGO"))
            .args(["metadata", "--format-version", "1", "--locked", "--all-features"])
            .args(["--manifest-path", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")])
            .args(["--filter-platform", "x86_64-unknown-linux-gnu"])
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let metadata: Metadata = serde_json::from_slice(&output.stdout).unwrap();
        let names: BTreeMap<&str, &str> =
            metadata.packages.iter().map(|package| (package.id.as_str(), package.name.as_str())).collect();
        let name = |id: &String| names[id.as_str()].to_owned();
        let mut needs: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for node in &metadata.resolve.nodes {
            let normal = node.deps.iter().filter(|dep| dep.dep_kinds.iter().any(|kind| kind.kind.is_none()));
            needs.entry(name(&node.id)).or_default().extend(normal.map(|dep| name(&dep.pkg)));
        }
        Self { ours: metadata.workspace_members.iter().map(name).collect(), needs }
    }

    /// Crates of this repository that `name` names in its manifest.
    fn of_ours(&self, name: &str) -> Vec<&str> {
        self.needs[name].iter().filter(|need| self.ours.contains(*need)).map(String::as_str).collect()
    }

    /// Every crate that is linked when `name` is.
    fn reach(&self, name: &str) -> BTreeSet<&str> {
        let mut reach = BTreeSet::new();
        let mut queue = vec![name];
        while let Some(next) = queue.pop() {
            for need in self.needs.get(next).into_iter().flatten() {
                if reach.insert(need.as_str()) {
                    queue.push(need);
                }
            }
        }
        reach
    }

    fn that_name(&self, need: &str) -> Vec<&str> {
        self.ours.iter().filter(|name| self.needs[*name].contains(need)).map(String::as_str).collect()
    }
}

#[test]
fn the_pure_crates_depend_on_nothing_of_ours() {
    let crates = Crates::all();
    assert!(crates.of_ours("joinder-domain").is_empty());
    assert!(crates.of_ours("joinder-evidence").is_empty());
    assert_eq!(crates.of_ours("joinder-store"), ["joinder-domain"]);
    assert_eq!(crates.of_ours("joinder-bundle"), ["joinder-domain"]);
    assert_eq!(crates.of_ours("joinder-packet"), ["joinder-domain"]);
}

#[test]
fn only_app_knows_all_the_others() {
    let crates = Crates::all();
    assert_eq!(
        crates.of_ours("joinder-app"),
        ["joinder-bundle", "joinder-domain", "joinder-evidence", "joinder-packet", "joinder-store"]
    );
    assert_eq!(crates.of_ours("joinder-cli"), ["joinder-app"]);
    assert_eq!(crates.of_ours("joinder-desktop"), ["joinder-app"]);
}

#[test]
fn nothing_below_the_shell_reaches_the_window() {
    let crates = Crates::all();
    for name in ["tauri", "wry", "webkit2gtk", "gtk"] {
        for below in ["joinder-app", "joinder-cli", "joinder-tests"] {
            assert!(!crates.reach(below).contains(name), "{below} reaches {name}");
        }
    }
    assert!(crates.reach("joinder-desktop").contains("tauri"), "the search finds what is there");
}

#[test]
fn only_the_store_speaks_sql() {
    assert_eq!(Crates::all().that_name("rusqlite"), ["joinder-store"]);
}

#[test]
fn the_programs_contain_no_client_of_a_network() {
    let crates = Crates::all();
    for program in ["joinder-cli", "joinder-desktop"] {
        for client in ["reqwest", "hyper", "ureq", "curl", "native-tls", "rustls", "tungstenite"] {
            assert!(!crates.reach(program).contains(client), "{program} reaches {client}");
        }
    }
}
