//! Reads a profile from the texts of its files.

use super::read::{File, Names, Problems, Table, format_known, hex_sha256};
use super::{
    Categories, Consequences, Incident, Letters, Profile, ProfileError, ProfileProblem, Questions, Unions,
    consent,
};
use crate::classification::Outcome;
use crate::notice::NoticeRules;
use crate::rules::{Context, RuleSet};
use crate::workflow::Workflow;

/// Counts below this are small, where a profile does not say.
const FEW: u32 = 5;
/// The format of profiles that this program reads.
const FORMAT: i64 = 1;

/// The files of every profile, beside the rule sets that its `profile.toml` names.
pub const FILES: [&str; 8] = [
    "profile.toml",
    "incident.toml",
    "categories.toml",
    "unions.toml",
    "notice.toml",
    "consequences.toml",
    "consents.toml",
    "questions.toml",
];

/// Files that a profile may have; those that were made before there was such a file have none.
const MAY_HAVE: [&str; 2] = ["letters.toml", "workflow.toml"];

struct Files<'a> {
    files: Vec<File<'a>>,
    problems: &'a Problems,
}

impl<'a> Files<'a> {
    fn get(&self, name: &str) -> Option<&File<'a>> {
        let file = self.files.iter().find(|file| file.name == name);
        if file.is_none() {
            self.problems.add(ProfileProblem {
                file: name.to_owned(),
                line: 0,
                column: 0,
                key: String::new(),
                message: "missing: expected this file in the profile".to_owned(),
            });
        }
        file
    }

    fn read<T>(&self, name: &str, read: impl FnOnce(&Table<'_>) -> T) -> Option<T> {
        self.get(name).map(|file| read(&file.root()))
    }

    fn read_if_there<T: Default>(&self, name: &str, read: impl FnOnce(&Table<'_>) -> T) -> T {
        self.files.iter().find(|file| file.name == name).map(|file| read(&file.root())).unwrap_or_default()
    }
}

impl Profile {
    /// Reads a profile from its files, each a name and its text, in any order.
    ///
    /// # Errors
    ///
    /// [`ProfileError`] with every mistake that was found: file, line, key, what was expected and what was found.
    pub fn from_files(files: &[(&str, &str)]) -> Result<Self, ProfileError> {
        let problems = Problems::default();
        let profile = {
            let files = files.iter().map(|(name, text)| File::parse(name, text, &problems)).collect();
            read(&Files { files, problems: &problems })
        };
        let problems = problems.sorted();
        match profile {
            Some(profile) if problems.is_empty() => Ok(profile),
            _ => Err(ProfileError { problems }),
        }
    }
}

impl Profile {
    /// Reads another rule set for this profile from its text, for a what-if or to be checked.
    ///
    /// # Errors
    ///
    /// [`ProfileError`] with every mistake that was found: line, key, what was expected and what was found.
    pub fn read_rules(&self, name: &str, text: &str) -> Result<RuleSet, ProfileError> {
        let problems = Problems::default();
        let rules = {
            let file = File::parse(name, text, &problems);
            rule_set(&file, &context(&self.categories, &self.consent_names, &self.notice), &self.rule_data)
        };
        let problems = problems.sorted();
        if problems.is_empty() { Ok(rules) } else { Err(ProfileError { problems }) }
    }
}

struct Head {
    id: crate::code::Code,
    version: u32,
    title: String,
    defendant: String,
    party: String,
    few: u32,
    rule_sets: Vec<String>,
    in_force: String,
}

fn head(root: &Table<'_>) -> Head {
    format_known(root, "profile", FORMAT);
    let head = Head {
        id: root.code("id"),
        version: u32::try_from(root.number("version", 1, i64::from(u32::MAX))).unwrap_or(1),
        title: root.text("title"),
        defendant: root.text("defendant"),
        party: root.text_or_empty("party"),
        few: root.maybe_number("few", 1, 1_000).and_then(|few| u32::try_from(few).ok()).unwrap_or(FEW),
        rule_sets: root.texts("rule_sets"),
        in_force: root.text("rule_set"),
    };
    if !head.rule_sets.contains(&head.in_force) {
        root.problem(
            "rule_set",
            format!("expected one of the files in \"rule_sets\", found \"{}\"", head.in_force),
        );
    }
    root.finish();
    head
}

fn context<'c>(categories: &'c Categories, consents: &'c Names, notice: &'c NoticeRules) -> Context<'c> {
    Context {
        categories: &categories.category_names,
        endings: &categories.ending_names,
        roles: &categories.role_names,
        consents,
        wrong: &notice.kinds,
        evidence_flags: &notice.flags,
    }
}

fn rule_set(file: &File<'_>, context: &Context<'_>, data: &str) -> RuleSet {
    let mut rules = RuleSet::read(&file.root(), context);
    rules.sha256 = hex_sha256(&format!("{}{data}", file.canonical()));
    rules
}

fn read(files: &Files<'_>) -> Option<Profile> {
    let mut consent_names = Names::new("a consent");
    let head = files.read("profile.toml", head);
    let incident = files.read("incident.toml", Incident::read);
    let categories = files.read("categories.toml", Categories::read);
    let unions = files.read("unions.toml", Unions::read);
    let notice = files.read("notice.toml", NoticeRules::read);
    let consequences = files.read("consequences.toml", Consequences::read);
    let consents = files.read("consents.toml", |root| consent::read(root, &mut consent_names));
    let questions = files.read("questions.toml", Questions::read);
    let workflow = files.read_if_there("workflow.toml", Workflow::read);
    let letters = files.read_if_there("letters.toml", Letters::read);
    let (head, categories, notice) = (head?, categories?, notice?);

    let context = context(&categories, &consent_names, &notice);
    // A rule set means nothing without the incident, the categories and the unions: its hash covers them too.
    let data: String = ["incident.toml", "categories.toml", "unions.toml", "notice.toml"]
        .iter()
        .filter_map(|name| files.get(name))
        .map(File::canonical)
        .collect();
    let mut rule_sets: Vec<_> = head
        .rule_sets
        .iter()
        .filter_map(|name| files.get(name).map(|file| rule_set(file, &context, &data)))
        .collect();
    if let (Some(questions), Some(rules)) = (&questions, rule_sets.first()) {
        let flags = Names::of("a flag", rules.flags().iter().map(|flag| flag.code.as_str()));
        files.read("questions.toml", |root| questions.explanation.check(root, &flags));
        let outcomes = Outcome::ALL.map(Outcome::code);
        let flags = rules.flags().iter().map(|flag| flag.code.as_str());
        let findings = Names::of("a flag or an outcome", flags.chain(outcomes));
        files.read_if_there("letters.toml", |root| Letters::check(root, &findings, &consent_names));
    }
    for file in &files.files {
        let known = FILES.contains(&file.name) || MAY_HAVE.contains(&file.name);
        if !known && head.rule_sets.iter().all(|name| name != file.name) {
            let message =
                "not known here: expected a file of every profile, or one named in \"rule_sets\"".to_owned();
            files.problems.add(ProfileProblem {
                file: file.name.to_owned(),
                line: 0,
                column: 0,
                key: String::new(),
                message,
            });
        }
    }
    let mut canonical: Vec<_> = files.files.iter().map(|file| (file.name, file.canonical())).collect();
    canonical.sort();
    let all: String = canonical.iter().map(|(name, text)| format!("{name}\n{text}\n")).collect();
    // Absent where the name in force is wrong or its file is missing: both are problems already.
    let in_force =
        head.rule_sets.iter().position(|name| *name == head.in_force).filter(|at| *at < rule_sets.len())?;
    let rules = rule_sets.remove(in_force);
    Some(Profile {
        id: head.id,
        version: head.version,
        title: head.title,
        defendant: head.defendant,
        party: head.party,
        few: head.few,
        sha256: hex_sha256(&all),
        incident: incident?,
        categories,
        unions: unions?,
        notice,
        consequences: consequences?,
        consents: consents?,
        questions: questions?,
        workflow,
        letters,
        rules,
        other_rules: rule_sets,
        consent_names,
        rule_data: data,
    })
}
