/** Building blocks every other file uses: elements, icons, avatars, times. */

/**
 * Makes an element: `h('button.primary', {onclick}, 'Save')`.
 * Properties that start with `on` are listeners, `null` and `false` are left out, text is always text, never HTML.
 */
export function h(selector, properties, ...children) {
  const [tag, ...classes] = selector.split('.');
  const element = document.createElement(tag || 'div');
  if (classes.length) element.className = classes.join(' ');
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'style') for (const [key, v] of Object.entries(value)) element.style.setProperty(key, v);
    else if (name === 'value' || name === 'checked' || name === 'disabled' || name === 'hidden') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const SHAPES = {
  alert: 'M12 8v5m0 3v.5M12 3l9.5 17h-19z',
  arrow: 'M8 16 16 8M9 8h7v7',
  attach: 'm20 11-8.5 8.5a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 5 5l-8.5 8.4a1.7 1.7 0 0 1-2.4-2.4L15 7.2',
  back: 'M15 5l-7 7 7 7',
  bell: 'M6 17v-6a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21h4',
  block: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM6 6l12 12',
  camera: 'M4 8h3.5L9 5.5h6L16.500 8H20v11H4zM12 10a3.300 3.300 0 1 0 0 6.600 3.300 3.300 0 0 0 0-6.600z',
  card: 'M3 6h18v12H3zM3 10h18M7 15h3',
  check: 'm4 13 5 5L20 7',
  checks: 'm2 13 4.500 4.500L16 8m-5 8 1.500 1.500L22 8',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.500 2',
  close: 'M6 6l12 12M18 6 6 18',
  code: 'm8 7-5 5 5 5m8-10 5 5-5 5M14 4l-4 16',
  columns: 'M4 5h16v14H4zM12 5v14',
  contact: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 20c1-4 4-6 8-6s7 2 8 6',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  dice: 'M5 4h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM8.500 8.500h.1M15.500 8.500h.1M12 12h.1M8.500 15.500h.1M15.500 15.500h.1',
  down: 'm5 9 7 7 7-7',
  edit: 'M4 20l1-4L16 5l3 3L8 19z',
  file: 'M6 3h8l5 5v13H6zM14 3v5h5',
  forward: 'm14 6 6 6-6 6M20 12H10a6 6 0 0 0-6 6',
  group: 'M9 5a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM2.500 19c.7-3.300 3-5 6.500-5s5.800 1.700 6.500 5M16 5.500a3.300 3.300 0 0 1 0 6M18 14.500c2 .7 3.200 2.200 3.500 4.500',
  keyboard: 'M3 6h18v12H3zM7 10h.1M11 10h.1M15 10h.1M17.500 10h.1M7 14h10',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  menu: 'M4 7h16M4 12h16M4 17h10',
  mic: 'M12 3.500a2.800 2.800 0 0 0-2.800 2.800v5.400a2.800 2.800 0 0 0 5.600 0V6.300A2.800 2.800 0 0 0 12 3.500zM6 11.500a6 6 0 0 0 12 0M12 17.500V21',
  moon: 'M19.500 14.500A8 8 0 1 1 9.500 4.500a6.500 6.500 0 0 0 10 10z',
  more: 'M12 5.500h.1M12 12h.1M12 18.500h.1',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM5 20c.8-4 3.200-6 7-6s6.200 2 7 6',
  photo: 'M4 5h16v14H4zM4 16l5-5 4 4 2.500-2.500L20 17M15.500 8.500h.1',
  pin: 'M9 4h6l-.7 6 3.200 3.500h-11L9.700 10zM12 13.500V21',
  place: 'M12 21s-7-6.300-7-11.500a7 7 0 0 1 14 0C19 14.700 12 21 12 21zM12 7a2.600 2.600 0 1 0 0 5.200A2.600 2.600 0 0 0 12 7z',
  plus: 'M12 5v14M5 12h14',
  reply: 'M10 6 4 12l6 6M4 12h10a6 6 0 0 1 6 6',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4.500 4.500',
  send: 'M4 4.500 20.500 12 4 19.500 6.500 12zM6.500 12H13',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.400 1.400M17.600 17.600 19 19M19 5l-1.400 1.400M6.400 17.600 5 19',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  up: 'm5 15 7-7 7 7',
};

/** A line drawing by name; decorative, so hidden from screen readers. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', SHAPES[name]);
  if (name === 'more') path.setAttribute('stroke-width', '3');
  svg.append(path);
  return svg;
}

/** A round button with an icon and a label for screen readers and the tooltip. */
export function iconButton(name, label, onclick, properties = {}) {
  return h('button.icon-button', { type: 'button', 'aria-label': label, title: label, onclick, ...properties }, icon(name));
}

/** Full name of a user, title of a chat. */
export function nameOf(peer) {
  if (!peer) return 'Unknown';
  return peer.title ?? ([peer.first_name, peer.last_name].filter(Boolean).join(' ') || 'Deleted account');
}

/** A steady colour (hue in degrees) for an id. */
export function hueOf(id) {
  return (Math.abs(Number(id)) * 137) % 360;
}

/** A disc with the initials; `size` is '', 'small' or 'tiny'. */
export function avatar(id, name, size = '', isGroup = false) {
  const initials = name.split(/\s+/).slice(0, 2).map((word) => [...word][0] ?? '').join('').toUpperCase();
  const classes = ['avatar', size, isGroup && 'group'].filter(Boolean).join('.');
  return h(`div.${classes}`, { 'aria-hidden': 'true', style: { '--hue': hueOf(id) } }, initials);
}

const CLOCK = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const DAY = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long' });
const DAY_YEAR = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', year: 'numeric' });

/** `14:05` of a Unix time. */
export const clock = (seconds) => CLOCK.format(new Date(seconds * 1000));

/** `Today`, `Yesterday`, `3 May`: of a Unix time, seen at `now`. */
export function day(seconds, now) {
  const [then, today] = [new Date(seconds * 1000), new Date(now * 1000)];
  const yesterday = new Date(today);
  yesterday.setDate(today.getDate() - 1);
  if (then.toDateString() === today.toDateString()) return 'Today';
  if (then.toDateString() === yesterday.toDateString()) return 'Yesterday';
  return (then.getFullYear() === today.getFullYear() ? DAY : DAY_YEAR).format(then);
}

/** How many digits a currency has after the point: 2 for most, 0 for JPY and for Stars. */
export function digitsOf(currency) {
  if (currency === 'XTR') return 0;
  try { return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits; } catch { return 2; }
}

/**
 * An amount in the currency's smallest unit as people read it.
 * The number of digits is the currency's own (JPY 0, EUR 2, KWD 3); `XTR` is Telegram Stars.
 */
export function money(amount, currency) {
  if (currency === 'XTR') return `⭐ ${amount}`;
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.format(amount / 10 ** format.resolvedOptions().maximumFractionDigits);
  } catch {
    return `${amount} ${currency}`;
  }
}

/** `1.4 MB` of a number of bytes. */
export function fileSize(bytes) {
  if (!bytes) return '';
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(0)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
