import { transfer } from 'comlink';
import { sha256 } from '../../pipeline/digest.ts';
import { readBytes, reasonOf } from '../../pipeline/reason.ts';
import { serveWorker } from '../../threads/serveWorker.ts';
import type { Failed } from '../../workers/protocol.ts';
import { Restoration } from '../pipeline/restorePhoto.ts';
import type { RestoreWorkerApi } from './restoreProtocol.ts';

let restoration: Restoration | null = null;

function opened(): Restoration {
  if (restoration === null) throw new Error('No photo is open.');
  return restoration;
}

const failed = (error: unknown): Failed => ({ kind: 'failed', reason: reasonOf(error) });

const api: RestoreWorkerApi = {
  async digest(file) {
    try {
      return await sha256(await readBytes(file));
    } catch (error) {
      return failed(error);
    }
  },

  async open(request) {
    restoration = null;
    try {
      const found = await Restoration.open(request);
      if (!(found instanceof Restoration)) return found;
      restoration = found;
      return found.opened;
    } catch (error) {
      return failed(error);
    }
  },

  solve(from, to) {
    return opened().solve(from, to);
  },

  handOver() {
    const tiles = opened().handOver();
    restoration = null;
    const buffers = tiles.map(({ data }) => data.buffer);
    return transfer(tiles, buffers);
  },

  async finish(others) {
    try {
      const restored = await opened().finish(others);
      const { bytes, before, after } = restored;
      return transfer({ kind: 'restored', ...restored }, [bytes.buffer, before, after]);
    } catch (error) {
      return failed(error);
    } finally {
      restoration = null;
    }
  },
};

serveWorker(api);
