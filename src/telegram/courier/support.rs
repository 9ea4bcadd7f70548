//! Messages between customers and the staff group.

use super::{Place, Postman, button};
use crate::delivery::SendError;
use crate::dialogue::Button;
use crate::domain::{Bounded, ChatId, CustomerId, MessageId, OrderId};
use crate::telegram::bot::{CallError, Sent, call};
use crate::telegram::html::Html;
use crate::telegram::staff::{canned, person};
use crate::telegram::texts::phrases;
use teloxide::RequestError;
use teloxide::payloads::SendMessageSetters;
use teloxide::prelude::Requester;
use teloxide::requests::HasPayload;
use teloxide::types::{self, ReplyParameters};

impl Postman {
    pub(super) async fn support_request(
        &self,
        place: Place,
        id: CustomerId,
        message: MessageId,
        text: Option<&str>,
    ) -> Result<(), SendError> {
        let chat = place.chat;
        let texts = phrases(self.staff_lang());
        let customer = self.shop.customer(id).await?;
        let (name, username, lang) = match &customer {
            Some(customer) => {
                let lang = customer.lang.code().to_uppercase();
                (customer.name.as_str().to_owned(), customer.username.as_deref(), lang)
            }
            None => (format!("#{id}"), None, "?".to_owned()),
        };
        let who = person(id.0, &name, username);
        let header = texts.html("staff-support", &[("who", who.into()), ("lang", lang.into())]);
        let full = header.paragraph(Html::escaped(text.unwrap_or_default())).cut_to_message();
        let mut request = crate::telegram::message::message(&self.bot, types::ChatId(chat.0), full.as_str());
        request.payload_mut().message_thread_id = place.thread;
        if customer.is_some() {
            request = request.reply_markup(canned::choose_key(&texts.plain("canned-answers", &[]), id));
        }
        // Below what was said last, so that colleagues who join in find the whole conversation.
        if let Some(last) = self.shop.support_thread(chat, id).await? {
            let last = ReplyParameters::new(types::MessageId(last.0)).allow_sending_without_reply();
            request = request.reply_parameters(last);
        }
        let sent: Sent = call(&self.bot, request).await?;
        self.shop.link_support(chat, MessageId(sent.message_id), id).await?;
        if text.is_none() {
            let from = (types::ChatId(id.0), types::MessageId(message.0));
            let mut copied = self.bot.copy_message(types::ChatId(chat.0), from.0, from.1);
            copied.payload_mut().message_thread_id = place.thread;
            match call::<types::MessageId>(&self.bot, copied).await {
                Ok(copy) => self.shop.link_support(chat, MessageId(copy.0), id).await?,
                // Deleted meanwhile, or of a kind that cannot be copied: the header alone tells of it.
                Err(CallError::Request(RequestError::Api(error)))
                    if !error.to_string().starts_with("Forbidden") =>
                {
                    tracing::info!(customer = id.0, "a message to the shop could not be copied");
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    pub(super) async fn support_reply(
        &self,
        chat: ChatId,
        from: (ChatId, MessageId),
        text: Option<&str>,
        about: Option<OrderId>,
    ) -> Result<(), SendError> {
        let lang = self.lang_in(chat, self.staff_lang()).await?;
        let texts = phrases(lang);
        let mut answer = button(texts.plain("news-answer", &[]), &Button::Support);
        let settings = self.shop.settings().await?;
        let shop = ("shop", settings.name.as_str().into());
        let header = match about {
            Some(id) => {
                let number = self.order(id).await?.number.to_string();
                answer = answer.append_row(
                    button(texts.plain("news-open", &[]), &Button::Order(id)).inline_keyboard.concat(),
                );
                texts.html("news-about", &[shop, ("number", number.into())])
            }
            None => texts.html("news-reply", &[shop]),
        };
        let Some(text) = text else { return Ok(self.copy(chat, from, answer).await?) };
        let text = header.paragraph(Html::escaped(text)).cut_to_message();
        self.send(chat, text.as_str(), Some(answer)).await?;
        Ok(())
    }

    pub(super) async fn canned_reply(&self, chat: ChatId, text: &str) -> Result<(), SendError> {
        let texts = phrases(self.lang_in(chat, self.staff_lang()).await?);
        let settings = self.shop.settings().await?;
        let header = texts.html("news-reply", &[("shop", settings.name.as_str().into())]);
        let text = header.paragraph(Html::escaped(text)).cut_to_message();
        let answer = button(texts.plain("news-answer", &[]), &Button::Support);
        self.send(chat, text.as_str(), Some(answer)).await?;
        Ok(())
    }
}
