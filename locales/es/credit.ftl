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
