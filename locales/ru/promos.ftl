# Промокоды в группе сотрудников.

promos-command = Промокоды: что принесли, пауза, новые
promos = <b>🎟 Промокоды</b>
promos-none = Пока нет.
promos-none-such = Такого кода нет. Все коды: /promos.
promos-line = { $state } · <b>{ $code }</b> · { $benefit } · использован: { $uses }
promos-new = ➕ Новый код
promos-back = ‹ Все коды
promos-card = 🎟 <b>{ $code }</b> · { $state }
promos-running = ✅ Действует
promos-planned = 🗓 Запланирован
promos-paused = ⏸ На паузе
promos-over = ⌛️ Закончился
promos-used-up = 🔚 Исчерпан
promos-pause = ⏸ Пауза
promos-resume = ▶️ Продолжить
promos-benefit = Даёт: { $benefit }
promos-free-delivery = 🚚 доставка бесплатно
promos-from = С { $first }
promos-until = До { $last } включительно
promos-days = С { $first } по { $last }
promos-minimum = Для заказов от { $sum }
promos-most = { $count ->
        [one] Всего { $count } раз
        [few] Всего { $count } раза
       *[other] Всего { $count } раз
    }
promos-once-each = Каждый код — на один раз
promos-per-customer = { $count ->
        [one] { $count } раз на покупателя
        [few] { $count } раза на покупателя
       *[other] { $count } раз на покупателя
    }
promos-first-order = Только на первый заказ
promos-uses = Использован: { $uses }
promos-came = Заказы: { $orders } · { $sum } · скидка: { $discount }
promos-link = 🔗 Ссылка, которая сохранит код для заказа: { $link }
promos-links-in-file = 🔗 Ссылка с одним из кодов: t.me/yourbot?start=promo_КОД
promos-send-codes = 📄 Коды таблицей
promos-codes = { $count ->
        [one] 📄 { $count } код
        [few] 📄 { $count } кода
       *[other] 📄 { $count } кодов
    }
promos-draft = 🎟 <b>Новый код</b>
promos-draft-name = новый код
promos-draft-gone = Этот черновик закончен или отменён. Новый: /promos new.
promos-choose-kind = Что он даёт?
promos-goes-on = Ещё не всё известно. Ответьте на вопрос ниже или нажмите кнопку.
promos-preview = <b>{ $code }</b>
promos-holds-not-yet = Код ещё не действует. Поправьте, что нужно, и нажмите «Создать».
promos-make = ✅ Создать
promos-drop = 🗑 Отменить
promos-dropped = Отменено.
promos-made = Теперь код действует.
promos-taken = Такой код уже есть. Выберите другой.
promos-kind-percent = −%
promos-kind-fixed = −сумма
promos-set-value = Сколько
promos-set-code = Код
promos-set-days = 🗓 Дни
promos-set-minimum = Мин. заказ
promos-set-uses = Всего раз
promos-set-each = На покупателя
promos-set-series = Много одноразовых
promos-for-first = Только первый заказ
promos-for-all = Не только первый заказ
promos-set-scope = 🎯 На что действует
promos-everything = Всё
promos-applies-to-everything = 🎯 Действует на всё
promos-applies-to = 🎯 Действует на: { $what }
promos-for-orders-with = 🎯 Нужно в заказе: { $what }
promos-categories = { $count ->
        [one] { $count } категория
        [few] { $count } категории
       *[other] { $count } категорий
    }
promos-products = { $count ->
        [one] { $count } товар
        [few] { $count } товара
       *[other] { $count } товаров
    }
promos-nothing-on-sale = ⚠️ Сейчас из этого ничего не продаётся, поэтому код никому не подойдёт.
promos-removed = ❓ удалено
promos-scope = 🎯 <b>На что действует { $code }</b>
    Сейчас: { $now }
promos-scope-how = Отметьте категории: каждая считается вместе со всем, что в ней. Отдельные товары ищутся по названию.
promos-scope-at-once = Изменение действует сразу. Кто уже оформляет заказ с этим кодом, узнает об этом до заказа.
promos-add-product = 🔎 Добавить товар
promos-to-code = ‹ К коду
promos-scope-last = Это последнее, что осталось. Сначала отметьте другое или нажмите «Всё».
promos-scope-full = Код может действовать не больше чем на { $most } категорий и товаров. Категория считается вместе со всем, что в ней.
promos-scope-gone = Какой-то категории или товара отсюда больше нет. Загляните в «🎯 На что действует» и попробуйте ещё раз.
promos-widen = Пусть <b>{ $code }</b> действует на всё в магазине? Сейчас: { $now }
promos-widen-yes = 🎯 Да, на всё
promos-ask-product = 🔎 { $who }, на какой товар действует { $number }? Ответьте частью названия.
promos-ask-product-hint = Например, кружка
promos-no-such-product = Такого товара не нашлось. Ответьте на вопрос одним словом из названия.
promos-which-product = Какой из них?
promos-more-products = Есть и другие. Чтобы найти их, ответьте на вопрос более полным названием.
promos-ask-value = ✍️ { $who }, сколько снимает { $number }? Ответьте на это сообщение.
promos-ask-value-hint = Например, 10
promos-ask-code = ✍️ { $who }, как называется { $number }? От 4 до 20 знаков: латинские буквы A–Z, цифры, дефис. Ответьте на это сообщение.
promos-ask-code-hint = Например, SPRING10
promos-ask-days = 🗓 { $who }, когда действует { $number }? Ответьте последним днём или первым и последним: 2026-12-01 2026-12-24. «-» — всегда.
promos-ask-days-hint = 2026-12-01 2026-12-24
promos-ask-minimum = ✍️ { $who }, от какой суммы товаров действует { $number }? Ответьте суммой; «-» — от любой.
promos-ask-minimum-hint = Например, 30
promos-ask-uses = ✍️ { $who }, сколько раз всего можно использовать { $number }? Ответьте числом; «-» — без ограничения.
promos-ask-uses-hint = Например, 100
promos-ask-each = ✍️ { $who }, сколько раз один покупатель может использовать { $number }? Ответьте числом; «-» — без ограничения.
promos-ask-each-hint = Например, 1
promos-ask-series = ✍️ { $who }, сколько одноразовых кодов вместо одного ({ $number })? До 1000; «-» — один код для всех.
promos-ask-series-hint = Например, 200
promos-not-a-percentage = Ответьте на вопрос числом процентов от 1 до 100, например: 10
promos-not-an-amount = Ответьте на вопрос суммой, например: 5,50
promos-not-a-code = В коде от 4 до 20 знаков: латинские буквы A–Z, цифры, дефис, например: SPRING10. Ответьте на вопрос ещё раз.
promos-prefix-too-long = Начало одноразовых кодов — не длиннее 11 знаков. Ответьте на вопрос ещё раз.
promos-not-days = Ответьте на вопрос так: 2026-12-24 или 2026-12-01 2026-12-24
promos-in-the-past = Эти дни прошли, или последний раньше первого. Ответьте на вопрос ещё раз.
promos-not-a-number = Ответьте на вопрос числом от { $least } до { $most }.
staff-audit-promo = промокод
staff-audit-promo-code = промокод { $code }
