import type { ArchiveClient } from './archiveClient.ts';
import { chooseSink, saveFile } from './sinks.ts';
import type { Volume } from './volumes.ts';
import type { SaveTrouble, WriteOptions } from './writeVolume.ts';

export type SaveVolumeOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'cancelled' }
  | {
      readonly kind: 'failed';
      readonly detail: SaveTrouble;
      /** The photo that could not be written, as its path in the archive. */
      readonly path: string | null;
    };

/**
 * Writes one volume to where the person wants it. Call it in the click's handler before anything is awaited: a large
 * volume asks where to go first. Never rejects.
 *
 * @param folder of the origin-private files that the session owns; null when there is none
 */
export async function saveVolume(
  client: Pick<ArchiveClient, 'write'>,
  volume: Volume,
  folder: string | null,
  options: WriteOptions = {},
): Promise<SaveVolumeOutcome> {
  const sink = await chooseSink(volume);
  if (sink.kind === 'cancelled') return sink;
  const reply = await client.write(volume, sink.kind === 'picked' ? sink : { ...sink, folder }, options);
  if (reply.kind === 'cancelled') return reply;
  if (reply.kind === 'failed') return { kind: 'failed', detail: reply.reason, path: reply.path };
  if (reply.blob !== null) saveFile(volume.name, reply.blob);
  return { kind: 'saved' };
}
