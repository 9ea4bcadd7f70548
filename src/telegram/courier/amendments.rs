//! Changes of orders: for the customer to agree to, and for the staff what came of it.

use super::{Place, Postman};
use crate::delivery::SendError;
use crate::dialogue::Button;
use crate::domain::{AmendmentId, AmendmentState, ChatId};
use crate::services::Drafted;
use crate::telegram::bot::tell;
use crate::telegram::format::{Storefront, Voice, amount};
use crate::telegram::message::message;
use crate::telegram::payload;
use crate::telegram::screen::gist;
use crate::telegram::staff::outcome_text;
use teloxide::payloads::SendMessageSetters;
use teloxide::requests::HasPayload;
use teloxide::types::{self, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters};

impl Postman {
    async fn amended(&self, id: AmendmentId) -> Result<Drafted, SendError> {
        let found = self.shop.amendment(id).await?;
        found.ok_or_else(|| SendError::Impossible(format!("change {id} is not there")))
    }

    /// The customer is asked, unless it has ended by now.
    pub(super) async fn amendment_proposed(&self, chat: ChatId, id: AmendmentId) -> Result<(), SendError> {
        let Drafted { order, amendment, .. } = self.amended(id).await?;
        if amendment.state != AmendmentState::Open {
            return Ok(());
        }
        let storefront = Storefront::of(&self.shop).await?;
        let voice = Voice { lang: self.lang_in(chat, order.lang).await?, shop: &storefront };
        let until = amendment.expires_at.map(|until| voice.moment(until)).unwrap_or_default();
        let args =
            [("shop", storefront.settings.name.as_str().into()), ("number", order.number.to_string().into())];
        let text = voice
            .tell("amend-proposed", args)
            .paragraph(gist(voice, &amendment.gist))
            .paragraph(voice.tell("amend-until", [("until", until.into())]));
        let key =
            |label, button: Button| vec![InlineKeyboardButton::callback(label, payload::encode(&button))];
        let sum = amount(voice.lang, amendment.gist.to, order.currency);
        let agree = voice.label_with("button-amend-agree", [("sum", sum.into())]);
        let keyboard = InlineKeyboardMarkup::new([
            key(agree, Button::AnswerChange(id, true)),
            key(voice.label("button-amend-decline"), Button::AnswerChange(id, false)),
            key(voice.label("news-open"), Button::Order(order.id)),
        ]);
        self.send(chat, text.cut_to_message().as_str(), Some(keyboard)).await?;
        Ok(())
    }

    /// Nobody can agree to it any more.
    pub(super) async fn amendment_over(&self, chat: ChatId, id: AmendmentId) -> Result<(), SendError> {
        let Drafted { order, .. } = self.amended(id).await?;
        let storefront = Storefront::of(&self.shop).await?;
        let voice = Voice { lang: self.lang_in(chat, order.lang).await?, shop: &storefront };
        let text = voice.tell("amend-over", [("number", order.number.to_string().into())]);
        let open = super::button(voice.label("news-open"), &Button::Order(order.id));
        self.send(chat, text.as_str(), Some(open)).await?;
        Ok(())
    }

    /// Below the card: an edited card alone would be overlooked.
    pub(super) async fn amendment_answered(&self, place: Place, id: AmendmentId) -> Result<(), SendError> {
        let Drafted { order, amendment, .. } = self.amended(id).await?;
        let storefront = Storefront::of(&self.shop).await?;
        let voice = Voice { lang: self.staff_lang(), shop: &storefront };
        let what = voice.label(outcome_text(amendment.state));
        let args = [("number", order.number.to_string().into()), ("what", what.into())];
        let text = voice.tell("staff-amend-answered", args).paragraph(gist(voice, &amendment.gist));
        let mut request = message(&self.bot, types::ChatId(place.chat.0), text.cut_to_message().as_str());
        request.payload_mut().message_thread_id = place.thread;
        if let Some((_, card)) = order.card.filter(|(chat, _)| *chat == place.chat) {
            let to = ReplyParameters::new(types::MessageId(card.0));
            request = request.reply_parameters(to.allow_sending_without_reply());
        }
        Ok(tell(&self.bot, request).await?)
    }
}
