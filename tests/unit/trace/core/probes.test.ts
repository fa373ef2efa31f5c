import { describe, expect, test } from 'vitest';
import { CastChooser } from '../../../../src/core/cast/castChooser.ts';
import { VeilChooser, veilFilter } from '../../../../src/core/filter/veil.ts';
import { castPresets, veilPresets } from '../../../../src/core/settings.ts';
import type { Claim } from '../../../../src/trace/core/claim.ts';
import { decoysOfLabel } from '../../../../src/trace/core/probeDecoys.ts';
import { type ProbeSheet, parseProbeSheet, probeSheetText } from '../../../../src/trace/core/probeSheet.ts';
import {
  defaultProbes,
  type ProbePlan,
  type ProbeWishes,
  planProbes,
  probeCount,
  probeShortSide,
  withoutPhotos,
} from '../../../../src/trace/core/probes.ts';
import { claimFrom } from '../traceLab.ts';

const labels = ['a', 'b', 'c', 'd'];
const claim = await claimFrom('probes', labels, veilPresets.standard);
const wishes: ProbeWishes = { ...defaultProbes, labels: ['c', 'a'], photos: 60, rankPhotos: 10, each: 3 };

function planned(change: Partial<ProbeWishes> = {}, photos = 80, seed = 'seed'): ProbePlan {
  const labelOf = Array.from({ length: photos }, (_, i) => labels[i % 5] ?? null);
  const plan = planProbes(claim, labelOf, { ...wishes, ...change }, seed);
  if (plan.kind !== 'planned') throw new Error(plan.kind);
  return plan;
}

describe('a plan', () => {
  const { sheet, work } = planned();
  const [files, of] = [sheet.files, (label: number) => sheet.files.filter(file => file.label === label)];

  test('shows each photo plain once, and for each label under its own filter and some decoys', () => {
    expect(sheet.labels).toEqual(['a', 'c']);
    for (const label of [0, 1]) {
      expect(of(label).filter(({ filter }) => filter === 'own')).toHaveLength(60);
      expect(of(label)).toHaveLength(60 + 10 * 39 + 50 * 3);
      const photos = new Set(of(label).map(({ photo }) => photo));
      // Photos of a label are no probes for it.
      expect([...photos].filter(photo => photo % 5 === (label === 0 ? 0 : 2))).toEqual([]);
      for (const photo of photos) {
        const filters = of(label).flatMap(file => (file.photo === photo ? [file.filter] : []));
        expect(new Set(filters).size).toBe(filters.length);
        expect([4, 40]).toContain(filters.length);
        expect(files.filter(file => file.photo === photo && file.filter === 'plain')).toHaveLength(1);
      }
    }
    expect(files).toHaveLength(work.reduce((sum, { probes }) => sum + probes.length, 0));
    expect(probeCount({ ...wishes, labels: ['a'] }, 1000)).toBe(60 + 60 + 10 * 39 + 50 * 3);
    expect(probeCount({ ...wishes, labels: ['a', 'b'] }, 8)).toBe(8 + 2 * 8 * 40);
  });

  test('uses all decoys equally often, to within one', () => {
    for (const label of [0, 1]) {
      const counts = Array.from(
        { length: 39 },
        (_, decoy) => of(label).filter(({ filter }) => filter === decoy).length,
      );
      // 150 showings on top of the ten that all have.
      expect(Math.min(...counts)).toBe(10 + 3);
      expect(Math.max(...counts)).toBe(10 + 4);
    }
  });

  test('lays on each probe the filter that the sheet says', () => {
    const decoys = labels.map((_, place) => decoysOfLabel(claim, place, 'seed', 39));
    for (const { photo, probes } of work) {
      for (const { file, imprint } of probes) {
        expect(file.photo).toBe(photo);
        const place = labels.indexOf(sheet.labels[file.label ?? 0] ?? '');
        if (file.filter === 'plain') expect(imprint).toBeNull();
        else if (file.filter === 'own') expect(imprint).toBe(claim.filters[place]);
        else expect(imprint).toEqual(decoys[place]?.[file.filter]);
      }
    }
  });

  test('gives names that say nothing, in an order that says nothing', () => {
    const names = files.map(({ name }) => name);
    expect(names.every(name => /^[0-9a-f]{16}\.jpg$/.test(name))).toBe(true);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual([...names].sort());
    expect(planned().sheet.files.map(({ name }) => name)).not.toEqual(names);
    // Own ones do not stand together.
    const places = files.flatMap(({ filter }, at) => (filter === 'own' ? [at] : []));
    const middle = places.reduce((sum, at) => sum + at, 0) / places.length / files.length;
    expect(middle).toBeGreaterThan(0.35);
    expect(middle).toBeLessThan(0.65);
  });

  test('draws the same with the same seed, names apart', () => {
    const drawn = (plan: ProbePlan) =>
      plan.work.map(({ photo, probes }) => [photo, probes.map(({ file }) => file.filter)]);
    expect(drawn(planned())).toEqual(drawn(planned()));
    expect(drawn(planned({}, 80, 'other'))).not.toEqual(drawn(planned()));
  });

  test('is refused where it cannot be had', () => {
    const free = new Array<null>(100).fill(null);
    const outcome = (change: Partial<ProbeWishes>, photos: readonly (string | null)[] = free) =>
      planProbes(claim, photos, { ...wishes, ...change }, 'seed');
    expect(outcome({ labels: [] })).toEqual({ kind: 'refused', reason: 'labels' });
    expect(outcome({ labels: ['a', 'x'] })).toEqual({ kind: 'refused', reason: 'labels' });
    for (const decoys of [38, 39.5])
      expect(outcome({ decoys })).toEqual({ kind: 'refused', reason: 'decoys' });
    for (const each of [0, 40, 1.5]) expect(outcome({ each })).toEqual({ kind: 'refused', reason: 'decoys' });
    expect(outcome({ rankPhotos: 0 })).toEqual({ kind: 'refused', reason: 'decoys' });
    expect(outcome({ side: 0 })).toEqual({ kind: 'refused', reason: 'side' });
    const few = [...free.slice(0, 49), ...new Array<string>(51).fill('a')];
    expect(outcome({ labels: ['a'] }, few)).toEqual({ kind: 'too-few', label: 'a', photos: 49 });
    expect(outcome({ labels: ['b'] }, few).kind).toBe('planned');
  });

  test('brings photos to a sensible size before they are filtered', () => {
    const { receipt } = claim;
    expect(probeShortSide(receipt, { side: 224, filteredAt: 'real' })).toEqual({
      pixels: 448,
      enlarge: false,
    });
    expect(probeShortSide(receipt, { side: 64, filteredAt: 'real' })).toEqual({
      pixels: 320,
      enlarge: false,
    });
    expect(probeShortSide(receipt, { side: 64, filteredAt: 'small' })).toBeNull();
    const file = { path: '', sha256: '', sourceSha256: '', source: '', label: 'a' };
    const files = [500, 3000, 1000].map(height => ({ ...file, width: 4000, height }));
    const settings = { method: 'cuda', kernelSize: 9, strength: 0.06 } as const;
    expect(probeShortSide({ settings, files }, { side: 64, filteredAt: 'real' })).toEqual({
      pixels: 1000,
      enlarge: true,
    });
  });
});

describe('decoys of a label', () => {
  test('are chosen as a key chooses, given the labels before', () => {
    const chooser = new VeilChooser();
    const filters = labels.map(label => veilFilter(chooser.add(`own/${label}`), 0.2));
    const receipt = { ...claim.receipt, settings: { method: 'veil', veilSize: 160, strength: 0.2 } } as const;
    const own: Claim = {
      receipt,
      filters: labels.map((label, i) => ({ label, filter: filters[i] ?? fail(), cast: null })),
    };
    for (const place of [0, 2, 3]) {
      const decoys = decoysOfLabel(own, place, 'x', 3);
      for (const [number, decoy] of decoys.entries()) {
        const other = new VeilChooser();
        for (const label of labels.slice(0, place)) other.add(`own/${label}`);
        expect(decoy).toEqual({
          filter: veilFilter(other.add(`probe/x/${place}/${number}`), 0.2),
          cast: null,
        });
      }
    }
  });

  test.each([castPresets.light, castPresets.standard])(
    'carry casts that are chosen as a key chooses, and filters only where there are veils: strength $strength',
    settings => {
      const [casts, veils] = [new CastChooser(), new VeilChooser()];
      const { strength } = settings;
      const filterFor = (seed: string, chooser: VeilChooser) =>
        veilFilter(strength === 0 ? Array(9).fill(0) : chooser.add(seed), strength);
      const own: Claim = {
        receipt: { ...claim.receipt, settings },
        filters: labels.map(label => ({
          label,
          filter: filterFor(`own/${label}`, veils),
          cast: casts.add(`own/${label}`),
        })),
      };
      for (const place of [0, 3]) {
        for (const [number, decoy] of decoysOfLabel(own, place, 'x', 3).entries()) {
          const [otherCasts, otherVeils] = [new CastChooser(), new VeilChooser()];
          for (const label of labels.slice(0, place)) {
            otherCasts.add(`own/${label}`);
            filterFor(`own/${label}`, otherVeils);
          }
          const seed = `probe/x/${place}/${number}`;
          expect(decoy.cast).toEqual(otherCasts.add(`cast/${seed}`));
          filterFor(seed, otherVeils).weights.forEach((weight, i) => {
            expect(decoy.filter.weights[i]).toBeCloseTo(weight, 12);
          });
        }
      }
    },
  );

  test('for `cuda` are drawn for themselves', () => {
    const settings = { method: 'cuda', kernelSize: 5, strength: 0.3 } as const;
    const own: Claim = { receipt: { ...claim.receipt, settings }, filters: [] };
    const decoys = decoysOfLabel(own, 1, 'x', 2);
    expect(decoys.map(({ filter }) => filter.size)).toEqual([5, 5]);
    expect(decoys[0]).not.toEqual(decoys[1]);
    expect(decoysOfLabel(own, 1, 'x', 1)[0]).toEqual(decoys[0]);
  });
});

function fail(): never {
  throw new Error('No filter.');
}

describe('the sheet', () => {
  const { sheet } = planned();

  test('comes back as it was written, and names no filter', () => {
    const text = probeSheetText(sheet);
    expect(parseProbeSheet(text)).toEqual({ kind: 'read', value: sheet });
    expect(text).not.toContain('weights');
    const empty = { ...sheet, files: [] };
    expect(parseProbeSheet(probeSheetText(empty))).toEqual({ kind: 'read', value: empty });
  });

  test('is refused where it is damaged, and says where', () => {
    const first = sheet.files.slice(0, 2);
    const read = (change: Partial<ProbeSheet>) => parseProbeSheet(probeSheetText({ ...sheet, ...change }));
    const damaged = (at: string) => ({ kind: 'refused', reason: 'damaged', at });
    expect(read({ commitment: 'x' })).toEqual(damaged('commitment'));
    expect(read({ labels: [] })).toEqual(damaged('labels'));
    const [one, two] = first;
    if (!one || !two) throw new Error('no files');
    expect(read({ files: [one, { ...two, name: one.name }] })).toEqual(damaged('files.1.name'));
    expect(read({ files: [one, { ...one, name: 'b' }] })).toEqual(damaged('files.1.filter'));
    expect(read({ files: [{ ...one, label: 5, filter: 'own' }] })).toEqual(damaged('files.0.label'));
    expect(read({ files: [{ ...one, label: null, filter: 'own' }] })).toEqual(damaged('files.0.label'));
    expect(read({ files: [{ ...one, label: 0, filter: 39 }] })).toEqual(damaged('files.0.filter'));
    expect(parseProbeSheet('[]')).toEqual({ kind: 'refused', reason: 'not-ours' });
    expect(parseProbeSheet(probeSheetText(sheet).replace('"version": 1', '"version": 2'))).toEqual({
      kind: 'refused',
      reason: 'newer',
    });
  });

  test('does without photos that could not be read', () => {
    const fewer = withoutPhotos(sheet, new Set([1, 2]));
    expect(fewer.files.length).toBeLessThan(sheet.files.length);
    expect(fewer.files.some(({ photo }) => photo === 1)).toBe(false);
  });
});
