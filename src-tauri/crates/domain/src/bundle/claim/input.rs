//! What a claim bundle is made from.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::Labels;
use crate::bundle::{Block, PagePicture, RedactionBox};
use crate::claimant::Claimant;
use crate::classification::Classification;
use crate::id::{ClaimantNumber, EvidenceId};
use crate::notice::Grade;

/// Everything that one claimant's bundle rests on; equal input gives an equal plan.
#[derive(Clone, Copy)]
pub struct ClaimBundle<'a> {
    /// Short name of the matter for file names, such as "Labour 2021".
    pub matter_name: &'a str,
    /// Title of the proceeding, as printed above every page.
    pub case_title: &'a str,
    /// What the matter's profile says.
    pub matter: MatterFacts<'a>,
    /// The claimant's number.
    pub number: ClaimantNumber,
    /// The facts as given.
    pub claimant: &'a Claimant,
    /// The classification that is in force.
    pub classification: &'a Classification,
    /// The evidence that is assigned to this claimant, in any order.
    pub exhibits: &'a [ExhibitInput],
    /// The audit entry that last changed this claimant; its day is the day that the bundle speaks for.
    pub last_change: &'a LastChange,
    /// Marks that exhibits of this claimant were given before; each stays, and later ones are counted on.
    pub marks: &'a [ExhibitMark],
    /// What people said of originals in the public version.
    pub public_marks: &'a [PublicMark],
    /// Whom the bundle is for.
    pub audience: Audience,
    /// What it is made for.
    pub stage: Stage,
    /// The cipher that the court allowed in place of the name in public; empty for none.
    pub cipher: &'a str,
    /// What stands in the title of proceedings.
    pub proceedings: Proceedings<'a>,
    /// Printed on the cover and at the foot of every page, such as "Draft"; may be empty.
    pub marking: &'a str,
    /// The zone in which days and times are printed: the United Kingdom's.
    pub zone: &'a TimeZone,
}

/// What stands in the title of proceedings (PD 32, 17.1); each is empty while nobody has said it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Proceedings<'a> {
    /// The court, such as "High Court of Justice".
    pub court: &'a str,
    /// Its division, or the district of its registry.
    pub division: &'a str,
    /// The defendant as a party, with the capacity in which it is sued.
    pub defendant: &'a str,
    /// The number that the court gave to the claim form that the claimant is on.
    pub claim_number: &'a str,
}

/// Whom a bundle is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// The court, the parties and their lawyers.
    #[default]
    Confidential,
    /// Anybody: safe to be read by a non-party (Farley [2024] EWHC 383 (KB), law.md 2.1).
    Public,
}

impl Audience {
    /// The code, as serialised.
    pub fn code(self) -> &'static str {
        match self {
            Self::Confidential => "confidential",
            Self::Public => "public",
        }
    }
}

/// What a bundle is made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Stage {
    /// For the claimant's own side: with its working papers, and a statement in which gaps are marked.
    #[default]
    Draft,
    /// To be approved and issued: whoever reads it may be on the other side.
    Final,
}

/// What a person said of an original in the public version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicMark {
    /// SHA-256 of the original, lower-case hex.
    pub sha256: String,
    /// A box to black out; `None` where a person looked through it and found nothing to black out.
    pub place: Option<RedactionBox>,
}

/// The mark of an exhibit, given for the life of the matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExhibitMark {
    /// Its number among the claimant's exhibits, from 1.
    pub serial: u32,
    /// SHA-256 of the original, lower-case hex.
    pub sha256: String,
    /// The mark as it is printed, such as "JJS1".
    pub label: String,
}

/// What a bundle needs of the matter's profile.
#[derive(Clone, Copy)]
pub struct MatterFacts<'a> {
    /// The profile's identifier.
    pub profile: &'a str,
    /// Its version.
    pub profile_version: u32,
    /// What happened, in a few words.
    pub incident: &'a str,
    /// The day by which it had happened.
    pub incident_on: Date,
    /// The day of the notice.
    pub notice_on: Date,
    /// Who is claimed against, as in "the Example Party".
    pub defendant: &'a str,
    /// What the profile's codes are called.
    pub labels: &'a dyn Labels,
}

/// An audit entry, as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastChange {
    /// Its number in the chain.
    pub seq: u64,
    /// When it was written.
    pub at: Timestamp,
    /// Who acted.
    pub who: String,
    /// What was done, in words.
    pub what: String,
    /// Its hash, lower-case hex.
    pub hash: String,
}

/// One item of evidence that may become an exhibit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExhibitInput {
    /// The item.
    pub evidence: EvidenceId,
    /// SHA-256 of the original bytes, lower-case hex.
    pub sha256: String,
    /// Bytes of the original.
    pub size: u64,
    /// File name as received.
    pub original_name: String,
    /// When it was taken in.
    pub received_at: Timestamp,
    /// The day that the document bears; `None` where it has none.
    pub day: Option<Date>,
    /// What it is, in a few words.
    pub description: String,
    /// What its pages are made from.
    pub kind: ExhibitKind,
    /// How well it proves that this claimant was told; `None` where it was not looked at for that.
    pub grade: Option<Grade>,
    /// What is wrong with the file, one sentence each.
    pub damage: Vec<String>,
    /// SHA-256 of the words that a program read in it, lower-case hex; `None` where nothing was read.
    pub layer: Option<String>,
}

/// What the pages of an exhibit are made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExhibitKind {
    /// A message, printed as mail.
    Mail(MailView),
    /// A PDF file.
    Pdf,
    /// A JPEG picture.
    Jpeg,
    /// A PNG picture.
    Png,
    /// A picture of another kind that can be decoded: WebP or GIF.
    Picture,
    /// Something that cannot be printed, with the reason in plain words, as a full sentence.
    Other {
        /// The reason.
        reason: String,
    },
}

/// A message as it is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailView {
    /// Headers by name and value, in the order of print: From, To, Date and Subject first.
    pub headers: Vec<(String, String)>,
    /// The text as a person reads it.
    pub body: String,
    /// The page that the reader saw; empty where the message had none, and the text is printed.
    pub content: Vec<Block>,
    /// Files that came with it.
    pub attachments: Vec<AttachmentView>,
    /// Pictures among them that the page does not show.
    pub pictures: Vec<PagePicture>,
    /// The way it took, oldest first.
    pub path: Vec<HopView>,
    /// The outline of its parts, one line each, indented by spaces.
    pub structure: Vec<String>,
    /// That it was passed on and by whom, as a full sentence; empty where it was not.
    pub forward_note: String,
}

/// A file that came with a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttachmentView {
    /// Its name as written.
    pub name: String,
    /// Its kind, such as "application/pdf".
    pub kind: String,
    /// Decoded bytes.
    pub size: u64,
    /// SHA-256 of the decoded bytes, lower-case hex.
    pub sha256: String,
}

/// One step of a message's way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HopView {
    /// The server that handed it over.
    pub from: String,
    /// The server that took it.
    pub by: String,
    /// When, as the header says.
    pub at: String,
}
