//! `/broadcast` by itself: how to begin one, what is scheduled, and the latest ones.

use super::broadcast::BroadcastDeed;
use super::broadcast_card::{segment_name, title};
use super::broadcast_view::BroadcastView;
use super::payload::{StaffButton, encode};
use super::{Card, Hand};
use crate::domain::Broadcast;
use crate::telegram::errors::Outcome;
use crate::telegram::format::Voice;
use crate::telegram::html::Html;
use teloxide::types::{InlineKeyboardButton, Message};

/// Broadcasts on the list: what is scheduled comes first.
const LATEST: u32 = 8;

/// Posts the list.
pub(super) async fn post(hand: &Hand, below: &Message) -> Outcome {
    let voice = hand.voice();
    let (mut lines, mut rows) = (Vec::new(), Vec::new());
    for broadcast in hand.shop.recent_broadcasts(LATEST).await? {
        let view = BroadcastView::of(&hand.shop, &broadcast).await?;
        lines.push(line(&broadcast, &view, voice));
        let show = StaffButton::Broadcast(broadcast.id, BroadcastDeed::Show);
        let label = voice.label_with("broadcast-open", [("id", broadcast.id.to_string().into())]);
        rows.push(InlineKeyboardButton::callback(label, encode(&show)));
    }
    let text = voice.say("staff-broadcast-hint").paragraph(Html::lines(lines));
    hand.post(below, Card::new(text, rows.chunks(4).map(<[_]>::to_vec))).await
}

fn line(broadcast: &Broadcast, view: &BroadcastView, voice: Voice<'_>) -> Html {
    let at = broadcast.starts_at.map(|at| format!(" · {}", voice.short_moment(at))).unwrap_or_default();
    voice.tell(
        "broadcast-line",
        [
            ("id", broadcast.id.to_string().into()),
            ("state", voice.label(title(broadcast.state)).into()),
            ("segment", segment_name(broadcast.segment, view, voice).into()),
            ("at", at.into()),
        ],
    )
}
