//! What may go wrong under one's hands at home: the person is told, and nothing that was typed is lost.

use super::keys::Keys;
use super::*;

#[test]
fn a_stick_that_is_pulled_out_while_nia_types_takes_nothing() {
    let firm = Firm::new();
    let home = firm.home(&[]);
    Keys { window: &home }.begin(&firm.invitation, &firm.folder());
    home.press("Go on");
    home.arrive("What is your name?");
    home.fill("First names", "Nia");
    go_on(&home);
    home.arrive("Is this about you?");
    home.press("Back");
    home.arrive("What is your name?");

    fs::rename(firm.folder(), firm.at("away")).unwrap();
    home.fill("Last name", "Enghraifft");
    home.see("The folder with your answers is gone.");
    home.see("Put the stick back in, or move the folder back.");
    home.look("reg-folder-gone");
    home.press("Back");
    home.press("Save and go on");
    home.arrive("What is your name?");
    assert_eq!(home.typed("Last name"), "Enghraifft", "the page stays, with what was typed");

    fs::rename(firm.at("away"), firm.folder()).unwrap();
    go_on(&home);
    home.arrive("Is this about you?");
    home.press("Back");
    home.arrive("What is your name?");
    assert_eq!(home.typed("Last name"), "Enghraifft");
}
