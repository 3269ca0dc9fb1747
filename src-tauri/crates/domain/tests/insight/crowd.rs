//! Made-up claimants by the thousand, the same for the same seed.

use jiff::civil::{Date, date};
use joinder_domain::claimant::{Claimant, EmailAddress, Episode, Nation};
use joinder_domain::classification::NoticeAxis;
use joinder_domain::date::PartialDate;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::insight::{Group, Position};
use joinder_domain::profile::Unions;

pub const INCIDENT: Date = date(2021, 10, 29);
pub const TODAY: Date = date(2026, 11, 23);

/// Numbers that look random (splitmix64, Steele and others 2014).
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, most: u64) -> u64 {
        self.roll() % most
    }

    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    pub fn of<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len() as u64) as usize]
    }

    pub fn day(&mut self, from: Date, to: Date) -> Date {
        let days = from.until(to).unwrap().get_days() as u64;
        from.checked_add(jiff::Span::new().days(self.below(days) as i64)).unwrap()
    }
}

pub fn group() -> Group {
    Group::new(INCIDENT, TODAY)
}

pub fn told(told: bool) -> Position {
    let notice = if told { NoticeAxis::Claimed } else { NoticeAxis::NotReceived };
    Position { status: Some("MEMBER".into()), notice }
}

pub fn add(group: &mut Group, claimant: &Claimant, position: Position) -> ClaimantNumber {
    let number = ClaimantNumber(group.people().len() as u32 + 1);
    group.add(number, claimant, Some(&position), &Unions::default());
    number
}

/// Somebody who joined and left, or is still there, at the roll of the dice.
pub fn somebody(dice: &mut Dice) -> Claimant {
    let start = dice.day(date(2005, 1, 1), date(2015, 1, 1));
    let left = dice.chance(70).then(|| dice.day(date(2015, 1, 1), date(2021, 10, 1)));
    let vague = |dice: &mut Dice, day: Date| match dice.below(10) {
        0 => PartialDate::between(Some(date(day.year(), 1, 1)), Some(date(day.year(), 12, 31))),
        1 => PartialDate::between(Some(day), Some(day.checked_add(jiff::Span::new().days(60)).unwrap())),
        _ => PartialDate::day(day),
    };
    let mut claimant = Claimant::default();
    claimant.contact.nation_at_incident =
        Some(dice.of(&[Nation::England, Nation::England, Nation::England, Nation::Wales, Nation::Scotland]));
    let domain = dice.of(&["gmail.com", "hotmail.co.uk", "yahoo.co.uk", "btinternet.com", "own.example"]);
    claimant.contact.emails =
        vec![EmailAddress { address: format!("someone@{domain}"), ..EmailAddress::default() }];
    let end = left.map(|day| vague(dice, day));
    claimant.episodes = vec![Episode {
        kind: dice.of(&["member", "member", "affiliated-supporter", "registered-supporter"]).into(),
        start: Some(vague(dice, start)),
        ongoing: end.is_none(),
        ending: end.is_some().then(|| dice.of(&["resigned", "lapsed", "expelled"]).into()),
        end,
        ..Episode::default()
    }];
    claimant
}
