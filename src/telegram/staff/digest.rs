//! The daily digest, as the staff group reads it.

use super::stats_card::{bought, counted, revenue};
use crate::services::Digest;
use crate::telegram::format::Voice;
use crate::telegram::html::Html;
use chrono::NaiveDate;

/// How the day was; a day without an order takes one line.
pub(in crate::telegram) fn digest(digest: &Digest, day: NaiveDate, voice: Voice<'_>) -> Html {
    let title = voice.tell("digest-title", [("day", voice.date(day).into())]);
    let Digest { now, before, buyers, newcomers, products, open } = digest;
    let waiting =
        (open.placed > 0).then(|| voice.tell("digest-waiting", [("count", i64::from(open.placed).into())]));
    let to_send = (open.accepted > 0)
        .then(|| voice.tell("digest-accepted", [("count", i64::from(open.accepted).into())]));
    let open = Html::lines(waiting.into_iter().chain(to_send));
    if now.orders == 0 {
        let args = [("title", title.into()), ("newcomers", voice.count(*newcomers).into())];
        return voice.tell("digest-quiet", args).line(open);
    }
    let lines = [
        revenue(*before, *now, voice),
        counted("stats-orders", before.orders, now.orders, voice),
        bought(*buyers, voice),
        voice.tell("digest-newcomers", [("count", voice.count(*newcomers).into())]),
    ];
    let best = products.iter().zip(1_u32..).map(|(sold, place)| {
        let args = [
            ("place", place.to_string().into()),
            ("name", sold.names.get(voice.lang).into()),
            ("pieces", voice.count(sold.pieces).into()),
            ("sum", voice.money(sold.revenue).into()),
        ];
        voice.tell("digest-product", args)
    });
    title.paragraph(Html::lines(lines)).paragraph(Html::lines(best)).paragraph(open)
}
