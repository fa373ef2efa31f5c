import { type Remote, wrap } from 'comlink';
import type { ProtectJob } from '../../../src/pipeline/job.ts';
import { startWorker } from '../../../src/policy/scripts.ts';
import { pageSession } from '../../../src/storage/session.ts';
import type { StoredFile } from '../../../src/storage/storage.ts';
import type { Peer, PeerKind } from './peer.worker.ts';
import peerScript from './peer.worker.ts?worker&url';

/** As many workers as ours has, each with two photos in hand, as ours. */
export class PeerPool {
  readonly #kind: PeerKind;
  readonly #workers: readonly Remote<Peer>[];

  private constructor(kind: PeerKind, workers: readonly Remote<Peer>[]) {
    this.#kind = kind;
    this.#workers = workers;
  }

  /** @param base folder that the libraries are served from, ending in a slash */
  static async open(kind: PeerKind, size: number, base: string): Promise<PeerPool> {
    const workers = Array.from({ length: size }, () => wrap<Peer>(startWorker(peerScript)));
    await Promise.all(workers.map(worker => worker.open(kind, base)));
    return new PeerPool(kind, workers);
  }

  async protect(jobs: readonly ProtectJob[]): Promise<readonly StoredFile[]> {
    const { folder } = await pageSession();
    const stored: StoredFile[] = [];
    let next = 0;
    const hand = async (worker: Remote<Peer>) => {
      for (let job = jobs[next++]; job !== undefined; job = jobs[next++]) {
        const { file, output, treatment } = job;
        stored.push(await worker.protect(this.#kind, file, output.format, output.quality, treatment, folder));
      }
    };
    await Promise.all(this.#workers.flatMap(worker => [hand(worker), hand(worker)]));
    return stored;
  }
}
