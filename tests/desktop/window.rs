//! The window as a person uses it: by labels and legends, buttons and headings.

mod keyboard;
mod look;

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use serde_json::{Value, json};

use crate::driver::Driver;

/// What WebDriver calls an element in its answers.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How WebDriver writes keys that are no letters.
pub const TAB: &str = "\u{E004}";
/// The Shift key, held to the end of what is pressed together.
pub const SHIFT: &str = "\u{E008}";
/// The Control key, held to the end of what is pressed together.
pub const CTRL: &str = "\u{E009}";
/// The Enter key.
pub const ENTER: &str = "\u{E007}";
/// The Escape key.
pub const ESCAPE: &str = "\u{E00C}";
/// The arrow to the right.
pub const RIGHT: &str = "\u{E014}";
/// The arrow down.
pub const DOWN: &str = "\u{E015}";

/// Stops of the Tab key on one page at most.
const STOPS: usize = 600;
/// How often something is looked at that is going to change.
const LOOKS: usize = 20_000;
/// How often something is waited for that takes long.
const LONG: usize = 8;

/// Pictures that are taken of something at most before it counts as not drawn.
const DRAWN_WITHIN: usize = 100;

/// The real window.
pub struct Window {
    driver: Driver,
    axe: String,
    shots: Option<PathBuf>,
    pages: Option<PathBuf>,
}

impl Window {
    /// Opens the window, started with `words`, with its settings in a folder of its own.
    pub fn open(settings: &Path, words: &[&str]) -> Self {
        assert!(
            std::env::var_os("DISPLAY").is_some() || std::env::var_os("WAYLAND_DISPLAY").is_some(),
            "the window needs a display: run this under `xvfb-run --auto-servernum`"
        );
        let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(axe).expect("axe-core looks for barriers: run `npm --prefix ui ci`");
        let driver = Driver::start(&program(), words, settings);
        let shots = std::env::var_os("JOINDER_SCREENSHOTS").map(PathBuf::from);
        let pages = std::env::var_os("JOINDER_PAGES").map(PathBuf::from);
        let window = Self { driver, axe, shots, pages };
        window.resize(1280, 860);
        window.listen();
        window
    }

    /// From now on, what fails in the page fails the story, and not only what it leaves undone; anew after a page was loaded anew.
    pub fn listen(&self) {
        self.run(
            "window.failures = [];
             addEventListener('error', ({ message, error }) => {
               // It only says that a size changed once more than one frame could follow.
               if (!message.startsWith('ResizeObserver loop')) window.failures.push(`${message} ${error?.stack}`);
             });
             addEventListener('unhandledrejection', ({ reason }) =>
               window.failures.push(reason?.message ? `${reason.message} ${reason.stack}` : JSON.stringify(reason)));",
        );
    }

    /// Makes the window so many pixels wide and high.
    pub fn resize(&self, width: u32, height: u32) {
        self.driver.post("/window/rect", json!({ "width": width, "height": height }));
    }

    /// Types into the field with this label, in place of what is there.
    pub fn fill(&self, label: &str, text: &str) {
        self.enter(&by_label(label), text);
    }

    /// Types into the last of several fields with this label.
    pub fn fill_last(&self, label: &str, text: &str) {
        self.enter(&format!("//*[@id=(//label[normalize-space(.)=\"{label}\"])[last()]/@for]"), text);
    }

    /// Types the words of a vague date into the date with this legend, and leaves the field.
    pub fn fill_date_in_words(&self, legend: &str, text: &str) {
        self.click(&in_group(legend, "//label[normalize-space(.)='In words']"));
        self.enter(&in_group(legend, "//input[@type='text']"), &format!("{text}\u{E004}"));
    }

    /// Types day, month and year into the date with this legend.
    pub fn fill_day(&self, legend: &str, day: &str, month: &str, year: &str) {
        for (label, text) in [("Day", day), ("Month", month), ("Year", year)] {
            let field = format!("//input[@id=//label[normalize-space(.)='{label}']/@for]");
            self.enter(&in_group(legend, &field), text);
        }
    }

    /// Chooses from the list with this label.
    ///
    /// WebKitGTK opens its list outside of the page, where WebDriver cannot reach it.
    pub fn choose(&self, label: &str, option: &str) {
        let list = self.find(&by_label(label));
        self.find(&format!("{}/option[normalize-space(.)=\"{option}\"]", by_label(label)));
        let script = "const [list, words] = arguments;
            list.focus();
            list.value = [...list.options].find((option) => option.text.trim() === words).value;
            list.dispatchEvent(new Event('change', { bubbles: true }));";
        self.driver.post("/execute/sync", json!({ "script": script, "args": [{ ELEMENT: list }, option] }));
    }

    /// Answers the question with this legend.
    pub fn answer(&self, legend: &str, answer: &str) {
        self.click(&in_group(legend, &format!("//label[normalize-space(.)=\"{answer}\"]")));
    }

    /// Ticks the box with this label.
    pub fn tick(&self, label: &str) {
        self.click(&format!("//label[normalize-space(.)=\"{label}\"]"));
    }

    /// Presses a button that leads to another page; with `JOINDER_TIMES`, prints after how many milliseconds the core had answered
    /// and the next page had been drawn, by the page's own clock.
    pub fn press_on(&self, words: &str) {
        if std::env::var_os("JOINDER_TIMES").is_none() {
            return self.press(words);
        }
        self.find(&format!("//button[normalize-space(.)=\"{words}\"]"));
        let script = "const [words, done] = arguments;
            const title = () => document.querySelector('h1')?.textContent.trim();
            const button = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === words);
            const [before, ask, begun] = [title(), window.fetch, performance.now()];
            const since = () => Math.round((performance.now() - begun) * 10) / 10;
            let answered = null;
            // Calls to the core go through fetch; the first of them saves the page.
            window.fetch = async (...call) => {
              const answer = await ask(...call);
              answered ??= since();
              return answer;
            };
            const other = new MutationObserver(() => {
              if (!title() || title() === before) return;
              other.disconnect();
              window.fetch = ask;
              // After the frame that shows it.
              requestAnimationFrame(() => setTimeout(() => done([title(), answered, since()])));
            });
            other.observe(document.body, { subtree: true, childList: true, characterData: true });
            button.click();";
        let took = self.driver.post("/execute/async", json!({ "script": script, "args": [words] }));
        println!("page {took}");
    }

    /// Presses the button with exactly these words.
    pub fn press(&self, words: &str) {
        self.click(&format!("//button[normalize-space(.)=\"{words}\"]"));
    }

    /// Goes to a page by the navigation on the left.
    pub fn go(&self, page: &str) {
        self.click(&format!("//nav//button[starts-with(normalize-space(.), \"{page}\")]"));
    }

    /// Waits for the page with this heading.
    pub fn arrive(&self, heading: &str) {
        self.find(&format!("//h1[contains(normalize-space(.), \"{heading}\")]"));
    }

    /// Waits until these words stand anywhere on the page.
    pub fn see(&self, words: &str) {
        self.find(&format!("//*[contains(normalize-space(text()), \"{words}\")]"));
    }

    /// The words of the first element of this XPath.
    pub fn read(&self, xpath: &str) -> String {
        let element = self.find(xpath);
        self.driver.get(&format!("/element/{element}/text")).as_str().unwrap_or_default().to_owned()
    }

    /// Everything that the page says.
    pub fn said(&self) -> String {
        self.run("return document.querySelector('main').innerText").as_str().unwrap_or_default().to_owned()
    }

    /// Waits for an element, and gives its attribute.
    pub fn attribute(&self, xpath: &str, name: &str) -> String {
        let element = self.find(xpath);
        self.driver
            .get(&format!("/element/{element}/attribute/{name}"))
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Waits for words that long work leads to.
    pub fn see_in_the_end(&self, words: &str) {
        let xpath = format!("//*[contains(normalize-space(text()), \"{words}\")]");
        for _ in 1..LONG {
            if self.driver.try_post("/element", json!({ "using": "xpath", "value": xpath })).is_ok() {
                return;
            }
        }
        self.find(&xpath);
    }

    /// Waits until an element says something else.
    pub fn until_other(&self, xpath: &str, before: &str) {
        for _ in 0..LOOKS {
            if self.read(xpath) != before {
                return;
            }
        }
        self.give_up(&format!("{xpath} still says “{before}”"));
    }

    /// The words of the page inside the frame with this title. No script can be run in there, so what the frame was given is
    /// read here, where nothing of it is loaded or run.
    pub fn read_frame(&self, title: &str) -> String {
        let frame = self.find(&format!("//iframe[@title=\"{title}\"]"));
        let script = "const page = new DOMParser().parseFromString(arguments[0].srcdoc, 'text/html');
            return page.body.textContent;";
        let words =
            self.driver.post("/execute/sync", json!({ "script": script, "args": [{ ELEMENT: frame }] }));
        words.as_str().unwrap_or_default().to_owned()
    }

    /// How many dots of a picture of the first element of this XPath have this colour.
    pub fn dots(&self, xpath: &str, colour: [u8; 3]) -> usize {
        // What has arrived is drawn a few frames later, and nothing says when.
        let seen = (0..DRAWN_WITHIN).map(|_| self.dots_now(xpath, colour)).find(|dots| *dots > 0);
        seen.unwrap_or_default()
    }

    fn dots_now(&self, xpath: &str, colour: [u8; 3]) -> usize {
        let element = self.find(xpath);
        let picture = self.driver.get(&format!("/element/{element}/screenshot"));
        let picture = STANDARD.decode(picture.as_str().unwrap()).unwrap();
        let picture = image::load_from_memory(&picture).unwrap().to_rgb8();
        picture.pixels().filter(|dot| dot.0 == colour).count()
    }

    /// What is typed into the field with this label.
    pub fn typed(&self, label: &str) -> String {
        let field = self.find(&by_label(label));
        self.driver.get(&format!("/element/{field}/property/value")).as_str().unwrap_or_default().to_owned()
    }

    /// Runs a script in the page.
    pub fn run(&self, script: &str) -> Value {
        self.driver.post("/execute/sync", json!({ "script": script, "args": [] }))
    }

    fn enter(&self, xpath: &str, text: &str) {
        self.act(xpath, "clear", json!({}));
        if !text.is_empty() {
            self.act(xpath, "value", json!({ "text": text }));
        }
    }

    /// Clicks the first element of this XPath.
    pub fn click(&self, xpath: &str) {
        self.act(xpath, "click", json!({}));
    }

    fn act(&self, xpath: &str, action: &str, body: Value) {
        let element = self.find(xpath);
        if let Err(problem) = self.driver.try_post(&format!("/element/{element}/{action}"), body) {
            self.give_up(&format!("{action} {xpath}: {problem}"));
        }
    }

    /// WebDriver itself waits for the element to be there.
    fn find(&self, xpath: &str) -> String {
        match self.driver.try_post("/element", json!({ "using": "xpath", "value": xpath })) {
            Ok(element) => element[ELEMENT].as_str().unwrap().to_owned(),
            Err(problem) => self.give_up(&format!("{xpath}: {problem}")),
        }
    }

    fn give_up(&self, problem: &str) -> ! {
        self.keep_picture("failed");
        panic!(
            "{problem}\nThe page says:\n{}",
            self.run("return document.body.innerText").as_str().unwrap_or_default()
        );
    }
}

/// The program: where `make test` built it, else beside this test.
fn program() -> PathBuf {
    let folder = std::env::var_os("JOINDER_PROGRAMS").map(PathBuf::from).unwrap_or_else(|| {
        let test = std::env::current_exe().unwrap();
        test.ancestors().nth(2).unwrap().to_owned()
    });
    let program = folder.join("joinder-desktop");
    assert!(program.is_file(), "{} is not built: run `cargo build --bin joinder-desktop`", program.display());
    program
}

fn by_label(label: &str) -> String {
    format!("//*[@id=//label[normalize-space(.)=\"{label}\"]/@for]")
}

fn in_group(legend: &str, inside: &str) -> String {
    format!("//fieldset[legend[normalize-space(.)=\"{legend}\"]]{inside}")
}
