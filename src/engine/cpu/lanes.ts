import { blockSide } from './blocks.ts';

/**
 * How channels travel through the filter: as float64 numbers that hold whole values. A float64 holds 53 bits, so two
 * channels share one where their sums stay below 2^26, which halves the work.
 */
export interface Lanes {
  /** Numbers a row of each lane, without the extra ones that taps see. */
  readonly lengths: readonly number[];
  /** Spreads a line of words over the lanes; a lane takes as many numbers as it is long. */
  pack(line: Uint32Array, lanes: readonly Float64Array[]): void;
  /**
   * Scales a row of sums, rounds half up and writes it at out[to…] with the alpha of words[from…]. The scaling is
   * in float32 steps, as vector units do it, so that every kernel gives the same bytes.
   */
  unpack(
    sums: readonly Float64Array[],
    scale: number,
    words: Uint32Array,
    from: number,
    out: Uint32Array,
    to: number,
  ): void;
  /** Raises the greatest sums of a row of blocks, three numbers a block, to those of a row of sums. */
  raise(sums: readonly Float64Array[], greatest: Uint32Array): void;
}

const shift = 2 ** 26;

/** Red and green of a pixel in one lane; in the other, blue of a pixel and of the one half a row further. */
export function packedLanes(width: number): Lanes {
  const half = Math.ceil(width / 2);
  return {
    lengths: [width, half],
    pack(line, [redGreen = none, blues = none]) {
      for (let x = 0; x < redGreen.length; x++) {
        const word = line[x] as number;
        redGreen[x] = (word & 0xff) + ((word >>> 8) & 0xff) * shift;
      }
      for (let x = 0; x < blues.length; x++) {
        const further = x + half < line.length ? (line[x + half] as number) : 0;
        blues[x] = (((line[x] as number) >>> 16) & 0xff) + ((further >>> 16) & 0xff) * shift;
      }
    },
    unpack([redGreen = none, blues = none], scale, words, from, out, to) {
      for (let x = 0; x < width; x++) {
        const both = redGreen[x] as number;
        const upper = (both / shift) | 0;
        const red = level(both - upper * shift, scale);
        out[to + x] = ((words[from + x] as number) & 0xff000000) | (level(upper, scale) << 8) | red;
      }
      for (let x = 0; x < half; x++) {
        const both = blues[x] as number;
        const upper = (both / shift) | 0;
        out[to + x] = (out[to + x] as number) | (level(both - upper * shift, scale) << 16);
        if (x + half < width)
          out[to + x + half] = (out[to + x + half] as number) | (level(upper, scale) << 16);
      }
    },
    raise([redGreen = none, blues = none], greatest) {
      for (let x = 0; x < width; x++) {
        const both = redGreen[x] as number;
        const upper = (both / shift) | 0;
        raiseTo(greatest, x, 0, both - upper * shift);
        raiseTo(greatest, x, 1, upper);
      }
      for (let x = 0; x < half; x++) {
        const both = blues[x] as number;
        const upper = (both / shift) | 0;
        raiseTo(greatest, x, 2, both - upper * shift);
        if (x + half < width) raiseTo(greatest, x + half, 2, upper);
      }
    },
  };
}

/** A lane for each channel, for filters so strong that two channels would run into each other. */
export function plainLanes(width: number): Lanes {
  return {
    lengths: [width, width, width],
    pack(line, [reds = none, greens = none, blues = none]) {
      for (let x = 0; x < reds.length; x++) {
        const word = line[x] as number;
        reds[x] = word & 0xff;
        greens[x] = (word >>> 8) & 0xff;
        blues[x] = (word >>> 16) & 0xff;
      }
    },
    unpack([reds = none, greens = none, blues = none], scale, words, from, out, to) {
      for (let x = 0; x < width; x++) {
        out[to + x] =
          ((words[from + x] as number) & 0xff000000) |
          (level(blues[x] as number, scale) << 16) |
          (level(greens[x] as number, scale) << 8) |
          level(reds[x] as number, scale);
      }
    },
    raise(lanes, greatest) {
      lanes.forEach((sums, channel) => {
        for (let x = 0; x < width; x++) raiseTo(greatest, x, channel, sums[x] as number);
      });
    },
  };
}

const none = new Float64Array(0);

function level(sum: number, scale: number): number {
  return Math.min(255, Math.fround(Math.fround(Math.fround(sum) * scale) + 0.5) | 0);
}

function raiseTo(greatest: Uint32Array, x: number, channel: number, sum: number): void {
  const at = Math.floor(x / blockSide) * 3 + channel;
  if (sum > (greatest[at] as number)) greatest[at] = sum;
}
