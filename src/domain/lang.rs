//! The languages the shop speaks, and texts that exist in several of them.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A language with a complete set of texts in `locales/`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English, the fallback.
    #[default]
    En,
    /// Russian.
    Ru,
    /// Spanish.
    Es,
    /// German.
    De,
}

impl Lang {
    /// Every language, in the order of the language menu.
    pub const ALL: [Self; 4] = [Self::En, Self::Ru, Self::Es, Self::De];

    /// The two-letter code (ISO 639-1), as in file names and columns.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
            Self::Es => "es",
            Self::De => "de",
        }
    }

    /// Reads an IETF tag as Telegram sends it ("en", "pt-BR"). `None` for a language we do not speak.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let code = tag.split(['-', '_']).next()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }
}

impl std::fmt::Display for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

/// One text in several languages: a product's name, a variant's label.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Texts(BTreeMap<Lang, String>);

impl Texts {
    /// The text in `lang`, else in English, else in whatever language there is; empty if there is none.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        self.0
            .get(&lang)
            .or_else(|| self.0.get(&Lang::En))
            .or_else(|| self.0.values().next())
            .map_or("", String::as_str)
    }

    /// Exactly this language, without fallback.
    #[must_use]
    pub fn exact(&self, lang: Lang) -> Option<&str> {
        self.0.get(&lang).map(String::as_str)
    }

    /// Sets a text, trimmed; an empty one removes the language.
    pub fn set(&mut self, lang: Lang, text: &str) {
        match text.trim() {
            "" => self.0.remove(&lang),
            text => self.0.insert(lang, text.to_owned()),
        };
    }

    /// True if there is no text in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every text with its language.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        self.0.iter().map(|(lang, text)| (*lang, text.as_str()))
    }
}

impl<const N: usize> From<[(Lang, &str); N]> for Texts {
    fn from(texts: [(Lang, &str); N]) -> Self {
        let mut all = Self::default();
        for (lang, text) in texts {
            all.set(lang, text);
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_with_a_region_is_its_language() {
        assert_eq!(Lang::parse("es-MX"), Some(Lang::Es));
        assert_eq!(Lang::parse("DE"), Some(Lang::De));
        assert_eq!(Lang::parse("pt-BR"), None);
    }

    #[test]
    fn a_missing_language_falls_back_to_english_then_to_any() {
        let both = Texts::from([(Lang::En, "Tea"), (Lang::Ru, "Чай")]);
        assert_eq!(both.get(Lang::Ru), "Чай");
        assert_eq!(both.get(Lang::De), "Tea");
        assert_eq!(Texts::from([(Lang::Ru, "Чай")]).get(Lang::De), "Чай");
        assert_eq!(Texts::default().get(Lang::En), "");
    }
}
