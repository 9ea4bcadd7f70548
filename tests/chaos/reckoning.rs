//! Compares what customers saw with what is in the books.

use crate::customer::Outcome;
use std::collections::HashSet;

/// A customer's side of a storm.
#[derive(Debug)]
pub(crate) struct Story {
    pub(crate) customer: i64,
    /// The article of what they wanted.
    pub(crate) sku: &'static str,
    pub(crate) outcome: Outcome,
    /// True if their order is shown to them after the storm.
    pub(crate) finds_it_again: bool,
    /// What they asked in one go.
    pub(crate) questions: Vec<String>,
    /// What was said to them, in its order.
    pub(crate) said: Vec<String>,
}

/// The shop's side.
#[derive(Debug, Default)]
pub(crate) struct Books {
    /// Number, customer, total.
    pub(crate) orders: Vec<(i64, i64, String)>,
    pub(crate) shelves: Vec<Shelf>,
    /// Updates that Telegram had for the bot, and those that it knows.
    pub(crate) sent: Vec<i64>,
    pub(crate) known: HashSet<i64>,
}

#[derive(Debug, sqlx::FromRow)]
pub(crate) struct Shelf {
    pub(crate) sku: String,
    pub(crate) on_hand: i64,
    pub(crate) reserved: i64,
    pub(crate) shipped: i64,
}

/// What is on the shelves before a storm: `catalog.csv`.
const STOCK: [(&str, i64); 2] = [("MUG", 500), ("TEAPOT", 3)];

/// Every broken promise, in words.
pub(crate) fn broken(books: &Books, stories: &[Story]) -> Vec<String> {
    let mut broken = Vec::new();
    for story in stories {
        broken.extend(told_wrongly(books, story));
        broken.extend(out_of_order(&story.questions, &story.said));
    }
    let confirmed: HashSet<i64> = stories.iter().filter_map(|story| story.number()).collect();
    for (number, ..) in books.orders.iter().filter(|(number, ..)| !confirmed.contains(number)) {
        broken.push(format!("order {number} exists, and its customer does not know"));
    }
    for Shelf { sku, on_hand, reserved, shipped } in &books.shelves {
        let all = STOCK.iter().find(|(of, _)| of == sku).map_or(0, |(_, pieces)| *pieces);
        if on_hand + shipped != all {
            broken.push(format!("of {all} {sku} {shipped} were shipped and {on_hand} are left"));
        }
        let is_called_sold_out =
            stories.iter().any(|story| story.sku == sku && matches!(story.outcome, Outcome::SoldOut));
        if is_called_sold_out && on_hand > reserved {
            broken.push(format!("{sku} was called sold out, and {} are there", on_hand - reserved));
        }
    }
    let lost = books.sent.iter().filter(|id| !books.known.contains(id)).count();
    if lost > 0 {
        broken.push(format!("{lost} updates never arrived"));
    }
    broken
}

impl Story {
    const fn number(&self) -> Option<i64> {
        match self.outcome {
            Outcome::Ordered { number, .. } => Some(number),
            Outcome::SoldOut | Outcome::Nothing(_) => None,
        }
    }
}

fn told_wrongly(books: &Books, story: &Story) -> Option<String> {
    match &story.outcome {
        Outcome::Nothing(chat) => Some(format!("a customer got no answer:\n{chat}")),
        Outcome::SoldOut => None,
        Outcome::Ordered { number, total } => {
            if !books.orders.contains(&(*number, story.customer, total.clone())) {
                Some(format!("order {number} over {total} was confirmed and is not there"))
            } else if story.finds_it_again {
                None
            } else {
                Some(format!("order {number} is not shown to its customer"))
            }
        }
    }
}

/// An answer may come again after a crash; but the first ones come in the order of their questions.
pub(crate) fn out_of_order(questions: &[String], said: &[String]) -> Option<String> {
    let first = |question: &String| said.iter().position(|words| words.contains(question.as_str()));
    let places: Vec<Option<usize>> = questions.iter().map(first).collect();
    if places.contains(&None) {
        return Some(format!("of {questions:?} not all were answered: {said:#?}"));
    }
    (!places.is_sorted()).then(|| format!("{questions:?} were answered in another order: {said:#?}"))
}

/// A checker that never found anything is not to be believed.
mod checked {
    use super::*;

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|words| (*words).to_owned()).collect()
    }

    /// Two customers want the last teapots; all is well.
    fn sound() -> (Books, Vec<Story>) {
        let story = |customer, outcome| Story {
            customer,
            sku: "TEAPOT",
            outcome,
            finds_it_again: true,
            questions: words(&["first", "second"]),
            said: words(&["Hello", "Nothing for first", "Nothing for second", "Nothing for second"]),
        };
        let ordered = Outcome::Ordered { number: 1, total: "44.90".to_owned() };
        let books = Books {
            orders: vec![(1, 101, "44.90".to_owned())],
            shelves: vec![Shelf { sku: "TEAPOT".to_owned(), on_hand: 1, reserved: 1, shipped: 2 }],
            sent: vec![7, 8],
            known: HashSet::from([7, 8]),
        };
        (books, vec![story(101, ordered), story(102, Outcome::SoldOut)])
    }

    type Tampering = fn(&mut Books, &mut Vec<Story>);

    #[test]
    fn every_broken_promise_is_noticed() {
        let (books, stories) = sound();
        assert_eq!(broken(&books, &stories), Vec::<String>::new());
        let tamperings: [(&str, Tampering); 10] = [
            ("confirmed and is not there", |books, _| books.orders.clear()),
            ("confirmed and is not there", |books, _| books.orders[0].2 = "44.89".to_owned()),
            ("not shown to its customer", |_, stories| stories[0].finds_it_again = false),
            ("its customer does not know", |books, _| books.orders.push((2, 102, "44.90".to_owned()))),
            ("got no answer", |_, stories| stories[1].outcome = Outcome::Nothing(String::new())),
            ("called sold out", |books, _| books.shelves[0].reserved = 0),
            ("are left", |books, _| books.shelves[0].on_hand = 0),
            ("never arrived", |books, _| books.known.retain(|id| *id != 8)),
            ("not all were answered", |_, stories| stories[1].said.truncate(2)),
            ("in another order", |_, stories| stories[1].said.swap(1, 2)),
        ];
        for (what, tampering) in tamperings {
            let (mut books, mut stories) = sound();
            tampering(&mut books, &mut stories);
            let found = broken(&books, &stories);
            assert!(found.iter().any(|words| words.contains(what)), "{what}: {found:#?}");
        }
    }
}
