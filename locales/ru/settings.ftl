# Что сотрудники читают о настройках, а клиенты — о решениях сотрудников.

staff-command-settings = Доставка, тексты, самовывоз, часы
staff-audit-setting = настройка «{ $name }»
staff-settings = <b>⚙️ Настройки магазина</b>
staff-settings-about = Всё, что вы здесь измените, действует сразу и для всех. Оформленные заказы не меняются.
staff-settings-back = ‹ Настройки
staff-section-shop = 🏷 Название и приветствие
staff-section-shop-about = То, что клиенты читают первым. Ваш текст стоит на стартовом экране под приветствием; если его нет, там короткий встроенный.
staff-section-delivery = 🚚 Доставка и самовывоз
staff-section-delivery-about = Сколько стоит доставка, с какой суммы она бесплатна, минимальный заказ и где можно забрать. ↺ возвращает значение из установки.
staff-setting-shop-name = Название
staff-setting-welcome = Приветствие { $language }
staff-setting-fee = Доставка
staff-setting-free-from = Бесплатно от
staff-setting-minimum = Минимальный заказ
staff-setting-pickup = Самовывоз
staff-setting-reset = ↺
staff-setting-preview = 👀 { $name }: клиенты прочтут это.
staff-setting-no-pickup = Самовывоза больше нет.
staff-setting-use = ✅ Применить
staff-setting-leave = ✖️ Оставить как было
staff-setting-done = Теперь действует.
staff-setting-left = Оставили как было.
staff-setting-overtaken = Кто-то уже это изменил. Вот что действует сейчас.
staff-setting-no-value = Такого значения у этой настройки больше не бывает.
staff-ask-amount = ✍️ { $who }, { $number }: сколько? Ответьте на это сообщение, например: 4.90
staff-ask-amount-or-none = ✍️ { $who }, { $number }: сколько? Ответьте на это сообщение, например: 50. Прочерк (-) — не задано.
staff-ask-amount-hint = Например 4.90
staff-ask-words = ✍️ { $who }, { $number }: ответьте на это сообщение новым текстом. Сначала вы его увидите, потом он начнёт действовать.
staff-ask-words-or-none = ✍️ { $who }, { $number }: ответьте на это сообщение новым текстом. Сначала вы его увидите, потом он начнёт действовать. Прочерк (-) — без него.
staff-ask-words-hint = Новый текст
staff-amount-refused = Такой суммы здесь быть не может. Ответьте на вопрос ещё раз, например: 4.90
staff-words-refused = Ответьте на вопрос текстом: для названия не больше 64 знаков, для адреса 200, для приветствия 1000. Например: Рыночная ул., 12, пн–пт 10–18

remark-no-pickup = Самовывоза больше нет. Оформите заказ ещё раз с доставкой.
