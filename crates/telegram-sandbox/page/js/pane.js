/** One open chat: reads it, shows it, and does what its bubbles ask for. */
import * as api from './api.js';
import { h, nameOf } from './dom.js';
import { fileUrl, largest, summary } from './content.js';
import { alertBox, attempt, confirm, copy, menu, toast } from './dialogs.js';
import { Composer } from './composer.js';
import { chooseChat, follow, mention } from './links.js';
import { activate, open } from './navigation.js';
import { PaneHead } from './pane-head.js';
import { payMessage } from './payment.js';
import { botById, isGroup, rowOf, soon, store, userById } from './store.js';
import { Timeline } from './timeline.js';
import { viewPhotos } from './viewer.js';

const REACTIONS = ['👍', '❤️', '🔥', '🎉', '😁', '🤔', '👎'];
/** Messages read at first, and added each time the reader reaches the top. */
const PAGE = 60;

export class Pane {
  constructor(user, peer, index) {
    Object.assign(this, { user, peer, index, isGroup: isGroup(peer), limit: PAGE, thread: null, view: null });
    this.chat = api.chatApi(user, peer);
    this.timeline = new Timeline(this.context(), () => this.older());
    this.head = new PaneHead(this);
    this.composer = new Composer(this);
    this.element = h('section.pane', {
      'data-user': user, 'data-peer': peer, onfocusin: () => activate(this.index), onpointerdown: () => activate(this.index),
      ondragover: (event) => event.preventDefault(),
      ondrop: (event) => { event.preventDefault(); this.composer.sendFiles([...event.dataTransfer.files]); },
    }, this.head.element, this.timeline.element, this.composer.element);
    this.refresh();
  }

  /** True when this pane shows the chat of an event. */
  shows({ peer, user }) {
    return peer === this.peer && (this.isGroup || !user || user === this.user);
  }

  refresh() {
    soon(`pane:${this.user}:${this.peer}:${this.thread ?? ''}`, () => this.read());
  }

  async read() {
    const deleted = localStorage.getItem('deleted') === 'on';
    let view;
    try {
      view = await this.chat.view(this.limit, this.thread, deleted);
    } catch (error) {
      if (error instanceof api.Refused) this.timeline.render([], h('div.empty-chat', null, h('p', null, error.message)));
      return;
    }
    this.view = view;
    this.head.render(view);
    this.timeline.render(view.messages, this.empty(view));
    this.composer.render(view);
    if (view.chat.unread && document.visibilityState === 'visible' && this.element.offsetParent) await this.chat.read().catch(() => {});
  }

  empty(view) {
    const words = view.bot?.sandbox?.description || (this.isGroup ? 'No messages yet.' : `Press Start below and ${nameOf(view.bot)} answers.`);
    return h('div.empty-chat', null, h('h3', null, this.isGroup ? view.chat.title : nameOf(view.bot)), h('p', null, words));
  }

  older() {
    if (!this.view || this.view.messages.length < this.limit) return;
    this.limit += PAGE;
    this.refresh();
  }

  openTopic(thread) {
    this.thread = thread;
    this.timeline.stick = true;
    this.refresh();
  }

  /** What a bubble may do. */
  context() {
    return {
      user: this.user, isGroup: this.isGroup,
      act: {
        link: (url, event) => follow(url, this.user, event),
        command: (text) => this.composer.send(text),
        mention: (username) => mention(username, this.user),
        user: (user) => toast(`${nameOf(user)}, id ${user.id}`),
        copy,
      },
      jump: (id) => { if (!this.timeline.jump(id)) toast('That message is further up or was deleted'); },
      zoom: (message) => this.zoom(message),
      react: (message, emoji) => attempt(() => this.chat.react(message.message_id, emoji)),
      reply: (message) => this.composer.replyTo(message),
      vote: (message, options) => attempt(() => this.chat.vote(message.message_id, options)),
      menu: (event, messages) => this.openMenu(event, messages),
      press: (message, row, column) => this.press(message, row, column),
    };
  }

  zoom(message) {
    const photos = this.view.messages.filter((each) => each.photo && !each.invoice)
      .map((each) => ({ id: each.message_id, source: fileUrl(each, largest(each.photo)), caption: each.caption }));
    return viewPhotos(photos, photos.findIndex(({ id }) => id === message.message_id));
  }

  /** Presses an inline button; true when the bot has to answer now. */
  async press(message, row, column) {
    const button = message.reply_markup?.inline_keyboard?.[row]?.[column];
    if (!button || button.pay) {
      if (message.sandbox?.payment === 'paid') toast('Already paid');
      else await payMessage(this.chat, message);
      return false;
    }
    const result = await attempt(() => this.chat.press(message.message_id, row, column));
    switch (result?.kind) {
      case 'callback': return true;
      case 'url': case 'login': case 'web_app': await follow(result.url, this.user); break;
      case 'copy': await copy(result.text, `Copied “${result.text}”`); break;
      case 'pay': await payMessage(this.chat, message); break;
      case 'switch_inline': await this.switchInline(message, result); break;
      default:
    }
    return false;
  }

  async switchInline(message, { query, current_chat: here }) {
    const peer = here ? this.peer : await chooseChat('Send to which chat?', this.user);
    if (!peer) return;
    open(this.user, peer);
    const bot = message.via_bot ?? message.from;
    dispatchEvent(new CustomEvent('draft', { detail: { user: this.user, peer, text: `@${bot.username} ${query}` } }));
  }

  /** The bot's answer to a press of this person: a toast, an alert, or a link. */
  async answered({ answer }) {
    this.refresh();
    const bot = nameOf(this.view?.bot);
    if (answer?.url) await follow(answer.url, this.user);
    else if (answer?.text && answer.show_alert) await alertBox(bot, answer.text);
    else if (answer?.text) toast(answer.text);
  }

  openMenu(event, messages) {
    const [message] = messages;
    const id = message.message_id;
    const mine = message.sandbox?.outgoing;
    const text = messages.map((each) => each.text ?? each.caption).filter(Boolean).join('\n');
    const reactionRow = (close) => h('div.reaction-row', { role: 'group', 'aria-label': 'React' }, REACTIONS.map((emoji) => {
      const on = message.sandbox?.reactions?.some((each) => each.emoji === emoji && each.mine);
      return h('button', { type: 'button', 'aria-label': `React with ${emoji}`, 'aria-pressed': String(Boolean(on)), onclick: () => { close(); this.context().react(message, on ? null : emoji); } }, emoji);
    }));
    menu(event, [
      { label: 'Reply', drawing: 'reply', run: () => this.composer.replyTo(message) },
      text && { label: 'Copy text', drawing: 'copy', run: () => copy(text) },
      mine && text && { label: 'Edit', drawing: 'edit', run: () => this.composer.editing(message) },
      { label: message.sandbox?.pinned ? 'Unpin' : 'Pin', drawing: 'pin', run: () => attempt(() => this.chat.pin(id, !message.sandbox?.pinned)) },
      { label: 'Forward', drawing: 'forward', run: () => this.forward(id) },
      { label: 'Copy as JSON', drawing: 'code', run: () => copy(JSON.stringify(messages.length > 1 ? messages : message, null, 2)) },
      (mine || !this.isGroup) && { label: 'Delete', drawing: 'trash', danger: true, run: () => this.remove(messages) },
    ], reactionRow);
  }

  async forward(id) {
    const peer = await chooseChat('Forward to', this.user);
    if (peer && await attempt(() => this.chat.forward(id, peer))) open(this.user, peer);
  }

  async remove(messages) {
    const what = `“${summary(messages[0]).slice(0, 80)}”`;
    if (!await confirm('Delete the message?', what, 'Delete')) return;
    for (const { message_id: id } of messages) await attempt(() => this.chat.remove(id));
  }

  /** The whole chat as text, for a report or a test. */
  async copyText() {
    const text = await attempt(() => this.chat.text());
    if (text !== undefined) await copy(typeof text === 'string' ? text : JSON.stringify(text), 'Chat copied as text');
  }

  get person() { return userById(this.user); }
  get bot() { return botById(this.peer) ?? store.bots[0]; }
  get row() { return rowOf(this.user, this.peer); }
}
