# Das Team legt Produkte und Kategorien an und ändert sie.

staff-price = 💶 Preis
staff-price-of = 💶 Preis: { $name }
staff-stock = 📦 Stück
staff-stock-of = 📦 Stück: { $name }
staff-edit = ✏️ Ändern
staff-done = ✅ Erledigt

staff-products-drafts = 📝 Entwürfe
staff-products-archive = 🗄 Archiv
staff-new-product = ➕ Neues Produkt
staff-product-draft = Entwurf
staff-product-archived = im Archiv
staff-product-missing = Für den Verkauf fehlen noch Kategorie und Preis.
staff-product-not-so = Nicht geschehen: Jemand hat es gerade geändert, oder es fehlen noch Kategorie oder Preis.
staff-publish = ✅ Veröffentlichen
staff-discard = 🗑 Verwerfen
staff-bring-back = ↩️ Zurückholen
staff-undo = ↩️ Rückgängig
staff-archive = 🗄 Ins Archiv
staff-archive-sure = Ins Archiv? Es verschwindet aus allen Listen und kann nicht mehr bestellt werden. Bestellungen behalten es, und es lässt sich zurückholen.
staff-archive-yes = 🗄 Ja, ins Archiv
staff-product-gone = Dieses Produkt gibt es nicht mehr.

staff-edit-name = 🏷 Name
staff-edit-text = 📄 Beschreibung
staff-edit-category = 🗂 Kategorie
staff-edit-place = ↕️ Platz
staff-edit-pictures = 🖼 Bilder
staff-edit-variants = 🧩 Varianten
staff-edit-summary =
    🗂 { $category }
    🖼 { $pictures ->
        [one] { $pictures } Bild
       *[other] { $pictures } Bilder
    } · 🧩 { $variants ->
        [one] { $variants } Variante
       *[other] { $variants } Varianten
    }
staff-text-none = —
staff-choose-category = 🗂 In welcher Kategorie steht es?
staff-categories-none = Es gibt noch keine Kategorie. Lege eine an: /categories
staff-place = ↕️ Nr. { $number } von { $of } in seiner Kategorie
staff-place-first = ⏫ An den Anfang
staff-place-up = 🔼 Nach oben
staff-place-down = 🔽 Nach unten
staff-place-last = ⏬ Ans Ende

staff-pictures = 🖼 Kunden sehen die Bilder in dieser Reihenfolge, das erste auch in Listen.
staff-pictures-none = 🖼 Es gibt noch kein Bild.
staff-picture-see = 🖼 Bild { $number } ansehen
staff-picture-lead = 🥇 Bild { $number } zuerst
staff-picture-drop = 🗑 Bild { $number } weg
staff-picture-add = ➕ Bilder hinzufügen
staff-picture-hint = Bitte antworte auf die Frage mit einem Bild, oder mit mehreren als Album.
staff-picture-large = Dieses Bild ist zu groß: höchstens 10 MB.
staff-picture-gone = Dieses Bild ist nicht mehr da.
staff-pictures-full = Es sind schon zehn Bilder. Nimm zuerst eines weg.

staff-variants = 🧩 Drücke eine Variante, um sie zu ändern. 🙈 heißt: Kunden sehen sie nicht.
staff-variant-head = { $code } · { $state }
staff-variant-add = ➕ Neue Variante
staff-variants-full = Mehr Varianten passen nicht auf eine Karte.

staff-ask-name = 🏷 { $who }, wie heißt { $number }? Antworte auf diese Nachricht mit höchstens 40 Zeichen. Ein Strich (-) nimmt diese Sprache weg.
staff-ask-name-hint = Der Name
staff-ask-text = 📄 { $who }, wie wird { $number } beschrieben? Antworte auf diese Nachricht mit höchstens 300 Zeichen. Ein Strich (-) nimmt diese Sprache weg.
staff-ask-text-hint = Die Beschreibung
staff-ask-pictures = 🖼 { $who }, bitte antworte auf diese Nachricht mit Bildern von { $number }: einem, oder mehreren als Album.
staff-ask-pictures-hint = Bilder anhängen
staff-ask-variant = 🧩 { $who }, wie heißt die neue Variante von { $number }? Zum Beispiel „Blau / 1 l“. Antworte auf diese Nachricht.
staff-ask-variant-hint = Zum Beispiel 100 g
staff-ask-label = 🧩 { $who }, wie heißt diese Variante von { $number }? Antworte auf diese Nachricht mit höchstens 40 Zeichen. Ein Strich (-) nimmt diese Sprache weg.
staff-ask-new = { $number }: { $who }, wie heißt es? Antworte auf diese Nachricht mit höchstens 40 Zeichen. Kunden sehen nichts, bevor du es veröffentlichst.
staff-too-long = Das ist zu lang: höchstens { $most } Zeichen. Bitte antworte noch einmal auf die Frage.
staff-name-last = Ein Name in einer Sprache muss bleiben.

staff-audit-category = Kategorie { $id }
staff-command-newproduct = Ein Produkt anlegen, Schritt für Schritt

staff-command-categories = Kategorien: anlegen, benennen, ordnen, verbergen
staff-categories = <b>🗂 Kategorien</b>
staff-categories-empty = Noch keine.
staff-category-line = { $name } · { $products ->
    [one] { $products } Produkt
   *[other] { $products } Produkte
}
staff-category = <b>{ $name }</b> · Kategorie { $id } · { $state }
staff-category-holds = 🛍 Produkte: { $products } · 🗄 im Archiv: { $archived } · 🗂 Kategorien darunter: { $below }
staff-to-categories = 🗂 Kategorien
staff-new-category = ➕ Neue Kategorie
staff-new-below = ➕ Kategorie darunter
staff-category-remove = 🗑 Entfernen
staff-category-remove-yes = 🗑 Ja, entfernen
staff-category-sure = Die Kategorie „{ $name }“ entfernen? Das lässt sich nicht rückgängig machen.
staff-category-full = Nicht entfernt, sie wird noch gebraucht. Produkte: { $products }, im Archiv: { $archived }, Kategorien darunter: { $below }, Gutscheincodes: { $promos }. Verschiebe sie zuerst, oder verbirg die Kategorie.
staff-categories-full = Nicht angelegt: Es sind so viele Kategorien, wie auf eine Tastatur passen, oder die darüber ist fort.
staff-ask-category = { $number }: { $who }, wie heißt sie? Antworte auf diese Nachricht mit höchstens 40 Zeichen.
