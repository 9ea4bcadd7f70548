//! Tells Telegram where to bring updates.

use super::header::ALLOWED_UPDATES;
use teloxide::Bot;
use teloxide::payloads::SetWebhookSetters;
use teloxide::requests::Requester;
use teloxide::types::{AllowedUpdate, WebhookInfo};
use url::Url;
use uuid::Uuid;

/// Where Telegram is to bring updates, and how it proves itself.
#[derive(Clone)]
pub struct Webhook {
    url: Url,
    path: String,
    secret: String,
    max_connections: u8,
}

impl Webhook {
    /// `public` is the address as Telegram sees it. The path below it cannot be guessed without the secret,
    /// and changes with it: a new secret is noticed although Telegram never tells the old one.
    #[must_use]
    pub fn new(public: &Url, secret: &str, max_connections: u8) -> Self {
        const WEBHOOKS: Uuid = Uuid::from_u128(0x6f72_6465_7262_6f74_8000_0000_0000_0002);
        let path = format!("telegram/{}", Uuid::new_v5(&WEBHOOKS, secret.as_bytes()).simple());
        let mut url = public.clone();
        url.set_path(&format!("{}/{path}", public.path().trim_end_matches('/')));
        Self { url, path: format!("/{path}"), secret: secret.to_owned(), max_connections }
    }

    /// The path of the route, without what a proxy strips.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What `X-Telegram-Bot-Api-Secret-Token` must hold.
    #[must_use]
    pub fn secret(&self) -> &str {
        &self.secret
    }

    /// Sets the webhook if it is not set like this. Never removes it: during a rolling restart another
    /// instance goes on, and while none is there Telegram keeps the updates.
    ///
    /// # Errors
    /// Telegram refused or did not answer.
    pub async fn set(&self, bot: &Bot) -> Result<(), teloxide::RequestError> {
        if self.is_set(&bot.get_webhook_info().await?) {
            return Ok(());
        }
        tracing::info!(host = self.url.host_str(), "setting the webhook");
        bot.set_webhook(self.url.clone())
            .allowed_updates(allowed())
            .max_connections(self.max_connections)
            .secret_token(self.secret.clone())
            .await?;
        Ok(())
    }

    fn is_set(&self, info: &WebhookInfo) -> bool {
        let names = |updates: &[AllowedUpdate]| {
            let mut names: Vec<String> = updates.iter().map(|update| format!("{update:?}")).collect();
            names.sort();
            names
        };
        info.url.as_ref() == Some(&self.url)
            && info.max_connections == Some(self.max_connections.into())
            && info.allowed_updates.as_deref().map(names) == Some(names(&allowed()))
    }
}

fn allowed() -> Vec<AllowedUpdate> {
    ALLOWED_UPDATES.iter().filter_map(|kind| serde_json::from_value((*kind).into()).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_we_ask_for_is_known_to_the_client() {
        assert_eq!(allowed().len(), ALLOWED_UPDATES.len());
    }

    #[test]
    fn the_path_changes_with_the_secret() {
        let public = Url::parse("https://shop.example/bot/").unwrap();
        let (one, other) = (Webhook::new(&public, "one", 40), Webhook::new(&public, "other", 40));
        assert_ne!(one.path(), other.path());
        assert!(one.url.as_str().starts_with("https://shop.example/bot/telegram/"), "{}", one.url);
        assert!(one.url.path().ends_with(one.path()));
    }
}
