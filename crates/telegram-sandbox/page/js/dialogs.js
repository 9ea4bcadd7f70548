/** Dialogs, menus and toasts: whatever lies over the chats. */
import { h, icon, iconButton } from './dom.js';

const toasts = h('div.toasts', { role: 'status', 'aria-live': 'polite' });
document.body.append(toasts);

/** A note that goes by itself. `kind` is '' or 'error'. */
export function toast(text, kind = '') {
  const element = h(`div.toast${kind ? `.${kind}` : ''}`, null, text);
  toasts.append(element);
  while (toasts.children.length > 3) toasts.firstChild.remove();
  setTimeout(() => element.remove(), kind === 'error' ? 6000 : Math.min(6000, 2200 + text.length * 40));
}

/** Runs `work`; a refusal becomes an error toast, the answer is `undefined` then. */
export async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    toast(error.message, 'error');
    return undefined;
  }
}

/** Puts text on the clipboard and says so. */
export async function copy(text, said = 'Copied') {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // No clipboard permission (plain http on another host): the old way still works.
    const area = h('textarea', { value: text, style: { position: 'fixed', opacity: '0' } });
    (document.querySelector('dialog[open]') ?? document.body).append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
  toast(said);
}

/** Opens a modal dialog with `content`; resolves with what was given to `close(value)`, `undefined` when dismissed. */
export function modal(className, build) {
  return new Promise((resolve) => {
    let result;
    const close = (value) => {
      result = value;
      dialog.close();
    };
    const dialog = h(`dialog${className ? `.${className}` : ''}`, {
      onclose: () => {
        dialog.remove();
        resolve(result);
      },
      onclick: (event) => { if (event.target === dialog) close(); },
    });
    dialog.append(...[build(close, dialog)].flat());
    document.body.append(dialog);
    dialog.showModal();
    dialog.querySelector('[autofocus]')?.focus();
  });
}

/**
 * A dialog with a form. `body(form)` gives its nodes, `submit(values, form)` the result; when it throws, the dialog stays open and
 * shows the words. Resolves with the result, `undefined` when dismissed.
 */
export function formDialog({ title, body, action, submit, danger }) {
  return modal('', (close) => {
    const error = h('p.field-error', { role: 'alert', hidden: true });
    const send = h(`button.button.primary${danger ? '.danger' : ''}`, { type: 'submit' }, action);
    const form = h('form', {
      method: 'dialog', 'aria-label': title,
      onsubmit: async (event) => {
        event.preventDefault();
        send.disabled = true;
        try {
          close(await submit(Object.fromEntries(new FormData(form)), form));
        } catch (problem) {
          error.textContent = problem.message;
          error.hidden = false;
        }
        send.disabled = false;
      },
    });
    form.append(
      h('div.dialog-head', null, h('h2', null, title), iconButton('close', 'Close', () => close())),
      h('div.dialog-body', null, body(form), error),
      h('div.dialog-foot', null, h('button.button', { type: 'button', onclick: () => close() }, 'Cancel'), send));
    return form;
  });
}

/** A question with yes and no; true for yes. */
export const confirm = (title, text, action) =>
  formDialog({ title, action, body: () => h('p', null, text), submit: () => true }).then(Boolean);

/** What a bot's alert looks like: stays until it is closed. */
export const alertBox = (title, text) => modal('alert', (close) => [
  h('p.alert-text', { role: 'alert' }, text),
  h('div.dialog-foot', null, h('button.button.primary', { type: 'button', autofocus: true, 'aria-label': `Close the alert of ${title}`, onclick: () => close() }, 'OK'))]);

/** A labelled input; `properties` go to the input. */
export const field = (label, properties) => h('label.field', null, label, h('input', properties));
/** A labelled choice of `[value, words]`. */
export const choice = (label, name, options, value) => h('label.field', null, label,
  h('select', { name }, options.map(([id, words]) => h('option', { value: id, ...(String(id) === String(value) && { selected: true }) }, words))));
/** A labelled tick box. */
export const tick = (label, name, checked = false) => h('label.check', null, h('input', { type: 'checkbox', name, checked }), label);

/** A choice list in a dialog: `[{drawing, title, note, value}]`; resolves with the value chosen. */
export const choose = (title, options) => modal('', (close) => h('form', { 'aria-label': title },
  h('div.dialog-head', null, h('h2', null, title), iconButton('close', 'Close', () => close())),
  h('div.dialog-body', null, h('div.choices', null, options.map((option) =>
    h('button', { type: 'button', onclick: () => close(option.value) }, option.drawing && icon(option.drawing),
      h('span.grow', null, option.title, option.note && h('small', null, option.note))))))));

let openMenu = null;

/**
 * A menu at the place of `event`: `[{label, drawing, run, danger}]`, `head` stands above them. Arrow keys move, Escape closes and
 * gives the focus back.
 */
export function menu(event, entries, head) {
  openMenu?.close();
  const before = document.activeElement;
  const items = entries.filter(Boolean).map(({ label, drawing, run, danger }) =>
    h(`button${danger ? '.danger' : ''}`, { type: 'button', role: 'menuitem', onclick: () => { close(); run(); } }, icon(drawing), label));
  const element = h('div.menu', {
    role: 'menu',
    onkeydown: (key) => {
      const all = [...element.querySelectorAll('button')];
      const at = all.indexOf(document.activeElement);
      const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }[key.key];
      if (step) { key.preventDefault(); all[(at + step + all.length) % all.length].focus(); }
      if (key.key === 'Escape' || key.key === 'Tab') { key.preventDefault(); close(); before?.focus(); }
    },
  }, head?.(() => close()), items);
  const outside = (pointer) => { if (!element.contains(pointer.target)) close(); };
  const close = () => {
    element.remove();
    removeEventListener('pointerdown', outside, true);
    openMenu = null;
  };
  document.body.append(element);
  const box = event.currentTarget?.getBoundingClientRect?.() ?? event.target.getBoundingClientRect();
  const [x, y] = event.type === 'contextmenu' && event.clientX ? [event.clientX, event.clientY] : [box.left, box.bottom + 4];
  element.style.left = `${Math.max(8, Math.min(x, innerWidth - element.offsetWidth - 8))}px`;
  element.style.top = `${Math.max(8, Math.min(y, innerHeight - element.offsetHeight - 8))}px`;
  element.querySelector('button')?.focus();
  addEventListener('pointerdown', outside, true);
  openMenu = { close };
}
