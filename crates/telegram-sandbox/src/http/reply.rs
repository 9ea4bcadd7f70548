//! How the person's side answers.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::person::Unable;

/// A JSON value, or why not.
pub(crate) type Reply = Result<Json<Value>, Unable>;

impl IntoResponse for Unable {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::BAD_REQUEST);
        (status, Json(json!({"error": self.reason}))).into_response()
    }
}
