//! The chat page as a person uses it: looks, clicks, types. Every look waits a while, as a person would.

use std::path::PathBuf;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::{Key, WebElement};
use tokio::time::Instant;

use crate::chrome::{Chrome, Screen};
use crate::reading;

/// How long a person waits for something to appear.
const PATIENCE: Duration = Duration::from_secs(10);

/// Finds visible elements by selector whose text (or label) holds the words. Newest last.
const FIND: &str = r"
    const [selector, words] = arguments;
    const seen = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
    return [...document.querySelectorAll(selector)].filter((element) =>
        seen(element) && (`${element.textContent} ${element.getAttribute('aria-label') ?? ''} ${element.value ?? ''}`).includes(words));
";

pub(crate) struct Page {
    chrome: Chrome,
    origin: String,
}

impl Page {
    /// Opens `url` (the sandbox, with chats in its hash); `None` when there is no browser here.
    pub(crate) async fn open(url: &str, screen: Screen) -> Option<Self> {
        let chrome = Chrome::start(screen).await?;
        let origin =
            url.split('#').next().expect("split gives at least one part").trim_end_matches('/').to_owned();
        let page = Self { chrome, origin };
        page.go(url).await;
        Some(page)
    }

    pub(crate) async fn go(&self, url: &str) {
        self.chrome.driver.goto(url).await.expect("the page opens");
    }

    pub(crate) async fn back(&self) {
        self.chrome.driver.back().await.expect("there is a page to go back to");
    }

    async fn found(&self, selector: &str, words: &str) -> Vec<WebElement> {
        let found = self
            .chrome
            .driver
            .execute(FIND, vec![json!(selector), json!(words)])
            .await
            .expect("the selector is valid");
        found.elements().expect("elements were returned")
    }

    #[expect(clippy::panic, reason = "a test helper: what is not seen ends the test")]
    /// Waits until an element shows the words; gives the newest of them.
    pub(crate) async fn see(&self, selector: &str, words: &str) -> WebElement {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(element) = self.found(selector, words).await.pop() {
                return element;
            }
            if Instant::now() > end {
                self.keep("failed").await;
                let text = self.script("return document.body.innerText", &[]).await;
                panic!(
                    "no `{selector}` with {words:?} on the page; a picture is in {}. It says:\n{}",
                    pictures().display(),
                    text.as_str().unwrap_or_default()
                );
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Waits until no element shows the words any more.
    pub(crate) async fn gone(&self, selector: &str, words: &str) {
        let end = Instant::now() + PATIENCE;
        while !self.found(selector, words).await.is_empty() {
            assert!(Instant::now() < end, "`{selector}` with {words:?} is still on the page");
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    pub(crate) async fn count(&self, selector: &str) -> usize {
        self.found(selector, "").await.len()
    }

    /// Clicks like a mouse does: what is covered or off the screen cannot be clicked.
    pub(crate) async fn click(&self, selector: &str, words: &str) {
        let end = Instant::now() + PATIENCE;
        loop {
            // The element may be drawn anew between the look and the click: look again then.
            match self.see(selector, words).await.click().await {
                Ok(()) => return,
                Err(trouble) => {
                    assert!(Instant::now() < end, "`{selector}` with {words:?} cannot be clicked: {trouble}");
                }
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Types into the newest element that fits, after emptying it.
    pub(crate) async fn write(&self, selector: &str, text: &str) {
        let element = self.see(selector, "").await;
        element.click().await.expect("a field can be clicked");
        element.send_keys(Key::Control + "a").await.expect("a field takes keys");
        element.send_keys(text).await.expect("a field takes text");
    }

    /// Writes a line in a chat and sends it with Enter.
    pub(crate) async fn send(&self, pane: &str, text: &str) {
        self.write(&format!("{pane} textarea"), &format!("{text}{}", char::from(Key::Enter))).await;
    }

    /// Presses keys wherever the focus is.
    pub(crate) async fn press(&self, key: Key) {
        self.chrome
            .driver
            .active_element()
            .await
            .expect("something has the focus")
            .send_keys(key)
            .await
            .expect("keys can be pressed");
    }

    /// Types a text wherever the focus is.
    pub(crate) async fn press_text(&self, text: &str) {
        let focused = self.chrome.driver.active_element().await.expect("something has the focus");
        focused.send_keys(text).await.expect("it takes text");
    }

    /// Waits until a script gives true.
    pub(crate) async fn until(&self, script: &str) {
        let end = Instant::now() + PATIENCE;
        while self.script(script, &[]).await != true {
            assert!(Instant::now() < end, "not so within ten seconds: {script}");
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Chooses files from the paper clip's menu.
    pub(crate) async fn attach(&self, entry: &str, files: &[(&str, Vec<u8>)]) {
        let folder = tempfile::tempdir().expect("a folder for the files");
        let paths = files.iter().map(|(name, bytes)| {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).expect("the file is written");
            path.display().to_string()
        });
        let paths = paths.collect::<Vec<_>>().join("\n");
        // A headless browser has no window to choose files in: the field is shown instead.
        let shown = "HTMLInputElement.prototype.click = function () { this.id = 'chosen'; document.body.append(this); }";
        self.script(shown, &[]).await;
        self.click("button", "Attach").await;
        self.click(".menu button", entry).await;
        let field = self.chrome.driver.find(thirtyfour::By::Id("chosen")).await.expect("a field for files");
        field.send_keys(paths).await.expect("a field takes paths");
        self.script("document.getElementById('chosen').remove()", &[]).await;
    }

    pub(crate) async fn choose(&self, selector: &str, option: &str) {
        let script = "const [selector, words] = arguments; const select = document.querySelector(selector);
            const option = [...select.options].find((each) => each.text.includes(words));
            select.value = option.value; select.dispatchEvent(new Event('change', {bubbles: true}));";
        self.see(selector, "").await;
        self.script(script, &[json!(selector), json!(option)]).await;
    }

    pub(crate) async fn script(&self, script: &str, arguments: &[Value]) -> Value {
        let answer = self.chrome.driver.execute(script, arguments.to_vec()).await.expect("the script runs");
        answer.json().clone()
    }

    /// Keeps what is seen as `target/browser/<name>.png`, for people to look at, and checks what can be checked without eyes.
    pub(crate) async fn picture(&self, name: &str) {
        self.keep(name).await;
        let rules = [
            ("text that is hard to read", reading::LOW_CONTRAST),
            ("controls without a name", reading::NAMELESS),
            ("the width", reading::TOO_WIDE),
        ];
        for (what, script) in rules {
            assert_eq!(self.script(script, &[]).await, json!([]), "{what} in {name}");
        }
    }

    async fn keep(&self, name: &str) {
        let bytes = self.chrome.driver.screenshot_as_png().await.expect("a picture of the page");
        std::fs::create_dir_all(pictures()).expect("a folder for the pictures");
        std::fs::write(pictures().join(format!("{name}.png")), bytes).expect("the picture is written");
    }

    /// Ends the browser, after making sure that nothing went wrong unseen: no error in the console, no request to anywhere else.
    pub(crate) async fn close(self) {
        let errors: Vec<_> =
            self.chrome.log("browser").await.into_iter().filter(|entry| entry["level"] == "SEVERE").collect();
        assert!(errors.is_empty(), "errors in the console: {errors:#?}");
        for entry in self.chrome.log("performance").await {
            let message: Value = serde_json::from_str(entry["message"].as_str().expect("a message"))
                .expect("messages are JSON");
            if message["message"]["method"] == "Network.requestWillBeSent" {
                // The browser's own first tab, before the page was opened.
                if message["message"]["params"]["documentURL"]
                    .as_str()
                    .is_some_and(|page| page.starts_with("chrome://"))
                {
                    continue;
                }
                let url =
                    message["message"]["params"]["request"]["url"].as_str().expect("a request has a URL");
                let local =
                    [self.origin.as_str(), "data:", "blob:"].iter().any(|start| url.starts_with(start));
                assert!(local, "the page asked another machine: {url}");
            }
        }
        self.chrome.quit().await;
    }
}

fn pictures() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).parent().expect("the folder lies in target").join("browser")
}
