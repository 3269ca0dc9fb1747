//! The table itself.

#[cfg(feature = "ts")]
use super::Exporter;
use super::{Access, Applied, Command, Context, Nothing, input};
use crate::error::{Error, Result};
use crate::{
    audit, bundle, claimant, claimant_file, classification, date, draft, evidence, howto, import, limitation,
    matter, overrides, person, profile, rules, run as runs, setting, whatif,
};
use serde_json::Value;

commands! {
    "matter.status" Free matter::status: Nothing => matter::Status, "Whether a matter is open, and which.";
    "matter.recent" Free matter::recent: Nothing => Vec<matter::Recent>, "Matters opened on this machine lately.";
    "matter.keyholders" Free matter::keyholders: matter::Folder => Vec<matter::Keyholder>, "Who can unlock a matter.";
    "matter.create" Free matter::create: matter::Create => matter::Created, "Makes a matter, and its recovery key.";
    "matter.unlock" Free matter::unlock: matter::Unlock => matter::Status, "Opens a matter with a passphrase.";
    "matter.recover" Free matter::recover: matter::Recover => matter::Status, "Opens a matter with its recovery key.";
    "matter.lock" Free matter::lock: Nothing => Nothing, "Closes the open matter.";
    "person.list" Read person::list: Nothing => Vec<person::View>, "People who work on the matter.";
    "person.add" Manage person::add: person::Add => Nothing, "Lets another person work on the matter.";
    "person.remove" Manage person::remove: person::Remove => Nothing, "Ends a person's access.";
    "person.passphrase" Read person::passphrase: person::Passphrases => Nothing, "Changes one's own passphrase.";
    "person.reset" Manage person::reset: person::Reset => Nothing, "Replaces a forgotten passphrase.";
    "profile.get" Read profile::get: Nothing => profile::View, "The incident, and the choices that forms offer.";
    "date.parse" Read date::parse: date::Parse => date::Parsed, "Reads a date that may be known only in part.";
    "claimant.ids" Read claimant::ids: claimant::Query => Vec<u32>, "Numbers of the claimants that match, in order.";
    "claimant.rows" Read claimant::rows: claimant::Numbers => Vec<claimant::Row>, "Rows of a list.";
    "claimant.counts" Read claimant::counts: Nothing => Vec<claimant::Count>, "How many claimants stand where on each axis.";
    "claimant.get" Read claimant::get: claimant::Number => claimant::Record, "Everything about one claimant.";
    "claimant.check" Read claimant::check: claimant::Check => Vec<crate::error::Problem>, "What is wrong in a form.";
    "claimant.add" Write claimant::add: claimant::Check => claimant::Added, "Adds a claimant.";
    "claimant.edit" Write claimant::edit: claimant::Edit => claimant::Edited, "Changes a claimant.";
    "claimant.history" Read claimant::history: claimant::Number => Vec<claimant::HistoryEntry>, "Who changed what, and when.";
    "draft.save" Write draft::save: draft::Save => Nothing, "Keeps a form as it is typed.";
    "draft.get" Read draft::get: draft::Key => draft::Draft, "A form as it was left.";
    "draft.discard" Write draft::discard: draft::Key => Nothing, "Forgets a form's draft.";
    "import.check" Read import::check: import::Check => import::Report, "Reads a CSV file without changing anything.";
    "import.claimants" Write import::claimants: import::Import => import::Report, "Adds the claimants of a CSV file.";
    "evidence.add" Write evidence::add: evidence::Add => evidence::Report, "Takes files in as evidence.";
    "evidence.unassigned" Read evidence::unassigned: Nothing => Vec<String>, "Evidence that belongs to nobody yet, oldest first.";
    "evidence.rows" Read evidence::rows: evidence::Ids => Vec<evidence::Row>, "Rows of a list of evidence.";
    "evidence.get" Read evidence::get: evidence::PartRef => evidence::View, "What an evidence item or a message in it says.";
    "evidence.html" Read evidence::html: evidence::PartRef => evidence::Html, "A message's own layout, made safe.";
    "evidence.text" Read evidence::text: evidence::PartRef => evidence::PartText, "A file inside a message as text.";
    "evidence.picture" Read evidence::picture: evidence::PictureOf => evidence::Picture, "A page or picture, drawn.";
    "evidence.source" Read evidence::source: evidence::SourceOf => evidence::Source, "A piece of the source as received.";
    "evidence.assign" Write evidence::assign: evidence::Assign => Nothing, "Says whose an evidence item is.";
    "evidence.set_aside" Write evidence::set_aside: evidence::SetAside => Nothing, "Puts an evidence item aside, with a reason.";
    "evidence.scan" Write evidence::scan: evidence::Scan => evidence::Scanned, "Looks through a mailbox and lists what bears on the matter.";
    "evidence.take" Write evidence::take: evidence::Take => evidence::Report, "Takes the ticked messages of a mailbox.";
    "evidence.find" Read evidence::find: evidence::Find => Vec<String>, "Ids of the items that match, in order of receipt.";
    "evidence.ocr" Write evidence::ocr: evidence::Ocr => evidence::OcrReport, "Reads the text of pictures, where Tesseract is installed.";
    "evidence.ocr_status" Read evidence::ocr_status: Nothing => evidence::Status, "Whether text in pictures can be read, and what is not searchable.";
    "evidence.ocr_view" Read evidence::ocr_view: evidence::Id => evidence::OcrView, "What OCR read in an item, and what may be confirmed.";
    "evidence.confirm" Write evidence::confirm: evidence::Confirm => Nothing, "Keeps what a person can see in a picture.";
    "evidence.verify" Read evidence::verify: evidence::Chosen => evidence::Verdict, "Checks originals against their fingerprints.";
    "evidence.export" Write evidence::export: evidence::Export => evidence::Exported, "Writes originals, a manifest and a custody report into a folder.";
    "evidence.remove" Manage evidence::remove: evidence::Remove => evidence::Removed, "Removes for good an item that was set aside.";
    "evidence.removed" Read evidence::removed: Nothing => Vec<evidence::Removal>, "What is left of items that were removed.";
    "howto.list" Free howto::list: howto::For => Vec<howto::Row>, "Guides to getting the original of an email, the fitting one first.";
    "howto.get" Free howto::get: howto::Ref => howto::View, "One guide with its figures.";
    "howto.write" Free howto::write: howto::Write => howto::Written, "Writes a guide as a PDF to send to a claimant.";
    "classification.run" Write classification::run: Nothing => classification::Ran, "Classifies every claimant again.";
    "classification.explain" Read classification::explain: claimant::Number => joinder_domain::classification::Explained, "Why an answer is what it is, and why not something near it.";
    "classification.given" Free claimant_file::given: claimant_file::Given => claimant_file::Answers, "Classifies claimants given as JSON; keeps nothing.";
    "rules.read" Free rules::read: rules::RulePath => rules::RuleFile, "Reads a file with rules as it is; keeps nothing.";
    "whatif.run" Read whatif::run: whatif::Run => whatif::WhatIf, "Tries other rules, or another day of the incident, without changing anything.";
    "whatif.moves" Read whatif::ids: whatif::Which => Vec<u32>, "Numbers of those who would move, in order.";
    "whatif.rows" Read whatif::rows: whatif::Rows => Vec<whatif::Row>, "How some of them would move.";
    "whatif.export" Write whatif::export: whatif::Export => whatif::Exported, "Writes who would move into a CSV file.";
    "run.adopt" Manage runs::adopt: runs::Adopt => runs::Adopted, "Puts other rules in force and freezes everyone's answers under them.";
    "run.list" Read runs::list: Nothing => Vec<runs::Row>, "Rules that were adopted, the earliest first.";
    "run.get" Read runs::get: runs::Id => runs::View, "What was frozen when rules were adopted.";
    "run.answer" Read runs::answer: runs::AnswerOf => runs::Answer, "One claimant's answer as it was under earlier rules.";
    "limitation.get" Read limitation::get: claimant::Number => joinder_domain::limitation::Limitation, "One claimant's time limits, with the arithmetic.";
    "limitation.calendar" Read limitation::calendar: Nothing => limitation::CalendarView, "Every time limit of the matter, by day and cause.";
    "limitation.claimants" Read limitation::claimants: limitation::Which => Vec<u32>, "Numbers of the claimants of one entry of the calendar.";
    "limitation.export" Write limitation::export: limitation::Export => limitation::Exported, "Writes the calendar as .ics, .pdf or .csv.";
    "override.set" Write overrides::set: overrides::Set => Nothing, "Says otherwise than the computed answer, with a reason.";
    "override.confirm" Write overrides::confirm: overrides::Confirm => Nothing, "Agrees, as the second person, that a claimant is declined.";
    "override.withdraw" Write overrides::withdraw: overrides::Withdraw => Nothing, "Takes back what was said beside an answer.";
    "bundle.make" Read bundle::make: bundle::Make => bundle::Report, "Writes claim bundles into a folder.";
    "bundle.preview" Read bundle::preview: claimant::Number => bundle::Preview, "Makes a bundle to look at, in memory only.";
    "bundle.page" Read bundle::page: bundle::PageOf => bundle::Page, "One page of a preview as a picture.";
    "audit.verify" Read audit::verify: Nothing => audit::Verdict, "Checks that nothing was altered behind Joinder's back.";
    "audit.list" Read audit::list: audit::List => Vec<audit::Row>, "Who did what, newest first.";
    "rules.sentences" Free rules::sentences: rules::Wanted => joinder_domain::rules::words::RuleSentences, "A rule set in plain sentences.";
    "rules.check" Free rules::check: rules::Check => rules::Checked, "What is wrong with a rule set.";
    "rules.diff" Free rules::diff: rules::Compare => Vec<joinder_domain::rules::words::Difference>, "What differs between two rule sets, in words.";
    "rules.explain" Free rules::explain: rules::Explain => joinder_domain::rules::words::CodeExplained, "What a code means, and which rules lead to it.";
    "setting.get" Free setting::get: Nothing => setting::Settings, "Settings of the program.";
    "setting.put" Free setting::put: setting::Settings => Nothing, "Changes settings of the program.";
}
