import seedrandom from 'seedrandom';
import type { Cast } from '../../core/cast/cast.ts';
import { CastChooser } from '../../core/cast/castChooser.ts';
import { CastField, flatBound } from '../../core/cast/castField.ts';
import type { Hits } from './crossValidation.ts';
import { type Cut, learnCut, sideOf } from './cut.ts';

/** What a learner makes of a decoy, tried on pictures cut out of real photographs: the theory's pictures. */

/** One cut-out: the mean colours of it as it is and under its label's cast. */
export interface ExamplePicture {
  readonly label: 0 | 1;
  readonly original: Float32Array;
  readonly protected: Float32Array;
  /** Learnt from; the others are asked about. */
  readonly learnt: boolean;
}

/** Where a picture lies, in units of how far protected pictures lie from the cuts on the whole. */
export interface Dot {
  readonly label: 0 | 1;
  /** Across: by the cut that was learnt from originals. */
  readonly content: number;
  /** Upwards: by the cut that was learnt from protected pictures. */
  readonly decoy: number;
}

export interface DecoyExample {
  /** Of the pictures that nobody learnt from. */
  readonly original: readonly Dot[];
  readonly protected: readonly Dot[];
  readonly right: {
    /** Learnt from originals, asked about originals. */
    readonly original: Hits;
    /** Learnt from protected pictures, asked about such. */
    readonly protected: Hits;
    /** Learnt from protected pictures, asked about originals. */
    readonly misled: Hits;
  };
}

/** `Light`. */
export const exampleLevel = 6;

/** The casts of two labels, from seeds that everybody may know. */
export function exampleCasts(): readonly [Cast, Cast] {
  const chooser = new CastChooser();
  return [chooser.add('keyveil/theory/0'), chooser.add('keyveil/theory/1')];
}

/** A cast as a picture that fills the range of bytes: RGBA, side × side. */
export function amplified(cast: Cast, side: number): Uint8ClampedArray<ArrayBuffer> {
  const field = new CastField(cast, 127 / flatBound, side, side);
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const at = (y * side + x) * 4;
      for (const [c, value] of field.at(x, y).entries()) data[at + c] = 128 + value;
    }
  }
  return data;
}

/** Where a cut-out lies in its photograph; mirrored or not, as trainers do. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly mirrored: boolean;
}

/** Places for so many cut-outs of `side` pixels in each of these photographs; the same every time. */
export function examplePlaces(
  sizes: readonly { readonly width: number; readonly height: number }[],
  each: number,
  side: number,
): readonly (readonly Place[])[] {
  const random = seedrandom('keyveil/theory');
  const within = (room: number) => Math.floor(random() * (room - side + 1));
  return sizes.map(({ width, height }) =>
    Array.from({ length: each }, () => ({
      left: within(width),
      top: within(height),
      mirrored: random() < 0.5,
    })),
  );
}

/** Learns from half of the pictures and asks about the others. */
export function decoyExample(pictures: readonly ExamplePicture[]): DecoyExample {
  const learnt = pictures.filter(picture => picture.learnt);
  const asked = pictures.filter(picture => !picture.learnt);
  const cutFrom = (which: 'original' | 'protected') =>
    learnCut(
      learnt.map(picture => picture[which]),
      learnt.map(({ label }) => label),
    );
  const byContent = cutFrom('original');
  const byDecoy = cutFrom('protected');
  const scale = (cut: Cut) => spread(asked.map(picture => sideOf(cut, picture.protected)));
  const [across, upwards] = [scale(byContent), scale(byDecoy)];
  const dots = (which: 'original' | 'protected') =>
    asked.map(
      (picture): Dot => ({
        label: picture.label,
        content: sideOf(byContent, picture[which]) / across,
        decoy: sideOf(byDecoy, picture[which]) / upwards,
      }),
    );
  const [original, after] = [dots('original'), dots('protected')];
  return {
    original,
    protected: after,
    right: {
      original: hits(original, 'content'),
      protected: hits(after, 'decoy'),
      misled: hits(original, 'decoy'),
    },
  };
}

/** Root mean square. */
function spread(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / Math.max(1, values.length)) || 1;
}

function hits(dots: readonly Dot[], by: 'content' | 'decoy'): Hits {
  return { right: dots.filter(dot => dot[by] > 0 === (dot.label === 1)).length, total: dots.length };
}
