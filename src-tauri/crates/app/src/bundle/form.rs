//! What a bundle is made for.

use joinder_domain::bundle::claim::Stage;
use serde::{Deserialize, Serialize};

use crate::text::text;

/// What a bundle is made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BundleForm"))]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// To be looked at: marked as a draft on every page.
    #[default]
    Draft,
    /// To be approved: the very file that will be issued.
    Approval,
    /// To be issued: every gate must be met, and the file must be the one that was approved.
    Issue,
}

/// What is approved and issued for one claimant.
pub(crate) const KIND: &str = "claim-bundle";

impl Form {
    /// What is added to the name of the file.
    pub(super) fn suffix(self) -> &'static str {
        match self {
            Self::Draft => " draft",
            Self::Approval => " for approval",
            Self::Issue => "",
        }
    }

    /// Whether the working papers of the own side are in it.
    pub(super) fn stage(self) -> Stage {
        match self {
            Self::Draft => Stage::Draft,
            Self::Approval | Self::Issue => Stage::Final,
        }
    }

    /// What stands on every page.
    pub(super) fn marking(self) -> String {
        match self {
            Self::Draft => text("paper-draft", &[]),
            Self::Approval | Self::Issue => String::new(),
        }
    }
}
