import { initializers, layers, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { BatchNorm } from '../../../tfjs/batchNorm.ts';

/** Draws one seed a layer, all of them decided by the first: 1, 2, … after it. */
export type NextSeed = () => number;

export function seedsFrom(seed: number): NextSeed {
  let next = seed;
  // 31 bits; never 0, which tfjs takes for none.
  return () => (next = (next + 1) & 0x7fffffff || 1);
}

/** Pictures in 0 to 1, brought to about mean 0 and deviation 1. */
export function pictureInput(side: number): {
  readonly input: SymbolicTensor;
  readonly centred: SymbolicTensor;
} {
  const input = layers.input({ shape: [side, side, 3] });
  return { input, centred: through(layers.rescaling({ scale: 4, offset: -1.9 }), input) };
}

/** Convolution without bias (the normalisation that follows has one), edges filled with zeros. */
export function conv(
  x: SymbolicTensor,
  filters: number,
  nextSeed: NextSeed,
  size = 3,
  stride = 1,
): SymbolicTensor {
  return through(
    layers.conv2d({
      filters,
      kernelSize: size,
      strides: stride,
      padding: 'same',
      useBias: false,
      kernelInitializer: initializers.heNormal({ seed: nextSeed() }),
    }),
    x,
  );
}

export function depthwise(x: SymbolicTensor, nextSeed: NextSeed, stride: number): SymbolicTensor {
  return through(
    layers.depthwiseConv2d({
      kernelSize: 3,
      strides: stride,
      padding: 'same',
      useBias: false,
      // tfjs reckons a depthwise filter's inputs as if all channels met; one channel and 9 taps do: √(2/9).
      depthwiseInitializer: initializers.randomNormal({
        mean: 0,
        stddev: Math.sqrt(2 / 9),
        seed: nextSeed(),
      }),
    }),
    x,
  );
}

export function norm(x: SymbolicTensor): SymbolicTensor {
  return through(new BatchNorm({}), x);
}

export function relu(x: SymbolicTensor): SymbolicTensor {
  return through(layers.reLU(), x);
}

/** min(max(x, 0), 6), as MobileNets have it. */
export function relu6(x: SymbolicTensor): SymbolicTensor {
  return through(layers.reLU({ maxValue: 6 }), x);
}

export function plus(a: SymbolicTensor, b: SymbolicTensor): SymbolicTensor {
  return layers.add().apply([a, b]) as SymbolicTensor;
}

/** The largest of each 2 × 2. */
export function halved(x: SymbolicTensor): SymbolicTensor {
  return through(layers.maxPooling2d({ poolSize: 2 }), x);
}

/** Means over the picture, then one logit a label. */
export function logits(x: SymbolicTensor, labels: number, nextSeed: NextSeed): SymbolicTensor {
  const kernelInitializer = initializers.glorotUniform({ seed: nextSeed() });
  return through(
    layers.dense({ units: labels, kernelInitializer }),
    through(layers.globalAveragePooling2d({}), x),
  );
}

/** What a layer makes of a picture yet to come is, again, a picture yet to come. */
function through(layer: layers.Layer, x: SymbolicTensor): SymbolicTensor {
  return layer.apply(x) as SymbolicTensor;
}
