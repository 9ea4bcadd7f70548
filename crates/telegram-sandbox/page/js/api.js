/** The person's side of the sandbox over HTTP (see API.md): one function per call, nothing else. */
import { remember } from './recorder.js';

/** A refusal of the sandbox, in its own words. */
export class Refused extends Error {
  constructor(message, status, body) {
    super(message);
    this.status = status;
    this.body = body;
  }
}

/** Calls `/sandbox<path>`; a plain object is sent as JSON, a FormData as it is. */
export async function call(method, path, body) {
  const options = { method, headers: {} };
  if (body instanceof FormData) options.body = body;
  else if (body !== undefined) {
    options.body = JSON.stringify(body);
    options.headers['content-type'] = 'application/json';
  }
  const response = await fetch(`/sandbox${path}`, options);
  const text = await response.text();
  let value = text;
  try { value = text ? JSON.parse(text) : {}; } catch { /* a plain text answer */ }
  if (!response.ok) throw new Refused(value?.error ?? `The sandbox answered ${response.status}`, response.status, value);
  return value;
}

const get = (path) => call('GET', path);
const post = (path, body = {}) => call('POST', path, body);

/** Overview, people and groups. */
export const state = () => get('/state');
export const reset = (people) => post('/reset', { people });
export const chats = (user) => get(`/users/${user}/chats`);
export const addUser = (fields) => post('/users', fields);
export const changeUser = (user, fields) => call('PATCH', `/users/${user}`, fields);
export const addGroup = (fields) => post('/groups', fields);
export const changeGroup = (group, fields) => call('PATCH', `/groups/${group}`, fields);
export const migrateGroup = (group) => post(`/groups/${group}/migrate`);
export const setMember = (group, user, status) => call('PUT', `/groups/${group}/members/${user}`, { status });
export const inline = (user, body) => post(`/users/${user}/inline`, body);

/** Log, faults and clock. */
export const log = (after = 0) => get(`/log?after=${after}&limit=400`);
export const faults = () => get('/faults');
export const setFaults = (changes) => call('PATCH', '/faults', changes);
export const clearFaults = () => call('PUT', '/faults', {});
export const sandboxClock = () => get('/clock');
export const advance = (seconds) => post('/clock', { advance_seconds: seconds });
export const duplicateUpdate = (bot, update) => post('/faults/duplicate', { bot, update_id: update });

/** Invoices that are links instead of messages. */
export const invoice = (slug) => get(`/invoices/${slug}`);

/** Everything one person does in one chat; each action is remembered for "copy as test". */
export function chatApi(user, peer) {
  const root = `/users/${user}/chats/${peer}`;
  const act = (method, path, body) => {
    remember({ user, peer, method, path, body });
    return call(method, root + path, body);
  };
  return {
    view: (limit, thread, deleted) =>
      get(`${root}?limit=${limit}${thread ? `&thread=${thread}` : ''}${deleted ? '&deleted=true' : ''}`),
    text: () => get(`${root}/text?limit=200`),
    read: () => post(`${root}/read`),
    start: (payload, group) => act('POST', '/start', { ...(payload && { payload }), ...(group && { group }) }),
    send: (body) => act('POST', '/messages', body),
    upload: (form) => act('POST', '/messages', form),
    contact: (body = {}) => act('POST', '/contact', body),
    location: (body) => act('POST', '/location', body),
    venue: (body) => act('POST', '/venue', body),
    dice: (emoji) => act('POST', '/dice', { emoji }),
    vote: (message_id, options) => act('POST', '/poll_vote', { message_id, options }),
    key: (body) => act('POST', '/keyboard', body),
    edit: (id, body) => act('PATCH', `/messages/${id}`, body),
    remove: (id) => act('DELETE', `/messages/${id}`),
    forward: (id, to) => act('POST', `/messages/${id}/forward`, { to }),
    react: (id, emoji) => act('PUT', `/messages/${id}/reaction`, { emoji }),
    pin: (id, on) => act('POST', `/messages/${id}/${on ? 'pin' : 'unpin'}`, {}),
    press: (id, row, column) => act('POST', `/messages/${id}/press`, { row, column }),
    shipping: (id, address) => act('POST', `/messages/${id}/shipping`, { address, wait: 10 }),
    pay: (id, body) => act('POST', `/messages/${id}/pay`, { wait: 10, ...body }),
    block: (on) => act('POST', on ? '/block' : '/unblock', {}),
    join: (on) => act('POST', on ? '/join' : '/leave', {}),
    choose: (query, result_id, reply_to) => {
      const body = { result_id, peer, ...(reply_to && { reply_to }) };
      remember({ user, peer, method: 'POST', path: `inline/${query}/choose`, body });
      return post(`/users/${user}/inline/${query}/choose`, body);
    },
    shippingOfLink: (slug, address) => post(`/users/${user}/invoices/${slug}/shipping`, { address, wait: 10 }),
    payLink: (slug, body) => post(`/users/${user}/invoices/${slug}/pay`, { wait: 10, ...body }),
  };
}
