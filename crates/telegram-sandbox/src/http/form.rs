//! Multipart forms.

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Multipart, Request};

/// A form could not be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unreadable;

/// The fields of a form.
///
/// The body is read to its end before it is taken apart: a parser that stops at the last boundary would leave bytes behind,
/// and the connection of a client that keeps it open would be closed under its next request.
pub(super) async fn multipart(request: Request) -> Result<Multipart, Unreadable> {
    let (head, body) = request.into_parts();
    let body =
        Bytes::from_request(Request::from_parts(head.clone(), body), &()).await.map_err(|_| Unreadable)?;
    Multipart::from_request(Request::from_parts(head, Body::from(body)), &()).await.map_err(|_| Unreadable)
}
