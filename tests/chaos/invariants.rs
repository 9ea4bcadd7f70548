//! What must be true after every storm, as queries that count what is broken.

use sqlx::PgConnection;

pub(crate) struct Invariant {
    pub(crate) promise: &'static str,
    broken: &'static str,
}

pub(crate) const INVARIANTS: [Invariant; 11] = [
    Invariant {
        promise: "the lines of an order sum up to its figures",
        broken: "SELECT count(*) FROM orders o CROSS JOIN LATERAL
                     (SELECT sum(quantity * price) AS sum, sum(discount) AS discount
                      FROM order_lines WHERE order_id = o.id) l
                 WHERE l.sum IS DISTINCT FROM o.subtotal OR l.discount IS DISTINCT FROM o.discount",
    },
    Invariant {
        promise: "nothing is sold twice: what is reserved is what open orders ask for, and it is there",
        broken: "SELECT count(*) FROM skus s
                 WHERE s.reserved > s.on_hand OR s.reserved <> coalesce(
                       (SELECT sum(l.quantity) FROM order_lines l JOIN orders o ON o.id = l.order_id
                        WHERE l.sku = s.id AND o.status IN ('placed', 'accepted')), 0)",
    },
    Invariant {
        promise: "a promo code counts each of its uses once",
        broken: "SELECT count(*) FROM promos p
                 WHERE p.used <> (SELECT count(*) FROM promo_redemptions r WHERE r.promo = p.id)",
    },
    Invariant {
        promise: "a promo code is used no more often than its owner allows",
        broken: "SELECT count(*) FROM promos WHERE used > max_uses",
    },
    Invariant {
        promise: "whoever got a discount has redeemed a code, and the other way round",
        broken: "SELECT count(*) FROM orders o
                 WHERE (o.promo IS NOT NULL) <> EXISTS (SELECT FROM promo_redemptions r WHERE r.order_id = o.id)",
    },
    Invariant {
        promise: "a customer who orders once has one order",
        broken: "SELECT count(*) FROM (SELECT FROM orders GROUP BY customer HAVING count(*) > 1) AS repeated",
    },
    Invariant {
        promise: "the story of an order begins with placed, repeats nothing, and ends with its status",
        broken: "SELECT count(*) FROM orders o CROSS JOIN LATERAL
                     (SELECT array_agg(status ORDER BY position) AS story, count(DISTINCT status) AS steps
                      FROM order_timeline WHERE order_id = o.id) t
                 WHERE t.story IS NULL OR t.story[1] <> 'placed' OR t.story[cardinality(t.story)] <> o.status
                    OR t.steps <> cardinality(t.story)",
    },
    Invariant {
        promise: "no step of an order is one that there is not",
        broken: "SELECT count(*) FROM order_timeline t JOIN order_timeline next
                 ON next.order_id = t.order_id AND next.position = t.position + 1
                 WHERE (t.status, next.status) NOT IN (
                     ('placed', 'accepted'), ('placed', 'rejected'), ('placed', 'cancelled'),
                     ('accepted', 'shipped'), ('accepted', 'rejected'), ('shipped', 'delivered'))",
    },
    Invariant {
        promise: "every update is done",
        broken: "SELECT count(*) FROM inbox",
    },
    Invariant {
        promise: "no update was given up",
        broken: "SELECT count(*) FROM dead_letters",
    },
    // Telegram lets a group have 20 messages a minute: cards may wait for their turn, but not for anything else.
    Invariant {
        promise: "every message to others was sent, or waits for the turn of its group",
        broken: "SELECT count(*) FROM outbox
                 WHERE state NOT IN ('sent', 'superseded') AND NOT (state = 'waiting' AND chat_id < 0)",
    },
];

/// The promises that are broken.
pub(crate) async fn broken(connection: &mut PgConnection) -> Vec<&'static str> {
    let mut broken = Vec::new();
    for invariant in &INVARIANTS {
        let count: i64 = sqlx::query_scalar(invariant.broken).fetch_one(&mut *connection).await.unwrap();
        if count > 0 {
            broken.push(invariant.promise);
        }
    }
    broken
}

/// A checker that never found anything is not to be believed.
mod checked {
    use super::{INVARIANTS, broken};
    use crate::support::postgres::TestDb;
    use sqlx::Connection;

    /// For every promise, in their order, what breaks it.
    const TAMPERING: [&str; 11] = [
        "UPDATE order_lines SET quantity = 3",
        "UPDATE skus SET reserved = reserved + 1",
        "UPDATE promos SET used = used - 1",
        "UPDATE promos SET max_uses = 0",
        "UPDATE orders SET promo = NULL",
        "INSERT INTO orders (id, customer, status, lang, pickup, currency, subtotal, discount, delivery, total, placed_at)
         SELECT gen_random_uuid(), customer, status, lang, pickup, currency, subtotal, discount, delivery, total, placed_at
         FROM orders",
        "UPDATE order_timeline SET status = 'accepted'",
        "INSERT INTO order_timeline (order_id, position, status, actor, at)
         SELECT order_id, 1, 'delivered', actor, at FROM order_timeline",
        "INSERT INTO inbox (lane, update_id, kind, raw) VALUES (1, 1, 'message', '{}')",
        "INSERT INTO dead_letters (update_id, lane, kind, raw, attempts, cause, received_at)
         VALUES (1, 1, 'message', '{}', 5, 'broken', now())",
        "INSERT INTO outbox (chat_id, urgency, notice, state) VALUES (101, 0, '{}', 'dead')",
    ];

    #[tokio::test]
    async fn every_invariant_notices_what_it_is_for() {
        let db = TestDb::new().await;
        sqlx::raw_sql(include_str!("one_order.sql")).execute(&db.pool()).await.unwrap();
        let mut connection = db.pool().acquire().await.unwrap();
        assert_eq!(broken(&mut connection).await, Vec::<&str>::new());
        for (invariant, tampering) in INVARIANTS.iter().zip(TAMPERING) {
            let mut tampered = connection.begin().await.unwrap();
            sqlx::raw_sql(tampering).execute(&mut *tampered).await.unwrap();
            let found = broken(&mut tampered).await;
            assert!(found.contains(&invariant.promise), "{}: found {found:?}", invariant.promise);
            tampered.rollback().await.unwrap();
        }
    }
}
