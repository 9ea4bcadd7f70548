language-name = 🇷🇺 Русский

button-home = 🏠 В начало
button-catalog = 🛍 Каталог
button-cart = 🛒 Корзина
button-cart-pieces = 🛒 Корзина ({ $pieces })
button-orders = 📦 Мои заказы
button-profile = 👤 Профиль
button-languages = 🌐 Язык
button-notifications = 🔔 Новости
button-notifications-on = 🔔 Получать новости
button-notifications-off = 🔕 Без новостей
button-support = 💬 Написать нам
button-help = ❓ Помощь
button-back = ‹ Назад
button-order = Заказать
button-tell-me = 🔔 Сообщить о поступлении
button-add = В корзину: { $pieces } шт. · { $sum }
button-checkout = ✅ Оформить · { $sum }
button-empty-cart = 🗑 Очистить
button-continue = ‹ К покупкам
button-keep = ✓ { $value }
button-keep-phone = ✓ Оставить мой номер
button-share-phone = 📱 Отправить мой номер
button-share-location = 📍 Отправить геопозицию
button-delivery = 🚚 Доставка
button-pickup = 🏬 Самовывоз
button-no-note = Без комментария ›
button-no-promo = Без промокода ›
button-confirm = ✅ Заказать · { $sum }
button-change-delivery = ✏️ Доставка
button-change-promo = ✏️ Промокод
button-change-name = ✏️ Имя
button-change-phone = ✏️ Телефон
button-change-note = ✏️ Комментарий
button-to-cart = ‹ Корзина
button-my-order = 📦 Мой заказ
button-cancel-order = Отменить заказ
button-cancel-yes = Да, отменить
button-cancel-no = Нет, оставить
button-amend-agree = ✅ Согласиться · { $sum }
button-amend-decline = ✖️ Оставить как было
button-reorder = 🔁 Повторить
button-edit-name = ✏️ Имя
button-edit-phone = ✏️ Телефон
button-delete-me = Удалить мои данные
button-delete-yes = Да, удалить всё
button-delete-no = Нет, оставить

home-greeting = 👋 Здравствуйте, { $name }! Добро пожаловать в <b>{ $shop }</b>.
home-hint = Откройте каталог или просто напишите, что вы ищете.
help =
    <b>Как заказать в { $shop }</b>

    1. Выберите товар в каталоге или напишите слово для поиска.
    2. Укажите количество и положите товар в корзину.
    3. Оформите заказ: адрес, промокод, если он есть, и подтверждение.

    О каждом шаге мы напишем сюда. /orders покажет, где заказ, /support свяжет с человеком, /notifications включает и выключает наши новости.
support-ask = 💬 Напишите ваш вопрос, можно с фото. Ответим прямо здесь.

catalog-top = <b>Каталог</b>
    Что вам показать?
catalog-empty = В каталоге пока пусто. Загляните чуть позже.
category = <b>{ $name }</b>
category-empty = <b>{ $name }</b>
    Здесь пока ничего нет.
category-gone = Такого раздела больше нет.
search-found = 🔎 Нашлось по запросу «{ $words }»:
search-nothing = 🔎 По запросу «{ $words }» ничего нет. Попробуйте другое слово или загляните в каталог.
entry = { $name } · { $price }
entry-from = { $name } · от { $price }
entry-sold-out = { $name } · нет в наличии

product-name = <b>{ $name }</b>
product-price = <b>{ $price }</b>
product-price-from = от <b>{ $price }</b>
product-variant = { $option }
product-choose = Какой вариант?
stock-none = Нет в наличии
stock-few = { $left ->
    [one] Осталась всего { $left } штука
    [few] Осталось всего { $left } штуки
   *[other] Осталось всего { $left } штук
}
stock-plenty = Есть в наличии
quantity-ask = Сколько? Нажимайте − и + или напишите число.

cart-title = 🛒 <b>Ваша корзина</b>
cart-empty = 🛒 Корзина пуста. Давайте что-нибудь выберем.
line = { $name }
    { $quantity } × { $price } = <b>{ $sum }</b>
cart-line-fewer = ⚠️ Осталось только { $left }, вы хотели { $wanted }
cart-line-price = ⚠️ Было { $from }, стало { $to }
cart-line-gone = ✖️ { $name }: закончилось
cart-sum = Итого: <b>{ $sum }</b>
cart-minimum = Заказы принимаем от { $minimum }.
cart-free-delivery = Ещё { $missing } — и доставка бесплатно.

ask-name = 👤 На чьё имя заказ? Напишите имя.
ask-phone = 📱 По какому номеру с вами связаться? Нажмите кнопку или напишите: +7 916 123-45-67
ask-method = Как вам удобнее получить заказ?
method-delivery = 🚚 Доставка: { $fee }
method-delivery-free = 🚚 Доставка: { $fee }, бесплатно от { $from }
method-pickup = 🏬 Самовывоз: { $place }
ask-address = 📍 Куда привезти? Отправьте геопозицию или напишите адрес: город, улица, дом.
ask-address-saved = 📍 Куда привезти? Выберите адрес или напишите новый. Можно отправить и геопозицию (📎).
ask-note = 📝 Что-нибудь ещё? Домофон, этаж, пожелание. Напишите или идём дальше.
ask-promo = 🎟 Есть промокод? Напишите его или идём дальше.
confirm-title = 🧾 <b>Ваш заказ</b>
confirm-payment = 💵 Оплата при получении: наличными или переводом.
total-subtotal = Товары: { $sum }
total-discount = Промокод { $code }: −{ $sum }
total-promo-free-delivery = Промокод { $code }: бесплатная доставка
total-delivery = Доставка: { $sum }
total-delivery-free = Доставка: бесплатно
total = <b>Итого: { $sum }</b>
detail-name = 👤 { $name }
detail-phone = 📱 { $phone }
detail-address = 📍 { $address }
detail-pickup = 🏬 Самовывоз: { $place }
detail-note = 📝 { $note }

placed = 🎉 <b>Спасибо! Заказ № { $number } оформлен.</b>
    Итого: { $sum }

    Мы уже смотрим его и напишем сюда, как только будут новости.
orders-title = 📦 <b>Ваши заказы</b>
orders-none = 📦 Заказов пока нет.
orders-entry = { $icon } № { $number } · { $day } · { $sum }
order-title = 📦 <b>Заказ № { $number }</b>
status-placed = 🕓 Оформлен
status-accepted = 👍 Принят в работу
status-shipped = 🚚 В пути
status-delivered = ✅ Доставлен
status-ready = 🏬 Можно забрать
status-picked-up = ✅ Получен
status-rejected = ✖️ Отклонён
status-cancelled = ✖️ Отменён
timeline = { $at } · { $status }
timeline-note = <i>{ $note }</i>
reason-out-of-stock = К сожалению, что-то из заказа всё-таки закончилось.
reason-cannot-deliver = К сожалению, туда мы не доставляем.
reason-no-contact = Не получилось с вами связаться.
cancel-ask = Точно отменить заказ № { $number }?
amend-asked = <b>✏️ Магазин предлагает изменить заказ:</b>
amended-proposed = ✏️ Предложено изменение
amended-agreed = ✏️ Изменён
amended-declined = ✏️ Изменение отклонено
amended-expired = ✏️ Срок изменения истёк
amended-withdrawn = ✏️ Изменение отозвано
amended-sold-out = ✏️ Не изменён: товара больше нет

profile-title = 👤 <b>Ваш профиль</b>
profile-no-phone = пока не указан
profile-language = 🌐 { $language }
profile-credit = 💰 На вашем счёте: { $sum }
profile-addresses = Сохранённые адреса: нажмите, чтобы забыть.
ask-new-name = 👤 Сейчас: { $name }. Напишите новое имя.
languages-title = 🌐 На каком языке нам говорить?
notifications-on = 🔔 Вы получаете здесь новости и предложения. Сообщения о ваших заказах приходят всегда.
notifications-off = 🔕 Вы не получаете новости и предложения. Сообщения о ваших заказах приходят всегда.
delete-ask = ⚠️ Удалить имя, телефон, адреса и корзину? Заказы, которые ещё не приняты, будут отменены. Вернуть ничего не получится.

remark-stale = Эта кнопка из старого сообщения. Мы вот здесь:
remark-edited = Правок я не вижу. Отправьте, пожалуйста, новым сообщением.
remark-unknown-command = Такой команды нет. /help покажет, что я умею.
remark-unknown-link = Эта ссылка больше никуда не ведёт. Зато есть на что посмотреть:
remark-nothing-to-cancel = Отменять нечего.
remark-checkout-left = Оформление прервано. Корзина на месте.
remark-left = Хорошо, ничего не меняем.
remark-resumed = На чём мы остановились? Корзина цела, вот она:
remark-added = { $pieces ->
    [one] ✅ В корзине.
    [few] ✅ В корзине: { $pieces } штуки.
   *[other] ✅ В корзине: { $pieces } штук.
}
remark-only-left = { $incart ->
    [0] ⚠️ Осталось только { $left }.
   *[other] ⚠️ Осталось только { $left }, и { $incart } уже в вашей корзине.
}
remark-quantity-range = { $most ->
    [1] Есть только одна штука.
   *[other] Пожалуйста, число от 1 до { $most }.
}
remark-product-gone = Этот товар больше не продаётся.
remark-sold-out = Сейчас закончилось, извините.
remark-will-tell = 🔔 Напишем сюда, как только товар снова появится.
remark-cart-emptied = Корзина теперь пуста.
remark-empty-cart = Корзина пуста.
remark-all-sold-out = 😔 Пока вы оформляли заказ, всё из корзины раскупили. Ничего не заказано.
remark-cart-full = В корзине { $most } разных товаров, больше в один заказ не помещается. Уберите что-нибудь или сначала оформите этот заказ.
remark-below-minimum = Заказы принимаем от { $minimum }: не хватает { $missing }.
remark-address-gone = Этот адрес уже не сохранён. Напишите его, пожалуйста.
remark-not-a-code = В промокоде от 4 до 20 латинских букв и цифр, например WELCOME10.
remark-promo-kept = 🎟 Промокод { $code } сохранён для вашего заказа.
remark-changed = ⚠️ <b>Пока мы говорили, кое-что изменилось.</b> Проверьте и подтвердите ещё раз:
remark-order-cancelled = Заказ отменён.
remark-change-agreed = ✅ Заказ изменён.
remark-change-declined = Заказ остаётся прежним.
remark-change-sold-out = 😔 Кто-то успел раньше: столько уже нет. Заказ остаётся прежним.
remark-change-over = Это предложение больше не действует. Вот ваш заказ.
remark-order-unknown = Не нахожу такого заказа.
remark-order-is = Этот заказ сейчас: { $status }
remark-reordered = ✅ Всё снова в корзине.
remark-reordered-without = ✅ Снова в корзине. Нет или не хватает: { $names }
remark-saved = ✅ Сохранено.
remark-language-set = ✅ Теперь говорим по-русски.
remark-broadcasts-on = 🔔 Теперь вы снова получаете новости и предложения.
remark-broadcasts-off = 🔕 Новостей и предложений больше не будет. Вернуть их: /notifications.
remark-support-sent = ✅ Отправлено. Ответим здесь.
remark-forgotten = ✅ Всё удалено.

hint-browse = Прочитать это я не могу, но умею искать: напишите слово, например «чай».
hint-quantity = Напишите количество числом, например 2.
hint-name = Напишите имя, например Анна Смирнова.
hint-phone = Отправьте номер кнопкой или напишите, например +7 916 123-45-67.
hint-method = Выберите кнопкой: доставка или самовывоз.
hint-address = Напишите адрес, например: Москва, ул. Лесная, 1. Или отправьте геопозицию.
hint-note = Напишите комментарий словами или идём дальше без него.
hint-promo = Напишите промокод, например WELCOME10, или идём дальше без него.
hint-confirm = Проверьте заказ и нажмите кнопку.
hint-support = Напишите ваш вопрос или отправьте фото.
invalid-phone = Не похоже на номер телефона. С кодом страны, например +7 916 123-45-67.
invalid-too-long = Слишком длинно. Пожалуйста, короче.

promo-unknown = Такого промокода нет. Может быть, опечатка?
promo-not-yet = Промокод заработает { $from }.
promo-expired = Срок промокода истёк.
promo-below-minimum = Промокод действует от { $minimum }.
promo-used-up = Этот промокод уже разобрали.
promo-already-used = Вы уже использовали этот промокод.
promo-first-order = Этот промокод только для первого заказа.
promo-nothing-covered = Этот промокод не для того, что в вашей корзине.
promo-no-effect = Доставка и так бесплатная: приберегите код на другой раз.

change-price = • { $name }: { $to } вместо { $from }
change-quantity = • { $name }: { $to } вместо { $from }
change-gone = • { $name }: закончилось
change-removed = • { $name }: убрано из заказа
change-total = <b>Итого: { $to } вместо { $from }</b>
change-promo = • Промокод больше не действует.
change-discount = • Скидка: { $to } вместо { $from }
change-delivery = • Доставка: { $to } вместо { $from }

