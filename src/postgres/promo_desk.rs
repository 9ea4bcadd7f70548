//! Promos as the staff work on them.

use super::promo_scopes::scope;
use super::promos::{benefit, columns};
use super::store::{Held, Pg};
use super::value::{broken, count, int, money};
use crate::domain::{DraftState, KeptDraft, ListedPromo, Promo, PromoCode, PromoDraft, PromoReport, Sales};
use crate::repository::{PromoDesk, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use sqlx::types::Json;

struct Row {
    id: i64,
    code: String,
    kind: String,
    value: Option<Decimal>,
    valid_from: Option<DateTime<Utc>>,
    valid_until: Option<DateTime<Utc>>,
    min_total: Option<Decimal>,
    max_uses: Option<i32>,
    used: i64,
    per_customer: Option<i32>,
    first_order_only: bool,
    active: bool,
    codes: Option<i64>,
    categories: Vec<i64>,
    products: Vec<i64>,
}

impl Row {
    fn listed(self) -> Result<ListedPromo, StoreError> {
        let series = self.codes.map(count);
        let promo = Promo {
            id: self.id,
            code: PromoCode::parse(&self.code).map_err(|_| broken("a promo code that is none"))?,
            benefit: benefit(&self.kind, self.value)?,
            from: self.valid_from,
            until: self.valid_until,
            min_total: self.min_total.map(money).transpose()?,
            max_uses: series.or(self.max_uses.map(count)),
            used: count(self.used),
            per_customer: self.per_customer.map(count),
            first_order_only: self.first_order_only,
            scope: scope(self.categories, self.products),
            active: self.active,
        };
        Ok(ListedPromo { promo, series })
    }
}

struct DraftRow {
    id: i64,
    draft: Json<PromoDraft>,
    state: String,
    promo: Option<i64>,
}

impl DraftRow {
    fn kept(self) -> KeptDraft {
        let state = match (self.state.as_str(), self.promo) {
            ("made", Some(promo)) => DraftState::Made(promo),
            ("open", _) => DraftState::Open,
            _ => DraftState::Dropped,
        };
        KeptDraft { id: self.id, draft: self.draft.0, state }
    }
}

#[async_trait]
impl<C: Held> PromoDesk for Pg<C> {
    async fn list(&mut self, before: Option<i64>, limit: u32) -> Result<Vec<ListedPromo>, StoreError> {
        let rows = sqlx::query_as!(
            Row,
            r#"SELECT p.id AS "id!", p.code AS "code!", p.kind AS "kind!", p.value, p.valid_from, p.valid_until,
                      p.min_total, p.max_uses, coalesce(s.used, p.used) AS "used!", p.per_customer,
                      p.first_order_only AS "first_order_only!", p.active AS "active!",
                      s.codes AS "codes?",
                      ARRAY(SELECT category FROM promo_categories WHERE promo = p.id) AS "categories!",
                      ARRAY(SELECT product FROM promo_products WHERE promo = p.id) AS "products!"
               FROM (SELECT * FROM promos WHERE (series IS NULL OR series = id) AND id < $1
                     ORDER BY id DESC LIMIT $2) p
               LEFT JOIN LATERAL (SELECT sum(used) AS used, count(*) AS codes FROM promos
                                  WHERE series = p.id HAVING count(*) > 0) s ON true
               ORDER BY p.id DESC"#,
            before.unwrap_or(i64::MAX),
            i64::from(limit),
        )
        .fetch_all(&mut *self.0)
        .await?;
        rows.into_iter().map(Row::listed).collect()
    }

    async fn find(&mut self, id: i64) -> Result<Option<ListedPromo>, StoreError> {
        let first =
            sqlx::query_scalar!(r#"SELECT coalesce(series, id) AS "id!" FROM promos WHERE id = $1"#, id)
                .fetch_optional(&mut *self.0)
                .await?;
        let Some(first) = first else { return Ok(None) };
        let listed = PromoDesk::list(self, Some(first.saturating_add(1)), 1).await?;
        Ok(listed.into_iter().find(|listed| listed.promo.id == first))
    }

    async fn report(&mut self, id: i64) -> Result<Option<PromoReport>, StoreError> {
        let Some(listed) = PromoDesk::find(self, id).await? else { return Ok(None) };
        let row = sqlx::query!(
            r#"SELECT count(*) AS "orders!", coalesce(sum(o.total), 0) AS "revenue!",
                      coalesce(sum(o.discount), 0) AS "discount!"
               FROM promos p
               JOIN promo_redemptions r ON r.promo = p.id
               JOIN orders o ON o.id = r.order_id
               WHERE (p.id = $1 OR p.series = $1) AND o.status NOT IN ('rejected', 'cancelled')"#,
            listed.promo.id,
        )
        .fetch_one(&mut *self.0)
        .await?;
        let sales = Sales { orders: count(row.orders), revenue: money(row.revenue)? };
        Ok(Some(PromoReport { listed, sales, discount: money(row.discount)? }))
    }

    async fn with_code(&mut self, code: &PromoCode) -> Result<Option<i64>, StoreError> {
        let id = sqlx::query_scalar!(
            r#"SELECT coalesce(series, id) AS "id!" FROM promos WHERE code = $1"#,
            code.as_str()
        )
        .fetch_optional(&mut *self.0)
        .await?;
        Ok(id)
    }

    async fn set_active(&mut self, id: i64, active: bool) -> Result<bool, StoreError> {
        let done = sqlx::query!(
            "UPDATE promos SET active = $2 WHERE (id = $1 OR series = $1) AND active <> $2",
            id,
            active,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(done.rows_affected() > 0)
    }

    async fn codes(&mut self, series: i64) -> Result<Vec<(String, u32)>, StoreError> {
        let rows = sqlx::query!("SELECT code, used FROM promos WHERE series = $1 ORDER BY code", series)
            .fetch_all(&mut *self.0)
            .await?;
        Ok(rows.into_iter().map(|row| (row.code, count(row.used))).collect())
    }

    async fn draft_of(&mut self, person: i64, now: DateTime<Utc>) -> Result<KeptDraft, StoreError> {
        // The update changes nothing: it is there to return the row that was.
        let row = sqlx::query_as!(
            DraftRow,
            r#"INSERT INTO promo_drafts (person, draft, created_at) VALUES ($1, '{}', $2)
               ON CONFLICT (person) WHERE state = 'open' DO UPDATE SET person = excluded.person
               RETURNING id, draft AS "draft: Json<PromoDraft>", state, promo"#,
            person,
            now,
        )
        .fetch_one(&mut *self.0)
        .await?;
        Ok(row.kept())
    }

    async fn draft(&mut self, id: i64) -> Result<Option<KeptDraft>, StoreError> {
        let row = sqlx::query_as!(
            DraftRow,
            r#"SELECT id, draft AS "draft: Json<PromoDraft>", state, promo FROM promo_drafts WHERE id = $1
               FOR UPDATE"#,
            id,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        Ok(row.map(DraftRow::kept))
    }

    async fn keep(&mut self, id: i64, draft: &PromoDraft) -> Result<bool, StoreError> {
        let done = sqlx::query!(
            "UPDATE promo_drafts SET draft = $2 WHERE id = $1 AND state = 'open'",
            id,
            Json(draft) as _,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn drop_draft(&mut self, id: i64) -> Result<bool, StoreError> {
        let done =
            sqlx::query!("UPDATE promo_drafts SET state = 'dropped' WHERE id = $1 AND state = 'open'", id)
                .execute(&mut *self.0)
                .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn make(
        &mut self,
        draft: i64,
        like: &Promo,
        codes: &[PromoCode],
        now: DateTime<Utc>,
    ) -> Result<Option<i64>, StoreError> {
        let (kind, value) = columns(like.benefit);
        let words: Vec<&str> = codes.iter().map(PromoCode::as_str).collect();
        let made = sqlx::query_scalar!(
            "INSERT INTO promos (code, kind, value, valid_from, valid_until, min_total, max_uses, per_customer,
                                 first_order_only, created_at)
             SELECT code, $2, $3, $4, $5, $6, $7, $8, $9, $10 FROM unnest($1::text[]) AS c (code) ORDER BY code
             ON CONFLICT (code) DO NOTHING RETURNING id",
            &words as &[&str],
            kind,
            value,
            like.from,
            like.until,
            like.min_total.map(|amount| amount.amount()),
            like.max_uses.map(int),
            like.per_customer.map(int),
            like.first_order_only,
            now,
        )
        .fetch_all(&mut *self.0)
        .await?;
        let Some(first) = made.iter().min().copied().filter(|_| made.len() == codes.len()) else {
            return Ok(None);
        };
        if made.len() > 1 {
            sqlx::query!("UPDATE promos SET series = $2 WHERE id = ANY ($1)", &made, first)
                .execute(&mut *self.0)
                .await?;
        }
        let done = sqlx::query!(
            "UPDATE promo_drafts SET state = 'made', promo = $2 WHERE id = $1 AND state = 'open'",
            draft,
            first,
        )
        .execute(&mut *self.0)
        .await?;
        Ok((done.rows_affected() == 1).then_some(first))
    }
}
