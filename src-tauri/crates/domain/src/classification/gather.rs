//! The facts of one claimant that rules can ask for.

use jiff::Span;
use jiff::civil::Date;

use super::Input;
use super::spell::{Days, Named, Spell};
use crate::claimant::{
    Capacity, Channel, Claimant, EmailKind, Episode, Levy, Nation, Proceedings, Request, RequestKind,
    Severity, YesNo,
};
use crate::date::{PartialDate, Precision};
use crate::notice::GradeKind;
use crate::profile::Profile;
use crate::rules::bits::Bits;
use crate::rules::{Fact, RuleSet};

/// Collects facts.
#[derive(Default)]
struct Facts(Bits);

impl Facts {
    fn add(&mut self, fact: Fact, holds: bool) {
        self.0.add_if(holds, fact as usize);
    }
}

fn yes(answer: Option<YesNo>) -> bool {
    answer == Some(YesNo::Yes)
}

fn given(text: &str) -> bool {
    !text.trim().is_empty()
}

fn years_after(day: Date, years: i32) -> Date {
    Span::new().try_years(years).and_then(|span| day.checked_add(span)).unwrap_or(Date::MAX)
}

/// The facts that do not depend on the status.
pub(super) fn gather(input: &Input<'_>, profile: &Profile, rules: &RuleSet, spells: &[Spell<'_>]) -> Bits {
    let claimant = input.claimant;
    let incident = profile.incident.date;
    let mut facts = Facts::default();
    notification(claimant, &mut facts);
    evidence(input, &mut facts);
    episodes(input, profile, rules, spells, &mut facts);
    person(claimant, profile, input.today, &mut facts);
    contact(claimant, &mut facts);
    aftermath(claimant, incident, input.today, rules, &mut facts);
    consequence(claimant, rules, &mut facts);
    proceedings(&claimant.proceedings, &mut facts);
    facts.add(Fact::PossibleDuplicate, input.group.possible_duplicate);
    facts.add(Fact::MailboxSharedInGroup, input.group.mailbox_shared);
    facts.add(Fact::SimilarWords, input.group.similar_words);
    facts.0
}

fn notification(claimant: &Claimant, facts: &mut Facts) {
    let notification = &claimant.notification;
    facts.add(Fact::SaysReceived, yes(notification.received));
    facts.add(Fact::SaysNotReceived, notification.received == Some(YesNo::No));
    facts.add(Fact::ToldByThirdPerson, notification.channel == Some(Channel::ThirdPerson));
    facts.add(Fact::EarlierNotice, yes(notification.earlier_notice));
    facts.add(Fact::InSpam, yes(notification.in_spam));
    facts.add(Fact::NoticeNotHeld, notification.still_held == Some(YesNo::No));
    facts.add(Fact::KnowsOtherRecipient, yes(notification.knows_other_recipient));
}

fn evidence(input: &Input<'_>, facts: &mut Facts) {
    let any = |test: fn(&GradeKind) -> bool| input.evidence.iter().any(|item| test(&item.grade.kind));
    facts.add(Fact::EvidenceHeld, !input.evidence.is_empty());
    facts.add(Fact::OwnEvidence, any(|kind| matches!(kind, GradeKind::Genuine)));
    facts.add(Fact::UnaddressedEvidence, any(|kind| matches!(kind, GradeKind::Unaddressed)));
    facts.add(Fact::ThirdPartyEvidence, any(|kind| matches!(kind, GradeKind::ThirdParty)));
    facts.add(Fact::WrongEvidence, any(|kind| matches!(kind, GradeKind::Wrong(_))));
}

/// A date of an ending, payment or suspension that is known only in part; a start matters only where it decides.
fn partial(date: Option<&PartialDate>) -> bool {
    date.is_some_and(|date| !matches!(date.precision, Precision::Day))
}

fn episodes(input: &Input<'_>, profile: &Profile, rules: &RuleSet, spells: &[Spell<'_>], facts: &mut Facts) {
    let claimant = input.claimant;
    facts.add(Fact::NoEpisodes, spells.is_empty());
    let blank = profile.categories.category_names.len().saturating_sub(1);
    for (episode, spell) in claimant.episodes.iter().zip(spells) {
        let vague = [&episode.end, &episode.last_payment, &episode.suspended, &episode.suspension_lifted];
        facts.add(Fact::DatePartial, vague.into_iter().any(|date| partial(date.as_ref())));
        let mut dated = vague.into_iter().chain([&episode.start]).flatten();
        facts.add(Fact::DateInFuture, dated.any(|date| date.earliest > Some(input.today)));
        facts.add(Fact::UnknownCode, spell.unknown_code);
        facts.add(Fact::OngoingEnded, spell.ongoing_ended);
        facts.add(Fact::KindOpen, spell.category == blank || episode.kind.as_str() == "dont-know");
        facts.add(Fact::ThroughUnion, spell.through_union);
        facts.add(Fact::LevyOpen, spell.through_union && matches!(spell.levy, 3 | 4));
        facts.add(Fact::LevyOptedOut, episode.levy == Some(Levy::OptedOut));
        facts.add(Fact::LevyOptedOutAtEnd, spell.through_union && spell.levy == 5);
        facts.add(Fact::UnionOpen, spell.through_union && !matches!(spell.union, Named::Listed(_)));
        facts.add(Fact::MembershipNumber, given(&episode.membership_number));
        contests(episode, spell, profile, facts);
        let closure = rules.closures.iter().find(|closure| closure.category == spell.category);
        facts.add(
            Fact::AfterClosure,
            closure.is_some_and(|closure| {
                episode.ongoing
                    || episode.start.as_ref().is_some_and(|start| start.earliest > Some(closure.last_day))
                    || episode.end.as_ref().is_some_and(|end| end.earliest > Some(closure.last_day))
            }),
        );
    }
    for (at, first) in spells.iter().enumerate() {
        for second in spells.iter().skip(at + 1).filter(|second| second.category == first.category) {
            let (overlap, rejoined) = compare(first, second);
            facts.add(Fact::Overlap, overlap);
            facts.add(Fact::Rejoined, rejoined);
        }
    }
}

fn contests(episode: &Episode, spell: &Spell<'_>, profile: &Profile, facts: &mut Facts) {
    let mut contests =
        profile.categories.contests.iter().filter(|contest| contest.category == spell.category).peekable();
    if contests.peek().is_none() || episode.start.as_ref().is_none_or(PartialDate::is_unknown) {
        return;
    }
    let fits = contests.any(|contest| spell.start.first <= contest.until && contest.from <= spell.start.last);
    facts.add(Fact::OutsideContest, !fits);
}

/// Whether two spells of one kind certainly overlap, and whether one certainly followed the other.
fn compare(a: &Spell<'_>, b: &Spell<'_>) -> (bool, bool) {
    let (a_ends, b_ends) = (ends(a), ends(b));
    let overlap = a.start.last < b_ends.first && b.start.last < a_ends.first;
    let followed = |ends: Days, start: Days| ends.last != Date::MAX && ends.last < start.first;
    (overlap, followed(a_ends, b.start) || followed(b_ends, a.start))
}

/// When a spell ended, under every reading.
fn ends(spell: &Spell<'_>) -> Days {
    let mut all = Days { first: Date::MAX, last: Date::MIN };
    for reading in &spell.readings {
        let days = reading.end.or(reading.paid).unwrap_or(Days { first: Date::MAX, last: Date::MAX });
        all = Days { first: all.first.min(days.first), last: all.last.max(days.last) };
    }
    all
}

fn person(claimant: &Claimant, profile: &Profile, today: Date, facts: &mut Facts) {
    let identity = &claimant.identity;
    let incident = profile.incident.date;
    if let Some(born) = identity.date_of_birth {
        let adult = years_after(born, 18);
        facts.add(Fact::MinorAtIncident, adult > incident);
        facts.add(Fact::MinorNow, adult > today);
        facts.add(Fact::MinorInjuryTimePassed, adult > incident && years_after(adult, 3) < today);
        facts.add(Fact::JoinedAsChild, too_young(claimant, profile, born));
        facts.add(Fact::AgeImplausible, !profile.plausible_birth(born, identity.died.is_some(), today));
    }
    if let Some(died) = &identity.died {
        let before = died.before(incident);
        facts.add(Fact::DiedBefore, before.surely());
        facts.add(Fact::DiedAfter, !before.possibly());
        facts.add(Fact::DiedMaybeBefore, before.possibly() && !before.surely());
    }
    let acted = matches!(identity.capacity, Some(Capacity::LitigationFriend | Capacity::Attorney));
    facts.add(Fact::ActedFor, acted);
    facts.add(Fact::Estate, identity.capacity == Some(Capacity::PersonalRepresentative));
    facts.add(Fact::FormerNamesProtected, identity.protect_former_names);
}

/// Whether a membership began before the age for one, or, below thirteen at the incident, any relationship was had.
fn too_young(claimant: &Claimant, profile: &Profile, born: Date) -> bool {
    let Some(age) = profile.member_age() else { return false };
    let old_enough = years_after(born, age);
    let joined_early = |episode: &Episode| {
        profile.is_membership(&episode.kind)
            && episode.start.as_ref().and_then(|start| start.latest).is_some_and(|latest| latest < old_enough)
    };
    let child = years_after(born, 13) > profile.incident.date;
    claimant.episodes.iter().any(|episode| child || joined_early(episode))
}

fn contact(claimant: &Claimant, facts: &mut Facts) {
    let contact = &claimant.contact;
    let nation = contact.nation_at_incident;
    facts.add(Fact::LivedInScotland, nation == Some(Nation::Scotland));
    facts.add(Fact::LivedInNorthernIreland, nation == Some(Nation::NorthernIreland));
    facts.add(Fact::LivedAbroad, nation == Some(Nation::Elsewhere));
    facts.add(Fact::NationOpen, matches!(nation, None | Some(Nation::DontKnow)));
    let abroad = contact.addresses.iter().any(|address| {
        address.used == crate::claimant::AddressUse::Now
            && given(&address.country)
            && !within_the_kingdom(&address.country)
    });
    facts.add(Fact::AbroadNow, abroad);
    let language = contact.language.trim().to_lowercase();
    facts.add(
        Fact::OtherLanguage,
        yes(contact.interpreter) || !matches!(language.as_str(), "" | "en" | "en-gb" | "english"),
    );
    facts.add(Fact::MailboxShared, contact.emails.iter().any(|email| given(&email.shared_with)));
    facts.add(Fact::MailboxLost, contact.emails.iter().any(|email| email.accessible == Some(YesNo::No)));
    let of_employer = |kind| matches!(kind, Some(EmailKind::Work | EmailKind::University));
    facts.add(Fact::WorkMailbox, contact.emails.iter().any(|email| of_employer(email.kind)));
    facts.add(Fact::NoEmailGiven, yes(contact.no_email_given));
    facts.add(Fact::UniqueAddress, contact.emails.iter().any(|email| yes(email.only_for_defendant)));
    facts.add(Fact::WithholdAddress, contact.withhold_address);
}

/// Whether a country is the United Kingdom or a part of it, as people write it: "UK", "England, UK", "the U.K.".
fn within_the_kingdom(country: &str) -> bool {
    let parts = country.split([',', '/', '(', ')', ';']).map(|part| {
        let letters: String =
            part.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
        letters.strip_prefix("the").unwrap_or(&letters).to_owned()
    });
    let mut parts = parts.filter(|part| !part.is_empty()).peekable();
    let of_the_kingdom = |part: String| {
        matches!(
            part.as_str(),
            "uk" | "gb"
                | "unitedkingdom"
                | "greatbritain"
                | "britain"
                | "unitedkingdomofgreatbritainandnorthernireland"
                | "england"
                | "wales"
                | "cymru"
                | "scotland"
                | "alba"
                | "northernireland"
                | "englanduk"
                | "walesuk"
                | "scotlanduk"
                | "northernirelanduk"
        )
    };
    parts.peek().is_some() && parts.all(of_the_kingdom)
}

fn aftermath(claimant: &Claimant, incident: Date, today: Date, rules: &RuleSet, facts: &mut Facts) {
    let requests = &claimant.aftermath.requests;
    let any = |kind: RequestKind, test: &dyn Fn(&Request) -> bool| {
        requests.iter().any(|request| request.kind == kind && test(request))
    };
    let unanswered = |request: &Request| request.answered == Some(YesNo::No);
    facts.add(Fact::AccessAsked, any(RequestKind::Access, &|_| true));
    // The longest that its sending can lie back, and the shortest: what may still be due is no breach.
    let due_after = |day: Date| rules.due(RequestKind::Access, day);
    let not_due = |request: &Request| {
        let first = request.sent.as_ref().and_then(|sent| sent.earliest);
        first.and_then(due_after).is_some_and(|due| due >= today)
    };
    let late = |request: &Request| {
        let due = request.sent.as_ref().and_then(|sent| sent.latest).and_then(due_after);
        let answered = request.answered_on.as_ref().and_then(|day| day.earliest);
        matches!((due, answered), (Some(due), Some(day)) if due < day)
    };
    facts.add(
        Fact::AccessUnanswered,
        any(RequestKind::Access, &|request| unanswered(request) && !not_due(request)),
    );
    facts.add(Fact::AccessLate, any(RequestKind::Access, &late));
    facts.add(Fact::QueryUnanswered, any(RequestKind::Query, &unanswered));
    facts.add(Fact::ErasureAsked, any(RequestKind::Erasure, &|_| true));
    let before = |request: &Request| request.sent.as_ref().is_some_and(|sent| sent.surely_before(incident));
    let asked_before = yes(claimant.aftermath.erasure_asked_before) || any(RequestKind::Erasure, &before);
    facts.add(Fact::ErasureBefore, asked_before);
    let shown =
        claimant.data_held.iter().any(|held| held.basis == Some(crate::claimant::HeldBasis::ShownByRequest));
    facts.add(Fact::HeldShown, shown);
    let none_answered = claimant.aftermath.requests.iter().all(|request| request.answered == Some(YesNo::No));
    facts.add(Fact::HeldShownUnanswered, shown && none_answered);
}

fn proceedings(proceedings: &Proceedings, facts: &mut Facts) {
    let firm = proceedings.firm.as_ref();
    let named = firm.is_some_and(|firm| given(&firm.name));
    let said = yes(proceedings.other_firm) || (firm.is_some() && proceedings.other_firm.is_none());
    facts.add(Fact::OtherFirm, said || named);
    facts.add(Fact::OtherFirmOpen, !named && proceedings.other_firm == Some(YesNo::DontKnow));
    facts.add(Fact::EarlierClaim, yes(proceedings.earlier_claim));
    facts.add(Fact::Insolvent, yes(proceedings.insolvent));
    facts.add(Fact::ConflictStated, given(&proceedings.conflicts));
}

fn consequence(claimant: &Claimant, rules: &RuleSet, facts: &mut Facts) {
    let consequence = &claimant.consequence;
    facts.add(Fact::NoDistress, yes(consequence.no_distress));
    let ticked = consequence.descriptors.iter().any(|descriptor| descriptor.severity != Severity::None);
    facts.add(Fact::DistressDescribed, ticked);
    facts.add(Fact::Treated, given(&consequence.treatment) || given(&consequence.medication));
    facts.add(Fact::Diagnosed, yes(consequence.diagnosis));
    facts.add(Fact::SafetyConcern, given(&consequence.safety));
    facts.add(Fact::MoneyLost, !claimant.losses.is_empty());
    facts.add(Fact::MisuseReported, !claimant.misuse.is_empty());
    let all: u32 = claimant.time_spent.iter().fold(0, |sum, spent| sum.saturating_add(spent.minutes));
    let one = claimant.time_spent.iter().any(|spent| spent.minutes > rules.minutes_per_task);
    facts.add(Fact::TimeOverLimit, one || all > rules.minutes_in_all);
}
