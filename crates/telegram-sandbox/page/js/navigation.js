/**
 * Which chats are open. It lives in the address (`#1001:777+1002:-100`: person 1001 with bot 777, person 1002 in group -100), so
 * "back" works, a reload changes nothing and a link can show two chats side by side.
 */
import { botById, groupById, isGroup, speakAs, speakerOf, store, userById } from './store.js';

const wide = matchMedia('(min-width: 1021px)');
const phone = matchMedia('(max-width: 760px)');
let active = 0;

/** The open chats, left to right: `[{user, peer}]`. */
export function places() {
  return location.hash.slice(1).split('+').filter(Boolean).slice(0, 2).map((pair) => {
    const [user, peer] = pair.split(':').map(Number);
    return { user, peer };
  }).filter(({ user, peer }) => user && peer);
}

const write = (list) => { location.hash = list.map(({ user, peer }) => `${user}:${peer}`).join('+'); };

/** The pane that is shown where only one fits, and that the list opens chats in. */
export const activeIndex = () => Math.min(active, Math.max(0, places().length - 1));
export function activate(index) {
  if (active === index) return;
  active = index;
  dispatchEvent(new Event('hashchange'));
}

/** Opens a chat. Private chats stand left, groups right; `beside` puts it next to the active one. */
export function open(user, peer, { beside = false } = {}) {
  const list = places();
  const place = { user: Number(user), peer: Number(peer) };
  const same = list.findIndex((p) => p.peer === place.peer && (isGroup(peer) || p.user === place.user));
  if (isGroup(peer)) speakAs(peer, user);
  if (same >= 0) {
    list[same] = place;
    active = same;
  } else if (beside && list.length) {
    const other = list.length === 1 ? 1 : 1 - activeIndex();
    list[other] = place;
    active = other;
  } else {
    const kind = list.findIndex((p) => isGroup(p.peer) === isGroup(peer));
    if (kind >= 0) active = list.length === 2 && isGroup(list[0].peer) === isGroup(list[1].peer) ? activeIndex() : kind;
    else if (isGroup(peer)) active = list.length;
    else {
      list.unshift(place);
      active = 0;
    }
    list[active] = place;
  }
  const before = location.hash;
  write(list);
  // A phone sees only the active one, and "back" must lead to the list; the same address still may need another pane shown.
  if (location.hash === before) dispatchEvent(new Event('hashchange'));
}

export const openGroup = (group) => open(speakerOf(group), group);

/** Closes the pane at `index`. */
export function close(index) {
  write(places().filter((_, i) => i !== index));
}

/** Closes the panes of people, bots and groups that are no more. */
export function closeMissing() {
  const there = ({ user, peer }) => userById(user) && (isGroup(peer) ? groupById(peer) : botById(peer));
  const left = places().filter(there);
  if (left.length !== places().length) write(left);
}

/** Back to the list, on a phone. */
export const showList = () => write([]);

/** On a wide screen an empty address shows the first person beside the first group. */
export function openDefaults() {
  if (phone.matches || places().length || !store.bots.length) return;
  const list = [];
  const talked = [...store.rows.entries()].filter(([key]) => !isGroup(key.split(':')[1])).sort(([, a], [, b]) => (b.last_message?.date ?? 0) - (a.last_message?.date ?? 0));
  const person = talked[0]?.[0].split(':')[0] ?? store.users[0]?.id;
  if (person) list.push(`${person}:${talked[0]?.[1].peer ?? store.bots[0].id}`);
  if (store.groups.length) list.push(`${speakerOf(store.groups[0].id)}:${store.groups[0].id}`);
  if (list.length) history.replaceState(null, '', `#${list.join('+')}`);
}

phone.addEventListener('change', () => { openDefaults(); dispatchEvent(new Event('hashchange')); });
wide.addEventListener('change', () => dispatchEvent(new Event('hashchange')));
