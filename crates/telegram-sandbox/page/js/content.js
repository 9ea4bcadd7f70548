/** What is inside a bubble, by kind of message. */
import { clock, fileSize, h, icon, money, nameOf } from './dom.js';
import { formatted, isBigEmoji } from './entities.js';
import { mapDrawing } from './map.js';

/** Where the page loads a file of a message from. */
export const fileUrl = (message, file) => message.sandbox?.files?.[file?.file_id] ?? null;

/** The largest of a photo's sizes. */
export const largest = (sizes) => [...sizes].sort((a, b) => b.width * b.height - a.width * a.height)[0];

/** One line of words for the chat list, quotes and the pinned bar. */
export function summary(message) {
  if (!message) return '';
  const media = [
    ['photo', 'Photo'], ['video', 'Video'], ['animation', 'GIF'], ['voice', 'Voice message'], ['audio', 'Audio'], ['document', message.document?.file_name ?? 'File'],
    ['sticker', `${message.sticker?.emoji ?? ''} Sticker`], ['venue', message.venue?.title], ['location', 'Location'], ['contact', `Contact: ${nameOf(message.contact)}`],
    ['poll', `Poll: ${message.poll?.question}`], ['dice', `${message.dice?.emoji} ${message.dice?.value}`], ['invoice', `Invoice: ${message.invoice?.title}`],
  ].find(([field]) => message[field]);
  const words = message.text ?? message.caption;
  return ([media?.[1], words].filter(Boolean).join(': ') || service(message)?.words || 'Message').replaceAll('\n', ' ');
}

/** The words of a service message (`{words, nodes?}`), or null for a message of somebody. */
export function service(message) {
  const who = nameOf(message.from);
  const list = (users) => users.map(nameOf).join(', ');
  const joined = message.new_chat_members;
  if (joined) {
    const self = joined.length === 1 && joined[0].id === message.from?.id;
    return { words: self ? `${who} joined the group` : `${who} added ${list(joined)}` };
  }
  if (message.left_chat_member) {
    const self = message.left_chat_member.id === message.from?.id;
    return { words: self ? `${who} left the group` : `${who} removed ${nameOf(message.left_chat_member)}` };
  }
  if (message.pinned_message) return { words: `${who} pinned “${summary(message.pinned_message).slice(0, 60)}”`, jump: message.pinned_message.message_id };
  if (message.new_chat_title) return { words: `${who} renamed the group to “${message.new_chat_title}”` };
  if (message.group_chat_created || message.supergroup_chat_created) return { words: `${who} created the group` };
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return { words: 'The group became a supergroup' };
  if (message.forum_topic_created) return { words: `${who} created the topic “${message.forum_topic_created.name}”` };
  if (message.forum_topic_edited) return { words: `${who} changed the topic to “${message.forum_topic_edited.name ?? 'a new icon'}”` };
  if (message.forum_topic_closed) return { words: `${who} closed the topic` };
  if (message.forum_topic_reopened) return { words: `${who} reopened the topic` };
  if (message.successful_payment) {
    const { total_amount: amount, currency } = message.successful_payment;
    return { words: `${who} paid ${money(amount, currency)}` };
  }
  if (message.refunded_payment) return { words: `Refunded: ${money(message.refunded_payment.total_amount, message.refunded_payment.currency)}` };
  if (message.new_chat_photo || message.delete_chat_photo) return { words: `${who} changed the group photo` };
  if (message.write_access_allowed) return { words: `${who} allowed this bot to write` };
  if (message.web_app_data) return { words: `Data from “${message.web_app_data.button_text}” was sent to the bot` };
  return null;
}

/** Text or caption with entities. */
export function words(message, context) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  const big = message.text && isBigEmoji(message.text) ? '.big-emoji' : '';
  return h(`div.text${big}`, { dir: 'auto' }, formatted(text, message.entities ?? message.caption_entities, context.act));
}

/** A photo that opens in the viewer; a file that cannot be loaded says so instead of showing a broken image. */
export function photo(message, context, extra = '') {
  const source = fileUrl(message, largest(message.photo));
  const size = largest(message.photo);
  const spoilered = message.has_media_spoiler ? '.spoilered' : '';
  const button = h(`button.photo${spoilered}${extra}`, {
    type: 'button', 'aria-label': `Open photo${message.caption ? `: ${message.caption}` : ''}`,
    onclick: () => (button.classList.contains('spoilered') ? button.classList.remove('spoilered') : context.zoom(message)),
  }, source
    ? h('img', {
      src: source, alt: '', loading: 'lazy', width: size.width, height: size.height,
      onerror: (event) => event.target.replaceWith(h('span.note', null, 'This photo cannot be loaded')),
    })
    : h('span.note', null, 'Photo'));
  return button;
}

/** Several photos or videos as one. */
export function album(messages, context) {
  const shape = (index) => {
    const left = messages.length % 3;
    if (messages.length === 2 || (left === 2 && index < 2) || messages.length === 4) return '.half';
    return left === 1 && index === 0 ? '.full' : '';
  };
  return h('div.album', null, messages.map((message, index) =>
    message.photo ? photo(message, context, shape(index)) : h(`div.photo${shape(index)}`, null, player('video', message, message.video ?? message.animation))));
}

function player(tag, message, file) {
  const source = fileUrl(message, file);
  const looped = message.animation ? { loop: true, muted: true, autoplay: true } : {};
  return source ? h(tag, { src: source, controls: true, preload: 'metadata', ...looped }) : fileLine(message, file, 'file');
}

function fileLine(message, file, drawing, label) {
  const source = fileUrl(message, file);
  return h('a.file', { href: source, download: file.file_name ?? '', 'aria-label': `Download ${file.file_name ?? label ?? 'file'}` },
    h('span.disc', null, icon(drawing)),
    h('span', null, h('b', null, file.file_name ?? file.title ?? label ?? 'File'), h('small', null, fileSize(file.file_size))));
}

function place(message) {
  const { location } = message;
  const title = message.venue
    ? [h('b', null, message.venue.title), h('small', null, message.venue.address)]
    : h('small', null, `${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)}`);
  return [h('span.map', { role: 'img', 'aria-label': `Map at ${location.latitude}, ${location.longitude}` }, mapDrawing(location.latitude, location.longitude)),
    h('span.card', null, title)];
}

function contact(message, context) {
  const { contact: card } = message;
  return h('button.file', { type: 'button', title: 'Copy the number', onclick: () => context.act.copy(card.phone_number) },
    h('span.disc', null, icon('person')),
    h('span', null, h('b', null, nameOf(card)), h('small', null, card.phone_number)));
}

function poll(message, context) {
  const { poll: question } = message;
  const voted = message.sandbox?.voted ?? [];
  const voters = question.total_voter_count;
  // As in the apps: the counts are seen by those who have voted, and by all when the poll is over.
  const shown = voted.length > 0 || question.is_closed;
  const choose = (index) => {
    const without = voted.filter((each) => each !== index);
    if (voted.includes(index)) return without;
    return question.allows_multiple_answers ? [...voted, index].sort((a, b) => a - b) : [index];
  };
  const kind = question.is_closed ? 'Final results' : question.is_anonymous ? 'Anonymous poll' : 'Public poll';
  return h('div.card.poll', null, h('b', null, question.question),
    h('small', null, kind),
    h('div', { role: 'group', 'aria-label': question.question }, question.options.map((option, index) => {
      const share = Math.round(100 * option.voter_count / Math.max(1, voters));
      return h('button.option', {
        type: 'button', disabled: question.is_closed, 'aria-pressed': String(voted.includes(index)),
        style: { '--share': shown ? `${share}%` : '0%' }, onclick: () => context.vote(message, choose(index)),
      }, h('span.tickmark', null, voted.includes(index) ? '✓' : ''), h('span.grow', null, option.text), shown && h('small', null, `${share} %`));
    })),
    h('small', null, voters === 1 ? '1 vote' : `${voters} votes`));
}

function invoice(message) {
  const { invoice: bill, sandbox } = message;
  return h('div.card.invoice', null,
    message.photo && h('span.photo', null, h('img', { src: fileUrl(message, largest(message.photo)), alt: '' })),
    h('small', null, 'Invoice'), h('b', null, bill.title), h('span', null, bill.description),
    h('span.price', { style: { display: 'block' } }, money(bill.total_amount, bill.currency)),
    sandbox?.payment === 'paid' && h('span.receipt', null, '✓ Paid'));
}

/** The part of a bubble above its words; an array of nodes. */
export function media(messages, context) {
  const [message] = messages;
  if (messages.length > 1) return [album(messages, context)];
  if (message.invoice) return [invoice(message)];
  if (message.photo) return [photo(message, context)];
  if (message.video) return [player('video', message, message.video)];
  if (message.animation) return [player('video', message, message.animation)];
  if (message.voice) return [player('audio', message, message.voice)];
  if (message.audio) return [player('audio', message, message.audio), h('small', null, message.audio.title ?? message.audio.file_name ?? '')];
  if (message.document) return [fileLine(message, message.document, 'file')];
  if (message.sticker) {
    const source = fileUrl(message, message.sticker);
    return [source ? h('img.sticker', { src: source, alt: message.sticker.emoji ?? 'Sticker', width: 160 }) : h('span.big-emoji', null, message.sticker.emoji ?? '🙂')];
  }
  if (message.location) return place(message);
  if (message.contact) return [contact(message, context)];
  if (message.poll) return [poll(message, context)];
  if (message.dice) return [h('span.big-emoji', { title: `Value ${message.dice.value}` }, message.dice.emoji), h('small', null, `${message.dice.value}`)];
  return [];
}

/** Time, "edited" and the ticks of an own message. */
export function meta(message) {
  const mine = message.sandbox?.outgoing;
  const read = message.sandbox?.read;
  const edited = message.edit_date && !message.edit_hide;
  return h('span.meta', null,
    message.sandbox?.pinned && h('span', { title: 'Pinned' }, icon('pin')),
    edited && 'edited',
    h('time', { datetime: new Date(message.date * 1000).toISOString() }, clock(message.date)),
    mine && h('span', { role: 'img', 'aria-label': read ? 'Read by the bot' : 'Sent', title: read ? 'The bot has taken it' : 'Waiting for the bot' }, icon(read ? 'checks' : 'check')));
}
