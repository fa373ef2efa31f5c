import { transfer } from 'comlink';
import { reasonOf } from '../../pipeline/reason.ts';
import { serveWorker } from '../../threads/serveWorker.ts';
import { decoyKeys } from '../core/decoys.ts';
import { keyImprints } from '../core/ownPhoto/keyImprints.ts';
import { findOwn, type OwnQuestion, sketchOf } from '../pipeline/findOwn.ts';
import type { TraceWorkerApi } from './traceProtocol.ts';

function buffersOf(arrays: readonly (Float64Array<ArrayBuffer> | null)[]): ArrayBuffer[] {
  return arrays.flatMap(array => array?.buffer ?? []);
}

const noEvidence = { cast: null, filter: null };

let question: OwnQuestion | null = null;

const api: TraceWorkerApi = {
  draw(plan, count, from) {
    const drawn = keyImprints(decoyKeys(plan, count, from));
    return transfer(drawn, buffersOf([drawn.weights, drawn.casts]));
  },

  async sketch(file) {
    try {
      return { kind: 'sketched', sketch: await sketchOf(file) };
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error) };
    }
  },

  prepare(given) {
    question = given;
  },

  async recognise(file) {
    if (question === null) throw new Error('The worker was not told what to go by.');
    try {
      const answer = await findOwn(file, question);
      const { cast, filter } = answer.kind === 'untested' ? noEvidence : answer.evidence;
      return transfer(answer, [...buffersOf([cast, filter]), answer.glimpse.data.buffer]);
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error) };
    }
  },
};

serveWorker(api);
