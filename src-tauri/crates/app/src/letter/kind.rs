//! Which letters the matter's profile has.

use joinder_domain::code::Code;
use joinder_domain::profile::LetterText;
use serde::Serialize;

use crate::app::OpenMatter;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};

/// A letter that can be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "LetterKind"))]
pub struct Kind {
    /// Its code.
    pub code: Code,
    /// What it is.
    pub title: String,
    /// Whom it goes to.
    pub to: String,
    /// It is written for any number of claimants at once.
    pub group: bool,
    /// The rule by which an answer is due; empty where none is.
    pub reply_rule: String,
}

/// The wording of a letter.
///
/// # Errors
/// `no-letters`, `no-such-letter` naming those that there are.
pub(super) fn find<'a>(open: &'a OpenMatter, code: &str) -> Result<&'a LetterText> {
    let letters = &open.profile.letters;
    if letters.letters.is_empty() {
        return Err(Error::new("no-letters"));
    }
    letters.find(code.trim()).ok_or_else(|| {
        let known: Vec<&str> = letters.letters.iter().map(|letter| letter.code.as_str()).collect();
        Error::with("no-such-letter", &[("known", &known.join(", "))])
    })
}

pub(crate) fn kinds(context: Context<'_>, _: Nothing) -> Result<Applied<Vec<Kind>>> {
    let open = context.app.open_matter()?;
    let letters = &open.profile.letters;
    let kind = |text: &LetterText| Kind {
        code: text.code.clone(),
        title: text.title.clone(),
        to: letters.addressee(text).map(|to| to.name.clone()).unwrap_or_default(),
        group: text.group,
        reply_rule: text.reply.as_ref().map(|reply| reply.rule.clone()).unwrap_or_default(),
    };
    Ok(Applied::unchanged(letters.letters.iter().map(kind).collect()))
}
