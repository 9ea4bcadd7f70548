//! A connection that knows whether its last statement came to its end.

use super::regulars::Regulars;
use futures::future::BoxFuture;
use futures::stream::{self, BoxStream, StreamExt as _};
use sqlx::postgres::{PgDatabaseError, PgQueryResult, PgRow, PgSeverity, PgStatement, PgTypeInfo};
use sqlx::{Connection as _, Describe, Either, Error, Execute, Executor, PgConnection, Postgres, SqlStr};
use std::task::{Poll, ready};

/// See the module. One whose last statement was cut off, or failed for another reason than what the server said of
/// it, has to be asked before it is used again; any other is as good as new, and asking would be a round trip for nothing.
#[derive(Debug)]
pub(super) struct Link {
    connection: PgConnection,
    is_settled: bool,
    regulars: Regulars,
}

impl Link {
    pub(super) const fn new(connection: PgConnection, regulars: Regulars) -> Self {
        Self { connection, is_settled: true, regulars }
    }

    /// Customers whom this instance has looked up a moment ago.
    pub(super) const fn regulars(&self) -> &Regulars {
        &self.regulars
    }

    pub(super) const fn is_settled(&self) -> bool {
        self.is_settled
    }

    /// Asks the server for a sign of life. What an interrupted statement still has to say is read and forgotten.
    pub(super) async fn ping(&mut self) -> Result<(), Error> {
        self.is_settled = false;
        self.connection.ping().await?;
        self.is_settled = true;
        Ok(())
    }

    /// Says goodbye.
    pub(super) async fn close(self) -> Result<(), Error> {
        self.connection.close().await
    }
}

/// True for how a statement ends on a connection that goes on.
fn is_answer<T>(outcome: &Result<T, Error>) -> bool {
    match outcome {
        Ok(_) => true,
        Err(Error::Database(error)) => {
            let severity = error.downcast_ref::<PgDatabaseError>().severity();
            !matches!(severity, PgSeverity::Fatal | PgSeverity::Panic)
        }
        Err(_) => false,
    }
}

impl<'c> Executor<'c> for &'c mut Link {
    type Database = Postgres;

    fn fetch_many<'e, 'q: 'e, E>(self, query: E) -> BoxStream<'e, Result<Either<PgQueryResult, PgRow>, Error>>
    where
        'c: 'e,
        E: 'q + Execute<'q, Postgres>,
    {
        let Link { connection, is_settled, .. } = self;
        *is_settled = false;
        let mut steps = connection.fetch_many(query);
        stream::poll_fn(move |context| {
            let step = ready!(steps.poll_next_unpin(context));
            *is_settled = match &step {
                None => true,
                Some(Ok(_)) => false,
                Some(failed) => is_answer(failed),
            };
            Poll::Ready(step)
        })
        .boxed()
    }

    fn fetch_optional<'e, 'q: 'e, E>(self, query: E) -> BoxFuture<'e, Result<Option<PgRow>, Error>>
    where
        'c: 'e,
        E: 'q + Execute<'q, Postgres>,
    {
        Box::pin(async move {
            self.is_settled = false;
            let row = self.connection.fetch_optional(query).await;
            self.is_settled = is_answer(&row);
            row
        })
    }

    fn prepare_with<'e>(
        self,
        sql: SqlStr,
        parameters: &'e [PgTypeInfo],
    ) -> BoxFuture<'e, Result<PgStatement, Error>>
    where
        'c: 'e,
    {
        self.is_settled = false;
        self.connection.prepare_with(sql, parameters)
    }

    fn describe<'e>(self, sql: SqlStr) -> BoxFuture<'e, Result<Describe<Postgres>, Error>>
    where
        'c: 'e,
    {
        self.is_settled = false;
        self.connection.describe(sql)
    }
}
