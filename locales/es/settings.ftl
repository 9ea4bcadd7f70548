# Lo que el equipo lee de los ajustes, y los clientes de lo que el equipo decidió.

staff-command-settings = Envío, textos, recogida, horario
staff-audit-setting = ajuste «{ $name }»
staff-settings = <b>⚙️ Ajustes de la tienda</b>
staff-settings-about = Lo que cambies aquí vale enseguida y para todos. Los pedidos ya hechos se quedan como están.
staff-settings-back = ‹ Ajustes
staff-section-shop = 🏷 Nombre y bienvenida
staff-section-shop-about = Lo primero que leen los clientes. Tu texto va en la pantalla de inicio, debajo del saludo; si no hay ninguno, aparece uno breve incluido.
staff-section-delivery = 🚚 Envío y recogida
staff-section-delivery-about = Cuánto cuesta el envío, desde qué importe es gratis, el pedido mínimo y dónde se puede recoger. ↺ devuelve el valor de la instalación.
staff-setting-shop-name = Nombre
staff-setting-welcome = Bienvenida { $language }
staff-setting-fee = Envío
staff-setting-free-from = Gratis desde
staff-setting-minimum = Pedido mínimo
staff-setting-pickup = Recogida
staff-setting-reset = ↺
staff-setting-preview = 👀 { $name }: los clientes leerán esto.
staff-setting-no-pickup = Ya no se ofrece recogida.
staff-setting-use = ✅ Usarlo
staff-setting-leave = ✖️ Dejarlo como estaba
staff-setting-done = Ya vale.
staff-setting-left = Se queda como estaba.
staff-setting-overtaken = Alguien lo ha cambiado entretanto. Esto es lo que vale ahora.
staff-setting-no-value = Ese valor ya no sirve para este ajuste.
staff-ask-amount = ✍️ { $who }, { $number }: ¿cuánto? Responde a este mensaje, por ejemplo: 4,90
staff-ask-amount-or-none = ✍️ { $who }, { $number }: ¿cuánto? Responde a este mensaje, por ejemplo: 50. Un guion (-) significa ninguno.
staff-ask-amount-hint = Por ejemplo 4,90
staff-ask-words = ✍️ { $who }, { $number }: responde a este mensaje con el texto nuevo. Lo verás antes de que valga.
staff-ask-words-or-none = ✍️ { $who }, { $number }: responde a este mensaje con el texto nuevo. Lo verás antes de que valga. Un guion (-) significa ninguno.
staff-ask-words-hint = El texto nuevo
staff-amount-refused = Aquí eso no es un importe. Responde otra vez a la pregunta, por ejemplo: 4,90
staff-words-refused = Responde a la pregunta con un texto: como mucho 64 caracteres para el nombre, 200 para la dirección de recogida y 1000 para una bienvenida. Por ejemplo: Calle del Mercado 12, lu–vi 10–18

remark-no-pickup = Ya no se pueden recoger pedidos. Vuelve a tramitarlo con envío.

staff-section-hours = 🕙 Horario y pausa
staff-section-hours-about = Cuándo trabaja alguien en la tienda. Fuera de ese horario se dice a los clientes cuándo abre; «Pedidos con la tienda cerrada» decide si pueden pedir de todos modos. «Sin pedidos por ahora» cierra la tienda hasta que lo quites.
staff-setting-holidays = Festivos
staff-setting-outside = Pedidos con la tienda cerrada
staff-setting-paused = ⏸ Sin pedidos por ahora
staff-setting-copy-monday = ⤵ El horario del lunes hasta el viernes
staff-setting-closed = cerrado
staff-setting-all-day = todo el día
staff-setting-yes = sí
staff-setting-no = no
staff-ask-hours = 🕙 { $who }, { $number }: ¿de qué hora a qué hora? Responde a este mensaje, por ejemplo: 10:00-14:00, 17:00-20:30. Un guion (-) significa cerrado, 0-24 todo el día.
staff-ask-hours-hint = Por ejemplo 10:00-19:00
staff-ask-holidays = 🎄 { $who }, { $number }: ¿qué días está cerrada la tienda? Responde con todos, por ejemplo: 2026-12-25, 2026-12-26. Un guion (-) significa ninguno.
staff-ask-holidays-hint = Por ejemplo 2026-12-25
staff-hours-refused = Responde a la pregunta así: 10:00-19:00, o con pausa: 10:00-14:00, 17:00-20:30. Un guion (-) significa cerrado.
staff-holidays-refused = Responde a la pregunta con fechas, como mucho 60, por ejemplo: 2026-12-25, 2026-12-26.

remark-paused = ⏸ La tienda no acepta pedidos en este momento. Vuelve pronto; tu carrito se queda guardado.
remark-closed = 🌙 La tienda está cerrada ahora y acepta pedidos cuando abre. Tu carrito se queda guardado.
shop-closed-now = 🌙 La tienda está cerrada ahora. Nos ponemos con tu pedido cuando abra.
shop-opens = 🕙 Abre: { $at }

staff-section-zones = 🗺 Zonas de envío
staff-section-zones-about = Adónde llevas pedidos, cada zona con su tarifa. El cliente elige la suya; una ubicación compartida la encuentra sola si la zona tiene radio y has dicho dónde está la tienda. Sin zonas se lleva a todas partes por una tarifa.
staff-setting-zones = Zonas
staff-setting-point = Dónde está la tienda
staff-ask-zones = 🗺 { $who }, { $number }: responde con todas las zonas, una por línea: el nombre, = y la tarifa; para un radio alrededor de la tienda, / y kilómetros. Por ejemplo:
    Centro = 3.90 / 3 km
    Afueras = 5.90 / 10 km
    Isla = 9
    Un guion (-) significa ninguna.
staff-ask-zones-hint = Centro = 3.90 / 3 km
staff-ask-point = 📍 { $who }, { $number }: responde con la ubicación de la tienda (📎), o escríbela, por ejemplo: 52.520008, 13.404954. Un guion (-) significa desconocida.
staff-ask-point-hint = 52.520008, 13.404954
staff-zones-refused = Responde a la pregunta con una zona por línea, como mucho 20, cada nombre una vez. Por ejemplo:
    Centro = 3.90 / 3 km
    Isla = 9
staff-point-refused = Responde a la pregunta con una ubicación (📎), o escríbela, por ejemplo: 52.520008, 13.404954

button-no-zone = Otro sitio
ask-zone = 🗺 ¿En qué zona está?
hint-zone = Elige con los botones dónde está, o comparte tu ubicación.
method-by-zone = según la zona
method-zone = • { $zone }
detail-zone = 🗺 { $zone }
remark-outside-zones = 🗺 Lo sentimos, ahí no llevamos pedidos. ¿Otra dirección? Si hay recogida, ‹ Atrás lleva a ella.
remark-zone-gone = 🗺 Nuestras zonas de envío han cambiado entretanto. Échales otro vistazo.

staff-section-times = 🕐 Horas de entrega
staff-section-times-about = Los clientes eligen cuándo llega su pedido, en días en que alguien trabaja y antes de que empiece la hora. No se aceptan más pedidos de los que caben. Sin horas no se les pregunta.
staff-setting-times = Horas
staff-setting-days = Días para elegir
staff-ask-times = 🕐 { $who }, { $number }: responde con todas las horas, una por línea, con = y cuántos pedidos caben. Por ejemplo:
    10:00-12:00 = 8
    18:00-20:00 = 5
    Un guion (-) significa ninguna.
staff-ask-times-hint = 10:00-12:00 = 8
staff-ask-days = 📅 { $who }, { $number }: ¿cuántos, contando hoy? Responde con un número del 1 al 7.
staff-ask-days-hint = Por ejemplo 2
staff-times-refused = Responde a la pregunta con una hora por línea, como mucho 10, cada una una vez. Por ejemplo:
    10:00-12:00 = 8
    18:00-20:00 = 5
staff-days-refused = Responde a la pregunta con un número del 1 al 7, por ejemplo: 2

ask-time = 🕐 ¿Cuándo te lo llevamos?
ask-time-none = 🕐 Lo sentimos, todas las horas de entrega están ocupadas o han pasado. Si hay recogida, ‹ Atrás lleva a ella; o vuelve más tarde.
hint-time = Elige la hora con los botones.
detail-time = 🕐 { $at }
remark-time-gone = 🕐 Esa hora ya no está libre. Elige otra, por favor.
