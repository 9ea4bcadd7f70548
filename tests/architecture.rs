//! The house rules: which room may use which, and which library belongs to whom. ARCHITECTURE.md says why.

#![cfg(test)]

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

/// Each room with the rooms it may use. `app`, `cli` and `main` wire the rooms and may use all of them.
const ROOMS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("dialogue", &["domain"]),
    ("repository", &["domain", "dialogue"]),
    ("services", &["domain", "dialogue", "repository"]),
    ("postgres", &["domain", "dialogue", "repository"]),
    ("redis", &["domain", "dialogue", "repository"]),
    ("memory", &["domain", "dialogue", "repository"]),
    ("delivery", &["domain", "repository"]),
    ("telegram", &["domain", "dialogue", "repository", "services", "delivery", "paper"]),
    ("paper", &[]),
    ("http", &["domain", "repository", "services", "delivery"]),
    ("config", &["domain"]),
    ("embedded", &[]),
    ("telemetry", &["config"]),
];
const WIRING: &[&str] = &["app", "cli", "main", "lib"];

/// Each library (or macro, or call) with the rooms that may name it, beside the wiring.
const LIBRARIES: &[(&str, &[&str])] = &[
    ("sqlx::", &["postgres", "embedded", "config"]),
    ("sqlx::query", &["postgres"]),
    // Conversations are stored behind its trait `Storage`.
    ("teloxide::", &["telegram", "delivery", "redis", "memory"]),
    ("dptree::", &["telegram"]),
    ("plotters::", &["telegram"]),
    ("deadpool::", &["postgres"]),
    ("redis::", &["redis"]),
    ("axum::", &["http"]),
    ("calamine::", &["services"]),
    ("rust_xlsxwriter::", &["services"]),
    ("zip::", &["services"]),
    ("moka::", &["memory", "postgres", "telegram"]),
    ("pdf_writer::", &["paper"]),
    ("anyhow::", &[]),
    ("disallowed_methods", &[]),
];

struct Source {
    path: PathBuf,
    room: String,
    /// Without comments and without the unit tests at the end of the file.
    code: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") && !is_test(&path) {
                let inside = path.strip_prefix(&root).unwrap();
                let room = inside.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs").to_owned();
                let text = std::fs::read_to_string(&path).unwrap();
                found.push(Source { room, code: code_of(&text), path });
            }
        }
    }
    assert!(found.len() > 20, "the sources were not found");
    found
}

fn is_test(path: &Path) -> bool {
    let name = path.file_stem().unwrap().to_str().unwrap();
    name == "tests" || name.ends_with("_tests") || path.iter().any(|folder| folder == "tests")
}

fn code_of(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The rooms a text names: `crate::room` and the entries of `crate::{room, other::Thing}`.
fn rooms_named(code: &str) -> BTreeSet<String> {
    let word = |text: &str| -> String {
        text.trim_start().chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
    };
    let mut rooms = BTreeSet::new();
    for (place, _) in code.match_indices("crate::") {
        let rest = &code[place + "crate::".len()..];
        let Some(list) = rest.strip_prefix('{') else {
            rooms.insert(word(rest));
            continue;
        };
        let mut depth = 0;
        let mut entry = 0;
        for (position, letter) in list.char_indices() {
            match letter {
                '{' => depth += 1,
                '}' if depth == 0 => {
                    rooms.insert(word(&list[entry..position]));
                    break;
                }
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    rooms.insert(word(&list[entry..position]));
                    entry = position + 1;
                }
                _ => {}
            }
        }
    }
    rooms.remove("");
    rooms
}

fn names(code: &str, library: &str) -> bool {
    code.match_indices(library).any(|(place, _)| {
        !code[..place].ends_with(|before: char| before.is_alphanumeric() || matches!(before, '_' | ':'))
    })
}

#[test]
fn a_room_uses_only_the_rooms_below_it() {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| !WIRING.contains(&source.room.as_str())) {
        let Some((_, allowed)) = ROOMS.iter().find(|(room, _)| *room == source.room) else {
            broken.push(format!("{}: a new room: give it a line in the table", source.path.display()));
            continue;
        };
        for room in rooms_named(&source.code) {
            if room != source.room && !allowed.contains(&room.as_str()) {
                broken.push(format!("{} uses `{room}`", source.path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn a_library_stays_in_its_rooms() {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| !WIRING.contains(&source.room.as_str())) {
        for (library, rooms) in LIBRARIES {
            if names(&source.code, library) && !rooms.contains(&source.room.as_str()) {
                broken.push(format!("{} names `{library}`", source.path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn sql_is_in_its_room_also_where_everything_is_wired() {
    for source in sources().iter().filter(|source| source.room != "postgres") {
        assert!(!names(&source.code, "sqlx::query"), "{} holds SQL", source.path.display());
    }
}

#[test]
fn no_file_outgrows_its_name() {
    for source in sources() {
        let lines = std::fs::read_to_string(&source.path).unwrap().lines().count();
        assert!(lines <= 400, "{} has {lines} lines", source.path.display());
    }
}

#[test]
fn the_reader_of_imports_reads_lists_and_paths() {
    let code = "use crate::{domain::{Money, Lang}, repository};\nlet x = crate::redis::pool();";
    assert_eq!(Vec::from_iter(rooms_named(code)), ["domain", "redis", "repository"]);
    assert!(names("x = sqlx::query!()", "sqlx::query"));
    assert!(!names("x = my_sqlx::query!()", "sqlx::query"));
}
