//! Longer histories and edges that the pages of the rules lead to: unions that came and went, comings back, days on
//! either side of a lapse, deaths, countries as people write them.

use jiff::civil::date;
use joinder_domain::claimant::{Address, AddressUse, Episode, Levy, Nation, YesNo};
use joinder_domain::classification::GroupFacts;

use crate::people::{
    OWN, Person, levy_payer, member, of_2020, person, phish, spell, stopped_paying, through, when,
};
use crate::table::Row;

/// A person who holds the mail itself, and what must come of it.
struct Told(Row);

fn told(name: &'static str, person: Person, status: &'static str, outcome: &'static str) -> Told {
    Told(Row { name, person: person.notified(), status, notice: "PROVEN", outcome, marks: "", never: "" })
}

impl Told {
    fn marked(mut self, marks: &'static str) -> Self {
        self.0.marks = marks;
        self
    }

    fn never(mut self, never: &'static str) -> Self {
        self.0.never = never;
        self
    }
}

fn living_in(country: &str) -> Person {
    person([member("2015", "ongoing", "")]).with(|claimant| {
        claimant.contact.nation_at_incident = Some(Nation::England);
        let address = Address { used: AddressUse::Now, country: country.to_owned(), ..Address::default() };
        claimant.contact.addresses.push(address);
    })
}

fn paying() -> Person {
    person([member("2010", "ongoing", "")])
}

pub fn all() -> Vec<Row> {
    let told = [unions(), comings_back(), edges(), people()].into_iter().flatten().map(|told| told.0);
    told.chain(untold()).collect()
}

fn unions() -> Vec<Told> {
    let opted_in = Some(Levy::OptedIn);
    vec![
        told(
            "registered once, and does not know when",
            person([spell("registered-supporter", "", "", "")]),
            "REGSUPP_PAST",
            "ACCEPT",
        )
        .marked("RET"),
        told(
            "registered in 2022, after the end of the scheme",
            person([spell("registered-supporter", "2022", "", "")]),
            "REGSUPP_PAST",
            "ACCEPT",
        )
        .marked("SCHEME_CLOSED CONTEST_UNKNOWN")
        .never("JOINED_AFTER"),
        told(
            "an affiliated supporter who was not asked about the levy",
            person([through("Unite", None, "2016", "ongoing")]),
            "AFFILIATE",
            "ACCEPT",
        )
        .marked("TU ART9 LEVY_UNKNOWN")
        .never("RET"),
        told(
            "an affiliated supporter until 2019 who was not asked about the levy",
            person([through("GMB", None, "2016", "2019")]),
            "AFFILIATE_FORMER",
            "ACCEPT",
        )
        .marked("TU RET"),
        told(
            "a levy payer of a union that never was affiliated",
            person([levy_payer("PCS", "2010", "ongoing")]),
            "NONE_KNOWN",
            "HOLD_INFO",
        )
        .marked("UNION_NOT_AFFILIATED SRC"),
        told(
            "a baker who signed up in October 2021",
            person([through("Bakers Union", opted_in, "October 2021", "ongoing")]),
            "NONE_KNOWN",
            "HOLD_INFO",
        )
        .marked("UNION_NOT_AFFILIATED"),
        told(
            "a firefighter who signed up after the union had come back",
            person([through("Fire Brigades Union", opted_in, "2016", "ongoing")]),
            "AFFILIATE",
            "ACCEPT",
        )
        .marked("TU"),
        told(
            "a former member who pays the levy",
            person([member("2010", "2016", "resigned"), levy_payer("CWU", "2010", "ongoing")]),
            "FORMER_RESIGNED",
            "ACCEPT",
        )
        .marked("RET TU"),
        told(
            "a member who is an affiliated supporter too",
            person([member("2010", "ongoing", ""), through("CWU", opted_in, "2010", "ongoing")]),
            "MEMBER",
            "ACCEPT",
        )
        .marked("TU"),
    ]
}

fn comings_back() -> Vec<Told> {
    vec![
        told(
            "expelled in 2016 and admitted again in 2018",
            person([member("2010", "2016", "expelled"), member("2018", "ongoing", "")]),
            "MEMBER",
            "ACCEPT",
        )
        .marked("STALE_DATA SENSITIVE_FILE")
        .never("RET"),
        told(
            "expelled in 2018 and admitted again on 2 November 2021",
            person([member("2010", "2018", "expelled"), member("2021-11-02", "ongoing", "")]),
            "FORMER_EXPELLED",
            "ACCEPT",
        )
        .marked("RET STATUS_CHANGED_BETWEEN REPRESENTED_CLASS")
        .never("STALE_DATA JOINED_AFTER"),
        told(
            "came back on the day of the incident",
            person([member("2010", "2018", "resigned"), member("2021-10-29", "ongoing", "")]),
            "MEMBER",
            "ACCEPT+REVIEW",
        )
        .marked("BOUNDARY_DAY STALE_DATA"),
        told(
            "rejected in 2015, a member since 2017",
            person([spell("applicant", "2015", "2015", "rejected"), member("2017", "ongoing", "")]),
            "MEMBER",
            "ACCEPT",
        )
        .never("RET SRC"),
        told(
            "rejected only in December 2021",
            person([spell("applicant", "2021-10-01", "2021-12-01", "rejected")]),
            "OTHER_CONTACT",
            "ACCEPT",
        )
        .marked("APPLICATION_PENDING"),
        told(
            "suspended since 2020 and expelled after the notice",
            person([Episode { suspended: when("2020"), ..member("2010", "2021-11-10", "expelled") }]),
            "MEMBER_SUSPENDED",
            "ACCEPT",
        )
        .marked("STATUS_CHANGED_LATER SENSITIVE_FILE")
        .never("RET"),
        told(
            "suspended the day after the incident",
            person([Episode { suspended: when("2021-10-30"), ..member("2010", "ongoing", "") }]),
            "MEMBER",
            "ACCEPT",
        )
        .marked("STATUS_CHANGED_BETWEEN"),
        told(
            "suspended, and stopped paying in July 2021",
            person([Episode { suspended: when("May 2020"), ..stopped_paying("2010", "2021-07-01", None) }]),
            "MEMBER_SUSPENDED",
            "ACCEPT",
        )
        .never("RET"),
    ]
}

fn edges() -> Vec<Told> {
    vec![
        told(
            "six months complete between the incident and the notice",
            person([stopped_paying("2015", "2021-04-30", Some(YesNo::Yes))]),
            "MEMBER_ARREARS",
            "ACCEPT",
        )
        .marked("STATUS_CHANGED_BETWEEN")
        .never("RET BOUNDARY_DAY"),
        told(
            "six months complete the day before",
            person([stopped_paying("2015", "2021-04-28", Some(YesNo::No))]),
            "FORMER_LAPSED",
            "ACCEPT",
        )
        .marked("RET LAPSE_UNCERTAIN")
        .never("BOUNDARY_DAY"),
        told(
            "unpaid since June 2021, and resigned in September",
            person([Episode {
                last_payment: when("2021-06-01"),
                ..member("2015", "2021-09-10", "resigned")
            }]),
            "FORMER_RESIGNED",
            "ACCEPT",
        )
        .marked("RET"),
        told(
            "excluded by a letter of the day after the incident",
            person([member("2010", "2021-10-30", "auto-excluded")]),
            "MEMBER",
            "ACCEPT",
        )
        .marked("STATUS_CHANGED_BETWEEN SENSITIVE_FILE"),
        told(
            "left late in 2021",
            person([member("1995", "late 2021", "resigned")]),
            "MEMBER FORMER_RESIGNED",
            "HOLD_INFO",
        ),
        told(
            "left early in 2021",
            person([member("1995", "early 2021", "resigned")]),
            "FORMER_RESIGNED",
            "ACCEPT",
        )
        .marked("DATE_PARTIAL RET"),
        told(
            "came to an event, and was told",
            person([spell("event", "2019", "", "")]),
            "OTHER_CONTACT",
            "ACCEPT",
        )
        .marked("SRC SEC"),
        told(
            "says that the work was for the party",
            person([spell("staff", "2016", "ongoing", "")]),
            "OTHER_CONTACT",
            "HOLD_REVIEW",
        )
        .marked("CONFLICT_CHECK"),
    ]
}

fn people() -> Vec<Told> {
    vec![
        told(
            "died on the day of the incident",
            paying().with(|claimant| claimant.identity.died = when("2021-10-29")),
            "MEMBER",
            "HOLD_REVIEW",
        )
        .marked("DECEASED_POST")
        .never("DECEASED_PRE REPRESENTED_CLASS"),
        told(
            "died the day before the incident",
            paying().with(|claimant| claimant.identity.died = when("2021-10-28")),
            "MEMBER",
            "DECLINE",
        )
        .marked("DECEASED_PRE")
        .never("DECEASED_POST"),
        told("lives in \"England, UK\"", living_in("England, UK"), "MEMBER", "ACCEPT").never("OVERSEAS"),
        told("lives in \"the U.K.\"", living_in("the U.K."), "MEMBER", "ACCEPT").never("OVERSEAS"),
        told("lives in New South Wales", living_in("New South Wales"), "MEMBER", "ACCEPT").marked("OVERSEAS"),
        told(
            "three hours on one task and no minute more",
            paying().with(|claimant| {
                let task = |minutes| joinder_domain::claimant::TimeSpent {
                    description: "Passwords".to_owned(),
                    when: None,
                    minutes,
                };
                claimant.time_spent.push(task(180));
            }),
            "MEMBER",
            "ACCEPT",
        )
        .never("EXAGGERATION"),
        told(
            "fifteen on the day, and born in the spring of 2006",
            paying().with(|claimant| {
                claimant.identity.date_of_birth = Some(date(2006, 4, 2));
                claimant.episodes[0].start = when("2021-01");
            }),
            "MEMBER",
            "ACCEPT",
        )
        .marked("MINOR_AT_INCIDENT")
        .never("MINOR_NOW IMPLAUSIBLE"),
        told("a phish beside the notice itself", paying().holding(phish(OWN)), "MEMBER", "ACCEPT")
            .marked("PHISHING MISUSE_EVIDENCE"),
    ]
}

fn untold() -> Vec<Row> {
    let row = |name, person, status, notice, outcome, marks, never| Row {
        name,
        person,
        status,
        notice,
        outcome,
        marks,
        never,
    };
    vec![
        row(
            "a member with the notice of 2020 alone",
            paying().holding(of_2020(OWN)),
            "MEMBER",
            "WRONG_NOTICE",
            "HOLD_INFO",
            "WRONG_BREACH",
            "SEC",
        ),
        row(
            "a donor whom nobody told",
            person([spell("donor", "2019", "", "")]).says(YesNo::No),
            "OTHER_CONTACT",
            "NOT_RECEIVED",
            "HOLD_INFO",
            "",
            "SRC SEC",
        ),
        row(
            "says that both notices came, and holds neither",
            paying()
                .says(YesNo::Yes)
                .with(|claimant| claimant.notification.earlier_notice = Some(YesNo::Yes)),
            "MEMBER",
            "CLAIMED",
            "HOLD_INFO",
            "TWO_INCIDENTS",
            "WRONG_BREACH",
        ),
        row(
            "lived in Scotland and was never told",
            paying()
                .says(YesNo::No)
                .with(|claimant| claimant.contact.nation_at_incident = Some(Nation::Scotland)),
            "MEMBER",
            "NOT_RECEIVED",
            "HOLD_REVIEW",
            "SCOTLAND_PRESCRIPTION",
            "SEC",
        ),
        row(
            "words of a campaign, and nothing else",
            Person { group: GroupFacts { similar_words: true, ..GroupFacts::default() }, ..paying() },
            "MEMBER",
            "UNKNOWN",
            "HOLD_INFO+REVIEW",
            "TEMPLATE_NARRATIVE",
            "DUPLICATE",
        ),
    ]
}
