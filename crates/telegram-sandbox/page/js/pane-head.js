/** The top of a chat: who it is, whom one speaks as, what is pinned, the topics. */
import { avatar, h, iconButton, nameOf } from './dom.js';
import { summary } from './content.js';
import { attempt, menu } from './dialogs.js';
import { close, open, showList } from './navigation.js';
import { editPerson, languageName, migrateGroup, showMembers } from './people.js';
import { groupById, membersOf, now, rowOf } from './store.js';

const ACTIONS = {
  typing: 'typing', upload_photo: 'sending a photo', record_voice: 'recording a voice message', upload_voice: 'sending a voice message',
  upload_document: 'sending a file', find_location: 'choosing a location', choose_sticker: 'choosing a sticker', record_video: 'recording a video', upload_video: 'sending a video',
};
/** Words for a chat action that still holds, else ''. */
export const typingWords = (typing) => (typing && typing.until > now() ? `${ACTIONS[typing.action] ?? 'typing'}…` : '');

export class PaneHead {
  constructor(pane) {
    this.pane = pane;
    this.title = h('h2');
    this.status = h('div.status', { 'aria-live': 'polite' });
    this.face = h('div');
    this.speaker = h('div.speaker');
    this.pinned = h('div.pinned', { hidden: true });
    this.topics = h('div.topics', { role: 'tablist', 'aria-label': 'Topics', hidden: true });
    this.element = h('div', null,
      h('header.pane-head', null,
        iconButton('back', 'All chats', showList, { class: 'icon-button back' }),
        this.face, h('div.title', null, this.title, this.status), this.speaker,
        iconButton('more', 'Chat menu', (event) => this.openMenu(event)),
        iconButton('close', 'Close this chat', () => close(pane.index), { class: 'icon-button close' })),
      this.pinned, this.topics);
  }

  render(view) {
    this.view = view;
    const { pane } = this;
    const name = pane.isGroup ? view.chat.title : nameOf(view.bot);
    this.title.textContent = name;
    if (this.name !== name) this.face.replaceChildren(avatar(pane.peer, name, 'small', pane.isGroup));
    this.name = name;
    this.renderStatus();
    if (pane.isGroup) this.renderSpeaker();
    this.renderPinned(view.pinned ?? []);
    this.renderTopics(view.topics ?? []);
  }

  renderStatus() {
    const { pane, view } = this;
    if (!view) return;
    const typing = typingWords(rowOf(pane.user, pane.peer)?.typing ?? view.chat.typing);
    this.status.classList.toggle('typing', Boolean(typing));
    this.status.textContent = typing || (pane.isGroup ? this.groupStatus() : this.botStatus());
    clearTimeout(this.timer);
    if (typing) this.timer = setTimeout(() => this.renderStatus(), 1000);
  }

  botStatus() {
    const { pane, view } = this;
    const person = pane.person;
    const you = person ? `You are ${nameOf(person)} · ${languageName(person.language_code)}` : '';
    return view.bot?.sandbox?.mode === 'silent' ? `${you} · the bot is not connected` : you;
  }

  groupStatus() {
    const count = (groupById(this.pane.peer)?.sandbox?.members ?? []).filter(({ status }) => status !== 'left' && status !== 'kicked').length;
    return `${count} ${count === 1 ? 'member' : 'members'}`;
  }

  renderSpeaker() {
    const { pane } = this;
    const members = membersOf(groupById(pane.peer));
    const signature = JSON.stringify([pane.user, members.map(({ user }) => [user.id, nameOf(user)])]);
    if (signature === this.members) return;
    this.members = signature;
    const outside = members.some(({ user }) => user.id === pane.user) ? [] : [{ user: pane.person ?? { id: pane.user, first_name: 'Nobody' } }];
    this.speaker.replaceChildren(h('span', { 'aria-hidden': 'true' }, 'You are'),
      h('select', { 'aria-label': 'Speak and press as', onchange: (event) => open(Number(event.target.value), pane.peer) },
        [...outside, ...members].map(({ user }) => h('option', { value: user.id, ...(user.id === pane.user && { selected: true }) }, nameOf(user)))));
  }

  renderPinned(pinned) {
    const newest = pinned.at(-1);
    this.pinned.hidden = !newest;
    if (!newest) return;
    const { pane } = this;
    this.pinned.replaceChildren(
      h('button', { type: 'button', 'aria-label': `Pinned message: ${summary(newest)}. Go there`, onclick: () => pane.context().jump(newest.message_id) },
        h('b', null, pinned.length > 1 ? `Pinned message (${pinned.length})` : 'Pinned message'), h('span', null, summary(newest))),
      iconButton('close', 'Unpin', () => attempt(() => pane.chat.pin(newest.message_id, false))));
  }

  renderTopics(topics) {
    this.topics.hidden = !topics.length;
    if (!topics.length) return;
    const { pane } = this;
    const tab = (label, thread, drawing) => h('button', {
      type: 'button', role: 'tab', 'aria-selected': String((pane.thread ?? null) === thread), onclick: () => pane.openTopic(thread),
    }, label, drawing && ' (closed)');
    this.topics.replaceChildren(tab('All', null), ...topics.map((topic) => tab(topic.name, topic.message_thread_id, topic.closed)));
  }

  openMenu(event) {
    const { pane, view } = this;
    if (!view) return;
    const blocked = view.chat.blocked;
    menu(event, pane.isGroup ? [
      { label: 'Members', drawing: 'group', run: () => showMembers(pane.peer) },
      view.chat.type === 'group' && { label: 'Make it a supergroup', drawing: 'arrow', run: () => migrateGroup(pane.peer, pane.user) },
      { label: 'Copy chat as text', drawing: 'copy', run: () => pane.copyText() },
      { label: 'Leave group', drawing: 'block', danger: true, run: () => attempt(() => pane.chat.join(false)) },
    ] : [
      pane.person && { label: 'Edit person', drawing: 'edit', run: () => editPerson(pane.person) },
      { label: 'Copy chat as text', drawing: 'copy', run: () => pane.copyText() },
      { label: blocked ? 'Unblock bot' : 'Block bot', drawing: 'block', danger: !blocked, run: () => attempt(async () => { await pane.chat.block(!blocked); pane.refresh(); }) },
    ]);
  }
}
