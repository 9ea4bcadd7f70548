/** Text with Telegram's entities, as elements. Offsets are UTF-16 code units, which is what JavaScript strings count in. */
import { h } from './dom.js';

/**
 * Elements for `text` with `entities` (nested ones too).
 * `act` says what a click does: `{link(url), command(text), mention(username), user(user), copy(text)}`.
 */
export function formatted(text, entities = [], act = {}) {
  const sorted = entities
    .filter((e) => e.length > 0 && e.offset < text.length)
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
  return branch(text, sorted, 0, text.length, act);
}

/** Stand on lines of their own: the line break that parts them from the text is not one more line. */
const BLOCKS = ['pre', 'blockquote', 'expandable_blockquote'];

function branch(text, entities, start, end, act) {
  const nodes = [];
  let at = start;
  let block = false;
  const plain = (from, to, before) => {
    let words = text.slice(from, to);
    if (block) words = words.replace(/^\n/, '');
    if (before) words = words.replace(/\n$/, '');
    if (words) nodes.push(words);
  };
  for (let i = 0; i < entities.length; ) {
    const entity = entities[i];
    const stop = Math.min(entity.offset + entity.length, end);
    let next = i + 1;
    while (next < entities.length && entities[next].offset < stop) next++;
    const isBlock = BLOCKS.includes(entity.type);
    if (entity.offset > at) plain(at, entity.offset, isBlock);
    const children = branch(text, entities.slice(i + 1, next), Math.max(entity.offset, at), stop, act);
    nodes.push(element(entity, text.slice(entity.offset, stop), children, act));
    at = stop;
    block = isBlock;
    i = next;
  }
  if (at < end) plain(at, end, false);
  return nodes;
}

const TAGS = { bold: 'b', italic: 'i', underline: 'u', strikethrough: 's' };

function element(entity, words, children, act) {
  const link = (href, onclick) => h('a', { href, target: '_blank', rel: 'noopener noreferrer', onclick }, children);
  const button = (onclick, label) => h('span.link', {
    role: 'link', tabindex: 0, title: label, onclick,
    onkeydown: (event) => { if (event.key === 'Enter') onclick(event); },
  }, children);
  const follow = (url) => link(url, (event) => act.link?.(url, event));
  switch (entity.type) {
    case 'bold': case 'italic': case 'underline': case 'strikethrough':
      return h(TAGS[entity.type], null, children);
    case 'spoiler':
      return spoiler(children);
    case 'blockquote':
      return h('blockquote', null, children);
    case 'expandable_blockquote':
      return expandable(children);
    case 'code':
      return h('code', {
        tabindex: 0, role: 'button', title: 'Copy', onclick: () => act.copy?.(words),
        onkeydown: (event) => { if (event.key === 'Enter') act.copy?.(words); },
      }, children);
    case 'pre':
      return h('pre', { 'data-language': entity.language || null }, children);
    case 'text_link':
      return follow(entity.url);
    case 'url':
      return follow(/^[a-z][a-z\d+.-]*:\/\//i.test(words) ? words : `https://${words}`);
    case 'email':
      return follow(`mailto:${words}`);
    case 'phone_number':
      return button(() => act.copy?.(words), 'Copy the number');
    case 'mention':
      return button(() => act.mention?.(words.slice(1)));
    case 'text_mention':
      return button(() => act.user?.(entity.user));
    case 'bot_command':
      return button(() => act.command?.(words), `Send ${words}`);
    case 'hashtag': case 'cashtag': case 'bank_card_number':
      return button(() => act.copy?.(words), 'Copy');
    default:
      // A kind this page does not know (newer than it): the words still are readable.
      return h('span', { 'data-entity': entity.type }, children);
  }
}

function spoiler(children) {
  const show = (event) => {
    event.stopPropagation();
    element.classList.add('shown');
    element.removeAttribute('role');
    element.removeAttribute('aria-label');
  };
  const element = h('span.spoiler', {
    role: 'button', tabindex: 0, 'aria-label': 'Hidden text, press to show', onclick: show,
    onkeydown: (event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); show(event); } },
  }, children);
  return element;
}

function expandable(children) {
  const toggle = () => element.classList.toggle('collapsed');
  const element = h('blockquote.collapsed', {
    role: 'button', tabindex: 0, title: 'Show all', onclick: toggle,
    onkeydown: (event) => { if (event.key === 'Enter') toggle(); },
  }, children);
  return element;
}

/** True for one to three emoji and nothing else: shown large, as in the apps. */
export function isBigEmoji(text) {
  return text.length < 30 && /^(\p{RGI_Emoji}){1,3}$/v.test(text);
}
