//! What a customer can do, already parsed.

use crate::domain::{
    AmendmentId, CategoryId, CustomerId, Destination, Lang, MessageId, OrderId, ProductId, PromoCode, SkuId,
    Slot, UpdateId, ZoneId,
};

/// One thing a customer did, with the ids that make it idempotent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Who did it.
    pub customer: CustomerId,
    /// The update that brought it: keys of its effects are made from it.
    pub update: UpdateId,
    /// What they did.
    pub event: Event,
}

/// What the customer did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A command of the menu.
    Command(Command),
    /// A button of one of our messages.
    Press(Button),
    /// A button that this version does not know any more.
    StalePress,
    /// Typed words.
    Text {
        /// The message, to copy it to the staff.
        message: MessageId,
        /// The words.
        text: String,
    },
    /// A shared contact.
    Contact {
        /// The phone number, not yet parsed.
        number: String,
        /// True if it is the sender's own, as Telegram knows it.
        is_own: bool,
    },
    /// A shared location, as an address.
    Location(Destination),
    /// A photo, sticker, voice message or anything else that carries no words for us.
    Media {
        /// The message, to copy it to the staff.
        message: MessageId,
        /// What is written below it.
        caption: Option<String>,
    },
    /// An earlier message was edited.
    Edited,
}

/// The commands of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// `/start`, plain or from a link.
    Start(Option<DeepLink>),
    /// `/menu`: the catalogue.
    Menu,
    /// `/cart`
    Cart,
    /// `/orders`
    Orders,
    /// `/profile`
    Profile,
    /// `/language`
    Language,
    /// `/notifications`: broadcasts on or off.
    Notifications,
    /// `/support`
    Support,
    /// `/help`
    Help,
    /// `/cancel`
    Cancel,
    /// `/delete_me`
    DeleteMe,
    /// A word after a slash that is no command of ours.
    Unknown,
}

/// Where a `t.me/bot?start=` link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeepLink {
    /// `p_<id>`: a product.
    Product(ProductId),
    /// `promo_<code>`: the catalogue, with the code kept for the checkout.
    Promo(PromoCode),
    /// `o_<id>`: an order, as on its packing slip.
    Order(OrderId),
    /// Something else.
    Unknown,
}

/// Every button a customer can press. A payload stays in chat histories for ever: see `telegram::payload`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Button {
    /// The start screen.
    Home,
    /// The first level of the catalogue.
    Catalog,
    /// A page of a category.
    Category(CategoryId, u32),
    /// A product's card.
    Product(ProductId),
    /// Another picture of the product on the card, counted from 0.
    Picture(ProductId, u32),
    /// A variant of the product's card.
    Sku(SkuId),
    /// A page of the search results.
    Results(u32),
    /// On the card: show this many pieces. With the key of the card, and so for `Add`.
    Pieces(SkuId, u32, UpdateId),
    /// On the card: into the cart.
    Add(SkuId, u32, UpdateId),
    /// The cart.
    Cart,
    /// In the cart: this many pieces; 0 removes the line.
    Line(SkuId, u32),
    /// Empty the cart.
    EmptyCart,
    /// Begin the checkout.
    Checkout,
    /// Checkout: keep the name or phone that is on the screen.
    Keep,
    /// Checkout: bring it.
    Delivery,
    /// Checkout: I'll come for it.
    Pickup,
    /// Checkout: this saved address.
    SavedAddress(i64),
    /// Checkout: the address is in this zone.
    Zone(ZoneId),
    /// Checkout: it is in none of these.
    NoZone,
    /// Checkout: bring it then.
    Time(Slot),
    /// Checkout: no note, no promo code.
    Skip,
    /// Checkout: one question back.
    Back,
    /// Checkout: change this part, then return to the summary.
    Change(Part),
    /// Checkout: pay with store credit, or keep it.
    UseCredit(bool),
    /// Checkout: place this order.
    Confirm(OrderId),
    /// A page of my orders.
    Orders(u32),
    /// One of my orders.
    Order(OrderId),
    /// Call it off? (asks once more)
    CancelOrder(OrderId),
    /// Call it off.
    CancelOrderYes(OrderId),
    /// Agree to a change of an order, or not.
    AnswerChange(AmendmentId, bool),
    /// The same again.
    Reorder(OrderId),
    /// My profile.
    Profile,
    /// Change the name.
    EditName,
    /// Change the phone number.
    EditPhone,
    /// Forget a saved address.
    RemoveAddress(i64),
    /// The language menu.
    Languages,
    /// Speak this language.
    Language(Lang),
    /// Broadcasts on or off?
    Notifications,
    /// Switch broadcasts on or off.
    SetBroadcasts(bool),
    /// Tell me when what is sold out of this product is back.
    TellMe(ProductId),
    /// Write to the shop.
    Support,
    /// What the bot can do.
    Help,
    /// Erase my data? (asks once more)
    DeleteMe,
    /// Erase my data.
    DeleteMeYes,
    /// Only a label, such as the page number between the arrows.
    Label,
}

/// A part of the checkout that can be changed from the summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The name.
    Name,
    /// The phone number.
    Phone,
    /// Delivery or pickup, and the address.
    Delivery,
    /// The note to the shop.
    Note,
    /// The promo code.
    Promo,
}
