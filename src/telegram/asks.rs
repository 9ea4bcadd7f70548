//! The machine asks, the shop answers.

use super::screen::Loaded;
use crate::dialogue::{Ask, Effect, Opened, Step, Target};
use crate::domain::{Customer, Placement, Product, Quote, Sku, UpdateId};
use crate::repository::StoreError;
use crate::services::Shop;

/// What an answer leads to.
pub(super) struct Answered {
    /// The next step.
    pub(super) step: Step,
    /// The customer from here on, if they changed something about themselves.
    pub(super) customer: Option<Customer>,
    /// What was read for the answer, if the screen may be drawn from it too.
    pub(super) just_read: Option<Loaded>,
}

/// Puts a question of the conversation to the shop, and gives the answer back to it.
pub(super) async fn answer(
    ask: Ask,
    shop: &Shop,
    customer: &Customer,
    update: UpdateId,
) -> Result<Answered, StoreError> {
    let id = customer.id;
    let (mut changed, mut just_read) = (None, None);
    let step = match ask {
        Ask::Open(opening) => {
            let target = opening.target();
            let product = find(shop, target).await?;
            let opened = product.as_ref().map_or(Opened::Gone, |product| open(product, target));
            just_read = product.map(Loaded::Product);
            opening.resume(opened)
        }
        Ask::Add(adding) => {
            let card = adding.card();
            let added = shop.add_to_cart(id, card.sku(), card.quantity(), card.key()).await?;
            let answer = match added {
                Ok(cart) => {
                    just_read = Some(Loaded::Cart(cart));
                    Ok(())
                }
                Err(refusal) => Err(refusal),
            };
            adding.resume(answer)
        }
        Ask::Do(work) => {
            changed = perform(work.effect(), shop, customer, update).await?;
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
            let step = pricing.resume(&quote);
            just_read = Some(Loaded::Summary(quote));
            step
        }
        Ask::Place(ordering) => {
            let answer = shop.place(id, customer.lang, &ordering.placing()).await?;
            just_read = match &answer {
                Placement::Placed(receipt) => Some(Loaded::Placed(*receipt)),
                Placement::Changed(quote, _) => Some(Loaded::Summary(Quote::clone(quote))),
                Placement::Refused(_) => None,
            };
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
    Ok(Answered { step, customer: changed, just_read })
}

async fn find(shop: &Shop, target: Target) -> Result<Option<Product>, StoreError> {
    match target {
        Target::Product(id) => shop.product(id).await,
        Target::Sku(sku) => shop.product_of(sku).await,
    }
}

fn open(product: &Product, target: Target) -> Opened {
    let one = |sku: &Sku| Opened::One(product.id, sku.id, sku.most());
    match (target, product.skus.as_slice()) {
        (Target::Product(_), [only]) => one(only),
        (Target::Product(_), _) => Opened::Choose(product.id),
        (Target::Sku(sku), _) => product.sku(sku).map_or(Opened::Gone, one),
    }
}

/// The customer from here on, if they changed something about themselves.
async fn perform(
    effect: &Effect,
    shop: &Shop,
    customer: &Customer,
    update: UpdateId,
) -> Result<Option<Customer>, StoreError> {
    let id = customer.id;
    match effect {
        Effect::SetName(name) => return shop.set_name(id, name).await,
        Effect::SetPhone(phone) => return shop.set_phone(id, phone).await,
        Effect::SharePhone(phone) => return shop.share_phone(id, phone).await,
        Effect::SetLang(lang) => return shop.set_lang(id, *lang).await,
        Effect::SetBroadcasts(wanted) => return shop.set_broadcasts(id, *wanted).await,
        Effect::SetLine(sku, quantity) => shop.change_line(id, *sku, *quantity).await?,
        Effect::EmptyCart => shop.empty_cart(id).await?,
        Effect::RemoveAddress(address) => shop.remove_address(id, *address).await?,
        Effect::TellWhenBack(product) => shop.tell_when_back(id, *product).await?,
        Effect::Forget => shop.forget(id).await?,
        Effect::AskSupport { message, text, caption } => {
            shop.ask_support(id, update, *message, (text.clone(), caption.clone())).await?;
        }
    }
    Ok(None)
}
