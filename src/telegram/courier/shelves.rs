//! What runs out, for the staff; what is back, for who waits for it.

use super::{Place, Postman, button};
use crate::delivery::SendError;
use crate::dialogue::Button;
use crate::domain::{ChatId, CustomerId, ProductId, SkuId};
use crate::telegram::format::{Storefront, Voice};
use crate::telegram::staff::running_low;

impl Postman {
    /// With the pieces there are now. What was filled up, or taken off sale, meanwhile is not news any more.
    pub(super) async fn running_low(&self, place: Place, skus: &[SkuId]) -> Result<(), SendError> {
        let storefront = Storefront::of(&self.shop).await?;
        let voice = Voice { lang: self.staff_lang(), shop: &storefront };
        let few = self.shop.terms().low_stock;
        let mut low = Vec::new();
        for sku in skus {
            let Some(product) = self.shop.product_of(*sku).await? else { continue };
            let found = product.sku(*sku).filter(|sku| sku.available <= few).cloned();
            low.extend(found.map(|sku| (product, sku)));
        }
        if low.is_empty() {
            return Ok(());
        }
        self.post(place, running_low(&low, voice)).await?;
        Ok(())
    }

    /// What has sold out again meanwhile is waited for again.
    pub(super) async fn back_in_stock(&self, chat: ChatId, id: ProductId) -> Result<(), SendError> {
        let Some(product) = self.shop.product(id).await? else { return Ok(()) };
        if product.available() == 0 {
            return Ok(self.shop.tell_when_back(CustomerId(chat.0), id).await?);
        }
        let lang = self.lang_in(chat, self.staff_lang()).await?;
        let storefront = Storefront::of(&self.shop).await?;
        let voice = Voice { lang, shop: &storefront };
        let args =
            [("name", product.names.get(lang).into()), ("price", voice.money(product.price_from()).into())];
        let open = button(voice.label("button-open-product"), &Button::Product(id));
        self.send(chat, voice.tell("news-back-in-stock", args).as_str(), Some(open)).await?;
        Ok(())
    }
}
