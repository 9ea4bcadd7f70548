use super::*;
use std::collections::{BTreeMap, BTreeSet};

/// Every message of a language with the variables it uses.
fn messages(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for source in sources(lang) {
        let mut id = String::new();
        for line in source.lines() {
            if line.starts_with('#') {
                continue;
            }
            if let Some((name, _)) =
                line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
            {
                id = name.to_owned();
                assert!(all.insert(id.clone(), BTreeSet::new()).is_none(), "{lang}: `{id}` stands twice");
            }
            let variables = line.split("{ $").skip(1).filter_map(|rest| rest.split([' ', '}']).next());
            if let Some(known) = all.get_mut(&id) {
                known.extend(variables.map(str::to_owned));
            }
        }
    }
    all
}

#[test]
fn every_file_is_valid_fluent() {
    for lang in Lang::ALL {
        for source in sources(lang) {
            let errors = FluentResource::try_new(source.to_owned()).err().map(|(_, errors)| errors);
            assert_eq!(errors, None, "{lang}");
        }
    }
}

#[test]
fn every_language_has_the_same_texts_with_the_same_variables() {
    let english = messages(Lang::En);
    for lang in Lang::ALL {
        let other = messages(lang);
        for (id, variables) in &english {
            assert_eq!(other.get(id), Some(variables), "{lang}: `{id}`");
        }
        for id in other.keys() {
            assert!(english.contains_key(id), "{lang}: `{id}` is not in English");
        }
    }
}

#[test]
fn plurals_follow_the_language() {
    let left = |lang, n: u32| phrases(lang).plain("stock-few", &[("left", n.into())]);
    assert_eq!(left(Lang::Ru, 1), "Осталась всего 1 штука");
    assert_eq!(left(Lang::Ru, 3), "Осталось всего 3 штуки");
    assert_eq!(left(Lang::Ru, 5), "Осталось всего 5 штук");
    assert_eq!(left(Lang::Es, 1), "Solo queda 1");
    assert_eq!(left(Lang::Es, 2), "Solo quedan 2");
}

#[test]
fn what_a_person_typed_is_escaped_in_html_only() {
    let args = [("words", Value::from("<b>&"))];
    assert!(phrases(Lang::En).html("search-found", &args).as_str().contains("&lt;b&gt;&amp;"));
    assert!(phrases(Lang::En).plain("search-found", &args).contains("<b>&"));
}

#[test]
fn every_text_is_used_and_every_used_text_exists() {
    let code = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/telegram")).unwrap();
    let mut folders: Vec<_> = code.map(|entry| entry.unwrap().path()).collect();
    let mut words = BTreeSet::new();
    while let Some(path) = folders.pop() {
        if path.is_dir() {
            folders.extend(std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            let text = std::fs::read_to_string(path).unwrap();
            words.extend(text.split('"').map(str::to_owned));
        }
    }
    for id in messages(Lang::En).keys() {
        assert!(words.contains(id), "`{id}` is used nowhere");
    }
}
