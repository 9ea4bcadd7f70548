# Lo que el bot dice por sí mismo, fuera de las pantallas.

too-fast = Vas muy rápido. Espera un momento y continúa.
flooded = Fue más de lo que puedo leer a la vez y he dejado una parte sin leer. Espera un momento y dime otra vez qué necesitas.
banned = La tienda ya no acepta pedidos de esta cuenta. Si crees que es un error, contacta directamente con la tienda.
not-here = Aquí no funciona. Abre un chat privado con el bot.
trouble-technical = Problemas técnicos, inténtalo de nuevo más tarde. Lo que enviaste no se pierde.
trouble-unexpected = Algo ha salido mal. Envía /start e inténtalo de nuevo.

news-placed = 🧾 Pedido n.º { $number } recibido.
news-accepted = ✅ Pedido n.º { $number } aceptado. Lo estamos preparando.
news-shipped = 🚚 El pedido n.º { $number } está en camino.
news-ready = 🏬 El pedido n.º { $number } está listo. Ya puedes recogerlo.
news-delivered = 📦 Pedido n.º { $number } entregado. ¡Que lo disfrutes!
news-picked-up = 📦 Pedido n.º { $number } recogido. ¡Que lo disfrutes!
news-rejected = ❌ No podemos aceptar el pedido n.º { $number }. No tienes que pagar nada.
news-cancelled = ❌ Hemos tenido que cancelar el pedido n.º { $number }. No tienes que pagar nada.
news-tracking = Para seguirlo: { $text }
news-follow = 🔎 Seguir el paquete
news-reason = La tienda escribe: { $text }
news-open = Ver el pedido
news-reply = 💬 <b>{ $shop }</b> responde:
news-about = 💬 <b>{ $shop }</b> escribe sobre el pedido n.º { $number }:
amend-proposed = ✏️ <b>{ $shop }</b> propone un cambio en el pedido n.º { $number }:
amend-until = Nada cambia hasta que aceptes. La oferta vale hasta el { $until }.
amend-over = El cambio propuesto del pedido n.º { $number } ya no está en pie. Tu pedido queda como estaba.
news-answer = ✍️ Responder

inline-open = Abrir en la tienda
inline-price-from = desde { $price }

command-menu = Ver la tienda
command-cart = Tu carrito
command-orders = Tus pedidos
command-profile = Nombre, teléfono, direcciones
command-language = Elegir el idioma
command-notifications = Activar o desactivar novedades
command-support = Escribir a la tienda
command-help = Qué puede hacer el bot
command-cancel = Cancelar
command-delete-me = Borrar tus datos
news-back-in-stock = 🔔 <b>{ $name }</b> vuelve a estar disponible: { $price }.
button-open-product = 👀 Ver
