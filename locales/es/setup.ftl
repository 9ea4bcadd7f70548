# Los primeros pasos en un grupo: convertirlo en el del equipo.

setup-hint = 👋 Para que este grupo sea el del equipo de tu tienda, envía aquí /setup y el código. El código está en el registro del bot, y <code>orderbot check</code> también lo muestra.
setup-anonymous = No puedo ver quién eres. Desactiva un momento «Permanecer anónimo» en tus permisos de administrador y envía otra vez /setup con el código.
setup-wrong = Este código no es correcto o ya se usó. El que vale ahora está en el registro del bot; <code>orderbot check</code> también lo muestra.
setup-too-often = Han sido demasiados códigos. Prueba otra vez dentro de una hora, por favor.
setup-not-admin = Solo quien administra este grupo puede convertirlo en el del equipo.
setup-not-owner = La tienda ya tiene un grupo del equipo. Solo su propietario puede elegir otro.
setup-done = ✅ <b>Este es ahora el grupo del equipo de { $shop }.</b>
    Los pedidos nuevos y las preguntas de los clientes llegan aquí. Quien está en el grupo es del equipo; quien lo creó es el propietario. /help dice qué se puede hacer aquí, y /staff, quién puede hacer qué.
setup-is = ✅ Este es el grupo del equipo. No hay nada que configurar.
setup-bot-not-admin = ⚠️ Aquí no soy administrador, y me entero tarde de quién llega y quién se va. Para arreglarlo: ajustes del grupo, Administradores, añádeme.
setup-command = ¿Está todo bien con este grupo?
staff-audit-group = grupo del equipo

topics-no-forum = Este grupo no tiene temas. Para activarlos: ajustes del grupo, Temas. Luego envía /topics otra vez.
topics-no-right = ⚠️ Este grupo tiene temas, y no puedo crear ninguno. Para arreglarlo: ajustes del grupo, Administradores, mis permisos, «Gestionar temas». Luego envía /topics.
topics-made = 🗂 Ahora cada tipo de mensaje tiene su tema: pedidos, clientes, existencias, avisos.
topics-there = 🗂 Pedidos, clientes, existencias y avisos tienen sus temas.
topic-orders = 🧾 Pedidos
topic-support = 💬 Clientes
topic-stock = 📦 Existencias
topic-alerts = 🔔 Avisos
topic-gone = 🗂 El tema «{ $name }» ya no existe. Lo que iba allí llega aquí; /topics lo crea de nuevo.
