/** The list on the left: people and groups, newest talk first. */
import { avatar, clock, day, h, icon, iconButton, nameOf } from './dom.js';
import { summary } from './content.js';
import { menu } from './dialogs.js';
import { open, openGroup, places, showList } from './navigation.js';
import { typingWords } from './pane-head.js';
import { addGroup, addPerson } from './people.js';
import { isInGroup, now, rowOf, speakerOf, store } from './store.js';

/** From this many people on, the list can be searched. */
const SEARCHABLE = 9;

export class Sidebar {
  constructor() {
    this.query = '';
    this.note = h('small');
    this.people = h('div', { role: 'list', 'aria-labelledby': 'people' });
    this.groups = h('div', { role: 'list', 'aria-labelledby': 'groups' });
    this.chooser = h('label.field', { hidden: true });
    this.search = h('input', { type: 'search', placeholder: 'Find a person', 'aria-label': 'Find a person', oninput: () => { this.query = this.search.value.toLowerCase(); this.render(); } });
    this.searchField = h('div.field', { hidden: true }, this.search);
    const head = (id, label, add, action) => h('div.section-head', null, h('span', { id }, label), h('button.button.small', { type: 'button', 'aria-label': action, onclick: add }, '+ Add'));
    this.themeButton = iconButton('moon', 'Day or night', () => this.switchTheme());
    this.element = h('nav.sidebar', { 'aria-label': 'Chats' },
      h('header.sidebar-head', null, h('h1', null, 'Local Telegram', this.note), this.themeButton),
      h('div.sidebar-scroll', null, this.chooser,
        head('people', 'People', () => addPerson(this.bot()?.id), 'Add a person'), this.searchField, this.people,
        head('groups', 'Groups', addGroup, 'Add a group'), this.groups));
    this.showTheme();
  }

  switchTheme() {
    localStorage.setItem('theme', document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark');
    dispatchEvent(new Event('theme'));
    this.showTheme();
  }

  showTheme() {
    const dark = document.documentElement.dataset.theme === 'dark';
    const label = dark ? 'Day colours' : 'Night colours';
    this.themeButton.replaceChildren(icon(dark ? 'sun' : 'moon'));
    this.themeButton.setAttribute('aria-label', label);
    this.themeButton.title = label;
  }

  /** The bot the people's rows belong to: the one chosen, when there are several. */
  bot() {
    return store.bots.find((bot) => bot.id === Number(localStorage.getItem('bot'))) ?? store.bots[0];
  }

  render() {
    const bot = this.bot();
    this.note.textContent = bot ? `${nameOf(bot)} @${bot.username ?? ''}` : 'no bot yet';
    this.chooser.hidden = store.bots.length < 2;
    if (store.bots.length > 1) {
      this.chooser.replaceChildren('Bot', h('select', { onchange: (event) => { localStorage.setItem('bot', event.target.value); showList(); this.render(); } },
        store.bots.map((each) => h('option', { value: each.id, ...(each === bot && { selected: true }) }, nameOf(each)))));
    }
    this.searchField.hidden = store.users.length < SEARCHABLE;
    const shown = store.users.filter((user) => nameOf(user).toLowerCase().includes(this.query));
    const age = (user) => (bot && rowOf(user.id, bot.id)?.last_message?.date) ?? 0;
    // Customers above those who only are in a group; within each, the newest talk first.
    shown.sort((a, b) => Number(isInGroup(a.id)) - Number(isInGroup(b.id)) || age(b) - age(a));
    this.people.replaceChildren(...(bot ? shown.slice(0, 100).map((user) => this.personRow(user, bot)) : []),
      shown.length > 100 ? h('p.sidebar-empty', null, `and ${shown.length - 100} more: search for them`) : '',
      store.users.length ? '' : h('p.sidebar-empty', null, 'Nobody yet. Add a person, then write to the bot as them.'));
    this.groups.replaceChildren(...store.groups.map((group) => this.groupRow(group)),
      store.groups.length ? '' : h('p.sidebar-empty', null, 'No groups yet.'));
  }

  personRow(user, bot) {
    const row = rowOf(user.id, bot.id);
    const tags = [
      h('span.tag', { title: 'Language of the app' }, user.language_code ?? 'en'),
      row?.blocked && h('span.tag.bad', null, 'blocked the bot'),
      user.sandbox?.deactivated && h('span.tag.bad', null, 'deleted'),
    ];
    return this.row({ user: user.id, peer: bot.id, name: nameOf(user), tags, row, face: avatar(user.id, nameOf(user)), go: (beside) => open(user.id, bot.id, { beside }) });
  }

  groupRow(group) {
    const row = rowOf(speakerOf(group.id), group.id);
    return this.row({ peer: group.id, name: group.title, tags: [group.is_forum && h('span.tag', null, 'topics')], row, face: avatar(group.id, group.title, '', true), go: () => openGroup(group.id) });
  }

  row({ user, peer, name, tags, row, face, go }) {
    const typing = typingWords(row?.typing);
    const last = row?.last_message;
    const current = places().some((place) => place.peer === peer && (!user || place.user === user));
    const from = last && peer < 0 && last.from ? `${last.from.first_name}: ` : last?.sandbox?.outgoing ? 'You: ' : '';
    const when = last && (day(last.date, now()) === 'Today' ? clock(last.date) : day(last.date, now()));
    return h('div', { role: 'listitem' }, h('button.chat-row', {
      type: 'button', 'aria-current': current ? 'true' : null, 'data-peer': peer, 'data-user': user ?? null,
      onclick: (event) => go(event.ctrlKey || event.metaKey),
      oncontextmenu: (event) => {
        event.preventDefault();
        menu(event, [{ label: 'Open', drawing: 'reply', run: () => go(false) }, { label: 'Open beside the other chat', drawing: 'columns', run: () => go(true) }]);
      },
      title: user ? 'Ctrl and click opens it beside the other chat' : null,
    }, face,
    h('span', { style: { 'min-width': 0 } }, h('span.who', null, h('b', null, name), tags),
      h(`span.last${typing ? '.typing' : ''}`, { style: { display: 'block' } }, typing || (last ? from + summary(last) : 'Press Start to begin'))),
    h('span.side', null, when ?? '', row?.unread ? h('span.badge', { 'aria-label': `${row.unread} unread` }, row.unread) : '')));
  }
}
