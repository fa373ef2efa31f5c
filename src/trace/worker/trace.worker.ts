import { transfer } from 'comlink';
import { reasonOf } from '../../pipeline/reason.ts';
import { serveWorker } from '../../threads/serveWorker.ts';
import { decoyKeys } from '../core/decoys.ts';
import { keyFilters } from '../core/ownPhoto/keyFilters.ts';
import { findOwn, type OwnQuestion, sketchOf } from '../pipeline/findOwn.ts';
import type { TraceWorkerApi } from './traceProtocol.ts';

let question: OwnQuestion | null = null;

const api: TraceWorkerApi = {
  draw(plan, count, from) {
    const drawn = keyFilters(decoyKeys(plan, count, from));
    return transfer(drawn, [drawn.weights.buffer]);
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
      return answer.kind === 'untested' ? answer : transfer(answer, [answer.scores.buffer]);
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error) };
    }
  },
};

serveWorker(api);
