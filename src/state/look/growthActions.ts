import { expectedBytes, type Tried, toTry } from '../../core/growth.ts';
import { outputTypeFor, qualityFor } from '../../core/settings.ts';
import type { ProtectJob } from '../../pipeline/job.ts';
import type { Actions } from '../actions.ts';
import type { Context } from '../context.ts';
import type { Photo } from '../model/photos.ts';
import type { KeyveilState } from '../model.ts';
import { pendingPhotos } from '../queries/counts.ts';
import { trialTreatment } from '../queries/trial.ts';

/** How large the photos will be that wait for protection: a few of them are made for trial, and thrown away. */
export function growthActions({ get, services }: Context): Pick<Actions, 'growth'> {
  return {
    growth: async signal => {
      const s = get();
      const photos = pendingPhotos(s).flatMap(id => s.photos.get(id) ?? []);
      const tried: Tried[] = [];
      for (const index of toTry(photos)) {
        const photo = photos[index];
        const job = photo && trialJob(s, photo);
        const after = job ? await services.previews.weigh(job, signal) : null;
        if (signal.aborted) return null;
        if (photo && after !== null) tried.push({ type: photo.type, before: photo.bytes, after });
      }
      const after = expectedBytes(photos, tried);
      const before = photos.reduce((sum, { bytes }) => sum + bytes, 0);
      return after === null ? null : { before, after };
    },
  };
}

/** As the run would make it, but for the key: how a pattern is drawn does not change how it packs. */
function trialJob({ settings, output }: KeyveilState, photo: Photo): ProtectJob | null {
  const { id, file, description } = photo;
  if (file === null) return null;
  const { optOut, rights, keepDateAndCopyright, longSide } = output;
  const format = outputTypeFor(photo.type, output.format);
  return {
    id,
    file,
    ...(description && { description }),
    treatment: trialTreatment(settings),
    output: {
      format,
      quality: qualityFor(format, output),
      longSide,
      marks: { optOut, rights, keepDateAndCopyright },
    },
  };
}
