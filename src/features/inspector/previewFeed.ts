import type { Actions } from '../../state/actions.ts';

type Answer = Awaited<ReturnType<Actions['preview']>>;
export type Preview = Extract<Answer, { kind: 'preview' }>;
export type PreviewFailure = Extract<Answer, { kind: 'failed' }>['reason'];

/** What the inspector wants to see. */
export type Wanted = Parameters<Actions['preview']>[0];

/** A picture with the wish that it answers, so that one can tell whether it is out of date. */
export interface Shown {
  readonly wanted: Wanted;
  readonly preview: Preview;
}

export interface FeedState {
  readonly shown: Shown | null;
  readonly failure: PreviewFailure | null;
}

/** Milliseconds before a picture that no worker could be had for is asked for again. */
const patience = 3000;

const nothing: FeedState = { shown: null, failure: null };

/**
 * Asks for previews one at a time. Wishes about the same photo that come while one is being made wait, and only the
 * latest of them is asked for, so that dragging never starves the picture; a wish about another photo is asked for at
 * once. Owns the bitmaps that it shows and closes them.
 */
export class PreviewFeed {
  readonly #ask: Actions['preview'];
  readonly #listeners = new Set<() => void>();
  #state: FeedState = nothing;
  #wanted: Wanted | null = null;
  #asked: Wanted | null = null;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(ask: Actions['preview']) {
    this.#ask = ask;
  }

  readonly state = (): FeedState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Null: nothing for now; what is shown stays. */
  want(wanted: Wanted | null): void {
    this.#wanted = wanted;
    if (wanted === null) return;
    if (this.#state.shown && this.#state.shown.wanted.id !== wanted.id) this.#show(nothing);
    if (this.#asked?.id !== wanted.id) void this.#send(wanted);
  }

  /** Frees what is shown. The feed can be used again afterwards. */
  clear(): void {
    clearTimeout(this.#again);
    this.#wanted = null;
    this.#asked = null;
    this.#show(nothing);
  }

  async #send(wanted: Wanted): Promise<void> {
    clearTimeout(this.#again);
    this.#asked = wanted;
    const answer = await this.#ask(wanted);
    // Another photo was asked for meanwhile, or nobody looks any more.
    if (this.#asked !== wanted) return close(answer);
    this.#asked = null;
    this.#take(wanted, answer);
    if (this.#wanted && this.#wanted !== wanted) void this.#send(this.#wanted);
  }

  #take(wanted: Wanted, answer: Answer): void {
    if (answer.kind === 'preview') this.#show({ shown: { wanted, preview: answer }, failure: null });
    else if (answer.kind === 'failed') {
      this.#show({ shown: null, failure: answer.reason });
      if (passes(answer.reason)) this.#again = setTimeout(() => this.#askAgain(wanted), patience);
    }
  }

  #askAgain(wanted: Wanted): void {
    if (this.#wanted === wanted && this.#asked === null) void this.#send(wanted);
  }

  #show(state: FeedState): void {
    const before = this.#state.shown;
    this.#state = state;
    for (const listener of this.#listeners) listener();
    if (before && before !== state.shown) close(before.preview);
  }
}

/** The photo is not to blame: what makes pictures could not be had, and may be there soon. */
function passes(reason: PreviewFailure): boolean {
  return reason.kind === 'worker-lost' && reason.loss === 'not-loaded';
}

function close(answer: Answer): void {
  if (answer.kind !== 'preview') return;
  answer.before.close();
  answer.after?.close();
  answer.difference?.close();
}
