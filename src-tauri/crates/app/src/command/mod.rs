//! The command table: every use case, declared once.
//!
//! Dispatch, the window's typed client, `joinder call` and the drift test are made from it.

use joinder_domain::noun::Noun;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::app::App;
use crate::error::{Error, Result};
use crate::job::Job;

/// What a command needs before it may run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Nothing: it works without a matter.
    Free,
    /// An open matter.
    Read,
    /// An open matter and a person who may change it.
    Write,
    /// An open matter and a coordinator or authorised person.
    Manage,
}

/// What changed, so that the window knows what to load again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Change {
    /// The kind of thing.
    pub noun: Noun,
    /// The claimant's number, when one claimant changed.
    pub number: Option<u32>,
}

/// The output of a use case, and what it changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Applied<T> {
    /// The answer.
    pub output: T,
    /// What to load again.
    pub changes: Vec<Change>,
}

impl<T> Applied<T> {
    /// An answer that changed nothing.
    pub fn unchanged(output: T) -> Self {
        Self { output, changes: Vec::new() }
    }

    /// An answer that changed one kind of thing, for one claimant or for all.
    pub fn changed(output: T, noun: Noun, number: Option<u32>) -> Self {
        Self { output, changes: vec![Change { noun, number }] }
    }

    /// An answer with what the store says has changed; whatever it wrote is in the audit too.
    pub fn stored(output: T, changes: &[joinder_store::Change]) -> Self {
        let mut applied = Self::unchanged(output);
        for change in changes {
            applied = applied.and(change.noun, change.claimant.map(|number| number.0));
        }
        applied.and(Noun::Audit, None)
    }

    /// The same, and this changed too.
    #[must_use]
    pub fn and(mut self, noun: Noun, number: Option<u32>) -> Self {
        self.changes.push(Change { noun, number });
        self
    }
}

/// One row of the command table.
#[derive(Clone, Copy, Debug)]
pub struct Command {
    /// Its name: a noun, a dot, a verb.
    pub name: &'static str,
    /// What it needs.
    pub access: Access,
    /// What it does, in one sentence.
    pub summary: &'static str,
}

/// An input or output without content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "Record<string, never>"))]
pub struct Nothing {}

/// What a use case is given beside its input.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The program's state.
    pub app: &'a App,
    /// The work, for progress and cancel.
    pub job: &'a Job,
}

fn input<T: DeserializeOwned>(name: &str, payload: Value) -> Result<T> {
    let payload = if payload.is_null() { Value::Object(serde_json::Map::new()) } else { payload };
    serde_json::from_value(payload)
        .map_err(|e| Error::with("bad-input", &[("command", name), ("reason", &reason(&e))]))
}

/// The parser's complaint without the value that it complains of, which may be personal.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.split_once(": ") {
        Some((kind, rest)) if kind.starts_with("invalid ") => rest
            .split_once("expected ")
            .map_or_else(|| kind.to_owned(), |(_, expected)| format!("expected {expected}")),
        _ => text,
    }
}

/// Writes the declarations of types, those inside lists included.
#[cfg(feature = "ts")]
struct Exporter<'a> {
    config: &'a ts_rs::Config,
    failed: Option<ts_rs::ExportError>,
}

#[cfg(feature = "ts")]
impl Exporter<'_> {
    fn export<T: ts_rs::TS + 'static>(&mut self) {
        use ts_rs::TypeVisitor as _;
        self.visit::<T>();
        T::visit_generics(self);
    }
}

#[cfg(feature = "ts")]
impl ts_rs::TypeVisitor for Exporter<'_> {
    fn visit<T: ts_rs::TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some()
            && let Err(error) = T::export_all(self.config)
        {
            self.failed = Some(error);
        }
    }
}

macro_rules! commands {
    ($($name:literal $access:ident $run:path : $input:ty => $output:ty, $summary:literal;)+) => {
        /// Every command, in order.
        pub const TABLE: &[Command] = &[
            $(Command { name: $name, access: Access::$access, summary: $summary }),+
        ];

        pub(crate) fn run(context: Context<'_>, name: &str, payload: Value) -> Result<Value> {
            match name {
                $($name => {
                    // Work on a matter stops when the matter is locked.
                    let job = context.job.until(context.app.admit(Access::$access)?);
                    let context = Context { job: &job, ..context };
                    let applied: Applied<$output> = $run(context, input::<$input>(name, payload)?)?;
                    serde_json::to_value(applied).map_err(|_| Error::new("internal"))
                })+
                _ => Err(Error::with("unknown-command", &[("command", name)])),
            }
        }

        /// The TypeScript interface `Commands`: for each name the types of its input and output.
        #[cfg(feature = "ts")]
        pub fn typescript(config: &ts_rs::Config) -> String {
            let mut text = String::from("export interface Commands {\n");
            $(
                text.push_str(&format!(
                    "  /** {} */\n  {:?}: {{ input: {}; output: {} }};\n",
                    $summary,
                    $name,
                    <$input as ts_rs::TS>::name(config),
                    <$output as ts_rs::TS>::name(config),
                ));
            )+
            text.push_str("}\n");
            text
        }

        /// Writes the declaration of every type that the commands name into `folder`.
        #[cfg(feature = "ts")]
        pub fn export(config: &ts_rs::Config) -> std::result::Result<(), ts_rs::ExportError> {
            let mut exporter = Exporter { config, failed: None };
            $(
                exporter.export::<$input>();
                exporter.export::<$output>();
            )+
            exporter.failed.map_or(Ok(()), Err)
        }
    };
}

mod table;

pub(crate) use table::run;
pub use table::*;
