//! Invoices and the answers to payment queries.

use serde_json::{Value, json};

use super::refusal::{Answer, Refusal};
use super::{Call, queries, sending};
use crate::world::World;
use crate::world::invoice::Invoice;
use crate::world::keyboard::{InlineKeyboard, ReplyMarkup};
use crate::world::message::Content;
use crate::world::query::About;

/// Currencies of Telegram's payments documentation.
const CURRENCIES: &str = "AED AFN ALL AMD ARS AUD AZN BAM BDT BGN BHD BND BOB BRL BYN CAD CHF CLP CNY COP CRC CZK DKK DOP DZD EGP \
    ETB EUR GBP GEL GHS GTQ HKD HNL HRK HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KRW KZT LBP LKR MAD MDL MMK MNT MOP MUR MVR \
    MXN MYR MZN NGN NIO NOK NPR NZD PAB PEN PHP PKR PLN PYG QAR RON RSD RUB SAR SEK SGD SYP THB TJS TRY TTD TWD TZS UAH UGX USD UYU \
    UZS VND YER ZAR XTR";

/// Documentation of `sendInvoice`.
const TITLE: usize = 32;
const DESCRIPTION: usize = 255;
const PAYLOAD_BYTES: usize = 128;
const STAR_PRICE: i64 = 100_000;
const SUGGESTED_TIPS: usize = 4;
const NEEDS: [&str; 4] = ["need_name", "need_phone_number", "need_email", "need_shipping_address"];

fn invoice(call: &Call) -> Result<Invoice, Refusal> {
    let params = call.params;
    let sized = |name: &str, most: usize, wrong: &str| {
        let text = params.text(name).unwrap_or_default().into_owned();
        let fits = (1..=most).contains(&text.chars().count());
        if fits { Ok(text) } else { Err(Refusal::bad(wrong)) }
    };
    let title = sized("title", TITLE, "INVOICE_TITLE_INVALID")?;
    let description = sized("description", DESCRIPTION, "INVOICE_DESCRIPTION_INVALID")?;
    let payload = params.text("payload").unwrap_or_default().into_owned();
    if !(1..=PAYLOAD_BYTES).contains(&payload.len()) {
        return Err(Refusal::bad("INVOICE_PAYLOAD_INVALID"));
    }
    let currency = params.text("currency").unwrap_or_default().to_uppercase();
    if !CURRENCIES.split_whitespace().any(|known| known == currency) {
        return Err(Refusal::bad("CURRENCY_INVALID"));
    }
    let prices = prices(&params.json("prices")?.unwrap_or_default())?;
    let total: i64 = prices.iter().map(|(_, amount)| amount).sum();
    let stars = currency == "XTR";
    let provider_token = params.text("provider_token").unwrap_or_default().into_owned();
    if stars {
        // Documentation: exactly one price, no provider, no tips, no shipping.
        if prices.len() != 1 || total > STAR_PRICE {
            return Err(Refusal::bad("STARS_INVOICE_INVALID"));
        }
        if !provider_token.is_empty() {
            return Err(Refusal::bad("PAYMENT_PROVIDER_INVALID"));
        }
    } else if provider_token.is_empty() {
        return Err(Refusal::bad("PAYMENT_PROVIDER_INVALID"));
    }
    if total <= 0 {
        return Err(Refusal::bad("CURRENCY_TOTAL_AMOUNT_INVALID"));
    }
    let max_tip_amount = params.int("max_tip_amount")?.unwrap_or(0);
    let suggested = params.json("suggested_tip_amounts")?.unwrap_or_default();
    let suggested: Vec<i64> = suggested.as_array().into_iter().flatten().filter_map(Value::as_i64).collect();
    let ascending = suggested.windows(2).all(|pair| pair[0] < pair[1]);
    if suggested.len() > SUGGESTED_TIPS
        || !ascending
        || suggested.iter().any(|tip| *tip <= 0 || *tip > max_tip_amount)
    {
        return Err(Refusal::bad("SUGGESTED_TIPS_INVALID"));
    }
    Ok(Invoice {
        title,
        description,
        payload,
        provider_token,
        currency,
        prices,
        max_tip_amount,
        suggested_tip_amounts: suggested,
        start_parameter: params.text("start_parameter").unwrap_or_default().into_owned(),
        photo_url: params.text("photo_url").map(String::from),
        needs: NEEDS.iter().filter(|name| params.flag(name)).map(ToString::to_string).collect(),
        is_flexible: params.flag("is_flexible") && !stars,
        paid: false,
    })
}

/// `LabeledPrice`s.
fn prices(list: &Value) -> Result<Vec<(String, i64)>, Refusal> {
    let list = list.as_array().filter(|list| !list.is_empty()).ok_or_else(|| Refusal::bad("PRICES_EMPTY"))?;
    let price = |price: &Value| {
        let label = price.get("label")?.as_str().filter(|label| !label.is_empty())?.to_owned();
        Some((label, price.get("amount")?.as_i64()?))
    };
    let prices: Option<Vec<_>> = list.iter().map(price).collect();
    prices.ok_or_else(|| Refusal::bad("can't parse labeled price: wrong label or amount"))
}

pub(super) fn send_invoice(world: &mut World, call: &Call) -> Answer {
    let invoice = invoice(call)?;
    let place = sending::place(world, call)?;
    let pay = if invoice.is_stars() {
        format!("Pay ⭐ {}", invoice.total())
    } else {
        format!("Pay {} {}", amount(invoice.total(), &invoice.currency), invoice.currency)
    };
    let keyboard = match sending::markup(call.params, place.key)? {
        None => InlineKeyboard::pay(&pay),
        Some(ReplyMarkup::Inline(keyboard)) if keyboard.has_pay() => keyboard,
        // Documentation: the first button must be a Pay button.
        Some(_) => return Err(Refusal::bad("REPLY_MARKUP_INVALID")),
    };
    let content = Content::Invoice(Box::new(invoice));
    sending::check_right(world, call, place.key, &content)?;
    call.take_room(world, place.key, 1)?;
    let id = sending::post(world, call, &place, content, Some(ReplyMarkup::Inline(keyboard)), None);
    Ok(sending::sent(world, call, place.key, id))
}

/// An amount in the smallest unit, as people write it.
pub(crate) fn amount(smallest: i64, currency: &str) -> String {
    let digits = match currency {
        "XTR" | "JPY" | "KRW" | "CLP" | "ISK" | "PYG" | "UGX" | "VND" => 0,
        "BHD" | "IQD" | "JOD" => 3,
        _ => 2,
    };
    let unit = 10_i64.pow(digits);
    let sign = if smallest < 0 { "-" } else { "" };
    let (whole, part) = (smallest.abs() / unit, smallest.abs() % unit);
    match digits {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{part:0width$}", width = digits as usize),
    }
}

pub(super) fn create_invoice_link(world: &mut World, call: &Call) -> Answer {
    let invoice = invoice(call)?;
    let slug = format!("inv{:x}{}", world.seed & 0xffff, world.serial());
    world.invoice_links.insert(slug.clone(), (call.bot, invoice));
    Ok(format!("https://t.me/${slug}").into())
}

pub(super) fn answer_shipping(world: &mut World, call: &Call) -> Answer {
    let answer = if call.params.flag("ok") {
        let options = call.params.json("shipping_options")?.unwrap_or_default();
        let list = options.as_array().filter(|list| !list.is_empty());
        for option in list.ok_or_else(|| Refusal::bad("SHIPPING_OPTIONS_EMPTY"))? {
            let named =
                |name: &str| option.get(name).and_then(Value::as_str).is_some_and(|text| !text.is_empty());
            if !named("id") || !named("title") {
                return Err(Refusal::bad("can't parse shipping option: id and title must be non-empty"));
            }
            prices(&option["prices"])?;
        }
        json!({"ok": true, "options": options})
    } else {
        json!({"ok": false, "error": error_message(call)?})
    };
    let shipping = About::Shipping { payload: String::new() };
    queries::answer(world, call, "shipping_query_id", &shipping, answer)?;
    world.revision += 1;
    Ok(true.into())
}

pub(super) fn answer_pre_checkout(world: &mut World, call: &Call) -> Answer {
    let answer = match call.params.flag("ok") {
        true => json!({"ok": true}),
        false => json!({"ok": false, "error": error_message(call)?}),
    };
    queries::answer(world, call, "pre_checkout_query_id", &About::PreCheckout, answer)?;
    world.revision += 1;
    Ok(true.into())
}

fn error_message(call: &Call) -> Result<String, Refusal> {
    let message = call.params.text("error_message").map(String::from);
    message.ok_or_else(|| Refusal::bad("error message must be non-empty"))
}

pub(super) fn refund_stars(world: &mut World, call: &Call) -> Answer {
    let user = call.params.int("user_id")?.unwrap_or(0);
    if !world.users.contains_key(&user) {
        return Err(Refusal::bad("user not found"));
    }
    let id = call.params.text("telegram_payment_charge_id").unwrap_or_default().into_owned();
    let charge =
        world.charges.get_mut(&id).filter(|c| c.bot == call.bot && c.user == user && c.currency == "XTR");
    let charge = charge.ok_or_else(|| Refusal::bad("CHARGE_NOT_FOUND"))?;
    if charge.refunded {
        return Err(Refusal::bad("CHARGE_ALREADY_REFUNDED"));
    }
    charge.refunded = true;
    let refund = json!({
        "currency": charge.currency,
        "total_amount": charge.amount,
        "invoice_payload": charge.payload,
        "telegram_payment_charge_id": id,
    });
    let amount = charge.amount;
    if let Some(bot) = world.bots.get_mut(&call.bot) {
        bot.stars -= amount;
    }
    let key = crate::world::chat::ChatKey::Private { bot: call.bot, user };
    world.serve(key, user, "refunded_payment", refund);
    Ok(true.into())
}

pub(super) fn star_balance(world: &mut World, call: &Call) -> Answer {
    Ok(json!({"amount": world.bots.get(&call.bot).map_or(0, |bot| bot.stars)}))
}

pub(super) fn star_transactions(world: &mut World, call: &Call) -> Answer {
    let mine = world.charges.iter().filter(|(_, charge)| charge.bot == call.bot && charge.currency == "XTR");
    let transactions: Vec<Value> = mine
        .map(|(id, charge)| {
            let source = json!({
                "type": "user",
                "transaction_type": "invoice_payment",
                "user": world.account(charge.user),
                "invoice_payload": charge.payload,
            });
            json!({"id": id, "amount": charge.amount, "date": charge.date, "source": source})
        })
        .collect();
    Ok(json!({"transactions": transactions}))
}

#[cfg(test)]
mod tests {
    use super::amount;

    #[test]
    fn amounts_are_written_with_the_digits_of_their_currency() {
        let written = [
            amount(1050, "EUR"),
            amount(5, "USD"),
            amount(500, "JPY"),
            amount(1500, "BHD"),
            amount(-5, "EUR"),
        ];
        assert_eq!(written, ["10.50", "0.05", "500", "1.500", "-0.05"]);
    }
}
