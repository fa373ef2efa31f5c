/** Linear operators on planes of numbers, and least squares with them. */

/** Numbers in rows; `Float32Array` where planes are large. */
export type Values = Float32Array | Float64Array;

/** A linear map between planes, of which nobody needs the matrix. */
export interface LinearOperator<V extends Values = Values> {
  /** Numbers in, and numbers out. */
  readonly domain: number;
  readonly range: number;
  /** out = A · x; `out` is overwritten. */
  apply(x: V, out: V): void;
  /** out = Aᵀ · y: ⟨A x, y⟩ = ⟨x, Aᵀ y⟩ for all x and y. */
  adjoint(y: V, out: V): void;
}

export interface SolveOptions {
  /** λ ≥ 0: how much a step away from the start must gain. Noise variance over that of what is looked for. */
  readonly damping: number;
  /** Ends when the gradient is by so much smaller than it was in the beginning. */
  readonly tolerance: number;
  readonly mostSteps: number;
}

/**
 * Moves `x` towards the smallest ‖A x − b‖² + λ ‖x − x₀‖², x₀ being what it was given as: conjugate gradients on the
 * normal equations, without forming AᵀA (CGLS; Björck, Numerical Methods for Least Squares Problems, 1996, section 7.4).
 * What the equations say nothing about stays as it was in x₀, which is why that should be a good guess and not zero.
 *
 * @param make gives an empty plane of so many numbers, where the operator can work fastest
 * @returns how many steps it took
 */
export function leastSquares<V extends Values>(
  operator: LinearOperator<V>,
  b: V,
  x: V,
  options: SolveOptions,
  make: (length: number) => V,
): number {
  const { damping, tolerance, mostSteps } = options;
  const residual = make(operator.range);
  const image = make(operator.range);
  const moved = make(operator.domain);
  const gradient = make(operator.domain);
  const direction = make(operator.domain);
  operator.apply(x, image);
  for (let i = 0; i < residual.length; i++) residual[i] = (b[i] as number) - (image[i] as number);
  operator.adjoint(residual, gradient);
  direction.set(gradient);
  let slope = dot(gradient, gradient);
  const steepEnough = slope * tolerance ** 2;
  let step = 0;
  while (step < mostSteps && slope > steepEnough && slope > 0) {
    step++;
    operator.apply(direction, image);
    const bend = dot(image, image) + damping * dot(direction, direction);
    if (!(bend > 0)) break;
    const length = slope / bend;
    addScaled(moved, length, direction);
    addScaled(residual, -length, image);
    operator.adjoint(residual, gradient);
    const next = damping === 0 ? dot(gradient, gradient) : addScaled(gradient, -damping, moved);
    const share = next / slope;
    for (let i = 0; i < direction.length; i++) {
      direction[i] = (gradient[i] as number) + share * (direction[i] as number);
    }
    slope = next;
  }
  addScaled(x, 1, moved);
  return step;
}

export function dot(a: Values, b: Values): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** a += scale · b; gives ‖a‖² of what a is then. */
function addScaled(a: Values, scale: number, b: Values): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    const value = (a[i] as number) + scale * (b[i] as number);
    a[i] = value;
    sum += value * value;
  }
  return sum;
}
