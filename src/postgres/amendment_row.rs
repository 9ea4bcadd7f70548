//! A change of an order, as it is stored.

use super::link::Link;
use super::value::{broken, count, money};
use crate::domain::{Amendment, AmendmentId, AmendmentState, Gist, OrderId};
use crate::repository::StoreError;
use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use sqlx::types::Json;
use uuid::Uuid;

pub(super) struct AmendmentRow {
    id: i64,
    order_id: Uuid,
    state: String,
    version: i32,
    pieces: Vec<i32>,
    fee: Option<Decimal>,
    gist: Option<Json<Gist>>,
    expires_at: Option<DateTime<Utc>>,
}

impl AmendmentRow {
    /// The draft or open change of an order.
    pub(super) async fn live(db: &mut Link, order: OrderId) -> Result<Option<Amendment>, StoreError> {
        let row = sqlx::query_as!(
            Self,
            r#"SELECT id, order_id, state, version, pieces, fee, gist AS "gist: Json<Gist>", expires_at
               FROM order_amendments WHERE order_id = $1 AND state IN ('draft', 'open')"#,
            order.0,
        )
        .fetch_optional(db)
        .await?;
        row.map(Self::amendment).transpose()
    }

    /// One change, whatever became of it.
    pub(super) async fn find(db: &mut Link, id: AmendmentId) -> Result<Option<Amendment>, StoreError> {
        let row = sqlx::query_as!(
            Self,
            r#"SELECT id, order_id, state, version, pieces, fee, gist AS "gist: Json<Gist>", expires_at
               FROM order_amendments WHERE id = $1"#,
            id.0,
        )
        .fetch_optional(db)
        .await?;
        row.map(Self::amendment).transpose()
    }

    fn amendment(self) -> Result<Amendment, StoreError> {
        Ok(Amendment {
            id: AmendmentId(self.id),
            order: OrderId(self.order_id),
            state: AmendmentState::parse(&self.state).ok_or_else(|| broken("a state that is not known"))?,
            version: self.version,
            pieces: self.pieces.into_iter().map(count).collect(),
            fee: self.fee.map(money).transpose()?,
            gist: self.gist.map(|gist| gist.0).unwrap_or_default(),
            expires_at: self.expires_at,
        })
    }
}
