//! A paralegal's day in the real window, by keyboard alone: a campaign's spreadsheet of 5,000 rows with 40 faults, 30
//! people who are there twice, three who are chased, a list that goes out, and everything taken back step by step.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use joinder_app::{App, Job};
use joinder_tests::program::{PASSPHRASE, Sandbox};
use serde_json::{Value, json};

use crate::ENTER;
use crate::evidence::unlocked;
use crate::window::{CTRL, ESCAPE, RIGHT, TAB, Window};

const ROWS: usize = 5_000;
const TWICE: usize = 30;
/// Faults of each kind: telephone numbers without their zero, days that became numbers, days that no month has.
const FAULTS: [usize; 3] = [20, 10, 10];

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

/// Somebody like nobody else: first name, surname, birthday, email, telephone, address.
fn person(n: usize) -> [String; 6] {
    const GIVEN: [&str; 24] = [
        "Agnes", "Bernard", "Cerys", "Dafydd", "Esi", "Farah", "Gwen", "Huw", "Ines", "Jonas", "Keziah",
        "Lowri", "Maeve", "Nikhil", "Olena", "Pavel", "Rhian", "Siân", "Tomasz", "Ursula", "Viktor", "Wanda",
        "Yusuf", "Zofia",
    ];
    const STREETS: [&str; 16] = [
        "Mill Lane",
        "Station Road",
        "Heol Fach",
        "Castle Street",
        "Church Walk",
        "Park Avenue",
        "Quarry Hill",
        "Bridge Street",
        "Sea View",
        "Elm Grove",
        "Chapel Row",
        "Market Place",
        "Orchard Close",
        "School Lane",
        "Victoria Terrace",
        "Windmill Rise",
    ];
    const TOWNS: [&str; 12] = [
        "Leeds", "Cardiff", "Derby", "York", "Hull", "Bath", "Luton", "Hove", "Bangor", "Wrexham", "Preston",
        "Truro",
    ];
    let mut dice = Dice((n as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(0x0123_4567));
    let forenames = dice.one(&GIVEN);
    [
        forenames.to_owned(),
        surname(n * 2_731 % 5_200),
        format!("{}/{}/{}", 1 + dice.below(28), 1 + dice.below(12), 1940 + dice.below(60)),
        format!("{}.{n}@post.example", forenames.to_lowercase()),
        // There are a thousand numbers that nobody has.
        if n < 1_000 { format!("07700 {:06}", 900_000 + n * 457 % 1_000) } else { String::new() },
        format!("{} {}, {}", 1 + dice.below(250), dice.one(&STREETS), dice.one(&TOWNS)),
    ]
}

/// A surname of its own for each number below 5,200.
fn surname(n: usize) -> String {
    const BEGINS: [&str; 20] = [
        "Ab", "Bran", "Cor", "Dun", "El", "Far", "Gar", "Hol", "Ing", "Jar", "Kel", "Lang", "Mar", "Nor",
        "Oak", "Pen", "Quin", "Ros", "Sal", "Thorn",
    ];
    const MIDDLES: [&str; 20] = [
        "ber", "caster", "den", "field", "gate", "ham", "ing", "kirk", "ley", "mere", "nell", "over", "pool",
        "quay", "ridge", "stead", "ton", "under", "vale", "worth",
    ];
    const ENDS: [&str; 13] =
        ["", "by", "erson", "ettle", "ford", "garth", "house", "lock", "mill", "nold", "rock", "sby", "wick"];
    [BEGINS[n % 20], MIDDLES[n / 20 % 20], ENDS[n / 400]].concat()
}

/// What the campaign sent: the first thirty are there already, under another address.
fn campaign() -> String {
    let mut text = String::from("First name,Last name,DOB,Email,Phone,Home address\n");
    for n in 0..ROWS {
        let [forenames, surname, mut born, email, mut phone, address] = person(n);
        if (100..100 + FAULTS[0]).contains(&n) {
            phone = phone.replace(' ', "").trim_start_matches('0').to_owned();
        } else if (200..200 + FAULTS[1]).contains(&n) {
            born = "25569".to_owned();
        } else if (300..300 + FAULTS[2]).contains(&n) {
            born = "31/02/1970".to_owned();
        }
        writeln!(text, "{forenames},{surname},{born},{email},{phone},\"{address}\"").unwrap();
    }
    text
}

/// Those who came in before, each with an address of their own.
fn before() -> String {
    let mut text = String::from("reference,forenames,surname,date of birth,emails,mobile\n");
    for n in 0..TWICE {
        let [forenames, surname, born, _, phone, _] = person(n);
        writeln!(text, "E-{n},{forenames},{surname},{born},early{n}@fernline.example,{phone}").unwrap();
    }
    text
}

fn call(app: &App, name: &str, input: Value) -> Value {
    app.dispatch(name, input, &Job::quiet()).unwrap_or_else(|error| panic!("{name}: {error:?}"))["output"]
        .take()
}

/// Copies the matter, and brings the copy back into a folder of its own.
fn copy(sandbox: &Sandbox) -> std::path::PathBuf {
    let app = App::new(sandbox.path("config"));
    let sign_in = json!({ "folder": sandbox.matter(), "sign_in": "bronwen", "passphrase": PASSPHRASE });
    call(&app, "matter.unlock", sign_in);
    let made = call(&app, "backup.make", json!({ "place": sandbox.path("copies") }));
    call(&app, "matter.lock", json!({}));
    let back = sandbox.path("back");
    call(&app, "backup.restore", json!({ "folder": made["folder"], "to": back }));
    back
}

/// Everything that a matter says, apart from its audit and from when it was said.
fn said(sandbox: &Sandbox, folder: &Path) -> Value {
    let app = App::new(sandbox.path("config"));
    let sign_in = json!({ "folder": folder, "sign_in": "bronwen", "passphrase": PASSPHRASE });
    call(&app, "matter.unlock", sign_in);
    let numbers = call(&app, "claimant.ids", json!({ "sort": "number" }));
    let mut rows = call(&app, "claimant.rows", json!({ "numbers": numbers }));
    for row in rows.as_array_mut().unwrap() {
        row["updated"] = Value::Null;
        row["since"] = Value::Null;
    }
    let records: Vec<Value> = numbers
        .as_array()
        .unwrap()
        .iter()
        .map(|number| {
            let record = call(&app, "claimant.get", json!({ "number": number }));
            let journal = call(&app, "journal.list", json!({ "number": number }));
            json!([record["claimant"], record["classification"], record["evidence"], journal])
        })
        .collect();
    let lists = ["match.list", "evidence.unassigned", "view.list", "claimant.counts"].map(|name| {
        let input = if name == "match.list" { json!({ "decided": false }) } else { json!({}) };
        call(&app, name, input)
    });
    assert_eq!(call(&app, "audit.verify", json!({}))["verdict"], "intact");
    json!({ "rows": rows, "records": records, "lists": lists })
}

#[test]
fn bronwen_works_through_a_day_with_the_keyboard_alone_and_takes_it_all_back() {
    let sandbox = Sandbox::with_matter();
    let early = sandbox.file("early.csv", before());
    sandbox.run(["import".as_ref(), "claimants".as_ref(), early.as_os_str()]).succeeds();
    let copy = copy(&sandbox);
    let csv = sandbox.file("campaign.csv", campaign());
    let window = unlocked(&sandbox);
    import(&window, &csv.display().to_string());
    let steps = 1 + resolve(&window) + chase(&window);
    export(&window, &sandbox);
    take_back(&window, steps);
    open(&window, "lock", "Lock");
    window.arrive("Unlock the matter");
    drop(window);
    let (morning, evening) = (said(&sandbox, &copy), said(&sandbox, &sandbox.matter()));
    assert_eq!(evening["records"], morning["records"]);
    assert_eq!(evening, morning);
}

/// Opens a page by the palette.
fn open(window: &Window, words: &str, heading: &str) {
    window.keys(&format!("{CTRL}k"));
    window.see("An action, a kept view or a claimant");
    window.keys(words);
    window.attribute(&format!("//dialog//li[contains(@class, 'active')][contains(., '{heading}')]"), "role");
    window.keys(ENTER);
}

fn import(window: &Window, csv: &str) {
    open(window, "import", "Import");
    window.arrive("Import claimants");
    window.reach("Spreadsheet");
    window.keys(csv);
    window.keys(ENTER);
    window.see_in_the_end("What would happen");
    window.look("import-columns");
    window.see("lost the zero at the beginning");
    for words in ["The dates that the numbers stand for", "Put the zero back"] {
        window.reach(words);
        window.keys(" ");
    }
    window.look("import-doubts");
    // Days that no month has were asked for on the telephone.
    for n in 0..FAULTS[2] {
        window.reach(&format!("Value of date of birth in row {}", 302 + n));
        window.keys(&format!("{CTRL}a"));
        window.keys("28/02/1970");
    }
    window.keys(TAB);
    window.look("import-faults");
    window.reach_back("Check again");
    window.keys(ENTER);
    window.see_in_the_end(&format!("{TWICE} new rows look like somebody who is there"));
    window.see(&format!("Import {} rows", thousands(ROWS)));
    for (width, height) in [(1920, 1080), (1280, 800)] {
        window.resize(width, height);
        window.look(&format!("import-ready-{width}"));
    }
    window.reach(&format!("Import {} rows", thousands(ROWS)));
    window.keys(ENTER);
    window.see_in_the_end("Import of campaign.csv");
    window.look("imported");
}

/// Makes thirty pairs one, and one of them two again; gives the number of steps.
fn resolve(window: &Window) -> usize {
    open(window, "possible", "Possible duplicates");
    window.arrive("Possible duplicates");
    for n in 0..TWICE {
        window.see(&format!("Waiting ({})", TWICE - n));
        window.see("This looks like one person.");
        window.see("The records say nothing different.");
        if n == 0 {
            window.look("duplicates");
        }
        window.keys("m");
        window.see("Merge two records");
        window.reach("Why");
        window.keys("she said so on the telephone");
        window.keys(TAB);
        window.keys(ENTER);
    }
    window.see("No pair waits for a decision.");
    window.reach_back("Waiting (0)");
    window.keys(RIGHT);
    window.see("she said so on the telephone");
    window.reach_starting("Undo the merge");
    window.keys(ENTER);
    window.see("Both records will be as they were");
    window.reach("Why");
    window.keys("two cousins of one name");
    window.keys(TAB);
    window.keys(ENTER);
    window.see("Waiting (1)");
    window.look("duplicates-decided");
    TWICE + 1
}

/// Three whose spell has no beginning get a task each; gives the number of steps.
fn chase(window: &Window) -> usize {
    let chased = [4_007, 4_008, 4_009];
    for n in chased {
        let [forenames, surname, ..] = person(n);
        let name = format!("{forenames} {surname}");
        open(window, &name.to_lowercase(), &name);
        window.arrive(&name);
        window.keys("k");
        window.see("What is to be done");
        window.keys("ask when the membership began");
        window.keys(&format!("{CTRL}{ENTER}"));
        window.see("ask when the membership began");
        window.see("Done");
    }
    window.look("record-task");
    chased.len()
}

fn export(window: &Window, sandbox: &Sandbox) {
    open(window, "claimants", "Claimants");
    window.arrive("Claimants");
    let out = sandbox.path("list.csv");
    window.reach("Export");
    window.keys(ENTER);
    window.reach("File, ending in .xlsx or .csv");
    window.keys(&out.display().to_string());
    window.keys(ENTER);
    window.see_in_the_end("claimants are in list.csv.");
    assert_eq!(
        fs::read_to_string(out).unwrap().lines().count(),
        2 + ROWS,
        "a heading, and one who is two again"
    );
    window.keys(ESCAPE);
}

fn take_back(window: &Window, steps: usize) {
    for left in (0..steps).rev() {
        let before = window.read("//*[@class and contains(@class, 'undo')]//button");
        window.keys(&format!("{CTRL}z"));
        if left == 0 {
            window.see_in_the_end("Undone: import of “campaign.csv”");
        } else {
            window.until_other("//*[contains(@class, 'undo')]//button", &before);
        }
    }
    window.look("taken-back");
}

fn thousands(n: usize) -> String {
    format!("{},{:03}", n / 1000, n % 1000)
}
