//! Everything beside claimants and originals, against the last entry about it.

use joinder_domain::audit::{Fault, SubjectKind};
use joinder_domain::id::PersonId;
use uuid::Uuid;

use super::{Check, Subjects};
use crate::bundle_version;
use crate::column::id;
use crate::conflict_search;
use crate::erasure;
use crate::error::{Error, Result};
use crate::evidence;
use crate::exchange;
use crate::exhibit_label;
use crate::journal;
use crate::legal_hold;
use crate::mailbox_scan;
use crate::matter::{Matter, matter_content};
use crate::merge;
use crate::overrides;
use crate::packet;
use crate::paper;
use crate::person;
use crate::profile;
use crate::redaction;
use crate::register;
use crate::run;
use crate::setting;
use crate::work;
use crate::write::Reader;

impl Check<'_, '_> {
    /// What is left of people who were erased, and what keeps others.
    pub(super) fn rights(&mut self, reader: &Reader<'_>, subjects: &mut Subjects) -> Result<()> {
        for erasure in erasure::list(reader)? {
            let found = erasure::content(&erasure)?;
            self.compare(subjects, SubjectKind::Claimant, erasure.number.0.to_string(), Some(found));
        }
        for hold in legal_hold::list(reader)? {
            let found = legal_hold::content(&hold)?;
            self.compare(subjects, SubjectKind::Hold, hold.id.to_string(), Some(found));
        }
        Ok(())
    }

    /// What is left of removed items; each stands in the place of the item that it names.
    pub(super) fn removals(&mut self, reader: &Reader<'_>, subjects: &mut Subjects) -> Result<()> {
        for removal in evidence::removals(reader)? {
            let found = evidence::removal_content(&removal)?;
            self.compare(subjects, SubjectKind::Evidence, removal.id.to_string(), Some(found));
        }
        Ok(())
    }

    pub(super) fn mailboxes(&mut self, reader: &Reader<'_>, subjects: &mut Subjects) -> Result<()> {
        for scan in mailbox_scan::list(reader)? {
            let found = mailbox_scan::content(&scan)?;
            self.compare(subjects, SubjectKind::Mailbox, scan.id.0.to_string(), Some(found));
        }
        Ok(())
    }

    /// What travelled: invitations that went out, packets that came in with their sealed bytes, requests.
    pub(super) fn packets(&mut self, reader: &Reader<'_>, subjects: &mut Subjects) -> Result<()> {
        for sent in exchange::invitations(reader)? {
            let found = exchange::content(&sent)?;
            self.compare(subjects, SubjectKind::Invitation, sent.id.to_string(), Some(found));
        }
        for number in packet::numbers(reader, packet::Query::default())? {
            let found = match packet::get(reader, number) {
                Ok(Some(found)) => {
                    let sound = found.opened.is_none() || !packet::altered(reader, number)?;
                    if sound { Some(packet::content(&found)?) } else { None }
                }
                Ok(None) | Err(Error::Unreadable(_)) => None,
                Err(error) => return Err(error),
            };
            self.compare(subjects, SubjectKind::Packet, number.0.to_string(), found);
        }
        match packet::request_contents(reader) {
            Ok(asked) => {
                for (id, content) in asked {
                    self.compare(subjects, SubjectKind::Request, id.to_string(), Some(content));
                }
            }
            Err(Error::Unreadable(_)) => self.fault(Fault::Structure),
            Err(error) => return Err(error),
        }
        Ok(())
    }

    pub(super) fn people(&mut self, reader: &Reader<'_>, subjects: &mut Subjects) -> Result<()> {
        let mut statement = reader.conn.prepare("SELECT id FROM person ORDER BY added, id")?;
        let people: rusqlite::Result<Vec<Uuid>> =
            statement.query_map((), |row| row.get(0).map(id))?.collect();
        for person in people? {
            let found = person::content(reader, PersonId(person)).ok();
            self.compare(subjects, SubjectKind::Person, person.to_string(), found);
        }
        Ok(())
    }

    /// The runs that were adopted, and what people said beside an answer.
    pub(super) fn decisions(&mut self, reader: &Reader<'_>, subjects: &mut Subjects) -> Result<()> {
        match run::list(reader) {
            Ok(runs) => {
                for found in runs {
                    let content = run::content(&found)?;
                    self.compare(subjects, SubjectKind::Run, found.id.0.to_string(), Some(content));
                }
            }
            Err(Error::Unreadable(_)) => self.fault(Fault::Structure),
            Err(error) => return Err(error),
        }
        for (number, content) in work::contents(reader)? {
            self.compare(subjects, SubjectKind::Work, number.to_string(), Some(content));
        }
        match journal::contents(reader) {
            Ok(entries) => {
                for (id, content) in entries {
                    self.compare(subjects, SubjectKind::Journal, id, Some(content));
                }
            }
            Err(Error::Unreadable(_)) => self.fault(Fault::Structure),
            Err(error) => return Err(error),
        }
        for (row, content) in overrides::contents(reader)? {
            self.compare(subjects, SubjectKind::Override, row.to_string(), Some(content));
        }
        Ok(())
    }

    /// Marks of exhibits, files that were made, redactions, sealed versions.
    pub(super) fn papers(&mut self, reader: &Reader<'_>, subjects: &mut Subjects) -> Result<()> {
        let found = exhibit_label::contents(reader)?.into_iter();
        let found = found.chain(paper::contents(reader)?).chain(redaction::contents(reader)?);
        let found = found.chain(bundle_version::contents(reader)?);
        for (id, content) in found {
            self.compare(subjects, SubjectKind::Bundle, id, Some(content));
        }
        Ok(())
    }

    /// Places on the register, claim forms, and what was sealed.
    pub(super) fn register(&mut self, reader: &Reader<'_>, subjects: &mut Subjects) -> Result<()> {
        for (number, content) in register::place_contents(reader)? {
            self.compare(subjects, SubjectKind::Place, number.to_string(), Some(content));
        }
        for (number, content) in register::form_contents(reader)? {
            self.compare(subjects, SubjectKind::ClaimForm, number.to_string(), Some(content));
        }
        for version in register::versions(reader)? {
            let content = register::version_content(reader, &version)?;
            self.compare(subjects, SubjectKind::Register, version.id.to_string(), Some(content));
        }
        Ok(())
    }

    /// Settings of the matter, searches for conflicts, merges.
    pub(super) fn beside(&mut self, reader: &Reader<'_>, subjects: &mut Subjects) -> Result<()> {
        for (key, content) in setting::contents(reader)? {
            self.compare(subjects, SubjectKind::Setting, key, Some(content));
        }
        for (id, content) in conflict_search::contents(reader)? {
            self.compare(subjects, SubjectKind::ConflictSearch, id.to_string(), Some(content));
        }
        for (id, content) in merge::contents(reader)? {
            // Earlier programs entered that two records became one, and nothing of what they had been.
            if subjects.contains_key(&(SubjectKind::Match, id.clone())) {
                self.compare(subjects, SubjectKind::Match, id, Some(content));
            }
        }
        Ok(())
    }

    pub(super) fn matter(
        &mut self,
        reader: &Reader<'_>,
        matter: &Matter,
        subjects: &mut Subjects,
    ) -> Result<()> {
        let found = matter_content(matter)?;
        self.compare(subjects, SubjectKind::Matter, matter.id().to_string(), Some(found));
        match profile::get(reader) {
            Ok(profile) => self.compare(subjects, SubjectKind::Profile, profile.id, Some(profile.sha256)),
            Err(Error::Damaged { .. } | Error::Unreadable(_)) => self.fault(Fault::Structure),
            Err(error) => return Err(error),
        }
        Ok(())
    }
}
