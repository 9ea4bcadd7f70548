//! The people of the demo: two customers, the staff and their group.

use anyhow::Context as _;
use telegram_sandbox::{GroupChat, Sandbox, TestBot};

/// It opens nothing but the sandbox. Fixed, as are the ids below, so that the people of a later run are those
/// whose orders are in the database.
const TOKEN: &str = "7000001:demo-token-of-the-sandbox-0000000000";
const GROUP: i64 = -1_001_000_000_001;
const ANN: i64 = 101;
const LENA: i64 = 102;
const SAM: i64 = 103;

pub(super) struct Town {
    bot: TestBot,
    staff: GroupChat,
}

impl Town {
    pub(super) fn build(sandbox: &Sandbox) -> anyhow::Result<Self> {
        let bot = sandbox
            .bot_with_token("Slow Kettle", TOKEN)
            .context("the sandbox does not take the demo's token")?
            .named("slow_kettle_bot");
        let _ = sandbox.user("Ann").last_name("Archer").username("ann").language("en").id(ANN).create();
        let _ = sandbox.user("Лена").last_name("Орлова").username("lena").language("ru").id(LENA).create();
        let sam = sandbox.user("Sam").last_name("Staff").username("sam").language("en").id(SAM).create();
        let staff = sandbox.group("Staff").id(GROUP).creator(&sam).admin_bot(&bot).create();
        Ok(Self { bot, staff })
    }

    pub(super) fn token(&self) -> &str {
        self.bot.token()
    }

    pub(super) fn staff_group(&self) -> i64 {
        self.staff.id()
    }
}
