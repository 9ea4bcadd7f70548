//! What the screen of a state needs to know.

use crate::dialogue::{Place, State};
use crate::domain::{Category, Customer, Order, Product, Quote, Receipt, SavedAddress, Slot};
use crate::repository::{OrderSummary, Page, StoreError};
use crate::services::Shop;

/// Products and orders on one page: as many as fit a phone without scrolling.
const PAGE: u32 = 8;

/// What was read.
#[derive(Debug, Clone)]
pub(in crate::telegram) enum Loaded {
    /// Nothing is needed, or it is not there any more.
    Nothing,
    /// The categories of the first level.
    Categories(Vec<Category>),
    /// A category, what is below it, and a page of its products.
    Shelf(Category, Vec<Category>, Page<Product>),
    /// A product.
    Product(Product),
    /// A page of the products found.
    Results(Page<Product>),
    /// The cart.
    Cart(Quote),
    /// The same with what is promised of delivery, promo and credit, or without.
    Summary(Quote),
    /// A page of the customer's orders.
    Orders(Page<OrderSummary>),
    /// One of them.
    Order(Box<Order>),
    /// What is told of the one just placed.
    Placed(Receipt),
    /// The times that are free.
    Slots(Vec<Slot>),
    /// The customer's addresses.
    Addresses(Vec<SavedAddress>),
}

impl Loaded {
    /// True if it is what the screen of `state` is drawn from.
    fn is_for(&self, state: &State) -> bool {
        match (self, state) {
            (Self::Cart(_), State::Browse(browse)) => *browse.place() == Place::Cart,
            (Self::Summary(_), State::Confirm(_)) => true,
            (Self::Product(product), State::Quantity(card)) => product.id == card.product(),
            (Self::Product(product), State::Browse(browse)) => *browse.place() == Place::Product(product.id),
            (Self::Placed(receipt), State::Browse(browse)) => *browse.place() == Place::Placed(receipt.order),
            _ => false,
        }
    }
}

/// What the screen of `state` needs: what the step to this state has `just_read`, if it is that, or read now.
pub(in crate::telegram) async fn load(
    shop: &Shop,
    customer: &Customer,
    state: &State,
    just_read: Option<Loaded>,
) -> Result<Loaded, StoreError> {
    if let Some(loaded) = just_read
        && loaded.is_for(state)
    {
        return Ok(loaded);
    }
    let id = customer.id;
    let loaded = match state {
        State::Browse(browse) => return load_place(shop, customer, browse.place()).await,
        State::Quantity(card) => shop.product(card.product()).await?.map(Loaded::Product),
        State::Address(_) => Some(Loaded::Addresses(shop.addresses(id).await?)),
        State::Time(_) => Some(Loaded::Slots(shop.free_slots().await?)),
        State::Confirm(_) => Some(Loaded::Summary(shop.cart(id).await?)),
        State::Name(_)
        | State::Phone(_)
        | State::Method(_)
        | State::Zone(_)
        | State::Note(_)
        | State::Promo(_)
        | State::NewName(_)
        | State::NewPhone(_)
        | State::Support(_) => None,
    };
    Ok(loaded.unwrap_or(Loaded::Nothing))
}

async fn load_place(shop: &Shop, customer: &Customer, place: &Place) -> Result<Loaded, StoreError> {
    let id = customer.id;
    let loaded = match place {
        // There is nothing in the cart of somebody who just came.
        Place::Home if customer.is_new => None,
        Place::Home | Place::Cart => Some(Loaded::Cart(shop.cart(id).await?)),
        Place::Catalog => Some(Loaded::Categories(shop.categories(None).await?)),
        Place::Category(category, page) => match shop.category(*category).await? {
            Some(found) => {
                let below = shop.categories(Some(*category)).await?;
                Some(Loaded::Shelf(found, below, shop.products(*category, *page, PAGE).await?))
            }
            None => None,
        },
        Place::Product(product) | Place::Picture(product, _) => {
            shop.product(*product).await?.map(Loaded::Product)
        }
        Place::Results(words, page) => Some(Loaded::Results(shop.search(words, *page, PAGE).await?)),
        Place::Orders(page) => Some(Loaded::Orders(shop.orders(id, *page, PAGE).await?)),
        Place::Placed(order) => shop.receipt(id, *order).await?.map(Loaded::Placed),
        Place::Order(order) | Place::CancelOrder(order) => {
            shop.order(id, *order).await?.map(|order| Loaded::Order(Box::new(order)))
        }
        Place::Profile => Some(Loaded::Addresses(shop.addresses(id).await?)),
        Place::Languages | Place::Notifications | Place::Help | Place::DeleteMe => None,
    };
    Ok(loaded.unwrap_or(Loaded::Nothing))
}

#[cfg(test)]
mod tests {
    use super::super::gallery_shop::{product, quote, receipt};
    use super::*;
    use crate::dialogue::Browse;
    use crate::domain::{CustomerId, OrderId, ProductId, UpdateId};

    fn at(place: &Place) -> State {
        let browse: Browse = serde_json::from_value(serde_json::json!({ "place": place })).unwrap();
        State::Browse(browse)
    }

    #[test]
    fn what_was_just_read_is_only_good_for_a_screen_of_the_same() {
        let (product, receipt) = (product(), receipt());
        let other = OrderId::minted(CustomerId(8), UpdateId(1));
        let cases = [
            (Place::Product(product.id), Loaded::Product(product.clone()), true),
            (Place::Product(ProductId(product.id.0 + 1)), Loaded::Product(product), false),
            (Place::Placed(receipt.order), Loaded::Placed(receipt), true),
            (Place::Placed(other), Loaded::Placed(receipt), false),
            (Place::Order(receipt.order), Loaded::Placed(receipt), false),
            (Place::Cart, Loaded::Cart(quote()), true),
            // With a delivery fee and a promo, which a cart does not show.
            (Place::Cart, Loaded::Summary(quote()), false),
        ];
        for (place, loaded, is_good) in cases {
            assert_eq!(loaded.is_for(&at(&place)), is_good, "{place:?}");
        }
    }
}
