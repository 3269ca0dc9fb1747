//! What a mailbox or an archive holds, each message and file looked at as if it had come alone.

use std::io::{self, Cursor, Read, Seek};
use std::path::Path;

use joinder_domain::audit::Digest;
use joinder_evidence::{Code, Content, Damage, Limits, Mbox, Member, unpacking_damage};

use super::file::{alone, look, of};
use super::{InspectedDamage, InspectedFile, InspectedNotice, Lens};
use crate::error::{Error, Result};
use crate::evidence::mailbox::{Hashed, MaildirLetters};
use crate::evidence::unpacked::each_member;

/// Messages and files that are listed of one file that was named, those of mailboxes in archives included. All are looked
/// at; of those beyond this, the ones that bear on the matter take the place of others.
const LISTED: usize = 5_000;

/// A walk through one file that was named.
pub(super) struct Walk<'w> {
    /// What files are compared with.
    pub(super) lens: &'w Lens<'w>,
    step: &'w mut dyn FnMut() -> Result<()>,
    left: usize,
}

impl<'w> Walk<'w> {
    /// A new walk; `step` is told before each message or file, and says whether to go on.
    pub(super) fn new(lens: &'w Lens<'w>, step: &'w mut dyn FnMut() -> Result<()>) -> Self {
        Self { lens, step, left: LISTED }
    }

    /// Adds what one member says to what its holder says.
    fn add(&mut self, holder: &mut InspectedFile, member: InspectedFile) {
        holder.members_in_all += 1;
        let bears = bears(&member);
        if let Some(notice) = &member.notice {
            let place = match notice.place.as_str() {
                "0" => member.within.clone(),
                inner => format!("{} part {inner}", member.within),
            };
            let notice = InspectedNotice { place, ..notice.clone() };
            if bears && holder.graded.len() < LISTED {
                holder.graded.push(notice.clone());
            }
            // Of equals the first stays.
            if holder.notice.as_ref().is_none_or(|best| best.rank() < notice.rank()) {
                holder.notice = Some(notice);
            }
        }
        if self.left > 0 || !member.members.is_empty() {
            self.left = self.left.saturating_sub(1);
            holder.members.push(member);
        } else if bears && let Some(at) = holder.members.iter().rposition(|known| !self::bears(known)) {
            holder.members.remove(at);
            holder.members.push(member);
        }
    }
}

fn bears(file: &InspectedFile) -> bool {
    file.notice.as_ref().is_some_and(|notice| notice.is != "unrelated")
}

/// The holder with the best of its members first.
fn finished(mut holder: InspectedFile) -> InspectedFile {
    holder.graded.sort_by_key(|notice| std::cmp::Reverse(notice.rank()));
    holder
}

/// The messages of a mailbox that is held.
pub(super) fn of_mailbox(
    bytes: &[u8],
    mut holder: InspectedFile,
    walk: &mut Walk<'_>,
) -> Result<InspectedFile> {
    each_message(&mut Mbox::new(bytes, &Limits::default()), &mut holder, walk)?;
    Ok(finished(holder))
}

/// The messages of a mailbox of any size, hashed while it is read.
pub(super) fn of_mailbox_stream(
    source: impl Read,
    holder: InspectedFile,
    walk: &mut Walk<'_>,
) -> Result<InspectedFile> {
    let mut holder = holder.holds_others();
    let mut mailbox = Mbox::new(Hashed::new(source), &Limits::default());
    each_message(&mut mailbox, &mut holder, walk)?;
    let (sha256, size) = mailbox.source().fingerprint();
    (holder.sha256, holder.size) = (sha256.to_string(), size);
    Ok(finished(holder))
}

fn each_message<R: Read>(
    mailbox: &mut Mbox<R>,
    holder: &mut InspectedFile,
    walk: &mut Walk<'_>,
) -> Result<()> {
    loop {
        let message = match mailbox.next_message() {
            Ok(Some(message)) => message,
            Ok(None) => return Ok(()),
            Err(error) => {
                let code = unpacking_damage(&error).ok_or_else(|| Error::new("unreadable-file"))?;
                holder.damage.push(InspectedDamage::of(&Damage::new(code, "0")));
                return Ok(());
            }
        };
        (walk.step)()?;
        let number = message.index + 1;
        let blank = InspectedFile {
            path: format!("{}#{number}", holder.path),
            name: format!("message {number}"),
            within: format!("#{number}"),
            position: Some(number),
            offset: Some(message.offset),
            ..InspectedFile::default()
        };
        let mut member = alone(message.bytes, walk.lens, blank);
        if !message.whole {
            member.size = message.size;
            member.damage.push(InspectedDamage::of(&Damage::new(Code::TooLarge, "0")));
        }
        walk.add(holder, member);
    }
}

/// The files of an archive, those of archives inside it in their place.
pub(super) fn of_archive(
    source: impl Read + Seek,
    mut holder: InspectedFile,
    walk: &mut Walk<'_>,
) -> Result<InspectedFile> {
    let walked = each_member(source, |member| archived(member, &mut holder, walk))?;
    for damage in walked.ok_or_else(|| Error::new("unreadable-file"))? {
        let damage = InspectedDamage::of(&damage);
        if !holder.damage.iter().any(|known| (&known.code, &known.place) == (&damage.code, &damage.place)) {
            holder.damage.push(damage);
        }
    }
    Ok(finished(holder))
}

fn archived(member: Member<'_>, holder: &mut InspectedFile, walk: &mut Walk<'_>) -> Result<()> {
    (walk.step)()?;
    let name = member.name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    let blank = InspectedFile {
        path: format!("{}/{}", holder.path, member.name),
        within: member.name,
        name,
        ..InspectedFile::default()
    };
    let mut damage = member.damage;
    let mut looked = match member.content {
        Content::Bytes(bytes) => alone(&bytes, walk.lens, blank),
        Content::Mailbox(source) => {
            let limit = Limits::default().item_bytes;
            let mut bytes = Vec::new();
            match (&mut *source).take(limit.saturating_add(1)).read_to_end(&mut bytes) {
                Ok(_) if bytes.len() as u64 > limit => {
                    of_mailbox_stream(Cursor::new(bytes).chain(source), blank, walk)?
                }
                Ok(_) => of(&bytes, blank, walk)?,
                Err(error) => {
                    damage.push(Damage::new(code_of(&error)?, "0"));
                    of(&bytes, blank, walk)?
                }
            }
        }
    };
    if looked.size == 0 && !damage.is_empty() {
        // What was not unpacked is not empty.
        looked.damage.retain(|damage| damage.code != "empty");
    }
    let known: Vec<String> = looked.damage.iter().map(|damage| damage.code.clone()).collect();
    let more = damage.iter().map(InspectedDamage::of).filter(|damage| !known.contains(&damage.code));
    looked.damage.extend(more);
    walk.add(holder, looked);
    Ok(())
}

fn code_of(error: &io::Error) -> Result<Code> {
    unpacking_damage(error).ok_or_else(|| Error::new("unreadable-file"))
}

/// The messages of a folder in which each is a file. Its fingerprint is that of their fingerprints, new ones first.
pub(super) fn of_maildir(path: &Path, holder: InspectedFile, walk: &mut Walk<'_>) -> Result<InspectedFile> {
    let letters = match MaildirLetters::open(path) {
        Ok(letters) => letters,
        Err(error) => return Ok(InspectedFile::failed(path, &error)),
    };
    let mut holder = InspectedFile {
        shape: "maildir".to_owned(),
        kind: "mailbox folder (Maildir)".to_owned(),
        ..holder.holds_others()
    };
    let mut digests = Vec::new();
    for (number, (name, path)) in (1..).zip(letters.files()) {
        (walk.step)()?;
        let mut member = look(&path, walk)?;
        (member.within, member.position) = (name, Some(number));
        holder.size = holder.size.saturating_add(member.size);
        digests.extend(member.sha256.parse::<Digest>().iter().flat_map(|digest| digest.0));
        walk.add(&mut holder, member);
    }
    holder.sha256 = Digest::of(&digests).to_string();
    Ok(finished(holder))
}
