/** What pops up above the writing line: the bot's commands after "/", results of an inline bot after "@bot ". */
import * as api from './api.js';
import { h, icon } from './dom.js';
import { attempt } from './dialogs.js';
import { follow } from './links.js';
import { store } from './store.js';

/** How long the typist must pause before an inline bot is asked (milliseconds). */
const PAUSE = 250;

export class Suggestions {
  constructor(composer) {
    this.composer = composer;
    this.commands = [];
    this.at = 0;
    this.id = `suggest-${composer.pane.user}-${composer.pane.peer}`;
    this.element = h('div.suggest', { role: 'listbox', id: this.id, 'aria-label': 'Suggestions', hidden: true });
    composer.input.setAttribute('aria-controls', this.id);
  }

  get open() { return !this.element.hidden; }

  close() {
    this.element.hidden = true;
    this.kind = null;
    clearTimeout(this.timer);
    this.asked = null;
  }

  /** Called with every change of the line. */
  update(text) {
    const inline = /^@(\w{3,32})(?:\s([\s\S]*))?$/.exec(text);
    const bot = inline && inline[2] !== undefined && store.bots.find((each) => each.username?.toLowerCase() === inline[1].toLowerCase());
    if (bot) this.ask(bot, inline[2].trim());
    else if (/^\/\w*$/.test(text)) this.showCommands(text.slice(1));
    else this.close();
  }

  toggleCommands() {
    if (this.open) this.close();
    else {
      this.showCommands('');
      this.composer.input.focus();
    }
  }

  showCommands(start) {
    const fitting = this.commands.filter(({ command }) => command.startsWith(start.toLowerCase()));
    if (!fitting.length) { this.close(); return; }
    this.kind = 'commands';
    this.show(fitting.map(({ command, description, bot }) => ({
      nodes: h('span', null, h('b', null, `/${command}`), h('small', null, description)),
      run: () => this.composer.send(`/${command}${bot ? `@${bot}` : ''}`),
    })));
  }

  ask(bot, query) {
    const asked = `${bot.id} ${query}`;
    if (this.asked === asked) return;
    this.close();
    this.asked = asked;
    this.note(bot.sandbox?.supports_inline === false ? `${bot.first_name} has no inline mode` : 'Searching…');
    this.timer = setTimeout(async () => {
      const { pane } = this.composer;
      const answer = await attempt(() => api.inline(pane.user, { bot: bot.id, peer: pane.peer, query }));
      if (this.asked !== asked) return;
      if (!answer?.results) this.note('The bot did not answer.');
      else this.results(answer, bot, query);
    }, PAUSE);
  }

  note(text) {
    this.kind = 'note';
    this.options = [];
    this.element.replaceChildren(h('div.note', { role: 'status' }, text));
    this.element.hidden = false;
  }

  results({ query_id: query, results, button, next_offset: offset }, bot, words) {
    this.kind = 'inline';
    const top = button && h('button.button.wide', {
      type: 'button',
      onclick: () => (button.start_parameter === undefined ? null : follow(`https://t.me/${bot.username}?start=${button.start_parameter}`, this.composer.pane.user)),
    }, button.text);
    if (!results.length) {
      this.note('Nothing found.');
      if (top) this.element.prepend(top);
      return;
    }
    const options = results.map((result) => ({ nodes: line(result), run: () => this.choose(query, result) }));
    if (offset) options.push({ nodes: h('b', null, 'More results'), stays: true, run: () => this.more(bot, words, offset) });
    this.show(options, top);
  }

  /** The next page takes the place of this one. */
  async more(bot, words, offset) {
    const { pane } = this.composer;
    const answer = await attempt(() => api.inline(pane.user, { bot: bot.id, peer: pane.peer, query: words, offset }));
    if (answer?.results) this.results(answer, bot, words);
  }

  async choose(query, result) {
    const { pane } = this.composer;
    const { reply_to } = this.composer.extras();
    this.composer.draft('');
    this.composer.setMode(null);
    await attempt(() => pane.chat.choose(query, result.id, reply_to));
    pane.refresh();
  }

  show(options, top) {
    this.options = options;
    this.at = 0;
    this.rows = options.map(({ nodes, run, stays }, index) => h('div', {
      role: 'option', id: `${this.id}-${index}`, 'aria-selected': String(index === 0), onpointerdown: (event) => event.preventDefault(),
      onclick: () => { if (!stays) this.close(); run(); },
    }, nodes));
    this.element.replaceChildren(...[top, ...this.rows].filter(Boolean));
    this.element.hidden = false;
    this.mark(0);
  }

  mark(index) {
    this.at = (index + this.rows.length) % this.rows.length;
    this.rows.forEach((row, i) => row.setAttribute('aria-selected', String(i === this.at)));
    this.rows[this.at].scrollIntoView({ block: 'nearest' });
    this.composer.input.setAttribute('aria-activedescendant', this.rows[this.at].id);
  }

  /** Takes arrow keys, Enter, Tab and Escape while something is shown; true when the key was used. */
  key(event) {
    if (!this.open) return false;
    if (event.key === 'Escape') { event.preventDefault(); this.close(); return true; }
    if (!this.options?.length) return false;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.mark(this.at + (event.key === 'ArrowDown' ? 1 : -1));
    else if (event.key === 'Enter' || event.key === 'Tab') {
      const { run, stays } = this.options[this.at];
      if (!stays) this.close();
      run();
    } else return false;
    event.preventDefault();
    return true;
  }
}

const KINDS = { photo: 'photo', gif: 'photo', document: 'file', contact: 'contact', location: 'place', venue: 'place', audio: 'mic', voice: 'mic' };

/** One inline result: thumbnail, title, description. */
function line(result) {
  const source = result.sandbox?.file ?? result.thumbnail_url ?? result.photo_url;
  const title = result.title ?? result.caption ?? result.first_name ?? result.type;
  const letter = h('span.thumb', { 'aria-hidden': 'true' }, KINDS[result.type] ? icon(KINDS[result.type]) : [...title][0]?.toUpperCase());
  // Only pictures of this sandbox are loaded: the page asks no other machine for anything.
  const local = source && new URL(source, location.href).origin === location.origin;
  return [
    local ? h('img', { src: source, alt: '', onerror: (event) => event.target.replaceWith(letter) }) : letter,
    h('span', null, h('b', null, title), h('small', null, result.description ?? result.address ?? result.phone_number ?? '')),
  ];
}
