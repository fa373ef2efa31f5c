import type { Failed } from '../../workers/protocol.ts';
import type {
  OpenedPhoto,
  RestoredPhoto,
  RestoreRefusal,
  RestoreRequest,
  SolvedTile,
} from '../pipeline/restorePhoto.ts';

/** What the page may ask of a worker that restores. Everything here crosses a thread. One photo at a time. */
export interface RestoreWorkerApi {
  /** Lower-case hex SHA-256, by which a receipt knows a file. */
  digest(file: Blob): Promise<string | Failed>;
  /** Decodes a photo, and lets go of the one before. */
  open(request: RestoreRequest): Promise<OpenedPhoto | RestoreRefusal | Failed>;
  /** Solves the pieces from `from` up to `to`, which is left out. */
  solve(from: number, to: number): Promise<void>;
  /** What this worker solved; another one finishes with it. */
  handOver(): readonly SolvedTile[];
  finish(others: readonly SolvedTile[]): Promise<({ readonly kind: 'restored' } & RestoredPhoto) | Failed>;
}
