//! The points of the database and of Redis.

use super::{Finding, LIMIT, bad, several_instances};
use crate::config::Settings;
use crate::repository::SetupState;
use secrecy::ExposeSecret as _;
use tokio::time::timeout;

/// The oldest Postgres that has all we use.
const OLDEST_POSTGRES: u32 = 14;

pub(super) async fn database(settings: &Settings) -> Finding {
    let state = match crate::app::store(settings) {
        Ok(store) => timeout(LIMIT, async move { store.state().await }).await,
        Err(error) => return bad(format!("{error:#}"), "see DATABASE_URL in .env.example"),
    };
    let state = match state {
        Ok(Ok(state)) => state,
        Ok(Err(error)) => {
            return bad(
                format!("{error}"),
                "is Postgres running, and are address, user and password in DATABASE_URL right?",
            );
        }
        Err(_) => {
            return bad(
                "no answer in 10 seconds",
                "is Postgres running, and is its port open to this machine?",
            );
        }
    };
    match state.pending {
        _ if state.major < OLDEST_POSTGRES => bad(
            format!("Postgres {} is too old", state.major),
            format!("use version {OLDEST_POSTGRES} or newer"),
        ),
        0 => Finding::Good(format!("Postgres {}, the tables are up to date", state.major)),
        pending => bad(format!("{pending} migrations are missing"), "run: orderbot migrate"),
    }
}

/// Which group `/setup` chose; `None` if the database does not tell.
pub(super) async fn setup(settings: &Settings) -> Option<SetupState> {
    let store = crate::app::store(settings).ok()?;
    timeout(LIMIT, crate::app::shop(settings, &store).setup_state()).await.ok()?.ok()
}

/// Do the reserved pieces match the open orders?
pub(super) async fn stock(settings: &Settings) -> Finding {
    let Ok(store) = crate::app::store(settings) else {
        return Finding::Note("not compared: there is no database".to_owned());
    };
    let shop = crate::app::shop(settings, &store);
    match timeout(LIMIT, shop.check_reservations()).await {
        Ok(Ok(drifts)) if drifts.is_empty() => {
            Finding::Good("the reserved pieces are those of the open orders".to_owned())
        }
        Ok(Ok(drifts)) => {
            let told = drifts.iter().map(|drift| {
                format!("{}: {} reserved, {} in open orders", drift.code, drift.reserved, drift.ordered)
            });
            bad(told.collect::<Vec<_>>().join("; "), "this must never be: please report it with this line")
        }
        Ok(Err(_)) | Err(_) => Finding::Note("not compared: the database did not answer".to_owned()),
    }
}

pub(super) async fn redis(settings: &Settings) -> Finding {
    let Some(url) = &settings.redis_url else {
        return match several_instances(&settings.intake) {
            true => Finding::Note("none: right for one instance; several need REDIS_URL".to_owned()),
            false => Finding::Good(
                "none: conversations are kept in the program, right for one instance".to_owned(),
            ),
        };
    };
    let remedy = "is Redis running, and is REDIS_URL right?";
    let redis = match crate::redis::Redis::at(url.expose_secret()) {
        Ok(redis) => redis,
        Err(error) => return bad(error.to_string(), remedy),
    };
    match redis.ping().await {
        Ok(()) => Finding::Good("answers".to_owned()),
        Err(error) => bad(error.to_string(), remedy),
    }
}
