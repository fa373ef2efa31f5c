import type { Failed } from '../../workers/protocol.ts';
import type { DecoyPlan } from '../core/decoys.ts';
import type { KeyImprints } from '../core/ownPhoto/keyImprints.ts';
import type { OwnAnswer, OwnQuestion, Sketch } from '../pipeline/findOwn.ts';

/** What the page may ask of the workers that recognise photos. Everything here crosses a thread. */

interface Sketched {
  readonly kind: 'sketched';
  readonly sketch: Sketch;
}

export interface TraceWorkerApi {
  /** What `count` decoy keys give their labels, from number `from` on. */
  draw(plan: DecoyPlan, count: number, from: number): KeyImprints;
  sketch(file: Blob): Promise<Sketched | Failed>;
  /** What `recognise` is to go by. Call once before it. */
  prepare(question: OwnQuestion): void;
  recognise(file: Blob): Promise<OwnAnswer | Failed>;
}
