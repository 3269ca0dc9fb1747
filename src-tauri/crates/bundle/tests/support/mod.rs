//! The bundle of Anwen Llŷr, plainly fictional, with every kind of block and of exhibit.

#![allow(dead_code, clippy::unwrap_used, clippy::indexing_slicing)]

pub mod look;
pub mod pdf;

use jiff::civil::{Date, date};
use joinder_domain::bundle::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;

pub type Files = BTreeMap<String, Arc<Vec<u8>>>;

pub fn keep(files: &mut Files, bytes: Vec<u8>) -> String {
    let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    files.insert(hash.clone(), bytes.into());
    hash
}

/// Renders, and holds the file against the rules that every bundle must meet.
pub fn render(plan: &BundlePlan, files: &Files) -> (joinder_bundle::Rendered, Vec<u8>) {
    let fonts = joinder_bundle::Fonts::embedded().unwrap();
    let mut out = Vec::new();
    let rendered = joinder_bundle::render(plan, files, &fonts, &mut out).unwrap();
    let lint = lint(&out);
    let faults: Vec<_> = lint.faults().filter(|(rule, _)| must(*rule)).collect();
    assert!(faults.is_empty(), "a bundle of ours passes its own check: {faults:#?}");
    assert_eq!(lint.pages, rendered.pages);
    (rendered, out)
}

/// What the check says of a file.
pub fn lint(bytes: &[u8]) -> joinder_bundle::Lint {
    let bytes = Arc::new(bytes.to_vec());
    joinder_bundle::check(&bytes, &joinder_bundle::Asked::default(), &mut |_, _| true).unwrap()
}

/// Rules that hold whatever the exhibits are: how dense, how often and how well covered they are is their own.
fn must(rule: joinder_bundle::Rule) -> bool {
    use joinder_bundle::Rule;
    !matches!(rule, Rule::Density | Rule::Redacted | Rule::NoCopies | Rule::Upright | Rule::Searchable)
}

/// A bundle with one exhibit, AXL1: cover 1, index 2, exhibit sheet 3, its pages from 4 on.
pub fn with_exhibit(
    bytes: Vec<u8>,
    source: impl Fn(String) -> ExhibitSource,
) -> (joinder_bundle::Rendered, Vec<u8>) {
    let mut files = Files::new();
    let sha256 = keep(&mut files, bytes);
    let kind = exhibit("AXL1", "A paper of Anwen's", source(sha256));
    render(&plan(vec![document(Section::Exhibits, "AXL1: a paper", "", kind)]), &files)
}

pub fn with_pdf(bytes: Vec<u8>) -> (joinder_bundle::Rendered, Vec<u8>) {
    with_exhibit(bytes, |sha256| ExhibitSource::Pdf { sha256 })
}

/// Page of the first exhibit in [`with_exhibit`].
pub const FIRST: usize = 4;

/// The words that stand on a page by its own content, as a search finds them.
pub fn words(bundle: &[u8], page: u32) -> String {
    lopdf::Document::load_mem(bundle).unwrap().extract_text(&[page]).unwrap()
}

pub fn document(section: Section, title: &str, date: &str, kind: DocumentKind) -> Document {
    Document { bookmark: title.into(), title: title.into(), date: date.into(), section, kind }
}

pub fn exhibit(label: &str, description: &str, source: ExhibitSource) -> DocumentKind {
    DocumentKind::Exhibit(Exhibit {
        label: label.into(),
        description: description.into(),
        sheet: vec![Block::KeyValues(vec![("Received".into(), plain("4 November 2021"))])],
        source,
        redactions: Vec::new(),
        layer: None,
    })
}

pub fn plan(documents: Vec<Document>) -> BundlePlan {
    BundlePlan {
        file_stem: "Llyr v The Labour Party Bundle".into(),
        title: "Claim bundle".into(),
        case_title: "Llŷr and others v The Labour Party".into(),
        claim_number: String::new(),
        claimant_name: "Anwen Llŷr".into(),
        reference: "C-000123".into(),
        prepared_on: "23 November 2026".into(),
        prepared: date(2026, 11, 23),
        language: "en-GB".into(),
        marking: String::new(),
        dividers: false,
        least: Vec::new(),
        documents,
        fixed: None,
    }
}

pub const NAMES: [&str; 13] = [
    "Siân Llŷr ap Rhŷs-Ŵyn",
    "Zażółć Gęślą-Jaźń",
    "Nguyễn Thị Mỹ Duyên",
    "Ελένη Παπαδοπούλου",
    "Дмитро Ґалаґан",
    "محمد عبد الرحمن",
    "علاء إسلام",
    "شازیہ پروین",
    "יעל כהן־לוי",
    "अनिरुद्ध कृष्णमूर्ति",
    "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
    "শ্রীলেখা মিত্র",
    "தமிழ்ச்செல்வி கார்த்திக்",
];

fn picture() -> TimelinePicture {
    let year = |y| date(y, 1, 1);
    let bar = |label: &str, words: &str, start, end, tone| Bar {
        label: label.into(),
        words: words.into(),
        start,
        end,
        tone,
    };
    let between = |a: Date, b: Date| DateRange::between(a, b);
    TimelinePicture {
        from: date(2014, 1, 1),
        to: date(2026, 11, 23),
        bars: vec![
            bar(
                "Registered supporter",
                "summer 2015 to about March 2016",
                between(date(2015, 6, 1), date(2015, 8, 31)),
                BarEnd::Ended(between(date(2016, 2, 1), date(2016, 4, 30))),
                Tone::Pale,
            ),
            bar(
                "Full member",
                "“some time in 2016” to 14 May 2019",
                between(year(2016), date(2016, 12, 31)),
                BarEnd::Ended(DateRange::day(date(2019, 5, 14))),
                Tone::Strong,
            ),
            bar(
                "Union affiliate",
                "before 2018, still",
                DateRange { earliest: None, latest: Some(year(2018)) },
                BarEnd::Open,
                Tone::Medium,
            ),
            bar(
                "Full member",
                "don’t know",
                DateRange::unknown(),
                BarEnd::Ended(DateRange::unknown()),
                Tone::Strong,
            ),
        ],
        marks: vec![
            Mark {
                label: "Incident: the party was told on 29 October 2021".into(),
                date: DateRange::day(date(2021, 10, 29)),
                style: MarkStyle::Incident,
            },
            Mark {
                label: "Notice dated 3 November 2021".into(),
                date: DateRange::day(date(2021, 11, 3)),
                style: MarkStyle::Notice,
            },
            Mark {
                label: "First spam, spring 2022".into(),
                date: between(date(2022, 3, 1), date(2022, 5, 31)),
                style: MarkStyle::Other,
            },
        ],
    }
}

pub fn sample() -> (BundlePlan, Files) {
    let mut files = Files::new();
    let jpeg = keep(&mut files, std::fs::read(fixture("photo-orientation-6.jpg")).unwrap());
    let png = keep(&mut files, std::fs::read(fixture("screenshot.png")).unwrap());
    let pdf = keep(&mut files, pdf::letter(3));
    let hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    let sheet = vec![
        Block::Heading { level: 1, text: "Claimant information".into() },
        Block::KeyValues(vec![
            ("Name".into(), vec![Span::bold("Anwen Llŷr")]),
            ("Previous names".into(), plain("Anwen Ŵyn-Davies (until 2012)")),
            (
                "Email addresses".into(),
                plain(
                    "anwen.llyr@example.org\nan.extremely.long.address.that.does.not.break.anywhere.at.all@a.very.long.domain.name.example.org",
                ),
            ),
            ("Telephone".into(), plain("07700 900123")),
            ("Nation of residence at the incident".into(), plain("Wales")),
        ]),
        Block::Heading { level: 2, text: "Names of the household".into() },
        Block::List { marker: Marker::Bullet, items: NAMES.iter().map(|name| plain(*name)).collect() },
        Block::Heading { level: 2, text: "Membership".into() },
        Block::Paragraph(vec![
            Span::plain("The party’s email of "),
            Span::bold("3 November 2021"),
            Span::plain(" was sent to "),
            Span::italic("anwen.llyr@example.org"),
            Span::plain(
                ". What is certain is drawn dark; what is possible is hatched. Nothing below is coerced to the first of January: a date that the claimant gave as “some time in 2016” covers every day of that year.",
            ),
        ]),
        Block::Timeline(picture()),
        Block::Note {
            kind: NoteKind::Info,
            text: plain("The dates are the claimant’s own words where they stand in quotation marks."),
        },
        Block::Note {
            kind: NoteKind::Warning,
            text: plain(
                "Two of the four spells overlap: the party’s record of membership would settle which of them ran at the incident.",
            ),
        },
        Block::Heading { level: 2, text: "Checks ☐ ☑ ✓".into() },
        Block::List {
            marker: Marker::Number,
            items: vec![
                plain("☑ identity seen"),
                plain("☐ consent under CPR 19.4(4)"),
                plain("✓ other firm: none"),
            ],
        },
    ];
    let table = Table {
        columns: vec![Column::left("Rule", 14), Column::left("Fact", 40), Column::left("Result", 26), Column::right("Loss", 14)],
        rows: (1..=48).map(|n| vec![
            plain(format!("R{n:02}")),
            plain(if n % 7 == 0 { "The claimant left the party before the incident and had asked for erasure; the party answered by letter of 12 March 2020 that the record would be kept for six years." } else { "Full member on every day on which the incident can have been." }),
            plain("in scope, confirmed by notice"),
            plain(format!("£{}.00", n * 37)),
        ]).collect(),
    };
    let reasons = vec![
        Block::Heading { level: 1, text: "Classification with reasons".into() },
        Block::Paragraph(plain(
            "Rule set 1, with the finding, the fact and the evidence behind each result.",
        )),
        Block::Table(table),
        Block::Paragraph(vec![Span::bold("Total: £43,512.00")]),
    ];
    let statement = vec![
        Block::Heading { level: 1, text: "Witness statement".into() },
        Block::Paragraph(plain("I, ANWEN LLŶR, of 12 Example Street, Cardiff, will say as follows:")),
        Block::NumberedParagraphs { first: 1, paragraphs: (1..=14).map(|n| plain(format!("I make this statement from my own knowledge unless I say otherwise. Paragraph {n} is long enough to run over several lines, so that the number in the margin can be seen to stand beside the first of them, and the right edge to be ragged."))).collect() },
        Block::Quote(vec![plain("I felt sick when I read it. I had left the party because of what happened at the branch, and now everybody could find out."), plain("I have not slept well since.")]),
        Block::Heading { level: 3, text: "Statement of truth".into() },
        Block::Paragraph(plain("I believe that the facts stated in this witness statement are true. I understand that proceedings for contempt of court may be brought against anyone who makes, or causes to be made, a false statement in a document verified by a statement of truth without an honest belief in its truth.")),
        Block::Signature(vec![
            SignatureRow { label: "Signed".into(), value: String::new() },
            SignatureRow { label: "Name".into(), value: "Anwen Llŷr".into() },
            SignatureRow { label: "Date".into(), value: String::new() },
        ]),
    ];
    let mail = vec![
        Block::KeyValues(vec![
            ("From".into(), plain("The Labour Party <noreply@labour.example>")),
            ("To".into(), plain("anwen.llyr@example.org")),
            ("Date".into(), plain("Wed, 3 Nov 2021 16:02:11 +0000")),
            ("Subject".into(), plain("Private and Confidential")),
        ]),
        Block::Paragraph(plain(
            "Dear Anwen,\n\nWe are writing to let you know that a third party that handles data on our behalf has been subject to a cyber incident.\n\n  • What happened\n  • What you can do\n\nYours sincerely",
        )),
    ];
    let integrity = vec![
        Block::Heading { level: 1, text: "Integrity".into() },
        Block::Table(Table {
            columns: vec![
                Column::left("Exhibit", 14),
                Column::left("SHA-256", 66),
                Column::right("Tier", 10),
            ],
            rows: ["AXL1", "AXL2", "AXL3"]
                .iter()
                .map(|label| vec![plain(*label), vec![Span::mono(hash)], plain("4")])
                .collect(),
        }),
        Block::Paragraph(plain("Audit entry that last changed this claimant:")),
        Block::Mono(format!("{hash}{hash}")),
    ];
    let documents = vec![
        document(
            Section::Claimant,
            "Claimant information sheet",
            "23 November 2026",
            DocumentKind::Drawn(sheet),
        ),
        document(
            Section::Claimant,
            "Classification with reasons",
            "23 November 2026",
            DocumentKind::Drawn(reasons),
        ),
        document(
            Section::Statement,
            "Witness statement of Anwen Llŷr",
            "1 October 2026",
            DocumentKind::Drawn(statement),
        ),
        document(
            Section::Exhibits,
            "AXL1: the notice",
            "3 November 2021",
            exhibit(
                "AXL1",
                "Email from the Labour Party, “Private and Confidential”",
                ExhibitSource::Mail(mail),
            ),
        ),
        document(
            Section::Exhibits,
            "AXL2: letter of a bank",
            "about March 2022",
            exhibit("AXL2", "Letter of a bank about fraud", ExhibitSource::Pdf { sha256: pdf }),
        ),
        document(
            Section::Exhibits,
            "AXL3: photograph of a membership card",
            "",
            exhibit("AXL3", "Photograph of a membership card", ExhibitSource::Jpeg { sha256: jpeg }),
        ),
        document(
            Section::Exhibits,
            "AXL4: screenshot",
            "2022",
            exhibit("AXL4", "Screenshot of a message", ExhibitSource::Png { sha256: png }),
        ),
        document(
            Section::Exhibits,
            "AXL5: a lost file",
            "",
            exhibit(
                "AXL5",
                "A spreadsheet",
                ExhibitSource::Placeholder { reason: "Spreadsheets cannot be printed yet.".into() },
            ),
        ),
        document(
            Section::Integrity,
            "Integrity of the evidence",
            "23 November 2026",
            DocumentKind::Drawn(integrity),
        ),
    ];
    (plan(documents), files)
}

pub fn fixture(name: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}
