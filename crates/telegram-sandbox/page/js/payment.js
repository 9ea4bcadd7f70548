/** Paying: a bill, the address when the bot needs one, a test card that works or one that does not. */
import * as api from './api.js';
import { digitsOf, h, iconButton, money } from './dom.js';
import { attempt, field, modal, toast } from './dialogs.js';

/** Pays the invoice of a message of the chat behind `chat` (an `api.chatApi`). */
export function payMessage(chat, message) {
  const details = { ...message.invoice, ...message.sandbox?.invoice };
  return payDialog(details, {
    shipping: (address) => chat.shipping(message.message_id, address),
    pay: (body) => chat.pay(message.message_id, body),
  });
}

/** Pays the invoice behind a link. */
export async function payLink(user, slug) {
  const details = await attempt(() => api.invoice(slug));
  const chat = api.chatApi(user, 0);
  if (details) await payDialog({ ...details, ...details.sandbox }, { shipping: (address) => chat.shippingOfLink(slug, address), pay: (body) => chat.payLink(slug, body) });
}

const line = (label, amount, currency, total = '') => h(`div${total}`, null, h('span', null, label), h('span', null, money(amount, currency)));

function addressFields() {
  return h('div.fields', null,
    field('Country (two letters)', { name: 'country_code', value: 'DE', maxlength: 2, required: true, autocomplete: 'off' }),
    field('City', { name: 'city', value: 'Berlin', required: true, autocomplete: 'off' }),
    field('Street', { name: 'street_line1', value: 'Hauptstraße 1', required: true, autocomplete: 'off' }),
    field('Post code', { name: 'post_code', value: '10115', required: true, autocomplete: 'off' }));
}

const addressOf = (values) => ({ country_code: values.country_code.toUpperCase(), state: '', city: values.city, street_line1: values.street_line1, street_line2: '', post_code: values.post_code });

const asksFor = (details, what) => Boolean(details.needs?.includes(`need_${what}`));

/** The contact fields the bot asked for. */
function orderFields(details) {
  const needs = (what) => asksFor(details, what);
  return [
    needs('name') && field('Your name', { name: 'name', value: 'Test Buyer', required: true, autocomplete: 'off' }),
    needs('phone_number') && field('Phone', { name: 'phone_number', value: '+15550000000', required: true, autocomplete: 'off' }),
    needs('email') && field('Email', { name: 'email', value: 'buyer@example.com', type: 'email', required: true, autocomplete: 'off' }),
  ];
}

/** What the bot suggests as a tip, and any other amount; `changed(amount)` hears of every choice. */
function tipField({ max_tip_amount: most, suggested_tip_amounts: suggested = [], currency }, changed) {
  const unit = 10 ** digitsOf(currency);
  const amount = h('input', {
    type: 'number', min: 0, max: most / unit, step: 1 / unit, value: '', placeholder: '0', 'aria-label': `Tip, at most ${money(most, currency)}`,
    oninput: () => choose(Math.round(Number(amount.value) * unit), false),
  });
  const buttons = suggested.map((tip) => h('button', { type: 'button', 'aria-pressed': 'false', onclick: () => choose(tip === chosen ? 0 : tip) }, money(tip, currency)));
  let chosen = 0;
  const choose = (tip, write = true) => {
    chosen = Math.max(0, Math.min(tip || 0, most));
    if (write) amount.value = chosen ? chosen / unit : '';
    buttons.forEach((button, index) => button.setAttribute('aria-pressed', String(suggested[index] === chosen)));
    changed(chosen);
  };
  return h('div.field', null, h('label.field', null, 'Tip', amount), h('div.segmented.tips', { role: 'group', 'aria-label': 'Suggested tips' }, buttons));
}

const card = (value, title, note, checked) => h('label', null,
  h('input', { type: 'radio', name: 'outcome', value, checked }), h('span.grow', null, title, h('small', null, note)));

function payDialog(details, { shipping, pay }) {
  const { currency } = details;
  const stars = currency === 'XTR';
  const needsAddress = details.is_flexible || asksFor(details, 'shipping_address');
  let option = null;
  let tip = 0;
  return modal('', (close) => {
    const error = h('p.field-error', { role: 'alert', hidden: true });
    const bill = h('div.bill');
    const options = h('div.choices', { role: 'radiogroup', 'aria-label': 'Delivery' });
    const send = h('button.button.primary', { type: 'submit', autofocus: true });
    const total = () => details.total_amount + tip + (option?.prices ?? []).reduce((sum, price) => sum + price.amount, 0);
    const draw = () => {
      bill.replaceChildren(...(details.prices ?? []).map((price) => line(price.label, price.amount, currency)),
        ...(option?.prices ?? []).map((price) => line(price.label, price.amount, currency)),
        tip ? line('Tip', tip, currency) : '',
        line('Total', total(), currency, '.total'));
      send.textContent = details.is_flexible && !option ? 'See delivery options' : `Pay ${money(total(), currency)}`;
    };
    const fail = (text) => {
      error.textContent = text;
      error.hidden = false;
    };
    const askShipping = async (values) => {
      const answer = await shipping(addressOf(values));
      if (!answer.ok) return fail(answer.error);
      option = answer.options[0];
      options.replaceChildren(...answer.options.map((each, index) => h('label', null,
        h('input', { type: 'radio', name: 'option', checked: index === 0, onchange: () => { option = each; draw(); } }),
        h('span.grow', null, each.title), money(each.prices.reduce((sum, price) => sum + price.amount, 0), currency))));
      return draw();
    };
    const settle = async (values) => {
      const answer = await pay({
        outcome: values.outcome ?? 'success', name: values.name, phone_number: values.phone_number, email: values.email,
        ...(needsAddress && { address: addressOf(values) }), ...(option && { shipping_option_id: option.id }), ...(tip && { tip_amount: tip }),
      });
      if (answer.status === 'paid') {
        close(answer);
        toast(`Paid ${money(answer.total_amount, answer.currency)}`);
      } else fail(answer.status === 'timeout' ? 'The bot did not confirm the payment within 10 seconds, so nothing was charged.' : answer.error);
    };
    const form = h('form', {
      method: 'dialog', 'aria-label': 'Payment',
      onsubmit: async (event) => {
        event.preventDefault();
        const values = Object.fromEntries(new FormData(form));
        error.hidden = true;
        send.disabled = true;
        send.textContent = 'Waiting for the bot…';
        try {
          await (details.is_flexible && !option ? askShipping(values) : settle(values));
        } catch (problem) {
          fail(problem.message);
        }
        send.disabled = false;
        draw();
      },
    });
    draw();
    form.append(
      h('div.dialog-head', null, h('h2', null, details.title), iconButton('close', 'Close', () => close())),
      h('div.dialog-body', null, h('p', null, details.description), bill, orderFields(details), needsAddress && addressFields(), options,
        details.max_tip_amount > 0 && tipField(details, (amount) => { tip = amount; draw(); }),
        !stars && h('div.choices', { role: 'radiogroup', 'aria-label': 'Card' },
          card('success', 'Card ending 4242', 'The payment goes through', true),
          card('decline', 'Card ending 0002', 'The bank declines it', false)),
        h('p', null, 'This is a local Telegram: no money moves.'), error),
      h('div.dialog-foot', null, h('button.button', { type: 'button', onclick: () => close() }, 'Cancel'), send));
    return form;
  });
}
