//! Product pictures: uploaded once per bot, known by their `file_id` from then on.

use crate::delivery::Trouble;
use crate::services::Shop;
use moka::future::Cache;
use teloxide::types::{FileId, InputFile, PhotoSize};

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
    /// True if it is sent as a word, without a file.
    pub(super) const fn is_known(&self) -> bool {
        matches!(self, Self::Known(_))
    }
}

impl From<Picture> for InputFile {
    fn from(picture: Picture) -> Self {
        match picture {
            Picture::Known(file_id) => Self::file_id(FileId(file_id)),
            Picture::At(address) => Self::url(address),
            Picture::New(content) => Self::memory(content).file_name("photo.jpg"),
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

    /// Keeps what Telegram made of a picture that was uploaded.
    pub(super) async fn remember(&self, photo: &str, sizes: Option<&[PhotoSize]>) {
        let Some(largest) = sizes.and_then(<[PhotoSize]>::last) else { return };
        let file_id = &largest.file.id.0;
        self.known.insert(photo.to_owned(), file_id.clone()).await;
        // Only saves the next upload: the customer has the picture.
        if let Err(error) = self.shop.remember_file_id(self.bot, photo, file_id).await {
            tracing::warn!(%error, "an uploaded picture was not remembered");
        }
    }
}
