//! A running sandbox.

use std::net::SocketAddr;
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::clock::Clock;
use crate::config::Config;
use crate::delivery::webhook;
use crate::http;
use crate::world::World;
use crate::world::chat::ChatKey;

/// How often unanswered questions and old updates are looked through.
const LAPSE_EVERY: Duration = Duration::from_millis(200);
/// How long a shutdown waits for open connections.
const GOODBYE: Duration = Duration::from_secs(1);

/// A local Telegram that listens on an address. It ends when it is dropped or [shut down](Sandbox::shutdown).
#[derive(Debug)]
pub struct Sandbox {
    pub(crate) shared: Arc<Shared>,
    address: SocketAddr,
    server: JoinHandle<()>,
}

/// What all tasks of one sandbox share.
#[derive(Debug)]
pub(crate) struct Shared {
    world: Mutex<World>,
    pub(crate) clock: Clock,
    pub(crate) config: Config,
    /// Wakes who waits for anything.
    changed: Notify,
    stop: CancellationToken,
    http: OnceLock<reqwest::Client>,
}

impl Sandbox {
    /// Starts on the address of the settings.
    ///
    /// # Errors
    /// When the address cannot be bound.
    pub async fn start(config: Config) -> std::io::Result<Self> {
        let listener = TcpListener::bind(config.listen).await?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            world: Mutex::new(World::new(&config)),
            clock: config.clock.clone(),
            config,
            changed: Notify::new(),
            stop: CancellationToken::new(),
            http: OnceLock::new(),
        });
        let server = tokio::spawn(http::serve(listener, shared.clone()));
        tokio::spawn(lapse(shared.clone()));
        Ok(Self { shared, address, server })
    }

    /// The address it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What a bot takes as the address of the Bot API, for example `http://127.0.0.1:8081`.
    pub fn api_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The clock of this sandbox.
    pub fn clock(&self) -> &Clock {
        &self.shared.clock
    }

    /// Moves the clock forward; what has lapsed by it lapses at once.
    pub fn advance(&self, by: Duration) {
        self.shared.clock.advance(by);
        self.shared.lock().lapse();
    }

    /// Runs until somebody else ends it, for example in a program of its own.
    pub async fn stopped(&self) {
        self.shared.stop.cancelled().await;
    }

    /// Ends it: open polls are answered, open connections get a second to finish.
    pub async fn shutdown(mut self) {
        self.shared.stop.cancel();
        if tokio::time::timeout(GOODBYE, &mut self.server).await.is_err() {
            self.server.abort();
        }
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.shared.stop.cancel();
    }
}

async fn lapse(shared: Arc<Shared>) {
    let mut ticks = tokio::time::interval(LAPSE_EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = ticks.tick() => shared.lock().lapse(),
            () = shared.stopping() => return,
        }
    }
}

impl Shared {
    /// The world, for one short action. Never held over an await.
    pub(crate) fn lock(&self) -> Locked<'_> {
        // A panic inside an action leaves at worst one half-made message: the others may go on.
        let mut world = self.world.lock().unwrap_or_else(PoisonError::into_inner);
        world.now_ms = self.clock.now_ms();
        let seen = world.revision;
        Locked { world, seen, changed: &self.changed }
    }

    pub(crate) async fn stopping(&self) {
        self.stop.cancelled().await;
    }

    /// Looks at the world after every change until `find` finds something or `limit` is over.
    pub(crate) async fn wait_until<T>(
        &self,
        limit: Duration,
        find: impl FnMut(&mut World) -> Option<T>,
    ) -> Option<T> {
        self.look_at(&self.changed, limit, find).await
    }

    /// The same for what only a change in one chat can bring, if it is known which: thousands may wait, each in their own.
    pub(crate) async fn wait_in<T>(
        &self,
        chat: Option<ChatKey>,
        limit: Duration,
        find: impl FnMut(&mut World) -> Option<T>,
    ) -> Option<T> {
        let Some(chat) = chat else { return self.wait_until(limit, find).await };
        let news = self.lock().news_of(chat);
        self.look_at(&news, limit, find).await
    }

    async fn look_at<T>(
        &self,
        news: &Notify,
        limit: Duration,
        mut find: impl FnMut(&mut World) -> Option<T>,
    ) -> Option<T> {
        let deadline = tokio::time::Instant::now() + limit;
        loop {
            // Hears of what happens after the look, although it is awaited later.
            let changed = news.notified();
            if let Some(found) = find(&mut self.lock()) {
                return Some(found);
            }
            tokio::select! {
                () = changed => {}
                () = tokio::time::sleep_until(deadline) => return find(&mut self.lock()),
                () = self.stopping() => return None,
            }
        }
    }

    /// For files that bots name by URL. Made at the first use: a client takes longer to build than all the rest.
    pub(crate) fn http(&self) -> &reqwest::Client {
        self.http.get_or_init(reqwest::Client::new)
    }

    /// Starts delivering to the webhook a bot has just set.
    pub(crate) fn deliver_to_webhook(self: &Arc<Self>, bot: i64) {
        let generation =
            self.lock().bots.get(&bot).and_then(|bot| bot.webhook.as_ref()).map(|webhook| webhook.generation);
        if let Some(generation) = generation {
            tokio::spawn(webhook::serve(self.clone(), bot, generation));
        }
    }
}

/// The locked world. Those who wait are told when it has changed.
pub(crate) struct Locked<'a> {
    world: MutexGuard<'a, World>,
    seen: u64,
    changed: &'a Notify,
}

impl Deref for Locked<'_> {
    type Target = World;

    fn deref(&self) -> &World {
        &self.world
    }
}

impl DerefMut for Locked<'_> {
    fn deref_mut(&mut self) -> &mut World {
        &mut self.world
    }
}

impl Drop for Locked<'_> {
    fn drop(&mut self) {
        if self.world.revision != self.seen {
            self.changed.notify_waiters();
        }
    }
}
