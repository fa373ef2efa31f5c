import { text } from '../../locales/text.ts';
import type { Readiness } from '../../state/queries/readiness.ts';
import type { Page } from '../commands/context.tsx';

const key = ['.dock-key input:not([type=file])', '.dock-key button'];

/** What can be missing before a run, and where it is given: the first of these that is in sight. */
const places: Partial<Record<Readiness, readonly string[]>> = {
  'no-photos': ['.empty-buttons button', '.toolbar button'],
  'no-labels': ['.what :is(input, button)'],
  'no-key': key,
  'weak-key': ['.key-weak input'],
  'no-files': ['[data-lead="files"]'],
  'receipt-other-key': key,
  'receipt-changed': ['.receipt button'],
  'nothing-to-do': ['.run-failed button', '.run-save button:not(:disabled)'],
};

/**
 * Leads to what the run still needs: says it, brings it into sight and puts the keyboard there. Photos without labels
 * get the field for one, with all of them selected where none is.
 */
export function leadTo(missing: Readiness, page: Page): void {
  if (missing === 'ready' || missing === 'running') return;
  page.say(text(`run.why.${missing}`));
  const target = placeOf(missing);
  if (target) point(target);
  else if (missing === 'no-labels') {
    if (page.state().selection.ids.size === 0) page.actions.selectAll();
    page.labelAs('');
  }
}

/** Where something is given; null where that is not on the page. */
export function placeOf(missing: Readiness): HTMLElement | null {
  const all = (places[missing] ?? []).flatMap(place => [...document.querySelectorAll<HTMLElement>(place)]);
  return all.find(one => one.checkVisibility({ visibilityProperty: true })) ?? null;
}

/** Focuses what was led to, in the middle of what can be seen, with a frame until the focus goes on. */
export function point(target: HTMLElement): void {
  target.scrollIntoView({ block: 'center', inline: 'nearest' });
  target.focus({ preventScroll: true });
  target.dataset.led = '';
  target.addEventListener('blur', () => delete target.dataset.led, { once: true });
}
