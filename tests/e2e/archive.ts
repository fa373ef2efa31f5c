import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { decode } from 'fast-png';
import JSZip from 'jszip';
import * as v from 'valibot';
import type { Filter } from '../../src/core/filter/filter.ts';
import type { Pixels } from '../../src/engine/engine.ts';
import { referenceCast, referenceCuda, referenceVeil } from '../fixtures/reference.ts';

/** The files of a saved archive by path, in the archive's order. */
export async function unpack(path: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const zip = await JSZip.loadAsync(readFileSync(path));
  const entries = Object.values(zip.files).filter(entry => !entry.dir);
  return new Map(
    await Promise.all(entries.map(async entry => [entry.name, await entry.async('uint8array')] as const)),
  );
}

/** PNG bytes as RGBA in rows. */
export function pixelsOf(png: Uint8Array): Pixels {
  const { width, height, channels, data, depth } = decode(png);
  if (depth !== 8 || channels < 3) throw new Error(`unexpected PNG: ${depth} bits, ${channels} channels`);
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < channels; c++) rgba[i * 4 + c] = data[i * channels + c] ?? 0;
  }
  return { width, height, data: rgba };
}

/** The greatest difference between any two channels, in levels; Infinity where the sizes differ. */
export function greatestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let greatest = 0;
  for (let i = 0; i < a.length; i++) greatest = Math.max(greatest, Math.abs((a[i] ?? 0) - (b[i] ?? 0)));
  return greatest;
}

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const settings = {
  version: v.picklist([1, 2]),
  dataset: v.string(),
  keyCheck: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  method: v.picklist(['cast', 'veil', 'cuda']),
  castLevel: v.optional(v.number()),
  strength: v.number(),
  kernelSize: v.optional(v.number()),
  veilSize: v.optional(v.number()),
};

/** A receipt: the fields that other programs rely on, after one that tells people to keep it; and nothing else. */
const receiptSchema = v.strictObject({
  private: v.string(),
  format: v.literal('keyveil-receipt'),
  ...settings,
  commitment: digest,
  labels: v.array(v.string()),
  files: v.array(
    v.strictObject({
      path: v.string(),
      sha256: digest,
      sourceSha256: digest,
      source: v.string(),
      label: v.string(),
      width: v.number(),
      height: v.number(),
      peak: v.optional(v.number()),
    }),
  ),
});

const filtersSchema = v.looseObject({
  ...settings,
  filters: v.record(v.string(), v.array(v.array(v.number()))),
  casts: v.optional(v.record(v.string(), v.array(v.array(v.number())))),
});

export function readReceipt(path: string): v.InferOutput<typeof receiptSchema> {
  const written: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const receipt = v.parse(receiptSchema, written);
  expect(Object.keys(Object(written))[0]).toBe('private');
  return receipt;
}

export interface SavedFilters {
  readonly settings: v.InferOutput<typeof filtersSchema>;
  readonly filterOf: (label: string) => Filter;
  readonly castOf: (label: string) => readonly number[];
}

export function readFilters(path: string): SavedFilters {
  const read = v.parse(filtersSchema, JSON.parse(readFileSync(path, 'utf8')));
  return {
    settings: read,
    filterOf: label => {
      const rows = read.filters[label];
      if (rows === undefined) throw new Error(`no filter for ${label}`);
      return { size: rows.length, weights: rows.flat() };
    },
    castOf: label => {
      const rows = read.casts?.[label];
      if (rows === undefined) throw new Error(`no cast for ${label}`);
      return rows.flat();
    },
  };
}

/** What a photo should look like under what its label carries, in float64. */
export function referenceOf(saved: SavedFilters, label: string, before: Pixels): Uint8ClampedArray {
  const { method, castLevel = 0, veilSize = null } = saved.settings;
  const filter = saved.filterOf(label);
  switch (method) {
    case 'cast':
      return referenceCast(before, filter, saved.castOf(label), castLevel, veilSize);
    case 'veil':
      return referenceVeil(before, filter, veilSize ?? 0);
    case 'cuda':
      return referenceCuda(before, filter).data;
  }
}

/** What other programs say of the archive: `unzip -t`, and Python's `zipfile` (null where it is not installed). */
export function examine(path: string): {
  readonly unzip: number | null;
  readonly python: readonly string[] | null;
} {
  const program = [
    'import json, sys, zipfile',
    'z = zipfile.ZipFile(sys.argv[1])',
    'assert z.testzip() is None',
    'assert all(i.compress_type == zipfile.ZIP_STORED and i.date_time[:3] == (1980, 1, 1) for i in z.infolist())',
    'print(json.dumps(z.namelist()))',
  ].join('\n');
  const unzip = spawnSync('unzip', ['-tqq', path]);
  const python = spawnSync('python3', ['-c', program, path], { encoding: 'utf8' });
  if (python.error === undefined && python.status !== 0) throw new Error(`zipfile: ${python.stderr}`);
  return {
    unzip: unzip.error === undefined ? unzip.status : null,
    python: python.error === undefined ? JSON.parse(python.stdout) : null,
  };
}
