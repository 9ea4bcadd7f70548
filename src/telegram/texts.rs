//! The texts in `locales/`, one Fluent bundle per language.

use super::html::Html;
use crate::domain::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

/// The Fluent files of a language.
const fn sources(lang: Lang) -> [&'static str; 12] {
    macro_rules! files {
        ($lang:literal) => {
            [
                include_str!(concat!("../../locales/", $lang, "/catalogue.ftl")),
                include_str!(concat!("../../locales/", $lang, "/credit.ftl")),
                include_str!(concat!("../../locales/", $lang, "/customer.ftl")),
                include_str!(concat!("../../locales/", $lang, "/messages.ftl")),
                include_str!(concat!("../../locales/", $lang, "/import.ftl")),
                include_str!(concat!("../../locales/", $lang, "/notices.ftl")),
                include_str!(concat!("../../locales/", $lang, "/numbers.ftl")),
                include_str!(concat!("../../locales/", $lang, "/promos.ftl")),
                include_str!(concat!("../../locales/", $lang, "/safety.ftl")),
                include_str!(concat!("../../locales/", $lang, "/setup.ftl")),
                include_str!(concat!("../../locales/", $lang, "/staff.ftl")),
                include_str!(concat!("../../locales/", $lang, "/settings.ftl")),
            ]
        };
    }
    match lang {
        Lang::En => files!("en"),
        Lang::Ru => files!("ru"),
        Lang::Es => files!("es"),
        Lang::De => files!("de"),
    }
}

/// Something to put into a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// A number, which also decides the plural.
    Number(i64),
    /// Plain text: escaped where the result is HTML.
    Text(String),
    /// HTML that is put in as it is.
    Html(Html),
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Html> for Value {
    fn from(html: Html) -> Self {
        Self::Html(html)
    }
}

/// A variable of a text and its value.
pub(super) type Arg = (&'static str, Value);

/// All texts of one language.
pub(super) struct Phrases {
    bundle: FluentBundle<FluentResource>,
}

static ALL: LazyLock<[Phrases; 4]> = LazyLock::new(|| Lang::ALL.map(Phrases::load));

/// The texts of a language.
#[must_use]
pub(super) fn phrases(lang: Lang) -> &'static Phrases {
    &ALL[lang as usize]
}

impl Phrases {
    fn load(lang: Lang) -> Self {
        let id: LanguageIdentifier = lang.code().parse().expect("two letters are a language tag");
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Telegram's clients would show the marks as boxes on some phones, and searches would miss the words.
        bundle.set_use_isolating(false);
        for source in sources(lang) {
            // A broken message is left out and then falls back to English; a test forbids both.
            let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(rest, _)| rest);
            bundle.add_resource_overriding(resource);
        }
        Self { bundle }
    }

    /// A text as HTML: plain values are escaped.
    #[must_use]
    pub(super) fn html(&self, id: &str, args: &[Arg]) -> Html {
        Html::trusted(self.format(id, args, |text| Html::escaped(text).as_str().to_owned()))
    }

    /// A text as it is, for labels of buttons and other places without HTML.
    #[must_use]
    pub(super) fn plain(&self, id: &str, args: &[Arg]) -> String {
        self.format(id, args, str::to_owned)
    }

    /// True if the language has this text itself.
    #[must_use]
    pub(super) fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    fn format(&self, id: &str, args: &[Arg], escape: impl Fn(&str) -> String) -> String {
        let mut fluent = FluentArgs::new();
        for (name, value) in args {
            match value {
                Value::Number(number) => fluent.set(*name, *number),
                Value::Text(text) => fluent.set(*name, FluentValue::from(escape(text))),
                Value::Html(html) => fluent.set(*name, FluentValue::from(html.as_str().to_owned())),
            }
        }
        let bundle = if self.has(id) { &self.bundle } else { &phrases(Lang::En).bundle };
        let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
            debug_assert!(false, "no text `{id}`");
            return id.to_owned();
        };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&fluent), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "`{id}`: {errors:?}");
        text
    }
}

#[cfg(test)]
#[path = "texts_tests.rs"]
mod tests;
