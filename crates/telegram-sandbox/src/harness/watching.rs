//! Looking at a chat and waiting in it.

use std::future::Future;
use std::panic::Location;
use std::sync::atomic::Ordering;
use std::time::Duration;

use serde_json::Value;

use super::messages::Seen;
use super::people::Person;
use super::{PATIENCE, fail};
use crate::person::{transcript, view};
use crate::world::World;

impl Person {
    /// Waits for a message of somebody else, sent or edited since this person's last deed, that shows this text in its
    /// words or on a button.
    #[track_caller]
    pub fn sees(&self, text: &str) -> impl Future<Output = Seen> + use<'_> {
        let caller = Location::caller();
        let text = text.to_owned();
        async move {
            match self.wait_for(&text, PATIENCE).await {
                Some(seen) => seen,
                None => fail(caller, &format!("\"{text}\" did not appear in\n{}", self.transcript())),
            }
        }
    }

    /// Like [`sees`](Self::sees), but `None` when nothing came within `limit`.
    pub async fn wait_for(&self, text: &str, limit: Duration) -> Option<Seen> {
        let since = self.since.load(Ordering::Relaxed);
        self.watch(limit, |world| {
            let key = self.key(world).ok()?;
            let heard = transcript::heard(world, self.user, key, since, text)?;
            Some(Seen { json: view::message(world, self.user, key, heard) })
        })
        .await
    }

    /// Looks into the chat whenever something has happened in it, until `find` finds something or `limit` is over.
    pub(super) async fn watch<T>(
        &self,
        limit: Duration,
        find: impl FnMut(&mut World) -> Option<T>,
    ) -> Option<T> {
        let chat = self.key(&self.shared.lock()).ok();
        self.shared.wait_in(chat, limit, find).await
    }

    /// From now on only what comes later is new.
    pub fn looks_away(&self) {
        self.since.store(self.shared.lock().revision, Ordering::Relaxed);
    }

    /// All messages that are not deleted, oldest first.
    pub fn messages(&self) -> Vec<Seen> {
        let world = self.shared.lock();
        let Ok(key) = self.key(&world) else { return Vec::new() };
        let window = view::Window { limit: 1_000, before: None, thread: None, deleted: false };
        let shown = view::messages(&world, key, &window);
        shown
            .into_iter()
            .map(|message| Seen { json: view::message(&world, self.user, key, message) })
            .collect()
    }

    /// The newest message of somebody else.
    pub fn last_seen(&self) -> Option<Seen> {
        self.messages().into_iter().rev().find(|seen| seen.json["sandbox"]["outgoing"] == false)
    }

    /// The keys of the reply keyboard, row by row; empty when there is none.
    pub fn keyboard(&self) -> Vec<Vec<String>> {
        let world = self.shared.lock();
        let shown = self.key(&world).ok().and_then(|key| world.chat(key)?.keyboards.get(&self.user));
        let rows = shown.and_then(|shown| shown.markup["keyboard"].as_array()).into_iter().flatten();
        let texts = |row: &Value| {
            let keys = row.as_array().into_iter().flatten();
            keys.filter_map(|key| key["text"].as_str().map(str::to_owned)).collect()
        };
        rows.map(texts).collect()
    }

    /// The chat as text.
    pub fn transcript(&self) -> String {
        let world = self.shared.lock();
        match self.key(&world) {
            Ok(key) => transcript::transcript(&world, self.user, key, 100),
            Err(unable) => unable.to_string(),
        }
    }
}
