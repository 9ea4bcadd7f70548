/** The writing line: text, commands, inline bots, replies, edits, files, and the bot's reply keyboard. */
import { h, icon, iconButton, nameOf } from './dom.js';
import { summary } from './content.js';
import { attempt, menu, toast } from './dialogs.js';
import { replyKeyboard } from './keyboards.js';
import { agreeToShare, pickContact, pickFiles, pickLocation, useWebApp } from './pickers.js';
import { Suggestions } from './suggestions.js';

export class Composer {
  constructor(pane) {
    this.pane = pane;
    this.mode = null;
    this.placeholder = 'Message';
    this.input = h('textarea', {
      rows: 1, 'aria-label': 'Message', placeholder: 'Message', maxlength: 4096, dir: 'auto', 'aria-autocomplete': 'list',
      oninput: () => this.changed(), onkeydown: (event) => this.key(event), onpaste: (event) => this.paste(event),
    });
    this.sendButton = h('button.icon-button.send', { type: 'submit', 'aria-label': 'Send', title: 'Send', disabled: true }, icon('send'));
    this.menuButton = h('button.menu-button', { type: 'button', hidden: true, 'aria-label': 'Commands of the bot', onclick: () => this.suggestions.toggleCommands() }, icon('menu'), 'Menu');
    this.keyboardButton = iconButton('keyboard', 'Keyboard of the bot', () => this.toggleKeyboard(), { hidden: true });
    this.context = h('div.context', { hidden: true });
    this.keyboard = h('div', { hidden: true });
    this.suggestions = new Suggestions(this);
    this.form = h('form.composer', { onsubmit: (event) => { event.preventDefault(); this.submit(); } },
      this.menuButton, iconButton('attach', 'Attach a photo, file, contact or location', (event) => this.attach(event)),
      this.input, this.keyboardButton, this.sendButton);
    this.bar = h('div.start-bar', { hidden: true });
    this.element = h('footer.foot', null, this.suggestions.element, this.context, this.form, this.bar, this.keyboard);
  }

  render(view) {
    this.view = view;
    const { pane } = this;
    this.suggestions.commands = view.commands ?? [];
    this.menuButton.hidden = pane.isGroup || !view.commands?.length || view.menu_button?.type === 'default' && !view.commands.length;
    const bar = this.barFor(view);
    this.bar.hidden = !bar;
    this.form.hidden = Boolean(bar);
    if (bar) {
      if (bar.label !== this.barLabel) this.bar.replaceChildren(h('button.button.primary', { type: 'button', onclick: () => attempt(async () => { await bar.run(); pane.refresh(); }) }, bar.label));
      this.barLabel = bar.label;
    } else this.barLabel = null;
    this.renderKeyboard(view, Boolean(bar));
    const forced = view.force_reply;
    if (forced && this.forced !== forced.message_id) {
      this.forced = forced.message_id;
      const message = view.messages.find((each) => each.message_id === forced.message_id);
      if (message) this.replyTo(message);
    }
    this.input.placeholder = forced?.input_field_placeholder || view.reply_keyboard?.input_field_placeholder || 'Message';
  }

  /** The one big button that stands instead of the writing line, when one cannot write. */
  barFor(view) {
    const { pane } = this;
    if (pane.isGroup) {
      if (view.chat.status === 'left' || view.chat.status === 'kicked') return { label: 'Join group', run: () => pane.chat.join(true) };
      return view.can_write === false ? { label: 'You cannot write in this group', run: () => {} } : null;
    }
    if (view.chat.blocked) return { label: 'Unblock bot', run: () => pane.chat.block(false) };
    return view.started ? null : { label: 'Start', run: () => pane.chat.start() };
  }

  renderKeyboard(view, covered) {
    const markup = view.reply_keyboard;
    const from = markup && view.reply_keyboard_from;
    if (from !== this.keyboardFrom) this.keyboardOpen = undefined;
    this.keyboardFrom = from;
    const open = this.keyboardOpen ?? !view.reply_keyboard_used;
    this.keyboardButton.hidden = !markup;
    this.keyboardButton.setAttribute('aria-expanded', String(Boolean(markup && open)));
    this.keyboard.hidden = !markup || !open || covered;
    const signature = JSON.stringify(markup);
    if (markup && signature !== this.keyboardSignature) this.keyboard.replaceChildren(replyKeyboard(markup, (button) => this.pressKey(button)));
    this.keyboardSignature = signature;
  }

  toggleKeyboard() {
    this.keyboardOpen = !(this.keyboardOpen ?? !this.view.reply_keyboard_used);
    this.renderKeyboard(this.view, false);
  }

  async pressKey(button) {
    const { pane } = this;
    const { text } = button;
    if (this.view.reply_keyboard?.one_time_keyboard) this.keyboardOpen = undefined;
    if (button.request_contact && !await agreeToShare(nameOf(pane.bot), pane.person?.sandbox?.phone_number)) return;
    const along = button.request_location ? await pickLocation('Send your location') : button.web_app ? await useWebApp(button) : {};
    if (along) await attempt(() => pane.chat.key({ text, ...along }));
    pane.refresh();
  }

  /** Puts words into the line, as a link or an inline button does. */
  draft(text) {
    this.input.value = text;
    this.input.focus();
    this.changed();
  }

  changed() {
    this.sendButton.disabled = !this.input.value.trim();
    this.input.style.height = 'auto';
    this.input.style.height = `${Math.min(160, Math.max(40, this.input.scrollHeight + 2))}px`;
    this.suggestions.update(this.input.value);
  }

  key(event) {
    if (this.suggestions.key(event)) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    } else if (event.key === 'Escape' && this.mode) this.setMode(null);
    else if (event.key === 'ArrowUp' && !this.input.value) {
      const mine = this.view?.messages.findLast((message) => message.sandbox?.outgoing && message.text);
      if (mine) { event.preventDefault(); this.editing(mine); }
    }
  }

  replyTo(message) { this.setMode({ kind: 'reply', message }); }
  editing(message) {
    this.setMode({ kind: 'edit', message });
    this.draft(message.text ?? message.caption ?? '');
  }

  setMode(mode) {
    const leaving = this.mode;
    this.mode = mode;
    this.context.hidden = !mode;
    if (leaving?.kind === 'edit' && !mode) this.draft('');
    if (!mode) return;
    const head = mode.kind === 'edit' ? 'Edit message' : `Reply to ${nameOf(mode.message.from)}`;
    this.context.replaceChildren(icon(mode.kind), h('div', null, h('b', null, head), h('span', null, summary(mode.message))),
      iconButton('close', 'Cancel', () => this.setMode(null)));
    this.input.focus();
  }

  /** `reply_to` and `thread` as far as they apply. */
  extras() {
    const { pane, mode } = this;
    return { ...(mode?.kind === 'reply' && { reply_to: mode.message.message_id }), ...(pane.thread && { thread: pane.thread }) };
  }

  async submit() {
    const text = this.input.value.trim();
    if (!text) return;
    if (this.mode?.kind === 'edit') {
      const { message } = this.mode;
      const done = await attempt(() => this.pane.chat.edit(message.message_id, message.caption === undefined ? { text } : { caption: text }));
      if (done) { this.setMode(null); this.pane.refresh(); }
      return;
    }
    await this.send(text);
  }

  async send(text) {
    const extras = this.extras();
    this.draft('');
    this.setMode(null);
    const sent = await attempt(() => this.pane.chat.send({ text, ...extras }));
    if (!sent && !this.input.value) this.draft(text);
    this.pane.refresh();
  }

  attach(event) {
    const { pane } = this;
    menu(event, [
      { label: 'Photo or video', drawing: 'photo', run: async () => this.sendFiles(await pickFiles('image/*,video/*')) },
      { label: 'File', drawing: 'file', run: async () => this.sendFiles(await pickFiles(''), 'document') },
      { label: 'Location', drawing: 'place', run: async () => this.after(await pickLocation(), (place) => pane.chat.location({ ...place, ...this.extras() })) },
      { label: 'Contact', drawing: 'contact', run: async () => this.after(await pickContact(pane.person), (card) => pane.chat.contact(card)) },
      { label: 'Dice', drawing: 'dice', run: () => this.after({}, () => pane.chat.dice('🎲')) },
    ]);
  }

  async after(value, work) {
    if (value === undefined) return;
    await attempt(() => work(value));
    this.setMode(null);
    this.pane.refresh();
  }

  paste(event) {
    const files = [...event.clipboardData.files];
    if (files.length) { event.preventDefault(); this.sendFiles(files); }
  }

  /** Sends files; pictures and videos as such, unless `kind` says otherwise. Text in the line becomes the caption. */
  async sendFiles(files, kind) {
    if (!files.length) return;
    const kindOf = (file) => kind ?? (file.type.startsWith('image/') ? 'photo' : file.type.startsWith('video/') ? 'video' : file.type.startsWith('audio/') ? 'audio' : 'document');
    const groups = files.every((file) => kindOf(file) === kindOf(files[0])) && ['photo', 'video'].includes(kindOf(files[0])) ? [files] : files.map((file) => [file]);
    const caption = this.input.value.trim();
    const extras = this.extras();
    for (const [index, group] of groups.entries()) {
      const form = new FormData();
      form.append('kind', kindOf(group[0]));
      if (caption && index === 0) form.append('caption', caption);
      for (const [name, value] of Object.entries(extras)) form.append(name, value);
      for (const file of group) form.append('file', file, file.name);
      if (!await attempt(() => this.pane.chat.upload(form))) return;
    }
    this.draft('');
    this.setMode(null);
    this.pane.refresh();
    if (files.length > 10) toast('Telegram makes albums of ten');
  }
}
