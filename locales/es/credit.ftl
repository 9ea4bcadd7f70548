# El saldo en la tienda, para el equipo y para los clientes.

staff-patron-give = ➕ Abonar
staff-patron-take = ➖ Descontar
staff-patron-ledger = 📒 Movimientos
staff-credit = 📒 <b>Saldo de { $who }: { $sum }</b>
staff-credit-none = Todavía no hay movimientos.
staff-credit-line = { $at } · <b>{ $change }</b> · { $what }
staff-ask-give = ➕ { $who }, ¿cuánto saldo recibe { $number }, y por qué? Responde a este mensaje, por ejemplo: 5 el paquete llegó tarde. El cliente sabrá el importe; el motivo es para el equipo.
staff-ask-give-hint = 5 el paquete llegó tarde
staff-ask-take = ➖ { $who }, ¿cuánto saldo se le descuenta a { $number }, y por qué? Responde a este mensaje, por ejemplo: 5 abonado por error. El motivo es para el equipo.
staff-ask-take-hint = 5 abonado por error
staff-credit-refused = Necesito un importe y un motivo. Responde otra vez a la pregunta, por ejemplo: 5 el paquete llegó tarde
staff-credit-short = Sin cambios: solo hay { $sum } de saldo.
news-credit-given = 🎁 <b>{ $shop }</b> te ha abonado { $sum } de saldo. Se usará en tu próximo pedido.

button-keep-credit = 🎁 Guardar mi saldo
button-use-credit = 🎁 Pagar con mi saldo
total-credit = 🎁 Saldo en la tienda: −{ $sum }
total-to-pay = <b>A pagar: { $sum }</b>
confirm-paid = 🎁 Tu saldo lo cubre todo: no pagas nada al recibirlo.
change-credit = • Saldo en la tienda: { $to } en vez de { $from }
delete-credit = 🎁 Con ello pierdes tu saldo de { $sum }.
news-credit-back = 🎁 Vuelves a tener { $sum } de saldo.
staff-credit-used = 🎁 Saldo: −{ $sum }
staff-to-collect = <b>A cobrar: { $sum }</b>
staff-slip-credit = Saldo en la tienda
staff-slip-to-collect = A pagar
