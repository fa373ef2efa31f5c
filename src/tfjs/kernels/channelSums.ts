import {
  avgPool,
  type getKernel,
  type KernelConfig,
  mul,
  type Rank,
  reshape,
  type Tensor,
  type Tensor1D,
  type Tensor4D,
  tidy,
  util,
} from '@tensorflow/tfjs-core';

/** Rows are added up in runs of about this many: few enough for float32, many enough to be fast. */
const run = 1024;

/**
 * Sums over all axes but the last, as batch normalisation needs them, as an average over a picture of one column, for
 * which the backend has a fast way (XNNPACK). Other sums are left to its own way, which first transposes.
 */
export function sumOver(general: ReturnType<typeof getKernel>): KernelConfig {
  return {
    ...general,
    kernelFunc: given => {
      const x = given.inputs.x as Tensor | undefined;
      if (x === undefined || x.dtype !== 'float32' || x.rank < 2) return general.kernelFunc(given);
      const axes = util.parseAxisParam(given.attrs?.axis as number | number[], x.shape);
      if (given.attrs?.keepDims === true || axes.length !== x.rank - 1 || axes.includes(x.rank - 1)) {
        return general.kernelFunc(given);
      }
      return tidy(() => channelSums(x));
    },
  };
}

/** The sums of the columns of x, taken as a matrix whose columns are its last axis. */
function channelSums(x: Tensor): Tensor1D {
  const channels = x.shape[x.rank - 1] ?? 0;
  let rows = x.size / channels;
  let left = x;
  // Several rows side by side make one long row, whose sums are then summed in turn.
  for (let beside = besideIn(rows); beside > 1; beside = besideIn(rows)) {
    left = columnSums(left, rows / beside, beside * channels);
    rows = beside;
  }
  return reshape(columnSums(left, rows, channels), [channels]);
}

function columnSums(x: Tensor, rows: number, columns: number): Tensor4D {
  return mul(avgPool(reshape<Rank.R4>(x, [1, rows, 1, columns]), [rows, 1], 1, 'valid'), rows);
}

/** How many rows to put side by side: a power of two by which they can be divided. */
function besideIn(rows: number): number {
  let beside = 1;
  while (rows / beside > run && (rows / beside) % 2 === 0) beside *= 2;
  return beside;
}
