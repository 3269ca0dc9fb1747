//! A spreadsheet in the making, and what the import says of it.

use std::path::Path;

use joinder_tests::program::{Ended, Sandbox};
use serde_json::Value;

/// A sheet with the least that a claimant needs.
pub const HEADING: &str = "reference,forenames,surname,date of birth,emails,address,notice received";

/// Bronwen's row.
pub const BRONWEN: &str = "B-1,Bronwen,Parry,14/02/1971,bronwen@gpost.example,\"1 Mill Lane, Leeds\",yes";
/// Dafydd's row.
pub const DAFYDD: &str = "D-1,Dafydd,Gwyn,3 May 1958,dafydd@fernline.example,2 Mill Lane,no";

/// Imports `bytes` as a CSV file, with the report as JSON.
pub fn import(sandbox: &Sandbox, bytes: impl AsRef<[u8]>) -> Ended {
    let file = sandbox.file("sheet.csv", bytes);
    sandbox.run(["--json".as_ref(), "import".as_ref(), "claimants".as_ref(), file.as_os_str()])
}

/// Names of everybody in the matter, by number.
pub fn names(sandbox: &Sandbox) -> Vec<String> {
    let listed = sandbox.run(["--json", "list", "--sort", "number", "--limit", "1000"]).succeeds().json();
    listed["rows"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

/// The rows of the error file, without its heading.
pub fn error_file(report: &Value) -> Vec<Vec<String>> {
    let path = report["error_file"].as_str().expect("there is an error file");
    let mut reader = csv::Reader::from_path(Path::new(path)).unwrap();
    assert_eq!(
        reader.headers().unwrap(),
        vec!["row", "column", "value found", "what is wrong", "what would be right"]
    );
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}
