/** The list of messages of one chat: days, runs of one sender, albums; keeps its elements and its place while things change. */
import { day, h, icon } from './dom.js';
import { service } from './content.js';
import { bubble, servicePill } from './bubble.js';
import { now } from './store.js';

/** Messages of one sender closer than this (seconds) stand together. */
const RUN = 300;

export class Timeline {
  /** `context` is what bubbles may do (see pane.js); `onOlder` is called when the reader scrolls to the top. */
  constructor(context, onOlder) {
    this.context = context;
    this.items = new Map();
    this.inner = h('div.messages-inner');
    this.scroller = h('div.messages', { role: 'log', 'aria-label': 'Messages', tabindex: -1, onscroll: () => this.scrolled(onOlder) }, this.inner);
    this.count = h('span.badge', { hidden: true });
    this.toEnd = h('button.to-end', { type: 'button', hidden: true, 'aria-label': 'Go to the newest message', onclick: () => this.end(true) }, icon('down'), this.count);
    this.element = h('div.log-wrap', null, this.scroller, this.toEnd);
    this.below = 0;
    this.top = 0;
    // Late photos push the end down, a keyboard takes its place: stay at the end if the reader was there.
    const resized = new ResizeObserver(() => { if (this.stick) this.end(); });
    resized.observe(this.inner);
    resized.observe(this.scroller);
    this.stick = true;
  }

  scrolled(onOlder) {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    const atEnd = scrollHeight - scrollTop - clientHeight < 60;
    // Only a move upwards is the reader's: a photo that arrives late also leaves a distance to the end.
    if (atEnd) this.stick = true;
    else if (scrollTop < this.top) this.stick = false;
    this.top = scrollTop;
    if (this.stick) this.below = 0;
    this.marks();
    if (scrollTop < 40 && scrollHeight > clientHeight) onOlder();
  }

  marks() {
    this.toEnd.hidden = this.stick;
    this.count.hidden = !this.below;
    this.count.textContent = this.below;
  }

  end(smooth = false) {
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth ? 'smooth' : 'instant' });
    this.stick = true;
  }

  /** Scrolls to a message and lights it up; false when it is not here. */
  jump(id) {
    const element = [...this.inner.children].find((child) => (child.dataset.messages ?? child.dataset.message ?? '').split(' ').includes(String(id)));
    if (!element) return false;
    element.scrollIntoView({ block: 'center', behavior: 'smooth' });
    element.classList.remove('jumped');
    requestAnimationFrame(() => element.classList.add('jumped'));
    return true;
  }

  /** Shows `messages` (oldest first); `empty` stands there when there are none. */
  render(messages, empty) {
    const fresh = this.items;
    const first = !fresh.size;
    const { scrollHeight, scrollTop } = this.scroller;
    const oldest = this.oldest;
    const plan = planned(messages);
    const next = new Map();
    for (const item of plan) {
      const old = fresh.get(item.key);
      next.set(item.key, old?.signature === item.signature ? old : { signature: item.signature, element: this.draw(item, old, first) });
    }
    const elements = [...next.values()].map((item) => item.element);
    if (!plan.length && empty) elements.push(empty);
    replaceChildren(this.inner, elements);
    const newer = messages.filter((m) => m.message_id > (this.newest ?? 0) && !m.sandbox?.outgoing).length;
    const mine = messages.some((m) => m.message_id > (this.newest ?? 0) && m.sandbox?.outgoing);
    this.items = next;
    this.newest = messages.at(-1)?.message_id ?? 0;
    this.oldest = messages[0]?.message_id;
    if (first || this.stick || mine) this.end();
    else {
      this.below += newer;
      // Older messages were put in front: keep what is read where it is.
      if (oldest && this.oldest < oldest) this.scroller.scrollTop = scrollTop + this.scroller.scrollHeight - scrollHeight;
    }
    this.marks();
  }

  draw(item, old, first) {
    if (item.kind === 'day') return h('div.pill.day', null, item.label);
    if (item.kind === 'service') return servicePill(item.messages[0], this.context);
    const focused = old?.element.contains(document.activeElement) ? document.activeElement : null;
    const element = bubble(item.messages, item, this.context);
    if (!old && !first) element.classList.add('fresh');
    if (focused) restoreFocus(element, focused);
    return element;
  }
}

/** After a press the message is drawn again: the keyboard user's place must not be lost. */
function restoreFocus(element, focused) {
  const { row, column } = focused.dataset;
  const target = row === undefined ? '.bubble' : `[data-row="${row}"][data-column="${column}"]`;
  requestAnimationFrame(() => (element.querySelector(target) ?? element.querySelector('.bubble'))?.focus({ preventScroll: true }));
}

/** Puts exactly `elements` into `parent`, moving as little as possible. */
function replaceChildren(parent, elements) {
  const wanted = new Set(elements);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  elements.forEach((element, index) => {
    if (parent.children[index] !== element) parent.insertBefore(element, parent.children[index] ?? null);
  });
}

/** The items to show, each with a key and a signature that changes whenever it must be drawn again. */
function planned(messages) {
  const items = [];
  let lastDay = '';
  for (const message of messages) {
    const label = day(message.date, now());
    if (label !== lastDay) items.push({ kind: 'day', key: `day:${label}`, label, signature: label });
    lastDay = label;
    const previous = items.at(-1);
    const album = message.media_group_id;
    if (service(message)) items.push({ kind: 'service', key: message.message_id, messages: [message] });
    else if (album && previous.album === album) previous.messages.push(message);
    else items.push({ kind: 'bubble', key: message.message_id, album, messages: [message] });
  }
  items.forEach((item, index) => {
    if (item.kind === 'day') return;
    item.first = !sameRun(items[index - 1], item);
    item.last = !sameRun(item, items[index + 1]);
    item.signature = JSON.stringify([item.first, item.last, item.messages.map(({ sandbox = {}, reply_markup: markup, reply_to_message: answered }) =>
      [sandbox.revision, sandbox.read, sandbox.pressed, sandbox.reactions, sandbox.pinned, sandbox.deleted, sandbox.payment, markup, answered?.text])]);
  });
  return items;
}

function sameRun(a, b) {
  if (a?.kind !== 'bubble' || b?.kind !== 'bubble') return false;
  const [x, y] = [a.messages.at(-1), b.messages[0]];
  return x.from?.id === y.from?.id && y.date - x.date < RUN;
}
