//! What the people say and expect, whatever the bot is written with.

use std::time::Duration;

use telegram_sandbox::{Config, GroupChat, Person, Sandbox, TestBot};

/// Every method the bots have a use for.
const METHODS: [&str; 60] = [
    "getMe",
    "getUpdates",
    "deleteWebhook",
    "getWebhookInfo",
    "setMyCommands",
    "getMyCommands",
    "deleteMyCommands",
    "setMyName",
    "getMyName",
    "setMyDescription",
    "getMyDescription",
    "setMyShortDescription",
    "getMyShortDescription",
    "setChatMenuButton",
    "getChatMenuButton",
    "sendChatAction",
    "sendMessage",
    "sendPhoto",
    "sendMediaGroup",
    "sendDocument",
    "sendVideo",
    "sendVoice",
    "sendLocation",
    "sendVenue",
    "sendContact",
    "sendDice",
    "sendPoll",
    "stopPoll",
    "sendInvoice",
    "createInvoiceLink",
    "getFile",
    "editMessageText",
    "editMessageReplyMarkup",
    "editMessageCaption",
    "editMessageMedia",
    "copyMessage",
    "forwardMessage",
    "pinChatMessage",
    "unpinChatMessage",
    "unpinAllChatMessages",
    "setMessageReaction",
    "deleteMessage",
    "deleteMessages",
    "answerCallbackQuery",
    "answerInlineQuery",
    "answerShippingQuery",
    "answerPreCheckoutQuery",
    "refundStarPayment",
    "getChat",
    "getChatMember",
    "getChatMemberCount",
    "getChatAdministrators",
    "createForumTopic",
    "editForumTopic",
    "closeForumTopic",
    "reopenForumTopic",
    "deleteForumTopic",
    "banChatMember",
    "unbanChatMember",
    "leaveChat",
];

/// The updates the bots ask for.
pub(crate) const ALLOWED_UPDATES: &str = "message,edited_message,callback_query,inline_query,chosen_inline_result,\
    shipping_query,pre_checkout_query,message_reaction,chat_member,my_chat_member";

/// A picture for the bots to send.
pub(crate) const PICTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/bot_api/grey.png");

/// What a bot has to know.
#[derive(Clone)]
pub(crate) struct Settings {
    pub(crate) url: String,
    pub(crate) token: String,
    pub(crate) forum: i64,
    /// Somebody to be banned.
    pub(crate) stranger: i64,
}

/// The sandbox with everybody in it.
pub(crate) struct Stage {
    telegram: Sandbox,
    bot: TestBot,
    ann: Person,
    stranger: Person,
    forum: GroupChat,
}

impl Stage {
    pub(crate) async fn set() -> Self {
        let telegram = Sandbox::start(Config::default()).await.expect("a free port");
        let bot = telegram.bot("Parrot");
        let ann = telegram.user("Ann").phone("+12025550123").create();
        let stranger = telegram.user("Cid").create();
        let forum = telegram.group("Staff").forum().creator(&ann).admin_bot(&bot).create();
        Self { telegram, bot, ann, stranger, forum }
    }

    pub(crate) fn settings(&self) -> Settings {
        Settings {
            url: self.telegram.api_url(),
            token: self.bot.token().to_owned(),
            forum: self.forum.id(),
            stranger: self.stranger.id(),
        }
    }

    pub(crate) async fn converse(&self) {
        tokio::time::timeout(Duration::from_secs(60), self.bot_is_up()).await.expect("the bot starts");
        self.talk().await;
        self.files().await;
        self.keys().await;
        self.inline().await;
        self.money().await;
        self.stranger.at(&self.forum).join();
        self.ann.at(&self.forum).sees("Welcome Cid").await;
        self.ann.send("/tour");
        self.ann.sees("Toured").await;
        self.telegram.assert_no_violation();
        for method in METHODS {
            assert!(!self.telegram.calls(method).is_empty(), "{method} was not called");
        }
    }

    /// An interpreter may take longer to load its library than a person waits for an answer.
    async fn bot_is_up(&self) {
        let url = format!("{}/sandbox/state", self.telegram.api_url());
        loop {
            let state = reqwest::get(&url).await.expect("the sandbox answers");
            let state: serde_json::Value = state.json().await.expect("a state is JSON");
            if state["bots"][0]["sandbox"]["mode"] == "polling" {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    async fn talk(&self) {
        let ann = &self.ann;
        ann.start_with("seed");
        ann.sees("Hello Ann, you came with seed").await;
        let count = ann.send("/count");
        ann.sees("Count 0").await;
        assert_eq!(ann.press("More").await.text.as_deref(), Some("one more"));
        assert!(ann.sees("Count 1").await.is_edited());
        ann.edit(&count, "something else");
        let answer = ann.sees("Changed to something else").await;
        ann.react(&answer, "👍");
        ann.sees("You reacted with 👍").await;
    }

    async fn files(&self) {
        let ann = &self.ann;
        let picture = std::fs::read(PICTURE).expect("the picture is part of the crate");
        for kind in ["photo", "video", "voice", "audio", "animation", "sticker"] {
            ann.send_file(kind, &picture, "");
            ann.sees(&format!("I got a {kind}")).await;
        }
        ann.send_file("document", b"five!", "");
        ann.sees("I got a document of 5 bytes").await;
        ann.send_contact("Bob", "+15550002");
        ann.sees("I got a contact").await;
    }

    async fn keys(&self) {
        let ann = &self.ann;
        ann.send("/keys");
        ann.press("My phone").await;
        ann.sees("I got a contact").await;
        ann.press("My place").await;
        ann.sees("I got a location").await;
        ann.use_web_app("Form", "2 teas");
        ann.sees("The form says 2 teas").await;
    }

    async fn inline(&self) {
        let results = self.ann.inline(&self.bot, "tea").await;
        assert_eq!(self.ann.choose(&results, "1").text(), "Some tea");
        // A message sent through a bot is the person's own: only its change tells that the bot was at it.
        let taken = async {
            while !self.ann.messages().iter().any(|message| message.text() == "Taken") {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(10), taken).await.expect("the bot edits what was chosen");
    }

    async fn money(&self) {
        let ann = &self.ann;
        ann.send("/stars");
        let invoice = ann.sees("Song").await;
        assert_eq!(ann.pay(&invoice).await["status"], "paid");
        ann.sees("You got 7 stars back").await;
        ann.send("/parcel");
        let invoice = ann.sees("Tea").await;
        assert_eq!(ann.pay(&invoice).await["status"], "paid");
        ann.sees("1100 cents, off to Berlin").await;
    }
}
