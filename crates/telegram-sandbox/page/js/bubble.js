/** One message, or one album, as it stands in the chat. */
import { avatar, h, hueOf, iconButton, nameOf } from './dom.js';
import { media, meta, service, summary, words } from './content.js';
import { inlineKeyboard } from './keyboards.js';

/** The line above a forwarded message. */
function forwarded(message) {
  const origin = message.forward_origin;
  if (!origin) return null;
  const from = origin.sender_user ?? origin.sender_chat ?? origin.chat;
  return h('span.forwarded', null, `Forwarded from ${from ? nameOf(from) : origin.sender_user_name ?? 'somebody'}`);
}

function quote(message, context) {
  const answered = message.reply_to_message;
  // A message of a topic "answers" the one that opened the topic; the apps do not show that.
  if (!answered || answered.forum_topic_created) return null;
  return h('button.quote', { type: 'button', 'aria-label': `Answer to: ${summary(answered)}. Go there`, onclick: () => context.jump(answered.message_id) },
    h('b', null, nameOf(answered.from)), h('span', null, message.quote?.text ?? summary(answered)));
}

function reactions(message, context) {
  const list = message.sandbox?.reactions ?? [];
  if (!list.length) return null;
  return h('div.reactions', null, list.map(({ emoji, count, mine }) =>
    h('button', {
      type: 'button', 'aria-pressed': String(Boolean(mine)), 'aria-label': `${emoji}, ${count}`,
      onclick: () => context.react(message, mine ? null : emoji),
    }, count > 1 ? `${emoji} ${count}` : emoji)));
}

/** The pill of a service message. */
export function servicePill(message, context) {
  const { words: text, jump } = service(message);
  return h('div.pill', { 'data-message': message.message_id }, jump ? h('button', { type: 'button', onclick: () => context.jump(jump) }, text) : text);
}

/**
 * The bubble of `messages` (one, or an album's). `place` says where it stands: `{first, last}` of a run of the same sender.
 */
export function bubble(messages, place, context) {
  const [message] = messages;
  const captioned = messages.find((m) => m.text || m.caption) ?? message;
  const mine = message.sandbox?.outgoing;
  const sender = message.sender_chat ?? message.from;
  const text = words(captioned, context);
  const above = media(messages, context);
  const keyboard = message.sandbox?.deleted ? null : inlineKeyboard(message, context);
  const marks = reactions(message, context);
  const showAuthor = context.isGroup && !mine && place.first;
  const mediaOnly = !text && !marks && (messages.length > 1 || (message.photo && !message.invoice)) ? '.media-only' : '';
  const head = [
    showAuthor && h('span.author', { style: { '--hue': hueOf(sender?.id ?? 0) } }, nameOf(sender)),
    message.via_bot && h('span.forwarded', null, `via @${message.via_bot.username}`),
    forwarded(message),
    quote(message, context),
  ];
  const foot = meta(captioned);
  const captionFirst = message.show_caption_above_media;
  // At the end of the words the time stands on their last line.
  if (text && !captionFirst) text.append(foot);
  const body = captionFirst ? [text, above] : [above, text];
  const open = (event) => {
    event.preventDefault();
    context.menu(event, messages);
  };
  const box = h(`div.bubble${mediaOnly}${message.sandbox?.deleted ? '.deleted' : ''}`, {
    tabindex: 0, role: 'article', 'aria-label': `${mine ? 'You' : nameOf(sender)}: ${summary(captioned)}`,
    oncontextmenu: (event) => { if (!getSelection().toString()) open(event); },
    ondblclick: (event) => { if (!event.target.closest('button, a, .text')) context.reply(message); },
    onkeydown: (event) => { if (event.target === box && (event.key === 'Enter' || event.key === 'ContextMenu')) open(event); },
  }, message.sandbox?.deleted && h('b', null, 'Deleted. '), head, body, (!text || captionFirst) && foot, marks);
  const classes = ['message', mine && 'out', place.first && 'first', place.last && 'last', keyboard && 'has-keyboard'].filter(Boolean).join('.');
  return h(`div.${classes}`, { 'data-message': message.message_id, 'data-messages': messages.map((m) => m.message_id).join(' ') },
    context.isGroup && !mine && avatar(sender?.id ?? 0, nameOf(sender), 'small'),
    h('div.stack', null, box, keyboard),
    h('div.tools', null, iconButton('more', 'Message menu', open)));
}
