/** Adding and changing people and groups. */
import * as api from './api.js';
import { avatar, h, iconButton, nameOf } from './dom.js';
import { attempt, choice, field, formDialog, modal, tick } from './dialogs.js';
import { open } from './navigation.js';
import { groupById, membersOf, store } from './store.js';

/** The common languages of Telegram apps; any other code can be typed in. */
const LANGUAGES = ['ar', 'cs', 'da', 'de', 'el', 'en', 'es', 'fa', 'fi', 'fr', 'he', 'hi', 'hu', 'hy', 'id', 'it', 'ja', 'ka', 'kk', 'ko', 'nl', 'pl', 'pt-br', 'ro', 'ru', 'sr', 'sv', 'th', 'tr', 'uk', 'uz', 'vi', 'zh-hans'];
const spoken = new Intl.DisplayNames(['en'], { type: 'language' });
/** `German` for `de`; the code itself when it is no language. */
export function languageName(code) {
  try { return spoken.of(code ?? 'en'); } catch { return code; }
}

const NAMES = ['Ann', 'Boris', 'Chen', 'Dina', 'Emil', 'Fatima', 'Georg', 'Hana', 'Ivan', 'Julia', 'Karim', 'Lena'];

/** A list of languages, with a field for the code of any other. */
function languageField(current) {
  const known = LANGUAGES.includes(current);
  const byName = LANGUAGES.map((code) => [code, languageName(code)]).sort(([, a], [, b]) => a.localeCompare(b));
  const other = h('input', { name: 'other_language', value: known ? '' : current, hidden: known, placeholder: 'Code, such as sw', 'aria-label': 'Language code', pattern: '[a-zA-Z]{2,3}(-[a-zA-Z]+)?', autocomplete: 'off' });
  const list = h('select', { name: 'language_code', onchange: () => { other.hidden = list.value !== ''; other.required = !other.hidden; } },
    [...byName, ['', 'Other…']].map(([code, name]) => h('option', { value: code, ...(code === (known ? current : '') && { selected: true }) }, name)));
  return h('div.field', null, h('label.field', null, 'Language of the app', list), other);
}

function personFields(user) {
  const free = NAMES.find((name) => !store.users.some((other) => other.first_name === name)) ?? 'Someone';
  return [
    h('div.fields', null,
      field('First name', { name: 'first_name', value: user?.first_name ?? free, required: true, maxlength: 64, autofocus: true, autocomplete: 'off', onfocus: (event) => event.target.select() }),
      field('Last name', { name: 'last_name', value: user?.last_name ?? '', maxlength: 64, autocomplete: 'off' })),
    h('div.fields', null,
      languageField(user?.language_code ?? 'en'),
      field('Username', { name: 'username', value: user?.username ?? '', placeholder: 'none', autocomplete: 'off' })),
    tick('Has Telegram Premium', 'is_premium', user?.is_premium),
  ];
}

function personOf(values) {
  return {
    first_name: values.first_name.trim(), language_code: values.language_code || values.other_language.trim().toLowerCase() || 'en', is_premium: values.is_premium === 'on',
    last_name: values.last_name.trim() || undefined, username: values.username.trim().replace(/^@/, '') || undefined,
  };
}

/** Adds a person and opens the chat with `bot`. */
export function addPerson(bot) {
  return formDialog({
    title: 'New person', action: 'Add person',
    body: () => [h('p', null, 'Someone with a Telegram account, who can write to the bot.'), personFields()],
    submit: async (values) => {
      const user = await api.addUser(personOf(values));
      store.users.push(user);
      open(user.id, bot);
    },
  });
}

/** Changes a person; also "account deleted", which a bot sees as 403. */
export function editPerson(user) {
  return formDialog({
    title: nameOf(user), action: 'Save',
    body: () => [h('p', null, `Id ${user.id} · ${user.sandbox?.phone_number ?? 'no phone number'}`), personFields(user),
      tick('Account deleted (the bot gets “user is deactivated”)', 'deactivated', user.sandbox?.deactivated)],
    submit: (values) => api.changeUser(user.id, { ...personOf(values), deactivated: values.deactivated === 'on' }),
  });
}

/** Makes a group of some people and the bots. */
export function addGroup() {
  return formDialog({
    title: 'New group', action: 'Create group',
    body: () => [
      field('Name', { name: 'title', value: 'Staff', required: true, maxlength: 128, autofocus: true, autocomplete: 'off' }),
      choice('Kind', 'kind', [['supergroup', 'Supergroup'], ['forum', 'Supergroup with topics'], ['group', 'Small group (becomes a supergroup later)']], 'supergroup'),
      h('div.choices', { role: 'group', 'aria-label': 'Members' }, store.users.slice(0, 30).map((user) => h('label', null,
        h('input', { type: 'checkbox', name: 'person', value: user.id }), h('span.grow', null, nameOf(user))))),
      h('p', null, 'The bots join as administrators, the first person owns the group.')],
    submit: async (values, form) => {
      const people = new FormData(form).getAll('person').map(Number);
      if (!people.length) throw new Error('Choose at least one person.');
      const group = await api.addGroup({
        title: values.title, type: values.kind === 'group' ? 'group' : 'supergroup', is_forum: values.kind === 'forum',
        creator: people[0], members: people.slice(1), admins: store.bots.map((bot) => bot.id),
      });
      store.groups.push(group);
      open(people[0], group.id);
    },
  });
}

/** Turns a small group into a supergroup, which has another id; bots are told where it went. */
export async function migrateGroup(id, user) {
  const group = await attempt(() => api.migrateGroup(id));
  if (!group) return;
  store.groups = [...store.groups.filter((each) => each.id !== id), group];
  open(user, group.id);
}

const STATUSES = [['creator', 'Owner'], ['administrator', 'Administrator'], ['member', 'Member'], ['restricted', 'Restricted'], ['left', 'Left'], ['kicked', 'Removed']];

/** Who is in a group, with the status of each; others can be added. */
export function showMembers(id) {
  return modal('', (close) => {
    const body = h('div.dialog-body');
    const draw = () => {
      const group = groupById(id);
      const inside = new Set(membersOf(group).map(({ user }) => user.id));
      const change = (user) => async (event) => {
        await attempt(() => api.setMember(id, user, event.target.value));
        const fresh = await api.state();
        store.groups = fresh.groups;
        draw();
      };
      const row = (user, status) => h('label', null, avatar(user.id, nameOf(user), 'small'), h('span.grow', null, nameOf(user), user.is_bot && h('small', null, 'bot')),
        h('select', { 'aria-label': `Status of ${nameOf(user)}`, onchange: change(user.id) },
          !status && h('option', { value: '' }, 'Not in the group'),
          STATUSES.map(([value, words]) => h('option', { value, ...(value === status && { selected: true }) }, words))));
      const members = group.sandbox.members.filter(({ user }) => user.is_bot || inside.has(user.id));
      const known = new Set(members.map(({ user }) => user.id));
      const others = [...store.users, ...store.bots].filter((user) => !known.has(user.id)).slice(0, 30);
      body.replaceChildren(h('div.choices', null, members.map(({ user, status }) => row(user, status))),
        others.length ? h('p', null, 'Add') : '', h('div.choices', null, others.map((user) => row(user, ''))));
    };
    draw();
    return h('form', { 'aria-label': 'Members' },
      h('div.dialog-head', null, h('h2', null, 'Members'), iconButton('close', 'Close', () => close())), body);
  });
}
