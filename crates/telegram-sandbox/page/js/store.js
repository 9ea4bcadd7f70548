/** What the page knows of the sandbox, kept fresh by its event stream. Listeners are told what changed, not how. */
import * as api from './api.js';

export const store = {
  bots: [],
  users: [],
  groups: [],
  /** `user:peer` → Chat, as that person's list shows it. */
  rows: new Map(),
  /** Seconds by which the sandbox clock is ahead of this machine's. */
  clockAhead: 0,
  connected: false,
};

const listeners = new Set();
/** `listener(topic, detail)`: topics are `people`, `rows`, `chat`, `typing`, `answer`, `log`, `faults`, `clock`, `connection`, `reset`. */
export const listen = (listener) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const tell = (topic, detail) => { for (const listener of [...listeners]) listener(topic, detail); };

export const now = () => Date.now() / 1000 + store.clockAhead;
export const botById = (id) => store.bots.find((bot) => bot.id === Number(id));
export const userById = (id) => store.users.find((user) => user.id === Number(id));
export const groupById = (id) => store.groups.find((group) => group.id === Number(id));
export const isGroup = (peer) => Number(peer) < 0;
/** The chat's entry in the list of `user`, if there is one. */
export const rowOf = (user, peer) => store.rows.get(`${user}:${peer}`);

/** People (not bots) who are in a group now, with their status. */
export function membersOf(group) {
  return (group?.sandbox?.members ?? []).filter(({ user, status }) => !user.is_bot && status !== 'left' && status !== 'kicked');
}
/** True when the person is in any group: staff, not a customer. */
export const isInGroup = (user) => store.groups.some((group) => membersOf(group).some((member) => member.user.id === user));

/** The member of a group one speaks as: the last chosen, else its creator, else anyone in it. */
export function speakerOf(group) {
  const members = membersOf(groupById(group));
  const chosen = Number(localStorage.getItem(`speaker:${group}`));
  const pick = (test) => members.find(test)?.user.id;
  return pick((m) => m.user.id === chosen) ?? pick((m) => m.status === 'creator') ?? pick((m) => m.status === 'administrator')
    ?? members[0]?.user.id ?? store.users[0]?.id;
}
export const speakAs = (group, user) => localStorage.setItem(`speaker:${group}`, user);

/** Calls of the same name within 25 ms become one; a run never overlaps itself, and what arrives during it brings one more. */
const runs = new Map();
export function soon(name, work) {
  const running = runs.get(name);
  if (running) {
    running.again = running.started;
    return;
  }
  const run = { started: false, again: false };
  runs.set(name, run);
  setTimeout(async () => {
    run.started = true;
    try { await work(); } catch (error) { console.warn(name, error); }
    runs.delete(name);
    if (run.again) soon(name, work);
  }, 25);
}

async function readPeople() {
  const state = await api.state();
  Object.assign(store, { bots: state.bots, users: state.users, groups: state.groups, clockAhead: state.now - Date.now() / 1000 });
  tell('people');
}

async function readRows(user) {
  const chats = await api.chats(user);
  for (const key of store.rows.keys()) if (key.startsWith(`${user}:`)) store.rows.delete(key);
  for (const chat of chats) store.rows.set(`${user}:${chat.peer}`, chat);
  tell('rows', { user });
}

/** Reads everything again: at the start, after a reset and after events were missed. */
export async function readAll() {
  await readPeople();
  store.rows.clear();
  // A load test may leave thousands of people: the first hundred are enough to look at.
  await Promise.all(store.users.slice(0, 100).map((user) => readRows(user.id).catch(() => {})));
  tell('rows', {});
}

/** `ref` of the contract → the users whose list it is in, and the peer. */
const peerOf = (ref) => ref.group ?? ref.bot;
const readersOf = (ref) => (ref.user ? [ref.user] : [speakerOf(ref.group)].filter(Boolean));

function chatChanged(ref, detail) {
  for (const user of readersOf(ref)) soon(`rows:${user}`, () => readRows(user));
  tell('chat', { peer: peerOf(ref), user: ref.user, ...detail });
}

/** Follows the event stream for ever; the browser reconnects by itself, then everything is read again. */
export function follow() {
  const source = new EventSource('/sandbox/events');
  const on = (name, handler) => source.addEventListener(name, (event) => handler(JSON.parse(event.data)));
  const connection = (connected) => {
    if (store.connected === connected) return;
    store.connected = connected;
    tell('connection', connected);
  };
  let first = true;
  on('hello', () => {
    connection(true);
    if (!first) soon('all', async () => { await readAll(); tell('reset'); });
    first = false;
  });
  source.addEventListener('error', () => connection(false));
  on('message', (event) => chatChanged(event.chat, event));
  on('chat', (event) => {
    if (event.chat.group) soon('people', readPeople);
    chatChanged(event.chat, {});
  });
  on('typing', (event) => {
    for (const user of readersOf(event.chat)) {
      const row = rowOf(user, peerOf(event.chat));
      if (row) row.typing = event;
    }
    tell('typing', { peer: peerOf(event.chat), user: event.chat.user, ...event });
  });
  on('press_answered', (event) => tell('answer', { ...event, peer: peerOf(event.chat) }));
  on('user', ({ id }) => soon('people', async () => { await readPeople(); if (userById(id)) await readRows(id); }));
  on('bot', () => soon('all', readAll));
  on('log', (entry) => tell('log', entry));
  on('faults', (value) => tell('faults', value));
  on('clock', (value) => {
    store.clockAhead = value.now - Date.now() / 1000;
    tell('clock', value);
  });
  const everything = async () => { await readAll(); tell('reset'); };
  on('reset', () => soon('all', everything));
  on('lagged', () => soon('all', everything));
}
