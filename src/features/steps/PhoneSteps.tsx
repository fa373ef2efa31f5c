import { useState } from 'react';
import { text } from '../../locales/text.ts';
import type { KeyveilState } from '../../state/model.ts';
import { counts } from '../../state/queries/counts.ts';
import { visiblePhotos } from '../../state/queries/grid.ts';
import { readyToProtect } from '../../state/queries/readiness.ts';
import { useKeyveil } from '../../state/react.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { type Page, useOpenParts, usePage } from '../commands/context.tsx';
import { leadTo, placeOf, point } from '../run/leadTo.ts';
import { type StepName, stepsOf } from './steps.ts';
import { useKeyboardRoom } from './useKeyboardRoom.ts';
import './steps.css';

/** On a phone the page is longer than the screen: where the work stands, and a way to each part of it. */
export function PhoneSteps() {
  const page = usePage();
  const { dialog } = useOpenParts();
  const [looked, setLooked] = useState(false);
  if (!looked && (dialog === 'viewer' || dialog === 'inspector')) setLooked(true);
  const steps = useKeyveil(s => JSON.stringify(stepsOf(s, looked)));
  useKeyboardRoom();
  return (
    <nav className="steps" aria-label={text('steps.title')}>
      <ol>
        {(JSON.parse(steps) as ReturnType<typeof stepsOf>).map(({ name, done, now }, at) => (
          <li key={name}>
            <button
              type="button"
              className="step"
              data-done={done ? '' : undefined}
              aria-label={done ? text('steps.done', { step: text(`steps.step.${name}`) }) : undefined}
              aria-current={now ? 'step' : undefined}
              onClick={() => go(name, page)}
            >
              <span className="round-mark step-mark" aria-hidden="true">
                {done ? <Icon name="check" size={12} /> : at + 1}
              </span>
              {text(`steps.step.${name}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Goes to a part of the work, or first to what it still needs. */
function go(name: StepName, page: Page): void {
  const s = page.state();
  if (name === 'photos' && counts(s).labelled > 0) toPhotos(page);
  else if (name === 'photos') leadTo('no-labels', page);
  else if (name === 'look') look(s, page);
  else if (name === 'key') pointAt(placeOf('no-key'));
  else toTheEnd(s, page);
}

/** To what was made, else to the button that makes it, else to what that still needs. */
function toTheEnd(s: KeyveilState, page: Page): void {
  const ready = readyToProtect(s);
  if (counts(s).protected > counts(s).before) pointAt(placeOf('nothing-to-do'));
  else if (ready === 'ready' || ready === 'deriving')
    pointAt(document.querySelector<HTMLElement>('.run-protect'));
  else leadTo(ready, page);
}

function toPhotos(page: Page): void {
  scrollTo({ top: 0 });
  page.focusGrid();
}

/** The photo in hand, else the first: how strong is decided by looking. */
function look(s: KeyveilState, page: Page): void {
  const first = s.selection.current ?? visiblePhotos(s)[0];
  if (first === undefined) return;
  page.actions.lookAt(first);
  page.openDialog('inspector');
}

function pointAt(target: HTMLElement | null): void {
  if (target) point(target);
}
