//! What is wrong with the settings, for the person who has to change them.

use super::table::{SETTINGS, Setting};
use std::fmt;

/// One setting that is missing or wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The setting.
    pub name: String,
    /// What is wrong: the rest of a sentence that begins with the name. Never holds a secret.
    pub what: String,
}

impl Problem {
    pub(super) fn missing(setting: &Setting) -> Self {
        Self { name: setting.name.to_owned(), what: "is missing".to_owned() }
    }

    pub(super) fn wrong(setting: &Setting, value: &str, why: &str) -> Self {
        let what = match setting.secret() {
            true => format!("is wrong: {why}"),
            false => format!("is wrong: `{value}` {why}"),
        };
        Self { name: setting.name.to_owned(), what }
    }

    pub(super) fn of(name: &str, what: impl Into<String>) -> Self {
        Self { name: name.to_owned(), what: what.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.name, self.what)?;
        match SETTINGS.iter().find(|setting| setting.name == self.name) {
            Some(Setting { name, about, example, .. }) => {
                write!(f, "\n    {about}\n    Example: {name}={example}")
            }
            None => Ok(()),
        }
    }
}

/// Everything that is wrong, at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.len() {
            1 => f.write_str("One setting needs your attention:\n")?,
            count => writeln!(f, "{count} settings need your attention:")?,
        }
        for problem in &self.0 {
            write!(f, "\n  {problem}\n")?;
        }
        f.write_str(
            "\nSettings come from orderbot.toml, .env and the environment; .env.example explains each of them.",
        )
    }
}

impl std::error::Error for Problems {}
