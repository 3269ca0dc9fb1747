//! A firm's questions to one claimant, signed by the firm and sealed for the claimant.

use std::io::{Read, Write};

use ed25519_dalek::VerifyingKey;
use jiff::Timestamp;
use joinder_domain::audit::Digest;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::container::{self, Reader};
use crate::error::{Error, Result};
use crate::head::Head;
use crate::key::{ExchangeKey, Recipient};
use crate::manifest::FileEntry;
use crate::seal::{Sealed, seal};

const REQUEST: &str = "joinder-request";
const KIND: &str = "joinder-request 1";

/// The page of a question that asks whether the first file of its request is approved as it is.
pub const APPROVAL: &str = "approval";

/// The answer that approves the file with this digest. No other words approve anything.
pub fn approval(sha256: &Digest) -> String {
    format!("approved sha256:{sha256}")
}

/// The file that an answer approves; `None` for any other words.
pub fn approved(answer: &str) -> Option<Digest> {
    answer.trim().strip_prefix("approved sha256:")?.parse().ok()
}

/// What the firm asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Which request.
    pub request: Uuid,
    /// The packet that it is about.
    pub packet: Uuid,
    /// The invitation that the packet answered.
    pub invitation: Uuid,
    /// The matter.
    pub matter: Uuid,
    /// When it was made.
    pub made: Timestamp,
    /// What the firm says first.
    pub message: String,
    /// The questions, in order.
    pub questions: Vec<Question>,
    /// Files that come with it, such as a document to be approved.
    pub files: Vec<FileEntry>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its code in this request.
    pub code: String,
    /// The page that it is about; empty for a question that is answered in words.
    pub page: String,
    /// The firm's words.
    pub text: String,
}

impl Request {
    /// Signs the request with the matter's key and seals it for the claimant.
    ///
    /// # Errors
    /// As for [`crate::Manifest::seal`].
    pub fn seal<W: Write, E: From<Error>>(
        &self,
        target: W,
        key: &ExchangeKey,
        to: &Recipient,
        copy: impl FnMut(usize, &mut dyn Write) -> Result<(), E>,
    ) -> Result<Sealed, E> {
        let head = Head::signed(self, KIND, key, Some(self.files.clone()))?;
        seal(target, to, REQUEST, &head, &self.files, copy)
    }
}

/// A request that was opened and whose signature was checked.
pub struct OpenedRequest<R: Read> {
    request: Request,
    reader: Reader<R>,
    next: usize,
}

impl<R: Read> OpenedRequest<R> {
    /// Opens a request with the claimant's key; `firm` is the key in the invitation.
    ///
    /// # Errors
    /// As for [`crate::Opened::packet`], and [`Error::NotSigned`].
    pub fn open(source: R, key: &ExchangeKey, firm: &VerifyingKey) -> Result<Self> {
        let (reader, head, _) = container::open(source, key, &[REQUEST])?;
        let head = Head::read(&head)?;
        if !head.is_of(firm, KIND) {
            return Err(Error::NotSigned);
        }
        let request: Request = head.payload()?;
        if head.files.as_ref() != Some(&request.files) {
            return Err(Error::Malformed);
        }
        container::check(&request.files)?;
        Ok(Self { request, reader, next: 0 })
    }

    /// What the firm asks.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Reads the next file to `target`.
    ///
    /// # Errors
    /// As for [`crate::Opened::read_next`].
    pub fn read_next(&mut self, target: &mut dyn Write) -> Result<()> {
        let at = self.next;
        let entry = self.request.files.get(at).ok_or(Error::Malformed)?;
        container::file(&mut self.reader, at, entry, target)?;
        self.next = at.saturating_add(1);
        Ok(())
    }

    /// Reads what is left, checks it, and makes sure that nothing follows.
    ///
    /// # Errors
    /// As for [`Self::read_next`].
    pub fn finish(mut self) -> Result<Request> {
        while self.next < self.request.files.len() {
            self.read_next(&mut std::io::sink())?;
        }
        container::end(&mut self.reader)?;
        Ok(self.request)
    }
}
