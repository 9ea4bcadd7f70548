//! Uploaded files and the identifiers under which bots know them.

use std::collections::{BTreeMap, VecDeque};

use bytes::Bytes;

use super::message::MediaKind;
use crate::bot_api::params::Upload;

/// A file that somebody has sent.
#[derive(Clone, Debug)]
pub(crate) struct File {
    /// `file_unique_id`.
    pub(crate) key: String,
    pub(crate) bytes: Bytes,
    pub(crate) mime: String,
    pub(crate) name: Option<String>,
    /// Pixels; zero for what is not a picture.
    pub(crate) width: usize,
    pub(crate) height: usize,
}

/// All files, at most `budget` bytes of them: the oldest are forgotten first.
#[derive(Debug)]
pub(crate) struct Files {
    files: BTreeMap<String, File>,
    order: VecDeque<String>,
    held: usize,
    budget: usize,
    next: u64,
    salt: u64,
}

impl Files {
    pub(crate) fn new(budget: usize, salt: u64) -> Self {
        Self { files: BTreeMap::new(), order: VecDeque::new(), held: 0, budget, next: 1, salt }
    }

    pub(crate) fn add(&mut self, bytes: Bytes, mime: String, name: Option<String>) -> &File {
        let key = format!("AQAD{:06x}{:05}", self.salt & 0xff_ffff, self.next);
        self.next += 1;
        self.held += bytes.len();
        while self.held > self.budget {
            let Some(oldest) = self.order.pop_front() else { break };
            if let Some(file) = self.files.remove(&oldest) {
                self.held -= file.bytes.len();
            }
        }
        let (width, height) = imagesize::blob_size(&bytes).map_or((0, 0), |size| (size.width, size.height));
        self.order.push_back(key.clone());
        self.files.entry(key.clone()).or_insert(File { key, bytes, mime, name, width, height })
    }

    pub(crate) fn find(&self, key: &str) -> Option<&File> {
        self.files.get(key)
    }

    /// The file behind a `file_id` that was given to this bot. Another bot's id is as wrong as an invented one.
    pub(crate) fn by_file_id(&self, file_id: &str, bot: i64) -> Option<&File> {
        let (key, owner) = file_id.strip_prefix("AgAC")?.rsplit_once('-')?;
        let key = key.split_once('.').map_or(key, |(key, _size)| key);
        (owner == bot.to_string()).then(|| self.files.get(key)).flatten()
    }
}

impl File {
    /// The id under which `bot` may use this file; `size` names one of a photo's sizes ("" else).
    pub(crate) fn id_for(&self, bot: i64, size: &str) -> String {
        let dot = if size.is_empty() { "" } else { "." };
        format!("AgAC{}{dot}{size}-{bot}", self.key)
    }

    /// Where `getFile` says it lies.
    pub(crate) fn path(&self) -> String {
        let folder = match self.mime.split('/').next() {
            Some("image") => "photos",
            Some("video") => "videos",
            Some("audio") => "voice",
            _ => "documents",
        };
        let name = self.name.as_deref().and_then(|name| name.rsplit_once('.')).map_or_else(
            || self.mime.rsplit('/').next().unwrap_or("bin").replace("jpeg", "jpg"),
            |(_, extension)| extension.to_lowercase(),
        );
        format!("{folder}/{}.{name}", self.key)
    }
}

/// The media type of an upload: what the bytes say, else what the sender says, else what fits the kind.
pub(crate) fn media_type(upload: &Upload, kind: MediaKind) -> String {
    let picture = imagesize::image_type(&upload.bytes).ok().and_then(|kind| match kind {
        imagesize::ImageType::Png => Some("image/png"),
        imagesize::ImageType::Jpeg => Some("image/jpeg"),
        imagesize::ImageType::Gif => Some("image/gif"),
        imagesize::ImageType::Webp => Some("image/webp"),
        imagesize::ImageType::Bmp => Some("image/bmp"),
        _ => None,
    });
    let given = upload.mime.as_deref().filter(|mime| *mime != "application/octet-stream");
    let fitting = match kind {
        MediaKind::Photo | MediaKind::Sticker => "image/jpeg",
        MediaKind::Document => "application/octet-stream",
        MediaKind::Video | MediaKind::Animation | MediaKind::VideoNote => "video/mp4",
        MediaKind::Voice => "audio/ogg",
        MediaKind::Audio => "audio/mpeg",
    };
    picture.or(given).unwrap_or(fitting).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_id_is_good_only_for_the_bot_it_was_given_to() {
        let mut files = Files::new(1_000, 7);
        let id = files.add(Bytes::from_static(b"x"), "image/png".into(), None).id_for(77, "m");
        assert!(files.by_file_id(&id, 77).is_some());
        assert!(files.by_file_id(&id, 78).is_none());
        assert!(files.by_file_id("AgACwrong", 77).is_none());
    }

    #[test]
    fn the_oldest_files_make_room_for_new_ones() {
        let mut files = Files::new(10, 7);
        let first = files.add(Bytes::from_static(b"1234567"), "image/png".into(), None).key.clone();
        let second = files.add(Bytes::from_static(b"7654321"), "image/png".into(), None).key.clone();
        assert!(files.find(&first).is_none());
        assert!(files.find(&second).is_some());
    }
}
