import type { Arrangement, History } from '../model/labels.ts';

/** Undo and redo as two stacks of arrangements. */

export const emptyHistory: History = { past: [], future: [] };

/** Steps kept; arrangements share their structure, so this costs little even with 10,000 photos. */
const depth = 200;

interface Timeline {
  readonly arrangement: Arrangement;
  readonly history: History;
}

/** Makes `next` the present. Nothing is recorded when nothing changed. */
export function commit(now: Timeline, next: Arrangement): Timeline {
  if (next === now.arrangement) return now;
  return {
    arrangement: next,
    history: { past: [...now.history.past, now.arrangement].slice(-depth), future: [] },
  };
}

export function undo(now: Timeline): Timeline {
  const previous = now.history.past.at(-1);
  if (!previous) return now;
  return {
    arrangement: previous,
    history: { past: now.history.past.slice(0, -1), future: [now.arrangement, ...now.history.future] },
  };
}

export function redo(now: Timeline): Timeline {
  const [next, ...future] = now.history.future;
  if (!next) return now;
  return { arrangement: next, history: { past: [...now.history.past, now.arrangement], future } };
}
