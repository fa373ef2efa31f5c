import seedrandom from 'seedrandom';
import { type Cast, castLength } from './cast.ts';
import { CastField, flatBound } from './castField.ts';

/**
 * Which cast each label gets (docs/method.md): of 256 candidates the flat one that lies farthest from
 * all casts that were taken before.
 */

const candidates = 256;

interface Candidate {
  readonly cast: Cast;
  /** The smallest squared distance to what is taken. */
  readonly distance: number;
}

/** What the draws of a label are seeded with: `seed(castSeedMessage(L))`. The label is normalised already. */
export function castSeedMessage(label: string): string {
  return `cast/${label}`;
}

/**
 * Chooses casts label after label. Each choice depends on those before it and on none after, so labels added at the
 * end change nothing. Costs about a millisecond a label.
 */
export class CastChooser {
  readonly #taken: Cast[];

  /** @param taken casts that labels before have, in their order */
  constructor(taken: readonly Cast[] = []) {
    this.#taken = [...taken];
  }

  /** All casts so far, in the order of the labels. */
  get chosen(): readonly Cast[] {
    return this.#taken;
  }

  /** The cast of the next label. */
  add(seed: string): Cast {
    const random = seedrandom(seed);
    let best: Candidate | null = null;
    let bestOfAll: Candidate | null = null;
    for (let candidate = 0; candidate < candidates; candidate++) {
      const cast = draw(random);
      const distance = this.#distance(cast, best?.distance ?? -1);
      if (best !== null && distance <= best.distance) continue;
      if (best === null && (bestOfAll === null || distance > bestOfAll.distance))
        bestOfAll = { cast, distance };
      // Flatness costs the most, so it is asked only of those that would be chosen.
      if (isFlat(cast)) best = { cast, distance };
    }
    const chosen = (best ?? bestOfAll)?.cast;
    if (chosen === undefined) throw new Error('No cast was drawn.');
    this.#taken.push(chosen);
    return chosen;
  }

  /** Forgets the last labels, so that `length` of them are left. */
  truncate(length: number): void {
    this.#taken.length = Math.min(length, this.#taken.length);
  }

  /**
   * The smallest squared distance to what is taken, 0 while nothing is; or, as soon as it is known to be no greater than
   * `beat`, any number that is not greater either.
   */
  #distance(cast: Cast, beat: number): number {
    if (this.#taken.length === 0) return 0;
    let smallest = Infinity;
    for (const other of this.#taken) {
      let sum = 0;
      for (let i = 0; i < castLength && sum < smallest; i++) {
        const difference = (cast[i] as number) - (other[i] as number);
        sum += difference * difference;
      }
      if (sum >= smallest) continue;
      smallest = sum;
      if (smallest <= beat) return smallest;
    }
    return smallest;
  }
}

function draw(random: () => number): Cast {
  const numbers = Array.from({ length: castLength }, () => 2 * random() - 1);
  const squares = numbers.reduce((sum, number) => sum + number * number, 0);
  const norm = Math.sqrt(squares / 3);
  return numbers.map(number => number / norm);
}

/** A small photo on which flatness is judged; docs/method.md names its side. */
const judgedSide = 16;
/** cos(2πu) of its columns; left and right mirror each other. */
const judgedCosines = Array.from({ length: judgedSide / 2 }, (_, x) =>
  Math.cos((2 * Math.PI * (x + 0.5)) / judgedSide),
);

/** Whether no pixel of the field stands out: at level 1 all of it stays within the bound. */
function isFlat(cast: Cast): boolean {
  const field = new CastField(cast, 1, judgedSide, judgedSide);
  for (let y = 0; y < judgedSide; y++) {
    const { still, swing } = field.row(y);
    for (const cosine of judgedCosines) {
      for (let c = 0; c < 3; c++) {
        if (Math.abs((still[c] as number) + (swing[c] as number) * cosine) > flatBound) return false;
      }
    }
  }
  return true;
}
