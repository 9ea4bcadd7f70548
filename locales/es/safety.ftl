# Protección de una tienda que cobra en la entrega: para el equipo y para los clientes.

staff-section-safety = 🛡 Seguridad
staff-section-safety-about = Para una tienda que cobra en la entrega: cuántos pedidos sin pagar puede tener abiertos un cliente a la vez, si el teléfono tiene que ser el de su propia cuenta de Telegram y a partir de cuántos pedidos no recogidos ya no se aceptan más. Sin tocar nada, no hay límites.
staff-setting-most-open = Pedidos abiertos por cliente
staff-setting-verified-phone = Solo teléfono compartido
staff-setting-no-shows = Rechazar tras no recogidos
staff-setting-no-limit = sin límite
staff-ask-limit = 🛡 { $who }, { $number }: ¿cuántos? Responde a este mensaje con un número del 1 al 99, por ejemplo: 3. Un guion (-) significa sin límite.
staff-ask-limit-hint = Por ejemplo 3
staff-limit-refused = Responde a la pregunta con un número del 1 al 99, por ejemplo: 3. Un guion (-) significa sin límite.

staff-not-collected = 🚫 No recogido
staff-not-collected-ask = <b>🚫 ¿Nadie se ha quedado con el pedido n.º { $number }?</b>
    Las unidades vuelven a la venta y se devuelve lo que usó el cliente (código, saldo). Se le avisa con amabilidad y queda anotado.
staff-not-collected-yes = 🚫 Sí, no recogido
staff-status-not-collected = 🚫 No recogido
staff-no-shows = 🚫 Pedidos no recogidos: { $count }
staff-clear-no-shows = 🧹 Olvidar los no recogidos
staff-no-shows-cleared = Ya no cuentan.
staff-ledger-back = ↩️ pedido { $number }, no recogido

reason-not-collected = No se recogió.
news-not-collected = 🏬 El pedido n.º { $number } no llegó a tus manos y ha vuelto a la tienda. No tienes que pagar nada. Si algo salió mal, escríbenos: /support
ask-phone-shared = 📱 Comparte tu número de teléfono con el botón de abajo. La tienda solo acepta pedidos con el número de tu propia cuenta de Telegram.
remark-phone-unshared = 📱 Usa el botón de abajo, por favor: la tienda necesita el número de tu propia cuenta de Telegram; escrito no vale.
remark-too-many-open = { $most ->
    [one] ⏳ Ya tienes un pedido en marcha. En cuanto lo recibas podrás pedir de nuevo; tu carrito se guarda.
   *[other] ⏳ Ya tienes { $most } pedidos en marcha. En cuanto recibas uno podrás pedir de nuevo; tu carrito se guarda.
}
remark-no-shows = 🙏 Algunos de tus pedidos no se recogieron, así que ahora no podemos aceptar otro por aquí. Escríbenos y buscamos una solución: /support
