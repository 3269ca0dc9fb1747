//! The rows of `situations.md` 7.2, under their numbers.

use jiff::civil::date;
use joinder_domain::claimant::{
    Address, Capacity, Channel, Levy, Misuse, Nation, Request, RequestKind, TimeSpent, YesNo,
};
use joinder_domain::code::Code;
use joinder_domain::notice::{BodyHash, NoticeFacts, NoticeShape};

use crate::people::{
    NOTICE, OWN, Person, inline, levy_payer, member, native, of_2020, person, phish, picture, spell,
    stopped_paying, through, when,
};
use crate::table::Row;

fn row(
    name: &'static str,
    person: Person,
    status: &'static str,
    notice: &'static str,
    outcome: &'static str,
    marks: &'static str,
    never: &'static str,
) -> Row {
    Row { name, person, status, notice, outcome, marks, never }
}

fn paying() -> Person {
    person([member("2015", "ongoing", "")])
}

const FRIEND: &str = "friend@yonder.example";

pub fn up_to_36() -> Vec<Row> {
    let opted_in = Some(Levy::OptedIn);
    vec![
        row(
            "1 Ada, member since 2015",
            paying().notified(),
            "MEMBER",
            "PROVEN",
            "ACCEPT",
            "SEC ART9",
            "RET DATE_PARTIAL SRC TU",
        ),
        row(
            "2 Bernard, resigned mid 2020, forwards the text",
            person([member("about 2016", "mid 2020", "resigned")]).says(YesNo::Yes).holding(inline(OWN)),
            "FORMER_RESIGNED",
            "SUPPORTED",
            "ACCEPT",
            "DATE_PARTIAL RET SEC NATIVE_COPY",
            "HEADERS_MISSING",
        ),
        row(
            "3 Carys, resigned mid 2020, no email",
            person([member("2010", "mid 2020", "resigned")]).says(YesNo::No),
            "FORMER_RESIGNED",
            "NOT_RECEIVED",
            "HOLD_INFO",
            "DATE_PARTIAL",
            "RET",
        ),
        row(
            "4 Declan, resigned autumn 2021",
            person([member("2017-06", "autumn 2021", "resigned")]).notified(),
            "MEMBER FORMER_RESIGNED",
            "PROVEN",
            "HOLD_INFO",
            "DATE_PARTIAL",
            "RET STATUS_CHANGED_BETWEEN",
        ),
        row(
            "6 Gosia, resigned 1 November",
            person([member("2018", "2021-11-01", "resigned")]).notified(),
            "MEMBER",
            "PROVEN",
            "ACCEPT",
            "STATUS_CHANGED_BETWEEN",
            "RET BOUNDARY_DAY",
        ),
        row(
            "7 Lukasz, stopped paying April 2020",
            person([stopped_paying("2015", "April 2020", Some(YesNo::No))]).notified(),
            "FORMER_LAPSED",
            "PROVEN",
            "ACCEPT",
            "RET LAPSE_UNCERTAIN",
            "",
        ),
        row(
            "8 Anh, stopped paying June 2021",
            person([stopped_paying("2015", "June 2021", None)]).notified(),
            "MEMBER_ARREARS",
            "PROVEN",
            "ACCEPT",
            "SEC",
            "RET LAPSE_UNCERTAIN",
        ),
        row(
            "11 Serhiy, expelled before the email",
            person([member("2015", "between 30 October 2021 and 2 November 2021", "expelled")]).notified(),
            "MEMBER",
            "PROVEN",
            "ACCEPT",
            "STATUS_CHANGED_BETWEEN SENSITIVE_FILE",
            "RET",
        ),
        row(
            "12 Frances, expelled 2018",
            person([member("2010", "2018", "expelled")]).notified(),
            "FORMER_EXPELLED",
            "PROVEN",
            "ACCEPT",
            "RET SENSITIVE_FILE",
            "",
        ),
        row(
            "14 George, excluded by letter in December",
            person([member("2015", "December 2021", "auto-excluded")]).notified(),
            "MEMBER",
            "PROVEN",
            "ACCEPT",
            "STATUS_CHANGED_LATER",
            "STATUS_CHANGED_BETWEEN RET",
        ),
        row(
            "15 Noa, suspended since 2020",
            person([{
                let mut spell = member("2015", "ongoing", "");
                spell.suspended = when("2020");
                spell
            }])
            .notified(),
            "MEMBER_SUSPENDED",
            "PROVEN",
            "ACCEPT",
            "SENSITIVE_FILE",
            "RET",
        ),
        row(
            "17 Hywel, left and came back",
            person([member("2010", "2016", "resigned"), member("2019", "ongoing", "")]).notified(),
            "MEMBER",
            "PROVEN",
            "ACCEPT",
            "STALE_DATA",
            "RET",
        ),
        row(
            "18 Ifeoma, former at the incident, back in 2024",
            person([member("2010", "2019", "resigned"), member("2024", "ongoing", "")]).notified(),
            "FORMER_RESIGNED",
            "PROVEN",
            "ACCEPT",
            "REPRESENTED_CLASS RET",
            "STALE_DATA",
        ),
        row(
            "21 Jerome, affiliated through Unite",
            person([through("Unite", opted_in, "2016", "ongoing")]).notified(),
            "AFFILIATE",
            "PROVEN",
            "ACCEPT",
            "TU ART9 SEC",
            "SRC RET",
        ),
        row(
            "23 Harpreet, levy only, notified",
            person([levy_payer("gmb", "2012", "ongoing")]).notified(),
            "LEVY_ONLY",
            "PROVEN",
            "ACCEPT",
            "SRC TU ART9",
            "",
        ),
        row(
            "24 Kevin, levy only, not notified",
            person([levy_payer("GMB", "2012", "ongoing")]).says(YesNo::No),
            "LEVY_ONLY",
            "NOT_RECEIVED",
            "HOLD_INFO",
            "TU",
            "SRC SEC",
        ),
        row(
            "26 Lakshmi, through a union that is not affiliated",
            person([through("PCS", opted_in, "2016", "ongoing")]),
            "NONE_KNOWN",
            "-",
            "HOLD_INFO",
            "UNION_NOT_AFFILIATED",
            "",
        ),
        row(
            "26 Lakshmi, who also has a 3 pound receipt",
            person([
                through("PCS", opted_in, "2016", "ongoing"),
                spell("registered-supporter", "August 2015", "", ""),
            ]),
            "REGSUPP_PAST",
            "-",
            "HOLD_INFO",
            "UNION_NOT_AFFILIATED",
            "",
        ),
        row(
            "27 Marek, opted out and notified",
            person([Episode27::spell()]).notified(),
            "NONE_KNOWN",
            "PROVEN",
            "ACCEPT",
            "SRC TU",
            "UNION_NOT_AFFILIATED",
        ),
        row(
            "28 Nasra, registered supporter 2015",
            person([spell("registered-supporter", "2015", "", "")]).notified(),
            "REGSUPP_PAST",
            "PROVEN",
            "ACCEPT",
            "RET",
            "CONTEST_UNKNOWN",
        ),
        row(
            "31 Oliver, rejected 2015, told on the 4th",
            person([spell("applicant", "2015", "2015", "rejected")])
                .says(YesNo::Yes)
                .holding(NoticeFacts { dated: Some(date(2021, 11, 4).at(8, 30, 0, 0)), ..native(OWN) }),
            "APPLICANT_REJECTED",
            "PROVEN",
            "ACCEPT",
            "RET SRC",
            "",
        ),
        row(
            "32 Krishna, never a member",
            person([spell("none", "", "", "")]).notified(),
            "NONE_KNOWN",
            "PROVEN",
            "ACCEPT",
            "SRC SOURCE_UNKNOWN",
            "UNION_NOT_AFFILIATED",
        ),
        row(
            "33 Percival, donor with the notice of 2020",
            person([spell("donor", "2018", "", "")])
                .says(YesNo::No)
                .with(|c| c.notification.earlier_notice = Some(YesNo::Yes))
                .holding(of_2020(OWN)),
            "OTHER_CONTACT",
            "WRONG_NOTICE",
            "DECLINE",
            "WRONG_BREACH",
            "SEC",
        ),
        row(
            "33 Percival, who no longer has it",
            person([spell("donor", "2018", "", "")])
                .says(YesNo::No)
                .with(|c| c.notification.earlier_notice = Some(YesNo::Yes)),
            "OTHER_CONTACT",
            "WRONG_NOTICE",
            "DECLINE",
            "WRONG_BREACH",
            "",
        ),
        row(
            "34 Queenie, both notices",
            paying().notified().holding(of_2020(OWN)),
            "MEMBER",
            "PROVEN",
            "ACCEPT",
            "TWO_INCIDENTS",
            "WRONG_BREACH",
        ),
        row(
            "35 Abdul, a friend was told",
            paying().says(YesNo::No).with(|c| c.notification.knows_other_recipient = Some(YesNo::Yes)),
            "MEMBER",
            "NOT_RECEIVED",
            "HOLD_INFO",
            "",
            "THIRD_PARTY_UPLOAD",
        ),
        row(
            "35 Abdul, who adds the friend's copy",
            paying().says(YesNo::No).holding(native(FRIEND)),
            "MEMBER",
            "NOT_RECEIVED",
            "HOLD_INFO",
            "FRIENDS_COPY",
            "THIRD_PARTY_UPLOAD",
        ),
        row(
            "36 Sandra, a friend's email as her own",
            paying().says(YesNo::Yes).holding(native(FRIEND)),
            "MEMBER",
            "CLAIMED",
            "HOLD_REVIEW",
            "THIRD_PARTY_UPLOAD",
            "",
        ),
    ]
}

struct Episode27;

impl Episode27 {
    fn spell() -> joinder_domain::claimant::Episode {
        through("Unite", Some(Levy::OptedOut), "2012", "ongoing")
    }
}

fn access(answered: YesNo) -> Request {
    Request {
        kind: RequestKind::Access,
        sent: when("2021-11-04"),
        sent_to: String::new(),
        reference: String::new(),
        acknowledged: None,
        answered: Some(answered),
        answered_on: None,
        outcome: String::new(),
    }
}

fn misuse(kind: &str) -> Misuse {
    Misuse {
        kind: Code::from(kind),
        when: when("2022"),
        description: String::new(),
        reference: String::new(),
    }
}

pub fn from_38() -> Vec<Row> {
    let former = || person([member("2010", "2019", "resigned")]);
    let nation = |nation: Nation| paying().notified().with(|c| c.contact.nation_at_incident = Some(nation));
    let role = |role: &str| {
        let role = Code::from(role);
        paying().notified().with(|c| c.roles.push(role))
    };
    let mut duplicate = paying().notified();
    duplicate.group.possible_duplicate = true;
    let mut joint = paying().notified();
    joint.group.mailbox_shared = true;
    let mut template = paying().notified();
    template.group.similar_words = true;
    vec![
        row("38 Tabitha, perhaps registered twice", duplicate, "MEMBER", "PROVEN", "MERGE", "DUPLICATE", ""),
        row("41 Winston, a joint mailbox", joint, "MEMBER", "CLAIMED", "HOLD_INFO", "SHARED_MAILBOX", ""),
        row(
            "43 Yuki, fifteen at the incident",
            paying().notified().with(|c| {
                c.identity.date_of_birth = Some(date(2006, 3, 2));
                c.episodes = vec![member("June 2021", "ongoing", "")];
            }),
            "MEMBER",
            "PROVEN",
            "ACCEPT",
            "MINOR_AT_INCIDENT",
            "MINOR_NOW IMPLAUSIBLE",
        ),
        row(
            "44 Zoë, a child in a parent's record",
            person([spell("event", "2021", "", "")])
                .with(|c| c.identity.date_of_birth = Some(date(2013, 5, 5))),
            "OTHER_CONTACT NONE_KNOWN",
            "UNKNOWN",
            "HOLD_REVIEW",
            "MINOR_NOW IMPLAUSIBLE",
            "MINOR_AT_INCIDENT",
        ),
        row(
            "45 Alasdair, under a power of attorney",
            paying().notified().with(|c| c.identity.capacity = Some(Capacity::Attorney)),
            "MEMBER",
            "PROVEN",
            "HOLD_REVIEW",
            "PROTECTED_PARTY",
            "",
        ),
        row(
            "47 Bartholomew, died 2023",
            paying().notified().with(|c| c.identity.died = when("2023")),
            "MEMBER",
            "PROVEN",
            "HOLD_REVIEW",
            "DECEASED_POST",
            "DECEASED_PRE",
        ),
        row(
            "49 Sofia, abroad since 2022",
            nation(Nation::England).with(|c| {
                c.contact.addresses.push(Address { country: "Greece".to_owned(), ..Address::default() })
            }),
            "MEMBER",
            "PROVEN",
            "ACCEPT",
            "OVERSEAS",
            "",
        ),
        row(
            "50 Dolores, in Spain at the incident",
            nation(Nation::Elsewhere),
            "MEMBER",
            "PROVEN",
            "HOLD_REVIEW",
            "OVERSEAS",
            "",
        ),
        row(
            "51 Fergus, in Scotland",
            nation(Nation::Scotland),
            "MEMBER",
            "PROVEN",
            "HOLD_REVIEW",
            "SCOTLAND_PRESCRIPTION",
            "",
        ),
        row(
            "53 Gretna postcode, answered England",
            nation(Nation::England).with(|c| {
                c.contact.addresses.push(Address { postcode: "DG16 5AA".to_owned(), ..Address::default() })
            }),
            "MEMBER",
            "PROVEN",
            "ACCEPT",
            "",
            "SCOTLAND_PRESCRIPTION OVERSEAS",
        ),
        row(
            "54 A notice of another party",
            person([spell("none", "", "", "")])
                .says(YesNo::Yes)
                .holding(NoticeFacts { from_domain: "mail.sdlp.ie".to_owned(), ..native(OWN) }),
            "NONE_KNOWN",
            "WRONG_NOTICE",
            "DECLINE",
            "OTHER_SENDER",
            "SEC",
        ),
        row(
            "56 Momentum only",
            person([spell("other-organisation", "2016", "ongoing", "")]),
            "NONE_KNOWN",
            "UNKNOWN",
            "HOLD_INFO",
            "",
            "",
        ),
        row(
            "57 The text without headers",
            former().says(YesNo::Yes).holding(inline("")),
            "FORMER_RESIGNED",
            "SUPPORTED",
            "HOLD_INFO",
            "HEADERS_MISSING",
            "",
        ),
        row(
            "58 Forwarded as attachment",
            former()
                .says(YesNo::Yes)
                .holding(NoticeFacts { shape: NoticeShape::ForwardedAsAttachment, ..native(OWN) }),
            "FORMER_RESIGNED",
            "PROVEN",
            "ACCEPT",
            "RET",
            "HEADERS_MISSING",
        ),
        row(
            "59 A picture without a recipient",
            former().says(YesNo::Yes).holding(picture("")),
            "FORMER_RESIGNED",
            "CLAIMED",
            "HOLD_INFO",
            "EVID_WEAK",
            "",
        ),
        row(
            "60 A name put in after Dear",
            former().says(YesNo::Yes).holding(NoticeFacts {
                body: NOTICE.replace("Dear Sir / Madam", "Dear Felix"),
                body_hash: BodyHash::Mismatch,
                ..native(OWN)
            }),
            "FORMER_RESIGNED",
            "CLAIMED",
            "HOLD_REVIEW",
            "EVID_INTEGRITY",
            "",
        ),
        row(
            "62 The key is no longer published",
            former()
                .says(YesNo::Yes)
                .holding(NoticeFacts { body_hash: BodyHash::NotCheckable, ..native(OWN) }),
            "FORMER_RESIGNED",
            "PROVEN",
            "ACCEPT",
            "RET",
            "EVID_INTEGRITY",
        ),
        row(
            "64 A phish about the breach",
            person([spell("none", "", "", "")]).says(YesNo::Yes).holding(phish(OWN)),
            "NONE_KNOWN",
            "WRONG_NOTICE",
            "DECLINE",
            "MISUSE_EVIDENCE PHISHING",
            "",
        ),
        row(
            "64 A phish to a member",
            paying().says(YesNo::Yes).holding(phish(OWN)),
            "MEMBER",
            "WRONG_NOTICE",
            "HOLD_INFO",
            "MISUSE_EVIDENCE",
            "",
        ),
        row(
            "65 Found in spam",
            paying().notified().with(|c| c.notification.in_spam = Some(YesNo::Yes)),
            "MEMBER",
            "PROVEN",
            "ACCEPT",
            "FOUND_IN_SPAM",
            "",
        ),
        row(
            "66 Deleted",
            paying().says(YesNo::Yes).with(|c| c.notification.still_held = Some(YesNo::No)),
            "MEMBER",
            "CLAIMED",
            "HOLD_INFO",
            "NOTICE_DELETED",
            "",
        ),
        row(
            "68 A paper member",
            paying().says(YesNo::No).with(|c| {
                c.contact.emails.clear();
                c.contact.no_email_given = Some(YesNo::Yes);
            }),
            "MEMBER",
            "NOT_RECEIVED",
            "HOLD_INFO",
            "NO_EMAIL_GIVEN",
            "",
        ),
        row(
            "69 An expired university mailbox",
            paying().says(YesNo::Yes).with(|c| c.contact.emails[0].accessible = Some(YesNo::No)),
            "MEMBER",
            "CLAIMED",
            "HOLD_INFO",
            "MAILBOX_LOST",
            "",
        ),
        row(
            "71 A unique address, spammed",
            paying().notified().with(|c| {
                c.contact.emails[0].only_for_defendant = Some(YesNo::Yes);
                c.misuse.push(misuse("spam"));
            }),
            "MEMBER",
            "PROVEN",
            "ACCEPT",
            "MISUSE_EVIDENCE",
            "",
        ),
        row(
            "72 A councillor",
            role("councillor"),
            "MEMBER",
            "PROVEN",
            "HOLD_REVIEW",
            "SAFETY",
            "CONFLICT_CHECK",
        ),
        row(
            "73 Staff of the party",
            role("party-staff"),
            "MEMBER",
            "PROVEN",
            "HOLD_REVIEW",
            "CONFLICT_CHECK",
            "SAFETY",
        ),
        row(
            "74 Address hidden from an ex-husband",
            paying().notified().with(|c| {
                c.contact.withhold_address = true;
                c.consequence.safety = "He must not find me.".to_owned();
            }),
            "MEMBER",
            "PROVEN",
            "ACCEPT",
            "SAFETY",
            "",
        ),
        row(
            "75 An old name on the party's record",
            paying().notified().with(|c| c.identity.protect_former_names = true),
            "MEMBER",
            "PROVEN",
            "ACCEPT",
            "FORMER_NAME_PROTECTED",
            "",
        ),
        row(
            "76 Signed with another firm",
            paying().notified().with(|c| c.proceedings.other_firm = Some(YesNo::Yes)),
            "MEMBER",
            "PROVEN",
            "HOLD_REVIEW",
            "OTHER_FIRM",
            "",
        ),
        row(
            "77 Settled before",
            paying().notified().with(|c| c.proceedings.earlier_claim = Some(YesNo::Yes)),
            "MEMBER",
            "PROVEN",
            "DECLINE",
            "SETTLED",
            "",
        ),
        row(
            "79 Diagnosed anxiety",
            paying().notified().with(|c| {
                c.consequence.diagnosis = Some(YesNo::Yes);
                c.consequence.medication = "Tablets.".to_owned();
            }),
            "MEMBER",
            "PROVEN",
            "ACCEPT+REVIEW",
            "PI_LIMIT_PASSED ART9",
            "",
        ),
        row(
            "80 Just wants answers",
            paying().notified().with(|c| c.consequence.no_distress = Some(YesNo::Yes)),
            "MEMBER",
            "PROVEN",
            "HOLD_REVIEW",
            "NO_DAMAGE",
            "",
        ),
        row(
            "81 Asked for access, no answer, not notified",
            former().says(YesNo::No).with(|c| c.aftermath.requests.push(access(YesNo::No))),
            "FORMER_RESIGNED",
            "NOT_RECEIVED",
            "ACCEPT",
            "SAR SAR_UNANSWERED",
            "SEC",
        ),
        row(
            "82 Erasure asked 2018, then notified",
            former().notified().with(|c| {
                c.aftermath.requests.push(Request {
                    kind: RequestKind::Erasure,
                    sent: when("2018"),
                    ..access(YesNo::No)
                });
            }),
            "FORMER_RESIGNED",
            "PROVEN",
            "ACCEPT",
            "ERA RET ERASURE_IGNORED",
            "SAR",
        ),
        row(
            "83 500 hours of passwords",
            paying().notified().with(|c| {
                c.time_spent.push(TimeSpent {
                    description: "passwords".to_owned(),
                    when: None,
                    minutes: 30_000,
                })
            }),
            "MEMBER",
            "PROVEN",
            "ACCEPT+REVIEW",
            "EXAGGERATION",
            "",
        ),
        row("84 A campaign's words", template, "MEMBER", "PROVEN", "ACCEPT+REVIEW", "TEMPLATE_NARRATIVE", ""),
        row(
            "86 Resigned before joining",
            person([member("2018", "2012", "resigned")]).notified(),
            "FORMER_RESIGNED",
            "PROVEN",
            "ACCEPT+REVIEW",
            "DATES_CONTRADICT",
            "",
        ),
        row(
            "87 Left in 2009",
            person([member("", "2009", "dont-know")]).notified(),
            "FORMER_UNSPEC",
            "PROVEN",
            "ACCEPT",
            "RET",
            "",
        ),
        row(
            "89 Needs Welsh",
            paying().notified().with(|c| c.contact.language = "Welsh".to_owned()),
            "MEMBER",
            "PROVEN",
            "ACCEPT",
            "LANGUAGE",
            "",
        ),
        row(
            "90 Withdraws",
            paying().notified().with(|c| {
                c.consents = vec![
                    crate::answers::consent(true, "2026-11-01T09:00:00Z"),
                    crate::answers::consent(false, "2026-11-02T09:00:00Z"),
                ]
            }),
            "MEMBER",
            "PROVEN",
            "HOLD_REVIEW",
            "WITHDRAWN",
            "",
        ),
        row(
            "35b Told by a friend",
            paying().says(YesNo::Yes).with(|c| c.notification.channel = Some(Channel::ThirdPerson)),
            "MEMBER",
            "NOT_RECEIVED",
            "HOLD_INFO",
            "",
            "",
        ),
    ]
}
