//! A matter in which three people have consented to be joined, and the lead firm's template.

use std::path::{Path, PathBuf};

use joinder_app::{App, Clock, Error, Job};
use rust_xlsxwriter::{
    DataValidation, DataValidationRule, ExcelDateTime, Format, Formula, Workbook, Worksheet,
};
use serde_json::{Value, json};
use tempfile::TempDir;

pub struct Stage {
    pub temp: TempDir,
    pub app: App,
}

impl Stage {
    /// The program on 23 November 2026, without a matter.
    pub fn empty() -> Self {
        let temp = tempfile::tempdir().unwrap();
        let at = "2026-11-23T09:00:00Z".parse().unwrap();
        let app = App::at(temp.path().join("config"), Clock::Fixed(at));
        Self { temp, app }
    }

    /// A matter that Imogen has just made.
    pub fn matter() -> Self {
        let stage = Self::empty();
        stage.call(
            "matter.create",
            json!({
                "folder": stage.path("matter"), "name": "Labour 2021", "profile": "labour-2021",
                "sign_in": "imogen", "full_name": "Imogen Achebe", "passphrase": "four unrelated short words",
            }),
        );
        stage
    }

    /// The same with Ngozi, Aled and Bronwen, who have consented, and Tomasz, who has not.
    pub fn with_people() -> Self {
        let stage = Self::matter();
        stage.add(ngozi());
        stage.add(person("Aled", "Parry", true));
        stage.add(person("Bronwen", "Testwick", true));
        stage.add(person("Tomasz", "Przykład", false));
        stage.call("classification.run", json!({}));
        stage
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.temp.path().join(name)
    }

    pub fn add(&self, claimant: Value) -> u32 {
        let added = self.call("claimant.add", json!({ "claimant": claimant }));
        u32::try_from(added["number"].as_u64().unwrap()).unwrap()
    }

    #[track_caller]
    pub fn call(&self, name: &str, input: Value) -> Value {
        self.refuse(name, input).unwrap_or_else(|error| panic!("{name}: {error} {:?}", error.problems))
    }

    pub fn refuse(&self, name: &str, input: Value) -> Result<Value, Error> {
        Ok(self.app.dispatch(name, input, &Job::quiet())?["output"].take())
    }

    /// The code of the error that a command ends with.
    #[track_caller]
    pub fn refused(&self, name: &str, input: Value) -> String {
        let error = self.refuse(name, input).unwrap_err();
        assert!(!error.message.starts_with("err-") && !error.fix.starts_with("fix-"), "{error:?}");
        error.code
    }

    #[track_caller]
    pub fn export(&self, kind: &str, audience: &str, file: &str) -> PathBuf {
        let path = self.path(file);
        self.call("register.export", json!({ "kind": kind, "audience": audience, "path": path }));
        path
    }
}

fn consent(given: bool) -> Value {
    json!([{ "kind": "joined-as-claimant", "given": given, "at": "2026-10-05T10:00:00Z", "how": "on paper" }])
}

pub fn person(forenames: &str, surname: &str, consents: bool) -> Value {
    json!({
        "identity": { "forenames": forenames, "surname": surname },
        "consents": if consents { consent(true) } else { json!([]) },
    })
}

/// Somebody with everything that a public paper must not show.
pub fn ngozi() -> Value {
    json!({
        "identity": {
            "forenames": "Ngozi", "surname": "Eze", "date_of_birth": "1984-02-29",
            "national_insurance_number": "QQ 12 34 56 C".replace("QQ", "AB"),
            "other_names": [{ "kind": "maiden", "name": "Ngozi Okonkwo" }], "protect_former_names": true,
        },
        "contact": {
            "emails": [{ "address": "ngozi.eze@example.org" }], "mobile": "07700 900123",
            "addresses": [{ "use": "now", "lines": ["14 Tannery Wharf", "Sample Town"], "postcode": "ZZ99 3WZ" }],
        },
        "consequence": { "own_words": "I could not sleep.", "medication": "sertraline" },
        "losses": [{ "head": "other", "amount": "120.50" }],
        "proceedings": { "other_firm": "dont-know" },
        "notification": { "received": "dont-know" },
        "consents": consent(true),
    })
}

/// What the planted identifiers look like when they are written down.
pub const PLANTED: &[&str] = &[
    "Tannery",
    "ZZ99",
    "1984",
    "29 February",
    "29/02",
    "900123",
    "ngozi.eze@",
    "AB 12",
    "AB123456C",
    "Okonkwo",
    "sertraline",
    "could not sleep",
];

/// The lead firm's template: eight columns with formats, drop-downs and a title above them.
pub fn template(path: &Path) {
    template_with(path, |_| {});
}

/// The same, spoilt by `spoil`.
pub fn template_with(path: &Path, spoil: impl FnOnce(&mut Worksheet)) {
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let text = Format::new().set_num_format("@");
    let sheet = book.add_worksheet();
    sheet.set_name("Group register").unwrap();
    sheet.write_string(0, 0, "Group register: one row for each claimant").unwrap();
    for (column, heading) in (0..).zip(HEADINGS) {
        sheet.write_string(1, column, *heading).unwrap();
    }
    sheet.set_column_format(4, &day).unwrap();
    sheet.set_column_format(5, &day).unwrap();
    sheet.set_column_format(6, &text).unwrap();
    let whole = DataValidation::new().allow_whole_number(DataValidationRule::Between(1, 99_999));
    sheet.add_data_validation(2, 0, 999, 0, &whole).unwrap();
    let cohort = DataValidation::new().allow_list_strings(&["Confirmed", "Unconfirmed"]).unwrap();
    sheet.add_data_validation(2, 3, 999, 3, &cohort).unwrap();
    let band = DataValidation::new().allow_list_formula(Formula::new("=Lists!$A$1:$A$3"));
    sheet.add_data_validation(2, 7, 999, 7, &band).unwrap();
    spoil(sheet);
    let lists = book.add_worksheet();
    lists.set_name("Lists").unwrap().set_hidden(true);
    for (row, band) in (0..).zip(["Up to £1,000", "£1,001 to £5,000", "Above £5,000"]) {
        lists.write_string(row, 0, band).unwrap();
    }
    book.save(path).unwrap();
}

pub const HEADINGS: &[&str] = &[
    "Claimant No",
    "Surname",
    "Forenames ",
    "Confirmed/Unconfirmed",
    "Date of birth",
    "Date of entry",
    "Mobile number",
    "Value band",
];

/// A cell of a register that another firm sends.
#[derive(Clone, Copy)]
pub enum Cell {
    None,
    Text(&'static str),
    Number(f64),
    Day(u16, u8, u8),
    Formula(&'static str),
}

/// A register that follows the template without a fault.
pub fn good_rows() -> Vec<Vec<Cell>> {
    use Cell::{Day, None, Number, Text};
    let row = |number, surname, forenames, band| {
        vec![
            Number(number),
            Text(surname),
            Text(forenames),
            Text("Confirmed"),
            Day(1971, 5, 4),
            Day(2026, 10, 1),
            Text("07700900456"),
            band,
        ]
    };
    vec![
        row(1.0, "Achebe", "Chidi", Text("Up to £1,000")),
        row(2.0, "=Smith", "O’Neil", None),
        row(3.0, "Nguyễn", "Thị Minh Khai", Text("Above £5,000")),
        row(4.0, "Parry", "Aled", Text("£1,001 to £5,000")),
    ]
}

/// Writes a register as another firm would.
pub fn register(path: &Path, headings: &[&str], rows: &[Vec<Cell>]) {
    register_with(path, headings, rows, |_| {});
}

pub fn register_with(path: &Path, headings: &[&str], rows: &[Vec<Cell>], spoil: impl FnOnce(&mut Worksheet)) {
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let sheet = book.add_worksheet();
    sheet.set_name("Group register").unwrap();
    sheet.write_string(0, 0, "Group register: one row for each claimant").unwrap();
    for (column, heading) in (0..).zip(headings) {
        sheet.write_string(1, column, *heading).unwrap();
    }
    for (row, cells) in (2..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::None => {}
                Cell::Text(words) => {
                    sheet.write_string(row, column, *words).unwrap();
                }
                Cell::Number(number) => {
                    sheet.write_number(row, column, *number).unwrap();
                }
                Cell::Day(y, m, d) => {
                    let moment = ExcelDateTime::from_ymd(*y, *m, *d).unwrap();
                    sheet.write_datetime_with_format(row, column, &moment, &day).unwrap();
                }
                Cell::Formula(formula) => {
                    sheet.write_formula(row, column, Formula::new(*formula)).unwrap();
                }
            }
        }
    }
    spoil(sheet);
    book.save(path).unwrap();
}
