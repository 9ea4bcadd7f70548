//! `/bot<token>/<method>` and `/file/bot<token>/<path>`; every other path is the page's.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::multipart::Field;
use axum::extract::{FromRequest, Request, State};
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::{form, page};
use crate::bot_api::params::{self, Params, Upload};
use crate::bot_api::{self, Reply};
use crate::sandbox::Shared;
use crate::world::split_token;

/// Answers whatever no other route takes.
pub(super) async fn answer(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    // Some libraries escape the colon of the token or the slashes of a file's path.
    let path = params::url_decode(request.uri().path().replace('+', "%2B").as_bytes());
    if let Some(rest) = path.strip_prefix("/file/bot") {
        return download(&shared, rest);
    }
    let Some((token, method)) = path.strip_prefix("/bot").and_then(|rest| rest.split_once('/')) else {
        return page::file(&path);
    };
    let method = method.strip_prefix("test/").unwrap_or(method).trim_end_matches('/').to_owned();
    match parameters(request).await {
        Ok(params) => respond(bot_api::call(&shared, token, &method, params).await),
        Err((status, description)) => {
            let body = json!({"ok": false, "error_code": status.as_u16(), "description": description});
            (status, axum::Json(body)).into_response()
        }
    }
}

fn respond(reply: Reply) -> Response {
    if reply.cut {
        // A body that breaks off makes the server drop the connection.
        let broken =
            futures::stream::once(async { Err::<Bytes, _>(std::io::Error::other("cut on purpose")) });
        return Response::new(Body::from_stream(broken));
    }
    let status = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, [(header::CONTENT_TYPE, "application/json")], reply.body).into_response();
    if let Some(seconds) = reply.retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

/// Reads parameters from wherever they are.
async fn parameters(request: Request) -> Result<Params, (StatusCode, &'static str)> {
    const UNREADABLE: (StatusCode, &str) = (StatusCode::BAD_REQUEST, "Bad Request: can't read the request");
    let mut params = Params::default();
    if let Some(query) = request.uri().query() {
        params.set_urlencoded(query.as_bytes());
    }
    if request.method() == Method::GET {
        return Ok(params);
    }
    let kind =
        request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.to_lowercase();
    if kind.starts_with("multipart/form-data") {
        let mut fields = form::multipart(request).await.map_err(|_| UNREADABLE)?;
        while let Some(field) = fields.next_field().await.map_err(|_| UNREADABLE)? {
            add_field(&mut params, field).await.map_err(|_| UNREADABLE)?;
        }
        return Ok(params);
    }
    let body = Bytes::from_request(request, &()).await;
    let body = body.map_err(|_| (StatusCode::PAYLOAD_TOO_LARGE, "Request Entity Too Large"))?;
    if kind.starts_with("application/json") {
        let json = params.set_json(&body);
        json.map_err(|_| (StatusCode::BAD_REQUEST, "Bad Request: can't parse JSON object"))?;
    } else {
        params.set_urlencoded(&body);
    }
    Ok(params)
}

async fn add_field(
    params: &mut Params,
    field: Field<'_>,
) -> Result<(), axum::extract::multipart::MultipartError> {
    let name = field.name().unwrap_or_default().to_owned();
    if let Some(file) = field.file_name().map(str::to_owned) {
        let mime = field.content_type().map(str::to_owned);
        let bytes = field.bytes().await?;
        params.set_file(&name, Upload { name: (!file.is_empty()).then_some(file), mime, bytes });
    } else {
        params.set_text(&name, field.text().await?);
    }
    Ok(())
}

/// `rest` is `<token>/<file_path>`.
fn download(shared: &Shared, rest: &str) -> Response {
    let not_found = || {
        let body = json!({"ok": false, "error_code": 404, "description": "Not Found"});
        (StatusCode::NOT_FOUND, axum::Json(body)).into_response()
    };
    let Some((token, path)) = rest.split_once('/') else { return not_found() };
    let Ok((id, secret)) = split_token(token) else { return not_found() };
    let mut world = shared.lock();
    if world.bot_for_token(id, secret).is_none() {
        return not_found();
    }
    let key = path.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or_default();
    let file = world.files.find(key).filter(|file| file.path() == path);
    match file {
        Some(file) => ([(header::CONTENT_TYPE, file.mime.clone())], file.bytes.clone()).into_response(),
        None => not_found(),
    }
}
