//! What may stand around an expression: "about", "before", "since", "between … and …", "… to …".

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::piece::{Kind, Number, Piece};
use super::unit::{Grain, Unit, Units};
use crate::date::{DateProblem, Precision};

/// The ends of an interval and how they came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub earliest: Option<Date>,
    pub latest: Option<Date>,
    pub precision: Precision,
}

impl From<Unit> for Reading {
    fn from(unit: Unit) -> Self {
        Self { earliest: Some(unit.first), latest: Some(unit.last), precision: unit.precision }
    }
}

fn is_word(piece: &Piece, word: &str) -> bool {
    matches!(&piece.kind, Kind::Word(said) if said == word)
}

fn unclear(problem: &DateProblem) -> bool {
    matches!(problem, DateProblem::Unreadable | DateProblem::YearMissing | DateProblem::Year { .. })
}

impl Units<'_> {
    /// Reads a whole phrase.
    pub(super) fn phrase(self, pieces: &[Piece]) -> Result<Reading, DateProblem> {
        if let Some(reading) = self.bounded(pieces) {
            return reading;
        }
        match self.spoken(pieces) {
            Ok(unit) => Ok(unit.into()),
            Err(problem) if unclear(&problem) => match self.range(pieces) {
                Ok(unit) => Ok(unit.into()),
                Err(other) if problem == DateProblem::Unreadable || !unclear(&other) => Err(other),
                Err(_) => Err(problem),
            },
            Err(problem) => Err(problem),
        }
    }

    /// An expression that may have "about" on either side.
    fn spoken(self, pieces: &[Piece]) -> Result<Unit, DateProblem> {
        let about = pieces.iter().any(|piece| is_word(piece, "about"));
        if !about {
            return self.atom(pieces);
        }
        let inner: Vec<Piece> = pieces.iter().filter(|piece| !is_word(piece, "about")).cloned().collect();
        self.about(self.atom(&inner)?)
    }

    /// Widens by one unit of what was named; the profile says how much that is.
    fn about(self, unit: Unit) -> Result<Unit, DateProblem> {
        let (width, whole_months): (Span, bool) = match unit.grain {
            Grain::Days => (i64::from(self.words.about_days).days(), false),
            Grain::Months => (i64::from(self.words.about_months).months(), true),
            Grain::Years => (i64::from(self.words.about_years).years(), true),
        };
        let beyond = |_| DateProblem::Unreadable;
        let first = unit.first.checked_sub(width).map_err(beyond)?;
        let last = unit.last.checked_add(width).map_err(beyond)?;
        let last = if whole_months { last.last_of_month() } else { last };
        Ok(Unit { first, last, precision: Precision::About, vague: true, ..unit })
    }

    /// "before X", "until X", "after X", "since X", "X onwards", and two of them together.
    fn bounded(self, pieces: &[Piece]) -> Option<Result<Reading, DateProblem>> {
        const BOUNDS: [&str; 5] = ["before", "until", "after", "since", "from"];
        let is_bound = |piece: &Piece| BOUNDS.iter().any(|word| is_word(piece, word));
        if let [rest @ .., last] = pieces {
            if is_word(last, "onwards") {
                let rest = match rest {
                    [first, rest @ ..] if is_word(first, "from") || is_word(first, "since") => rest,
                    rest => rest,
                };
                return Some(self.bound("since", rest));
            }
            if is_word(last, "or-earlier") {
                return Some(self.bound("until", rest));
            }
        }
        if let Some(reading) = self.open_ended(pieces) {
            return Some(reading);
        }
        let (first, rest) = pieces.split_first().filter(|(first, _)| is_bound(first))?;
        let second = rest.iter().position(|piece| is_bound(piece) && !is_word(first, "from"));
        if let Some(second) = second {
            let (left, right) = rest.split_at(second);
            let left = match left {
                [left @ .., last] if is_word(last, "and") || is_word(last, "but") => left,
                left => left,
            };
            return Some(self.both(first, left, right));
        }
        let Kind::Word(word) = &first.kind else { return None };
        if word == "from" {
            // "from A to B" is a range, "from A" an open end.
            return Some(match self.range(rest) {
                Ok(unit) if self.spoken(rest).is_err() => Ok(unit.into()),
                Err(problem) if !unclear(&problem) => Err(problem),
                _ => self.bound("since", rest),
            });
        }
        Some(self.bound(word, rest))
    }

    /// EDTF's open intervals: "../2016", "2016/..".
    fn open_ended(self, pieces: &[Piece]) -> Option<Result<Reading, DateProblem>> {
        let is = |piece: &Piece, mark: char| piece.kind == Kind::Mark(mark);
        match pieces {
            [a, b, c, rest @ ..] if is(a, '.') && is(b, '.') && is(c, '/') => Some(self.bound("until", rest)),
            [rest @ .., a, b, c] if is(a, '/') && is(b, '.') && is(c, '.') => Some(self.bound("since", rest)),
            _ => None,
        }
    }

    fn both(self, first: &Piece, left: &[Piece], right: &[Piece]) -> Result<Reading, DateProblem> {
        let (Kind::Word(first), [second, right @ ..]) = (&first.kind, right) else {
            return Err(DateProblem::Unreadable);
        };
        let Kind::Word(second) = &second.kind else { return Err(DateProblem::Unreadable) };
        let (a, b) = (self.bound(first, left)?, self.bound(second, right)?);
        let (earliest, latest) = (a.earliest.or(b.earliest), a.latest.or(b.latest));
        match (earliest, latest) {
            (Some(earliest), Some(latest)) if earliest <= latest => {
                Ok(Reading { earliest: Some(earliest), latest: Some(latest), precision: Precision::Range })
            }
            (Some(_), Some(_)) => Err(DateProblem::Reversed),
            _ => Err(DateProblem::Unreadable),
        }
    }

    /// An open end. "before 2016" ends with 2015 and "after 2016" begins with 2017; "until 2016" may be in 2016 and
    /// "since 2016" too. Before something vague is any day but its last one.
    fn bound(self, word: &str, pieces: &[Piece]) -> Result<Reading, DateProblem> {
        let unit = match self.spoken(pieces) {
            Err(problem) if unclear(&problem) => self.range(pieces).map_err(|_| problem)?,
            other => other?,
        };
        let beyond = |_| DateProblem::Unreadable;
        let (earliest, latest, precision) = match word {
            "before" if unit.vague => (None, Some(unit.last.yesterday().map_err(beyond)?), Precision::Before),
            "before" => (None, Some(unit.first.yesterday().map_err(beyond)?), Precision::Before),
            "until" => (None, Some(unit.last), Precision::Before),
            "after" if unit.vague => (Some(unit.first.tomorrow().map_err(beyond)?), None, Precision::After),
            "after" => (Some(unit.last.tomorrow().map_err(beyond)?), None, Precision::After),
            _ => (Some(unit.first), None, Precision::After),
        };
        Ok(Reading { earliest, latest, precision })
    }

    /// Two expressions with something between them: "A to B", "between A and B", "A or B", "A-B", "A/B".
    ///
    /// What the one side leaves out it has from the other: "March or April 2020", "3 to 10 May 2020".
    fn range(self, pieces: &[Piece]) -> Result<Unit, DateProblem> {
        // "about April or May 2020": the whole of it.
        if let [first, rest @ ..] = pieces
            && is_word(first, "about")
        {
            return self.about(self.range(rest)?);
        }
        let pieces = match pieces {
            [first, rest @ ..]
                if is_word(first, "between") || is_word(first, "from") || is_word(first, "either") =>
            {
                rest
            }
            _ => pieces,
        };
        let mut problem = DateProblem::Unreadable;
        for separates in SEPARATORS {
            for (at, piece) in pieces.iter().enumerate() {
                if !separates(piece) {
                    continue;
                }
                let (left, right) = pieces.split_at(at);
                match self.sides(left, right.split_first().map(|(_, right)| right).unwrap_or_default()) {
                    Ok(unit) => return Ok(unit),
                    Err(found) if unclear(&problem) && !matches!(found, DateProblem::Unreadable) => {
                        problem = found
                    }
                    Err(_) => {}
                }
            }
        }
        Err(problem)
    }

    fn sides(self, left: &[Piece], right: &[Piece]) -> Result<Unit, DateProblem> {
        if left.is_empty() || right.is_empty() {
            return Err(DateProblem::Unreadable);
        }
        let (first, last, borrowed) = match (self.spoken(left), self.spoken(right)) {
            (Ok(first), Ok(last)) => (first, last, false),
            (Err(problem), Ok(last)) if unclear(&problem) => {
                (self.lend(left, last).ok_or(problem)?, last, true)
            }
            (Ok(first), Err(problem)) if unclear(&problem) => {
                (first, self.lend(right, first).ok_or(problem)?, true)
            }
            (Err(DateProblem::YearMissing), _) | (_, Err(DateProblem::YearMissing)) => {
                return Err(DateProblem::YearMissing);
            }
            (Err(problem), _) | (_, Err(problem)) => return Err(problem),
        };
        // "December or January 2020" begins in the year before.
        let first = if borrowed && first.first > last.last {
            self.lend(left, Unit { year: last.year - 1, month: None, ..last }).unwrap_or(first)
        } else {
            first
        };
        if first.first > last.last {
            return Err(DateProblem::Reversed);
        }
        let one_year = first.grain == Grain::Years && last.grain == Grain::Years;
        let grain = if one_year { Grain::Years } else { Grain::Months };
        let latest = first.last.max(last.last);
        let earliest = first.first.min(last.first);
        Ok(Unit { first: earliest, last: latest, precision: Precision::Range, vague: true, grain, ..first })
    }

    /// Reads `pieces` with the year, or the month and year, of its neighbour.
    fn lend(self, pieces: &[Piece], from: Unit) -> Option<Unit> {
        if pieces.iter().any(|piece| matches!(piece.kind, Kind::Mark(_))) {
            return None;
        }
        let piece = |kind| Piece { kind, glued: false };
        let year = u32::try_from(from.year).ok()?;
        let year = piece(Kind::Number(Number { value: year, figures: 4, short_year: false, ordinal: false }));
        let mut with = pieces.to_vec();
        if let ([Piece { kind: Kind::Number(number), .. }], Some(month)) = (pieces, from.month)
            && number.figures <= 2
        {
            with.push(piece(Kind::Month(month)));
        }
        with.push(year);
        self.spoken(&with).ok()
    }
}

/// What may stand between two expressions, the clearest first.
const SEPARATORS: [fn(&Piece) -> bool; 4] = [
    |piece| ["to", "and", "or", "until"].iter().any(|word| is_word(piece, word)),
    |piece| matches!(piece.kind, Kind::Mark('-' | '/')) && !piece.glued,
    |piece| piece.kind == Kind::Mark('-'),
    |piece| piece.kind == Kind::Mark('/'),
];
