/** Writes the gradient at a point and gives the value there. */
export type Slope = (at: Float64Array, gradient: Float64Array) => number;

export interface MinimiseOptions {
  /** Every coordinate stays between these. */
  readonly least: number;
  readonly most: number;
  readonly steps: number;
  /** What the inverse of the curvature is guessed as before anything is known of it. */
  readonly scale: number;
}

/**
 * Walks downhill to a minimum of a smooth function of few variables: BFGS with steps halved until they help (J. Nocedal
 * and S. J. Wright, "Numerical Optimization", 2006, algorithm 6.1); coordinates are held within bounds.
 */
export function minimise(
  slope: Slope,
  from: Float64Array,
  { least, most, steps, scale }: MinimiseOptions,
): Float64Array {
  const n = from.length;
  let at = Float64Array.from(from);
  let gradient = new Float64Array(n);
  let value = slope(at, gradient);
  const inverse = Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? scale : 0));
  for (let step = 0; step < steps; step++) {
    const direction = times(inverse, gradient);
    const next = new Float64Array(n);
    const nextGradient = new Float64Array(n);
    let nextValue = Number.POSITIVE_INFINITY;
    for (let length = 1; length > 1e-3; length /= 2) {
      for (let i = 0; i < n; i++) {
        const wanted = (at[i] as number) - length * (direction[i] as number);
        next[i] = Math.min(most, Math.max(least, wanted));
      }
      nextValue = slope(next, nextGradient);
      if (nextValue < value) break;
    }
    if (!(nextValue < value)) return at;
    const moved = next.map((x, i) => x - (at[i] as number));
    const change = nextGradient.map((g, i) => g - (gradient[i] as number));
    update(inverse, moved, change);
    const small = moved.every(x => Math.abs(x) < 5e-4);
    at = next;
    gradient = nextGradient;
    value = nextValue;
    if (small) return at;
  }
  return at;
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const n = vector.length;
  return vector.map((_, row) =>
    vector.reduce((sum, x, column) => sum + (matrix[row * n + column] as number) * x, 0),
  );
}

/** What a step taught about the inverse curvature. */
function update(inverse: Float64Array, moved: Float64Array, change: Float64Array): void {
  const n = moved.length;
  const along = dot(moved, change);
  // Without this the estimate would no longer point downhill.
  if (along <= 1e-12) return;
  const turned = times(inverse, change);
  const factor = (1 + dot(change, turned) / along) / along;
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < n; column++) {
      const [mr, mc] = [moved[row] as number, moved[column] as number];
      const cross = (turned[row] as number) * mc + mr * (turned[column] as number);
      const at = row * n + column;
      inverse[at] = (inverse[at] as number) + factor * mr * mc - cross / along;
    }
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
}
