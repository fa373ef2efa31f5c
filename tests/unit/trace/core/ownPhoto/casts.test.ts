import { describe, expect, test } from 'vitest';
import { CastField } from '../../../../../src/core/cast/castField.ts';
import type { Imprint } from '../../../../../src/core/imprint.ts';
import { castPresets } from '../../../../../src/core/settings.ts';
import { treatmentFor } from '../../../../../src/core/treatment.ts';
import { createCpuEngine } from '../../../../../src/engine/cpu/cpuEngine.ts';
import type { Pixels } from '../../../../../src/engine/engine.ts';
import { decoyKeys } from '../../../../../src/trace/core/decoys.ts';
import { pooled } from '../../../../../src/trace/core/ownPhoto/evidence.ts';
import { findingFrom } from '../../../../../src/trace/core/ownPhoto/finding.ts';
import { keyImprints } from '../../../../../src/trace/core/ownPhoto/keyImprints.ts';
import { frameIn, waveColumns } from '../../../../../src/trace/core/ownPhoto/waves.ts';
import {
  answerFor,
  type OwnAnswer,
  type OwnQuestion,
  sketchFrom,
  viewOf,
} from '../../../../../src/trace/pipeline/findOwn.ts';
import { leaves } from '../../../../fixtures/leaves.ts';
import { cut } from '../../../../fixtures/pixels.ts';
import { shown } from '../../../../fixtures/shown.ts';

/** Casts and their veils, from pixels to what is found. */

const engine = createCpuEngine('plain');
const labels = [0, 1];
const photo = leaves(360, 270, 8);

describe.each([
  ['light', castPresets.light],
  ['standard', { ...castPresets.standard, veilSize: 96 }],
] as const)('%s', (name, settings) => {
  const keys = decoyKeys({ settings, labels: 2, seed: 'casts' }, 101);
  const [owner = [], stranger = [], ...decoys] = keys;
  const imprints = keyImprints([owner, ...decoys]);
  const receipt = {
    dataset: 'd',
    keyCheck: '0'.repeat(16),
    commitment: '0'.repeat(64),
    settings,
    labels: ['a', 'b'],
    files: [
      { path: 'a/1.png', sha256: '', sourceSha256: '', source: '', label: 'a', width: 360, height: 270 },
    ],
  } satisfies OwnQuestion['receipt'];

  async function protectedBy(imprint: Imprint | undefined, pixels: Pixels): Promise<Pixels> {
    if (!imprint) throw new Error('no imprint');
    const copy = { ...pixels, data: pixels.data.slice() };
    return (await engine.protect(copy, treatmentFor(settings, imprint))).pixels;
  }

  async function answered(found: Pixels, original: Pixels | null): Promise<OwnAnswer> {
    const originals = original ? [sketchFrom({ sha256: '', ...viewOf(original) })] : [];
    const seen = { sha256: 'found', ...viewOf(found) };
    return answerFor(seen, { receipt, imprints, originals }, async () => viewOf(original ?? found));
  }

  function finding(answer: OwnAnswer) {
    if (answer.kind === 'untested') throw new Error('untested');
    return findingFrom(answer.evidence, imprints, labels);
  }

  test('beside the original: key and label after halving and JPEG 75, after brightening, and after a crop', async () => {
    const hidden = await protectedBy(owner[1], photo);
    const halved = await answered(shown(hidden, 135, 75), photo);
    expect(halved).toMatchObject({ kind: 'with-original', unfiltered: false });
    expect(finding(halved)).toMatchObject({ label: 1, p: 0.01, alone: { cast: 0.01 } });

    const bright = { ...hidden, data: hidden.data.map((value, i) => (i % 4 === 3 ? 255 : 0.9 * value + 20)) };
    expect(finding(await answered(bright, photo))).toMatchObject({
      label: 1,
      p: 0.01,
      alone: { cast: 0.01 },
    });

    const crop = cut(hidden, { x: 40, y: 30, width: 260, height: 200 });
    expect(finding(await answered(crop, photo))).toMatchObject({ label: 1, p: 0.01, alone: { cast: 0.01 } });
  });

  test('beside the original: nothing under another key, and an unprotected copy is seen to be one', async () => {
    const foreign = await answered(shown(await protectedBy(stranger[0], photo), 135, 75), photo);
    expect(finding(foreign)?.p).toBeGreaterThan(0.01);
    expect(await answered(shown(photo, 135, 75), photo)).toMatchObject({ unfiltered: true });
  });

  test('alone: a few photos of a label together tell key and label, after JPEG 75, and no other key', async () => {
    const photos = Array.from({ length: name === 'light' ? 10 : 4 }, (_, i) => leaves(200, 150, 20 + i));
    const together = async (imprint: Imprint | undefined) => {
      const evidence = [];
      for (const one of photos) {
        const answer = await answered(shown(await protectedBy(imprint, one), 100, 75), null);
        if (answer.kind !== 'blind') throw new Error(answer.kind);
        evidence.push(answer.evidence);
      }
      return findingFrom(pooled(evidence), imprints, labels);
    };
    const own = await together(owner[0]);
    expect(own).toMatchObject({ label: 0, p: 1 / 100 });
    expect(own?.alone.filter === null).toBe(name === 'light');
    expect((await together(stranger[1]))?.p).toBeGreaterThan(0.01);
  });

  test('says nothing of what is too small', async () => {
    expect((await answered(leaves(20, 20, 1), null)).kind).toBe('untested');
  });
});

test('the waves on a grid are those that a cast adds', () => {
  const [width, height] = [61, 40];
  const cast = Array.from({ length: 21 }, (_, i) => Math.sin(i + 1));
  const whole = { x: { offset: 0, scale: 1 }, y: { offset: 0, scale: 1 } };
  const columns = waveColumns(frameIn({ width, height }, whole, width, height));
  const field = new CastField(cast, 1, width, height);
  for (const [x, y] of [
    [0, 0],
    [60, 39],
    [17, 31],
  ] as const) {
    const values = [0, 1, 2].map(c =>
      columns.reduce(
        (sum, column, wave) => sum + (cast[wave * 3 + c] ?? 0) * (column[y * width + x] ?? 0),
        0,
      ),
    );
    field.at(x, y).forEach((value, c) => {
      expect(values[c]).toBeCloseTo(value, 10);
    });
  }
});
