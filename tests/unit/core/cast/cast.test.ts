import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { castRows } from '../../../../src/core/cast/cast.ts';
import { CastChooser } from '../../../../src/core/cast/castChooser.ts';
import { CastField, flatBound } from '../../../../src/core/cast/castField.ts';
import { LabelFilters } from '../../../../src/core/filter/labelFilters.ts';
import { MasterKey } from '../../../../src/core/key/key.ts';
import type { MethodSettings } from '../../../../src/core/settings.ts';
import { referenceField } from '../../../fixtures/reference.ts';

const seeds = ['a', 'b', 'c', 'd', 'e'];
const light: MethodSettings = { method: 'cast', castLevel: 6, strength: 0, veilSize: null };

function chosen(from: readonly string[]): readonly (readonly number[])[] {
  const chooser = new CastChooser();
  for (const seed of from) chooser.add(seed);
  return chooser.chosen;
}

/** Candidates as docs/method.md draws them, from scratch. */
function candidatesOf(seed: string): readonly (readonly number[])[] {
  const random = seedrandom(seed);
  return Array.from({ length: 256 }, () => {
    const draws = Array.from({ length: 21 }, () => 2 * random() - 1);
    const norm = Math.sqrt(draws.reduce((sum, draw) => sum + draw * draw, 0) / 3);
    return draws.map(draw => draw / norm);
  });
}

function peakOf(cast: readonly number[]): number {
  let peak = 0;
  for (let y = 0; y < 16; y++) {
    for (let x = 0; x < 16; x++) {
      for (let c = 0; c < 3; c++) peak = Math.max(peak, Math.abs(referenceField(cast, 1, 16, 16, x, y, c)));
    }
  }
  return peak;
}

describe('the choice of casts', () => {
  it('takes the flat candidate farthest from all before it, the first of equals', () => {
    const taken: (readonly number[])[] = [];
    for (const seed of seeds) {
      const far = candidatesOf(seed)
        .filter(cast => peakOf(cast) <= flatBound)
        .map(cast => {
          const distances = taken.map(other =>
            cast.reduce((sum, value, i) => sum + (value - (other[i] ?? 0)) ** 2, 0),
          );
          return { cast, distance: taken.length === 0 ? 0 : Math.min(...distances) };
        });
      const best = far.reduce((one, other) => (other.distance > one.distance ? other : one));
      taken.push(best.cast);
    }
    expect(chosen(seeds)).toEqual(taken);
  });

  it('starts again from any label as if the later ones had never been', () => {
    const chooser = new CastChooser();
    for (const seed of seeds) chooser.add(seed);
    const first = [...chooser.chosen];
    chooser.truncate(2);
    for (const seed of seeds.slice(2)) chooser.add(seed);
    expect(chooser.chosen).toEqual(first);
  });
});

describe("a cast's field", () => {
  it('has its level as root mean square over the central square and all channels', () => {
    const [cast = []] = chosen(['a']);
    const field = new CastField(cast, 8, 96, 64);
    let sum = 0;
    for (let y = 0; y < 64; y++) {
      for (let x = 16; x < 80; x++) sum += field.at(x, y).reduce((all, value) => all + value * value, 0);
    }
    expect(Math.sqrt(sum / (64 * 64 * 3))).toBeCloseTo(8, 6);
  });

  it('is the same from left to right as from right to left', () => {
    const [cast = []] = chosen(['a']);
    const field = new CastField(cast, 8, 37, 23);
    for (let x = 0; x < 37; x++) {
      field.at(x, 5).forEach((value, c) => {
        expect(value).toBeCloseTo(field.at(36 - x, 5)[c] ?? Number.NaN, 9);
      });
    }
  });
});

describe('what labels carry under cast', () => {
  const imprints = async (labels: readonly string[], settings: MethodSettings = light) =>
    new LabelFilters(await MasterKey.take(new Uint8Array(32).fill(7))).imprints(labels, settings);

  it('does not change when labels come after them, and not with level or strength', async () => {
    const few = await imprints(['cats', 'dogs']);
    const more = await imprints(['cats', 'dogs', 'owls'], {
      method: 'cast',
      castLevel: 8,
      strength: 0.2,
      veilSize: 160,
    });
    expect(more.slice(0, 2).map(({ cast }) => cast)).toEqual(few.map(({ cast }) => cast));
  });

  it('is a filter that changes nothing at strength 0, and the veil of the label above', async () => {
    const [bare] = await imprints(['cats']);
    expect(bare?.filter.weights).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0]);
    const veil: MethodSettings = { method: 'veil', veilSize: 160, strength: 0.2 };
    const [soft] = await imprints(['cats'], { method: 'cast', castLevel: 8, strength: 0.2, veilSize: 160 });
    const [old] = await imprints(['cats'], veil);
    expect(soft?.filter).toEqual(old?.filter);
    expect(old?.cast).toBeNull();
  });

  it('is written as one row a wave', async () => {
    const [imprint] = await imprints(['cats']);
    const cast = imprint?.cast ?? [];
    expect(castRows(cast).map(row => row.length)).toEqual(Array(7).fill(3));
    expect(castRows(cast).flat()).toEqual(cast);
  });
});
