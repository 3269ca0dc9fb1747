//! One claimant as a few small facts.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::group::Names;
use super::provider::provider;
use super::spread::Spread;
use crate::claimant::{Claimant, Episode, Nation, RequestKind, Severity, YesNo};
use crate::classification::NoticeAxis;
use crate::code::Code;
use crate::id::ClaimantNumber;
use crate::profile::Unions;

/// What claimants are told apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attribute {
    /// Status at the incident.
    Status,
    /// Kind of relationship; somebody who had several is counted in each.
    Category,
    /// How the last relationship ended.
    WayOfLeaving,
    /// Year in which the last relationship ended.
    YearOfLeaving,
    /// Year in which the first relationship began.
    YearOfJoining,
    /// Union or society; somebody who had several is counted in each.
    Union,
    /// Nation of residence on the day of the incident.
    Nation,
    /// Who runs the mailboxes; somebody with several is counted in each.
    MailProvider,
}

impl Attribute {
    /// Every attribute, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::Status,
        Self::Category,
        Self::WayOfLeaving,
        Self::YearOfLeaving,
        Self::YearOfJoining,
        Self::Union,
        Self::Nation,
        Self::MailProvider,
    ];

    /// The name by which it is called in commands and files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Category => "category",
            Self::WayOfLeaving => "way-of-leaving",
            Self::YearOfLeaving => "year-of-leaving",
            Self::YearOfJoining => "year-of-joining",
            Self::Union => "union",
            Self::Nation => "nation",
            Self::MailProvider => "mail-provider",
        }
    }

    /// One claimant can stand in several rows, so that rows add up to more than there are claimants.
    pub fn is_many(self) -> bool {
        matches!(self, Self::Category | Self::Union | Self::MailProvider)
    }
}

/// Where a claimant stands in an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A code, by its number in the group's names.
    Code(u16),
    /// One year.
    Year(i16),
    /// The day may lie in one of several years: counted here and in no year.
    Spans,
    /// The relationship had not ended.
    NotLeft,
    /// Several statuses are possible.
    Several,
    /// Something that the profile does not list, so that rare words of one person are not printed.
    Other,
    /// Not given, or not known.
    NotKnown,
}

/// When the last relationship ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// It went on.
    NotLeft,
    /// On one of these days.
    Left(Spread),
    /// Not known.
    NotKnown,
}

/// A claimant's place on the axes of the classification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// The status, where only one is possible.
    pub status: Option<Code>,
    /// How well the notice is proved.
    pub notice: NoticeAxis,
}

/// A query, request or complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) kind: RequestKind,
    pub(super) sent: Spread,
    pub(super) answered: Option<YesNo>,
    pub(super) answered_on: Spread,
}

/// One claimant as a few small facts.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// The claimant.
    pub number: ClaimantNumber,
    /// How well the notice is proved; `None` before the first classification.
    pub notice: Option<NoticeAxis>,
    /// When the first relationship began.
    pub joined: Spread,
    /// When the last one ended.
    pub left: Leaving,
    pub(super) places: Vec<(Attribute, Place)>,
    pub(super) asked: Vec<Asked>,
    pub(super) erasure_asked_before: bool,
    pub(super) losses: Vec<(u16, Decimal, Decimal)>,
    pub(super) descriptors: Vec<(u16, Severity)>,
    pub(super) no_distress: bool,
    pub(super) minutes: u64,
}

impl Person {
    pub(super) fn new(
        number: ClaimantNumber,
        claimant: &Claimant,
        position: Option<&Position>,
        names: &mut Names,
        unions: &Unions,
    ) -> Self {
        let (joined, left) = (joined(&claimant.episodes), left(&claimant.episodes));
        let mut person = Self {
            number,
            notice: position.map(|position| position.notice),
            joined,
            left,
            places: Vec::with_capacity(10),
            asked: asked(claimant),
            erasure_asked_before: claimant.aftermath.erasure_asked_before == Some(YesNo::Yes),
            losses: Vec::new(),
            descriptors: Vec::new(),
            no_distress: claimant.consequence.no_distress == Some(YesNo::Yes),
            minutes: claimant.time_spent.iter().map(|spent| u64::from(spent.minutes)).sum(),
        };
        for loss in &claimant.losses {
            let recouped = loss.recouped.unwrap_or_default();
            person.losses.push((names.loss_head(&loss.head), loss.amount, recouped));
        }
        for felt in &claimant.consequence.descriptors {
            person.descriptors.push((names.descriptor(&felt.kind), felt.severity));
        }
        person.place(claimant, position, names, unions);
        person
    }

    /// Where the claimant stands in an attribute; at least one place.
    pub fn places(&self, attribute: Attribute) -> impl Iterator<Item = Place> + '_ {
        self.places.iter().filter(move |(of, _)| *of == attribute).map(|(_, place)| *place)
    }

    fn place(
        &mut self,
        claimant: &Claimant,
        position: Option<&Position>,
        names: &mut Names,
        unions: &Unions,
    ) {
        let status = match position.map(|position| &position.status) {
            None => Place::NotKnown,
            Some(None) => Place::Several,
            Some(Some(code)) => names.place(Attribute::Status, code.as_str()),
        };
        self.add(Attribute::Status, [status]);
        let kinds = claimant.episodes.iter().map(|episode| episode.kind.as_str());
        let kinds: Vec<Place> = kinds.map(|kind| names.place(Attribute::Category, kind)).collect();
        self.add(Attribute::Category, kinds);
        let way = match way_of_leaving(&claimant.episodes) {
            _ if self.left == Leaving::NotLeft => Place::NotLeft,
            Some(ending) => names.place(Attribute::WayOfLeaving, ending.as_str()),
            None => Place::NotKnown,
        };
        self.add(Attribute::WayOfLeaving, [way]);
        let year = match self.left {
            Leaving::NotLeft => Place::NotLeft,
            Leaving::NotKnown => Place::NotKnown,
            Leaving::Left(spread) => year(spread),
        };
        self.add(Attribute::YearOfLeaving, [year]);
        self.add(Attribute::YearOfJoining, [year_of(self.joined)]);
        let organisations = claimant.episodes.iter().map(|episode| episode.union.trim());
        let organisations: Vec<Place> = organisations
            .filter(|name| !name.is_empty())
            .map(|name| {
                unions
                    .find(name)
                    .map_or(Place::Other, |union| names.place(Attribute::Union, union.code.as_str()))
            })
            .collect();
        self.add(Attribute::Union, organisations);
        let nation = match claimant.contact.nation_at_incident {
            Some(Nation::DontKnow) | None => Place::NotKnown,
            Some(nation) => names.place(Attribute::Nation, nation_code(nation)),
        };
        self.add(Attribute::Nation, [nation]);
        let providers = claimant.contact.emails.iter().filter_map(|email| provider(&email.address));
        let providers: Vec<Place> =
            providers.map(|provider| names.place(Attribute::MailProvider, provider)).collect();
        self.add(Attribute::MailProvider, providers);
    }

    /// Adds each place once; not known where there is none.
    fn add(&mut self, attribute: Attribute, places: impl IntoIterator<Item = Place>) {
        let start = self.places.len();
        for place in places {
            if !self.places.iter().skip(start).any(|(_, before)| *before == place) {
                self.places.push((attribute, place));
            }
        }
        if self.places.len() == start {
            self.places.push((attribute, Place::NotKnown));
        }
    }
}

fn year_of(spread: Spread) -> Place {
    if spread == Spread::ANY { Place::NotKnown } else { year(spread) }
}

fn year(spread: Spread) -> Place {
    match spread.year() {
        Some(year) => Place::Year(year),
        None if spread == Spread::ANY => Place::NotKnown,
        None => Place::Spans,
    }
}

/// Whether a spell says anything of time: "none" and "don't know" do not.
fn is_dated(episode: &&Episode) -> bool {
    episode.start.is_some() || episode.end.is_some() || episode.ongoing
}

fn joined(episodes: &[Episode]) -> Spread {
    let starts = episodes.iter().filter(is_dated).map(|episode| Spread::of(episode.start.as_ref()));
    starts.reduce(Spread::earlier).unwrap_or(Spread::ANY)
}

/// A given end counts even where the record also says that it goes on: the contradiction is for the checks.
fn left(episodes: &[Episode]) -> Leaving {
    let mut last: Option<Spread> = None;
    let mut open = false;
    for episode in episodes.iter().filter(is_dated) {
        match &episode.end {
            Some(end) => {
                let end = Spread::of(Some(end));
                last = Some(last.map_or(end, |last| last.later(end)));
            }
            None if episode.ongoing => return Leaving::NotLeft,
            None => open = true,
        }
    }
    match last {
        Some(last) if !open && last != Spread::ANY => Leaving::Left(last),
        _ => Leaving::NotKnown,
    }
}

/// The ending of the spell that ended last.
fn way_of_leaving(episodes: &[Episode]) -> Option<&Code> {
    let ended = episodes.iter().filter(|episode| !episode.ongoing || episode.end.is_some());
    let last = ended.max_by_key(|episode| {
        episode.end.as_ref().map(|end| (end.latest.unwrap_or(Date::MAX), end.earliest.unwrap_or(Date::MIN)))
    })?;
    last.ending.as_ref().filter(|code| !code.as_str().is_empty())
}

fn asked(claimant: &Claimant) -> Vec<Asked> {
    let requests = claimant.aftermath.requests.iter();
    requests
        .map(|request| Asked {
            kind: request.kind,
            sent: Spread::of(request.sent.as_ref()),
            answered: request.answered.or(request.answered_on.as_ref().map(|_| YesNo::Yes)),
            answered_on: Spread::of(request.answered_on.as_ref()),
        })
        .collect()
}

fn nation_code(nation: Nation) -> &'static str {
    match nation {
        Nation::England => "england",
        Nation::Wales => "wales",
        Nation::Scotland => "scotland",
        Nation::NorthernIreland => "northern-ireland",
        Nation::Elsewhere => "elsewhere",
        Nation::DontKnow => "dont-know",
    }
}
