//! The Bot API as it goes over the wire, without a library in between.

use serde_json::{Value, json};
use telegram_sandbox::{Config, Sandbox, TestBot};

/// A bot that calls by hand.
pub(crate) struct Wire {
    pub(crate) telegram: Sandbox,
    pub(crate) bot: TestBot,
    pub(crate) http: reqwest::Client,
}

#[allow(dead_code, reason = "not every test file needs all of it")]
impl Wire {
    pub(crate) async fn up() -> Self {
        Self::with(Config::default()).await
    }

    pub(crate) async fn with(config: Config) -> Self {
        let telegram = Sandbox::start(config).await.expect("a free port");
        let bot = telegram.bot("Parrot");
        Self { telegram, bot, http: reqwest::Client::new() }
    }

    pub(crate) fn url(&self, method: &str) -> String {
        format!("{}/bot{}/{method}", self.telegram.api_url(), self.bot.token())
    }

    /// The whole answer.
    pub(crate) async fn call(&self, method: &str, parameters: Value) -> Value {
        let request = self.http.post(self.url(method)).json(&parameters);
        request.send().await.expect("an answer").json().await.expect("JSON")
    }

    /// The result of a call that must succeed.
    pub(crate) async fn ok(&self, method: &str, parameters: Value) -> Value {
        let mut answer = self.call(method, parameters.clone()).await;
        assert_eq!(answer["ok"], true, "{method} {parameters}: {answer}");
        answer["result"].take()
    }

    /// Code and description of a call that must be refused.
    pub(crate) async fn no(&self, method: &str, parameters: Value) -> (i64, String) {
        let answer = self.call(method, parameters.clone()).await;
        assert_eq!(answer["ok"], false, "{method} {parameters}: {answer}");
        let code = answer["error_code"].as_i64().expect("a code");
        (code, answer["description"].as_str().expect("words").to_owned())
    }

    /// Waits until the bot's poll has arrived.
    pub(crate) async fn polled(&self) {
        let url = format!("{}/sandbox/state", self.telegram.api_url());
        loop {
            let state: Value =
                self.http.get(&url).send().await.expect("an answer").json().await.expect("JSON");
            if state["bots"][0]["sandbox"]["mode"] == "polling" {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    }

    /// All updates that wait, confirmed.
    pub(crate) async fn updates(&self) -> Vec<Value> {
        let updates = self.ok("getUpdates", json!({})).await;
        let updates = updates.as_array().expect("an array").clone();
        if let Some(last) = updates.last() {
            let next = last["update_id"].as_i64().expect("an id") + 1;
            self.ok("getUpdates", json!({"offset": next})).await;
        }
        updates
    }
}
