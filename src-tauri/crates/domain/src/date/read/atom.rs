//! Single expressions with names in them: "3rd of November 2021", "April 2019", "mid 2020", "Q3 2020", "the 1990s".

use super::fold::{fold, without_joints};
use super::piece::{Kind, Number, Part, Piece, month_like, month_name, pieces};
use super::unit::{Unit, Units};
use crate::date::DateProblem;
use crate::date::words::{MonthSpan, Occasion};
use jiff::civil::Date;

impl Units<'_> {
    /// Reads all of `pieces` as one expression.
    ///
    /// [`DateProblem::Unreadable`] means that no form fits; every other problem means that a form fits and is wrong.
    pub(super) fn atom(self, pieces: &[Piece]) -> Result<Unit, DateProblem> {
        if let Some(unit) = self.event(pieces) {
            return unit;
        }
        let has_weekday = pieces.iter().find_map(|piece| match piece.kind {
            Kind::Weekday(weekday) => Some(weekday),
            _ => None,
        });
        let without: Vec<Piece>;
        let pieces = if has_weekday.is_some() {
            without =
                pieces.iter().filter(|piece| !matches!(piece.kind, Kind::Weekday(_))).cloned().collect();
            &without
        } else {
            pieces
        };
        let kinds: Vec<Kind> = pieces.iter().map(|piece| piece.kind.clone()).collect();
        let unit = match self.kinds(&kinds) {
            Err(DateProblem::Unreadable) if kinds.iter().any(|kind| matches!(kind, Kind::Month(_))) => {
                let plain: Vec<Kind> = without_joints(pieces).into_iter().map(|piece| piece.kind).collect();
                self.kinds(&plain)?
            }
            other => other?,
        };
        match has_weekday {
            Some(weekday) if unit.first != unit.last || unit.first.weekday() != weekday => {
                Err(DateProblem::Weekday {
                    date: crate::date::show::long(unit.first),
                    weekday: crate::date::show::weekday(unit.first).to_owned(),
                })
            }
            _ => Ok(unit),
        }
    }

    fn kinds(self, kinds: &[Kind]) -> Result<Unit, DateProblem> {
        use Kind::{Mark, Month, Number as N, Part as P, Season as S, Word};
        match kinds {
            [N(a)] => self.one(*a),
            [N(a), Mark(x), N(b), Mark(y), N(c)] if x == y && matches!(x, '-' | '/' | '.') => {
                self.three(*a, *b, *c)
            }
            [N(a), N(b), N(c)] => self.three(*a, *b, *c),
            [N(a), Mark(mark @ ('-' | '/' | '.')), N(b)] => self.two(*a, *mark, *b),
            [N(a), Month(month), N(b)] => self.named_day(*a, *month, *b),
            [Month(month), N(a), N(b)] if b.figures == 4 => self.named_day(*a, *month, *b),
            [N(a), Month(month)] | [Month(month), N(a)] => self.named_month(*a, *month, kinds),
            [Month(_) | S(_) | P(_)] | [P(_), Month(_) | S(_)] => Err(DateProblem::YearMissing),
            [P(part), rest @ ..] => self.part(*part, rest),
            [S(season), N(year)] | [N(year), S(season)] => self.season(self.year_number(*year)?, *season),
            [S(season), N(a), Mark('-' | '/'), N(b)] => {
                let first = self.year_number(*a)?;
                self.season_over(first, self.year_number(*b)?, *season)
            }
            [N(year), Word(q), N(nth)] | [Word(q), N(nth), N(year)] if q == "q" || q == "h" => {
                self.share(*year, *nth, if q == "q" { 3 } else { 6 })
            }
            [N(nth), Word(share), N(year)] if share == "quarter" => self.share(*year, *nth, 3),
            [N(nth), Word(share), N(year)] if share == "half" => self.share(*year, *nth, 6),
            [N(nth), Word(week), Month(month), N(year)] if week == "week" && nth.ordinal => {
                self.week(*nth, *month, *year)
            }
            [Word(last), Word(week), Month(month), N(year)] if last == "last" && week == "week" => {
                self.last_week(*month, *year)
            }
            [Word(week), N(_), Month(_), N(_)] if week == "week" => self.week_of(kinds),
            [Word(week), Word(begins), N(_), Month(_), N(_)]
                if week == "week" && matches!(begins.as_str(), "commencing" | "starting") =>
            {
                self.week_of(kinds)
            }
            [N(decade), Word(s)] if s == "s" || s == "'s" => self.tens(*decade, 0, 9),
            [Word(word), N(year)] | [N(year), Word(word)] if month_like(word).is_some() => {
                self.misspelt(word, format!("{}", self.year_number(*year)?))
            }
            [N(day), Word(word), N(year)] if month_like(word).is_some() => self
                .misspelt(word, format!("{}", self.year_number(*year)?))
                .map_err(|problem| match problem {
                    DateProblem::MonthName { suggestion } => {
                        DateProblem::MonthName { suggestion: format!("{} {suggestion}", day.value) }
                    }
                    other => other,
                }),
            _ => self.occasion(kinds),
        }
    }

    fn misspelt(self, word: &str, year: String) -> Result<Unit, DateProblem> {
        let month = month_like(word).unwrap_or_default();
        Err(DateProblem::MonthName { suggestion: format!("{month} {year}") })
    }

    /// "3 November 2021", "2021 November 3", "3-Nov-21".
    fn named_day(self, a: Number, month: i8, b: Number) -> Result<Unit, DateProblem> {
        let (day, year) = if a.figures == 4 { (b, a) } else { (a, b) };
        let month = u32::try_from(month).unwrap_or_default();
        self.day(self.year_number(year)?, month, day.value)
    }

    /// "April 2019", "Apr-19", "April '19"; not "April 19", which may be a day.
    fn named_month(self, number: Number, month: i8, kinds: &[Kind]) -> Result<Unit, DateProblem> {
        let name = month_name(month);
        let year_comes_last = matches!(kinds, [_, Kind::Number(_)]);
        match number {
            Number { figures: 4, .. } | Number { figures: 2, short_year: true, .. } => {
                self.month(self.year_number(number)?, u32::try_from(month).unwrap_or_default())
            }
            Number { figures: 2, value, ordinal: false, .. } if year_comes_last => {
                let year = self.year_number(number)?;
                if value > 31 {
                    return self.month(year, u32::try_from(month).unwrap_or_default());
                }
                Err(DateProblem::Ambiguous {
                    first: format!("{name} {year}"),
                    second: format!("{value} {name} of a year that is missing"),
                })
            }
            Number { figures: 1 | 2, .. } => Err(DateProblem::YearMissing),
            Number { value, .. } => Err(DateProblem::Year { year: value }),
        }
    }

    fn part(self, part: Part, rest: &[Kind]) -> Result<Unit, DateProblem> {
        match rest {
            [Kind::Number(decade), Kind::Word(s)] if s == "s" || s == "'s" => match part {
                Part::Early => self.tens(*decade, 0, 3),
                Part::Mid => self.tens(*decade, 3, 6),
                Part::Late => self.tens(*decade, 6, 9),
            },
            [Kind::Number(year)] => self.part_of_year(self.year_number(*year)?, part),
            [Kind::Month(_), Kind::Number(_)] => self.part_of_month(self.kinds(rest)?, part),
            // "early summer 2020" is no narrower than the summer: seasons are vague enough.
            [Kind::Season(_), ..] => self.kinds(rest),
            _ => Err(DateProblem::Unreadable),
        }
    }

    /// The `nth` stretch of `months` months: quarters and halves of the calendar year.
    fn share(self, year: Number, nth: Number, months: i8) -> Result<Unit, DateProblem> {
        let nth = i8::try_from(nth.value).ok().filter(|nth| (1..=12 / months).contains(nth));
        let nth = nth.ok_or(DateProblem::Unreadable)?;
        let span = MonthSpan { first: (nth - 1) * months + 1, last: nth * months };
        self.months(self.year_number(year)?, span, false)
    }

    /// "the second week of March 2020": the 8th to the 14th, with a day on either side, since few count from the 1st.
    fn week(self, nth: Number, month: i8, year: Number) -> Result<Unit, DateProblem> {
        let whole = self.month(self.year_number(year)?, u32::try_from(month).unwrap_or_default())?;
        if !(1..=4).contains(&nth.value) {
            return Err(DateProblem::Unreadable);
        }
        let back = i32::try_from(nth.value).unwrap_or_default() * 7;
        let first = moved(whole.first, back - 8)?.max(whole.first);
        self.days(first, moved(whole.first, back)?.min(whole.last), whole.year)
    }

    /// "the last week of March 2020": its last seven days, and the day before them.
    fn last_week(self, month: i8, year: Number) -> Result<Unit, DateProblem> {
        let whole = self.month(self.year_number(year)?, u32::try_from(month).unwrap_or_default())?;
        self.days(moved(whole.last, -7)?, whole.last, whole.year)
    }

    /// "the week of 25 October 2021": that day and the six after it.
    fn week_of(self, kinds: &[Kind]) -> Result<Unit, DateProblem> {
        let [.., Kind::Number(day), Kind::Month(month), Kind::Number(year)] = kinds else {
            return Err(DateProblem::Unreadable);
        };
        let first = self.named_day(*day, *month, *year)?;
        self.days(first.first, moved(first.first, 6)?, first.year)
    }

    /// "the 1990s" and "the 90s".
    fn tens(self, decade: Number, first: i16, last: i16) -> Result<Unit, DateProblem> {
        let year = self.year_number(decade)?;
        if year % 10 != 0 {
            return Err(DateProblem::Unreadable);
        }
        self.decade(year, first, last)
    }

    fn event(self, said: &[Piece]) -> Option<Result<Unit, DateProblem>> {
        let named = |name: &String| same(said, &fold(pieces(name)));
        let event = self.words.events.iter().find(|event| event.words.iter().any(named))?;
        Some(self.days(event.first, event.last, event.first.year()))
    }

    fn occasion(self, kinds: &[Kind]) -> Result<Unit, DateProblem> {
        let (said, year) = match kinds {
            [said @ .., Kind::Number(year)] => (said, Some(*year)),
            [Kind::Number(year), said @ ..] => (said, Some(*year)),
            said => (said, None),
        };
        if said.is_empty() || !said.iter().all(|kind| matches!(kind, Kind::Word(_) | Kind::Number(_))) {
            return Err(DateProblem::Unreadable);
        }
        let named = |name: &String| {
            let name = fold(pieces(name));
            name.len() == said.len() && name.iter().zip(said).all(|(name, said)| name.kind == *said)
        };
        let occasion = self.words.occasions.iter().find(|occasion| occasion.words.iter().any(named));
        match (occasion, year) {
            (None, _) => Err(DateProblem::Unreadable),
            (Some(_), None) => Err(DateProblem::YearMissing),
            (Some(occasion), Some(year)) => self.occasion_in(occasion, self.year_number(year)?),
        }
    }

    fn occasion_in(self, occasion: &Occasion, year: i16) -> Result<Unit, DateProblem> {
        let over = i16::from(occasion.first > occasion.last);
        let first_year = if occasion.year_of_last { year - over } else { year };
        let date = |year: i16, month, day: i8| {
            Date::new(year, month, 1)
                .and_then(|start| Date::new(year, month, day.min(start.days_in_month())))
                .map_err(|_| DateProblem::Unreadable)
        };
        let first = date(first_year, occasion.first.month, occasion.first.day)?;
        let last = date(first_year + over, occasion.last.month, occasion.last.day)?;
        self.days(first, last, year)
    }
}

fn moved(day: Date, days: i32) -> Result<Date, DateProblem> {
    day.checked_add(jiff::Span::new().days(days)).map_err(|_| DateProblem::Unreadable)
}

fn same(said: &[Piece], name: &[Piece]) -> bool {
    !said.is_empty() && said.len() == name.len() && said.iter().zip(name).all(|(a, b)| a.kind == b.kind)
}
