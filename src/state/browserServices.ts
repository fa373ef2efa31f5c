import { createArchiveClient } from '../archive/archiveClient.ts';
import { openStored, removeStored, wipeFolder } from '../storage/results.ts';
import { pageSession } from '../storage/session.ts';
import { createKeyClient } from '../workers/key/keyClient.ts';
import { createPhotoPool } from '../workers/photo/photoPool.ts';
import { createPreviewClient } from '../workers/photo/previewClient.ts';
import { drawSamplePhotos } from '../workers/samples/samplesClient.ts';
import { loadPreferences, savePreferences } from './preferences/preferences.ts';
import { spokenLanguages } from './preferences/spokenLanguages.ts';
import { localStore } from './preferences/storedTheme.ts';
import { browserRecent } from './recent/browserRecent.ts';
import { browserResume } from './resume/browserResume.ts';
import { keepAwake } from './run/keepAwake.ts';
import { browserFolder, browserSave, browserSpace } from './save/browserSaving.ts';
import type { Services } from './services.ts';

/** The services of a real page: workers, origin-private files and downloads behind their façades. */
export function browserServices(): Services {
  const preferences = localStore();
  const archive = createArchiveClient();
  // What is looked at is computed the way that photos will be protected, as chosen when the page was opened.
  const previews = createPreviewClient(loadPreferences(preferences).engine);
  const spoken = () => spokenLanguages(loadPreferences(preferences).language);

  return {
    resume: browserResume(),
    recent: browserRecent,
    previews,
    keys: createKeyClient(),
    // Without a folder of its own a pool finds that of the page's session.
    createPool: choice => createPhotoPool(choice),
    intake: {
      read: async (files, before, onProgress, askNames) => {
        // The page is up without it.
        const { readIntake } = await import('./intake/intake.ts');
        return readIntake(files, {
          describe: previews.describe,
          digests: previews.digests,
          readings: zip => archive.readings(zip, spoken()),
          openZip: async (zip, encoding, options) => {
            const { folder } = await pageSession();
            return archive.unzip(zip, { folder, languages: spoken(), encoding }, options);
          },
          askNames,
          before,
          onProgress,
        });
      },
      samplePhotos: async () => (await import('./intake/samplePhotos.ts')).fetchSamplePhotos(),
      drawSamples: numbers => drawSamplePhotos(numbers),
    },
    save: browserSave(archive),
    folder: browserFolder(archive),
    space: browserSpace,
    digests: {
      digest: (files, onProgress, signal) => archive.digest(files, { onProgress, signal }),
    },
    results: {
      open: openStored,
      remove: removeStored,
      wipe: async () => wipeFolder((await pageSession()).folder),
    },
    preferences: {
      load: () => loadPreferences(preferences),
      save: chosen => savePreferences(preferences, chosen),
    },
    keepAwake,
    now: () => performance.now(),
  };
}
