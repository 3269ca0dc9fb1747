//! How well what is in a file proves that the owner of the addresses was told.

use joinder_domain::notice::{
    Effect, Grade, GradeKind, MarkerResult, MarkerState, NoticeShape, anti_marks, grade,
};
use joinder_evidence::Inspection;
use serde::Serialize;

use super::{InspectedMessage, Lens};
use crate::evidence::facts::{Candidate, candidates, check};

/// How well one message, print or picture proves that the owner of the addresses was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InspectedNotice {
    /// Where it stands: `0` for the file itself or its own message, else the part, such as `2`.
    pub place: String,
    /// The form in which it came, such as `native-mail` or `inline-forward`.
    pub form: NoticeShape,
    /// 0 (nothing) to 5 (strong).
    pub tier: u8,
    /// What it turned out to be: `genuine`, `unaddressed`, `third-party`, `wrong` or `unrelated`.
    pub is: String,
    /// For `wrong`: the kind of message, such as `other-incident`; else empty.
    pub wrong_kind: String,
    /// Sum of the weights of the marks that matched.
    pub score: u32,
    /// Flags that it raises, such as `HEADERS_MISSING`.
    pub flags: Vec<String>,
    /// Why, in the order in which it was judged.
    pub reasons: Vec<InspectedReason>,
    /// Marks of the notice.
    pub markers: Vec<InspectedMark>,
    /// Marks of messages that are easily mistaken for it.
    pub anti_markers: Vec<InspectedMark>,
}

impl InspectedNotice {
    /// The better it proves, the higher; among grades of one tier, that which says most about the item.
    pub(super) fn rank(&self) -> (u8, u8) {
        let says = match self.is.as_str() {
            "genuine" => 4,
            "unaddressed" => 3,
            "third-party" => 2,
            "wrong" => 1,
            _ => 0,
        };
        (self.tier, says)
    }
}

/// One step of the judgment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InspectedReason {
    /// A stable short name.
    pub code: String,
    /// In words.
    pub text: String,
    /// `up`, `down` or `none`: which way it moved the grade.
    pub effect: Effect,
}

/// What became of one mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InspectedMark {
    /// Its code in the profile.
    pub code: String,
    /// What it is, in words.
    pub label: String,
    /// `matched`, `missed` or `not-visible`.
    pub state: MarkerState,
}

/// Every message, print or picture in a file, graded, the best first.
pub(super) fn graded(
    inspection: &Inspection,
    messages: &[InspectedMessage],
    lens: &Lens<'_>,
) -> Vec<InspectedNotice> {
    let mut graded: Vec<InspectedNotice> = candidates(inspection)
        .into_iter()
        .map(|mut candidate| {
            check(&mut candidate.facts, &mut candidate.copy, messages);
            let grade = grade(&candidate.facts, &lens.own, &lens.profile.notice);
            notice(candidate, grade, lens)
        })
        .collect();
    graded.sort_by_key(|notice| std::cmp::Reverse(notice.rank()));
    graded
}

fn notice(candidate: Candidate, grade: Grade, lens: &Lens<'_>) -> InspectedNotice {
    let (is, wrong_kind) = match &grade.kind {
        GradeKind::Genuine => ("genuine", ""),
        GradeKind::Unaddressed => ("unaddressed", ""),
        GradeKind::ThirdParty => ("third-party", ""),
        GradeKind::Wrong(kind) => ("wrong", kind.as_str()),
        GradeKind::Unrelated => ("unrelated", ""),
    };
    let mark = |result: MarkerResult| InspectedMark {
        code: result.marker.as_str().to_owned(),
        label: result.label,
        state: result.state,
    };
    InspectedNotice {
        is: is.to_owned(),
        wrong_kind: wrong_kind.to_owned(),
        tier: grade.tier,
        score: grade.score,
        flags: grade.flags.iter().map(|flag| flag.as_str().to_owned()).collect(),
        reasons: grade
            .reasons
            .into_iter()
            .map(|reason| InspectedReason {
                code: reason.code.as_str().to_owned(),
                text: reason.text,
                effect: reason.effect,
            })
            .collect(),
        markers: grade.markers.into_iter().map(mark).collect(),
        anti_markers: anti_marks(&candidate.facts, &lens.profile.notice).into_iter().map(mark).collect(),
        form: candidate.facts.shape,
        place: candidate.place,
    }
}
