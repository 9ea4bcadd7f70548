//! `/stats`: how the shop does, as a picture with a few words; buttons lead to other times and other pictures.

use super::Hand;
use super::payload::{StaffButton, encode};
use super::stats_card::{Drawn, goods, hours, sales, visitors};
use crate::domain::Period;
use crate::repository::StoreError;
use crate::telegram::bot::{CallError, attached, upload};
use crate::telegram::chart;
use crate::telegram::errors::Outcome;
use serde::de::IgnoredAny;
use teloxide::payloads::{EditMessageMediaSetters, SendPhotoSetters};
use teloxide::prelude::Requester;
use teloxide::requests::HasPayload;
use teloxide::types::{
    CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, InputMedia, InputMediaPhoto, Message,
    ParseMode,
};
use teloxide::{ApiError, RequestError};

/// How an uploaded picture is called.
const PICTURE: &str = "stats.png";

/// What the picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum Topic {
    /// Revenue and orders over time.
    Sales,
    /// Products and promo codes.
    Goods,
    /// Hours and weekdays.
    Hours,
    /// Visits, and who ordered.
    Visitors,
}

impl Topic {
    const ALL: [(Self, &'static str, &'static str); 4] = [
        (Self::Sales, "s", "stats-view-sales"),
        (Self::Goods, "g", "stats-view-goods"),
        (Self::Hours, "h", "stats-view-hours"),
        (Self::Visitors, "v", "stats-view-visitors"),
    ];
}

/// A picture of the statistics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) struct StatsView {
    topic: Topic,
    period: Period,
}

impl StatsView {
    /// As a button carries it.
    pub(super) fn words(self) -> String {
        let word =
            Topic::ALL.iter().find(|(topic, ..)| *topic == self.topic).map_or("s", |(_, word, _)| word);
        format!("{word}:{}", self.period)
    }

    /// Reads that.
    pub(super) fn parse(words: &[&str]) -> Option<Self> {
        let [word, period] = words else { return None };
        let (topic, ..) = Topic::ALL.into_iter().find(|(_, known, _)| known == word)?;
        Some(Self { topic, period: Period::parse(period)? })
    }
}

/// `/stats`, `/stats today`, `/stats 2026-11`.
pub(super) async fn command(hand: &Hand, message: &Message, typed: &str) -> Outcome {
    let Some(period) = Period::parse(typed) else { return hand.say(message, "stats-hint").await };
    let view = StatsView { topic: Topic::Sales, period };
    let Drawn { text, chart } = draw(hand, view).await?;
    let picture = chart::png(chart).await?;
    let mut request = hand
        .bot
        .send_photo(message.chat.id, attached())
        .caption(text.as_str())
        .parse_mode(ParseMode::Html)
        .reply_markup(buttons(hand, view));
    request.payload_mut().message_thread_id = hand.topic();
    upload::<IgnoredAny>(&hand.bot, request, PICTURE, picture).await?;
    Ok(())
}

/// Another picture was asked for.
pub(super) async fn pressed(hand: &Hand, press: &CallbackQuery, view: StatsView) -> Outcome {
    hand.release(press).await;
    let Some(place) = &press.message else { return Ok(()) };
    let Drawn { text, chart } = draw(hand, view).await?;
    let picture = chart::png(chart).await?;
    let media = InputMediaPhoto::new(attached()).caption(text.as_str()).parse_mode(ParseMode::Html);
    let request = hand
        .bot
        .edit_message_media(place.chat().id, place.id(), InputMedia::Photo(media))
        .reply_markup(buttons(hand, view));
    match upload::<IgnoredAny>(&hand.bot, request, PICTURE, picture).await {
        Err(CallError::Request(RequestError::Api(ApiError::MessageNotModified))) => Ok(()),
        outcome => Ok(outcome.map(drop)?),
    }
}

async fn draw(hand: &Hand, StatsView { topic, period }: StatsView) -> Result<Drawn, StoreError> {
    let (shop, voice) = (&hand.shop, hand.voice());
    Ok(match topic {
        Topic::Sales => sales(&shop.sales_report(period).await?, shop.today(), voice),
        Topic::Goods => goods(&shop.goods_report(period).await?, voice),
        Topic::Hours => hours(&shop.hours_report(period).await?, voice),
        Topic::Visitors => visitors(&shop.visitors_report(period).await?, voice),
    })
}

fn buttons(hand: &Hand, view: StatsView) -> InlineKeyboardMarkup {
    let voice = hand.voice();
    let button = |text: &str, to: StatsView| {
        let mark = if to == view { "• " } else { "" };
        let label = format!("{mark}{}", voice.label(text));
        InlineKeyboardButton::callback(label, encode(&StaffButton::Stats(to)))
    };
    let topics: Vec<_> =
        Topic::ALL.iter().map(|(topic, _, text)| button(text, StatsView { topic: *topic, ..view })).collect();
    let periods = Period::QUICK.into_iter().zip(["stats-today", "stats-week", "stats-month"]);
    let periods: Vec<_> = periods.map(|(period, text)| button(text, StatsView { period, ..view })).collect();
    let mut rows = vec![periods];
    rows.extend(topics.chunks(2).map(<[_]>::to_vec));
    InlineKeyboardMarkup::new(rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::DaySpan;
    use crate::telegram::staff::payload::decode;

    #[test]
    fn every_button_of_the_statistics_survives_and_fits() {
        let day = |text: &str| text.parse().unwrap();
        let days = Period::Days(DaySpan::new(day("2026-01-01"), day("2026-12-31")).unwrap());
        for (topic, ..) in Topic::ALL {
            for period in Period::QUICK.into_iter().chain([days]) {
                let button = StaffButton::Stats(StatsView { topic, period });
                let payload = encode(&button);
                assert!(payload.len() <= 64, "{payload}");
                assert_eq!(decode(&payload), Some(button));
            }
        }
    }
}
