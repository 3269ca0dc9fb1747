//! The window by keyboard alone.

use super::*;

impl Window {
    /// Presses keys where the focus is.
    pub fn keys(&self, keys: &str) {
        let active = self.driver.get("/element/active")[ELEMENT].as_str().unwrap().to_owned();
        self.driver.post(&format!("/element/{active}/value"), json!({ "text": keys }));
    }

    /// Presses Tab until what has exactly this name has the focus.
    pub fn reach(&self, name: &str) {
        self.walk(TAB, name, |found| found == name);
    }

    /// The same backwards.
    pub fn reach_back(&self, name: &str) {
        self.walk(&format!("{SHIFT}{TAB}"), name, |found| found == name);
    }

    /// Presses Tab until something has the focus whose name begins so.
    pub fn reach_starting(&self, name: &str) {
        self.walk(TAB, name, |found| found.starts_with(name));
    }

    /// Presses this key until what has exactly this name has the focus.
    pub fn step(&self, key: &str, name: &str) {
        self.walk(key, name, |found| found == name);
    }

    fn walk(&self, key: &str, name: &str, wanted: impl Fn(&str) -> bool) {
        let script = "const at = document.activeElement;
            const label = at.getAttribute('aria-label') || at.labels?.[0]?.textContent || at.textContent || '';
            return label.replace(/\\s+/g, ' ').trim();";
        let mut passed = Vec::new();
        for _ in 0..STOPS {
            let found = self.run(script).as_str().unwrap_or_default().to_owned();
            if wanted(&found) {
                return;
            }
            passed.push(found.chars().take(40).collect::<String>());
            self.keys(key);
        }
        passed.truncate(200);
        self.give_up(&format!("no way by keyboard to “{name}”; passed {passed:?}"));
    }

    /// Presses Tab from the heading on, and fails when it does not come to everything that can be used after it.
    pub fn tab_through(&self, name: &str) {
        let count = self.run(
            "const heading = document.querySelector('h1');
             const radios = new Set();
             window.wanted = [...document.querySelectorAll('main :is(button, input, select, textarea, summary, a)')]
               .filter((one) => heading.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)
               .filter((one) => !one.disabled && one.checkVisibility())
               .filter((one) => one.type !== 'radio' || (!radios.has(one.name) && radios.add(one.name)));
             heading.focus();
             return window.wanted.length;",
        );
        for _ in 0..count.as_u64().unwrap_or_default() + 2 {
            self.keys("\u{E004}");
            self.run("document.activeElement.reached = document.activeElement.name || true");
        }
        let missed = self.run(
            "const groups = new Set([...document.querySelectorAll('input')].filter((one) => one.reached)
               .map((one) => one.name).filter(Boolean));
             return window.wanted.filter((one) => !one.reached && !groups.has(one.name))
               .map((one) => one.outerHTML.slice(0, 120));",
        );
        assert_eq!(missed, Value::Array(Vec::new()), "no key leads there on “{name}”");
    }
}
