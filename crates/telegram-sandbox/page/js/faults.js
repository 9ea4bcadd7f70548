/** Switches that make the local Telegram behave as badly as the real one sometimes does, and the clock. */
import * as api from './api.js';
import { h } from './dom.js';
import { attempt, toast } from './dialogs.js';

const KINDS = [
  ['duplicate_update', 'Updates come twice'], ['resend_press', 'Presses are sent again'], ['disorder', 'Updates overtake each other'],
  ['too_many_requests', 'Too many requests (429)'], ['error_before', 'Error 502, nothing done'], ['error_after', 'Error 502, yet it was done'],
  ['reset_before', 'Connection cut before'], ['reset_after', 'Connection cut after'], ['slow', 'Slow answers'],
  ['unknown_update', 'Unknown kinds of updates'], ['unknown_entity', 'Unknown formatting'], ['unknown_field', 'Unknown fields'],
];
const CHANCES = [[0, 'off'], [0.1, '1 in 10'], [0.3, '1 in 3'], [1, 'always']];
const LIMITS = [['off', 'off'], ['observe', 'only watch'], ['enforce', 'enforce']];
const CLOCK_STEPS = [[60, '+1 min'], [3600, '+1 h'], [86_400, '+1 day']];

export class Faults {
  constructor() {
    this.selects = new Map();
    this.time = h('span', null, 'Clock');
    const select = (name, label, options, of) => {
      const element = h('select', { 'aria-label': label, onchange: () => attempt(() => api.setFaults({ [name]: of(element.value) })) },
        options.map(([value, words]) => h('option', { value }, words)));
      this.selects.set(name, element);
      return h('label.fault', null, h('span', null, label), element);
    };
    this.element = h('section.faults', { 'aria-label': 'Faults' },
      h('div.faults-head', null, h('b', null, 'Faults'), h('button.button.small', { type: 'button', onclick: () => this.clear() }, 'All off')),
      KINDS.map(([name, label]) => select(name, label, CHANCES, Number)),
      select('limits', 'Rate limits', LIMITS, String),
      h('div.fault', null, this.time, h('span.steps', null, CLOCK_STEPS.map(([seconds, label]) =>
        h('button.button.small', { type: 'button', 'aria-label': `Move the clock ${label}`, onclick: () => attempt(() => api.advance(seconds)) }, label)))));
  }

  async load() {
    const [faults, clock] = await Promise.all([api.faults(), api.sandboxClock()]).catch(() => []);
    if (faults) this.show(faults);
    if (clock) this.showClock(clock);
  }

  show(faults) {
    for (const [name, select] of this.selects) {
      const value = faults[name] ?? (name === 'limits' ? 'off' : 0);
      const known = [...select.options].some((option) => option.value === String(value));
      if (!known) select.append(h('option', { value }, `${Math.round(value * 100)} %`));
      select.value = String(value);
      select.closest('.fault').classList.toggle('on', String(value) !== '0' && value !== 'off');
    }
  }

  showClock({ now, moved_seconds: moved }) {
    this.time.textContent = `Clock ${new Date(now * 1000).toLocaleString([], { dateStyle: 'short', timeStyle: 'short' })}${moved ? ' (moved)' : ''}`;
  }

  async clear() {
    const faults = await attempt(api.clearFaults);
    if (!faults) return;
    this.show(faults);
    toast('All faults are off');
  }
}
