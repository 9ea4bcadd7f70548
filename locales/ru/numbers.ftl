# Как идут дела: статистика для группы сотрудников. В текстах графиков нет эмодзи: их нет в шрифте.

stats-command = Как идут дела: today, week, month или /stats 2026-11
stats-hint = Спросите так: /stats, /stats today, /stats month, /stats 2026-11 или два дня: /stats 2026-11-01 2026-11-24. Не больше года.
stats-days = { $first } – { $last }
stats-title = 📊 <b>{ $days }</b>
stats-revenue = 💰 Выручка: <b>{ $sum }</b>{ $growth }
stats-orders = 🧾 Заказы: <b>{ $count }</b>{ $growth }
stats-average = ⚖️ Средний чек: { $sum }{ $growth }
stats-buyers = 👥 Покупатели: { $count } (новые: { $new }, вернулись: { $returning })
stats-before = По сравнению с { $days }.
stats-before-so-far = По сравнению с { $days }, к тому же времени дня.
stats-nothing = Ничего не заказали.
stats-promos = 🎟 С промокодом: { $orders } из { $all }, { $sum }; скидка: { $discount }
stats-promo = { $code } · { $orders } × · { $sum } · −{ $discount }
stats-no-promos = 🎟 Заказов с промокодом не было.
stats-busiest = 🕒 Больше всего заказов: { $day }, { $from }–{ $until } ({ $count })
stats-visits = 👣 Визиты: <b>{ $count }</b>{ $growth }
stats-conversion = 🛍 Закончились заказом: <b>{ $share }</b> (раньше: { $before })
stats-visits-about = Визит — один покупатель за один день.
stats-view-sales = 📈 Продажи
stats-view-goods = 🏆 Товары
stats-view-hours = 🕒 Часы
stats-view-visitors = 👣 Визиты
stats-today = Сегодня
stats-week = 7 дней
stats-month = 30 дней

chart-revenue = Выручка, { $currency }
chart-orders = Заказы
chart-now = { $days }
chart-before = раньше: { $days }
chart-products = Лучшие товары
chart-product-amount = { $pieces } шт. · { $sum }
chart-nothing = Ничего не заказали.
chart-hours = Заказы по часам
chart-few = мало
chart-many = много
chart-funnel = Визиты
chart-reached-shop = Зашли в магазин
chart-reached-cart = Наполнили корзину
chart-reached-checkout = Начали оформление
chart-reached-order = Заказали
chart-buyers = Покупатели с заказом
chart-new = Новые: { $count }
chart-returning = Вернулись: { $count }

export-command = Таблицы: /export orders 2026-11
export-hint = Скажите, какая таблица: /export orders (заказы), /export customers (покупатели), /export products (каталог), /export stock (остатки). Книгой Excel вместо CSV: /export products xlsx. Заказы и покупатели — и за период: /export orders month, /export orders 2026-11-01 2026-11-24.
export-nothing = За это время выгружать нечего.
export-done = 📄 { $what }, строк: { $lines }
export-cut = ⚠️ Это самые новые; больше в таблицу не входит. Более ранние запросите за период, например /export orders 2026-11.
export-orders = Заказы
export-customers = Покупатели
export-products = Каталог
export-stock = Остатки

digest-title = 🌆 <b>Как прошёл день · { $day }</b>
digest-quiet = { $title } · заказов нет, новых посетителей: { $newcomers }
digest-newcomers = 🙋 Новые посетители: { $count }
digest-product = { $place }. { $name } · { $pieces } шт. · { $sum }
digest-waiting = { $count ->
        [one] ⏰ { $count } заказ ждёт, чтобы его приняли.
        [few] ⏰ { $count } заказа ждут, чтобы их приняли.
       *[other] ⏰ { $count } заказов ждут, чтобы их приняли.
    }
digest-accepted = { $count ->
        [one] 📦 { $count } заказ ждёт отправки.
        [few] 📦 { $count } заказа ждут отправки.
       *[other] 📦 { $count } заказов ждут отправки.
    }
staff-audit-export = таблица «{ $what }», строк
