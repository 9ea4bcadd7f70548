/** A photo over everything: zoom by a click, the other photos of the chat by arrow keys. */
import { h, iconButton } from './dom.js';
import { modal } from './dialogs.js';

/** Opens photo number `start` of `photos` (`[{source, caption}]`). */
export function viewPhotos(photos, start) {
  let at = Math.max(0, start);
  return modal('viewer', (close, dialog) => {
    const image = h('img', { alt: '', onclick: () => stage.classList.toggle('zoomed') });
    const stage = h('div.stage', null, image);
    const caption = h('figcaption');
    const previous = iconButton('back', 'Previous photo', () => show(at - 1), { class: 'icon-button prev' });
    const next = iconButton('forward', 'Next photo', () => show(at + 1), { class: 'icon-button next' });
    const show = (index) => {
      if (index < 0 || index >= photos.length) return;
      at = index;
      image.src = photos[at].source;
      image.alt = photos[at].caption || `Photo ${at + 1} of ${photos.length}`;
      caption.textContent = photos[at].caption ?? '';
      stage.classList.remove('zoomed');
      previous.hidden = at === 0;
      next.hidden = at === photos.length - 1;
    };
    dialog.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowLeft') show(at - 1);
      if (event.key === 'ArrowRight') show(at + 1);
    });
    show(at);
    return [iconButton('close', 'Close', () => close(), { class: 'icon-button shut' }), previous, next, h('figure', null, stage, caption)];
  });
}
