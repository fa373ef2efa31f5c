import { archivePaths, plainNamed, type TakenPath } from './names.ts';
import type { MethodSettings, OutputSettings, OutputType, SourceType } from './settings.ts';
import { extensionFor, outputTypeFor, qualityFor } from './settings.ts';

/** What a run will make of each photo, settled before it starts, and how to tell later whether that still holds. */

/** A labelled photo, as far as the plan cares. */
export interface PlanPhoto {
  readonly id: string;
  /** File name as given. */
  readonly name: string;
  readonly sourceType: SourceType;
  /** Label's name, normalised. */
  readonly label: string;
  /** Its longer side in pixels, where known. */
  readonly longSide?: number;
}

/** Everything beside the photo that decides what comes out. */
export interface PlanInputs {
  /** Stands for passphrase and dataset name: it changes with either. */
  readonly keyCheck: string;
  readonly settings: MethodSettings;
  readonly output: OutputSettings;
  /** Names in the order of `labelOrder`, tombstones included. */
  readonly labels: readonly string[];
}

export interface PlannedPhoto {
  readonly id: string;
  readonly label: string;
  /** Path in the archive. */
  readonly path: string;
  readonly type: OutputType;
  /** In (0, 1]; undefined for PNG. */
  readonly quality: number | undefined;
  /** See {@link recipeBook}. */
  readonly recipe: string;
}

/**
 * Gives the recipe of a photo, or null when its label is not in the order. `longSide` is the photo's, in pixels; one
 * that is not known counts as long.
 */
export type RecipeBook = (label: string, sourceType: SourceType, longSide?: number) => string | null;

/**
 * Recipes: short texts that differ exactly when the pixels or the encoding of a result would. They name the key by
 * its check and the filter by where it comes from, so they give no secret away and may be kept in the journal; and
 * they need no key, so the page can tell what is out of date while filters are still being computed.
 *
 * A `veil` filter and a cast depend on the labels before its own (design, section 3), so their names are part of it; a `cuda`
 * filter does not. Where a photo lies in the archive is not: it can be moved without protecting it anew. What the file
 * says about itself is, and the size that it is brought down to, if it is. One recipe is made for each label and output
 * type, however many photos ask.
 */
export function recipeBook(inputs: PlanInputs): RecipeBook {
  const digests = labelDigests(inputs);
  const known = new Map<string, string>();
  return (label, sourceType, longSide = Number.POSITIVE_INFINITY) => {
    const digest = digests.get(label);
    if (digest === undefined) return null;
    const type = outputTypeFor(sourceType, inputs.output.format);
    const shrunk = isShrunk(longSide, inputs.output);
    const key = `${type} ${shrunk} ${label}`;
    const recipe = known.get(key) ?? recipeText(inputs, digest, type, shrunk);
    known.set(key, recipe);
    return recipe;
  };
}

function recipeText(inputs: PlanInputs, digest: string, type: OutputType, shrunk: boolean): string {
  const { settings, output } = inputs;
  const quality = qualityFor(type, output) ?? '-';
  const side = shrunk ? output.longSide : '-';
  const marks = [output.optOut ? 'opt-out' : '-', rightsDigest(output.rights)];
  const kept = output.keepDateAndCopyright ? 'credit' : '-';
  return [inputs.keyCheck, ...methodWords(settings), digest, type, quality, side]
    .concat(marks, kept)
    .join(' ');
}

function methodWords(settings: MethodSettings): readonly (string | number)[] {
  const { method, strength } = settings;
  if (method === 'cast') return [method, settings.castLevel, settings.veilSize ?? '-', strength];
  return [method, method === 'veil' ? settings.veilSize : settings.kernelSize, strength];
}

/** Whether a photo of this long side, in pixels, is made smaller. */
export function isShrunk(longSide: number, output: Pick<OutputSettings, 'longSide'>): boolean {
  return output.longSide !== null && longSide > output.longSide;
}

function rightsDigest(rights: string): string {
  if (rights.trim() === '') return '-';
  const digest = new Digest();
  digest.add(rights.trim());
  return digest.text();
}

function labelDigests(inputs: PlanInputs): ReadonlyMap<string, string> {
  const digests = new Map<string, string>();
  let chain = new Digest();
  for (const label of inputs.labels) {
    if (inputs.settings.method === 'cuda') chain = new Digest();
    chain.add(label);
    digests.set(label, chain.text());
  }
  return digests;
}

/**
 * 64 bits of a sequence of names, in two lanes of multiply-and-mix. It keeps recipes short; nothing secret goes in
 * and nobody gains by a collision, so it need not be cryptographic, and unlike WebCrypto's it answers at once.
 */
class Digest {
  #a = 0x9e3779b9;
  #b = 0x85ebca6b;

  add(name: string): void {
    // The length first, so that ["ab", "c"] and ["a", "bc"] differ.
    this.#mix(name.length);
    for (let i = 0; i < name.length; i++) this.#mix(name.charCodeAt(i));
  }

  text(): string {
    return [this.#a, this.#b].map(lane => finish(lane).toString(16).padStart(8, '0')).join('');
  }

  #mix(value: number): void {
    const b = this.#b;
    this.#b = Math.imul(rotate(this.#b ^ value, 13) + this.#a, 0xc2b2ae35);
    this.#a = Math.imul(rotate(this.#a ^ value, 5) + b, 0x2545f491);
  }
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

function finish(lane: number): number {
  const once = Math.imul(lane ^ (lane >>> 16), 0x7feb352d);
  const twice = Math.imul(once ^ (once >>> 15), 0x846ca68b);
  return (twice ^ (twice >>> 16)) >>> 0;
}

/**
 * The plan of the photos, in their order. Pass every labelled photo: paths depend on the others. Photos whose label
 * is not in `inputs.labels` are a bug of the caller.
 */
export function planPhotos(photos: readonly PlanPhoto[], inputs: PlanInputs): readonly PlannedPhoto[] {
  const recipes = recipeBook(inputs);
  const paths = pathsFor(photos, inputs.output);
  return photos.map(({ id, label, sourceType, longSide }, i) => {
    const type = outputTypeFor(sourceType, inputs.output.format);
    const recipe = recipes(label, sourceType, longSide);
    const path = paths[i];
    if (recipe === null || path === undefined)
      throw new Error('A photo has a label that is not in the order.');
    return { id, label, path, type, quality: qualityFor(type, inputs.output), recipe };
  });
}

/** Paths in the archive, in the photos' order; see `archivePaths` and `plainNamed`. */
export function pathsFor(
  photos: readonly Pick<PlanPhoto, 'label' | 'name' | 'sourceType'>[],
  output: Pick<OutputSettings, 'format' | 'plainNames'>,
  taken: readonly TakenPath[] = [],
): readonly string[] {
  const files = photos.map(({ label, name, sourceType }) => ({
    label,
    name,
    extension: extensionFor[outputTypeFor(sourceType, output.format)],
  }));
  return archivePaths(output.plainNames ? plainNamed(files, taken) : files, taken);
}
