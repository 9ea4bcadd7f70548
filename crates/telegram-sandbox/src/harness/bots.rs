//! Bots as values.

use std::sync::Arc;

use crate::sandbox::{Sandbox, Shared};
use crate::world::split_token;

/// A bot's account: what one gets from BotFather.
#[derive(Clone, Debug)]
pub struct TestBot {
    shared: Arc<Shared>,
    id: i64,
    token: String,
}

impl Sandbox {
    /// A new bot with this name. The first bot is the one people talk to when nothing else is said.
    pub fn bot(&self, name: &str) -> TestBot {
        let number = 7_000_001 + i64::try_from(self.shared.lock().bots.len()).unwrap_or(0);
        let token = format!("{number}:sandbox-{number}");
        self.bot_with_token(name, &token).unwrap_or(TestBot {
            shared: self.shared.clone(),
            id: number,
            token,
        })
    }

    /// The bot with this token, made when there is none. `None`: the token is malformed, or not that bot's.
    pub fn bot_with_token(&self, name: &str, token: &str) -> Option<TestBot> {
        let (id, secret) = split_token(token).ok()?;
        let mut world = self.shared.lock();
        let bot = world.bot_for_token(id, secret)?;
        name.clone_into(&mut bot.first_name);
        let word: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
        bot.username = format!("{}_{id}_bot", word.to_lowercase());
        Some(TestBot { shared: self.shared.clone(), id, token: token.to_owned() })
    }
}

impl TestBot {
    /// The bot's account id.
    pub fn id(&self) -> i64 {
        self.id
    }

    /// The token, for the bot's settings. It opens nothing outside of this sandbox.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// Without the `@`.
    pub fn username(&self) -> String {
        self.shared.lock().bots.get(&self.id).map(|bot| bot.username.clone()).unwrap_or_default()
    }

    /// Gives it this user name.
    #[must_use]
    pub fn named(self, username: &str) -> Self {
        if let Some(bot) = self.shared.lock().bots.get_mut(&self.id) {
            username.trim_start_matches('@').clone_into(&mut bot.username);
        }
        self
    }

    /// Switches privacy mode off: it reads everything in groups.
    #[must_use]
    pub fn reads_groups(self) -> Self {
        if let Some(bot) = self.shared.lock().bots.get_mut(&self.id) {
            bot.reads_all_group_messages = true;
        }
        self
    }
}
