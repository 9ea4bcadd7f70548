//! The screens on which a product is changed.

use super::Card;
use super::edit::{Asking, Change, Edit, EditDeed, View};
use super::goods::GoodsDeed;
use super::goods_card::{stage_text, variant_name};
use super::payload::{StaffButton, encode};
use crate::domain::{Aisle, CategoryId, Goods, Lang, MAX_PHOTOS, ProductId, SkuId, Stage, Wording};
use crate::repository::StoreError;
use crate::services::{Shop, picture_key};
use crate::telegram::format::Voice;
use crate::telegram::html::Html;
use crate::telegram::texts::phrases;
use teloxide::types::InlineKeyboardButton;

type Rows = Vec<Vec<InlineKeyboardButton>>;

/// Draws a screen; `None` if there is no such product any more.
pub(super) async fn view(
    shop: &Shop,
    id: ProductId,
    view: View,
    voice: Voice<'_>,
) -> Result<Option<Card>, StoreError> {
    let Some((goods, _)) = shop.goods_and_ledger(id, 0).await? else { return Ok(None) };
    let on = On { goods: &goods, voice };
    let (text, mut rows, back) = match view {
        View::Menu => {
            let aisles = shop.aisles().await?;
            (on.menu(&aisles), on.menu_rows(), GoodsDeed::Open(id).button())
        }
        View::Words(which) => (on.words(which), on.word_rows(which), on.see(View::Menu)),
        View::Categories(above) => {
            let aisles = shop.aisles().await?;
            let back = if above.is_some() { View::Categories(None) } else { View::Menu };
            (on.categories(&aisles), on.category_rows(&aisles, above), on.see(back))
        }
        View::Places => {
            let place = shop.place_of_product(id).await?;
            let (number, of) = place.map_or((0, 0), |place| (place.number, place.of));
            let text = voice.tell("staff-place", [("number", number.into()), ("of", of.into())]);
            (text, on.place_rows(number, of), on.see(View::Menu))
        }
        View::Pictures => (on.pictures(), on.picture_rows(), on.see(View::Menu)),
        View::Variants => (on.variants(), on.variant_rows(), on.see(View::Menu)),
        View::Variant(sku) => match on.variant(sku) {
            Some((text, rows)) => (text, rows, on.see(View::Variants)),
            None => return Ok(None),
        },
        View::Archive => (voice.say("staff-archive-sure"), on.archive_rows(), on.see(View::Menu)),
    };
    rows.push(vec![InlineKeyboardButton::callback(voice.label("staff-back"), back)]);
    let text = on.head().paragraph(text);
    Ok(Some(Card::new(text, rows)))
}

/// A product in front of somebody.
struct On<'a> {
    goods: &'a Goods,
    voice: Voice<'a>,
}

impl On<'_> {
    fn deed(&self, what: Edit) -> String {
        encode(&StaffButton::Edit(EditDeed::new(self.goods.id, what)))
    }

    fn see(&self, view: View) -> String {
        self.deed(Edit::See(view))
    }

    fn key(&self, text: &str, what: Edit) -> InlineKeyboardButton {
        InlineKeyboardButton::callback(self.voice.label(text), self.deed(what))
    }

    fn head(&self) -> Html {
        self.voice.tell(
            "staff-product",
            [
                ("id", self.goods.id.to_string().into()),
                ("name", self.goods.names.get(self.voice.lang).into()),
                ("state", self.voice.label(stage_text(self.goods.stage)).into()),
            ],
        )
    }

    fn menu(&self, aisles: &[Aisle]) -> Html {
        let none = || self.voice.label("staff-text-none");
        let category = self.goods.category.map_or_else(none, |id| path_of(aisles, id, self.voice.lang));
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let summary = self.voice.tell(
            "staff-edit-summary",
            [
                ("category", category.into()),
                ("pictures", count(self.goods.photos.len()).into()),
                ("variants", count(self.goods.variants.len()).into()),
            ],
        );
        Html::escaped(self.goods.texts.get(self.voice.lang)).paragraph(summary)
    }

    fn menu_rows(&self) -> Rows {
        let see = |text, view| self.key(text, Edit::See(view));
        let mut rows = vec![
            vec![
                see("staff-edit-name", View::Words(Wording::Name)),
                see("staff-edit-text", View::Words(Wording::Text)),
            ],
            vec![see("staff-edit-category", View::Categories(None)), see("staff-edit-place", View::Places)],
            vec![see("staff-edit-pictures", View::Pictures), see("staff-edit-variants", View::Variants)],
        ];
        if self.goods.stage != Stage::Archived {
            rows.push(vec![see("staff-archive", View::Archive)]);
        }
        rows
    }

    fn words(&self, which: Wording) -> Html {
        let texts = if which == Wording::Name { &self.goods.names } else { &self.goods.texts };
        let title = if which == Wording::Name { "staff-edit-name" } else { "staff-edit-text" };
        let lines = Lang::ALL.map(|lang| language_line(lang, texts.exact(lang), self.voice));
        self.voice.say(title).paragraph(Html::lines(lines))
    }

    fn word_rows(&self, which: Wording) -> Rows {
        language_rows(|lang| self.deed(Edit::Ask(Asking::Word(which, lang))))
    }

    fn categories(&self, aisles: &[Aisle]) -> Html {
        self.voice.say(if aisles.is_empty() { "staff-categories-none" } else { "staff-choose-category" })
    }

    fn category_rows(&self, aisles: &[Aisle], above: Option<CategoryId>) -> Rows {
        let lang = self.voice.lang;
        let to = |aisle: &Aisle, label: String| {
            InlineKeyboardButton::callback(label, self.deed(Edit::Move(aisle.id)))
        };
        let mark = |aisle: &Aisle| if self.goods.category == Some(aisle.id) { "✓ " } else { "" };
        let mut keys: Vec<_> = Vec::new();
        if let Some(above) = aisles.iter().find(|aisle| Some(aisle.id) == above) {
            keys.push(to(above, format!("{}{}", mark(above), above.names.get(lang))));
        }
        for aisle in aisles.iter().filter(|aisle| aisle.parent == above) {
            let name = format!("{}{}", mark(aisle), aisle.names.get(lang));
            keys.push(if aisle.below > 0 {
                let below = self.see(View::Categories(Some(aisle.id)));
                InlineKeyboardButton::callback(format!("{name} ›"), below)
            } else {
                to(aisle, name)
            });
        }
        keys.chunks(2).map(<[_]>::to_vec).collect()
    }

    fn place_rows(&self, number: u32, of: u32) -> Rows {
        let put = |text, number| self.key(text, Edit::Do(Change::Put(number)));
        let mut rows = Vec::new();
        if number > 1 {
            rows.push(vec![put("staff-place-first", 1), put("staff-place-up", number - 1)]);
        }
        if number < of {
            rows.push(vec![put("staff-place-down", number + 1), put("staff-place-last", of)]);
        }
        rows
    }

    fn pictures(&self) -> Html {
        if self.goods.photos.is_empty() {
            self.voice.say("staff-pictures-none")
        } else {
            self.voice.say("staff-pictures")
        }
    }

    fn picture_rows(&self) -> Rows {
        let row = |(n, photo): (usize, &String)| {
            let key = picture_key(photo);
            let number = u32::try_from(n + 1).unwrap_or(u32::MAX);
            let label = |text| self.voice.label_with(text, [("number", number.into())]);
            let button = |text, what| InlineKeyboardButton::callback(label(text), self.deed(what));
            let mut row = vec![button("staff-picture-see", Edit::Picture(key.clone()))];
            if n > 0 {
                row.push(button("staff-picture-lead", Edit::Do(Change::Lead(key.clone()))));
            }
            row.push(button("staff-picture-drop", Edit::Do(Change::Drop(key))));
            row
        };
        let mut rows: Rows = self.goods.photos.iter().enumerate().map(row).collect();
        if self.goods.photos.len() < MAX_PHOTOS {
            rows.push(vec![self.key("staff-picture-add", Edit::Ask(Asking::Pictures))]);
        }
        rows
    }

    fn variants(&self) -> Html {
        self.voice.say("staff-variants")
    }

    fn variant_rows(&self) -> Rows {
        let key = |variant: &crate::domain::Variant| {
            let mark = if variant.visible { "" } else { "🙈 " };
            let price = self.voice.money(variant.price);
            let label = format!("{mark}{} · {price}", variant_name(variant, self.voice));
            vec![InlineKeyboardButton::callback(label, self.see(View::Variant(variant.id)))]
        };
        let mut rows: Rows = self.goods.variants.iter().map(key).collect();
        rows.push(vec![if self.goods.variants.is_empty() {
            self.key("staff-price", Edit::Ask(Asking::Price))
        } else {
            self.key("staff-variant-add", Edit::Ask(Asking::Variant))
        }]);
        rows
    }

    fn variant(&self, sku: SkuId) -> Option<(Html, Rows)> {
        let variant = self.goods.variants.iter().find(|variant| variant.id == sku)?;
        let state = if variant.visible { "staff-product-shown" } else { "staff-product-hidden" };
        let head = self.voice.tell(
            "staff-variant-head",
            [("code", variant.code.as_str().into()), ("state", self.voice.label(state).into())],
        );
        let labels = Lang::ALL.map(|lang| language_line(lang, variant.options.exact(lang), self.voice));
        let text =
            head.line(super::goods_card::variant_line(variant, self.voice)).paragraph(Html::lines(labels));
        let mut rows = language_rows(|lang| self.deed(Edit::Ask(Asking::Label(sku, lang))));
        let goods = |text: &str, deed: GoodsDeed| {
            InlineKeyboardButton::callback(self.voice.label(text), deed.button())
        };
        rows.push(vec![
            goods("staff-price", GoodsDeed::Price(sku)),
            goods("staff-stock", GoodsDeed::Stock(sku)),
        ]);
        let (turn, visible) = if variant.visible { ("staff-hide", false) } else { ("staff-show", true) };
        rows.push(vec![self.key(turn, Edit::Do(Change::Show(sku, visible)))]);
        Some((text, rows))
    }

    fn archive_rows(&self) -> Rows {
        let archive = GoodsDeed::Turn(self.goods.id, self.goods.stage, Stage::Archived);
        vec![vec![InlineKeyboardButton::callback(self.voice.label("staff-archive-yes"), archive.button())]]
    }
}

/// The names of a category and the one above it.
pub(super) fn path_of(aisles: &[Aisle], id: CategoryId, lang: Lang) -> String {
    let find = |id| aisles.iter().find(|aisle| aisle.id == id);
    let Some(aisle) = find(id) else { return String::new() };
    let name = aisle.names.get(lang);
    match aisle.parent.and_then(find) {
        Some(above) => format!("{} › {name}", above.names.get(lang)),
        None => name.to_owned(),
    }
}

/// A text in a language, or that there is none.
pub(super) fn language_line(lang: Lang, text: Option<&str>, voice: Voice<'_>) -> Html {
    let text = text.map_or_else(|| voice.say("staff-text-none"), Html::escaped);
    Html::trusted(format!("<b>{}</b> {text}", lang.code().to_uppercase()))
}

/// A button for each language.
pub(super) fn language_rows(payload: impl Fn(Lang) -> String) -> Rows {
    let key = |lang| {
        InlineKeyboardButton::callback(
            format!("✏️ {}", phrases(lang).plain("language-name", &[])),
            payload(lang),
        )
    };
    Lang::ALL.map(key).chunks(2).map(<[_]>::to_vec).collect()
}
