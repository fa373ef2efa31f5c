import sharp from 'sharp';
import { decodePhoto, readDescription } from '../../../cli/photo/decodePhoto.ts';
import { trialImprint } from '../../../src/core/filter/trialImprint.ts';
import {
  type CastSettings,
  castPresets,
  type VeilSettings,
  veilPresets,
} from '../../../src/core/settings.ts';
import { treatmentFor } from '../../../src/core/treatment.ts';
import { createCpuEngine } from '../../../src/engine/cpu/cpuEngine.ts';
import { type Figures, measureFigures } from '../../../src/pipeline/figures.ts';
import { KeptPhoto } from '../../../src/pipeline/keptPhoto.ts';
import { drawings, type Judged, judged } from './judged.ts';

export { judged };

/** What is compared: the presets, and what was the default before them. */
const looks: Readonly<Record<Judged['preset'], CastSettings | VeilSettings>> = {
  Light: castPresets.light,
  Standard: castPresets.standard,
  Strong: castPresets.strong,
  'old veil': veilPresets.standard,
};

export const presets = Object.keys(looks) as readonly Judged['preset'][];

/** Figures of a photo as the inspector shows them, under each of some presets; `seed` stands for the key. */
export async function looksOf(
  bytes: Uint8Array<ArrayBuffer>,
  seed: string,
  wanted: readonly Judged['preset'][],
): Promise<readonly Figures[]> {
  const { pixels } = await decodePhoto(bytes, await readDescription(bytes));
  const photo = await KeptPhoto.of(createCpuEngine(), pixels);
  try {
    const all: Figures[] = [];
    for (const preset of wanted) {
      const settings = looks[preset];
      all.push(await measureFigures(photo, treatmentFor(settings, trialImprint(seed, settings))));
    }
    return all;
  } finally {
    photo.release();
  }
}

/** A drawn picture as a PNG; null for what is a photo. */
export async function drawing(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const svg = drawings[name];
  return svg === undefined ? null : new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer());
}
