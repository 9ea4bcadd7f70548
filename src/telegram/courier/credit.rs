//! What a customer is told of their store credit.

use super::{Postman, button};
use crate::delivery::SendError;
use crate::dialogue::Button;
use crate::domain::{ChatId, Money};
use crate::telegram::format::{Storefront, Voice};

impl Postman {
    /// They got some.
    pub(super) async fn credit_given(&self, chat: ChatId, amount: Money) -> Result<(), SendError> {
        let lang = self.lang_in(chat, self.staff_lang()).await?;
        let storefront = Storefront::of(&self.shop).await?;
        let voice = Voice { lang, shop: &storefront };
        let args = [("shop", storefront.settings.name.as_str().into()), ("sum", voice.money(amount).into())];
        let open = button(voice.label("button-catalog"), &Button::Catalog);
        self.send(chat, voice.tell("news-credit-given", args).as_str(), Some(open)).await?;
        Ok(())
    }
}
