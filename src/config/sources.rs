//! Where values come from.

use super::{
    parse,
    problem::Problem,
    table::{SETTINGS, Setting},
};
use config::{Environment, File, FileFormat, Source};
use std::{
    collections::{BTreeMap, HashMap},
    path::{Path, PathBuf},
};

/// The places to look, weakest first: a TOML file, an env file, the environment.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    pub(super) toml: Option<PathBuf>,
    pub(super) env_file: Option<PathBuf>,
    pub(super) environment: Option<HashMap<String, String>>,
}

/// The raw values, by upper-case name.
pub(super) struct Values {
    values: BTreeMap<String, String>,
    problems: Vec<Problem>,
}

impl Sources {
    /// `orderbot.toml` and `.env` in `folder`, as far as they exist, and the environment of this process.
    #[must_use]
    pub fn in_folder(folder: &Path) -> Self {
        Self {
            toml: Some(folder.join("orderbot.toml")),
            env_file: Some(folder.join(".env")),
            environment: None,
        }
    }

    /// Only these values: for tests, and for the demo, which is not to pick up the settings of a real shop.
    #[must_use]
    pub fn only<const N: usize>(values: [(&str, &str); N]) -> Self {
        let environment = values.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
        Self { toml: None, env_file: None, environment: Some(environment) }
    }

    pub(super) fn read(&self) -> Values {
        let mut all = Values { values: BTreeMap::new(), problems: Vec::new() };
        if let Some(path) = &self.toml {
            all.add_toml(path);
        }
        if let Some(path) = self.env_file.as_ref().filter(|path| path.exists()) {
            match env_file(path) {
                Ok(values) => all.add_known(&Environment::default().source(Some(values))),
                Err(error) => all.problems.push(Problem::of(&path.display().to_string(), error)),
            }
        }
        all.add_known(&Environment::default().source(self.environment.clone()));
        all
    }
}

fn env_file(path: &Path) -> Result<HashMap<String, String>, String> {
    dotenvy::from_path_iter(path)
        .and_then(Iterator::collect::<Result<_, _>>)
        // The library's error quotes the line, which may hold a secret.
        .map_err(|_| {
            "cannot be read: every line is a comment or NAME=value, and a value with spaces is quoted"
                .to_owned()
        })
}

impl Values {
    /// A file is ours alone: a name in it that we do not know is a mistake.
    fn add_toml(&mut self, path: &Path) {
        let source = File::from(path).format(FileFormat::Toml).required(false);
        match source.collect() {
            Ok(values) => {
                for (name, value) in values {
                    let name = name.to_ascii_uppercase();
                    if !SETTINGS.iter().any(|setting| setting.name == name) {
                        self.problems.push(Problem::of(&name, "in orderbot.toml is not a setting"));
                    }
                    match value.into_string() {
                        Ok(value) => drop(self.values.insert(name, value)),
                        Err(_) => self.problems.push(Problem::of(&name, "is not a text or a number")),
                    }
                }
            }
            Err(error) => {
                self.problems.push(Problem::of("orderbot.toml", format!("cannot be read: {error}")));
            }
        }
    }

    /// The environment is everybody's: what we do not know is not ours.
    fn add_known(&mut self, environment: &Environment) {
        for (name, value) in environment.collect().unwrap_or_default() {
            let name = name.to_ascii_uppercase();
            if let (true, Ok(value)) = (SETTINGS.iter().any(|known| known.name == name), value.into_string())
            {
                self.values.insert(name, value);
            }
        }
    }

    /// What could not be read at all.
    pub(super) fn unknown(&self) -> Vec<Problem> {
        self.problems.clone()
    }

    /// The value, or the default. An empty value counts as none: that is how compose files leave one out.
    fn get(&self, setting: &Setting) -> Option<&str> {
        let value = self.values.get(setting.name).map(|value| value.trim()).filter(|value| !value.is_empty());
        value.or(setting.default)
    }

    pub(super) fn check<T>(
        &self,
        setting: &Setting,
        parse: impl Fn(&str) -> Result<T, String>,
    ) -> Result<Option<T>, Problem> {
        match self.get(setting) {
            Some(value) => parse(value).map(Some).map_err(|why| Problem::wrong(setting, value, &why)),
            None if setting.required() => Err(Problem::missing(setting)),
            None => Ok(None),
        }
    }

    pub(super) fn optional<T>(
        &self,
        name: &str,
        parse: impl Fn(&str) -> Result<T, String>,
    ) -> Result<Option<T>, Problem> {
        let setting = SETTINGS.iter().find(|setting| setting.name == name);
        self.check(setting.ok_or_else(|| Problem::of(name, "is not in the table of settings"))?, parse)
    }

    pub(super) fn required<T>(
        &self,
        name: &str,
        parse: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T, Problem> {
        self.optional(name, parse)?.ok_or_else(|| Problem::of(name, "is missing"))
    }

    /// Settings that are right by themselves, but not together.
    pub(super) fn contradictions(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let webhook = self.required("MODE", parse::mode) == Ok(parse::Mode::Webhook);
        for name in ["WEBHOOK_URL", "WEBHOOK_SECRET"] {
            if webhook && matches!(self.optional(name, |_| Ok(())), Ok(None)) {
                problems.push(Problem::of(name, "is missing, and MODE=webhook needs it"));
            }
        }
        // Telegram calls https only; another server may do as it likes.
        let telegram = matches!(self.required("BOT_API_URL", parse::url), Ok(url) if url.domain() == Some("api.telegram.org"));
        if let (true, true, Ok(Some(url))) = (webhook, telegram, self.optional("WEBHOOK_URL", parse::url))
            && url.scheme() != "https"
        {
            problems.push(Problem::of(
                "WEBHOOK_URL",
                "does not begin with https://, and Telegram calls nothing else",
            ));
        }
        if let Ok(currency) = self.required("SHOP_CURRENCY", parse::currency) {
            for name in ["DELIVERY_FEE", "DELIVERY_FREE_FROM", "MINIMUM_ORDER"] {
                if let Ok(Some(amount)) = self.optional(name, parse::amount)
                    && currency.round(amount).amount() != amount
                {
                    let digits = currency.digits();
                    problems.push(Problem::of(
                        name,
                        format!("has more than the {digits} decimals of {currency}"),
                    ));
                }
            }
        }
        problems
    }
}
