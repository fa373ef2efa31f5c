import type { ModelInput } from './modelInput.ts';

/**
 * Which layer of a network holds what it knows of a whole picture. Names tell little, as everybody gives their own; so
 * it is found by shapes. Towards its end a network for pictures has *maps*, numbers for each of many places, and then
 * one *vector* for the picture: the mean over all places, or a token that stands for it. The first vector behind the
 * last map is the last pooled layer; what follows are the answers to a question that is not ours.
 */

/** What a layer gives of one picture. */
export interface LayerShape {
  readonly name: string;
  /** Without the axis of the pictures: `[7, 7, 1280]`, `[1280, 7, 7]`, `[197, 384]`, `[1280]`. */
  readonly shape: readonly number[];
}

type Layout = ModelInput['layout'];

/** Features that a last layer is learnt of in seconds; a longer list is one that nobody pooled. */
const mostFeatures = 8192;

/** The layers that features can be taken from; maps are averaged over their places. */
export function usableLayers(layers: readonly LayerShape[], layout: Layout): readonly LayerShape[] {
  return layers.filter(({ shape }) => {
    const features = featuresOf(shape, layout);
    return shape.length >= 1 && shape.length <= 3 && features >= 2 && features <= mostFeatures;
  });
}

/** The last pooled layer; where there is none, the last of the maps. Null where nothing can be used. */
export function pooledLayer(layers: readonly LayerShape[], layout: Layout): LayerShape | null {
  const usable = usableLayers(layers, layout);
  const lastMap = layers.findLastIndex(({ shape }) => placesOf(shape, layout) > 1);
  const after = layers.slice(lastMap + 1);
  return after.find(layer => usable.includes(layer)) ?? usable.at(-1) ?? null;
}

/** How many features a layer of this shape has. */
export function featuresOf(shape: readonly number[], layout: Layout): number {
  return shape[channelAxis(shape, layout)] ?? 0;
}

/**
 * The features of each picture: a vector as it is, a map's mean over its places.
 *
 * @param values of `count` pictures, one after another
 * @returns count · features, in rows
 */
export function pooled(
  values: Float32Array,
  count: number,
  shape: readonly number[],
  layout: Layout,
): Float32Array<ArrayBuffer> {
  const axis = channelAxis(shape, layout);
  const features = shape[axis] ?? 0;
  const before = product(shape.slice(0, axis));
  const behind = product(shape.slice(axis + 1));
  const out = new Float32Array(count * features);
  for (let i = 0; i < out.length; i++) {
    const from = Math.floor(i / features) * before * features * behind + (i % features) * behind;
    let sum = 0;
    for (let b = 0; b < before; b++) {
      for (let k = 0; k < behind; k++) sum += values[from + b * features * behind + k] as number;
    }
    out[i] = sum / (before * behind);
  }
  return out;
}

/** Places that numbers are given for; 1 of a vector. */
function placesOf(shape: readonly number[], layout: Layout): number {
  return product(shape) / Math.max(1, featuresOf(shape, layout));
}

/** Squares have two sides alike, so the third axis is that of the channels; else it stands where the input has it. */
function channelAxis(shape: readonly number[], layout: Layout): number {
  const [first, second, third] = shape;
  if (shape.length !== 3) return shape.length - 1;
  if (first === second && second !== third) return 2;
  if (second === third && first !== second) return 0;
  return layout === 'nhwc' ? 2 : 0;
}

function product(sizes: readonly number[]): number {
  return sizes.reduce((all, size) => all * size, 1);
}
