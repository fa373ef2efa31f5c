import type Vips from 'wasm-vips';
import type { OutputType } from '../../../src/core/settings.ts';
import type { Treatment } from '../../../src/engine/engine.ts';
import { sideTaps } from './opencv.ts';

let vips: typeof Vips | null = null;

/** @param folder that vips-es6.js and vips.wasm are served from */
export async function openVips(folder: string): Promise<void> {
  const script = `${folder}/vips-es6.js`;
  const { default: start }: { default: typeof Vips } = await import(/* @vite-ignore */ script);
  vips = await start({
    dynamicLibraries: [],
    mainScriptUrlOrBlob: script,
    locateFile: (name: string) => `${folder}/${name}`,
  });
  // As many workers as cores each have an instance; threads within would only get into each other's way.
  vips.concurrency(1);
}

function onlyVeil(treatment: Treatment): Of<'veil'> {
  if (treatment.method !== 'veil') throw new Error(`no ${treatment.method} here`);
  return treatment;
}

type Of<M extends Treatment['method']> = Extract<Treatment, { method: M }>;

/** A whole photo in libvips: decoded, filtered unless there is nothing to do, and encoded there, as its users do. */
export function protectWithVips(
  bytes: Uint8Array,
  type: OutputType,
  quality: number | undefined,
  treatment: Treatment | null,
): Uint8Array<ArrayBuffer> {
  if (vips === null) throw new Error('openVips comes first');
  const images: Vips.Image[] = [];
  const keep: Keep = image => {
    images.push(image);
    return image;
  };
  try {
    const source = keep(vips.Image.newFromBuffer(bytes));
    const colours = source.hasAlpha() ? keep(source.flatten()) : source;
    const made = treatment === null ? colours : protectedBy(vips, colours, treatment, keep);
    const suffix = type === 'image/jpeg' ? '.jpg' : '.png';
    const options = quality === undefined ? {} : { Q: Math.round(quality * 100) };
    return new Uint8Array(made.writeToBuffer(suffix, options));
  } finally {
    for (const image of images) image.delete();
  }
}

function protectedBy(library: typeof Vips, source: Vips.Image, treatment: Treatment, keep: Keep): Vips.Image {
  return treatment.method === 'cuda'
    ? cuda(library, source, treatment, keep)
    : veil(library, source, onlyVeil(treatment), keep);
}

/** Notes an image, which lives outside what the browser collects. */
type Keep = (image: Vips.Image) => Vips.Image;

function matrix({ Image }: typeof Vips, values: readonly number[], size: number, keep: Keep): Vips.Image {
  // Its types know flat arrays only, which make an image of one row.
  const rows: unknown = Array.from({ length: size }, (_, row) => values.slice(row * size, (row + 1) * size));
  return keep(Image.newFromArray(rows as number[]));
}

function cuda(vips: typeof Vips, source: Vips.Image, { filter: { size, weights } }: Of<'cuda'>, keep: Keep) {
  const { width, height } = source;
  const margin = size >> 1;
  // Conv repeats the edge; the paper has zeros outside.
  const framed = keep(
    source.embed(margin, margin, width + 2 * margin, height + 2 * margin, { extend: 'black' }),
  );
  const filtered = keep(framed.conv(matrix(vips, weights, size, keep), { precision: 'float' }));
  // Used twice: for its maximum and for what becomes of it.
  const cut = keep(keep(filtered.extractArea(margin, margin, width, height)).copyMemory());
  return keep(keep(cut.linear(255 / cut.max(), 0.5)).cast('uchar'));
}

function veil(
  vips: typeof Vips,
  source: Vips.Image,
  { filter: { weights }, veilSize }: Of<'veil'>,
  keep: Keep,
) {
  const { width, height } = source;
  const short = Math.min(width, height);
  const scale = Math.min(short, veilSize) / short;
  const small = scale < 1 ? keep(source.shrink(1 / scale, 1 / scale)) : source;
  const taps = matrix(vips, sideTaps(weights), 5, keep);
  const layer = keep(keep(small.conv(taps, { precision: 'float' })).copyMemory());
  const enlarged = { vscale: height / layer.height, kernel: 'linear' } as const;
  const veiled = scale < 1 ? keep(layer.resize(width / layer.width, enlarged)) : layer;
  const centre = keep(source.linear(weights[4] ?? 0, 0.5));
  return keep(keep(centre.add(veiled)).cast('uchar'));
}
