//! The facts that a rule can ask for: the small vocabulary that code offers to rule sets.

macro_rules! facts {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal,)+) => {
        /// A yes-or-no fact of one claimant that a rule can ask for by its name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Fact {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Fact {
            /// Every fact, in order.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The name that rule sets use.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// What it means, in words.
            pub fn words(self) -> &'static str {
                match self { $(Self::$name => concat!($($doc),+).trim_ascii(),)+ }
            }
        }
    };
}

facts! {
    /// the person says that a notice came
    SaysReceived = "says-received",
    /// the person says that none came
    SaysNotReceived = "says-not-received",
    /// the person knows of it only through somebody else's copy
    ToldByThirdPerson = "told-by-third-person",
    /// the person had the earlier, different notice
    EarlierNotice = "earlier-notice",
    /// the notice lay in the spam folder
    InSpam = "in-spam",
    /// the notice is no longer held
    NoticeNotHeld = "notice-not-held",
    /// the person knows of somebody else who was told
    KnowsOtherRecipient = "knows-other-recipient",
    /// evidence is held
    EvidenceHeld = "evidence-held",
    /// evidence shows the notice of this incident to this person
    OwnEvidence = "own-evidence",
    /// evidence shows the notice of this incident, to nobody in particular
    UnaddressedEvidence = "unaddressed-evidence",
    /// evidence shows the notice of this incident to somebody else
    ThirdPartyEvidence = "third-party-evidence",
    /// evidence shows a different message that is easily mistaken for the notice
    WrongEvidence = "wrong-evidence",
    /// a date that decides is known only in part
    DatePartial = "date-partial",
    /// a relationship began or ended on the very day of the incident
    BoundaryDay = "boundary-day",
    /// dates contradict each other: something ends before it begins
    DatesContradict = "dates-contradict",
    /// a date of the relationship lies after the day of the answer
    DateInFuture = "date-in-future",
    /// the status changed between the incident and the notice
    ChangedBeforeNotice = "changed-before-notice",
    /// the status may have changed between the incident and the notice
    MayHaveChangedBeforeNotice = "may-have-changed-before-notice",
    /// the status changed after the notice
    ChangedLater = "changed-later",
    /// the membership counts as lapsed because payments stopped
    Lapsed = "lapsed",
    /// no reminder of unpaid subscriptions is recalled, or nothing was said of one
    NoReminder = "no-reminder",
    /// the person says that a relationship goes on, and payments stopped long ago
    OngoingUnpaid = "ongoing-unpaid",
    /// a relationship is said to go on, and to have ended
    OngoingEnded = "ongoing-ended",
    /// a relationship that had ended began again
    Rejoined = "rejoined",
    /// the date given for a lapse is not what the last payment leads to
    LapseDatesDiffer = "lapse-dates-differ",
    /// two spells of the same kind overlap
    Overlap = "overlap",
    /// a relationship began only after the incident
    JoinedAfter = "joined-after",
    /// a start lies outside every window in which it was possible
    OutsideContest = "outside-contest",
    /// a relationship is said to go on after its kind was abolished
    AfterClosure = "after-closure",
    /// nothing at all is said about the relationship
    NoEpisodes = "no-episodes",
    /// a code is used that this profile does not know
    UnknownCode = "unknown-code",
    /// a start date decides the status, and is not known well enough
    StartDecides = "start-decides",
    /// an end date decides the status, and is not known well enough
    EndDecides = "end-decides",
    /// the last payment decides the status, and is not known well enough
    PaymentDecides = "payment-decides",
    /// how it ended decides the status, and is not known well enough
    EndingDecides = "ending-decides",
    /// a suspension decides the status, and is not known well enough
    SuspensionDecides = "suspension-decides",
    /// the kind of relationship is blank or not known
    KindOpen = "kind-open",
    /// whether the person signed up individually or only paid the levy is blank or not known
    LevyOpen = "levy-open",
    /// the union is blank, or not in the list
    UnionOpen = "union-open",
    /// a relationship ran through a union that was not affiliated in that time
    UnionNeverAffiliated = "union-never-affiliated",
    /// the person opted out of the levy
    LevyOptedOut = "levy-opted-out",
    /// the person opted out of the levy, and says when the relationship ended
    LevyOptedOutAtEnd = "levy-opted-out-at-end",
    /// a relationship ran through a union or society
    ThroughUnion = "through-union",
    /// the person gave a membership number
    MembershipNumber = "membership-number",
    /// the status now, as answered, is not what the dates say
    StatusNowDiffers = "status-now-differs",
    /// the person was under 18 at the incident
    MinorAtIncident = "minor-at-incident",
    /// the person is under 18 now
    MinorNow = "minor-now",
    /// the person was too young for a membership when one began, or for any relationship at the incident
    JoinedAsChild = "joined-as-child",
    /// the date of birth lies in the future, or too far back to be right
    AgeImplausible = "age-implausible",
    /// the person was under 18 at the incident, and three years from the eighteenth birthday have passed
    MinorInjuryTimePassed = "minor-injury-time-passed",
    /// the person had died before the incident
    DiedBefore = "died-before",
    /// the person died after the incident
    DiedAfter = "died-after",
    /// the person died, and whether before or after the incident is not known
    DiedMaybeBefore = "died-maybe-before",
    /// somebody acts for the person as litigation friend or attorney
    ActedFor = "acted-for",
    /// the claim is an estate's
    Estate = "estate",
    /// a former name must not be printed
    FormerNamesProtected = "former-names-protected",
    /// the person lived in Scotland at the incident
    LivedInScotland = "lived-in-scotland",
    /// the person lived in Northern Ireland at the incident
    LivedInNorthernIreland = "lived-in-northern-ireland",
    /// the person lived outside the United Kingdom at the incident
    LivedAbroad = "lived-abroad",
    /// where the person lived at the incident is blank or not known
    NationOpen = "nation-open",
    /// the person lives outside the United Kingdom now
    AbroadNow = "abroad-now",
    /// the person needs another language or an interpreter
    OtherLanguage = "other-language",
    /// somebody else reads one of the person's mailboxes
    MailboxShared = "mailbox-shared",
    /// another claimant uses one of the person's email addresses
    MailboxSharedInGroup = "mailbox-shared-in-group",
    /// one of the person's mailboxes can no longer be opened
    MailboxLost = "mailbox-lost",
    /// one of the person's mailboxes belongs to an employer or a university
    WorkMailbox = "work-mailbox",
    /// the person never gave the defendant an email address
    NoEmailGiven = "no-email-given",
    /// an address was used for the defendant and nobody else
    UniqueAddress = "unique-address",
    /// the postal address must not appear where others may read it
    WithholdAddress = "withhold-address",
    /// the person has safety concerns
    SafetyConcern = "safety-concern",
    /// the person asked for access to the data
    AccessAsked = "access-asked",
    /// a request for access was never answered, and its time is over
    AccessUnanswered = "access-unanswered",
    /// a request for access was answered after its time
    AccessLate = "access-late",
    /// the person asked for erasure
    ErasureAsked = "erasure-asked",
    /// the person had asked for erasure before the incident
    ErasureBefore = "erasure-before",
    /// a query to the defendant was never answered
    QueryUnanswered = "query-unanswered",
    /// an answer to a request showed that data was held
    HeldShown = "held-shown",
    /// an answer to a request is said to have shown that data was held, and no request to have been answered
    HeldShownUnanswered = "held-shown-unanswered",
    /// the person says that there was no distress
    NoDistress = "no-distress",
    /// the person described distress, or ticked a descriptor
    DistressDescribed = "distress-described",
    /// the person was treated, or took medication
    Treated = "treated",
    /// a condition was diagnosed
    Diagnosed = "diagnosed",
    /// money was lost
    MoneyLost = "money-lost",
    /// a sign of misuse is reported
    MisuseReported = "misuse-reported",
    /// more time is claimed than the rule set's limit for one task or in all
    TimeOverLimit = "time-over-limit",
    /// another record may be of the same person
    PossibleDuplicate = "possible-duplicate",
    /// another claimant's own words are all but the same
    SimilarWords = "similar-words",
    /// another firm was instructed, or is named
    OtherFirm = "other-firm",
    /// the person does not know whether another firm was instructed
    OtherFirmOpen = "other-firm-open",
    /// an earlier claim over this incident was made or settled
    EarlierClaim = "earlier-claim",
    /// bankruptcy, or an arrangement with creditors
    Insolvent = "insolvent",
    /// links that may be a conflict are stated
    ConflictStated = "conflict-stated",
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::bits::Bits;

    #[test]
    fn every_fact_fits_a_set_and_has_its_own_name() {
        assert!(Fact::ALL.len() <= Bits::CAPACITY);
        let names: std::collections::BTreeSet<_> = Fact::ALL.iter().map(|fact| fact.code()).collect();
        assert_eq!(names.len(), Fact::ALL.len());
        assert_eq!(Fact::MinorNow.words(), "the person is under 18 now");
    }
}
