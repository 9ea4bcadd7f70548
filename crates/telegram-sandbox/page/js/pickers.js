/** What the paper clip offers besides files: a contact or a place. */
import { h } from './dom.js';
import { field, formDialog } from './dialogs.js';
import { MAP_SPAN, mapDrawing } from './map.js';

const PLACES = [
  ['Berlin, Alexanderplatz', 52.52197, 13.41321], ['London, Covent Garden', 51.51172, -0.12301], ['Paris, Bastille', 48.85312, 2.36904],
  ['Kyiv, Khreshchatyk', 50.44724, 30.52224], ['Tashkent, Amir Timur', 41.31116, 69.27972], ['New York, Union Square', 40.73586, -73.99108],
];

/** Asks for a place on a drawn map; resolves with `{latitude, longitude}`. */
export function pickLocation(title = 'Send a location') {
  let [, latitude, longitude] = PLACES[0];
  return formDialog({
    title, action: 'Send location',
    body: (form) => {
      const map = h('div.pick-map', { role: 'img', 'aria-label': 'Map: click to move the pin' });
      const number = (name, label, limit) => field(label, { name, type: 'number', step: 'any', min: -limit, max: limit, required: true, oninput: () => move(Number(form.elements.latitude.value), Number(form.elements.longitude.value), false) });
      const fields = h('div.fields', null, number('latitude', 'Latitude', 90), number('longitude', 'Longitude', 180));
      const move = (x, y, write = true) => {
        if (!Number.isFinite(x) || !Number.isFinite(y)) return;
        [latitude, longitude] = [x, y];
        map.replaceChildren(mapDrawing(latitude, longitude));
        if (!write) return;
        const [a, b] = fields.querySelectorAll('input');
        a.value = latitude.toFixed(5);
        b.value = longitude.toFixed(5);
      };
      map.addEventListener('click', (event) => {
        const box = map.getBoundingClientRect();
        const degrees = MAP_SPAN / box.width;
        move(latitude - (event.clientY - box.top - box.height / 2) * degrees, longitude + (event.clientX - box.left - box.width / 2) * degrees);
      });
      const known = h('label.field', null, 'Place', h('select', {
        onchange: (event) => { const [, x, y] = PLACES[event.target.value]; move(x, y); },
      }, PLACES.map(([name], index) => h('option', { value: index }, name))));
      move(latitude, longitude);
      return [known, map, fields];
    },
    submit: () => ({ latitude, longitude }),
  });
}

/** Asks for a contact; resolves with the body of the call: `{}` is the person's own card. */
export function pickContact(user) {
  return formDialog({
    title: 'Send a contact', action: 'Send contact',
    body: (form) => {
      const other = h('div.fields', { hidden: true },
        field('First name', { name: 'first_name', value: 'Maria', autocomplete: 'off' }), field('Phone', { name: 'phone_number', value: '+15550009999', autocomplete: 'off' }));
      const option = (value, label, note, checked) => h('label', null,
        h('input', { type: 'radio', name: 'whose', value, checked, onchange: () => { other.hidden = form.elements.whose.value !== 'other'; } }),
        h('span.grow', null, label, h('small', null, note)));
      return [h('div.choices', null,
        option('own', `${user.first_name} (own number)`, user.sandbox?.phone_number ?? '', true),
        option('other', 'Somebody else', 'A card with any name and number', false)), other];
    },
    submit: ({ whose, first_name, phone_number }) => {
      if (whose === 'own') return {};
      if (!first_name || !phone_number) throw new Error('A contact needs a name and a number.');
      return { first_name, phone_number };
    },
  });
}

/** Asks whether to share the own number, as the apps do before a `request_contact` key sends it. */
export function agreeToShare(bot, number) {
  return formDialog({
    title: 'Share your phone number?', action: 'Share',
    body: () => h('p', null, `${bot} will see ${number || 'your number'}.`),
    submit: () => true,
  });
}

/** Stands in for the Web App of a key, which is on another machine: resolves with `{data}`, what it would send to the bot. */
export function useWebApp({ text, web_app }) {
  return formDialog({
    title: text, action: 'Send to the bot',
    body: () => [
      h('p', null, 'Telegram would open ', h('code', null, web_app.url), '. Write what the app would send.'),
      h('label.field', null, 'Data', h('textarea', { name: 'data', rows: 4, required: true, maxlength: 4096, autofocus: true })),
    ],
    submit: ({ data }) => ({ data }),
  });
}

/** Lets the person choose files; resolves with an array (empty when none). */
export function pickFiles(accept) {
  return new Promise((resolve) => {
    const input = h('input', { type: 'file', multiple: true, accept, onchange: () => resolve([...input.files]), oncancel: () => resolve([]) });
    input.click();
  });
}
