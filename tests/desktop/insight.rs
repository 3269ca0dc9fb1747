//! Who was affected, read in the real window: a number opens its claimants, and the figures go into a folder.

use std::fmt::Write as _;
use std::fs;

use joinder_tests::program::Sandbox;

use crate::evidence::unlocked;

#[test]
fn imogen_reads_who_was_told_and_takes_the_figures_with_her() {
    let sandbox = Sandbox::with_matter();
    let csv = sandbox.file("people.csv", people());
    sandbox.run(["import".as_ref(), "claimants".as_ref(), csv.as_os_str()]).succeeds();
    let window = unlocked(&sandbox);

    window.go("Who was affected");
    window.arrive("Who was affected");
    window.see("Claimants choose themselves");
    window.see("This is a lead to ask the defendant about, not proof.");
    window.see("or later, or had not left");
    window.look("insight");

    window.click(
        "//section[@aria-labelledby='insight-year-of-leaving']//button[contains(@aria-label, '2018, Told')]",
    );
    window.arrive("Claimants");
    window.see("Counted elsewhere: Told and not told, by year of leaving");
    window.look("insight-list");

    window.go("Who was affected");
    window.arrive("Who was affected");
    let out = sandbox.path("figures");
    window.fill("Folder", &out.display().to_string());
    window.press("Write the files");
    window.see("insight.xlsx");
    assert!(fs::read(out.join("insight.pdf")).unwrap().starts_with(b"%PDF"));
    window.look("insight-written");
}

/// Former members: who left from 2018 on was told.
fn people() -> String {
    let mut text =
        "reference,forenames,surname,nation at incident,episode 1 kind,episode 1 start,episode 1 end,\
         episode 1 ending,notice received\n"
            .to_owned();
    for n in 0..60 {
        let year = 2014 + n % 8;
        let told = if (year >= 2018) != (n % 29 == 0) { "yes" } else { "no" };
        let nation = if n % 7 == 3 { "Scotland" } else { "England" };
        writeln!(text, "R{n},Ewan,Testwick{n},{nation},member,2010,{year},resigned,{told}").unwrap();
    }
    text
}
