//! The staff's card of an order, reminders of it, and its news for the customer.

use super::{Place, Postman, button};
use crate::delivery::SendError;
use crate::dialogue::Button;
use crate::domain::{
    ChatId, Fulfilment, Lang, MessageId, Order, OrderId, RejectReason, Role, Status, link_in,
};
use crate::telegram::bot::tell;
use crate::telegram::format::{Storefront, Voice, amount};
use crate::telegram::html::Html;
use crate::telegram::message::message;
use crate::telegram::screen::reason_text;
use crate::telegram::staff::{Face, order_card, person};
use crate::telegram::texts::phrases;
use teloxide::payloads::SendMessageSetters;
use teloxide::requests::HasPayload;
use teloxide::types::{self, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters};

/// Among how many of the staff those who lead are looked for.
const MOST_CALLED: u32 = 60;

impl Postman {
    pub(super) async fn staff_card(&self, place: Place, id: OrderId) -> Result<(), SendError> {
        let chat = place.chat;
        let order = self.order(id).await?;
        let drawn = order_card(&order, Face::Deeds, self.staff_lang(), &Storefront::of(&self.shop).await?);
        if self.edit(chat, order.card, &drawn).await? {
            return Ok(());
        }
        let sent = self.post(place, drawn).await?;
        self.shop.set_card(id, chat, MessageId(sent.message_id)).await?;
        Ok(())
    }

    /// Below the card. Whoever leads is called by name when it is urgent.
    pub(super) async fn order_waits(
        &self,
        place: Place,
        id: OrderId,
        is_urgent: bool,
    ) -> Result<(), SendError> {
        let order = self.order(id).await?;
        if order.status != Status::Placed {
            return Ok(());
        }
        let storefront = Storefront::of(&self.shop).await?;
        let voice = Voice { lang: self.staff_lang(), shop: &storefront };
        let args = [
            ("number", order.number.to_string().into()),
            ("since", voice.short_moment(order.placed_at).into()),
        ];
        let mut text = voice.tell("staff-order-waits", args);
        if is_urgent {
            let members = self.shop.staff_members(MOST_CALLED).await?;
            let leads = |role| matches!(role, Some(Role::Owner | Role::Manager));
            let called = members.iter().filter(|member| leads(member.role()));
            text = text.paragraph(Html::lines(
                called.map(|member| person(member.person, &member.name, member.username.as_deref())),
            ));
        }
        let mut request = message(&self.bot, types::ChatId(place.chat.0), text.cut_to_message().as_str());
        request.payload_mut().message_thread_id = place.thread;
        if let Some((_, card)) = order.card.filter(|(chat, _)| *chat == place.chat) {
            let to = ReplyParameters::new(types::MessageId(card.0));
            request = request.reply_parameters(to.allow_sending_without_reply());
        }
        Ok(tell(&self.bot, request).await?)
    }

    pub(super) async fn order_news(
        &self,
        chat: ChatId,
        id: OrderId,
        status: Status,
    ) -> Result<(), SendError> {
        let order = self.order(id).await?;
        let lang = self.lang_in(chat, order.lang).await?;
        let texts = phrases(lang);
        let headline = texts.html(news_text(&order, status), &[("number", order.number.to_string().into())]);
        let note = order.note_of(status).filter(|_| !order.is_no_show()).map(|note| match status {
            Status::Rejected | Status::Cancelled => reason(&RejectReason::of_note(note), lang),
            _ => texts.html("news-tracking", &[("text", note.into())]),
        });
        let back = order.credit_given_back().filter(|_| status.is_called_off()).map(|credit| {
            texts.html("news-credit-back", &[("sum", amount(lang, credit, order.currency).into())])
        });
        let text = headline.paragraph(note.unwrap_or_default()).paragraph(back.unwrap_or_default());
        let open = button(texts.plain("news-open", &[]), &Button::Order(id));
        let link = order.note_of(status).filter(|_| status == Status::Shipped).and_then(link_in);
        let follow = link
            .and_then(|link| link.parse().ok())
            .map(|link| vec![InlineKeyboardButton::url(texts.plain("news-follow", &[]), link)]);
        let rows = follow.into_iter().chain(open.inline_keyboard);
        self.send(chat, text.as_str(), Some(InlineKeyboardMarkup::new(rows))).await?;
        Ok(())
    }
}

fn news_text(order: &Order, status: Status) -> &'static str {
    let is_pickup = matches!(order.fulfilment, Some(Fulfilment::Pickup));
    match status {
        Status::Placed => "news-placed",
        Status::Accepted => "news-accepted",
        Status::Shipped if is_pickup => "news-ready",
        Status::Shipped => "news-shipped",
        Status::Delivered if is_pickup => "news-picked-up",
        Status::Delivered => "news-delivered",
        Status::Rejected => "news-rejected",
        Status::Cancelled if order.is_no_show() => "news-not-collected",
        Status::Cancelled => "news-cancelled",
    }
}

/// A reason as the customer reads it.
fn reason(reason: &RejectReason, lang: Lang) -> Html {
    let texts = phrases(lang);
    match reason_text(reason) {
        Some(id) => texts.html(id, &[]),
        None => texts.html("news-reason", &[("text", reason.as_note().into())]),
    }
}
