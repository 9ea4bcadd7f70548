/** Remembers what the person did on this page, to write it down as a test. */

/** At most this many actions are kept. */
const KEEP = 300;
const actions = [];

/** Called by every action in a chat. */
export function remember(action) {
  actions.push(action);
  if (actions.length > KEEP) actions.shift();
}

export const recorded = () => actions.length;
export const forget = () => { actions.length = 0; };

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

function step({ user, peer, method, path, body }, base) {
  if (body instanceof FormData) {
    const fields = [...body.entries()].map(([name, value]) => `-F ${quoted(value instanceof File ? `${name}=@${value.name}` : `${name}=${value}`)}`);
    return `curl -fsS ${base}/users/${user}/chats/${peer}${path} ${fields.join(' ')}`;
  }
  const target = path.startsWith('/') ? `/users/${user}/chats/${peer}${path}` : `/users/${user}/${path}`;
  const data = body === undefined ? '' : ` -H 'content-type: application/json' -d ${quoted(JSON.stringify(body))}`;
  return `curl -fsS -X ${method} "${base}${target}"${data}`;
}

/**
 * The recorded actions as a shell script that does them again over the HTTP API and fails when the bot breaks a rule. It waits for
 * an answer after each action, as a person does.
 */
export function script(origin) {
  const head = [
    '#!/usr/bin/env bash', '# Recorded on the chat page. Start the sandbox and the bot first.', 'set -euo pipefail', `sandbox="\${SANDBOX:-${origin}}/sandbox"`, '',
    '# Waits until somebody else writes in the chat: user, peer, text it must contain.',
    'answer() { curl -fsS -G "$sandbox/users/$1/chats/$2/wait" --data-urlencode "contains=$3" -d "after=$after" -d timeout=10; }',
    'now() { curl -fsS "$sandbox/state" | grep -o \'"revision": *[0-9]*\' | head -1 | grep -o \'[0-9]*$\'; }', '',
  ];
  const body = actions.flatMap((action) => ['after=$(now)', `${step(action, '$sandbox')}; echo`, `answer ${action.user} ${action.peer} ''; echo`, '']);
  const foot = ['# Nothing that Telegram would refuse.', 'test "$(curl -fsS "$sandbox/violations")" = "[]"', ''];
  return [...head, ...body, ...foot].join('\n');
}
