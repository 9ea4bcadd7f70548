# Wie es dem Laden geht: Statistik für die Mitarbeitergruppe. Texte der Diagramme haben keine Emojis: ihre Schrift hat keine.

stats-command = Wie der Laden läuft: today, week, month oder /stats 2026-11
stats-hint = Bitte frag so: /stats, /stats today, /stats month, /stats 2026-11 oder zwei Tage: /stats 2026-11-01 2026-11-24. Höchstens ein Jahr.
stats-days = { $first } – { $last }
stats-title = 📊 <b>{ $days }</b>
stats-revenue = 💰 Umsatz: <b>{ $sum }</b>{ $growth }
stats-orders = 🧾 Bestellungen: <b>{ $count }</b>{ $growth }
stats-average = ⚖️ Durchschnitt: { $sum }{ $growth }
stats-buyers = 👥 Kunden: { $count } (neu: { $new }, wiedergekommen: { $returning })
stats-before = Verglichen mit { $days }.
stats-before-so-far = Verglichen mit { $days }, bis zur selben Uhrzeit.
stats-nothing = Es wurde nichts bestellt.
stats-promos = 🎟 Mit Gutscheincode: { $orders } von { $all } Bestellungen, { $sum }; Rabatt: { $discount }
stats-promo = { $code } · { $orders } × · { $sum } · −{ $discount }
stats-no-promos = 🎟 Keine Bestellung mit Gutscheincode.
stats-busiest = 🕒 Die meisten Bestellungen: { $day }, { $from }–{ $until } ({ $count })
stats-visits = 👣 Besuche: <b>{ $count }</b>{ $growth }
stats-conversion = 🛍 Endeten mit einer Bestellung: <b>{ $share }</b> (davor: { $before })
stats-visits-about = Ein Besuch ist ein Kunde an einem Tag.
stats-view-sales = 📈 Umsatz
stats-view-goods = 🏆 Produkte
stats-view-hours = 🕒 Uhrzeiten
stats-view-visitors = 👣 Besuche
stats-today = Heute
stats-week = 7 Tage
stats-month = 30 Tage

chart-revenue = Umsatz, { $currency }
chart-orders = Bestellungen
chart-now = { $days }
chart-before = davor: { $days }
chart-products = Beste Produkte
chart-product-amount = { $pieces } Stk. · { $sum }
chart-nothing = Es wurde nichts bestellt.
chart-hours = Bestellungen nach Uhrzeit
chart-few = wenige
chart-many = viele
chart-funnel = Besuche
chart-reached-shop = Im Laden gewesen
chart-reached-cart = Etwas in den Warenkorb gelegt
chart-reached-checkout = Kasse begonnen
chart-reached-order = Bestellt
chart-buyers = Kunden mit Bestellung
chart-new = Neu: { $count }
chart-returning = Wiedergekommen: { $count }

export-command = Tabellen: /export orders 2026-11
export-hint = Bitte sag, welche Tabelle: /export orders (Bestellungen), /export customers (Kunden), /export products (Sortiment), /export stock (Bestand). Als Arbeitsmappe statt CSV: /export products xlsx. Bestellungen und Kunden auch eines Zeitraums: /export orders month, /export orders 2026-11-01 2026-11-24.
export-nothing = Aus dieser Zeit gibt es nichts zu exportieren.
export-done = 📄 { $what }, Zeilen: { $lines }
export-cut = ⚠️ Das sind die neuesten; mehr fasst eine Tabelle nicht. Ältere bekommst du mit einem Zeitraum, zum Beispiel /export orders 2026-11.
export-orders = Bestellungen
export-customers = Kunden
export-products = Sortiment
export-stock = Bestand

digest-title = 🌆 <b>So war der Tag · { $day }</b>
digest-quiet = { $title } · keine Bestellungen, neue Besucher: { $newcomers }
digest-newcomers = 🙋 Neue Besucher: { $count }
digest-product = { $place }. { $name } · { $pieces } Stk. · { $sum }
digest-waiting = { $count ->
        [one] ⏰ Eine Bestellung wartet darauf, angenommen zu werden.
       *[other] ⏰ { $count } Bestellungen warten darauf, angenommen zu werden.
    }
digest-accepted = { $count ->
        [one] 📦 Eine Bestellung wartet auf den Versand.
       *[other] 📦 { $count } Bestellungen warten auf den Versand.
    }
staff-audit-export = Tabelle „{ $what }“, Zeilen
