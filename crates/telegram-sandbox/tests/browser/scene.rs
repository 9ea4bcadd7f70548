//! A sandbox with one bot, one customer and a browser that shows their chat.

use std::collections::VecDeque;
use std::time::Duration;

use reqwest::{Client, Method};
use serde_json::{Value, json};
use telegram_sandbox::{Config, Sandbox};
use tokio::sync::Mutex;
use tokio::time::Instant;

use crate::chrome::Screen;
use crate::page::Page;

pub(crate) const TOKEN: &str = "777000:local-bot-of-the-browser-tests";
/// The left pane, where private chats stand.
pub(crate) const CUSTOMER: &str = ".pane[data-peer='777000']";
/// The right pane, where groups stand.
pub(crate) const STAFF: &str = ".pane[data-peer='-1001']";

/// What the bot wants to hear of.
const ALLOWED: [&str; 9] = [
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "chosen_inline_result",
    "shipping_query",
    "pre_checkout_query",
    "message_reaction",
    "my_chat_member",
];

pub(crate) struct Scene {
    pub(crate) page: Page,
    pub(crate) bot: Bot,
    pub(crate) person: Person,
    /// The customer.
    pub(crate) ann: i64,
    sandbox: Sandbox,
}

impl Scene {
    /// Ann has pressed Start, the bot has heard it, and the browser shows their chat. `None` where there is no browser.
    pub(crate) async fn open(screen: Screen) -> Option<Self> {
        let scene = Self::fresh(screen).await?;
        scene.person.post(&format!("/users/{}/chats/{}/start", scene.ann, scene.bot.id), json!({})).await;
        scene.bot.next("message").await;
        scene.page.go(&scene.address()).await;
        scene.page.see(CUSTOMER, "/start").await;
        Some(scene)
    }

    /// Before the first message; the browser shows the page as a newcomer opens it.
    pub(crate) async fn fresh(screen: Screen) -> Option<Self> {
        let sandbox = Sandbox::start(Config::default()).await.expect("the sandbox starts on a free port");
        let person = Person { http: Client::new(), url: format!("{}/sandbox", sandbox.api_url()) };
        let made = person
            .post("/bots", json!({"token": TOKEN, "first_name": "Corner Shop", "username": "corner_bot"}))
            .await;
        let bot = Bot {
            http: Client::new(),
            url: format!("{}/bot{TOKEN}", sandbox.api_url()),
            id: made["id"].as_i64().expect("a bot has an id"),
            heard: Mutex::default(),
        };
        bot.call("setMyDescription", json!({"description": "Tea, coffee and cake, brought to your door."}))
            .await;
        let ann = person
            .post("/users", json!({"first_name": "Ann", "last_name": "Keller", "username": "ann"}))
            .await["id"]
            .as_i64()
            .expect("a user has an id");
        let page = Page::open(&sandbox.api_url(), screen).await?;
        Some(Self { page, bot, person, ann, sandbox })
    }

    /// Adds the staff group: Olga owns it, Marc and the bot are administrators. Gives Olga's and Marc's ids.
    pub(crate) async fn with_staff(&self) -> (i64, i64) {
        let mut ids = Vec::new();
        for name in ["Olga", "Marc"] {
            ids.push(
                self.person.post("/users", json!({"first_name": name})).await["id"]
                    .as_i64()
                    .expect("a user has an id"),
            );
        }
        let group =
            json!({"id": -1001, "title": "Shop staff", "creator": ids[0], "admins": [ids[1], self.bot.id]});
        self.person.post("/groups", group).await;
        (ids[0], ids[1])
    }

    /// The page with Ann's chat open.
    pub(crate) fn address(&self) -> String {
        format!("{}/#{}:{}", self.sandbox.api_url(), self.ann, self.bot.id)
    }

    /// The page with Ann's chat beside the staff group.
    pub(crate) fn both(&self, speaker: i64) -> String {
        format!("{}+{speaker}:-1001", self.address())
    }

    pub(crate) async fn close(self) {
        self.page.close().await;
        self.sandbox.shutdown().await;
    }
}

/// The bot, played by the test.
pub(crate) struct Bot {
    http: Client,
    url: String,
    pub(crate) id: i64,
    heard: Mutex<Heard>,
}

#[derive(Default)]
struct Heard {
    offset: i64,
    waiting: VecDeque<Value>,
}

impl Bot {
    /// Calls a method; gives its result.
    pub(crate) async fn call(&self, method: &str, parameters: Value) -> Value {
        let mut answer = self.try_call(method, parameters.clone()).await;
        assert_eq!(answer["ok"], true, "{method} {parameters} was refused: {answer}");
        answer["result"].take()
    }

    /// Calls a method; gives the whole answer, which may be an error.
    pub(crate) async fn try_call(&self, method: &str, parameters: Value) -> Value {
        let answer = self
            .http
            .post(format!("{}/{method}", self.url))
            .json(&parameters)
            .send()
            .await
            .expect("the sandbox answers");
        answer.json().await.expect("an answer is JSON")
    }

    /// Sends text to a chat; gives the message id.
    pub(crate) async fn say(&self, chat: i64, text: &str) -> i64 {
        self.call("sendMessage", json!({"chat_id": chat, "text": text})).await["message_id"]
            .as_i64()
            .expect("a message has an id")
    }

    /// Sends text with an inline keyboard; gives the message id.
    pub(crate) async fn offer(&self, chat: i64, text: &str, keyboard: Value) -> i64 {
        let sent = self
            .call(
                "sendMessage",
                json!({"chat_id": chat, "text": text, "reply_markup": {"inline_keyboard": keyboard}}),
            )
            .await;
        sent["message_id"].as_i64().expect("a message has an id")
    }

    /// Uploads a picture under `field` of a method with further fields.
    pub(crate) async fn upload(
        &self,
        method: &str,
        field: &str,
        name: &str,
        bytes: Vec<u8>,
        fields: &[(&str, String)],
    ) -> Value {
        let part = reqwest::multipart::Part::bytes(bytes).file_name(name.to_owned());
        let form = fields.iter().fold(reqwest::multipart::Form::new(), |form, (name, value)| {
            form.text((*name).to_owned(), value.clone())
        });
        let answer = self
            .http
            .post(format!("{}/{method}", self.url))
            .multipart(form.part(field.to_owned(), part))
            .send()
            .await;
        let mut answer: Value = answer.expect("the sandbox answers").json().await.expect("an answer is JSON");
        assert_eq!(answer["ok"], true, "{method} was refused: {answer}");
        answer["result"].take()
    }

    /// Waits for the next update of a kind; others are skipped. Gives what is inside.
    pub(crate) async fn next(&self, kind: &str) -> Value {
        self.next_of(&[kind]).await.1
    }

    /// Waits for the next update of one of the kinds; others are skipped. Gives its kind and what is inside.
    pub(crate) async fn next_of(&self, kinds: &[&str]) -> (String, Value) {
        let mut heard = self.heard.lock().await;
        let end = Instant::now() + Duration::from_secs(10);
        loop {
            while let Some(mut update) = heard.waiting.pop_front() {
                if let Some(kind) = kinds.iter().find(|kind| update.get(**kind).is_some()) {
                    return ((*kind).to_owned(), update[*kind].take());
                }
            }
            assert!(Instant::now() < end, "none of {kinds:?} came in 10 s");
            let updates = self
                .call("getUpdates", json!({"offset": heard.offset, "timeout": 1, "allowed_updates": ALLOWED}))
                .await;
            for update in updates.as_array().expect("updates are a list") {
                heard.offset = update["update_id"].as_i64().expect("an update has an id") + 1;
                heard.waiting.push_back(update.clone());
            }
        }
    }

    pub(crate) async fn answer(&self, query: &Value, text: &str, alert: bool) {
        self.call(
            "answerCallbackQuery",
            json!({"callback_query_id": query["id"], "text": text, "show_alert": alert}),
        )
        .await;
    }
}

/// What a test does as a person without the page.
pub(crate) struct Person {
    http: Client,
    url: String,
}

impl Person {
    pub(crate) async fn post(&self, path: &str, body: Value) -> Value {
        self.call(Method::POST, path, Some(body)).await
    }

    pub(crate) async fn get(&self, path: &str) -> Value {
        self.call(Method::GET, path, None).await
    }

    pub(crate) async fn call(&self, method: Method, path: &str, body: Option<Value>) -> Value {
        let mut call = self.http.request(method, format!("{}{path}", self.url));
        if let Some(body) = body {
            call = call.json(&body);
        }
        let answer = call.send().await.expect("the sandbox answers");
        let status = answer.status();
        let value: Value = answer.json().await.expect("an answer is JSON");
        assert!(status.is_success(), "{path} was refused: {value}");
        value
    }
}

/// A picture of 320 x 200 that fades from a colour to white: a BMP, because that can be written in a few lines.
pub(crate) fn picture(colour: [u8; 3]) -> Vec<u8> {
    let (width, height): (u32, u32) = (320, 200);
    let mut bmp = b"BM".to_vec();
    for number in [54 + width * height * 3, 0, 54, 40, width, height, 1 | 24 << 16, 0, 0, 0, 0, 0, 0] {
        bmp.extend(number.to_le_bytes());
    }
    for row in 0..height {
        for _ in 0..width {
            bmp.extend(
                colour
                    .iter()
                    .rev()
                    .map(|part| part.saturating_add(u8::try_from(row / 2).expect("at most 99"))),
            );
        }
    }
    bmp
}

/// Half a second of silence as a WAV file.
pub(crate) fn sound() -> Vec<u8> {
    let (rate, samples) = (8_000_u32, 4_000_u32);
    let mut wav = b"RIFF".to_vec();
    wav.extend((36 + samples).to_le_bytes());
    wav.extend(b"WAVEfmt ");
    for number in [16, 1 | 1 << 16, rate, rate, 1 | 8 << 16] {
        wav.extend(u32::to_le_bytes(number));
    }
    wav.extend(b"data");
    wav.extend(samples.to_le_bytes());
    wav.extend(vec![128_u8; 4_000]);
    wav
}
