/** Links inside a chat: those of Telegram work here, the others are offered to be opened. */
import * as api from './api.js';
import { nameOf } from './dom.js';
import { attempt, choose, confirm, toast } from './dialogs.js';
import { open } from './navigation.js';
import { payLink } from './payment.js';
import { groupById, store } from './store.js';

const TELEGRAM = /^(?:https?:\/\/)?(?:t|telegram)\.me\/(.+)$/i;

/** Looks a link up; null when it is not one of Telegram's. `{kind, ...}` otherwise. */
export function telegramLink(url) {
  if (url.startsWith('tg://')) return resolved(url);
  const invoice = /\/sandbox\/invoice\/([\w-]+)/.exec(url) ?? /(?:t|telegram)\.me\/(?:\$|invoice\/)([\w-]+)/i.exec(url);
  if (invoice) return { kind: 'invoice', slug: invoice[1] };
  const match = TELEGRAM.exec(url);
  if (!match) return null;
  const target = new URL(`https://t.me/${match[1]}`);
  const [first, second, third] = target.pathname.slice(1).split('/');
  if (first === 'share') return { kind: 'share', text: [target.searchParams.get('text'), target.searchParams.get('url')].filter(Boolean).join('\n') };
  if (first === 'c') return { kind: 'message', peer: Number(`-100${second}`), message: Number(third) };
  return byName(first, target.searchParams);
}

function resolved(url) {
  const parameters = new URL(url.replace('tg://', 'https://t.me/')).searchParams;
  if (url.startsWith('tg://user')) return { kind: 'user', id: Number(parameters.get('id')) };
  return byName(parameters.get('domain') ?? '', parameters);
}

function byName(username, parameters) {
  const group = parameters.get('startgroup');
  return { kind: 'name', username, payload: parameters.get('start'), group };
}

const findBot = (username) => store.bots.find((bot) => bot.username?.toLowerCase() === username.toLowerCase());

/** Follows a link as `user`. `event` is the click, when there was one: a foreign link is left to the browser. */
export async function follow(url, user, event) {
  const link = telegramLink(url);
  if (!link) {
    if (event) return;
    if (await confirm('Open this link?', `${url}\n\nIt opens in a new tab and may leave this machine.`, 'Open')) window.open(url, '_blank', 'noopener');
    return;
  }
  event?.preventDefault();
  if (link.kind === 'invoice') await payLink(user, link.slug);
  else if (link.kind === 'share') await share(user, link.text);
  else if (link.kind === 'message') {
    if (groupById(link.peer)) open(user, link.peer);
    else toast('That chat is not here');
  } else if (link.kind === 'user') toast(`Person ${link.id}`);
  else await visit(link, user);
}

/** Goes to a bot or a person by username, and starts the bot when the link says so. */
async function visit({ username, payload, group }, user) {
  const bot = findBot(username);
  if (!bot) {
    toast(`@${username} is not in this sandbox`);
    return;
  }
  if (group !== null && group !== undefined) {
    const target = await chooseGroup(`Add ${nameOf(bot)} to which group?`);
    if (!target) return;
    await attempt(() => api.setMember(target, bot.id, 'member'));
    await attempt(() => api.chatApi(user, target).start(group, true));
    open(user, target);
    return;
  }
  open(user, bot.id);
  if (payload !== null && payload !== undefined) await attempt(() => api.chatApi(user, bot.id).start(payload));
}

/** Goes to who is mentioned. */
export const mention = (username, user) => visit({ username }, user);

const chooseGroup = (title) => choose(title, store.groups.map((group) => ({ drawing: 'group', title: group.title, value: group.id })));

/** Asks for one of the chats of `user`; resolves with its peer. */
export function chooseChat(title, user) {
  const rows = [...store.rows.entries()].filter(([key]) => key.startsWith(`${user}:`)).map(([, chat]) => chat);
  return choose(title, rows.map((chat) => ({ drawing: chat.peer < 0 ? 'group' : 'person', title: chat.title, value: chat.peer })));
}

async function share(user, text) {
  const peer = await chooseChat('Send to', user);
  if (!peer) return;
  open(user, peer);
  dispatchEvent(new CustomEvent('draft', { detail: { user, peer, text } }));
}
