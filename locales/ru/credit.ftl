# Деньги на счёте покупателя: для сотрудников и для покупателей.

staff-patron-give = ➕ Зачислить
staff-patron-take = ➖ Списать
staff-patron-ledger = 📒 История счёта
staff-credit = 📒 <b>Счёт: { $who } · { $sum }</b>
staff-credit-none = Пока ничего не менялось.
staff-credit-line = { $at } · <b>{ $change }</b> · { $what }
staff-ask-give = ➕ { $who }, сколько зачислить на счёт ({ $number }) и почему? Ответьте на это сообщение, например: 5 посылка опоздала. Покупатель узнает сумму; причина — только для коллег.
staff-ask-give-hint = 5 посылка опоздала
staff-ask-take = ➖ { $who }, сколько списать со счёта ({ $number }) и почему? Ответьте на это сообщение, например: 5 зачислено по ошибке. Причина — только для коллег.
staff-ask-take-hint = 5 зачислено по ошибке
staff-credit-refused = Нужны сумма и причина. Ответьте на вопрос ещё раз, например: 5 посылка опоздала
staff-credit-short = Не списано: на счёте только { $sum }.
news-credit-given = 🎁 <b>{ $shop }</b> дарит вам { $sum }: они на вашем счёте и зачтутся в следующем заказе.

button-keep-credit = 🎁 Оставить на счёте
button-use-credit = 🎁 Оплатить со счёта
total-credit = 🎁 С вашего счёта: −{ $sum }
total-to-pay = <b>К оплате: { $sum }</b>
confirm-paid = 🎁 Заказ целиком оплачен с вашего счёта: при получении платить не нужно.
change-credit = • С вашего счёта: { $to } вместо { $from }
delete-credit = 🎁 Деньги на счёте, { $sum }, при этом пропадут.
news-credit-back = 🎁 { $sum } снова на вашем счёте.
staff-to-collect = <b>К получению: { $sum }</b>
staff-credit-used = 🎁 Со счёта: −{ $sum }
staff-slip-credit = Со счёта
staff-slip-to-collect = К оплате
