/** The strip below the chats for those who write the bot: what it called, what it was sent, and how to make Telegram misbehave. */
import * as api from './api.js';
import { h, icon, iconButton } from './dom.js';
import { attempt, copy, formDialog, tick, toast } from './dialogs.js';
import { Faults } from './faults.js';
import { forget, recorded, script } from './recorder.js';
import { store } from './store.js';

/** Entries kept on the page; the sandbox keeps more. */
const KEEP = 400;
const time = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3, hourCycle: 'h23' });

const isBad = (entry) => entry.kind === 'violation' || (entry.kind === 'call' && !entry.ok) || ['failed', 'expired', 'rejected'].includes(entry.outcome);
const counted = (number, word) => `${number} ${word}${number === 1 ? '' : 's'}`;
const updateKind = (update = {}) => Object.keys(update).find((key) => key !== 'update_id') ?? 'update';

export class Developer {
  constructor() {
    this.entries = new Map();
    this.filter = 'all';
    this.summary = h('span.strip-summary');
    this.toggle = h('button.strip-toggle', { type: 'button', 'aria-expanded': 'false', 'aria-controls': 'developer', onclick: () => this.open(this.panel.hidden) },
      icon('code'), h('b', null, 'Developer'), this.summary);
    this.list = h('div.log', { role: 'list', 'aria-label': 'Calls and updates', tabindex: 0 });
    this.faults = new Faults();
    this.panel = h('div.strip-panel', { id: 'developer', hidden: true },
      h('section.log-side', { 'aria-label': 'Log' }, this.toolbar(), this.list), this.faults.element);
    this.element = h('section.strip', { 'aria-label': 'Developer' },
      h('div.strip-bar', null, this.toggle,
        h('button.button.small', { type: 'button', onclick: () => this.copyTest() }, 'Copy as test'),
        h('button.button.small.danger', { type: 'button', onclick: () => this.reset() }, 'Reset')),
      this.panel);
    if (localStorage.getItem('developer') === 'open') this.open(true);
    this.load();
  }

  toolbar() {
    const filters = [['all', 'All'], ['call', 'Calls'], ['update', 'Updates'], ['bad', 'Errors']];
    const buttons = filters.map(([id, label]) => h('button', {
      type: 'button', 'aria-pressed': String(id === 'all'), 'data-filter': id,
      onclick: (event) => {
        this.filter = id;
        buttons.forEach((button) => button.setAttribute('aria-pressed', String(button === event.currentTarget)));
        this.draw();
      },
    }, label));
    this.words = h('input', { type: 'search', placeholder: 'Filter', 'aria-label': 'Filter the log', oninput: () => this.draw() });
    const deleted = h('input', { type: 'checkbox', checked: localStorage.getItem('deleted') === 'on', onchange: () => { localStorage.setItem('deleted', deleted.checked ? 'on' : 'off'); dispatchEvent(new Event('refresh-chats')); } });
    return h('div.log-tools', null, h('div.segmented', { role: 'group', 'aria-label': 'Show' }, buttons), this.words, h('label.check', null, deleted, 'Show deleted messages'));
  }

  open(on) {
    this.panel.hidden = !on;
    this.toggle.setAttribute('aria-expanded', String(on));
    localStorage.setItem('developer', on ? 'open' : 'closed');
    if (on) { this.draw(); this.faults.load(); }
  }

  async load() {
    const answer = await api.log().catch(() => ({ entries: [] }));
    for (const entry of answer.entries) this.entries.set(entry.seq, entry);
    this.changed();
  }

  heard(topic, detail) {
    if (topic === 'log') {
      this.entries.set(detail.seq, detail);
      if (this.entries.size > KEEP) this.entries.delete(this.entries.keys().next().value);
      this.changed();
    } else if (topic === 'reset') {
      this.entries.clear();
      forget();
      this.load();
    } else if (topic === 'faults') this.faults.show(detail);
    else if (topic === 'clock') this.faults.showClock(detail);
  }

  /** Bursts of entries are drawn once per frame. */
  changed() {
    if (this.drawing) return;
    this.drawing = requestAnimationFrame(() => {
      this.drawing = null;
      const all = [...this.entries.values()];
      const bad = all.filter(isBad).length;
      const calls = all.filter(({ kind }) => kind === 'call').length;
      const updates = all.filter(({ kind }) => kind === 'update').length;
      this.summary.textContent = [counted(calls, 'call'), counted(updates, 'update'), bad && counted(bad, 'error')].filter(Boolean).join(', ');
      this.summary.classList.toggle('bad', bad > 0);
      if (!this.panel.hidden) this.draw();
    });
  }

  draw() {
    const words = this.words.value.toLowerCase();
    const shown = [...this.entries.values()].reverse()
      .filter((entry) => this.filter === 'all' || (this.filter === 'bad' ? isBad(entry) : entry.kind === this.filter))
      .filter((entry) => !words || JSON.stringify(entry).toLowerCase().includes(words)).slice(0, 150);
    const kept = new Map([...this.list.children].map((row) => [row.dataset.key, row]));
    const rows = shown.map((entry) => {
      const key = `${entry.seq}:${entry.outcome ?? ''}:${entry.attempt ?? ''}`;
      return kept.get(key) ?? this.row(entry, key);
    });
    this.list.replaceChildren(...(rows.length ? rows : [h('p.sidebar-empty', null, words || this.filter !== 'all' ? 'Nothing fits the filter.' : 'Nothing yet: what the bot calls and is sent appears here.')]));
  }

  row(entry, key) {
    const [name, note] = described(entry);
    const several = store.bots.length > 1 ? `${store.bots.find(({ id }) => id === entry.bot)?.first_name ?? entry.bot} ` : '';
    const details = h('details', { role: 'listitem', 'data-key': key, class: `entry ${entry.kind}${isBad(entry) ? ' bad' : ''}` },
      h('summary', null, h('time', null, time.format(new Date(entry.at * 1000))), h('span.kind', null, { call: '→', update: '←', violation: '!' }[entry.kind]), h('b', null, several, name), h('span', null, note)));
    // Thousands of JSON trees would be built for nothing: each is written when it is opened.
    details.addEventListener('toggle', () => {
      if (!details.open || details.children.length > 1) return;
      const json = JSON.stringify(entry, null, 2);
      details.append(h('div.entry-body', null, h('pre', { tabindex: 0 }, json), h('div.entry-tools', null,
        iconButton('copy', 'Copy this entry', () => copy(json)),
        entry.kind === 'update' && h('button.button.small', { type: 'button', onclick: () => attempt(async () => { await api.duplicateUpdate(entry.bot, entry.update_id); toast('Sent to the bot again'); }) }, 'Deliver again'))));
    });
    return details;
  }

  async copyTest() {
    if (!recorded()) { toast('Write or press something first: what you do here becomes the test.'); return; }
    await copy(script(location.origin), `Copied a test of ${counted(recorded(), 'step')}`);
  }

  async reset() {
    const chosen = await formDialog({
      title: 'Start over?', action: 'Reset', danger: true,
      body: () => [h('p', null, 'Messages, the log and faults are forgotten. Bots stay connected.'), tick('People and groups, too', 'people')],
      submit: ({ people }) => ({ people: people !== undefined }),
    });
    if (chosen && await attempt(() => api.reset(chosen.people))) toast(chosen.people ? 'An empty town' : 'Every chat is empty');
  }
}

/** Name and short note of a log entry. */
function described(entry) {
  const clip = (value) => (value === undefined ? '' : String(value).replaceAll('\n', ' ').slice(0, 120));
  if (entry.kind === 'violation') return [entry.method ?? 'Rule', entry.description ?? entry.rule];
  if (entry.kind === 'update') {
    const kind = updateKind(entry.update);
    const body = entry.update?.[kind] ?? {};
    return [kind, clip([entry.outcome, entry.attempt > 1 && `attempt ${entry.attempt}`, entry.error, body.text ?? body.data ?? body.query].filter(Boolean).join(' · '))];
  }
  const { parameters = {} } = entry;
  if (!entry.ok) return [entry.method, `${entry.error_code ?? ''} ${entry.description ?? 'no answer'}`];
  return [entry.method, clip(`${entry.took_ms ?? 0} ms ${entry.fault ? `(${entry.fault}) ` : ''}${parameters.text ?? parameters.caption ?? ''}`)];
}
