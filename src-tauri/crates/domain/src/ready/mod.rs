//! What must stand before a claim is issued for somebody: six gates, and what is missing at each.
//!
//! Nothing opens a gate but a person's word: consent to be joined (CPR 19.4(4)), an answer on other firms (SRA and FCA
//! warning of 4 February 2026), a statement without gaps, approval of the exact file by the claimant (the Capita claims), the name of an
//! authorised person (*Mazur* [2025] EWHC 2341 (KB)), and no contradiction that blocks.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::bundle::claim::statement_gaps;
use crate::claimant::{Claimant, YesNo};
use crate::classification::Classification;
use crate::finding::Severity;
use crate::profile::ConsentText;

/// As whom somebody stands behind a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ApprovalRole {
    /// The claimant, or whoever acts for the claimant.
    Claimant,
    /// A person who is authorised to conduct litigation.
    AuthorisedPerson,
}

impl ApprovalRole {
    /// The code, as serialised.
    pub fn code(self) -> &'static str {
        match self {
            Self::Claimant => "claimant",
            Self::AuthorisedPerson => "authorised-person",
        }
    }

    /// The role with this code.
    pub fn of(code: &str) -> Option<Self> {
        [Self::Claimant, Self::AuthorisedPerson].into_iter().find(|role| role.code() == code)
    }
}

/// Somebody's word for a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approved {
    /// Who.
    pub name: String,
    /// On which day.
    pub day: Date,
    /// How.
    pub how: String,
}

/// The file that would be issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperState {
    /// SHA-256 of it, lower-case hex.
    pub sha256: String,
    /// The claimant's record has not changed since it was made.
    pub current: bool,
    /// The claimant's word.
    pub claimant: Option<Approved>,
    /// The authorised person's word.
    pub authorised: Option<Approved>,
}

/// What the gates look at.
#[derive(Clone, Copy, Debug)]
pub struct ReadyInput<'a> {
    /// The facts as given.
    pub claimant: &'a Claimant,
    /// The classification in force.
    pub classification: Option<&'a Classification>,
    /// The consents of the profile.
    pub consents: &'a [ConsentText],
    /// The file that the claimant approved; where none is approved, the one made last.
    pub paper: Option<&'a PaperState>,
}

/// A gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Gate {
    /// Consent to be joined.
    Consent,
    /// Whether another firm acts.
    OtherFirm,
    /// No contradiction that blocks.
    Contradiction,
    /// Nothing is missing in the statement.
    Statement,
    /// The claimant approved the exact file.
    Approval,
    /// An authorised person signed it off.
    SignOff,
}

impl Gate {
    /// Every gate, in the order in which they are met.
    pub const ALL: [Self; 6] =
        [Self::Consent, Self::OtherFirm, Self::Contradiction, Self::Statement, Self::Approval, Self::SignOff];

    /// The code, as serialised.
    pub fn code(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::OtherFirm => "other-firm",
            Self::Contradiction => "contradiction",
            Self::Statement => "statement",
            Self::Approval => "approval",
            Self::SignOff => "sign-off",
        }
    }
}

/// How a gate stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is met, by these words.
    Met(String),
    /// It is met, and a person should know this.
    MetWith(Caution),
    /// It is not met.
    Missing(Lack),
}

/// What a person should know of a gate that is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caution {
    /// Another firm was instructed, and its instruction is not said to have ended.
    OtherFirmActs,
}

/// What is missing at a gate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Nobody asked for consent.
    ConsentMissing,
    /// Consent was refused.
    ConsentRefused,
    /// Nobody asked about other firms.
    OtherFirmBlank,
    /// The claimant does not know whether another firm acts.
    OtherFirmUnknown,
    /// There is no classification yet.
    NotClassified,
    /// These findings block.
    Contradiction(Vec<String>),
    /// The statement has these gaps.
    StatementGaps(Vec<String>),
    /// No file was made for approval.
    NothingMade,
    /// No file was made that could be signed off.
    NothingToSignOff,
    /// The file that was made is not approved.
    NotApproved,
    /// The record has changed since: a new file is to be made and approved.
    Stale,
    /// No authorised person signed the file off.
    NotSignedOff,
}

impl Lack {
    /// The code of its words.
    pub fn code(&self) -> &'static str {
        match self {
            Self::ConsentMissing => "consent-missing",
            Self::ConsentRefused => "consent-refused",
            Self::OtherFirmBlank => "other-firm-blank",
            Self::OtherFirmUnknown => "other-firm-unknown",
            Self::NotClassified => "not-classified",
            Self::Contradiction(_) => "contradiction",
            Self::StatementGaps(_) => "statement-gaps",
            Self::NothingMade => "nothing-made",
            Self::NothingToSignOff => "nothing-to-sign-off",
            Self::NotApproved => "not-approved",
            Self::Stale => "stale",
            Self::NotSignedOff => "not-signed-off",
        }
    }
}

/// How every gate stands, in their order.
pub fn ready(input: &ReadyInput<'_>) -> Vec<(Gate, Standing)> {
    let stand = |gate| {
        let standing = match gate {
            Gate::Consent => consent(input),
            Gate::OtherFirm => other_firm(input.claimant),
            Gate::Contradiction => contradiction(input.classification),
            Gate::Statement => statement(input.claimant),
            Gate::Approval => match input.paper {
                None => Standing::Missing(Lack::NothingMade),
                Some(paper) => approval(paper, paper.claimant.as_ref(), Lack::NotApproved),
            },
            Gate::SignOff => match input.paper {
                None => Standing::Missing(Lack::NothingToSignOff),
                Some(paper) => approval(paper, paper.authorised.as_ref(), Lack::NotSignedOff),
            },
        };
        (gate, standing)
    };
    Gate::ALL.into_iter().map(stand).collect()
}

/// Whether every gate is met.
pub fn is_ready(gates: &[(Gate, Standing)]) -> bool {
    gates.iter().all(|(_, standing)| !matches!(standing, Standing::Missing(_)))
}

/// The consent that adding a claimant needs is the one that cites the rule; the last word counts.
fn consent(input: &ReadyInput<'_>) -> Standing {
    let joins = |consent: &&ConsentText| consent.citation.contains("19.4(4)");
    let Some(wanted) = input.consents.iter().find(joins) else {
        return Standing::Missing(Lack::ConsentMissing);
    };
    let given = input.claimant.consents.iter().filter(|consent| consent.kind == wanted.code);
    match given.max_by_key(|consent| consent.at) {
        None => Standing::Missing(Lack::ConsentMissing),
        Some(consent) if !consent.given => Standing::Missing(Lack::ConsentRefused),
        Some(consent) => Standing::Met(consent.how.clone()),
    }
}

fn other_firm(claimant: &Claimant) -> Standing {
    let proceedings = &claimant.proceedings;
    match proceedings.other_firm {
        None => Standing::Missing(Lack::OtherFirmBlank),
        Some(YesNo::DontKnow) => Standing::Missing(Lack::OtherFirmUnknown),
        Some(YesNo::No) => Standing::Met(String::new()),
        Some(YesNo::Yes) => {
            let ended = proceedings.firm.as_ref().and_then(|firm| firm.terminated) == Some(YesNo::Yes);
            if ended { Standing::Met(String::new()) } else { Standing::MetWith(Caution::OtherFirmActs) }
        }
    }
}

fn contradiction(classification: Option<&Classification>) -> Standing {
    let Some(classification) = classification else { return Standing::Missing(Lack::NotClassified) };
    let blocking = classification.findings.iter().filter(|finding| finding.severity == Severity::Blocking);
    let found: Vec<String> = blocking.map(|finding| finding.text.clone()).collect();
    if found.is_empty() {
        Standing::Met(String::new())
    } else {
        Standing::Missing(Lack::Contradiction(found))
    }
}

/// A statement with a gap cannot be verified by a statement of truth (PD 32, 20).
fn statement(claimant: &Claimant) -> Standing {
    let gaps = statement_gaps(claimant);
    if gaps.is_empty() { Standing::Met(String::new()) } else { Standing::Missing(Lack::StatementGaps(gaps)) }
}

fn approval(paper: &PaperState, word: Option<&Approved>, otherwise: Lack) -> Standing {
    match word {
        None => Standing::Missing(otherwise),
        Some(_) if !paper.current => Standing::Missing(Lack::Stale),
        Some(approved) => Standing::Met(approved.name.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claimant::{Consent, OtherFirm};
    use crate::code::Code;

    fn consents() -> Vec<ConsentText> {
        vec![ConsentText {
            code: Code::from("joined"),
            version: 1,
            title: String::new(),
            text: String::new(),
            sha256: String::new(),
            required: true,
            registration: false,
            citation: "CPR 19.4(4)".to_owned(),
        }]
    }

    fn said(given: bool, day: &str) -> Consent {
        Consent {
            kind: Code::from("joined"),
            version: 1,
            text_sha256: String::new(),
            given,
            at: format!("2026-11-{day}T10:00:00Z").parse().unwrap(),
            how: "signed on paper".to_owned(),
        }
    }

    fn gate(claimant: &Claimant, paper: Option<&PaperState>, gate: Gate) -> Standing {
        let consents = consents();
        let input = ReadyInput { claimant, classification: None, consents: &consents, paper };
        ready(&input).into_iter().find(|(one, _)| *one == gate).unwrap().1
    }

    #[test]
    fn ada_who_takes_her_consent_back_is_not_joined() {
        let mut ada = Claimant::default();
        assert_eq!(gate(&ada, None, Gate::Consent), Standing::Missing(Lack::ConsentMissing));
        ada.consents = vec![said(true, "20")];
        assert_eq!(gate(&ada, None, Gate::Consent), Standing::Met("signed on paper".to_owned()));
        ada.consents.insert(0, said(false, "21"));
        assert_eq!(gate(&ada, None, Gate::Consent), Standing::Missing(Lack::ConsentRefused));
    }

    #[test]
    fn not_knowing_of_another_firm_is_no_answer_and_another_firm_is_told() {
        let mut ben = Claimant::default();
        assert_eq!(gate(&ben, None, Gate::OtherFirm), Standing::Missing(Lack::OtherFirmBlank));
        ben.proceedings.other_firm = Some(YesNo::DontKnow);
        assert_eq!(gate(&ben, None, Gate::OtherFirm), Standing::Missing(Lack::OtherFirmUnknown));
        ben.proceedings.other_firm = Some(YesNo::Yes);
        assert_eq!(gate(&ben, None, Gate::OtherFirm), Standing::MetWith(Caution::OtherFirmActs));
        ben.proceedings.firm = Some(OtherFirm { terminated: Some(YesNo::Yes), ..OtherFirm::default() });
        assert_eq!(gate(&ben, None, Gate::OtherFirm), Standing::Met(String::new()));
    }

    #[test]
    fn dot_whose_occupation_nobody_asked_makes_no_statement_yet() {
        let mut dot = Claimant::default();
        dot.identity.surname = "Marsh".to_owned();
        let Standing::Missing(Lack::StatementGaps(gaps)) = gate(&dot, None, Gate::Statement) else {
            panic!("a statement of nothing")
        };
        assert!(gaps.contains(&"my occupation".to_owned()), "{gaps:?}");
        dot.identity.occupation = "Baker".to_owned();
        let Standing::Missing(Lack::StatementGaps(gaps)) = gate(&dot, None, Gate::Statement) else {
            panic!("a statement of a name alone")
        };
        assert!(!gaps.contains(&"my occupation".to_owned()), "{gaps:?}");
    }

    #[test]
    fn an_approval_is_of_one_file_and_dies_with_a_change() {
        let cara = Claimant::default();
        let mut paper =
            PaperState { sha256: "ab".repeat(32), current: true, claimant: None, authorised: None };
        assert_eq!(gate(&cara, None, Gate::Approval), Standing::Missing(Lack::NothingMade));
        assert_eq!(gate(&cara, Some(&paper), Gate::Approval), Standing::Missing(Lack::NotApproved));
        let day = "2026-11-23".parse().unwrap();
        paper.claimant = Some(Approved { name: "Cara Quinn".to_owned(), day, how: "by letter".to_owned() });
        assert_eq!(gate(&cara, Some(&paper), Gate::Approval), Standing::Met("Cara Quinn".to_owned()));
        assert_eq!(gate(&cara, Some(&paper), Gate::SignOff), Standing::Missing(Lack::NotSignedOff));
        paper.current = false;
        assert_eq!(gate(&cara, Some(&paper), Gate::Approval), Standing::Missing(Lack::Stale));
    }
}
