//! Paying an invoice: shipping options, the pre-checkout question, the payment itself.

use serde_json::{Value, json};

use super::Unable;
use crate::world::World;
use crate::world::chat::ChatKey;
use crate::world::invoice::{Charge, Invoice};
use crate::world::message::Content;
use crate::world::query::About;
use crate::world::updates::Lane;

/// Which invoice is paid.
#[derive(Clone, Debug)]
pub(crate) enum Bill {
    Message { key: ChatKey, id: i64 },
    Link { slug: String, user: i64 },
}

/// What a person fills in.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    pub(crate) outcome: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) phone_number: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) address: Option<Value>,
    pub(crate) shipping_option_id: Option<String>,
    pub(crate) tip_amount: i64,
    /// Seconds to wait for the bot.
    pub(crate) wait: Option<u64>,
}

impl Bill {
    /// The invoice, who wants the money, and the chat in which the receipt appears.
    pub(crate) fn invoice(&self, world: &World) -> Result<(Invoice, i64, ChatKey), Unable> {
        match self {
            Self::Message { key, id } => {
                let message = world.message(*key, *id);
                let Some((sender, Content::Invoice(invoice))) = message.map(|m| (m.sender, &m.content))
                else {
                    return Err(Unable::missing(format!("message {id} is no invoice")));
                };
                Ok(((**invoice).clone(), sender, *key))
            }
            Self::Link { slug, user } => {
                let (bot, invoice) =
                    world.invoice_links.get(slug).ok_or_else(|| Unable::missing("no such invoice"))?;
                Ok((invoice.clone(), *bot, ChatKey::Private { bot: *bot, user: *user }))
            }
        }
    }
}

/// Asks the bot how it would ship. Returns the query's id.
pub(crate) fn ask_shipping(
    world: &mut World,
    user: i64,
    bill: &Bill,
    address: &Value,
) -> Result<String, Unable> {
    let (invoice, bot, _) = bill.invoice(world)?;
    if !invoice.is_flexible {
        return Err(Unable::because("the price of this invoice does not depend on shipping"));
    }
    let now = world.now_ms;
    let query = world.queries.ask(bot, user, now, About::Shipping { payload: invoice.payload.clone() });
    let update = json!({
        "id": query,
        "from": world.account(user),
        "invoice_payload": invoice.payload,
        "shipping_address": address,
    });
    world.emit(bot, "shipping_query", Lane::Payments(user), update, None);
    Ok(query)
}

/// The total with tip and shipping, and the `OrderInfo`.
fn order(world: &World, user: i64, invoice: &Invoice, form: &Form) -> Result<(i64, Option<Value>), Unable> {
    if form.tip_amount < 0 || form.tip_amount > invoice.max_tip_amount {
        return Err(Unable::because("the tip is larger than the invoice allows"));
    }
    let person = world.users.get(&user).ok_or_else(|| Unable::missing("there is no such user"))?;
    let mut info = serde_json::Map::new();
    let filled = [
        ("need_name", "name", form.name.clone().or_else(|| Some(person.full_name()))),
        (
            "need_phone_number",
            "phone_number",
            form.phone_number.clone().or_else(|| Some(person.phone_number.clone())),
        ),
        ("need_email", "email", form.email.clone().or_else(|| Some(format!("user{user}@example.org")))),
    ];
    for (need, field, value) in filled {
        if invoice.needs.iter().any(|needed| needed == need) {
            info.insert(field.into(), value.into());
        }
    }
    if invoice.is_flexible || invoice.needs.iter().any(|need| need == "need_shipping_address") {
        let address = form.address.clone().ok_or_else(|| Unable::because("a shipping address is needed"))?;
        info.insert("shipping_address".into(), address);
    }
    Ok((invoice.total() + form.tip_amount, (!info.is_empty()).then(|| info.into())))
}

/// The price of the chosen shipping option, from the bot's latest answer for this invoice.
fn shipping(world: &World, user: i64, bot: i64, invoice: &Invoice, form: &Form) -> Result<i64, Unable> {
    if !invoice.is_flexible {
        return Ok(0);
    }
    let wanted = form.shipping_option_id.as_deref().unwrap_or_default();
    let offered = world.queries.latest(|query| {
        query.user == user
            && query.bot == bot
            && matches!(&query.about, About::Shipping { payload } if *payload == invoice.payload)
    });
    let options = offered.and_then(|answer| answer["options"].as_array()).into_iter().flatten();
    let option = options.into_iter().find(|option| option["id"] == wanted);
    let option = option.ok_or_else(|| Unable::because("choose one of the shipping options"))?;
    Ok(option["prices"].as_array().into_iter().flatten().filter_map(|price| price["amount"].as_i64()).sum())
}

/// Asks the bot for its last word. Returns the query's id and the total.
pub(crate) fn ask_checkout(
    world: &mut World,
    user: i64,
    bill: &Bill,
    form: &Form,
) -> Result<(String, Value), Unable> {
    let (invoice, bot, _) = bill.invoice(world)?;
    if invoice.paid {
        return Err(Unable::because("this invoice is paid"));
    }
    let (total, info) = order(world, user, &invoice, form)?;
    let total = total + shipping(world, user, bot, &invoice, form)?;
    let now = world.now_ms;
    let query = world.queries.ask(bot, user, now, About::PreCheckout);
    let mut update = json!({
        "id": query,
        "from": world.account(user),
        "currency": invoice.currency,
        "total_amount": total,
        "invoice_payload": invoice.payload,
    });
    if let Some(info) = info {
        update["order_info"] = info;
    }
    if let (Some(option), true) = (&form.shipping_option_id, invoice.is_flexible) {
        update["shipping_option_id"] = option.as_str().into();
    }
    world.emit(bot, "pre_checkout_query", Lane::Payments(user), update.clone(), None);
    Ok((query, update))
}

/// The money has gone over: the receipt. `checkout` is the pre-checkout query. Returns the message's id.
pub(crate) fn pay(world: &mut World, user: i64, bill: &Bill, checkout: &Value) -> Result<i64, Unable> {
    let (invoice, bot, key) = bill.invoice(world)?;
    let serial = world.serial();
    let charge_id = format!("charge-{:x}-{serial}", world.seed);
    let mut receipt = json!({
        "currency": checkout["currency"],
        "total_amount": checkout["total_amount"],
        "invoice_payload": checkout["invoice_payload"],
        "telegram_payment_charge_id": charge_id,
        "provider_payment_charge_id": if invoice.is_stars() { String::new() } else { format!("bank-{charge_id}") },
    });
    for field in ["order_info", "shipping_option_id"] {
        if let Some(value) = checkout.get(field) {
            receipt[field] = value.clone();
        }
    }
    let amount = checkout["total_amount"].as_i64().unwrap_or(0);
    let charge = Charge {
        bot,
        user,
        currency: invoice.currency.clone(),
        amount,
        payload: invoice.payload.clone(),
        date: world.now(),
        refunded: false,
    };
    world.charges.insert(charge_id, charge);
    if invoice.is_stars()
        && let Some(account) = world.bots.get_mut(&bot)
    {
        account.stars += amount;
    }
    if let Bill::Message { key, id } = bill {
        if let Some(Content::Invoice(invoice)) =
            world.message_mut(*key, *id).map(|message| &mut message.content)
        {
            invoice.paid = true;
        }
        world.touch(*key, *id, "payment");
    }
    Ok(world.serve(key, user, "successful_payment", receipt))
}
