/** Puts the page together: the list, the open chats, the developer strip, and the stream that keeps them fresh. */
import { h } from './dom.js';
import { toast } from './dialogs.js';
import { Developer } from './developer.js';
import { activeIndex, closeMissing, openDefaults, places } from './navigation.js';
import { Pane } from './pane.js';
import { addPerson } from './people.js';
import { Sidebar } from './sidebar.js';
import { follow, listen, readAll, store } from './store.js';

const sidebar = new Sidebar();
const developer = new Developer();
const main = h('main.panes', { 'aria-label': 'Open chats' });
const app = h('div.app', { 'data-open': 'false' }, sidebar.element, main, developer.element);
const offline = h('div.offline', { role: 'alert', hidden: true }, 'The sandbox does not answer. Waiting for it…');
document.body.prepend(app, offline);

let panes = [];

function welcome() {
  const words = store.bots.length
    ? ['Choose a chat on the left', 'Or add a person and talk to the bot as them.']
    : ['Waiting for a bot', 'Point a bot at this server instead of api.telegram.org, with any token such as 123456:local. It appears here with its first call.'];
  return h('div.welcome', null, h('h2', null, words[0]), h('p', null, words[1]),
    store.bots.length ? h('button.button.primary', { type: 'button', onclick: () => addPerson(sidebar.bot().id) }, 'Add a person') : h('code', null, location.origin));
}

/** Shows the chats the address names; panes that stay open keep everything they hold. */
function showPlaces() {
  openDefaults();
  const before = panes;
  panes = places().map(({ user, peer }, index) => {
    const same = before.find((pane) => pane.user === user && pane.peer === peer);
    if (!same) return new Pane(user, peer, index);
    same.index = index;
    return same;
  });
  const elements = panes.length ? panes.map((pane) => pane.element) : [welcome()];
  if (elements.length !== main.children.length || elements.some((element, index) => main.children[index] !== element)) {
    const scrolled = panes.map((pane) => pane.timeline.scroller.scrollTop);
    main.replaceChildren(...elements);
    panes.forEach((pane, index) => { if (before.includes(pane)) pane.timeline.scroller.scrollTop = scrolled[index]; });
  }
  panes.forEach((pane, index) => {
    const active = index === activeIndex();
    if (active && !pane.element.classList.contains('active')) pane.refresh();
    pane.element.classList.toggle('active', active);
  });
  app.dataset.open = String(panes.length > 0);
  sidebar.render();
}

listen((topic, detail) => {
  switch (topic) {
    case 'people':
      showPlaces();
      // After a reset the people of open chats are gone: nothing is left to read.
      panes.filter((pane) => pane.person).forEach((pane) => pane.refresh());
      break;
    case 'rows': sidebar.render(); break;
    case 'chat': panes.filter((pane) => pane.shows(detail)).forEach((pane) => pane.refresh()); break;
    case 'typing':
      sidebar.render();
      panes.filter((pane) => pane.shows(detail)).forEach((pane) => pane.head.renderStatus());
      break;
    case 'answer': panes.filter((pane) => pane.peer === detail.peer && pane.user === detail.user).forEach((pane) => pane.answered(detail)); break;
    case 'connection': offline.hidden = detail; break;
    case 'reset':
      closeMissing();
      showPlaces();
      panes.forEach((pane) => pane.refresh());
      break;
    default:
  }
  developer.heard(topic, detail);
});

addEventListener('hashchange', showPlaces);
addEventListener('draft', ({ detail }) => {
  // The pane may have been opened by the same click: give the address change its turn first.
  setTimeout(() => panes.find((pane) => pane.user === detail.user && pane.peer === detail.peer)?.composer.draft(detail.text), 60);
});
document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') panes.forEach((pane) => pane.refresh()); });
addEventListener('refresh-chats', () => panes.forEach((pane) => pane.refresh()));

follow();
readAll().catch((error) => toast(error.message, 'error')).finally(showPlaces);
