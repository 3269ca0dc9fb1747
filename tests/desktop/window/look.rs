//! How a page looks: barriers in every theme, large text, nothing out of place, and pictures of it.

use super::*;

impl Window {
    /// Waits until the page says that what was typed is kept.
    pub fn see_kept(&self) {
        self.see("What you typed is kept.");
    }

    /// Fails when text twice as large in a window so wide hides anything to the side.
    fn fits(&self, name: &str, width: u32) {
        self.resize(width, 800);
        self.run("document.documentElement.style.fontSize = '200%'");
        let over = self.run(
            "const main = document.querySelector('main');
             return main.scrollWidth - main.clientWidth;",
        );
        self.keep_picture(&format!("{name}-narrow"));
        self.run("document.documentElement.style.fontSize = ''");
        self.resize(1280, 800);
        assert_eq!(over, 0, "“{name}” is wider than a window of {width} by {over}");
    }

    /// Everything that a page has to stand: barriers, keys alone, text twice as large in a narrow window. Its picture goes
    /// with the documents.
    pub fn prove(&self, name: &str) {
        self.prove_at(name, 480);
    }

    /// The same with the large text in a window so wide.
    pub fn prove_at(&self, name: &str, width: u32) {
        self.keep_page(name);
        self.look(name);
        self.fits(name, width);
        self.tab_through(name);
        let gone = self
            .run("return document.scrollingElement.scrollTop + document.getElementById('window').scrollTop;");
        assert_eq!(gone, 0, "the upper edge of the window went out of sight on “{name}”");
    }

    /// A picture for the documents: shades are rounded, so that it is small and looks the same.
    fn keep_page(&self, name: &str) {
        let Some(folder) = &self.pages else { return };
        // What has arrived is drawn some frames later.
        let frames = "const done = arguments[0]; let left = 10;
            const wait = () => (left-- > 0 ? requestAnimationFrame(wait) : done(null)); wait();";
        self.driver.post("/execute/async", json!({ "script": frames, "args": [] }));
        let picture = self.driver.get("/screenshot");
        let mut picture =
            image::load_from_memory(&STANDARD.decode(picture.as_str().unwrap()).unwrap()).unwrap().to_rgb8();
        for dot in picture.pixels_mut() {
            dot.0 = dot.0.map(|shade| {
                let step = (u16::from(shade) * 31 + 127) / 255;
                u8::try_from(step * 255 / 31).unwrap()
            });
        }
        fs::create_dir_all(folder).unwrap();
        let file = fs::File::create(folder.join(format!("{name}.png"))).unwrap();
        let writer = PngEncoder::new_with_quality(file, CompressionType::Best, FilterType::NoFilter);
        picture.write_with_encoder(writer).unwrap();
    }

    /// Fails when axe-core finds a barrier on this screen, in light, in dark or in forced colours, and keeps a picture of
    /// each.
    pub fn look(&self, name: &str) {
        for theme in ["light", "dark", "forced"] {
            self.wear(theme);
            let failures = self.run("return window.failures");
            assert_eq!(failures, json!([]), "scripts failed on “{name}”");
            let barriers = self.barriers();
            assert!(barriers.is_empty(), "barriers on “{name}” in {theme}:\n{}", barriers.join("\n"));
            self.keep_picture(&format!("{name}-{theme}"));
        }
        self.wear("light");
    }

    /// Keeps a picture of this screen in two sizes, as the documentation shows it.
    pub fn show(&self, name: &str) {
        // From the top, and without the folder of this run, which nobody will have.
        self.run(
            "for (const within of document.querySelectorAll('dialog[open], dialog[open] *')) within.scrollTo(0, 0);
             const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
             while (texts.nextNode()) {
               const { data } = texts.currentNode;
               const plain = data.replace(/\\/tmp\\/\\.tmp\\w+/g, '/home/imogen');
               if (plain !== data) texts.currentNode.data = plain;
             }",
        );
        for (width, height) in [(1920, 1080), (1280, 800)] {
            self.resize(width, height);
            self.settle();
            self.keep_picture(&format!("screen-{name}-{width}"));
        }
    }

    /// Waits until the window is drawn and no work is under way: two pictures of it, one after the other, are the same.
    fn settle(&self) {
        let mut before = Value::Null;
        for _ in 0..DRAWN_WITHIN {
            let under_way = self.run("return document.querySelectorAll('aside progress').length > 0");
            let now = self.driver.get("/screenshot");
            if under_way == Value::Bool(false) && now == before {
                return;
            }
            before = now;
        }
        self.give_up("the window does not come to rest");
    }

    /// WebKitGTK has no forced colours of its own: the high contrast of the program, with the rules for forced colours in
    /// force, is the nearest to them.
    fn wear(&self, theme: &str) {
        let forced = theme == "forced";
        let theme = if forced { "contrast" } else { theme };
        self.run(&format!(
            "document.documentElement.dataset.theme = '{theme}';
             const walk = (rules) => {{
               for (const rule of rules) {{
                 if (!(rule instanceof CSSMediaRule)) continue;
                 if (rule.media.mediaText.includes('forced-colors')) rule.asked = rule.media.mediaText;
                 if (rule.asked) rule.media.mediaText = {forced} ? 'all' : rule.asked;
                 walk(rule.cssRules);
               }}
             }};
             for (const sheet of document.styleSheets) walk(sheet.cssRules);"
        ));
    }

    /// The same with text twice as large.
    pub fn look_large(&self, name: &str) {
        self.run("document.documentElement.style.fontSize = '200%'");
        self.look(&format!("{name}-large"));
        self.run("document.documentElement.style.fontSize = ''");
    }

    fn barriers(&self) -> Vec<String> {
        if self.run("return typeof axe === 'undefined'") == Value::Bool(true) {
            self.run(&self.axe);
        }
        let script = "const done = arguments[0];
            axe.run(document, { resultTypes: ['violations'] }).then(
              ({ violations }) => done(violations.flatMap((rule) => rule.nodes.map((node) =>
                `${rule.id}: ${rule.help}: ${node.html.slice(0, 200)}: ${node.failureSummary}`))),
              (error) => done([String(error)]));";
        let found = self.driver.post("/execute/async", json!({ "script": script, "args": [] }));
        found.as_array().unwrap().iter().map(|line| line.as_str().unwrap_or_default().to_owned()).collect()
    }

    pub(super) fn keep_picture(&self, name: &str) {
        let Some(folder) = &self.shots else { return };
        let picture = self.driver.get("/screenshot");
        fs::create_dir_all(folder).unwrap();
        fs::write(folder.join(format!("{name}.png")), STANDARD.decode(picture.as_str().unwrap()).unwrap())
            .unwrap();
    }
}
