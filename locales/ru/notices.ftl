# То, что бот говорит сам, вне экранов.

too-fast = Слишком быстро. Подождите немного и продолжайте.
flooded = Это больше, чем я могу прочитать сразу, и часть осталась непрочитанной. Подождите немного и напишите ещё раз, что вам нужно.
banned = Магазин больше не принимает заказы от этого аккаунта. Если это ошибка, свяжитесь с магазином напрямую.
not-here = Здесь это не работает. Откройте личный чат с ботом.
trouble-technical = Технические неполадки, попробуйте, пожалуйста, позже. Ваше сообщение не потеряется.
trouble-unexpected = Что-то пошло не так. Отправьте /start и попробуйте ещё раз.

news-placed = 🧾 Заказ № { $number } оформлен.
news-accepted = ✅ Заказ № { $number } принят. Мы его собираем.
news-shipped = 🚚 Заказ № { $number } в пути.
news-ready = 🏬 Заказ № { $number } готов. Его можно забрать.
news-delivered = 📦 Заказ № { $number } доставлен. Пользуйтесь с удовольствием!
news-picked-up = 📦 Заказ № { $number } получен. Пользуйтесь с удовольствием!
news-rejected = ❌ Мы не можем принять заказ № { $number }. Платить ничего не нужно.
news-cancelled = ❌ Нам пришлось отменить заказ № { $number }. Платить ничего не нужно.
news-tracking = Отследить: { $text }
news-follow = 🔎 Отследить посылку
news-reason = Магазин пишет: { $text }
news-open = Показать заказ
news-reply = 💬 <b>{ $shop }</b> отвечает:
news-about = 💬 <b>{ $shop }</b> пишет о заказе № { $number }:
amend-proposed = ✏️ <b>{ $shop }</b> предлагает изменить заказ № { $number }:
amend-until = Ничего не изменится, пока вы не согласитесь. Предложение действует до { $until }.
amend-over = Предложение изменить заказ № { $number } больше не действует. Заказ остаётся прежним.
news-answer = ✍️ Ответить

inline-open = Открыть в магазине
inline-price-from = от { $price }

command-menu = Каталог магазина
command-cart = Ваша корзина
command-orders = Ваши заказы
command-profile = Имя, телефон, адреса
command-language = Выбрать язык
command-notifications = Новости: включить или выключить
command-support = Написать в магазин
command-help = Что умеет бот
command-cancel = Отменить
command-delete-me = Удалить мои данные
news-back-in-stock = 🔔 <b>{ $name }</b> снова в наличии: { $price }.
button-open-product = 👀 Посмотреть
