/**
 * Canvases to draw photos on. A new 12-megapixel canvas costs about 90 ms (its memory is cleared and paged in), a used
 * one nothing, and the photos of one camera have two or three sizes; so the last few are kept.
 */
export type Surface = '8-bit' | 'float16';

interface Kept {
  readonly surface: Surface;
  readonly context: OffscreenCanvasRenderingContext2D;
}

/** Together about 100 MB at 8 bits in each worker: a camera's photos, upright and lying. */
const mostPixels = 25_000_000;
const mostCanvases = 3;

let kept: readonly Kept[] = [];

/**
 * A 2D context on a canvas of exactly this size, with whatever was last drawn on it. `willReadFrequently` keeps it in
 * ordinary memory, where reading pixels takes half the time. Use it before the next await: another photo may get it.
 */
export function canvasOf(width: number, height: number, surface: Surface): OffscreenCanvasRenderingContext2D {
  const found = kept.find(
    ({ context, surface: s }) =>
      s === surface && context.canvas.width === width && context.canvas.height === height,
  );
  const used = found ?? { surface, context: newContext(width, height, surface) };
  kept = fitting([used, ...kept.filter(other => other !== used)]);
  return used.context;
}

function fitting(canvases: readonly Kept[]): readonly Kept[] {
  let pixels = 0;
  return canvases.filter(({ context }, i) => {
    pixels += context.canvas.width * context.canvas.height;
    const stays = i === 0 || (i < mostCanvases && pixels <= mostPixels);
    if (!stays) free(context);
    return stays;
  });
}

/** The memory of a canvas goes when it has no pixels, not when somebody gets round to collecting it. */
function free(context: OffscreenCanvasRenderingContext2D): void {
  context.canvas.width = 0;
  context.canvas.height = 0;
}

function newContext(width: number, height: number, surface: Surface): OffscreenCanvasRenderingContext2D {
  const settings = { willReadFrequently: true, ...(surface === 'float16' ? { colorType: 'float16' } : {}) };
  const context = new OffscreenCanvas(width, height).getContext('2d', settings);
  if (context === null) throw new Error('This browser has no 2D canvas off the page.');
  return context;
}

let float16: boolean | null = null;

/** Whether the browser has canvases of half floats. One that has none ignores the wish and does not report it. */
export function hasFloat16(): boolean {
  float16 ??= reportsFloat16(newContext(1, 1, 'float16'));
  return float16;
}

/** TypeScript does not know that canvases off the page have this method too. */
function reportsFloat16(context: object): boolean {
  if (!('getContextAttributes' in context) || typeof context.getContextAttributes !== 'function')
    return false;
  const attributes: unknown = context.getContextAttributes();
  return (
    typeof attributes === 'object' &&
    attributes !== null &&
    'colorType' in attributes &&
    attributes.colorType === 'float16'
  );
}
