//! One function for each command of the command line.

mod backup;
mod bundle;
mod calendar;
mod call;
mod check;
mod claimant;
mod classify;
mod conflict;
mod consensus;
mod demo;
mod duplicates;
mod evidence;
mod howto;
mod import;
mod insight;
mod inspect;
mod invite;
mod journal;
mod key;
mod letter;
mod mailbox;
mod merge;
mod overrides;
mod packet;
mod people;
mod profile;
mod ready;
mod redact;
mod register;
mod right;
mod rules;
mod split;
mod transfer;
mod whatif;

use clap::CommandFactory;
use joinder_app::{Error, Result};
use serde_json::{Value, json};

use crate::args::{Audit, Cli, Command, Common, Evidence, New};
use crate::session::Session;
use crate::{Ending, passphrase, screen};

/// Runs what the command line asks for.
///
/// # Errors
/// Whatever the command refuses.
pub fn run(cli: Cli) -> Result<Ending> {
    let common = &cli.common;
    match cli.command {
        Command::New(new) => make(common, &new),
        Command::Import(what) => import::run(common, &what),
        Command::List(list) => claimant::list(common, &list),
        Command::Show { number } => claimant::show(common, &number),
        Command::Note(what) => journal::note(common, &what),
        Command::Task(what) => journal::task(common, &what),
        Command::Correspondence(what) => journal::correspondence(common, &what),
        Command::Classify(what) => classify::run(common, &what),
        Command::Override(what) => overrides::run(common, &what),
        Command::Profile(what) => profile::run(common, &what),
        Command::Rules(what) => rules::run(common, &what),
        Command::Calendar { out } => calendar::run(common, out.as_deref()),
        Command::Bundle(bundle) if bundle.kinds || bundle.kind != "claim" => letter::run(common, &bundle),
        Command::Bundle(bundle) => bundle::run(common, &bundle),
        Command::Ready(what) => ready::run(common, &what),
        Command::Register(what) => register::run(common, &what),
        Command::Redact(what) => redact::run(common, &what),
        Command::Split(what) => split::run(common, &what),
        Command::Check(what) => check::run(common, &what),
        Command::Howto { provider, out, r#for } => {
            howto::run(common, provider.as_deref(), out.as_deref(), r#for.as_deref())
        }
        Command::Evidence(Evidence::Scan { mailbox, domain }) => mailbox::scan(common, &mailbox, &domain),
        Command::Evidence(Evidence::Take { mailbox, messages, listed, domain, claimant }) => {
            let which = mailbox::Which::of(messages, listed);
            mailbox::take(common, &mailbox, &which, &domain, claimant.as_deref())
        }
        Command::Evidence(Evidence::Inspect(what)) => inspect::run(common, &what),
        Command::Evidence(Evidence::Key(what)) => key::run(common, &what),
        Command::Evidence(Evidence::Consensus(what)) => consensus::run(common, &what),
        Command::Evidence(what) => evidence::run(common, &what),
        Command::Duplicates(what) => duplicates::run(common, &what),
        Command::Invite(what) => invite::run(common, &what),
        Command::Packet(what) => packet::run(common, &what),
        Command::Transfer(what) => transfer::run(common, &what),
        Command::Merge { kept, lost, take, reason } => merge::merge(common, &kept, &lost, &take, &reason),
        Command::Unmerge { id, reason } => merge::unmerge(common, id, &reason.unwrap_or_default()),
        Command::NotSame { a, b, reason, reopen } => merge::not_same(common, &a, &b, &reason, reopen),
        Command::Conflict(what) => conflict::run(common, &what),
        Command::Insight(what) => insight::run(common, &what),
        Command::Audit(Audit::Verify) => verify(common),
        Command::Audit(Audit::List { limit }) => audit(common, limit),
        Command::Backup(what) => backup::run(common, &what),
        Command::Rights(what) => right::run(common, &what),
        Command::People(people) => people::run(common, &people),
        Command::Demo { out } => demo::run(common, &out),
        Command::Call { name, input, list } => call::run(common, name.as_deref(), &input, list),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "joinder", &mut script);
            screen::raw(&script);
            Ok(Ending::Done)
        }
        Command::Man { out } => manual(&out),
    }
}

fn make(common: &Common, new: &New) -> Result<Ending> {
    let folder = common.matter.as_deref().ok_or_else(|| Error::new("no-matter"))?;
    let passphrase = passphrase::new(common.passphrase_file.as_deref())?;
    let session = Session::new();
    let created = session.call(
        "matter.create",
        json!({
            "folder": folder, "name": new.name, "profile": new.profile, "sign_in": new.sign_in,
            "full_name": new.full_name, "passphrase": passphrase,
        }),
    )?;
    if common.json {
        screen::json(&created);
    } else {
        screen::line(&format!("Made the matter in {}.", folder.display()));
        screen::line("");
        screen::line(&format!("Recovery key: {}", text(&created, "recovery_key")));
        screen::line("");
        screen::line("Write it down now and keep it away from this machine. It is shown only this once, and");
        screen::line("it is the only way in when every passphrase is forgotten.");
    }
    Ok(Ending::Done)
}

fn verify(common: &Common) -> Result<Ending> {
    let verdict = Session::open(common)?.call("audit.verify", json!({}))?;
    let found = text(&verdict, "verdict").to_owned();
    if common.json {
        screen::json(&verdict);
    } else {
        match found.as_str() {
            "intact" => {
                screen::line(&format!("Intact: {} entries, nothing altered.", count(&verdict, "entries")));
                screen::line(&format!("Head of the chain: {}", text(&verdict, "head")));
            }
            "nothing-to-check" => screen::line("There is nothing to check yet."),
            _ => screen::line("NOT intact:"),
        }
        for problem in strings(&verdict, "problems") {
            screen::line(&format!("  {problem}"));
        }
    }
    Ok(match found.as_str() {
        "intact" => Ending::Done,
        "nothing-to-check" => Ending::Nothing,
        _ => Ending::Tampered,
    })
}

fn audit(common: &Common, limit: u32) -> Result<Ending> {
    let rows = Session::open(common)?.call("audit.list", json!({ "before": null, "limit": limit }))?;
    if common.json {
        screen::json(&rows);
        return Ok(Ending::Done);
    }
    let cells = |row: &Value| ["at", "who", "what", "subject"].map(|key| text(row, key).to_owned()).to_vec();
    let rows: Vec<Vec<String>> = list(&rows).iter().map(cells).collect();
    screen::table(&["When", "Who", "What", "About"], &rows);
    Ok(Ending::Done)
}

fn manual(out: &std::path::Path) -> Result<Ending> {
    let failed = |_| Error::new("out-not-writable");
    std::fs::create_dir_all(out).map_err(failed)?;
    clap_mangen::generate_to(Cli::command(), out).map_err(failed)?;
    Ok(Ending::Done)
}

/// A claimant's number, written as 42, 000042 or C-000042.
fn number(text: &str) -> Result<u32> {
    let digits = text.trim().trim_start_matches(['C', 'c']).trim_start_matches('-');
    digits.parse().map_err(|_| Error::new("no-such-claimant"))
}

/// The text at `key`, empty when there is none.
fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn count(value: &Value, key: &str) -> u64 {
    value.get(key).and_then(Value::as_u64).unwrap_or_default()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn strings(value: &Value, key: &str) -> Vec<String> {
    let items = value.get(key).map(list).unwrap_or_default();
    items.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}
