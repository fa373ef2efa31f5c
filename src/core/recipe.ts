import {
  type MethodSettings,
  type OutputSettings,
  type OutputType,
  outputTypeFor,
  qualityFor,
  type SourceType,
} from './settings.ts';

/** How a finished photo was made, as a short text, and so whether it is still what would be made now. */

/** Everything beside the photo that decides what comes out. */
export interface RecipeInputs {
  /** Stands for passphrase and dataset name: it changes with either. */
  readonly keyCheck: string;
  readonly settings: MethodSettings;
  readonly output: OutputSettings;
  /** Names in the order of `labelOrder`, tombstones included. */
  readonly labels: readonly string[];
}

/** A photo, as far as its recipe cares: as stored in its file; 0 × 0 where the size is not known. */
export interface RecipePhoto {
  readonly type: SourceType;
  readonly width: number;
  readonly height: number;
}

/** Gives the recipe of a photo, or null when its label is not in the order. */
export type RecipeBook = (label: string, photo: RecipePhoto) => string | null;

/**
 * Recipes: short texts that differ exactly when the bytes of a result would. They name the key by its check and the
 * filter by where it comes from. So they give no secret away and may be kept in the journal, and the page can tell what
 * is out of date while filters are still being computed.
 *
 * The names of the labels before a photo's own are part of it where filter or cast depend on them (`veil`,
 * `cast`; see docs/method.md). So is what the file says about itself, and the size that it is brought down to. Its place in the
 * archive is not: a photo may be moved without protecting it anew.
 */
export function recipeBook(inputs: RecipeInputs): RecipeBook {
  const digests = labelDigests(inputs);
  const known = new Map<string, string>();
  return (label, photo) => {
    const digest = digests.get(label);
    if (digest === undefined) return null;
    const type = outputTypeFor(photo.type, inputs.output.format);
    // A photo of unknown size counts as long.
    const longSide = Math.max(photo.width, photo.height) || Number.POSITIVE_INFINITY;
    const shrunk = isShrunk(longSide, inputs.output);
    const key = `${type} ${shrunk} ${label}`;
    const recipe = known.get(key) ?? recipeText(inputs, digest, type, shrunk);
    known.set(key, recipe);
    return recipe;
  };
}

function recipeText(inputs: RecipeInputs, digest: string, type: OutputType, shrunk: boolean): string {
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

function labelDigests(inputs: RecipeInputs): ReadonlyMap<string, string> {
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
