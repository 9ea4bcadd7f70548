//! Files that a bot names by a web address.

use std::time::Duration;

use bytes::Bytes;

use super::params::{Params, Upload};
use crate::sandbox::Shared;

/// Documentation, "Sending files": by URL at most 20 MB (photos 5 MB).
const LARGEST: usize = 20 * 1024 * 1024;
const PATIENCE: Duration = Duration::from_secs(10);

/// Fetches what the parameters name. What cannot be had stays missing, and the method refuses it.
pub(super) async fn fetch(shared: &Shared, params: &mut Params) {
    for address in params.addresses() {
        let is_local = reqwest::Url::parse(&address).is_ok_and(|url| {
            url.host_str()
                .is_some_and(|host| host == "localhost" || host.starts_with("127.") || host == "[::1]")
        });
        let upload = if is_local || shared.config.fetch_remote {
            download(shared, &address).await
        } else {
            Some(Upload { name: None, mime: Some("image/png".into()), bytes: grey_picture() })
        };
        if let Some(upload) = upload {
            params.set_fetched(&address, upload);
        }
    }
}

async fn download(shared: &Shared, address: &str) -> Option<Upload> {
    let response = shared.http().get(address).timeout(PATIENCE).send().await.ok()?.error_for_status().ok()?;
    if response.content_length().is_some_and(|length| length > LARGEST as u64) {
        return None;
    }
    let mime =
        response.headers().get("content-type").and_then(|value| value.to_str().ok()).map(str::to_owned);
    let name = address.rsplit('/').next().map(str::to_owned);
    let bytes = response.bytes().await.ok().filter(|bytes| bytes.len() <= LARGEST)?;
    Some(Upload { name, mime, bytes })
}

/// A grey PNG of 320 x 240 pixels, in place of what lies on other machines.
pub(crate) fn grey_picture() -> Bytes {
    Bytes::from_static(include_bytes!("grey.png"))
}
