# Schutz für einen Laden, der bei Erhalt bezahlt wird: für die Mitarbeiter und für Kunden.

staff-section-safety = 🛡 Sicherheit
staff-section-safety-about = Für einen Laden, der bei Erhalt bezahlt wird: wie viele unbezahlte Bestellungen jemand gleichzeitig offen haben darf, ob die Telefonnummer die des eigenen Telegram-Kontos sein muss, und ab wie vielen nicht abgeholten Bestellungen du keine mehr annimmst. Solange du nichts einstellst, gilt keine Grenze.
staff-setting-most-open = Offene Bestellungen pro Kunde
staff-setting-verified-phone = Nur geteilte Telefonnummer
staff-setting-no-shows = Ablehnen nach nicht abgeholten
staff-setting-no-limit = keine Grenze
staff-ask-limit = 🛡 { $who }, { $number }: wie viele? Antworte auf diese Nachricht mit einer Zahl von 1 bis 99, zum Beispiel: 3. Ein Strich (-) heißt: keine Grenze.
staff-ask-limit-hint = Zum Beispiel 3
staff-limit-refused = Antworte bitte auf die Frage mit einer Zahl von 1 bis 99, zum Beispiel: 3. Ein Strich (-) heißt: keine Grenze.

staff-not-collected = 🚫 Nicht abgeholt
staff-not-collected-ask = <b>🚫 Hat niemand Bestellung Nr. { $number } angenommen?</b>
    Die Ware geht zurück in den Verkauf, und was dafür eingesetzt wurde (Code, Guthaben), kommt zurück. Der Kunde wird höflich informiert, und es wird ihm angerechnet.
staff-not-collected-yes = 🚫 Ja, nicht abgeholt
staff-status-not-collected = 🚫 Nicht abgeholt
staff-no-shows = 🚫 Nicht abgeholte Bestellungen: { $count }
staff-clear-no-shows = 🧹 Nicht Abgeholtes vergessen
staff-no-shows-cleared = Es zählt nicht mehr.
staff-ledger-back = ↩️ Bestellung { $number }, nicht abgeholt

reason-not-collected = Sie wurde nicht abgeholt.
news-not-collected = 🏬 Bestellung Nr. { $number } hat dich nicht erreicht und ist zurück im Laden. Du musst nichts bezahlen. Ist etwas schiefgegangen? Schreib uns einfach: /support
ask-phone-shared = 📱 Bitte teile deine Telefonnummer mit dem Knopf unten. Der Laden nimmt Bestellungen nur mit der Nummer deines eigenen Telegram-Kontos an.
remark-phone-unshared = 📱 Bitte nutze den Knopf unten: Der Laden braucht die Nummer deines eigenen Telegram-Kontos, eine getippte reicht nicht.
remark-too-many-open = { $most ->
    [one] ⏳ Du hast schon eine offene Bestellung. Sobald sie bei dir ist, kannst du wieder bestellen; dein Warenkorb bleibt.
   *[other] ⏳ Du hast schon { $most } offene Bestellungen. Sobald eine davon bei dir ist, kannst du wieder bestellen; dein Warenkorb bleibt.
}
remark-no-shows = 🙏 Einige deiner Bestellungen wurden nicht abgeholt, deshalb können wir hier gerade keine weitere annehmen. Schreib uns, wir finden einen Weg: /support
