//! The question pages, one after the other, as Bernard answers them.

use super::*;

pub(super) fn about_him(window: &Window) {
    window.press("Go on");
    page(window, "What is your name?", "reg-name");
    refused(window);
    window.look("reg-name-refused");
    window.fill("First names", "Bernard");
    window.fill("Last name", "Testwick");
    go_on(window);
    page(window, "Is this about you?", "reg-capacity");
    window.answer("Who is this about?", "A person who has died");
    window.see("Only the person who looks after the estate can do this");
    go_on(window);
    page(window, "Who are you?", "reg-acting");
    window.press("Back");
    window.arrive("Is this about you?");
    window.answer("Who is this about?", "Me");
    go_on(window);
    page(window, "Have you had other names?", "reg-other-names");
    window.tick("I have had no other names");
    go_on(window);
    page(window, "When were you born?", "reg-birth");
    window.fill_day("Your date of birth", "29", "February", "1961");
    refused(window);
    window.look("reg-birth-refused");
    window.press("Back");
    window.arrive("Have you had other names?");
    window.press("Go to the list");
    window.arrive("Your answers");
    window.see("Something that you typed is not saved yet.");
    window.press("Go to that page");
    window.arrive("When were you born?");
    assert_eq!(window.typed("Day"), "29", "what was typed is there, although no calendar has it");
    window.fill_day("Your date of birth", "28", "2", "1961");
    go_on(window);
    window.arrive("Your answers");
    window.press("How to reach you");
    page(window, "Which email addresses have you used?", "reg-emails");
    window.fill("Email address", ADDRESS);
    window.see_kept();
}

pub(super) fn resume(window: &Window) {
    window.arrive("Where do you want to start?");
    window.see("Go on with your answers");
    window.prove("reg-start-again");
    window.press("answers");
    window.arrive("Open your answers");
    window.fill("Passphrase", "not the passphrase");
    window.press("Unlock");
    window.see("Code: ");
    window.prove("reg-unlock");
    window.fill("Passphrase", PASSPHRASE);
    window.press("Unlock");
    window.arrive("Your answers");
    window.press("How to reach you");
    window.arrive("Which email addresses have you used?");
    assert_eq!(window.typed("Email address"), ADDRESS, "what was typed before the kill");
    go_on(window);
    page(window, "What is your phone number?", "reg-phone");
    // With keys alone: to the field, the number, and on.
    window.run("document.querySelector('h1').focus()");
    window.keys("\u{E004}");
    window.keys("07700 900123\u{E007}");
    page(window, "Where do you live?", "reg-address");
    window.fill("House, street and town", "22 Fixture Street\u{E006}Exampleton");
    window.fill("Postcode", "AA1 2AB");
    go_on(window);
    page(window, "How can we reach you safely?", "reg-safety");
    window.fill("What must we not do?", "No voicemail");
    go_on(window);
    page(window, "Must your address stay hidden?", "reg-hide");
    window.tick("Hide my address from papers that others may read");
    window.see("Why should it be hidden?");
    go_on(window);
    page(window, "Do you need help with reading or talking?", "reg-needs");
    go_on(window);
    page(window, "Where did you live on 29 October 2021?", "reg-nation");
    window.answer("Where did you live?", "Scotland");
    window.see("The time limit in Scotland is short");
    window.answer("Where did you live?", "England");
    go_on(window);
    window.arrive("Your answers");
}

pub(super) fn when_he_was_with_them(window: &Window) {
    window.press("When you were with them");
    page(window, "When were you with the Labour Party?", "reg-episodes");
    window.choose("What were you?", "Member");
    window.fill_date_in_words("When did it begin?", "about 2016");
    window.fill_date_in_words("When did it end?", "mid 2020");
    window.see("Read as:");
    window.choose("How did it end?", "I resigned");
    go_on(window);
    page(window, "Are you with the Labour Party now?", "reg-now");
    window.choose("What are you now?", "Former member (resigned)");
    go_on(window);
    page(window, "Do you do any of these, or did you?", "reg-roles");
    go_on(window);
    page(window, "What did the Labour Party know about you?", "reg-data");
    window.tick("Postal address");
    go_on(window);
    window.arrive("Your answers");
    window.press("What they told you");
    page(window, "Did the Labour Party tell you about the data?", "reg-told");
    window.answer("Were you told?", "Yes");
    go_on(window);
    page(window, "How were you told?", "reg-told-how");
    window.choose("How did it come?", "Email");
    window.answer("Do you still have it?", "Yes");
    go_on(window);
    page(window, "Did they tell you about other lost data before that?", "reg-earlier");
    window.answer("Was there an older message?", "No");
    go_on(window);
    page(window, "Did you ask the Labour Party about your data?", "reg-asked");
    window.press("Add a time when you asked");
    window.choose("What did you ask?", "I asked for my data");
    window.fill_date_in_words("When did you ask?", "November 2021");
    window.answer("Did they answer?", "No");
    window.look("reg-asked-one");
    go_on(window);
    window.arrive("Your answers");
}

pub(super) fn what_it_did(window: &Window) {
    window.press("How it affected you");
    page(window, "How has it affected you, if it has?", "reg-words");
    window.fill("In your own words", WORDS);
    go_on(window);
    page(window, "Do you worry about what may come of it?", "reg-fear");
    go_on(window);
    page(window, "Did you feel any of these?", "reg-descriptors");
    window.answer("Disturbed sleep", "Quite a lot");
    go_on(window);
    page(window, "Did you see a doctor about it?", "reg-diagnosis");
    window.answer("Did a doctor tell you that you were ill from it?", "Yes");
    window.see("The time limit for an illness is short");
    window.answer("Did a doctor tell you that you were ill from it?", "No");
    go_on(window);
    window.arrive("Your answers");
    window.press("Money, time and misuse");
    page(window, "Has your data been used in a wrong way?", "reg-misuse");
    go_on(window);
    page(window, "Did you lose or spend money?", "reg-money");
    window.press("Add a cost");
    window.choose("What was it for?", "Something else");
    window.fill("How much, in pounds?", "twelve");
    refused(window);
    window.look("reg-money-refused");
    window.fill("How much, in pounds?", "12.50");
    go_on(window);
    page(window, "Did it cost you time?", "reg-time");
    go_on(window);
    window.arrive("Your answers");
    window.press("Other firms");
    page(window, "Has another law firm acted for you in this?", "reg-other-firm");
    window.answer("Another firm?", "No");
    go_on(window);
    page(window, "Have you made a claim about this before?", "reg-earlier-claim");
    window.answer("Did you make a claim?", "No");
    go_on(window);
    window.arrive("Your answers");
}

pub(super) fn his_proof(window: &Window) {
    window.press("Your proof");
    window.arrive("Your proof");
    window.see("You have added no files");
    page(window, "Your proof", "reg-proof-none");
    let letter = std::env::temp_dir().join(format!("joinder-shopping-{}.txt", std::process::id()));
    fs::write(&letter, "Bread, tea, milk").unwrap();
    window.fill("Or type where the file is", &letter.display().to_string());
    window.press("Add this file");
    window.see("What we found");
    window.press(&format!("Take out {}", letter.file_name().unwrap().to_string_lossy()));
    window.see("was taken out");
    fs::remove_file(letter).unwrap();
    window.fill("Or type where the file is", NOTICE);
    window.press("Add this file");
    window.see(&format!("It was sent to {ADDRESS}, an address that you gave."));
    window.see("The email itself, saved as a file, would show more.");
    page(window, "Your proof", "reg-proof");
    window.press("How to save the email itself");
    window.arrive("How to save the email itself");
    window.prove("reg-howto");
    window.press("Back to your proof");
    go_on(window);
    window.arrive("Your answers");
}

/// Whoever goes back and forth among the consents loses no answer, the one that was not gone on from neither.
pub(super) fn consent_back_and_forth(window: &Window) {
    window.press("What you agree to");
    window.arrive(CONSENTS[0].0);
    refused(window);
    window.see("Choose yes or no");
    window.look("reg-consent-refused");
    window.press("Back");
    window.arrive("Your answers");
    window.press("What you agree to");
    page(window, CONSENTS[0].0, "reg-consent");
    window.answer("Do you agree?", "Yes, I agree");
    go_on(window);
    window.arrive(CONSENTS[1].0);
    window.answer("Do you agree?", "Yes, I agree");
    window.press("Back");
    window.arrive(CONSENTS[0].0);
    let chosen = || window.run("return document.querySelector('main input:checked')?.value ?? 'none'");
    assert_eq!(chosen(), "yes");
    go_on(window);
    window.arrive(CONSENTS[1].0);
    assert_eq!(chosen(), "yes");
    window.press("Go to the list");
    window.arrive("Your answers");
}

/// Agrees to what the firm cannot do without, and to nothing else.
pub(super) fn consent(window: &Window) {
    window.press("What you agree to");
    window.until_other("//h1", "Your answers");
    // Whoever comes back goes on with the first that has no answer.
    let at = window.read("//h1");
    let left = CONSENTS.iter().skip_while(|(heading, _)| !at.ends_with(heading));
    for (heading, agrees) in left {
        window.arrive(heading);
        window.answer("Do you agree?", if *agrees { "Yes, I agree" } else { "No" });
        go_on(window);
    }
    window.arrive("Your answers");
}
