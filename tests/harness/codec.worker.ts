import { expose } from 'comlink';
import { decode } from '../../src/codec/decode.ts';
import { describePhoto } from '../../src/codec/describe/describePhoto.ts';
import { encode } from '../../src/codec/encode.ts';
import { markFile } from '../../src/codec/metadata/markFile.ts';
import { PhotoError } from '../../src/codec/photoError.ts';
import { probeReadback, type Readback } from '../../src/codec/readback/readback.ts';
import { shrinkTo } from '../../src/codec/shrink.ts';
import type { FailureReason } from '../../src/core/faults/failure.ts';
import type { OutputType } from '../../src/core/settings.ts';

interface Seen {
  readonly width: number;
  readonly height: number;
  readonly opaque: boolean;
  /** RGBA at places given as fractions. */
  readonly colours: readonly (readonly number[])[];
}
export type Outcome = Seen | FailureReason;
export type Noise = 'getImageData' | 'readPixels' | 'copyTo' | 'convertToBlob';

/** Levels that a noisy browser adds here and there; the function stays what it was otherwise. */
function disturb(data: Uint8Array | Uint8ClampedArray): void {
  for (let i = 0; i < data.length; i += 97) data[i] = (data[i] ?? 0) ^ 1;
}

/** What tests ask of the codec in a worker, as the app's workers use it. */
const harness = {
  /** Decodes a photo and gives colours at some places, or why it could not. */
  async seen(base64: string, places: readonly (readonly [number, number])[]): Promise<Outcome> {
    try {
      const bytes = bytesOf(base64);
      const photo = await describePhoto(bytes);
      if (photo === null) throw new PhotoError({ kind: 'unreadable' });
      const { pixels, opaque } = await decode(bytes, photo);
      return { width: pixels.width, height: pixels.height, opaque, colours: at(pixels, places) };
    } catch (error) {
      if (error instanceof PhotoError) return error.reason;
      throw error;
    }
  },

  /** From here on the browser knows no JPEG XL, as some do not. */
  forgetJxl(): void {
    const plain = createImageBitmap;
    Object.assign(globalThis, {
      createImageBitmap: (source: ImageBitmapSource, ...rest: never[]) =>
        source instanceof Blob && source.type === 'image/jxl'
          ? Promise.reject(new DOMException('unknown', 'InvalidStateError'))
          : plain(source, ...rest),
    });
  },

  /** A plain picture of some size, encoded and marked; base64, or why not. */
  async made(
    width: number,
    height: number,
    type: OutputType,
    alpha: number,
    optOut: boolean,
  ): Promise<string | FailureReason> {
    const data = new Uint8ClampedArray(width * height * 4);
    for (let i = 0; i < data.length; i += 4) data.set([(i >> 2) % 251, (i >> 9) % 241, 90, alpha], i);
    try {
      const { bytes } = await encode({ pixels: { width, height, data }, opaque: alpha === 255 }, type, 0.9);
      return base64Of(markFile(bytes, type, { optOut, rights: '', credit: null }));
    } catch (error) {
      if (error instanceof PhotoError) return error.reason;
      throw error;
    }
  },

  /** Milliseconds that the marks cost a file of so many bytes, the mean of some. */
  async markingTime(
    type: OutputType,
    width: number,
    height: number,
  ): Promise<readonly [ms: number, bytes: number]> {
    const data = crypto.getRandomValues(new Uint8ClampedArray(65_536));
    const pixels = { width, height, data: new Uint8ClampedArray(width * height * 4) };
    for (let i = 0; i < pixels.data.length; i += data.length)
      pixels.data.set(data.subarray(0, Math.min(data.length, pixels.data.length - i)), i);
    const { bytes } = await encode({ pixels, opaque: true }, type, 0.92);
    const marks = { optOut: true, rights: '© Somebody', credit: null };
    const start = performance.now();
    for (let i = 0; i < 20; i++) markFile(bytes, type, marks);
    return [(performance.now() - start) / 20, bytes.length];
  },

  /** The mean colour and two places of a picture of two halves, made smaller. */
  async shrunk(width: number, height: number, longSide: number): Promise<Omit<Seen, 'opaque'>> {
    const data = new Uint8ClampedArray(width * height * 4).fill(255);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        data.set(x < width / 2 ? [200, 40, 40] : [40, 40, 200], (y * width + x) * 4);
      }
    }
    const pixels = await shrinkTo({ width, height, data }, longSide);
    const places = [
      [0.25, 0.5],
      [0.75, 0.5],
    ] as const;
    return { width: pixels.width, height: pixels.height, colours: at(pixels, places) };
  },

  /** Makes ways of reading and writing noisy, before anything else is called. */
  disturb(ways: readonly Noise[]): void {
    for (const way of ways) patches[way]();
  },

  probe: (): Promise<Readback> => probeReadback(),
};

const patches: Readonly<Record<Noise, () => void>> = {
  getImageData() {
    const plain = OffscreenCanvasRenderingContext2D.prototype.getImageData;
    OffscreenCanvasRenderingContext2D.prototype.getImageData = function (
      x: number,
      y: number,
      w: number,
      h: number,
    ) {
      const image = plain.call(this, x, y, w, h);
      disturb(image.data);
      return image;
    };
  },
  readPixels() {
    const plain = WebGL2RenderingContext.prototype.readPixels;
    WebGL2RenderingContext.prototype.readPixels = function (...given: unknown[]) {
      Reflect.apply(plain, this, given);
      const into = given[6];
      if (into instanceof Uint8Array) disturb(into);
    };
  },
  copyTo() {
    const plain = VideoFrame.prototype.copyTo;
    VideoFrame.prototype.copyTo = async function (into, options) {
      const layout = await plain.call(this, into, options);
      if (into instanceof Uint8ClampedArray) disturb(into);
      return layout;
    };
  },
  convertToBlob() {
    const plain = OffscreenCanvas.prototype.convertToBlob;
    OffscreenCanvas.prototype.convertToBlob = function (options) {
      const context = this.getContext('2d');
      // A canvas that shows a bitmap has no 2D context and is left alone.
      if (context !== null) {
        context.fillStyle = 'rgb(1 2 3)';
        context.fillRect(3, 3, 1, 1);
      }
      return plain.call(this, options);
    };
  },
};

export type CodecHarness = typeof harness;

function at(
  {
    width,
    height,
    data,
  }: { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray },
  places: readonly (readonly [number, number])[],
): readonly (readonly number[])[] {
  return places.map(([u, v]) => {
    const place = (Math.floor(v * height) * width + Math.floor(u * width)) * 4;
    return [...data.subarray(place, place + 4)];
  });
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), character => character.charCodeAt(0));
}

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}

expose(harness);
