//! A WebDriver session with the real window: WebKitWebDriver starts the program and speaks for it.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// How long a step of a story may take; a machine that builds at the same time is slow.
const PATIENCE: Duration = Duration::from_secs(60);

/// A session; it ends, with the window, when this is dropped.
pub struct Driver {
    process: Child,
    port: u16,
    session: String,
}

impl Driver {
    /// Starts `program` with `words`, under WebKitWebDriver, with its settings in `settings`.
    pub fn start(program: &Path, words: &[&str], settings: &Path) -> Self {
        std::fs::create_dir_all(settings.join("tmp")).unwrap();
        let port = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
        let process = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("XDG_CONFIG_HOME", settings.join("config"))
            .env("XDG_DATA_HOME", settings.join("data"))
            .env("XDG_CACHE_HOME", settings.join("cache"))
            .env("TMPDIR", settings.join("tmp"))
            .env_remove("JOINDER_MATTER")
            .process_group(0)
            .stdout(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver drives the window: install it with `apt-get install webkit2gtk-driver`");
        let mut driver = Self { process, port, session: String::new() };
        driver.wait_for_port();
        let options = json!({ "binary": program, "args": words });
        let wanted = json!({ "alwaysMatch": { "webkitgtk:browserOptions": options } });
        let answer = driver.ask("POST", "/session", Some(json!({ "capabilities": wanted })));
        let session = answer["sessionId"].as_str().unwrap_or_else(|| panic!("no session: {answer}"));
        driver.session = format!("/session/{session}");
        driver.post("/timeouts", json!({ "implicit": PATIENCE.as_millis(), "script": PATIENCE.as_millis() }));
        driver
    }

    /// Sends `body` to a command of this session.
    pub fn post(&self, command: &str, body: Value) -> Value {
        let answer = self.try_post(command, body);
        answer.unwrap_or_else(|problem| panic!("{command}: {problem}"))
    }

    /// Sends `body` to a command of this session; the window's complaint when it refuses.
    pub fn try_post(&self, command: &str, body: Value) -> Result<Value, String> {
        let answer = self.ask("POST", &format!("{}{command}", self.session), Some(body));
        match answer.get("error") {
            Some(code) => Err(format!("{code}: {}", answer["message"])),
            None => Ok(answer),
        }
    }

    /// Asks a command of this session.
    pub fn get(&self, command: &str) -> Value {
        self.ask("GET", &format!("{}{command}", self.session), None)
    }

    fn wait_for_port(&self) {
        let deadline = Instant::now() + PATIENCE;
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            assert!(Instant::now() < deadline, "WebKitWebDriver does not answer");
            std::thread::yield_now();
        }
    }

    fn ask(&self, method: &str, path: &str, body: Option<Value>) -> Value {
        self.try_ask(method, path, body).unwrap_or_else(|problem| panic!("{method} {path}: {problem}"))
    }

    fn try_ask(&self, method: &str, path: &str, body: Option<Value>) -> io::Result<Value> {
        let body = body.map(|body| body.to_string()).unwrap_or_default();
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(PATIENCE * 2))?;
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )?;
        let mut reader = BufReader::new(stream);
        let mut length = 0;
        loop {
            let mut line = String::new();
            reader.read_line(&mut line)?;
            match line.trim_end().split_once(':') {
                _ if line.trim_end().is_empty() => break,
                Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                    length = value.trim().parse().unwrap_or_default();
                }
                _ => {}
            }
        }
        let mut bytes = vec![0; length];
        reader.read_exact(&mut bytes)?;
        let mut answer: Value = serde_json::from_slice(&bytes)?;
        Ok(answer["value"].take())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The window and its driver may have ended by themselves, and a test that fails says why it does.
        if !self.session.is_empty() {
            let _ = self.try_ask("DELETE", &self.session, None);
        }
        // What the driver started is in its group: nothing is left running after a test that failed.
        let group = format!("-{}", self.process.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = self.process.wait();
        // The matter is free for the next program when the window itself is gone, which is no child of this test.
        let deadline = Instant::now() + PATIENCE;
        let alive = || {
            Command::new("kill")
                .args(["-0", "--", &group])
                .stderr(Stdio::null())
                .status()
                .is_ok_and(|left| left.success())
        };
        while alive() && Instant::now() < deadline {
            std::thread::yield_now();
        }
    }
}
