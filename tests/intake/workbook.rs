//! Workbooks as spreadsheets leave them: what they did to dates, numbers and zeros, and what they hide.

use joinder_tests::archive::zip;
use joinder_tests::program::Sandbox;
use serde_json::{Value, json};

const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
  <numFmts count="1"><numFmt numFmtId="164" formatCode="0000000"/></numFmts>
  <cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>"#;

/// A workbook of these sheets, each its name, its state and what stands in it; its days are counted from 1900 or 1904.
fn workbook(sheets: &[(&str, &str, &str)], epoch: u16) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let from_1904 = u8::from(epoch == 1904);
    let (mut listed, mut related) = (String::new(), String::new());
    let mut files = Vec::new();
    for (at, (name, state, rows)) in sheets.iter().enumerate() {
        listed += &format!(r#"<sheet name="{name}" sheetId="{}" state="{state}" r:id="s{at}"/>"#, at + 1);
        related += &format!(
            r#"<Relationship Id="s{at}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{at}.xml"/>"#
        );
        let sheet = format!(r#"<worksheet xmlns="{MAIN}">{rows}</worksheet>"#);
        files.push((format!("xl/worksheets/sheet{at}.xml"), sheet));
    }
    related += &format!(r#"<Relationship Id="st" Type="{OFFICE}/styles" Target="styles.xml"/>"#);
    let parts = [
        (
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#.to_owned(),
        ),
        (
            "_rels/.rels",
            format!(
                r#"<Relationships xmlns="{PACKAGE}"><Relationship Id="b" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(r#"<Relationships xmlns="{PACKAGE}">{related}</Relationships>"#),
        ),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr date1904="{from_1904}"/><sheets>{listed}</sheets></workbook>"#
            ),
        ),
        ("xl/styles.xml", STYLES.to_owned()),
    ];
    files.extend(parts.map(|(name, text)| (name.to_owned(), text)));
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    zip(&files)
}

/// A row of words; a cell that begins with `<c` stands as it is.
fn row(cells: &[&str]) -> String {
    let cell = |words: &&str| match words.strip_prefix("<c") {
        Some(_) => (*words).to_owned(),
        None => format!(r#"<c t="inlineStr"><is><t>{words}</t></is></c>"#),
    };
    format!("<row>{}</row>", cells.iter().map(cell).collect::<String>())
}

fn call(sandbox: &Sandbox, name: &str, input: &Value) -> Value {
    sandbox.run(["call", name, &input.to_string()]).succeeds().json()
}

fn plan(sandbox: &Sandbox, book: &[u8]) -> Value {
    json!({ "path": sandbox.file("campaign.xlsx", book) })
}

/// What is asked about: kind, cells, what the first cell holds and would become.
fn doubts(report: &Value) -> Vec<(&str, u64, &str, &str)> {
    let doubts = report["doubts"].as_array().unwrap().iter();
    let told = doubts.map(|doubt| {
        let example = &doubt["examples"][0];
        let text = |value: &'_ Value| value.as_str().unwrap().to_owned().leak() as &str;
        (
            text(&doubt["kind"]),
            doubt["cells"].as_u64().unwrap(),
            text(&example["found"]),
            text(&example["mended"]),
        )
    });
    let mut told: Vec<_> = told.collect();
    told.sort_unstable();
    told
}

const HEADING: [&str; 6] =
    ["forenames", "surname", "date of birth", "mobile", "episode 1 membership number", "own words"];

#[test]
fn what_excel_did_to_dates_numbers_and_zeros_is_taken_as_shown_or_asked_about() {
    let sandbox = Sandbox::with_matter();
    let rows = [
        row(&HEADING),
        // A day as a day, a number with the zeros of its format, a formula with what it came to.
        row(&[
            "Agnes",
            "Testwick",
            r#"<c s="1"><v>26343</v></c>"#,
            "07700 900123",
            r#"<c s="2"><v>1234</v></c>"#,
            r#"<c t="str"><f>CONCAT("a","b")</f><v>ab</v></c>"#,
        ]),
        // A day that lost its format, a telephone number that became a number.
        row(&[
            "Bernard",
            "Sampleton",
            "<c><v>25569</v></c>",
            "<c><v>7700900456</v></c>",
            "0004321",
            "=HYPERLINK(1)",
        ]),
        // Numbers that were written with a point or rounded on the way.
        row(&["Cerys", "Examplar", "7 June 1990", "4.47701E+11", "7654321.0", "fine"]),
        // A day that no calendar of Excel's has, and one that is wrong in it.
        row(&["Dafydd", "Mockford", r#"<c s="1"><v>60</v></c>"#, "", "0000001", ""]),
    ];
    let book = workbook(&[("People", "visible", &format!("<sheetData>{}</sheetData>", rows.concat()))], 1900);
    let mut plan = plan(&sandbox, &book);
    assert_eq!(call(&sandbox, "import.read", &plan)["formulas"], 1);
    let report = call(&sandbox, "import.check", &plan);
    assert_eq!(
        doubts(&report),
        [
            ("day-number", 1, "25569", "1 January 1970"),
            ("decimal", 1, "7654321.0", "7654321"),
            ("rounded", 1, "4.47701E+11", ""),
            ("zero-lost", 1, "7700900456", "07700 900456"),
        ]
    );
    assert_eq!(report["good"], 1, "only Agnes needs no answer: {report}");
    plan["doubts"] = json!([
        { "kind": "day-number", "way": "mend" }, { "kind": "decimal", "way": "mend" },
        { "kind": "rounded", "way": "blank" }, { "kind": "zero-lost", "way": "mend" },
    ]);
    let report = call(&sandbox, "import.claimants", &plan);
    assert_eq!((&report["good"], &report["bad"]), (&json!(3), &json!(1)), "{report}");
    assert_eq!(report["problems"][0]["column"], "date of birth", "1900 had no 29 February: {report}");
    let claimant =
        |number: u32| call(&sandbox, "claimant.get", &json!({ "number": number }))["claimant"].take();
    let agnes = claimant(1);
    assert_eq!(agnes["identity"]["date_of_birth"], "1972-02-14");
    assert_eq!(agnes["episodes"][0]["membership_number"], "0001234");
    assert_eq!(agnes["consequence"]["own_words"], "ab", "what the formula came to, and not the formula");
    let bernard = claimant(2);
    assert_eq!(bernard["contact"]["mobile"], "07700 900456");
    assert_eq!(bernard["consequence"]["own_words"], "=HYPERLINK(1)", "words that look like a formula");
    assert_eq!(claimant(3)["episodes"][0]["membership_number"], "7654321");
}

#[test]
fn hidden_rows_come_in_and_merged_cells_are_named() {
    let sandbox = Sandbox::with_matter();
    let people = [
        row(&["forenames", "surname", "address"]),
        row(&["Agnes", "Testwick", "1 Mill Lane, Leeds"]),
        row(&["Bernard", "Testwick"]).replace("<row>", r#"<row hidden="1">"#),
    ];
    let sheet = format!(
        r#"<sheetData>{}</sheetData><mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>"#,
        people.concat()
    );
    let plan = plan(&sandbox, &workbook(&[("People", "visible", &sheet)], 1900));
    let read = call(&sandbox, "import.read", &plan);
    assert_eq!((&read["hidden_rows"], &read["merged"]), (&json!(1), &json!(1)));
    assert_eq!(call(&sandbox, "import.claimants", &plan)["good"], 2);
    let bernard = call(&sandbox, "claimant.get", &json!({ "number": 2 }));
    assert_eq!(bernard["claimant"]["contact"]["addresses"], json!([]), "nobody said that he lives there too");
}

#[test]
fn of_several_sheets_the_one_with_people_is_read_and_another_one_when_it_is_asked_for() {
    let sandbox = Sandbox::with_matter();
    let data = |rows: &[String]| format!("<sheetData>{}</sheetData>", rows.concat());
    let notes = data(&[row(&["What we did", "When"]), row(&["Rang people up", "May"])]);
    let people = data(&[row(&["forenames", "surname"]), row(&["Agnes", "Testwick"])]);
    let old = data(&[row(&["forenames", "surname", "emails"]), row(&["Olwen", "Former", "o@post.example"])]);
    let book = workbook(
        &[("Notes", "visible", &notes), ("People", "visible", &people), ("Old", "hidden", &old)],
        1900,
    );
    let mut plan = plan(&sandbox, &book);
    let read = call(&sandbox, "import.read", &plan);
    assert_eq!((&read["sheet"], &read["sheets"]), (&json!("People"), &json!(["Notes", "People", "Old"])));
    plan["sheet"] = json!("Old");
    let read = call(&sandbox, "import.read", &plan);
    assert_eq!(read["headings"][2]["samples"], json!(["o@post.example"]));
    plan["sheet"] = json!("Absent");
    sandbox.run(["call", "import.read", &plan.to_string()]).ends_with(1);
}

#[test]
fn days_of_old_macintosh_workbooks_are_counted_from_1904() {
    for (epoch, born) in [(1900, "1972-02-14"), (1904, "1976-02-15")] {
        let sandbox = Sandbox::with_matter();
        let rows = [
            row(&["forenames", "surname", "date of birth"]),
            row(&["Agnes", "Testwick", r#"<c s="1"><v>26343</v></c>"#]),
        ];
        let book =
            workbook(&[("People", "visible", &format!("<sheetData>{}</sheetData>", rows.concat()))], epoch);
        assert_eq!(call(&sandbox, "import.claimants", &plan(&sandbox, &book))["good"], 1);
        let agnes = call(&sandbox, "claimant.get", &json!({ "number": 1 }));
        assert_eq!(agnes["claimant"]["identity"]["date_of_birth"], born, "{epoch}");
    }
}
