import { signedDifference } from '../core/picture/difference.ts';
import { type Size, sizeWithShortSide } from '../core/picture/resize.ts';
import type { Engine, Pixels, Region, Treatment } from '../engine/engine.ts';
import { type Figures, measureFigures } from './figures.ts';
import { KeptPhoto, levelFactor } from './keptPhoto.ts';
import { decodeFile } from './readPhoto.ts';

/** Which picture of a photo. */
type Look =
  | {
      readonly kind: 'part';
      /** Centre of the part, as fractions of the upright photo, and its size in photo pixels; cut to the photo. */
      readonly centre: { readonly x: number; readonly y: number };
      readonly width: number;
      readonly height: number;
      /** Pixels wanted for each photo pixel, above 0; more than 1 gives true pixels for the page to enlarge. */
      readonly scale: number;
    }
  /** As a trainer sees it: the whole of it, its short side brought to so many pixels. */
  | { readonly kind: 'trainer'; readonly shortSide: number };

export interface LookRequest {
  readonly id: string;
  readonly file: Blob;
  readonly treatment: Treatment | null;
  readonly look: Look;
  /** Show also what changed. */
  readonly difference: boolean;
}

/** `after` and `difference` are null without a treatment. Close all three. */
export interface Shown {
  /** Size of the whole picture: of the upright photo, or of what the trainer sees. */
  readonly width: number;
  readonly height: number;
  /** What of it is shown, in its pixels; fractions where the picture was made smaller. */
  readonly part: Region;
  readonly before: ImageBitmap;
  readonly after: ImageBitmap | null;
  /** Mid-grey where nothing changed; see `signedDifference`. */
  readonly difference: ImageBitmap | null;
}

export interface FiguresRequest {
  readonly id: string;
  readonly file: Blob;
  readonly treatment: Treatment;
  /** The photo is one of many that are measured, and not the one in view: it is not kept. */
  readonly passing?: boolean;
}

/** Photos kept decoded: the one in view, and the one before it if both are not too large together. */
const mostPhotos = 2;
const mostPixels = 60_000_000;

/** Shows parts of photos before and after. Keeps the last photos decoded, so that changed settings show at once. */
export class Previews {
  readonly #engine: Engine;
  /** Latest last. */
  readonly #kept = new Map<string, KeptPhoto>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** One request at a time. @throws PhotoError as reading and decoding do */
  async show({ id, file, treatment, look, difference }: LookRequest): Promise<Shown> {
    const photo = await this.#open(id, file);
    const plan = await planOf(photo, look, treatment);
    const before = await photo.before(plan.factor, plan.region, plan.size);
    const after = treatment && (await photo.after(plan.factor, plan.region, plan.size, treatment));
    const changed = difference && after ? signedDifference(before, after) : null;
    const [one, two, three] = await Promise.all([before, after, changed].map(bitmapOf));
    if (!one) throw new Error('No picture was made.');
    return {
      ...plan.picture,
      part: plan.part,
      before: one,
      after: two ?? null,
      difference: three ?? null,
    };
  }

  /** One request at a time, and none of `show` beside it. @throws PhotoError as reading and decoding do */
  async figures({ id, file, treatment, passing = false }: FiguresRequest): Promise<Figures> {
    if (!passing || this.#kept.has(id)) return measureFigures(await this.#open(id, file), treatment);
    const photo = await KeptPhoto.of(this.#engine, (await decodeFile(file)).pixels);
    try {
      return await measureFigures(photo, treatment);
    } finally {
      photo.release();
    }
  }

  release(): void {
    for (const photo of this.#kept.values()) photo.release();
    this.#kept.clear();
  }

  async #open(id: string, file: Blob): Promise<KeptPhoto> {
    const known = this.#kept.get(id);
    if (known !== undefined) {
      this.#kept.delete(id);
      this.#kept.set(id, known);
      return known;
    }
    const { pixels } = await decodeFile(file);
    this.#makeRoom(pixels.width * pixels.height);
    const photo = await KeptPhoto.of(this.#engine, pixels);
    this.#kept.set(id, photo);
    return photo;
  }

  #makeRoom(pixels: number): void {
    let sum = pixels;
    for (const { pixels: other } of this.#kept.values()) sum += other.width * other.height;
    for (const [id, photo] of this.#kept) {
      if (this.#kept.size < mostPhotos && sum <= mostPixels) return;
      sum -= photo.pixels.width * photo.pixels.height;
      photo.release();
      this.#kept.delete(id);
    }
  }
}

interface Plan {
  readonly picture: Size;
  readonly part: Region;
  /** The copy that it is made from, the region of that copy, and the size that it is brought to. */
  readonly factor: number;
  readonly region: Region;
  readonly size: Size;
}

function planOf(photo: KeptPhoto, look: Look, treatment: Treatment | null): Promise<Plan> {
  return look.kind === 'part'
    ? planPart(photo, look, treatment)
    : planTrainer(photo, look.shortSide, treatment);
}

async function planPart(
  photo: KeptPhoto,
  { centre, width, height, scale }: Extract<Look, { kind: 'part' }>,
  treatment: Treatment | null,
): Promise<Plan> {
  const { pixels } = photo;
  const factor = levelFactor(Math.min(pixels.width, pixels.height), scale, treatment);
  const level = await photo.sizeAt(factor);
  const across = pixels.width / level.width;
  const down = pixels.height / level.height;
  const region = partOf(level, centre, width / across, height / down);
  const side = (length: number) => Math.max(1, Math.round(length * Math.min(1, scale)));
  return {
    picture: { width: pixels.width, height: pixels.height },
    part: {
      x: region.x * across,
      y: region.y * down,
      width: region.width * across,
      height: region.height * down,
    },
    factor,
    region,
    size: { width: side(region.width * across), height: side(region.height * down) },
  };
}

/** Of a panorama a trainer sees the middle only; more than this many times its height is not shown. */
const longest = 4;

async function planTrainer(photo: KeptPhoto, shortSide: number, treatment: Treatment | null): Promise<Plan> {
  const { width, height } = photo.pixels;
  const short = Math.min(width, height);
  const factor = levelFactor(short, shortSide / short, treatment);
  const level = await photo.sizeAt(factor);
  const most = longest * Math.min(level.width, level.height);
  const region = partOf(level, { x: 0.5, y: 0.5 }, Math.min(level.width, most), Math.min(level.height, most));
  const size = sizeWithShortSide(region, shortSide);
  return { picture: size, part: { x: 0, y: 0, ...size }, factor, region, size };
}

/** The part of a photo around a centre given in fractions, moved inside where it would hang over. */
export function partOf(
  photo: Size,
  centre: { readonly x: number; readonly y: number },
  width: number,
  height: number,
): Region {
  const across = span(photo.width, centre.x, width);
  const down = span(photo.height, centre.y, height);
  return { x: across.from, y: down.from, width: across.length, height: down.length };
}

function span(side: number, centre: number, wanted: number) {
  const length = Math.min(side, Math.max(1, Math.round(wanted)));
  const from = Math.round(centre * side - length / 2);
  return { from: Math.min(side - length, Math.max(0, from)), length };
}

async function bitmapOf(pixels: Pixels | null): Promise<ImageBitmap | null> {
  return pixels && createImageBitmap(new ImageData(pixels.data, pixels.width, pixels.height));
}
