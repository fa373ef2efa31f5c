import { type ArchiveEntry, archiveBytes, planVolumes, type Volume } from '../../../src/archive/volumes.ts';
import { writeVolume } from '../../../src/archive/writeVolume.ts';

/** Photos for an archive, and the archive in memory. */

function entry(path: string, bytes: Uint8Array<ArrayBuffer>): ArchiveEntry {
  return { path, stored: { kind: 'memory', blob: new Blob([bytes]) }, bytes: bytes.length };
}

export const entries: readonly ArchiveEntry[] = [
  entry(
    'cats/a.jpg',
    Uint8Array.from({ length: 3_000_000 }, (_, index) => (index * 2654435761) >>> 13),
  ),
  entry('cats/a (2).jpg', new Uint8Array()),
  entry('Zoë & Łukasz/Grüße.png', new TextEncoder().encode('not compressed not compressed not compressed')),
  entry('猫/한국어 🐈.webp', Uint8Array.of(1, 2, 3)),
];

export function volumeOf(photos: readonly ArchiveEntry[]): Volume {
  const [volume] = planVolumes('my pets', photos);
  if (volume === undefined) throw new Error('no volume');
  return volume;
}

/** A sink that, like a file from the save picker, holds nothing unless it is closed. */
export function memorySink() {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const state: { bytes: Buffer | null; aborted: boolean } = { bytes: null, aborted: false };
  const stream = new WritableStream<Uint8Array<ArrayBuffer>>({
    write: piece => void pieces.push(piece),
    close: () => {
      state.bytes = Buffer.concat(pieces);
    },
    abort: () => {
      state.aborted = true;
    },
  });
  return { stream, state };
}

export const openMemory = async (stored: ArchiveEntry['stored']) =>
  stored.kind === 'memory' ? stored.blob : null;

export async function written(photos: readonly ArchiveEntry[]): Promise<Buffer> {
  const sink = memorySink();
  const outcome = await writeVolume(volumeOf(photos), openMemory, sink.stream);
  if (outcome.kind !== 'written' || outcome.bytes !== archiveBytes(photos))
    throw new Error(`not written: ${JSON.stringify(outcome)}`);
  if (sink.state.bytes === null) throw new Error('the sink was not closed');
  return sink.state.bytes;
}

/** All but the large one. */
export const smallEntries = entries.slice(1);
