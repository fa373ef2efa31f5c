import { unexpected } from '../../core/faults/unexpected.ts';
import type { Context } from '../context.ts';
import { createInTurn, type InTurn } from '../inTurn.ts';
import type { PhotoId } from '../model/photos.ts';
import type { KeyveilState } from '../model.ts';
import { snapshotOf } from './snapshot.ts';

/**
 * Saves what is worth coming back to. One thing at a time, so that nothing is saved while earlier work takes the
 * place of what is on the page.
 */
export interface Keeper {
  /** Saves soon, together with what changes until then. A failed save is tried again with the next change. */
  soon(): void;
  /** Resolves when what is on the page is kept. Never rejects: a browser that keeps nothing holds nobody up. */
  now(): Promise<void>;
  /** Runs work that changes the session's folder, while nothing is saved or forgotten. */
  readonly meanwhile: InTurn;
}

/** How long changes are gathered before they are kept, ms. */
const gathering = 400;

/** Everything that a snapshot is made of, and what makes it worth another look. */
const keptParts = (s: KeyveilState, takenAway: readonly PhotoId[]): readonly unknown[] => [
  s.photos,
  s.arrangement,
  s.frozenLabels,
  s.reopened,
  s.dataset,
  s.settings,
  s.output,
  s.lastKeyCheck,
  s.receiptSaved,
  s.archiveSaved,
  s.savedVolumes,
  takenAway,
  // Results stand in the journal; saving at a run's end brings the time of the last save up to date.
  s.run.kind === 'running' || s.run.kind === 'cancelling',
];

export function createKeeper({ get, services: { resume } }: Pick<Context, 'get' | 'services'>): Keeper {
  /** What was kept last; null as long as there was nothing to keep. */
  let kept: readonly unknown[] | null = null;
  let takenAway: readonly PhotoId[] = [];
  let waiting = false;
  const inTurn = createInTurn();

  async function keep(): Promise<void> {
    const s = get();
    takenAway = sameAs(takenAway, photosTakenAway(s));
    const parts = keptParts(s, takenAway);
    if (kept && parts.every((part, index) => part === kept?.[index])) return;
    if (s.arrangement.order.length > 0) {
      await resume.keep(snapshotOf(s, takenAway), rootsOf(s));
      kept = parts;
    } else if (kept) {
      await resume.forget();
      kept = null;
    }
  }

  const now = () =>
    inTurn(keep).catch(error => {
      // No room, or no leave to keep anything: then there is nothing to come back to.
      if (!(error instanceof DOMException)) unexpected(error, 'keeping the work', { stray: true });
    });
  return {
    soon: () => {
      if (waiting) return;
      waiting = true;
      setTimeout(() => {
        waiting = false;
        void now();
      }, gathering);
    },
    now,
    meanwhile: inTurn,
  };
}

/** What photos were dropped with, each once. */
function rootsOf({ photos }: KeyveilState): readonly FileSystemHandle[] {
  const roots = [...photos.values()].flatMap(({ origin }) =>
    origin.kind === 'given' && origin.root ? [origin.root] : [],
  );
  return [...new Set(roots)];
}

/** Finished photos whose bytes were removed from the browser because they had been saved. */
function photosTakenAway({ results }: KeyveilState): readonly PhotoId[] {
  return [...results].flatMap(([id, result]) => (result.kind === 'protected' && !result.kept ? [id] : []));
}

/** The list from before if the two are equal, so that comparing references is enough. */
function sameAs(before: readonly PhotoId[], after: readonly PhotoId[]): readonly PhotoId[] {
  return before.length === after.length && after.every((id, index) => id === before[index]) ? before : after;
}
