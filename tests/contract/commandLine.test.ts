import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { labelsText } from '../../cli/labels/labelsFile.ts';
import { normaliseLabel } from '../../src/core/label.ts';
import { type Cast, castVectors, type WholePhoto } from '../fixtures/pixelVectors.ts';
import { keyveil, lay, ownFolder } from '../unit/cli/keyveil.ts';

/** The pixels that an independent implementation made, through `keyveil protect`: from a key and files to files. */

type Photo = Cast & WholePhoto;

const { dataset, labels, passphrase, pixels } = castVectors();
const folder = ownFolder();
const frozen = labels.map(normaliseLabel);

const png = ({ input, width, height, channels }: Photo): Promise<Buffer> =>
  sharp(Buffer.from(input, 'base64'), { raw: { width, height, channels } }).png().toBuffer();

const settingsOf = ({ castLevel, strength, veilSize }: Photo) =>
  JSON.stringify([castLevel, strength, veilSize]);

test.each([...new Set(pixels.map(settingsOf))])('cast level, strength and veil size %s', async settings => {
  const photos = pixels.filter(photo => settingsOf(photo) === settings);
  const [castLevel, strength, veilSize] = JSON.parse(settings);
  const place = ({ label, name }: Photo) => `${normaliseLabel(label)}/${name}.png`;
  const set = join(folder, `set ${settings}`);
  for (const label of frozen) mkdirSync(join(set, label), { recursive: true });
  for (const photo of photos) lay(set, { [place(photo)]: await png(photo) });
  writeFileSync(join(folder, 'labels.json'), labelsText(frozen));

  const veil = strength === 0 ? [] : [`--veil-size=${veilSize}`];
  const protect = ['protect', set, `${set} out`, `--dataset=${dataset}`, '--labels=labels.json'];
  const levels = [`--cast-level=${castLevel}`, `--strength=${strength}`, ...veil, '--threads=1'];
  const said = await keyveil([...protect, ...levels], folder, passphrase);
  expect(said.code, said.err).toBe(0);

  for (const photo of photos) {
    const out = sharp(readFileSync(join(`${set} out`, place(photo))));
    const found = await (photo.channels === 4 ? out.ensureAlpha() : out.removeAlpha()).raw().toBuffer();
    const wanted = Buffer.from(photo.output, 'base64');
    expect(found.length, photo.name).toBe(wanted.length);
    const apart = found.reduce((most, level, i) => {
      // What colour a clear pixel has, nobody sees.
      const clear = photo.channels === 4 && wanted[i | 3] === 0;
      return clear ? most : Math.max(most, Math.abs(level - (wanted[i] ?? 0)));
    }, 0);
    expect(apart, photo.name).toBeLessThanOrEqual(1);
  }
});
