//! The machine asks, the shop answers.

use crate::dialogue::{Ask, Effect, Opened, Step, Target};
use crate::domain::{Customer, Product, Sku, SkuId, UpdateId};
use crate::repository::StoreError;
use crate::services::Shop;

/// The next step, and the customer from here on if they changed something about themselves.
pub(super) struct Answered {
    pub(super) step: Step,
    pub(super) customer: Option<Customer>,
}

/// Puts a question of the conversation to the shop, and gives the answer back to it.
pub(super) async fn answer(
    ask: Ask,
    shop: &Shop,
    customer: &Customer,
    update: UpdateId,
) -> Result<Answered, StoreError> {
    let id = customer.id;
    let mut changed = None;
    let step = match ask {
        Ask::Open(opening) => {
            let opened = open(shop, opening.target()).await?;
            opening.resume(opened)
        }
        Ask::Add(adding) => {
            let card = adding.card();
            let answer = shop.add_to_cart(id, card.sku(), card.quantity(), card.key()).await?;
            adding.resume(answer)
        }
        Ask::Do(work) => {
            perform(work.effect(), shop, customer, update).await?;
            if matches!(
                work.effect(),
                Effect::SetName(_)
                    | Effect::SetPhone(_)
                    | Effect::SharePhone(_)
                    | Effect::SetLang(_)
                    | Effect::SetBroadcasts(_)
            ) {
                changed = shop.customer(id).await?;
            }
            work.resume()
        }
        Ask::Start(starting) => {
            let answer = shop.begin_checkout(id).await?;
            starting.resume(answer)
        }
        Ask::Share(sharing) => {
            shop.verify_phone(id, sharing.phone()).await?;
            sharing.resume()
        }
        Ask::Use(using) => {
            let answer = shop.destination(id, using.address()).await?;
            using.resume(answer)
        }
        Ask::Locate(locating) => {
            let answer = shop.locate(locating.destination()).await?;
            locating.resume(answer)
        }
        Ask::Schedule(scheduling) => scheduling.resume(shop.has_slots().await?),
        Ask::Redeem(redeeming) => {
            let answer = shop.try_promo(id, redeeming.ride(), redeeming.code()).await?;
            redeeming.resume(answer)
        }
        Ask::Price(pricing) => {
            let quote = shop.quote(id, pricing.ride(), pricing.promo(), pricing.credit()).await?;
            pricing.resume(&quote)
        }
        Ask::Place(ordering) => {
            let answer = shop.place(id, customer.lang, &ordering.placing()).await?;
            ordering.resume(answer)
        }
        Ask::Find(finding) => {
            let order = shop.order(id, finding.order()).await?;
            finding.resume(order.map(|order| order.status))
        }
        Ask::Cancel(cancelling) => {
            let answer = shop.cancel(id, cancelling.order()).await?;
            cancelling.resume(answer)
        }
        Ask::Amend(amending) => {
            let answer = shop.answer_amendment(id, amending.amendment(), amending.agrees()).await?;
            amending.resume(answer)
        }
        Ask::Reorder(reordering) => {
            let answer = shop.reorder(id, reordering.order()).await?;
            reordering.resume(answer)
        }
    };
    Ok(Answered { step, customer: changed })
}

async fn open(shop: &Shop, target: Target) -> Result<Opened, StoreError> {
    let one = |product: &Product, sku: &Sku| Opened::One(product.id, sku.id, sku.most());
    let opened = match target {
        Target::Product(id) => shop.product(id).await?.map(|product| match product.skus.as_slice() {
            [only] => one(&product, only),
            _ => Opened::Choose(product.id),
        }),
        Target::Sku(sku) => variant(shop, sku).await?.map(|(product, sku)| one(&product, &sku)),
    };
    Ok(opened.unwrap_or(Opened::Gone))
}

async fn variant(shop: &Shop, id: SkuId) -> Result<Option<(Product, Sku)>, StoreError> {
    let product = shop.product_of(id).await?;
    Ok(product.and_then(|product| {
        let sku = product.sku(id)?.clone();
        Some((product, sku))
    }))
}

async fn perform(
    effect: &Effect,
    shop: &Shop,
    customer: &Customer,
    update: UpdateId,
) -> Result<(), StoreError> {
    let id = customer.id;
    match effect {
        Effect::SetLine(sku, quantity) => shop.change_line(id, *sku, *quantity).await,
        Effect::EmptyCart => shop.empty_cart(id).await,
        Effect::SetName(name) => shop.set_name(id, name).await,
        Effect::SetPhone(phone) => shop.set_phone(id, phone).await,
        Effect::SharePhone(phone) => {
            shop.verify_phone(id, phone).await?;
            shop.set_phone(id, phone).await
        }
        Effect::SetLang(lang) => shop.set_lang(id, *lang).await,
        Effect::SetBroadcasts(wanted) => shop.set_broadcasts(id, *wanted).await,
        Effect::RemoveAddress(address) => shop.remove_address(id, *address).await,
        Effect::TellWhenBack(product) => shop.tell_when_back(id, *product).await,
        Effect::Forget => shop.forget(id).await,
        Effect::AskSupport { message, text, caption } => {
            shop.ask_support(id, update, *message, (text.clone(), caption.clone())).await
        }
    }
}
