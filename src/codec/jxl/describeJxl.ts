import { type Described, type Orientation, orientationOf, type Seen } from '../describe/description.ts';
import { codestreamOf } from './codestream.ts';

/** Bits from the lowest of each byte on, as JPEG XL's headers are written (ISO/IEC 18181-1, B.2). */
class HeaderBits {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  read(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++, this.#at++) {
      value += (((this.#bytes[this.#at >> 3] ?? 0) >> (this.#at & 7)) & 1) * 2 ** i;
    }
    return value;
  }

  /** Whether more was read than there is. */
  get isShort(): boolean {
    return this.#at > this.#bytes.length * 8;
  }
}

/** Width by height, from 1 to 7. */
const ratios = [0, 1, 12 / 10, 4 / 3, 3 / 2, 16 / 9, 5 / 4, 2] as const;

interface Size {
  readonly width: number;
  readonly height: number;
}

function side(bits: HeaderBits, small: boolean): number {
  if (small) return 8 * (1 + bits.read(5));
  const widths = [9, 13, 18, 30] as const;
  return 1 + bits.read(widths[bits.read(2) as 0 | 1 | 2 | 3]);
}

/** Annex D.2. */
function sizeOf(bits: HeaderBits): Size {
  const small = bits.read(1) === 1;
  const height = side(bits, small);
  const ratio = ratios[bits.read(3)] ?? 0;
  return { height, width: ratio === 0 ? side(bits, small) : Math.floor(height * ratio) };
}

/** Its decoders turn it and turn its colours into what is asked for. */
export function describeJxl({ bytes, whole }: Seen): Described {
  const codestream = codestreamOf(bytes);
  if (codestream === null || codestream[0] !== 0xff || codestream[1] !== 0x0a) return null;
  const bits = new HeaderBits(codestream.subarray(2));
  const { width, height } = sizeOf(bits);
  const { orientation, animated } = imageMetadata(bits);
  if (bits.isShort || width === 0 || height === 0) return null;
  return {
    width,
    height,
    orientation,
    turnedBy: 'browser',
    alpha: 'levels',
    animated,
    colour: { model: 'rgb', bits: 8, profile: false },
    settled: whole || codestream.length > 64,
  };
}

/** Annex D.3, as far as it is wanted: what stands before the depth of its colours. */
function imageMetadata(bits: HeaderBits): { readonly orientation: Orientation; readonly animated: boolean } {
  const nothing = { orientation: 1, animated: false } as const;
  const allDefault = bits.read(1) === 1;
  if (allDefault || bits.read(1) === 0) return nothing;
  const orientation = orientationOf(1 + bits.read(3));
  if (bits.read(1) === 1) sizeOf(bits);
  // A preview's size is written in another way; few have one, and none that also moves is known.
  const preview = bits.read(1) === 1;
  return { orientation, animated: !preview && bits.read(1) === 1 };
}
