/** Inline keyboards below a bubble and the reply keyboard below the writing line. */
import { h, icon, money } from './dom.js';

const STYLES = new Set(['primary', 'success', 'danger']);
const style = (button) => (STYLES.has(button.style) ? `.${button.style}` : '');

const MARKS = [['url', 'arrow'], ['login_url', 'arrow'], ['web_app', 'arrow'], ['switch_inline_query', 'forward'], ['switch_inline_query_current_chat', 'search'], ['switch_inline_query_chosen_chat', 'forward'], ['copy_text', 'copy'], ['pay', 'card']];

/** The keyboard of a message, or null. An invoice without one gets the pay button the apps add. */
export function inlineRows(message) {
  const rows = message.reply_markup?.inline_keyboard;
  if (rows?.length) return rows;
  const { invoice, sandbox } = message;
  if (!invoice || sandbox?.payment === 'paid') return null;
  return [[{ text: `Pay ${money(invoice.total_amount, invoice.currency)}`, pay: true }]];
}

/** Presses begun on this page and not answered yet: `user:message:row:column` → milliseconds of the press. */
const pressing = new Map();
/** After this long a spinning button may be pressed again, as in the apps (milliseconds). */
const PATIENCE = 15_000;

/** The keyboard as elements; `context.press(message, row, column)` does the work and resolves when the press is on its way. */
export function inlineKeyboard(message, context) {
  const rows = inlineRows(message);
  if (!rows) return null;
  const open = new Set((message.sandbox?.pressed ?? []).map(({ row, column }) => `${row}:${column}`));
  const paid = message.sandbox?.payment === 'paid';
  return h('div.inline-keyboard', { role: 'group', 'aria-label': 'Buttons' }, rows.map((row, y) =>
    h('div.row', null, row.map((button, x) => {
      const name = `${context.user}:${message.message_id}:${y}:${x}`;
      const busy = open.has(`${y}:${x}`);
      if (!busy) pressing.delete(name);
      const mark = MARKS.find(([field]) => button[field] !== undefined)?.[1];
      const element = h(`button.key${style(button)}`, {
        type: 'button', 'data-row': y, 'data-column': x, 'aria-busy': busy ? 'true' : null,
        title: button.url ?? null,
        onclick: async () => {
          const since = pressing.get(name);
          if (since && Date.now() - since < PATIENCE) return;
          if (button.callback_data !== undefined) {
            pressing.set(name, Date.now());
            element.setAttribute('aria-busy', 'true');
          }
          const waits = await context.press(message, y, x);
          if (!waits) {
            pressing.delete(name);
            element.removeAttribute('aria-busy');
          }
        },
      }, paid && button.pay ? 'Receipt' : button.text, mark && icon(mark));
      return element;
    }))));
}

/**
 * The reply keyboard; `press(button)` does the work. A tall one (no `resize_keyboard`) fills the place of a phone's keyboard,
 * as Telegram does.
 */
export function replyKeyboard(markup, press) {
  const tall = markup.resize_keyboard ? '' : '.tall';
  return h(`div.reply-keyboard${tall}`, { role: 'group', 'aria-label': 'Keyboard of the bot' }, markup.keyboard.map((row) =>
    h('div.row', null, row.map((key) => {
      const button = typeof key === 'string' ? { text: key } : key;
      const mark = button.request_contact ? 'contact' : button.request_location ? 'place' : button.web_app ? 'arrow' : null;
      return h(`button.key${style(button)}`, { type: 'button', onclick: () => press(button) }, mark && icon(mark), button.text);
    }))));
}
