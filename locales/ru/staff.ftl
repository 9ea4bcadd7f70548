# То, что читает группа сотрудников.

staff-card = 🧾 <b>Заказ № { $number }</b> · { $status }
    { $at }
staff-line = { $quantity } × { $name } · { $sum }
staff-more-lines = { $count ->
        [one] … и ещё { $count } строка
        [few] … и ещё { $count } строки
       *[other] … и ещё { $count } строк
    }
staff-discount = Скидка { $code }: −{ $sum }
staff-promo-free-delivery = Код { $code }: бесплатная доставка
staff-delivery = Доставка: { $sum }
staff-total = <b>Итого: { $sum }</b>
staff-customer = 👤 { $who } · { $lang }
staff-phone = 📞 { $phone }
staff-address = 📍 { $address }
staff-map = <a href="{ $link }">🗺 Карта</a>
staff-pickup = 🏬 Самовывоз
staff-note = 📝 { $note }
staff-forgotten = 👤 Данные покупателя удалены по его просьбе.
staff-event = { $at } · { $status } · { $who }
staff-event-note = ↳ { $note }
staff-by-customer = покупатель
staff-by-system = автоматически

staff-status-placed = 🆕 Новый
staff-status-accepted = ✅ Принят
staff-status-shipped = 🚚 Отправлен
staff-status-ready = 🏬 Готов к выдаче
staff-status-delivered = 📦 Доставлен
staff-status-picked-up = 📦 Получен
staff-status-rejected = ❌ Отклонён
staff-status-cancelled = 🚫 Отменён

staff-accept = ✅ Принять
staff-reject = ❌ Отклонить
staff-cancel = 🚫 Отменить
staff-ship = 🚚 Отправлен
staff-ready = 🏬 Готов к выдаче
staff-deliver = 📦 Доставлен
staff-hand-over = 📦 Получен
staff-ship-tracking = ✍️ Другая служба
staff-ship-plain = 🚚 Без трек-номера
staff-back = ‹ Назад
staff-reason-out-of-stock = Нет в наличии
staff-reason-cannot-deliver = Туда не доставляем
staff-reason-no-contact = Не удалось связаться с покупателем
staff-reason-other = ✍️ Другое…
staff-cancel-ask = <b>🚫 Точно отменить заказ № { $number }?</b>
    Товары вернутся в продажу, промокод — покупателю, и мы сообщим ему причину. Выберите её:
staff-cancel-plain = Без причины

staff-ask-reason = ✍️ { $who }, почему отклоняется заказ { $number }? Ответьте на это сообщение; покупатель его прочтёт.
staff-ask-reason-hint = Причина
staff-ask-cancel = ✍️ { $who }, почему отменяется заказ { $number }? Ответьте на это сообщение; покупатель его прочтёт.
staff-ask-tracking = ✍️ { $who }, как покупателю отследить заказ { $number }? Ответьте на это сообщение номером или ссылкой.
staff-ask-tracking-hint = Трек-номер или ссылка
staff-ask-parcel = ✍️ { $who }, какой трек-номер у заказа { $number }? Ответьте на это сообщение; покупатель получит ссылку.
staff-ask-parcel-hint = Трек-номер
staff-parcel-hint = Это не похоже на трек-номер: в нём от 4 до 40 букв и цифр. Ответьте на вопрос ещё раз, например: 00340434161094
staff-answer-in-words = Ответьте словами, не длиннее 500 знаков, например: «DHL 00340434161094000000».

staff-only = Эти кнопки — для сотрудников магазина.
staff-unknown-button = Эта кнопка устарела. Отправьте /order и номер, чтобы получить новую карточку.
staff-unknown-command = Я не знаю такой команды. /help покажет все.
staff-no-order = Такого заказа нет.
staff-overtaken = Кто-то успел раньше: теперь заказ — «{ $status }».

staff-support = 💬 { $who } · { $lang } пишет. Ответьте на это сообщение.

staff-dead-letter = ⚠️ Сообщение покупателя не удалось обработать (обновление { $update }): { $cause }
staff-try-again = 🔁 Повторить
staff-drop = 🗑 Отбросить
staff-tried-again = Повторяем.
staff-dropped = Отброшено.
staff-letter-gone = С этим уже кто-то разобрался.

staff-broadcast-hint = Сначала напишите сообщение здесь, потом ответьте на него командой /broadcast. Ничего не отправится, пока вы не увидите, сколько человек его получат.
staff-broadcast-album = Альбом нельзя отправить одним сообщением. Ответьте на одну картинку или на текст.
staff-broadcast-draft = 📣 Отправить это сообщение покупателям?
staff-broadcast-sending = 📣 Отправляется
staff-broadcast-paused = ⏸ Приостановлено
staff-broadcast-done = ✅ Очередь дошла до всех
staff-broadcast-cancelled = ✖️ Отменено
staff-broadcast-to = Кому: { $segment }
staff-broadcast-audience = Получателей: { $count }
staff-broadcast-nobody = Здесь нет никого, кто доступен и хочет получать новости.
staff-broadcast-soon = Займёт не больше минуты.
staff-broadcast-minutes = Займёт около { $minutes } мин.
staff-broadcast-far = { $ended } из { $recipients }
staff-broadcast-sent = ✅ Отправлено: { $count }
staff-broadcast-unreachable = 🚫 Заблокировали бота: { $count }
staff-broadcast-skipped = 🔕 Больше не хотят новостей: { $count }
staff-broadcast-failed = ❌ Telegram отказал: { $count }
staff-broadcast-uncertain = ❔ Неизвестно: { $count } (ответ Telegram потерян; повторно не отправляется)
staff-broadcast-trouble = ⚠️ Telegram не принимает это сообщение. Его удалили? { $cause }
staff-broadcast-send = 📣 Отправить: { $count }
staff-broadcast-cancel = ✖️ Отменить
staff-broadcast-pause = ⏸ Пауза
staff-broadcast-resume = ▶️ Продолжить
staff-broadcast-moved-on = Кто-то успел раньше. На карточке видно, что сейчас.
staff-segment-everyone = Все
staff-segment-bought = Покупали за { $days } дн.
staff-segment-new = Ещё не покупали

staff-command-order = Показать заказ, например /order 12
staff-command-broadcast = Ответом на сообщение: отправить покупателям
staff-command-help = Что бот делает здесь
staff-order-hint = Отправьте номер заказа, например: /order 12
staff-help =
    Новые заказы приходят сюда карточками. Нажимайте кнопки по ходу заказа; покупатель каждый раз получит сообщение.

    Сюда же приходят вопросы покупателей: ответьте на них, и ваш ответ дойдёт до покупателя.

    /order 12 снова покажет карточку заказа.

    /orders — что открыто, /find Анна или /find 495 1234 найдёт заказ.

    /answers · готовые ответы; ответьте покупателю !имя, чтобы отправить

    /orders new — принять все новые заказы сразу, /orders packed — отправить все собранные.

    /products — что продаётся: цены, остатки, скрыть и показать. /products low — что заканчивается, /product 17 — один товар.

    Управляющим и владельцам ещё доступны:
    /newproduct, /categories · создать и изменить то, что продаётся
    /import · каталог файлом из электронной таблицы
    /customer @имя · кто это
    /stats, /export · как идут дела, в графиках и таблицах
    /promos · промокоды
    /settings · доставка, цены, часы, тексты
    /setup, /topics · чего не хватает этой группе, и её темы
    /staff, /audit · кто что может и кто что сделал
    /broadcast · всем покупателям или их части: напишите сообщение здесь и ответьте на него командой /broadcast

    /help покажет это ещё раз.

staff-not-allowed = Ваша роль здесь — «{ $role }», ей это недоступно. Владелец может изменить роль командой /staff.
staff-role-owner = Владелец
staff-role-manager = Управляющий
staff-role-packer = Сборщик
staff-role-support = Поддержка
staff-role-guest = 🚫 Нет доступа
staff-role-gone = не в группе
staff-role-default = Как в группе
staff-role-of-creator = Это создатель группы: всегда владелец.
staff-role-of-standing = Роль не назначена: администраторы группы — управляющие, остальные собирают заказы.
staff-role-given = Роль изменена.
staff-role-own = Свою роль никто не меняет. Попросите другого владельца.
staff-role-overtaken = Кто-то успел раньше. На карточке — нынешняя роль.
staff-roster = <b>👥 Кто здесь работает</b>
    Нажмите на имя, чтобы изменить роль. Найти человека: /staff @имя или ответьте на его сообщение командой /staff.
staff-roster-back = ‹ Все
staff-person = 👤 { $who }
    <b>{ $role }</b>
staff-nobody = Этого человека нет в группе. Сначала добавьте его, потом ответьте на его сообщение командой /staff.

staff-audit = <b>📜 Кто что сделал</b>
staff-audit-hint = Спросите так: /audit, /audit 12 (заказ), /audit p7 (товар), /audit @имя.
staff-audit-empty = Пока ничего.
staff-audit-line = { $at } · { $who } · { $what }: { $change }
staff-audit-order = заказ { $number }
staff-audit-product = товар { $id }
staff-audit-person = человек { $id }
staff-audit-broadcast = рассылка { $id }
staff-audit-update = обновление { $id }
staff-newest = « Новые
staff-older = Раньше ›
staff-product-shown = в продаже
staff-product-hidden = скрыт
staff-command-staff = Кто здесь работает и кем
staff-command-audit = Кто что сделал

staff-take = 🙋 Беру
staff-put-back = ↩️ Отдать
staff-pack = 📦 Собран
staff-unpack = ↩️ Разобрать
staff-annotate = 📝 Заметка
staff-taken = Теперь он ваш.
staff-taken-by = Этим занимается { $who }.
staff-put-back-done = Теперь заказ может взять кто-то другой.
staff-packed = 📦 Собран
staff-unpacked = Больше не собран.
staff-noted = 📝 Заметка
staff-done-already = Это уже сделано.
staff-card-taken = 🙋 { $who }
staff-card-note = 🗒 { $note }
staff-ask-note = ✍️ { $who }, что коллегам нужно знать о заказе { $number }? Ответьте на это сообщение; покупатель его не увидит.
staff-ask-note-hint = Заметка для коллег
staff-write = ✉️ Написать
staff-ask-write = ✉️ { $who }, что написать покупателю по заказу { $number }? Ответьте на это сообщение, можно и картинкой. Его ответ придёт сюда.
staff-ask-write-hint = Покупателю
staff-nobody-to-write-to = Не отправлено: покупатель удалил свои данные.
staff-slip = 🖨 Накладная
staff-slip-title = Заказ № { $number }
staff-slip-discount = Скидка { $code }
staff-slip-delivery = Доставка
staff-slip-total = Итого
staff-slip-pickup = Самовывоз
staff-slip-note = Примечание: { $note }
staff-slip-forgotten = Данные удалены
staff-link-brought = 🧾 Карточка заказа № { $number } теперь внизу группы сотрудников.
staff-link-open = Показать карточку
staff-amend = ✏️ Изменить
staff-amend-title = <b>✏️ Изменение заказа № { $number }</b>
staff-amend-draft = Ничего не изменится, пока покупатель не согласится. Он увидит, как было и как будет.
staff-amend-waits = ✏️ <b>Ждём ответа покупателя</b> · до { $until }
staff-amend-fee = 🚚 Цена доставки
staff-amend-propose = 📨 Спросить покупателя
staff-amend-discard = ✖️ Удалить черновик
staff-amend-withdraw = ✖️ Отозвать
staff-amend-proposed = Покупателю отправлен вопрос.
staff-amend-withdrawn = Отозвано. Заказ остаётся прежним.
staff-amend-over = Это (уже) невозможно. На карточке видно, как обстоят дела.
staff-amend-overtaken = Кто-то успел это изменить. Посмотрите ещё раз.
staff-amend-nothing = Пока ничего не изменено.
staff-amend-empty = В заказе ничего не останется. Чтобы отказаться от него, отмените заказ.
staff-amend-short = Столько нет: { $names }
staff-ask-fee = 🚚 { $who }, сколько будет стоить доставка заказа { $number }? Ответьте на это сообщение; покупателя мы спросим, когда вы отправите изменение.
staff-ask-fee-hint = Например, 12,50
staff-amend-fee-hint = Здесь это не сумма. Ответьте на вопрос ещё раз, например: 12,50
staff-amend-answered = <b>Заказ № { $number }</b> · { $what }
staff-amend-was-proposed = ✏️ Предложено изменение
staff-amend-was-agreed = ✅ Изменение принято
staff-amend-was-declined = ❌ Изменение отклонено
staff-amend-was-expired = ⌛ На изменение нет ответа
staff-amend-was-withdrawn = ✖️ Изменение отозвано
staff-amend-was-sold-out = 😔 Изменение принято, но товар уже раскупили
staff-order-waits = ⏰ Заказ № { $number } с { $since } ждёт, чтобы его приняли.
staff-orders = <b>🧾 Заказы</b> · { $what }
staff-orders-open = 📂 Открытые
staff-orders-none = Нет.
staff-orders-line = { $status } · { $number } · { $name } · { $sum } · { $at }
staff-age-minutes = { $count } мин
staff-age-hours = { $count } ч
staff-age-days = { $count } дн.
staff-accept-all = { $count ->
    [1] ✅ Принять его
   *[other] ✅ Принять все на этой странице: { $count }
}
staff-ship-all = { $count ->
    [1] 🚚 Отправить его
   *[other] 🚚 Отправить все на этой странице: { $count }
}
staff-accept-all-ask = { $count ->
    [1] <b>✅ Принять заказ { $numbers }?</b> Покупатель узнает об этом.
   *[other] <b>✅ Принять эти заказы ({ $count })?</b> Каждый покупатель узнает об этом.
        { $numbers }
}
staff-ship-all-ask = { $count ->
    [1] <b>🚚 Отправить заказ { $numbers }?</b> Без трек-номера; покупатель узнает об этом. Самовывоз станет готов к выдаче.
   *[other] <b>🚚 Отправить эти заказы ({ $count })?</b> Без трек-номера; каждый покупатель узнает об этом. Самовывоз станет готов к выдаче.
        { $numbers }
}
staff-batch-yes = ✅ Да
staff-batch-done = Сделано: { $done }. Не вышло: { $rest }.
staff-accept-all-done = <b>✅ Принято: { $done } из { $all }</b>
staff-ship-all-done = <b>🚚 Отправлено: { $done } из { $all }</b>
staff-batch-line = { $number } · { $status } · { $who }
staff-find-hint = Напишите, что искать: /find Анна, /find 495 1234, /find @имя, /find 2026-11-24.
staff-command-orders = Заказы: открытые или /orders new, /orders 2026-11-24
staff-command-find = Найти заказы по имени, телефону или @имени

staff-products = <b>🛍 Товары</b> · { $what }
staff-products-all = 📋 Все
staff-products-low = 🪫 Заканчиваются
staff-products-none = Нет.
staff-products-line = { $id } · { $name } · { $price } · можно продать { $available }
staff-products-back = ‹ Товары
staff-first = « В начало
staff-more = Дальше ›
staff-product = <b>{ $name }</b> · товар { $id } · { $state }
staff-variant = { $name } · { $price } · на полке { $shelf }, отложено { $reserved }
staff-ledger = { $at } · { $who } · { $code } { $change } → { $shelf }
staff-hide = 🙈 Скрыть
staff-show = 👁 Показать
staff-ask-price = 💶 { $who }, сколько теперь стоит { $number }? Ответьте на это сообщение. В сделанных заказах цена не изменится.
staff-ask-price-hint = Например, 12,50
staff-ask-stock = 📦 { $who }, сколько штук { $number }? Ответьте +5 или -2 и причину или сколько лежит на полке: =12
staff-ask-stock-hint = Например, +5 поставка
staff-price-hint = Здесь это не цена. Ответьте на вопрос ещё раз, например: 12,50
staff-stock-hint = Ответьте на вопрос так: +5 поставка, -2 разбились, =12 пересчёт.
staff-stock-reserved = Не изменено: для заказов отложено больше штук, чем осталось бы.
staff-command-products = Товары: цены, остатки, что в продаже

staff-patron-hint = Напишите, кто: /customer @имя, /customer +7 495 1234567 или номер в Telegram.
staff-patron-none = Такого покупателя я не знаю.
staff-patron-id = 🆔 { $id }
staff-patron-credit = 💳 На счёте: { $sum }
staff-patron-banned = ⛔️ Больше не обслуживается
staff-patron-served = Обслуживается
staff-patron-orders = <b>Последние заказы</b>
staff-patron-order = { $status } · { $number } · { $sum } · { $at }
staff-patron-ban = ⛔️ Больше не обслуживать
staff-patron-unban = ✅ Обслуживать снова
staff-command-customer = Кто этот покупатель и что заказывал
staff-patron-ban-really = ⛔️ Да, больше не обслуживать
staff-ask-patron-note = ✍️ { $who }, что коллегам стоит знать о { $number }? Ответьте на это сообщение; покупатель его не увидит. Один знак «-» убирает заметку.
staff-note-removed = Заметка убрана
staff-running-low = 🪫 <b>Заканчивается</b>
staff-running-low-line = { $id } · { $name } · осталось { $left }
