//! Product pictures: uploaded once per bot, known by their `file_id` from then on.

use super::bot::{CallError, SentPicture, attached, call, upload};
use crate::delivery::Trouble;
use crate::services::Shop;
use moka::future::Cache;
use serde::Serialize;
use teloxide::Bot;
use teloxide::requests::{HasPayload, Payload};
use teloxide::types::{FileId, InputFile};

/// Ids of uploaded pictures kept in memory.
const KNOWN_PICTURES: u64 = 10_000;

/// A product's picture, as it can be sent.
pub(super) enum Picture {
    /// Telegram has it: its `file_id` for this bot.
    Known(String),
    /// Telegram fetches it from there.
    At(url::Url),
    /// Its content has to be uploaded.
    New(Vec<u8>),
}

impl Picture {
    /// How a request names it, and the content that travels with it.
    pub(super) fn parts(self) -> (InputFile, Option<Vec<u8>>) {
        match self {
            Self::Known(file_id) => (InputFile::file_id(FileId(file_id)), None),
            Self::At(address) => (InputFile::url(address), None),
            Self::New(content) => (attached(), Some(content)),
        }
    }
}

/// The pictures of one bot. Cheap to clone.
#[derive(Clone)]
pub(super) struct Pictures {
    bot: i64,
    shop: Shop,
    known: Cache<String, String>,
}

impl Pictures {
    /// Those of the bot with this Telegram id.
    pub(super) fn of(bot: i64, shop: Shop) -> Self {
        Self { bot, shop, known: Cache::new(KNOWN_PICTURES) }
    }

    /// The picture as Telegram knows it already, or its content or address; `None` if it is nowhere.
    pub(super) async fn find(&self, photo: &str) -> Result<Option<Picture>, Trouble> {
        if let Some(file_id) = self.known.get(photo).await {
            return Ok(Some(Picture::Known(file_id)));
        }
        if let Some(file_id) = self.shop.file_id(self.bot, photo).await? {
            self.known.insert(photo.to_owned(), file_id.clone()).await;
            return Ok(Some(Picture::Known(file_id)));
        }
        if let Ok(address) = photo.parse::<url::Url>()
            && matches!(address.scheme(), "http" | "https")
        {
            return Ok(Some(Picture::At(address)));
        }
        let content = self.shop.picture(photo).await?;
        if content.is_none() {
            tracing::warn!(photo, "a product's picture is missing");
        }
        Ok(content.map(Picture::New))
    }

    /// Calls Telegram with a picture, and keeps what it made of a new one.
    pub(super) async fn send(
        &self,
        bot: &Bot,
        request: impl HasPayload<Payload: Payload + Serialize>,
        photo: &str,
        content: Option<Vec<u8>>,
    ) -> Result<SentPicture, CallError> {
        let sent = match content {
            Some(content) => upload(bot, request, "photo.jpg", content).await?,
            None => call::<SentPicture>(bot, request).await?,
        };
        if let Some(file_id) = sent.file_id()
            && !self.known.contains_key(photo)
        {
            self.remember(photo, file_id).await;
        }
        Ok(sent)
    }

    async fn remember(&self, photo: &str, file_id: &str) {
        self.known.insert(photo.to_owned(), file_id.to_owned()).await;
        // Only saves the next upload: the customer has the picture.
        if let Err(error) = self.shop.remember_file_id(self.bot, photo, file_id).await {
            tracing::warn!(%error, "an uploaded picture was not remembered");
        }
    }
}
