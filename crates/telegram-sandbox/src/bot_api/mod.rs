//! The Bot API: reading a call, finding its method, answering as Telegram does.

mod chats;
mod commands;
mod copies;
mod deletion;
mod editing;
mod fetching;
mod inline;
mod media;
mod members;
mod messages;
pub(crate) mod params;
mod payments;
mod pins;
mod profile;
mod queries;
mod reactions;
pub(crate) mod refusal;
mod sending;
mod target;
mod topics;
pub(crate) mod updates;

pub(crate) use self::chats::denied;
pub(crate) use self::copies::origin_of;
pub(crate) use self::inline::{content as inline_content, keyboard_of as inline_keyboard_of};
pub(crate) use self::members::granted;
pub(crate) use self::messages::dice;
pub(crate) use self::payments::amount;

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use serde_json::{Value, json};

use self::params::Params;
use self::refusal::{Answer, Refusal};
use crate::delivery::polling;
use crate::faults::CallFault;
use crate::sandbox::Shared;
use crate::world::World;
use crate::world::log::What;

/// One call of a method.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub(crate) bot: i64,
    /// As the bot wrote it.
    pub(crate) method: &'a str,
    pub(crate) params: &'a Params,
}

type Handler = fn(&mut World, &Call) -> Answer;

/// What goes back over the wire.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) retry_after: Option<u64>,
    pub(crate) body: Bytes,
    /// The connection is cut instead of answering.
    pub(crate) cut: bool,
}

/// The methods offered here, by their name in lower case. Telegram takes them in any case.
fn find(method: &str) -> Option<Handler> {
    Some(match method {
        "getme" => profile::get_me,
        "logout" | "close" => profile::log_out,
        "setmyname" => profile::set_my_name,
        "getmyname" => profile::get_my_name,
        "setmydescription" => profile::set_my_description,
        "getmydescription" => profile::get_my_description,
        "setmyshortdescription" => profile::set_my_short_description,
        "getmyshortdescription" => profile::get_my_short_description,
        "setmydefaultadministratorrights" => profile::set_default_rights,
        "getmydefaultadministratorrights" => profile::get_default_rights,
        "setchatmenubutton" => profile::set_menu_button,
        "getchatmenubutton" => profile::get_menu_button,
        "setmycommands" => commands::set,
        "getmycommands" => commands::get,
        "deletemycommands" => commands::delete,
        "setwebhook" => updates::set_webhook,
        "deletewebhook" => updates::delete_webhook,
        "getwebhookinfo" => updates::get_webhook_info,
        "sendmessage" => messages::send_message,
        "sendlocation" => messages::send_location,
        "sendvenue" => messages::send_venue,
        "sendcontact" => messages::send_contact,
        "senddice" => messages::send_dice,
        "sendpoll" => messages::send_poll,
        "stoppoll" => messages::stop_poll,
        "sendchataction" => messages::send_chat_action,
        "sendphoto" | "senddocument" | "sendvideo" | "sendvoice" | "sendaudio" | "sendanimation"
        | "sendsticker" | "sendvideonote" => media::send,
        "sendmediagroup" => media::send_group,
        "getfile" => media::get_file,
        "getuserprofilephotos" => media::get_user_profile_photos,
        "editmessagetext" => editing::text,
        "editmessagecaption" => editing::caption,
        "editmessagemedia" => editing::media,
        "editmessagereplymarkup" => editing::reply_markup,
        "editmessagelivelocation" => editing::live_location,
        "stopmessagelivelocation" => editing::stop_live_location,
        "deletemessage" => deletion::one,
        "deletemessages" => deletion::several,
        "forwardmessage" => copies::forward,
        "forwardmessages" => copies::forward_several,
        "copymessage" => copies::copy,
        "copymessages" => copies::copy_several,
        "setmessagereaction" => reactions::set,
        "pinchatmessage" => pins::pin,
        "unpinchatmessage" => pins::unpin,
        "unpinallchatmessages" => pins::unpin_all,
        "answercallbackquery" => queries::answer_callback,
        "answerinlinequery" => inline::answer,
        "sendinvoice" => payments::send_invoice,
        "createinvoicelink" => payments::create_invoice_link,
        "answershippingquery" => payments::answer_shipping,
        "answerprecheckoutquery" => payments::answer_pre_checkout,
        "refundstarpayment" => payments::refund_stars,
        "getmystarbalance" => payments::star_balance,
        "getstartransactions" => payments::star_transactions,
        "getchat" => chats::get,
        "leavechat" => chats::leave,
        "setchattitle" => chats::set_title,
        "setchatdescription" => chats::set_description,
        "setchatpermissions" => chats::set_permissions,
        "exportchatinvitelink" => chats::export_invite_link,
        "createchatinvitelink" => chats::create_invite_link,
        "getchatmember" => members::get,
        "getchatmembercount" => members::count,
        "getchatadministrators" => members::administrators,
        "banchatmember" => members::ban,
        "unbanchatmember" => members::unban,
        "restrictchatmember" => members::restrict,
        "promotechatmember" => members::promote,
        "setchatadministratorcustomtitle" => members::set_title,
        "createforumtopic" => topics::create,
        "editforumtopic" => topics::edit,
        "closeforumtopic" => topics::close,
        "reopenforumtopic" => topics::reopen,
        "deleteforumtopic" => topics::delete,
        "closegeneralforumtopic" => topics::close_general,
        "reopengeneralforumtopic" => topics::reopen_general,
        "hidegeneralforumtopic" => topics::hide_general,
        "unhidegeneralforumtopic" => topics::unhide_general,
        "getforumtopiciconstickers" => topics::icon_stickers,
        _ => return None,
    })
}

/// Answers a call that came with a token.
pub(crate) async fn call(shared: &Arc<Shared>, token: &str, method: &str, params: Params) -> Reply {
    let bot = match authorize(shared, token) {
        Ok(bot) => bot,
        Err(refusal) => return refused(&refusal),
    };
    perform(shared, bot, method, params).await
}

/// Performs the method call that a bot has put into its answer to a webhook delivery.
pub(crate) async fn call_from_webhook(shared: &Arc<Shared>, bot: i64, answer: &[u8]) {
    let mut params = Params::default();
    if params.set_json(answer).is_err() {
        return;
    }
    let Some(method) = params.text("method").map(String::from) else { return };
    perform(shared, bot, &method, params).await;
}

fn authorize(shared: &Shared, token: &str) -> Result<i64, Refusal> {
    let Ok((id, secret)) = crate::world::split_token(token) else {
        let mut refusal = Refusal::unauthorized();
        refusal.description = "Unauthorized: invalid token specified".into();
        return Err(refusal);
    };
    shared.lock().bot_for_token(id, secret).map(|bot| bot.id).ok_or_else(Refusal::unauthorized)
}

async fn perform(shared: &Arc<Shared>, bot: i64, method: &str, mut params: Params) -> Reply {
    let began_ms = shared.clock.now_ms();
    let name = method.to_lowercase();
    let (fault, retry_after, slow) = {
        let chaos = &mut shared.lock().chaos;
        (chaos.strike(&name), chaos.faults.retry_after, Duration::from_millis(chaos.faults.slow_ms))
    };
    let mut outcome = match fault {
        Some(CallFault::TooManyRequests) => Err(Refusal::too_many(retry_after)),
        Some(CallFault::ErrorBefore | CallFault::ResetBefore) => Err(Refusal::bad_gateway()),
        _ => {
            fetching::fetch(shared, &mut params).await;
            execute(shared, bot, method, &params).await
        }
    };
    match fault {
        Some(CallFault::Slow) => tokio::time::sleep(slow).await,
        Some(CallFault::ErrorAfter) => outcome = Err(Refusal::bad_gateway()),
        _ => {}
    }
    let reply = match &outcome {
        Ok(body) => Reply { status: 200, retry_after: None, body: body.clone(), cut: false },
        Err(refusal) => refused(refusal),
    };
    let mut world = shared.lock();
    if let (None, Err(refusal)) = (fault, &outcome) {
        let rule = refusal.description.split_once(": ").map_or(&*refusal.description, |(_, reason)| reason);
        world.violation(bot, method, rule, &refusal.description);
    }
    let call = What::Call {
        method: method.to_owned(),
        parameters: params.into_summary(),
        answer: reply.body.clone(),
        took_ms: world.now_ms - began_ms,
        fault: fault.map(CallFault::name),
    };
    // A poll that brought nothing is no news.
    if name != "getupdates" || reply.body.len() > EMPTY_POLL.len() {
        world.write_log(bot, call);
    }
    let cut = matches!(fault, Some(CallFault::ResetBefore | CallFault::ResetAfter));
    Reply { cut, ..reply }
}

const EMPTY_POLL: &str = r#"{"ok":true,"result":[]}"#;

/// The whole body of a successful answer.
async fn execute(shared: &Arc<Shared>, bot: i64, method: &str, params: &Params) -> Result<Bytes, Refusal> {
    let name = method.to_lowercase();
    if name == "getupdates" {
        let updates = polling::get_updates(shared, bot, params).await?;
        return body(&json!(null), Some(&updates));
    }
    let handler = find(&name).ok_or_else(Refusal::not_found)?;
    let result = {
        let mut world = shared.lock();
        handler(&mut world, &Call { bot, method, params })?
    };
    if name == "setwebhook" {
        shared.deliver_to_webhook(bot);
    }
    body(&result, None)
}

fn body(result: &Value, updates: Option<&[Box<serde_json::value::RawValue>]>) -> Result<Bytes, Refusal> {
    #[derive(serde::Serialize)]
    struct Success<T> {
        ok: bool,
        result: T,
    }
    let written = match updates {
        Some(updates) => serde_json::to_vec(&Success { ok: true, result: updates }),
        None => serde_json::to_vec(&Success { ok: true, result }),
    };
    written.map(Bytes::from).map_err(|_| Refusal::bad_gateway())
}

fn refused(refusal: &Refusal) -> Reply {
    let body = Bytes::from(refusal.json().to_string());
    Reply { status: refusal.code, retry_after: refusal.retry_after, body, cut: false }
}
