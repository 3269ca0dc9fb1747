//! Grades an item: what it is, for whom, and how well it proves receipt (`evidence.md` 5.1).

use memchr::memmem;

use super::address::{Addressed, addressed};
use super::rules::{AntiMarker, NoticeRules, Test};
use super::step::Step;
use super::words;
use super::{
    BodyHash, Effect, Grade, GradeKind, MarkerResult, MarkerState, NoticeFacts, NoticeShape, Reason,
    ReceivedChain, SignatureCheck,
};
use crate::code::Code;

/// The item's text as it is compared.
struct Seen<'f> {
    facts: &'f NoticeFacts,
    subject: String,
    body: String,
}

impl<'f> Seen<'f> {
    fn new(facts: &'f NoticeFacts) -> Self {
        Self { facts, subject: words::subject(&facts.subject), body: words::plain(&facts.body) }
    }

    /// Whether a mark is there; `None` when the item cannot show it.
    fn has(&self, test: &Test) -> Option<bool> {
        let holds = |text: &str, phrase: &String| memmem::find(text.as_bytes(), phrase.as_bytes()).is_some();
        let any = |text: &str, phrases: &[String]| phrases.iter().any(|phrase| holds(text, phrase));
        match test {
            Test::Subject(_) if self.subject.is_empty() => None,
            Test::Subject(texts) => Some(texts.contains(&self.subject)),
            Test::Body(_) if self.body.is_empty() => None,
            Test::Body(groups) => Some(groups.iter().all(|group| any(&self.body, group))),
            Test::Anywhere(texts) => Some(
                any(&self.body, texts) || any(&self.subject, texts) || any(&self.facts.from_domain, texts),
            ),
            Test::Date(from, until) => {
                let day = self.facts.dated.map(|dated| dated.date()).or(self.facts.visible_date);
                day.map(|day| *from <= day && day <= *until)
            }
            Test::From(_) if self.facts.from_domain.is_empty() => None,
            Test::From(ends) => Some(ends.iter().any(|end| {
                let domain = self.facts.from_domain.as_str();
                domain == end || domain.strip_suffix(end.as_str()).is_some_and(|rest| rest.ends_with('.'))
            })),
        }
    }
}

/// Days after the notice in which a mailbox may still have got it.
const LATE: i32 = 60;

/// Characters of other text that a mail system or a sender puts before the notice: warnings, previews, letterheads.
const BEFORE: usize = 800;

impl Seen<'_> {
    /// Whether the header is dated before the notice was sent anywhere on earth, or too long after it.
    fn dated_off(&self, rules: &NoticeRules) -> bool {
        let Some(day) = self.facts.dated.map(|dated| dated.date()) else { return false };
        let windows = rules.markers.iter().filter_map(|marker| match marker.test {
            Test::Date(from, until) => Some((from, until)),
            _ => None,
        });
        let moved =
            |day: jiff::civil::Date, by: i32| day.checked_add(jiff::Span::new().days(by)).unwrap_or(day);
        let mut windows = windows.peekable();
        windows.peek().is_some()
            && windows.all(|(from, until)| day < moved(from, -1) || moved(until, LATE) < day)
    }

    /// Whether the notice is only quoted in a longer text under another subject, as newsletters do.
    fn within_text(&self, rules: &NoticeRules, markers: &[MarkerResult]) -> bool {
        let results = || rules.markers.iter().zip(markers);
        let other_subject = results().any(|(marker, result)| {
            matches!(marker.test, Test::Subject(_)) && result.state == MarkerState::Missed
        });
        let first =
            results().filter(|(marker, _)| marker.fixed).filter_map(|(marker, _)| match &marker.test {
                Test::Body(groups) => {
                    groups.iter().flatten().filter_map(|phrase| self.body.find(phrase.as_str())).min()
                }
                _ => None,
            });
        other_subject && first.min().is_some_and(|at| at > BEFORE)
    }
}

struct Judgment<'r> {
    rules: &'r NoticeRules,
    tier: u8,
    flags: Vec<Code>,
    reasons: Vec<Reason>,
}

impl Judgment<'_> {
    fn say(&mut self, step: Step) {
        let words = self.rules.reasons.get(step as usize).filter(|words| !words.text.is_empty());
        let Some(words) = words else { return };
        let code = Step::CODES.get(step as usize).copied().unwrap_or_default();
        self.reasons.push(Reason { code: Code::from(code), text: words.text.clone(), effect: words.effect });
        if let Some(flag) = &words.flag
            && !self.flags.contains(flag)
        {
            self.flags.push(flag.clone());
        }
    }

    /// Says a step, and lets the tier be no higher than it allows.
    fn cap(&mut self, step: Step, tier: u8) {
        self.say(step);
        self.tier = self.tier.min(tier);
    }
}

/// Grades an item for one claimant.
///
/// `own` are the addresses that the claimant declared (and, for text messages, telephone numbers). Evidence that
/// belongs to another address is tier 0, whatever it is (`situations.md` 7.3, invariant 2).
pub fn grade(facts: &NoticeFacts, own: &[&str], rules: &NoticeRules) -> Grade {
    let seen = Seen::new(facts);
    let mut judged = Judgment { rules, tier: 5, flags: Vec::new(), reasons: Vec::new() };
    let (markers, score) = marks(&seen, rules);
    let kind = judge(&seen, own, score, &markers, &mut judged);
    Grade { tier: judged.tier, kind, flags: judged.flags, reasons: judged.reasons, markers, score }
}

/// Whether an item has enough marks to be recognised; sooner known than the grade, as most texts have hardly any.
pub(super) fn has_enough_marks(facts: &NoticeFacts, rules: &NoticeRules) -> bool {
    let seen = Seen::new(facts);
    let mut left: u32 = rules.markers.iter().map(|marker| marker.weight).sum();
    let mut score = 0;
    for marker in &rules.markers {
        if score >= rules.unrelated_below || score + left < rules.unrelated_below {
            break;
        }
        left -= marker.weight;
        if seen.has(&marker.test) == Some(true) {
            score += marker.weight;
        }
    }
    score >= rules.unrelated_below
}

/// What became of every anti-marker: marks of messages that are easily mistaken for the notice, or of a later change.
pub fn anti_marks(facts: &NoticeFacts, rules: &NoticeRules) -> Vec<MarkerResult> {
    let seen = Seen::new(facts);
    let result = |marker: &AntiMarker| MarkerResult {
        marker: marker.code.clone(),
        label: marker.text.clone(),
        state: state(seen.has(&marker.test)),
    };
    rules.anti_markers.iter().map(result).collect()
}

fn state(has: Option<bool>) -> MarkerState {
    match has {
        Some(true) => MarkerState::Matched,
        Some(false) => MarkerState::Missed,
        None => MarkerState::NotVisible,
    }
}

fn marks(seen: &Seen<'_>, rules: &NoticeRules) -> (Vec<MarkerResult>, u32) {
    let mut score = 0;
    let results = rules
        .markers
        .iter()
        .map(|marker| {
            let state = state(seen.has(&marker.test));
            if state == MarkerState::Matched {
                score += marker.weight;
            }
            MarkerResult { marker: marker.code.clone(), label: marker.label.clone(), state }
        })
        .collect();
    (results, score)
}

fn judge(
    seen: &Seen<'_>,
    own: &[&str],
    score: u32,
    markers: &[MarkerResult],
    judged: &mut Judgment<'_>,
) -> GradeKind {
    let rules = judged.rules;
    if seen.facts.shape == NoticeShape::None {
        judged.cap(Step::NoNotice, 0);
        return GradeKind::Unrelated;
    }
    if let Some(kind) = wrong(seen, score, markers, judged) {
        judged.tier = 0;
        return GradeKind::Wrong(kind);
    }
    // A print or a picture may hold words that no program reads; a mail without any says nothing.
    let readable = !seen.body.is_empty() || is_mail(seen.facts.shape);
    if readable && score < rules.unrelated_below {
        judged.cap(Step::TooFewMarks, 0);
        return GradeKind::Unrelated;
    }
    let whose = recipient(seen, own, judged);
    if matches!(whose, GradeKind::ThirdParty) || judged.tier == 0 {
        return whose;
    }
    let whose = match whose {
        // The address is that of whoever was sent the words, and not of whoever was sent the notice.
        GradeKind::Genuine if seen.facts.private_sender && is_mail(seen.facts.shape) => {
            judged.cap(Step::PrivateSender, rules.tiers.without_recipient);
            GradeKind::Unaddressed
        }
        other => other,
    };
    match (readable, score >= rules.genuine_at) {
        (true, true) => judged.say(Step::Marks),
        (true, false) => judged.cap(Step::FewMarks, rules.tiers.few_marks),
        (false, _) => judged.say(Step::MarksNotVisible),
    }
    if is_mail(seen.facts.shape) && seen.within_text(rules, markers) {
        judged.cap(Step::WithinText, rules.tiers.few_marks);
    }
    form(seen, judged);
    if is_mail(seen.facts.shape) && seen.dated_off(rules) {
        judged.say(Step::DateOff);
    }
    integrity(seen, markers, judged);
    whose
}

fn is_mail(shape: NoticeShape) -> bool {
    matches!(
        shape,
        NoticeShape::NativeMail | NoticeShape::OutlookMessage | NoticeShape::ForwardedAsAttachment
    )
}

/// Another message that is easily mistaken for the notice.
fn wrong(seen: &Seen<'_>, score: u32, markers: &[MarkerResult], judged: &mut Judgment<'_>) -> Option<Code> {
    let rules = judged.rules;
    let found: Vec<_> = rules
        .anti_markers
        .iter()
        .filter_map(|marker| Some((marker, marker.kind?)))
        .filter(|(marker, _)| seen.has(&marker.test) == Some(true))
        .collect();
    let weight: u32 = found.iter().map(|(marker, _)| marker.weight).sum();
    let decided = found
        .iter()
        .any(|(marker, _)| marker.decisive && seen.has(&Test::Anywhere(marker.unless.clone())) != Some(true));
    // Other messages about data share many of the words; the lines that are the same in every copy they do not.
    let mut fixed = rules.markers.iter().zip(markers).filter(|(marker, _)| marker.fixed).peekable();
    let firm = fixed.peek().is_none() || fixed.any(|(_, result)| result.state == MarkerState::Matched);
    if !decided && (weight < rules.wrong_at || (score >= rules.genuine_at && firm)) {
        for (marker, _) in found {
            let reason =
                Reason { code: marker.code.clone(), text: marker.text.clone(), effect: Effect::None };
            judged.reasons.push(reason);
        }
        return None;
    }
    let heaviest = found
        .iter()
        .max_by_key(|(marker, kind)| (marker.decisive, marker.weight, std::cmp::Reverse(*kind)))?;
    let kind = Code::from(rules.kinds.code(heaviest.1));
    for (marker, _) in found {
        let reason = Reason { code: marker.code.clone(), text: marker.text.clone(), effect: Effect::Down };
        judged.reasons.push(reason);
    }
    Some(kind)
}

fn recipient(seen: &Seen<'_>, own: &[&str], judged: &mut Judgment<'_>) -> GradeKind {
    let facts = seen.facts;
    let tiers = judged.rules.tiers;
    let named = facts.visible_recipient.as_str();
    if facts.shape == NoticeShape::Letter && !named.trim().is_empty() && !named.contains('@') {
        judged.say(Step::AddressLetter);
        return GradeKind::Genuine;
    }
    let all = facts.recipients.iter().map(|recipient| recipient.address.as_str()).chain([named]);
    match addressed(all, own) {
        Addressed::Own => {
            judged.say(Step::AddressOwn);
            GradeKind::Genuine
        }
        Addressed::Other => {
            judged.cap(Step::AddressOther, 0);
            GradeKind::ThirdParty
        }
        Addressed::Variant => {
            judged.cap(Step::AddressVariant, 0);
            GradeKind::Unaddressed
        }
        Addressed::Undeclared => {
            judged.cap(Step::AddressUndeclared, 0);
            GradeKind::Unaddressed
        }
        // The text within another mail seldom quotes its recipient; the missing block is said with the form.
        Addressed::Nobody if facts.shape == NoticeShape::InlineForward => GradeKind::Genuine,
        Addressed::Nobody => {
            judged.cap(Step::AddressNone, tiers.without_recipient);
            GradeKind::Unaddressed
        }
    }
}

fn form(seen: &Seen<'_>, judged: &mut Judgment<'_>) {
    let facts = seen.facts;
    let tiers = judged.rules.tiers;
    let has_recipient = !facts.recipients.is_empty() || !facts.visible_recipient.trim().is_empty();
    match facts.shape {
        NoticeShape::NativeMail => judged.cap(Step::ShapeNative, tiers.native),
        NoticeShape::OutlookMessage => judged.cap(Step::ShapeOutlook, tiers.outlook),
        NoticeShape::ForwardedAsAttachment => judged.cap(Step::ShapeAttached, tiers.attached),
        NoticeShape::InlineForward if has_recipient => judged.cap(Step::ShapeInline, tiers.inline),
        NoticeShape::InlineForward => judged.cap(Step::ShapeInlineBare, tiers.inline),
        NoticeShape::Pdf => judged.cap(Step::ShapePdf, tiers.pdf),
        NoticeShape::Picture => judged.cap(Step::ShapePicture, tiers.picture),
        NoticeShape::Letter => judged.cap(Step::ShapeLetter, tiers.letter),
        NoticeShape::TextMessage => judged.cap(Step::ShapeTextMessage, tiers.text_message),
        NoticeShape::None => {}
    }
    match facts.shape {
        NoticeShape::NativeMail | NoticeShape::OutlookMessage | NoticeShape::ForwardedAsAttachment => {
            route(seen, judged)
        }
        NoticeShape::Pdf | NoticeShape::Picture | NoticeShape::Letter | NoticeShape::TextMessage => {
            match facts.visible_date {
                Some(_) => judged.say(Step::DateVisible),
                None if facts.dated.is_some() => judged.say(Step::DateVisible),
                None => judged.cap(Step::DateNotVisible, tiers.without_date),
            }
        }
        NoticeShape::InlineForward | NoticeShape::None => {}
    }
}

/// The headers of a mail: where it came through, and whether its body is the one that was signed.
fn route(seen: &Seen<'_>, judged: &mut Judgment<'_>) {
    let tiers = judged.rules.tiers;
    match seen.facts.received {
        ReceivedChain::Full => judged.say(Step::ChainFull),
        ReceivedChain::Broken => judged.cap(Step::ChainBroken, tiers.without_chain),
        ReceivedChain::Absent => judged.cap(Step::ChainAbsent, tiers.without_chain),
    }
    if seen.facts.dkim_pass_by_own_provider {
        judged.say(Step::DkimPass);
    } else {
        judged.cap(Step::DkimNotStamped, tiers.without_dkim);
    }
    match seen.facts.body_hash {
        BodyHash::Match => judged.say(Step::HashMatch),
        BodyHash::Mismatch => judged.cap(Step::HashMismatch, tiers.without_dkim),
        BodyHash::NotCheckable => judged.cap(Step::HashNotCheckable, tiers.without_dkim),
    }
    match seen.facts.signature {
        SignatureCheck::Match => judged.say(Step::SignatureMatch),
        SignatureCheck::Mismatch => judged.cap(Step::SignatureMismatch, tiers.without_dkim),
        // Without a signature the body hash has said so already.
        SignatureCheck::KeyNotAvailable if seen.facts.body_hash != BodyHash::NotCheckable => {
            judged.say(Step::SignatureNoKey);
        }
        SignatureCheck::KeyNotAvailable | SignatureCheck::NotCheckable => {}
    }
}

/// A text that differs from what was signed and from what everybody else received may have been edited; a relay or a
/// footer does the same to the hash alone, so one sign is never enough.
fn integrity(seen: &Seen<'_>, markers: &[MarkerResult], judged: &mut Judgment<'_>) {
    let rules = judged.rules;
    let fixed_missed = rules
        .markers
        .iter()
        .zip(markers)
        .any(|(marker, result)| marker.fixed && result.state == MarkerState::Missed);
    // Whatever changes the headers on the way changes the body as well: the two together are one sign.
    let mismatch =
        seen.facts.body_hash == BodyHash::Mismatch || seen.facts.signature == SignatureCheck::Mismatch;
    if seen.facts.differs_from_consensus {
        judged.say(Step::Differs);
    }
    let signs =
        [mismatch, seen.facts.differs_from_consensus, fixed_missed].into_iter().filter(|sign| *sign).count();
    let said: Vec<_> = rules
        .anti_markers
        .iter()
        .filter(|marker| marker.kind.is_none() && seen.has(&marker.test) == Some(true))
        .map(|marker| Reason { code: marker.code.clone(), text: marker.text.clone(), effect: Effect::Down })
        .collect();
    if signs >= 2 || !said.is_empty() {
        judged.reasons.extend(said);
        judged.cap(Step::Integrity, rules.tiers.integrity);
    }
}
