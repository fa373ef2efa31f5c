import type { Broken } from '../core/faults/failure.ts';
import type { MethodSettings } from '../core/settings.ts';
import type { MadeImprints } from '../workers/key/keyClient.ts';
import type { Context } from './context.ts';
import type { GivenFile } from './model/givenFile.ts';
import type { IntakeFound, SampleNumbers } from './services/intake.ts';

export type { MadeImprints } from '../workers/key/keyClient.ts';

/** What `Prove` and `Trace` need beside the state. */
export interface PhotoSetServices {
  /** Photos with their labels by folder; nothing is added to the page. */
  readSet(
    files: readonly GivenFile[],
    onProgress: (found: number, read: number) => void,
  ): Promise<IntakeFound>;
  /** What photos of labels carry under the key that is there and the settings given, or else chosen. */
  imprintsOf(names: readonly string[], settings?: MethodSettings): Promise<MadeImprints>;
  /** Hex SHA-256 of each file, in order; null where it cannot be read. */
  digests(files: readonly Blob[]): Promise<readonly (string | null)[]>;
  /** None where the browser changes what pages draw. */
  drawSamples(numbers: SampleNumbers): Promise<readonly GivenFile[] | Broken>;
  /** Gives a file to the browser's downloads. */
  saveFile(name: string, blob: Blob): void;
}

export function photoSetServices({ get, services }: Context): PhotoSetServices {
  return {
    readSet: (files, onProgress) => services.intake.read(files, { photos: [], labels: [] }, onProgress),
    imprintsOf: (names, settings = get().settings) => services.keys.imprints(names, settings),
    digests: files => services.previews.digests(files),
    drawSamples: numbers => services.intake.drawSamples(numbers),
    saveFile: (name, blob) => services.save.file(name, blob),
  };
}
