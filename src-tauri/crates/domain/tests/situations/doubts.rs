//! What people get wrong, leave open or cannot know: ages, dates to come, requests that are not due yet, firms half
//! remembered, unions by their whole names.

use jiff::civil::date;
use joinder_domain::claimant::{
    Claimant, DataHeld, HeldBasis, Levy, Nation, OtherFirm, Request, RequestKind, YesNo,
};
use joinder_domain::notice::{BodyHash, NoticeFacts};

use crate::people::{OWN, Person, levy_payer, member, native, person, spell, through, when};
use crate::table::Row;

const NOTHING: [&str; 2] = ["", ""];

/// A person who holds the mail itself: status, outcome, and marks that must and must not be there.
fn told(
    name: &'static str,
    person: Person,
    status: &'static str,
    outcome: &'static str,
    [marks, never]: [&'static str; 2],
) -> Row {
    Row { name, person: person.notified(), status, notice: "PROVEN", outcome, marks, never }
}

/// A person who was not told.
fn untold(
    name: &'static str,
    person: Person,
    outcome: &'static str,
    [marks, never]: [&'static str; 2],
) -> Row {
    let person = person.says(YesNo::No);
    Row { name, person, status: "MEMBER", notice: "NOT_RECEIVED", outcome, marks, never }
}

fn paying() -> Person {
    person([member("2010", "ongoing", "")])
}

fn born(year: i16, month: i8, day: i8, person: Person) -> Person {
    person.with(|claimant| claimant.identity.date_of_birth = Some(date(year, month, day)))
}

fn asked(sent: &str, answered: YesNo, on: &str) -> Person {
    paying().with(|claimant| {
        claimant.aftermath.requests.push(Request {
            kind: RequestKind::Access,
            sent: when(sent),
            answered: Some(answered),
            answered_on: when(on),
            sent_to: String::new(),
            reference: String::new(),
            acknowledged: None,
            outcome: String::new(),
        });
    })
}

fn shown(claimant: &mut Claimant) {
    let basis = Some(HeldBasis::ShownByRequest);
    claimant.data_held.push(DataHeld { kind: "email".into(), basis });
}

fn firm(said: YesNo, name: &str) -> Person {
    let firm = (!name.is_empty()).then(|| OtherFirm { name: name.to_owned(), ..OtherFirm::default() });
    paying().with(|claimant| {
        claimant.proceedings.other_firm = Some(said);
        claimant.proceedings.firm = firm;
    })
}

fn holding(paper: NoticeFacts) -> Person {
    paying().says(YesNo::Yes).holding(paper)
}

pub fn all() -> Vec<Row> {
    [kinds(), levies(), ages(), dates(), requests(), firms(), papers()].into_iter().flatten().collect()
}

fn kinds() -> Vec<Row> {
    vec![
        told(
            "registered in 2015 and was purged",
            person([spell("registered-supporter", "August 2015", "September 2015", "rejected")]),
            "APPLICANT_REJECTED",
            "ACCEPT",
            ["RET SRC", "CONTEST_UNKNOWN"],
        ),
        told(
            "says member, of an application that was rejected in 2015",
            person([member("2015", "2015", "rejected")]),
            "APPLICANT_REJECTED",
            "ACCEPT",
            ["RET SRC", ""],
        ),
        told(
            "nothing known, told all the same",
            person([]),
            ALL,
            "HOLD_INFO",
            ["RELATIONSHIP_BLANK", "TU RET"],
        ),
    ]
}

/// Everything that a person can have been.
const ALL: &str = "MEMBER MEMBER_ARREARS MEMBER_SUSPENDED FORMER_UNSPEC AFFILIATE AFFILIATE_FORMER LEVY_ONLY \
                   REGSUPP_PAST APPLICANT_REJECTED OTHER_CONTACT NONE_KNOWN";

fn levies() -> Vec<Row> {
    let out = Some(Levy::OptedOut);
    let payer = |end| {
        let mut episode = levy_payer("Unite", "2012", end);
        episode.levy = out;
        person([episode])
    };
    let union = |name| person([through(name, Some(Levy::OptedIn), "2016", "ongoing")]);
    let supporter = |end| person([through("Unite", out, "2016", end)]);
    vec![
        told(
            "affiliated through Unite from 2016 until opting out in 2019",
            supporter("2019"),
            "AFFILIATE_FORMER",
            "ACCEPT",
            ["TU RET OPTED_OUT_LATER", "SRC"],
        ),
        told(
            "affiliated until opting out in 2023",
            supporter("2023"),
            "AFFILIATE",
            "ACCEPT",
            ["TU STATUS_CHANGED_LATER", "RET SRC"],
        ),
        told(
            "affiliated until opting out in autumn 2021",
            supporter("autumn 2021"),
            "AFFILIATE AFFILIATE_FORMER",
            "HOLD_INFO",
            ["TU", "RET"],
        ),
        told("paid the levy until opting out in 2023", payer("2023"), "LEVY_ONLY", "ACCEPT", ["TU SRC", ""]),
        told("paid the levy until opting out in 2018", payer("2018"), "NONE_KNOWN", "ACCEPT", ["TU SRC", ""]),
        told("opted out, and says it goes on", payer("ongoing"), "NONE_KNOWN", "ACCEPT", ["TU SRC", ""]),
        told("the GMB by its longer name", union("GMB Union"), "AFFILIATE", "ACCEPT", ["", "UNION_UNKNOWN"]),
        told("Community Union", union("Community Union"), "AFFILIATE", "ACCEPT", ["", "UNION_UNKNOWN"]),
        told(
            "Usdaw by its whole name",
            union("Union of Shop, Distributive and Allied Workers"),
            "AFFILIATE",
            "ACCEPT",
            ["", "UNION_UNKNOWN"],
        ),
        told(
            "ASLEF by its whole name",
            union("Associated Society of Locomotive Engineers and Firemen"),
            "AFFILIATE",
            "ACCEPT",
            ["", "UNION_UNKNOWN"],
        ),
    ]
}

fn ages() -> Vec<Row> {
    let ill = |person: Person| person.with(|claimant| claimant.consequence.diagnosis = Some(YesNo::Yes));
    let young = || person([member("2020-05", "ongoing", "")]);
    vec![
        told(
            "signed a petition at twelve, in 2000",
            born(1988, 5, 1, person([spell("event", "2000", "", "")])),
            "OTHER_CONTACT",
            "ACCEPT",
            ["SRC", "IMPLAUSIBLE"],
        ),
        told(
            "joined at nine",
            born(1990, 5, 1, person([member("1999", "ongoing", "")])),
            "MEMBER",
            "ACCEPT+REVIEW",
            ["IMPLAUSIBLE", "MINOR_AT_INCIDENT"],
        ),
        told("born in 1890", born(1890, 5, 1, paying()), "MEMBER", "ACCEPT+REVIEW", ["IMPLAUSIBLE", ""]),
        told("a hundred and four", born(1922, 5, 1, paying()), "MEMBER", "ACCEPT", ["", "IMPLAUSIBLE"]),
        told(
            "ill, eighteen in the month of the incident, and twenty-one long ago",
            ill(born(2003, 12, 1, young())),
            "MEMBER",
            "ACCEPT+REVIEW",
            ["PI_LIMIT_PASSED MINOR_AT_INCIDENT", ""],
        ),
        told(
            "ill, and twenty-one only next year",
            ill(born(2006, 5, 1, person([member("2020-06", "ongoing", "")]))),
            "MEMBER",
            "ACCEPT",
            ["MINOR_AT_INCIDENT", "PI_LIMIT_PASSED"],
        ),
        told(
            "an estate says that membership went on",
            paying().with(|claimant| {
                claimant.identity.capacity = Some(joinder_domain::claimant::Capacity::PersonalRepresentative);
            }),
            "MEMBER",
            "HOLD_REVIEW",
            ["DECEASED_UNSURE", "REPRESENTED_CLASS"],
        ),
    ]
}

fn dates() -> Vec<Row> {
    vec![
        told(
            "joined in 2031",
            person([member("2031", "ongoing", "")]),
            "NONE_KNOWN",
            "ACCEPT+REVIEW",
            ["DATE_IN_FUTURE JOINED_AFTER", ""],
        ),
        told(
            "resigned in 2031",
            person([member("2015", "2031", "resigned")]),
            "MEMBER",
            "ACCEPT+REVIEW",
            ["DATE_IN_FUTURE", "RET"],
        ),
        told(
            "left in the last week of October 2021",
            person([member("2015", "last week of October 2021", "resigned")]),
            "MEMBER FORMER_RESIGNED",
            "HOLD_INFO",
            ["DATE_PARTIAL DATE_DECIDES", ""],
        ),
        told(
            "left at Halloween",
            person([member("2015", "Halloween 2021", "resigned")]),
            "MEMBER",
            "ACCEPT",
            ["STATUS_CHANGED_BETWEEN", "RET"],
        ),
        told(
            "lives in Scotland now, lived in Wales then",
            paying().with(|claimant| claimant.contact.nation_at_incident = Some(Nation::Wales)),
            "MEMBER",
            "ACCEPT",
            ["", "SCOTLAND_PRESCRIPTION OVERSEAS"],
        ),
    ]
}

fn requests() -> Vec<Row> {
    vec![
        untold(
            "asked for access five days ago",
            asked("2026-11-18", YesNo::No, ""),
            "HOLD_INFO",
            ["SAR", "SAR_UNANSWERED SAR_LATE"],
        ),
        untold(
            "asked for access six weeks ago",
            asked("2026-10-10", YesNo::No, ""),
            "ACCEPT",
            ["SAR SAR_UNANSWERED", "SAR_LATE"],
        ),
        untold(
            "was answered after two years",
            asked("2021-11-18", YesNo::Yes, "2023"),
            "HOLD_INFO",
            ["SAR SAR_LATE", "SAR_UNANSWERED"],
        ),
        untold(
            "was answered within the month",
            asked("2021-11-18", YesNo::Yes, "2021-12-10"),
            "HOLD_INFO",
            ["SAR", "SAR_UNANSWERED SAR_LATE"],
        ),
        untold(
            "asked for access and does not know when",
            asked("", YesNo::No, ""),
            "ACCEPT",
            ["SAR SAR_UNANSWERED", ""],
        ),
        untold(
            "knows from a request what is held, and none was answered",
            asked("2021-11-18", YesNo::No, "").with(shown),
            "ACCEPT",
            ["SAR_UNANSWERED CONTRADICTION_REQUEST", ""],
        ),
        untold(
            "knows from a request that was answered what is held",
            asked("2021-11-18", YesNo::Yes, "2021-12-10").with(shown),
            "HOLD_INFO",
            ["SAR", "CONTRADICTION_REQUEST"],
        ),
    ]
}

fn firms() -> Vec<Row> {
    let row = |name, person, outcome, marks| told(name, person, "MEMBER", outcome, marks);
    vec![
        row("names a firm, and says no", firm(YesNo::No, "Example & Co"), "HOLD_REVIEW", ["OTHER_FIRM", ""]),
        row(
            "does not know whether there is a firm",
            firm(YesNo::DontKnow, ""),
            "ACCEPT+REVIEW",
            ["OTHER_FIRM_UNSURE", "OTHER_FIRM"],
        ),
        row("has no other firm", firm(YesNo::No, ""), "ACCEPT", ["", "OTHER_FIRM OTHER_FIRM_UNSURE"]),
    ]
}

fn papers() -> Vec<Row> {
    let row = |name, person, outcome, [marks, never]: [&'static str; 2]| Row {
        name,
        person,
        status: "MEMBER",
        notice: "PROVEN",
        outcome,
        marks,
        never,
    };
    let dated = |year, month, day| {
        let mut paper = native(OWN);
        paper.dated = Some(date(year, month, day).at(10, 0, 0, 0));
        holding(paper)
    };
    let mut differing = native(OWN);
    (differing.body_hash, differing.differs_from_consensus) = (BodyHash::NotCheckable, true);
    vec![
        row("dated the 5th", dated(2021, 11, 5), "ACCEPT", ["", "EVID_DATE"]),
        row("dated 2 November, behind the date line", dated(2021, 11, 2), "ACCEPT", ["", "EVID_DATE"]),
        row("dated two years later", dated(2023, 11, 3), "ACCEPT+REVIEW", ["EVID_DATE", "EVID_INTEGRITY"]),
        row("dated before the incident", dated(2021, 10, 20), "ACCEPT+REVIEW", ["EVID_DATE", ""]),
        row(
            "words that differ from the other copies, and no hash to check",
            holding(differing),
            "ACCEPT+REVIEW",
            ["EVID_DIFFERS", "EVID_INTEGRITY"],
        ),
        row("the mail as everybody has it", holding(native(OWN)), "ACCEPT", NOTHING),
    ]
}
