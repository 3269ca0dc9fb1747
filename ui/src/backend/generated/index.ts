// Generated from the command table of the core; see crates/app/tests/typescript.rs.

import type { AddedItem } from "./AddedItem";
import type { Address } from "./Address";
import type { AddressMatch } from "./AddressMatch";
import type { AddressUse } from "./AddressUse";
import type { Aftermath } from "./Aftermath";
import type { Amount } from "./Amount";
import type { AppError } from "./AppError";
import type { ApprovalRole } from "./ApprovalRole";
import type { Attachment } from "./Attachment";
import type { Audience } from "./Audience";
import type { AuditAnswer } from "./AuditAnswer";
import type { AuditList } from "./AuditList";
import type { AuditRow } from "./AuditRow";
import type { AuditVerdict } from "./AuditVerdict";
import type { AxisCount } from "./AxisCount";
import type { BackupMade } from "./BackupMade";
import type { BackupMake } from "./BackupMake";
import type { BackupPlace } from "./BackupPlace";
import type { BackupRehearse } from "./BackupRehearse";
import type { BackupRehearsed } from "./BackupRehearsed";
import type { BackupRestore } from "./BackupRestore";
import type { BackupRestored } from "./BackupRestored";
import type { BackupRow } from "./BackupRow";
import type { BackupStatus } from "./BackupStatus";
import type { Bar } from "./Bar";
import type { BarEnd } from "./BarEnd";
import type { BodyHashReport } from "./BodyHashReport";
import type { BundleArea } from "./BundleArea";
import type { BundleAsk } from "./BundleAsk";
import type { BundleCheck } from "./BundleCheck";
import type { BundleChecked } from "./BundleChecked";
import type { BundleFailure } from "./BundleFailure";
import type { BundleFault } from "./BundleFault";
import type { BundleFile } from "./BundleFile";
import type { BundleForm } from "./BundleForm";
import type { BundleMake } from "./BundleMake";
import type { BundlePageRow } from "./BundlePageRow";
import type { BundlePart } from "./BundlePart";
import type { BundlePlanRow } from "./BundlePlanRow";
import type { BundlePlanView } from "./BundlePlanView";
import type { BundlePreview } from "./BundlePreview";
import type { BundleReport } from "./BundleReport";
import type { BundleSplit } from "./BundleSplit";
import type { BundleSplitReport } from "./BundleSplitReport";
import type { BundleVerdict } from "./BundleVerdict";
import type { BundleVersion } from "./BundleVersion";
import type { BundleVersions } from "./BundleVersions";
import type { CandidateKind } from "./CandidateKind";
import type { CanonicalNotice } from "./CanonicalNotice";
import type { Capacity } from "./Capacity";
import type { Change } from "./Change";
import type { Channel } from "./Channel";
import type { Chart } from "./Chart";
import type { ChartKind } from "./ChartKind";
import type { Choice } from "./Choice";
import type { Claimant } from "./Claimant";
import type { ClaimantAdded } from "./ClaimantAdded";
import type { ClaimantAnswer } from "./ClaimantAnswer";
import type { ClaimantAnswers } from "./ClaimantAnswers";
import type { ClaimantCheck } from "./ClaimantCheck";
import type { ClaimantEdit } from "./ClaimantEdit";
import type { ClaimantEdited } from "./ClaimantEdited";
import type { ClaimantExport } from "./ClaimantExport";
import type { ClaimantExported } from "./ClaimantExported";
import type { ClaimantFilter } from "./ClaimantFilter";
import type { ClaimantNumbers } from "./ClaimantNumbers";
import type { ClaimantPage } from "./ClaimantPage";
import type { ClaimantQuery } from "./ClaimantQuery";
import type { ClaimantRecord } from "./ClaimantRecord";
import type { ClaimantRef } from "./ClaimantRef";
import type { ClaimantRow } from "./ClaimantRow";
import type { ClaimantSort } from "./ClaimantSort";
import type { ClaimantsGiven } from "./ClaimantsGiven";
import type { ClaimantsMerged } from "./ClaimantsMerged";
import type { Classification } from "./Classification";
import type { ClassificationRan } from "./ClassificationRan";
import type { Code } from "./Code";
import type { CodeExplained } from "./CodeExplained";
import type { Cohort } from "./Cohort";
import type { ColumnView } from "./ColumnView";
import type { Completeness } from "./Completeness";
import type { ConflictAsked } from "./ConflictAsked";
import type { ConflictFound } from "./ConflictFound";
import type { ConflictHit } from "./ConflictHit";
import type { ConflictSearch } from "./ConflictSearch";
import type { ConsensusCounts } from "./ConsensusCounts";
import type { ConsensusDiff } from "./ConsensusDiff";
import type { ConsensusDiffOf } from "./ConsensusDiffOf";
import type { ConsensusDifference } from "./ConsensusDifference";
import type { ConsensusExport } from "./ConsensusExport";
import type { ConsensusExported } from "./ConsensusExported";
import type { ConsensusFormat } from "./ConsensusFormat";
import type { ConsensusOutlier } from "./ConsensusOutlier";
import type { ConsensusProvider } from "./ConsensusProvider";
import type { ConsensusTime } from "./ConsensusTime";
import type { ConsensusView } from "./ConsensusView";
import type { Consent } from "./Consent";
import type { Consequence } from "./Consequence";
import type { Contact } from "./Contact";
import type { Correspondence } from "./Correspondence";
import type { CountedText } from "./CountedText";
import type { Curve } from "./Curve";
import type { Curves } from "./Curves";
import type { DamageView } from "./DamageView";
import type { DataHeld } from "./DataHeld";
import type { DateParsed } from "./DateParsed";
import type { DateRange } from "./DateRange";
import type { DateText } from "./DateText";
import type { Density } from "./Density";
import type { Descriptor } from "./Descriptor";
import type { DifferenceKind } from "./DifferenceKind";
import type { Direction } from "./Direction";
import type { DkimKey } from "./DkimKey";
import type { DkimKeyAdd } from "./DkimKeyAdd";
import type { DkimKeyOf } from "./DkimKeyOf";
import type { DkimKeysChanged } from "./DkimKeysChanged";
import type { Doubt } from "./Doubt";
import type { DoubtAnswer } from "./DoubtAnswer";
import type { DoubtExample } from "./DoubtExample";
import type { DoubtKind } from "./DoubtKind";
import type { DoubtWay } from "./DoubtWay";
import type { DoubtWayView } from "./DoubtWayView";
import type { Draft } from "./Draft";
import type { DraftKey } from "./DraftKey";
import type { DraftSave } from "./DraftSave";
import type { Effect } from "./Effect";
import type { EmailAddress } from "./EmailAddress";
import type { EmailKind } from "./EmailKind";
import type { Episode } from "./Episode";
import type { EvidenceAdd } from "./EvidenceAdd";
import type { EvidenceAssign } from "./EvidenceAssign";
import type { EvidenceChosen } from "./EvidenceChosen";
import type { EvidenceConfirm } from "./EvidenceConfirm";
import type { EvidenceExport } from "./EvidenceExport";
import type { EvidenceExported } from "./EvidenceExported";
import type { EvidenceFind } from "./EvidenceFind";
import type { EvidenceId } from "./EvidenceId";
import type { EvidenceIds } from "./EvidenceIds";
import type { EvidenceInspect } from "./EvidenceInspect";
import type { EvidenceOcr } from "./EvidenceOcr";
import type { EvidenceOrigin } from "./EvidenceOrigin";
import type { EvidencePicture } from "./EvidencePicture";
import type { EvidenceRef } from "./EvidenceRef";
import type { EvidenceRemoval } from "./EvidenceRemoval";
import type { EvidenceRemove } from "./EvidenceRemove";
import type { EvidenceRemoved } from "./EvidenceRemoved";
import type { EvidenceReport } from "./EvidenceReport";
import type { EvidenceRestrict } from "./EvidenceRestrict";
import type { EvidenceRow } from "./EvidenceRow";
import type { EvidenceSetAside } from "./EvidenceSetAside";
import type { EvidenceSource } from "./EvidenceSource";
import type { EvidenceVerdict } from "./EvidenceVerdict";
import type { EvidenceView } from "./EvidenceView";
import type { Explained } from "./Explained";
import type { ExportedFile } from "./ExportedFile";
import type { FactRef } from "./FactRef";
import type { FieldChange } from "./FieldChange";
import type { FilterOn } from "./FilterOn";
import type { Finding } from "./Finding";
import type { FindingSeverity } from "./FindingSeverity";
import type { Gate } from "./Gate";
import type { GateCount } from "./GateCount";
import type { GateView } from "./GateView";
import type { GivenEvidence } from "./GivenEvidence";
import type { GivenMatches } from "./GivenMatches";
import type { Grade } from "./Grade";
import type { GradeKind } from "./GradeKind";
import type { GradedNotice } from "./GradedNotice";
import type { Group } from "./Group";
import type { GroupFacts } from "./GroupFacts";
import type { Groups } from "./Groups";
import type { HeldBasis } from "./HeldBasis";
import type { HistoryEntry } from "./HistoryEntry";
import type { HowTo } from "./HowTo";
import type { HowToFor } from "./HowToFor";
import type { HowToRef } from "./HowToRef";
import type { HowToRow } from "./HowToRow";
import type { HowToStep } from "./HowToStep";
import type { HowToWrite } from "./HowToWrite";
import type { HowToWritten } from "./HowToWritten";
import type { Identity } from "./Identity";
import type { IdentityCheck } from "./IdentityCheck";
import type { ImportBatchView } from "./ImportBatchView";
import type { ImportClaimants } from "./ImportClaimants";
import type { ImportColumn } from "./ImportColumn";
import type { ImportCorrection } from "./ImportCorrection";
import type { ImportFaults } from "./ImportFaults";
import type { ImportFaultsWritten } from "./ImportFaultsWritten";
import type { ImportHeading } from "./ImportHeading";
import type { ImportKey } from "./ImportKey";
import type { ImportOf } from "./ImportOf";
import type { ImportPlan } from "./ImportPlan";
import type { ImportReport } from "./ImportReport";
import type { ImportRowChange } from "./ImportRowChange";
import type { ImportRowMatch } from "./ImportRowMatch";
import type { ImportRowTaken } from "./ImportRowTaken";
import type { ImportSheet } from "./ImportSheet";
import type { ImportSheetOf } from "./ImportSheetOf";
import type { ImportTake } from "./ImportTake";
import type { ImportUndone } from "./ImportUndone";
import type { Incident } from "./Incident";
import type { Insight } from "./Insight";
import type { InsightAsk } from "./InsightAsk";
import type { InsightBasis } from "./InsightBasis";
import type { InsightCell } from "./InsightCell";
import type { InsightCellAsk } from "./InsightCellAsk";
import type { InsightExport } from "./InsightExport";
import type { InsightGrid } from "./InsightGrid";
import type { InsightList } from "./InsightList";
import type { InsightReport } from "./InsightReport";
import type { InsightRow } from "./InsightRow";
import type { InsightSection } from "./InsightSection";
import type { InspectDocument } from "./InspectDocument";
import type { InspectError } from "./InspectError";
import type { InspectedArc } from "./InspectedArc";
import type { InspectedDamage } from "./InspectedDamage";
import type { InspectedDate } from "./InspectedDate";
import type { InspectedFile } from "./InspectedFile";
import type { InspectedForward } from "./InspectedForward";
import type { InspectedHop } from "./InspectedHop";
import type { InspectedMark } from "./InspectedMark";
import type { InspectedMessage } from "./InspectedMessage";
import type { InspectedMethod } from "./InspectedMethod";
import type { InspectedNotice } from "./InspectedNotice";
import type { InspectedPart } from "./InspectedPart";
import type { InspectedPath } from "./InspectedPath";
import type { InspectedPathFinding } from "./InspectedPathFinding";
import type { InspectedReason } from "./InspectedReason";
import type { InspectedRecipient } from "./InspectedRecipient";
import type { InspectedSender } from "./InspectedSender";
import type { InspectedSignature } from "./InspectedSignature";
import type { InspectedStamp } from "./InspectedStamp";
import type { InspectedStructure } from "./InspectedStructure";
import type { InvitationMade } from "./InvitationMade";
import type { InvitationMake } from "./InvitationMake";
import type { InvitationPath } from "./InvitationPath";
import type { InvitationRow } from "./InvitationRow";
import type { InvitationView } from "./InvitationView";
import type { ItemState } from "./ItemState";
import type { JournalAdded } from "./JournalAdded";
import type { JournalEdit } from "./JournalEdit";
import type { JournalEdited } from "./JournalEdited";
import type { JournalEntry } from "./JournalEntry";
import type { JournalNew } from "./JournalNew";
import type { JournalRemove } from "./JournalRemove";
import type { JournalView } from "./JournalView";
import type { KeptView } from "./KeptView";
import type { KeyReport } from "./KeyReport";
import type { Keyholder } from "./Keyholder";
import type { Later } from "./Later";
import type { LetterAsk } from "./LetterAsk";
import type { LetterFile } from "./LetterFile";
import type { LetterGap } from "./LetterGap";
import type { LetterKind } from "./LetterKind";
import type { LetterMake } from "./LetterMake";
import type { LetterReport } from "./LetterReport";
import type { LetterRest } from "./LetterRest";
import type { LetterSection } from "./LetterSection";
import type { LetterSent } from "./LetterSent";
import type { LetterView } from "./LetterView";
import type { Letterhead } from "./Letterhead";
import type { Levy } from "./Levy";
import type { Limitation } from "./Limitation";
import type { LimitationCalendar } from "./LimitationCalendar";
import type { LimitationClaimantsOf } from "./LimitationClaimantsOf";
import type { LimitationClock } from "./LimitationClock";
import type { LimitationEntry } from "./LimitationEntry";
import type { LimitationExport } from "./LimitationExport";
import type { LimitationExported } from "./LimitationExported";
import type { LimitationStanding } from "./LimitationStanding";
import type { LimitationStep } from "./LimitationStep";
import type { LimitationWarning } from "./LimitationWarning";
import type { ListColumn } from "./ListColumn";
import type { Loss } from "./Loss";
import type { MailHeader } from "./MailHeader";
import type { MailHtml } from "./MailHtml";
import type { MailboxCandidate } from "./MailboxCandidate";
import type { MailboxScan } from "./MailboxScan";
import type { MailboxScanned } from "./MailboxScanned";
import type { MailboxTake } from "./MailboxTake";
import type { MailboxTaken } from "./MailboxTaken";
import type { MailboxTicked } from "./MailboxTicked";
import type { Mark } from "./Mark";
import type { MarkStyle } from "./MarkStyle";
import type { MarkerResult } from "./MarkerResult";
import type { MarkerState } from "./MarkerState";
import type { MatchColumn } from "./MatchColumn";
import type { MatchDecide } from "./MatchDecide";
import type { MatchDifference } from "./MatchDifference";
import type { MatchField } from "./MatchField";
import type { MatchGiven } from "./MatchGiven";
import type { MatchLevel } from "./MatchLevel";
import type { MatchList } from "./MatchList";
import type { MatchLooks } from "./MatchLooks";
import type { MatchOf } from "./MatchOf";
import type { MatchPair } from "./MatchPair";
import type { MatchReasonView } from "./MatchReasonView";
import type { MatchRow } from "./MatchRow";
import type { MatchSearched } from "./MatchSearched";
import type { MatchSides } from "./MatchSides";
import type { MatchStrength } from "./MatchStrength";
import type { MatterCreate } from "./MatterCreate";
import type { MatterCreated } from "./MatterCreated";
import type { MatterFolder } from "./MatterFolder";
import type { MatterRecover } from "./MatterRecover";
import type { MatterState } from "./MatterState";
import type { MatterStatus } from "./MatterStatus";
import type { MatterUnlock } from "./MatterUnlock";
import type { Means } from "./Means";
import type { MergeClaimants } from "./MergeClaimants";
import type { MergeRow } from "./MergeRow";
import type { Misuse } from "./Misuse";
import type { MoveAxis } from "./MoveAxis";
import type { MoveCount } from "./MoveCount";
import type { MoveView } from "./MoveView";
import type { NameKind } from "./NameKind";
import type { Nation } from "./Nation";
import type { Note } from "./Note";
import type { NoteReport } from "./NoteReport";
import type { Nothing } from "./Nothing";
import type { NoticeAxis } from "./NoticeAxis";
import type { NoticeDiff } from "./NoticeDiff";
import type { NoticeDiffRow } from "./NoticeDiffRow";
import type { NoticeDiffSpan } from "./NoticeDiffSpan";
import type { NoticeShape } from "./NoticeShape";
import type { Notification } from "./Notification";
import type { Noun } from "./Noun";
import type { OcrFailure } from "./OcrFailure";
import type { OcrReport } from "./OcrReport";
import type { OcrStatus } from "./OcrStatus";
import type { OcrText } from "./OcrText";
import type { OcrView } from "./OcrView";
import type { OtherFirm } from "./OtherFirm";
import type { OtherName } from "./OtherName";
import type { Outcome } from "./Outcome";
import type { OutcomeReason } from "./OutcomeReason";
import type { OuterMessage } from "./OuterMessage";
import type { OverrideAxis } from "./OverrideAxis";
import type { OverrideConfirm } from "./OverrideConfirm";
import type { OverrideSet } from "./OverrideSet";
import type { OverrideShort } from "./OverrideShort";
import type { OverrideSigned } from "./OverrideSigned";
import type { OverrideState } from "./OverrideState";
import type { OverrideView } from "./OverrideView";
import type { OverrideWithdraw } from "./OverrideWithdraw";
import type { PacketAccept } from "./PacketAccept";
import type { PacketAcceptSent } from "./PacketAcceptSent";
import type { PacketAccepted } from "./PacketAccepted";
import type { PacketAcceptedSent } from "./PacketAcceptedSent";
import type { PacketAnswered } from "./PacketAnswered";
import type { PacketAsk } from "./PacketAsk";
import type { PacketAskQuestion } from "./PacketAskQuestion";
import type { PacketAsked } from "./PacketAsked";
import type { PacketAskedFile } from "./PacketAskedFile";
import type { PacketCount } from "./PacketCount";
import type { PacketFile } from "./PacketFile";
import type { PacketFinding } from "./PacketFinding";
import type { PacketInspect } from "./PacketInspect";
import type { PacketInspection } from "./PacketInspection";
import type { PacketKnown } from "./PacketKnown";
import type { PacketLeft } from "./PacketLeft";
import type { PacketLikely } from "./PacketLikely";
import type { PacketLook } from "./PacketLook";
import type { PacketMove } from "./PacketMove";
import type { PacketNumbers } from "./PacketNumbers";
import type { PacketPaper } from "./PacketPaper";
import type { PacketQuery } from "./PacketQuery";
import type { PacketReceive } from "./PacketReceive";
import type { PacketReceived } from "./PacketReceived";
import type { PacketReceivedState } from "./PacketReceivedState";
import type { PacketRef } from "./PacketRef";
import type { PacketReject } from "./PacketReject";
import type { PacketReport } from "./PacketReport";
import type { PacketRow } from "./PacketRow";
import type { PacketSeal } from "./PacketSeal";
import type { PacketSealed } from "./PacketSealed";
import type { PacketSignature } from "./PacketSignature";
import type { PacketTransfer } from "./PacketTransfer";
import type { PacketView } from "./PacketView";
import type { PacketWaiting } from "./PacketWaiting";
import type { PageOf } from "./PageOf";
import type { PagePicture } from "./PagePicture";
import type { PaperView } from "./PaperView";
import type { PartRef } from "./PartRef";
import type { PartText } from "./PartText";
import type { PartialDate } from "./PartialDate";
import type { Person } from "./Person";
import type { PersonAdd } from "./PersonAdd";
import type { PersonPassphrase } from "./PersonPassphrase";
import type { PersonRemove } from "./PersonRemove";
import type { PersonReset } from "./PersonReset";
import type { PictureOf } from "./PictureOf";
import type { PicturePages } from "./PicturePages";
import type { PlaceholderPage } from "./PlaceholderPage";
import type { PossibleStatus } from "./PossibleStatus";
import type { Precision } from "./Precision";
import type { PreviewFind } from "./PreviewFind";
import type { PreviewFound } from "./PreviewFound";
import type { PreviewFoundPage } from "./PreviewFoundPage";
import type { PreviewTitle } from "./PreviewTitle";
import type { ProblemSeverity } from "./ProblemSeverity";
import type { ProblemView } from "./ProblemView";
import type { Proceedings } from "./Proceedings";
import type { Profile } from "./Profile";
import type { ProfileChecked } from "./ProfileChecked";
import type { ProfileFolder } from "./ProfileFolder";
import type { ProfileWrite } from "./ProfileWrite";
import type { ProfileWritten } from "./ProfileWritten";
import type { Progress } from "./Progress";
import type { Reached } from "./Reached";
import type { Ready } from "./Ready";
import type { ReadyApprove } from "./ReadyApprove";
import type { ReadyList } from "./ReadyList";
import type { ReadyRow } from "./ReadyRow";
import type { ReadySignOff } from "./ReadySignOff";
import type { ReadyWhich } from "./ReadyWhich";
import type { ReadyWithdraw } from "./ReadyWithdraw";
import type { Reason } from "./Reason";
import type { RecentMatter } from "./RecentMatter";
import type { RedactionBox } from "./RedactionBox";
import type { RedactionEnd } from "./RedactionEnd";
import type { RedactionSet } from "./RedactionSet";
import type { RedactionView } from "./RedactionView";
import type { RegisterAmended } from "./RegisterAmended";
import type { RegisterAudience } from "./RegisterAudience";
import type { RegisterChanges } from "./RegisterChanges";
import type { RegisterChangesOf } from "./RegisterChangesOf";
import type { RegisterChangesView } from "./RegisterChangesView";
import type { RegisterChecked } from "./RegisterChecked";
import type { RegisterColumnChoice } from "./RegisterColumnChoice";
import type { RegisterEnd } from "./RegisterEnd";
import type { RegisterEnter } from "./RegisterEnter";
import type { RegisterEntered } from "./RegisterEntered";
import type { RegisterExport } from "./RegisterExport";
import type { RegisterExported } from "./RegisterExported";
import type { RegisterFault } from "./RegisterFault";
import type { RegisterField } from "./RegisterField";
import type { RegisterFieldChange } from "./RegisterFieldChange";
import type { RegisterFieldView } from "./RegisterFieldView";
import type { RegisterForm } from "./RegisterForm";
import type { RegisterFormView } from "./RegisterFormView";
import type { RegisterKind } from "./RegisterKind";
import type { RegisterMark } from "./RegisterMark";
import type { RegisterRefused } from "./RegisterRefused";
import type { RegisterRow } from "./RegisterRow";
import type { RegisterRows } from "./RegisterRows";
import type { RegisterSeal } from "./RegisterSeal";
import type { RegisterSettings } from "./RegisterSettings";
import type { RegisterTemplate } from "./RegisterTemplate";
import type { RegisterTemplateColumn } from "./RegisterTemplateColumn";
import type { RegisterTemplateSet } from "./RegisterTemplateSet";
import type { RegisterValidate } from "./RegisterValidate";
import type { RegisterVersion } from "./RegisterVersion";
import type { RegisterView } from "./RegisterView";
import type { RegisterWhich } from "./RegisterWhich";
import type { Registration } from "./Registration";
import type { RegistrationAnswered } from "./RegistrationAnswered";
import type { RegistrationAnswering } from "./RegistrationAnswering";
import type { RegistrationBegin } from "./RegistrationBegin";
import type { RegistrationBegun } from "./RegistrationBegun";
import type { RegistrationConsent } from "./RegistrationConsent";
import type { RegistrationConsenting } from "./RegistrationConsenting";
import type { RegistrationCopied } from "./RegistrationCopied";
import type { RegistrationCopy } from "./RegistrationCopy";
import type { RegistrationDocument } from "./RegistrationDocument";
import type { RegistrationDocumentSave } from "./RegistrationDocumentSave";
import type { RegistrationHelper } from "./RegistrationHelper";
import type { RegistrationMeet } from "./RegistrationMeet";
import type { RegistrationProof } from "./RegistrationProof";
import type { RegistrationQuestion } from "./RegistrationQuestion";
import type { RegistrationRequest } from "./RegistrationRequest";
import type { RegistrationSave } from "./RegistrationSave";
import type { RegistrationSeal } from "./RegistrationSeal";
import type { RegistrationSealed } from "./RegistrationSealed";
import type { RegistrationTask } from "./RegistrationTask";
import type { RegistrationTaskState } from "./RegistrationTaskState";
import type { ReplyClock } from "./ReplyClock";
import type { ReplyView } from "./ReplyView";
import type { Request } from "./Request";
import type { RequestKind } from "./RequestKind";
import type { RightAccess } from "./RightAccess";
import type { RightAccessReport } from "./RightAccessReport";
import type { RightDue } from "./RightDue";
import type { RightErase } from "./RightErase";
import type { RightErased } from "./RightErased";
import type { RightHold } from "./RightHold";
import type { RightHoldView } from "./RightHoldView";
import type { RightRelease } from "./RightRelease";
import type { RightTombstone } from "./RightTombstone";
import type { RowProblem } from "./RowProblem";
import type { RuleDifference } from "./RuleDifference";
import type { RuleDifferenceKind } from "./RuleDifferenceKind";
import type { RuleFile } from "./RuleFile";
import type { RulePart } from "./RulePart";
import type { RulePath } from "./RulePath";
import type { RuleProblem } from "./RuleProblem";
import type { RuleRef } from "./RuleRef";
import type { RuleSection } from "./RuleSection";
import type { RuleSentence } from "./RuleSentence";
import type { RuleSentences } from "./RuleSentences";
import type { RuleSetRef } from "./RuleSetRef";
import type { RuleSetView } from "./RuleSetView";
import type { RuleView } from "./RuleView";
import type { RulesCheck } from "./RulesCheck";
import type { RulesChecked } from "./RulesChecked";
import type { RulesCompare } from "./RulesCompare";
import type { RulesExplain } from "./RulesExplain";
import type { RulesWanted } from "./RulesWanted";
import type { RunAdopt } from "./RunAdopt";
import type { RunAdopted } from "./RunAdopted";
import type { RunAnswer } from "./RunAnswer";
import type { RunAnswerOf } from "./RunAnswerOf";
import type { RunRef } from "./RunRef";
import type { RunRow } from "./RunRow";
import type { RunView } from "./RunView";
import type { Settings } from "./Settings";
import type { Settle } from "./Settle";
import type { Severity } from "./Severity";
import type { SharedValue } from "./SharedValue";
import type { ShownAs } from "./ShownAs";
import type { SignatureReport } from "./SignatureReport";
import type { SourceOf } from "./SourceOf";
import type { StatusAnswer } from "./StatusAnswer";
import type { StatusWhy } from "./StatusWhy";
import type { StatusWhyNot } from "./StatusWhyNot";
import type { Suggestion } from "./Suggestion";
import type { Tag } from "./Tag";
import type { Task } from "./Task";
import type { Theme } from "./Theme";
import type { TimeSpent } from "./TimeSpent";
import type { TimelinePicture } from "./TimelinePicture";
import type { Today } from "./Today";
import type { TodayChange } from "./TodayChange";
import type { TodayLimit } from "./TodayLimit";
import type { Tone } from "./Tone";
import type { TransferBeside } from "./TransferBeside";
import type { TransferKey } from "./TransferKey";
import type { TransferKeyMade } from "./TransferKeyMade";
import type { TransferKeyPath } from "./TransferKeyPath";
import type { TransferKeyView } from "./TransferKeyView";
import type { TransferMade } from "./TransferMade";
import type { TransferMake } from "./TransferMake";
import type { TransferStep } from "./TransferStep";
import type { UndoStatus } from "./UndoStatus";
import type { Undone } from "./Undone";
import type { UnmergeClaimants } from "./UnmergeClaimants";
import type { Until } from "./Until";
import type { ViewColumn } from "./ViewColumn";
import type { ViewContent } from "./ViewContent";
import type { ViewId } from "./ViewId";
import type { ViewSave } from "./ViewSave";
import type { Waiting } from "./Waiting";
import type { WhatIf } from "./WhatIf";
import type { WhatIfExport } from "./WhatIfExport";
import type { WhatIfExported } from "./WhatIfExported";
import type { WhatIfMovers } from "./WhatIfMovers";
import type { WhatIfPlace } from "./WhatIfPlace";
import type { WhatIfRow } from "./WhatIfRow";
import type { WhatIfRows } from "./WhatIfRows";
import type { WhatIfRun } from "./WhatIfRun";
import type { WorkAction } from "./WorkAction";
import type { WorkApply } from "./WorkApply";
import type { WorkMove } from "./WorkMove";
import type { WorkOutcome } from "./WorkOutcome";
import type { WorkRefused } from "./WorkRefused";
import type { WorkView } from "./WorkView";
import type { YesNo } from "./YesNo";

export type { AddedItem, Address, AddressMatch, AddressUse, Aftermath, Amount, AppError, ApprovalRole, Attachment, Audience, AuditAnswer, AuditList, AuditRow, AuditVerdict, AxisCount, BackupMade, BackupMake, BackupPlace, BackupRehearse, BackupRehearsed, BackupRestore, BackupRestored, BackupRow, BackupStatus, Bar, BarEnd, BodyHashReport, BundleArea, BundleAsk, BundleCheck, BundleChecked, BundleFailure, BundleFault, BundleFile, BundleForm, BundleMake, BundlePageRow, BundlePart, BundlePlanRow, BundlePlanView, BundlePreview, BundleReport, BundleSplit, BundleSplitReport, BundleVerdict, BundleVersion, BundleVersions, CandidateKind, CanonicalNotice, Capacity, Change, Channel, Chart, ChartKind, Choice, Claimant, ClaimantAdded, ClaimantAnswer, ClaimantAnswers, ClaimantCheck, ClaimantEdit, ClaimantEdited, ClaimantExport, ClaimantExported, ClaimantFilter, ClaimantNumbers, ClaimantPage, ClaimantQuery, ClaimantRecord, ClaimantRef, ClaimantRow, ClaimantSort, ClaimantsGiven, ClaimantsMerged, Classification, ClassificationRan, Code, CodeExplained, Cohort, ColumnView, Completeness, ConflictAsked, ConflictFound, ConflictHit, ConflictSearch, ConsensusCounts, ConsensusDiff, ConsensusDiffOf, ConsensusDifference, ConsensusExport, ConsensusExported, ConsensusFormat, ConsensusOutlier, ConsensusProvider, ConsensusTime, ConsensusView, Consent, Consequence, Contact, Correspondence, CountedText, Curve, Curves, DamageView, DataHeld, DateParsed, DateRange, DateText, Density, Descriptor, DifferenceKind, Direction, DkimKey, DkimKeyAdd, DkimKeyOf, DkimKeysChanged, Doubt, DoubtAnswer, DoubtExample, DoubtKind, DoubtWay, DoubtWayView, Draft, DraftKey, DraftSave, Effect, EmailAddress, EmailKind, Episode, EvidenceAdd, EvidenceAssign, EvidenceChosen, EvidenceConfirm, EvidenceExport, EvidenceExported, EvidenceFind, EvidenceId, EvidenceIds, EvidenceInspect, EvidenceOcr, EvidenceOrigin, EvidencePicture, EvidenceRef, EvidenceRemoval, EvidenceRemove, EvidenceRemoved, EvidenceReport, EvidenceRestrict, EvidenceRow, EvidenceSetAside, EvidenceSource, EvidenceVerdict, EvidenceView, Explained, ExportedFile, FactRef, FieldChange, FilterOn, Finding, FindingSeverity, Gate, GateCount, GateView, GivenEvidence, GivenMatches, Grade, GradeKind, GradedNotice, Group, GroupFacts, Groups, HeldBasis, HistoryEntry, HowTo, HowToFor, HowToRef, HowToRow, HowToStep, HowToWrite, HowToWritten, Identity, IdentityCheck, ImportBatchView, ImportClaimants, ImportColumn, ImportCorrection, ImportFaults, ImportFaultsWritten, ImportHeading, ImportKey, ImportOf, ImportPlan, ImportReport, ImportRowChange, ImportRowMatch, ImportRowTaken, ImportSheet, ImportSheetOf, ImportTake, ImportUndone, Incident, Insight, InsightAsk, InsightBasis, InsightCell, InsightCellAsk, InsightExport, InsightGrid, InsightList, InsightReport, InsightRow, InsightSection, InspectDocument, InspectError, InspectedArc, InspectedDamage, InspectedDate, InspectedFile, InspectedForward, InspectedHop, InspectedMark, InspectedMessage, InspectedMethod, InspectedNotice, InspectedPart, InspectedPath, InspectedPathFinding, InspectedReason, InspectedRecipient, InspectedSender, InspectedSignature, InspectedStamp, InspectedStructure, InvitationMade, InvitationMake, InvitationPath, InvitationRow, InvitationView, ItemState, JournalAdded, JournalEdit, JournalEdited, JournalEntry, JournalNew, JournalRemove, JournalView, KeptView, KeyReport, Keyholder, Later, LetterAsk, LetterFile, LetterGap, LetterKind, LetterMake, LetterReport, LetterRest, LetterSection, LetterSent, LetterView, Letterhead, Levy, Limitation, LimitationCalendar, LimitationClaimantsOf, LimitationClock, LimitationEntry, LimitationExport, LimitationExported, LimitationStanding, LimitationStep, LimitationWarning, ListColumn, Loss, MailHeader, MailHtml, MailboxCandidate, MailboxScan, MailboxScanned, MailboxTake, MailboxTaken, MailboxTicked, Mark, MarkStyle, MarkerResult, MarkerState, MatchColumn, MatchDecide, MatchDifference, MatchField, MatchGiven, MatchLevel, MatchList, MatchLooks, MatchOf, MatchPair, MatchReasonView, MatchRow, MatchSearched, MatchSides, MatchStrength, MatterCreate, MatterCreated, MatterFolder, MatterRecover, MatterState, MatterStatus, MatterUnlock, Means, MergeClaimants, MergeRow, Misuse, MoveAxis, MoveCount, MoveView, NameKind, Nation, Note, NoteReport, Nothing, NoticeAxis, NoticeDiff, NoticeDiffRow, NoticeDiffSpan, NoticeShape, Notification, Noun, OcrFailure, OcrReport, OcrStatus, OcrText, OcrView, OtherFirm, OtherName, Outcome, OutcomeReason, OuterMessage, OverrideAxis, OverrideConfirm, OverrideSet, OverrideShort, OverrideSigned, OverrideState, OverrideView, OverrideWithdraw, PacketAccept, PacketAcceptSent, PacketAccepted, PacketAcceptedSent, PacketAnswered, PacketAsk, PacketAskQuestion, PacketAsked, PacketAskedFile, PacketCount, PacketFile, PacketFinding, PacketInspect, PacketInspection, PacketKnown, PacketLeft, PacketLikely, PacketLook, PacketMove, PacketNumbers, PacketPaper, PacketQuery, PacketReceive, PacketReceived, PacketReceivedState, PacketRef, PacketReject, PacketReport, PacketRow, PacketSeal, PacketSealed, PacketSignature, PacketTransfer, PacketView, PacketWaiting, PageOf, PagePicture, PaperView, PartRef, PartText, PartialDate, Person, PersonAdd, PersonPassphrase, PersonRemove, PersonReset, PictureOf, PicturePages, PlaceholderPage, PossibleStatus, Precision, PreviewFind, PreviewFound, PreviewFoundPage, PreviewTitle, ProblemSeverity, ProblemView, Proceedings, Profile, ProfileChecked, ProfileFolder, ProfileWrite, ProfileWritten, Progress, Reached, Ready, ReadyApprove, ReadyList, ReadyRow, ReadySignOff, ReadyWhich, ReadyWithdraw, Reason, RecentMatter, RedactionBox, RedactionEnd, RedactionSet, RedactionView, RegisterAmended, RegisterAudience, RegisterChanges, RegisterChangesOf, RegisterChangesView, RegisterChecked, RegisterColumnChoice, RegisterEnd, RegisterEnter, RegisterEntered, RegisterExport, RegisterExported, RegisterFault, RegisterField, RegisterFieldChange, RegisterFieldView, RegisterForm, RegisterFormView, RegisterKind, RegisterMark, RegisterRefused, RegisterRow, RegisterRows, RegisterSeal, RegisterSettings, RegisterTemplate, RegisterTemplateColumn, RegisterTemplateSet, RegisterValidate, RegisterVersion, RegisterView, RegisterWhich, Registration, RegistrationAnswered, RegistrationAnswering, RegistrationBegin, RegistrationBegun, RegistrationConsent, RegistrationConsenting, RegistrationCopied, RegistrationCopy, RegistrationDocument, RegistrationDocumentSave, RegistrationHelper, RegistrationMeet, RegistrationProof, RegistrationQuestion, RegistrationRequest, RegistrationSave, RegistrationSeal, RegistrationSealed, RegistrationTask, RegistrationTaskState, ReplyClock, ReplyView, Request, RequestKind, RightAccess, RightAccessReport, RightDue, RightErase, RightErased, RightHold, RightHoldView, RightRelease, RightTombstone, RowProblem, RuleDifference, RuleDifferenceKind, RuleFile, RulePart, RulePath, RuleProblem, RuleRef, RuleSection, RuleSentence, RuleSentences, RuleSetRef, RuleSetView, RuleView, RulesCheck, RulesChecked, RulesCompare, RulesExplain, RulesWanted, RunAdopt, RunAdopted, RunAnswer, RunAnswerOf, RunRef, RunRow, RunView, Settings, Settle, Severity, SharedValue, ShownAs, SignatureReport, SourceOf, StatusAnswer, StatusWhy, StatusWhyNot, Suggestion, Tag, Task, Theme, TimeSpent, TimelinePicture, Today, TodayChange, TodayLimit, Tone, TransferBeside, TransferKey, TransferKeyMade, TransferKeyPath, TransferKeyView, TransferMade, TransferMake, TransferStep, UndoStatus, Undone, UnmergeClaimants, Until, ViewColumn, ViewContent, ViewId, ViewSave, Waiting, WhatIf, WhatIfExport, WhatIfExported, WhatIfMovers, WhatIfPlace, WhatIfRow, WhatIfRows, WhatIfRun, WorkAction, WorkApply, WorkMove, WorkOutcome, WorkRefused, WorkView, YesNo };

export interface Commands {
  /** Whether a matter is open, and which. */
  "matter.status": { input: Nothing; output: MatterStatus };
  /** Matters opened on this machine lately. */
  "matter.recent": { input: Nothing; output: Array<RecentMatter> };
  /** Takes a folder out of those opened lately; the folder stays. */
  "matter.forget": { input: MatterFolder; output: Nothing };
  /** Who can unlock a matter. */
  "matter.keyholders": { input: MatterFolder; output: Array<Keyholder> };
  /** Makes a matter, and its recovery key. */
  "matter.create": { input: MatterCreate; output: MatterCreated };
  /** Opens a matter with a passphrase. */
  "matter.unlock": { input: MatterUnlock; output: MatterStatus };
  /** Opens a matter with its recovery key. */
  "matter.recover": { input: MatterRecover; output: MatterStatus };
  /** Closes the open matter. */
  "matter.lock": { input: Nothing; output: Nothing };
  /** Where copies go, which were made, and whether one is due. */
  "backup.status": { input: Nothing; output: BackupStatus };
  /** Says where this machine puts copies of the matter, and whether on close. */
  "backup.place": { input: BackupPlace; output: Nothing };
  /** Copies the matter, encrypted, and opens the copy to check it. */
  "backup.make": { input: BackupMake; output: BackupMade };
  /** Makes the copy that is wanted on close, if anything changed. */
  "backup.on_close": { input: Nothing; output: BackupMade | null };
  /** Opens a copy with a passphrase and checks all of it. */
  "backup.rehearse": { input: BackupRehearse; output: BackupRehearsed };
  /** Brings a copy back into a folder of its own. */
  "backup.restore": { input: BackupRestore; output: BackupRestored };
  /** Whose time is over by the retention rules of the profile. */
  "right.due": { input: Nothing; output: Array<RightDue> };
  /** What keeps records, the latest first. */
  "right.holds": { input: Nothing; output: Array<RightHoldView> };
  /** Keeps a record, or all of them, until somebody ends it. */
  "right.hold": { input: RightHold; output: number };
  /** Ends a hold. */
  "right.release": { input: RightRelease; output: Nothing };
  /** Writes everything about one person for that person. */
  "right.access": { input: RightAccess; output: RightAccessReport };
  /** Erases a claimant for good; a tombstone stays in the audit. */
  "right.erase": { input: RightErase; output: RightErased };
  /** What is left of people who were erased. */
  "right.erased": { input: Nothing; output: Array<RightTombstone> };
  /** People who work on the matter. */
  "person.list": { input: Nothing; output: Array<Person> };
  /** Lets another person work on the matter. */
  "person.add": { input: PersonAdd; output: Nothing };
  /** Ends a person's access. */
  "person.remove": { input: PersonRemove; output: Nothing };
  /** Changes one's own passphrase. */
  "person.passphrase": { input: PersonPassphrase; output: Nothing };
  /** Replaces a forgotten passphrase. */
  "person.reset": { input: PersonReset; output: Nothing };
  /** The incident, and the choices that forms offer. */
  "profile.get": { input: Nothing; output: Profile };
  /** Reads a date that may be known only in part. */
  "date.parse": { input: DateText; output: DateParsed };
  /** Numbers of the claimants that match, in order. */
  "claimant.ids": { input: ClaimantQuery; output: Array<number> };
  /** Numbers of one page of a list. */
  "claimant.page": { input: ClaimantPage; output: Array<number> };
  /** Rows of a list. */
  "claimant.rows": { input: ClaimantNumbers; output: Array<ClaimantRow> };
  /** How many claimants stand where on each axis. */
  "claimant.counts": { input: Nothing; output: Array<AxisCount> };
  /** Everything about one claimant. */
  "claimant.get": { input: ClaimantRef; output: ClaimantRecord };
  /** What is wrong in a form. */
  "claimant.check": { input: ClaimantCheck; output: Array<ProblemView> };
  /** Adds a claimant. */
  "claimant.add": { input: ClaimantCheck; output: ClaimantAdded };
  /** Changes a claimant. */
  "claimant.edit": { input: ClaimantEdit; output: ClaimantEdited };
  /** Who changed what, and when. */
  "claimant.history": { input: ClaimantRef; output: Array<HistoryEntry> };
  /** Writes a list as CSV or XLSX. */
  "claimant.export": { input: ClaimantExport; output: ClaimantExported };
  /** How far one file has come, and which moves are open. */
  "work.get": { input: ClaimantRef; output: WorkView };
  /** What an action on many files would do. */
  "work.check": { input: WorkApply; output: WorkOutcome };
  /** Moves, assigns or tags many files. */
  "work.apply": { input: WorkApply; output: WorkOutcome };
  /** Notes, tasks and correspondence beside one record, the latest first. */
  "journal.list": { input: ClaimantRef; output: Array<JournalView> };
  /** Within what an answer can be due. */
  "journal.replies": { input: Nothing; output: Array<ReplyView> };
  /** Writes a note, a task or correspondence beside a record. */
  "journal.add": { input: JournalNew; output: JournalAdded };
  /** Changes such an entry. */
  "journal.edit": { input: JournalEdit; output: JournalEdited };
  /** Takes such an entry away. */
  "journal.remove": { input: JournalRemove; output: Nothing };
  /** Views that whoever asks has kept. */
  "view.list": { input: Nothing; output: Array<KeptView> };
  /** Keeps a view under a name. */
  "view.save": { input: ViewSave; output: ViewId };
  /** Forgets a view. */
  "view.remove": { input: ViewId; output: Nothing };
  /** What waits for whoever asks, and what others changed. */
  "today.get": { input: Nothing; output: Today };
  /** What would be undone next. */
  "undo.status": { input: Nothing; output: UndoStatus };
  /** Undoes the latest change of this session. */
  "undo.run": { input: Nothing; output: Undone };
  /** Keeps a form as it is typed. */
  "draft.save": { input: DraftSave; output: Nothing };
  /** A form as it was left. */
  "draft.get": { input: DraftKey; output: Draft };
  /** Forgets a form's draft. */
  "draft.discard": { input: DraftKey; output: Nothing };
  /** The headings of a spreadsheet, and what they may mean. */
  "import.read": { input: ImportSheetOf; output: ImportSheet };
  /** Reads a spreadsheet without changing anything. */
  "import.check": { input: ImportPlan; output: ImportReport };
  /** Takes the claimants of a spreadsheet in, all or none. */
  "import.claimants": { input: ImportClaimants; output: ImportReport };
  /** Writes the rows to correct, to be imported again. */
  "import.faults": { input: ImportFaults; output: ImportFaultsWritten };
  /** Imports that were made, the latest first. */
  "import.list": { input: Nothing; output: Array<ImportBatchView> };
  /** One import: whom it added and whom it changed. */
  "import.get": { input: ImportOf; output: ImportBatchView };
  /** Takes an import back. */
  "import.undo": { input: ImportOf; output: ImportUndone };
  /** Takes files in as evidence. */
  "evidence.add": { input: EvidenceAdd; output: EvidenceReport };
  /** Evidence that belongs to nobody yet, oldest first. */
  "evidence.unassigned": { input: Nothing; output: Array<string> };
  /** Rows of a list of evidence. */
  "evidence.rows": { input: EvidenceIds; output: Array<EvidenceRow> };
  /** What an evidence item or a message in it says. */
  "evidence.get": { input: PartRef; output: EvidenceView };
  /** A message's own layout, made safe. */
  "evidence.html": { input: PartRef; output: MailHtml };
  /** A file inside a message as text. */
  "evidence.text": { input: PartRef; output: PartText };
  /** A page or picture, drawn. */
  "evidence.picture": { input: PictureOf; output: EvidencePicture };
  /** A piece of the source as received. */
  "evidence.source": { input: SourceOf; output: EvidenceSource };
  /** What files say, without a matter. */
  "evidence.inspect": { input: EvidenceInspect; output: InspectDocument };
  /** What all copies of the notice show together. */
  "consensus.get": { input: Nothing; output: ConsensusView };
  /** One copy beside the canonical notice. */
  "consensus.diff": { input: ConsensusDiffOf; output: ConsensusDiff };
  /** Writes the consensus as an annex or a table. */
  "consensus.export": { input: ConsensusExport; output: ConsensusExported };
  /** Works the canonical notice out again, and grades by it. */
  "consensus.run": { input: Nothing; output: ConsensusView };
  /** DKIM keys that people added to the matter. */
  "key.list": { input: Nothing; output: Array<DkimKey> };
  /** Adds DKIM keys, and checks signatures again. */
  "key.add": { input: DkimKeyAdd; output: DkimKeysChanged };
  /** Removes added DKIM keys, and checks signatures again. */
  "key.remove": { input: DkimKeyOf; output: DkimKeysChanged };
  /** Says whose an evidence item is. */
  "evidence.assign": { input: EvidenceAssign; output: Nothing };
  /** Says that an item holds details which only some roles see. */
  "evidence.restrict": { input: EvidenceRestrict; output: Nothing };
  /** Puts an evidence item aside, with a reason. */
  "evidence.set_aside": { input: EvidenceSetAside; output: Nothing };
  /** Looks through a mailbox and lists what bears on the matter. */
  "evidence.scan": { input: MailboxScan; output: MailboxScanned };
  /** Takes the ticked messages of a mailbox. */
  "evidence.take": { input: MailboxTake; output: EvidenceReport };
  /** Ids of the items that match, in order of receipt. */
  "evidence.find": { input: EvidenceFind; output: Array<string> };
  /** Reads the text of pictures, where Tesseract is installed. */
  "evidence.ocr": { input: EvidenceOcr; output: OcrReport };
  /** Whether text in pictures can be read, and what is not searchable. */
  "evidence.ocr_status": { input: Nothing; output: OcrStatus };
  /** What OCR read in an item, and what may be confirmed. */
  "evidence.ocr_view": { input: EvidenceRef; output: OcrView };
  /** Keeps what a person can see in a picture. */
  "evidence.confirm": { input: EvidenceConfirm; output: Nothing };
  /** Checks originals against their fingerprints. */
  "evidence.verify": { input: EvidenceChosen; output: EvidenceVerdict };
  /** Writes originals, a manifest and a custody report into a folder. */
  "evidence.export": { input: EvidenceExport; output: EvidenceExported };
  /** Removes for good an item that was set aside. */
  "evidence.remove": { input: EvidenceRemove; output: EvidenceRemoved };
  /** What is left of items that were removed. */
  "evidence.removed": { input: Nothing; output: Array<EvidenceRemoval> };
  /** Guides to getting the original of an email, the fitting one first. */
  "howto.list": { input: HowToFor; output: Array<HowToRow> };
  /** One guide with its figures. */
  "howto.get": { input: HowToRef; output: HowTo };
  /** Writes a guide as a PDF to send to a claimant. */
  "howto.write": { input: HowToWrite; output: HowToWritten };
  /** Finds duplicates in a CSV file, or between two; keeps nothing. */
  "match.given": { input: MatchGiven; output: GivenMatches };
  /** Looks for possible duplicates among all claimants. */
  "match.search": { input: Nothing; output: MatchSearched };
  /** Possible duplicates that wait, or that were decided, the surest first. */
  "match.list": { input: MatchList; output: Array<MatchRow> };
  /** How many possible duplicates wait. */
  "match.count": { input: Nothing; output: number };
  /** Two records side by side. */
  "match.get": { input: MatchOf; output: MatchSides };
  /** Says that two records are of two people, or asks again. */
  "match.decide": { input: MatchDecide; output: Nothing };
  /** Makes two records one; it can be undone at any time. */
  "claimant.merge": { input: MergeClaimants; output: ClaimantsMerged };
  /** Makes them two again, with what happened since. */
  "claimant.unmerge": { input: UnmergeClaimants; output: Nothing };
  /** Records that were made one, the latest first. */
  "claimant.merges": { input: Nothing; output: Array<MergeRow> };
  /** Looks for somebody among everybody in the matter, and keeps the search. */
  "conflict.search": { input: ConflictAsked; output: number };
  /** Searches for conflicts, the latest first. */
  "conflict.list": { input: Nothing; output: Array<ConflictSearch> };
  /** Classifies every claimant again. */
  "classification.run": { input: Nothing; output: ClassificationRan };
  /** Why an answer is what it is, and why not something near it. */
  "classification.explain": { input: ClaimantRef; output: Explained };
  /** Classifies claimants given as JSON; keeps nothing. */
  "classification.given": { input: ClaimantsGiven; output: ClaimantAnswers };
  /** Reads a file with rules as it is; keeps nothing. */
  "rules.read": { input: RulePath; output: RuleFile };
  /** Tries other rules, or another day of the incident, without changing anything. */
  "whatif.run": { input: WhatIfRun; output: WhatIf };
  /** Numbers of those who would move, in order. */
  "whatif.moves": { input: WhatIfMovers; output: Array<number> };
  /** How some of them would move. */
  "whatif.rows": { input: WhatIfRows; output: Array<WhatIfRow> };
  /** Writes who would move into a CSV file. */
  "whatif.export": { input: WhatIfExport; output: WhatIfExported };
  /** Puts other rules in force and freezes everyone's answers under them. */
  "run.adopt": { input: RunAdopt; output: RunAdopted };
  /** Rules that were adopted, the earliest first. */
  "run.list": { input: Nothing; output: Array<RunRow> };
  /** What was frozen when rules were adopted. */
  "run.get": { input: RunRef; output: RunView };
  /** One claimant's answer as it was under earlier rules. */
  "run.answer": { input: RunAnswerOf; output: RunAnswer };
  /** Every time limit of the matter, by day and cause. */
  "limitation.calendar": { input: Nothing; output: LimitationCalendar };
  /** Numbers of the claimants of one entry of the calendar. */
  "limitation.claimants": { input: LimitationClaimantsOf; output: Array<number> };
  /** Writes the calendar as .ics, .pdf or .csv. */
  "limitation.export": { input: LimitationExport; output: LimitationExported };
  /** Says otherwise than the computed answer, with a reason. */
  "override.set": { input: OverrideSet; output: Nothing };
  /** Agrees, as the second person, that a claimant is declined. */
  "override.confirm": { input: OverrideConfirm; output: Nothing };
  /** Takes back what was said beside an answer. */
  "override.withdraw": { input: OverrideWithdraw; output: Nothing };
  /** What a claim bundle would hold. */
  "bundle.plan": { input: BundleAsk; output: BundlePlanView };
  /** Writes claim bundles into a folder. */
  "bundle.make": { input: BundleMake; output: BundleReport };
  /** Sealed versions of a bundle, and the pages that stand for good. */
  "bundle.versions": { input: BundleAsk; output: BundleVersions };
  /** The firm as its letters show it. */
  "letterhead.get": { input: Nothing; output: Letterhead };
  /** Changes the firm's letterhead. */
  "letterhead.put": { input: Letterhead; output: Nothing };
  /** Letters that can be written. */
  "letter.kinds": { input: Nothing; output: Array<LetterKind> };
  /** What a letter would say, what it lacks and what it rests on. */
  "letter.plan": { input: LetterAsk; output: LetterView };
  /** Writes letters into a folder as PDF, DOCX or packs. */
  "letter.make": { input: LetterMake; output: LetterReport };
  /** Records that a letter went out, so that its clock runs. */
  "letter.sent": { input: LetterSent; output: ClaimantEdited };
  /** What is missing before a claim is issued for one claimant. */
  "ready.get": { input: ClaimantRef; output: Ready };
  /** What is missing, for many claimants. */
  "ready.list": { input: ReadyWhich; output: ReadyList };
  /** Records that a claimant approved a file, by its hash. */
  "ready.approve": { input: ReadyApprove; output: Nothing };
  /** An authorised person signs a file off. */
  "ready.sign_off": { input: ReadySignOff; output: Nothing };
  /** Takes back an approval or a sign-off. */
  "ready.withdraw": { input: ReadyWithdraw; output: Nothing };
  /** What is blacked out in a claimant's public version. */
  "redaction.list": { input: ClaimantRef; output: Array<RedactionView> };
  /** Marks a place of an original to be blacked out, or that there is none. */
  "redaction.set": { input: RedactionSet; output: RedactionView };
  /** Takes such a mark back. */
  "redaction.end": { input: RedactionEnd; output: Nothing };
  /** Makes a bundle to look at, in memory only. */
  "bundle.preview": { input: ClaimantRef; output: BundlePreview };
  /** One page of a preview as a picture. */
  "bundle.page": { input: PageOf; output: PagePicture };
  /** Pages of a preview on which words stand. */
  "bundle.find": { input: PreviewFind; output: PreviewFound };
  /** Holds any PDF against the rules for electronic bundles. */
  "bundle.check": { input: BundleCheck; output: BundleChecked };
  /** Writes a finished bundle as several files with one pagination. */
  "bundle.split": { input: BundleSplit; output: BundleSplitReport };
  /** Writes an invitation for claimants to register with. */
  "invitation.make": { input: InvitationMake; output: InvitationMade };
  /** Invitations that went out, the earliest first. */
  "invitation.list": { input: Nothing; output: Array<InvitationRow> };
  /** What an invitation says, and the words to compare with the firm. */
  "invitation.read": { input: InvitationPath; output: InvitationView };
  /** Seals answers and files for the firm of an invitation. */
  "packet.seal": { input: PacketSeal; output: PacketSealed };
  /** What can be seen of a sealed file, with or without its key. */
  "packet.inspect": { input: PacketInspect; output: PacketInspection };
  /** Opens sealed files, checks them and lists them. */
  "packet.receive": { input: PacketReceive; output: PacketReport };
  /** Numbers of the packets that match, the latest first. */
  "packet.numbers": { input: PacketQuery; output: Array<number> };
  /** Rows of a list of packets. */
  "packet.rows": { input: PacketNumbers; output: Array<PacketRow> };
  /** How many packets stand how. */
  "packet.counts": { input: Nothing; output: Array<PacketCount> };
  /** One packet: what is new, what would change, what to look at. */
  "packet.get": { input: PacketLook; output: PacketView };
  /** Says that somebody is looking at a packet. */
  "packet.review": { input: PacketRef; output: Nothing };
  /** Takes a packet's answers and evidence into the matter. */
  "packet.accept": { input: PacketAccept; output: PacketAccepted };
  /** Takes in what colleagues sent, where nothing is for a person to choose. */
  "packet.accept_sent": { input: PacketAcceptSent; output: PacketAcceptedSent };
  /** Says who saw the paper on which a packet was signed. */
  "packet.paper": { input: PacketPaper; output: Nothing };
  /** Turns a packet away, with a reason. */
  "packet.reject": { input: PacketReject; output: Nothing };
  /** Writes a request to the claimant who sealed a packet. */
  "packet.ask": { input: PacketAsk; output: PacketAskedFile };
  /** Writes the key of this copy of the matter, for colleagues. */
  "transfer.key": { input: TransferKey; output: TransferKeyMade };
  /** Whose key a file is, and the words to compare with theirs. */
  "transfer.read_key": { input: TransferKeyPath; output: TransferKeyView };
  /** Seals claimants with their evidence and history for another copy of the matter. */
  "transfer.make": { input: TransferMake; output: TransferMade };
  /** Makes a claimant's own folder from an invitation. */
  "registration.begin": { input: RegistrationBegin; output: RegistrationBegun };
  /** A registration as it stands, and what is still to do. */
  "registration.get": { input: Nothing; output: Registration };
  /** Answers a consent or declaration, and says how everything stands then. */
  "registration.consent": { input: RegistrationConsenting; output: Registration };
  /** Opens what the firm asks back. */
  "registration.request": { input: InvitationPath; output: Array<RegistrationQuestion> };
  /** Answers a question of the firm, and says how everything stands then. */
  "registration.answer": { input: RegistrationAnswering; output: Registration };
  /** Says who goes through the questions with the claimant, and how everything stands then. */
  "registration.helper": { input: RegistrationHelper; output: Registration };
  /** Writes the document that the firm sent. */
  "registration.document": { input: RegistrationDocumentSave; output: Nothing };
  /** Writes a copy of all answers to keep. */
  "registration.copy": { input: RegistrationCopy; output: RegistrationCopied };
  /** Makes a registration at a meeting, to be forgotten when it is sealed. */
  "registration.meet": { input: RegistrationMeet; output: Nothing };
  /** Forgets the registration of a meeting. */
  "registration.forget": { input: Nothing; output: Nothing };
  /** Saves one page of a registration, and says how everything stands then. */
  "registration.save": { input: RegistrationSave; output: Registration };
  /** Seals a registration for the firm, when nothing was forgotten. */
  "registration.seal": { input: RegistrationSeal; output: PacketSealed };
  /** What the whole group shows. */
  "insight.get": { input: InsightAsk; output: Insight };
  /** The claimants behind a number of insight. */
  "insight.cell": { input: InsightCellAsk; output: Array<number> };
  /** Which list separates those who were told. */
  "insight.which_list": { input: InsightAsk; output: InsightList };
  /** Writes what the group shows into a folder. */
  "insight.export": { input: InsightExport; output: InsightReport };
  /** The register at a glance: settings, claim forms, versions, template. */
  "register.get": { input: Nothing; output: RegisterView };
  /** Numbers on the register, or on a sealed version of it. */
  "register.ids": { input: RegisterWhich; output: Array<number> };
  /** Rows of the register. */
  "register.rows": { input: RegisterRows; output: Array<RegisterRow> };
  /** Gives claimants who are ready a number on the register, and says of each other one what is missing. */
  "register.enter": { input: RegisterEnter; output: RegisterEntered };
  /** Ends a claimant's time on the register; the number stays. */
  "register.end": { input: RegisterEnd; output: Nothing };
  /** Writes a cipher, issues, value band or special features beside claimants. */
  "register.mark": { input: RegisterMark; output: Nothing };
  /** Keeps the court's number and day of issue of a claim form. */
  "register.form": { input: RegisterForm; output: Nothing };
  /** Changes settings of the register. */
  "register.settings": { input: RegisterSettings; output: Nothing };
  /** Takes the lead firm's template, or changes what its columns hold. */
  "register.template": { input: RegisterTemplateSet; output: RegisterTemplate };
  /** Goes back to columns of Joinder's own. */
  "register.template_forget": { input: Nothing; output: Nothing };
  /** Holds the register against the template. */
  "register.check": { input: RegisterWhich; output: RegisterChecked };
  /** Holds a register of another firm against a template. */
  "register.validate": { input: RegisterValidate; output: RegisterChecked };
  /** Keeps the register as it stands, for good. */
  "register.seal": { input: RegisterSeal; output: RegisterVersion };
  /** What differs between two versions. */
  "register.changes": { input: RegisterChangesOf; output: RegisterChangesView };
  /** Writes the register or a list that goes with it. */
  "register.export": { input: RegisterExport; output: RegisterExported };
  /** Checks that nothing was altered behind Joinder's back. */
  "audit.verify": { input: Nothing; output: AuditVerdict };
  /** Who did what, newest first. */
  "audit.list": { input: AuditList; output: Array<AuditRow> };
  /** A rule set in plain sentences. */
  "rules.sentences": { input: RulesWanted; output: RuleSentences };
  /** What is wrong with a profile of one's own. */
  "profile.check": { input: ProfileFolder; output: ProfileChecked };
  /** Writes a built-in profile out, to make another of. */
  "profile.write": { input: ProfileWrite; output: ProfileWritten };
  /** What is wrong with a rule set. */
  "rules.check": { input: RulesCheck; output: RulesChecked };
  /** What differs between two rule sets, in words. */
  "rules.diff": { input: RulesCompare; output: Array<RuleDifference> };
  /** What a code means, and which rules lead to it. */
  "rules.explain": { input: RulesExplain; output: CodeExplained };
  /** Settings of the program. */
  "setting.get": { input: Nothing; output: Settings };
  /** Changes settings of the program. */
  "setting.put": { input: Settings; output: Nothing };
}
