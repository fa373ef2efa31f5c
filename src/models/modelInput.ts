/** How a model wants its pictures: plain data, shown to people and editable. */
export interface ModelInput {
  /** Sides in pixels; pictures are squares. */
  readonly side: number;
  /** `nhwc`: colours last, as TensorFlow has them; `nchw`: colours first, as PyTorch has them. */
  readonly layout: 'nhwc' | 'nchw';
  readonly channels: 'rgb' | 'bgr';
  /** For each channel in the model's order, of values from 0 to 1: (value − mean) / std. */
  readonly mean: readonly [number, number, number];
  readonly std: readonly [number, number, number];
}

export type Scaling = Pick<ModelInput, 'channels' | 'mean' | 'std'>;

/** What trainers commonly do. */
export const scalings = {
  /** 0 to 1 */
  unit: { channels: 'rgb', mean: [0, 0, 0], std: [1, 1, 1] },
  /** −1 to 1: MobileNet and Inception of Keras */
  symmetric: { channels: 'rgb', mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] },
  /** torchvision, timm */
  imagenet: { channels: 'rgb', mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] },
  /** 0 to 255: EfficientNet of Keras */
  bytes: { channels: 'rgb', mean: [0, 0, 0], std: [1 / 255, 1 / 255, 1 / 255] },
  /** VGG and ResNet of Keras, after Caffe */
  caffe: {
    channels: 'bgr',
    mean: [103.939 / 255, 116.779 / 255, 123.68 / 255],
    std: [1 / 255, 1 / 255, 1 / 255],
  },
} as const satisfies Readonly<Record<string, Scaling>>;

export type ScalingName = keyof typeof scalings;

/** Three numbers as a person reads and writes them: `0.485, 0.456, 0.406`. */
export function channelsText(values: readonly number[]): string {
  return values.map(value => String(Number(value.toPrecision(6)))).join(', ');
}

/** Numbers for three channels from what was typed, one for all of them included; null: they are none. */
export function readChannels(text: string): readonly [number, number, number] | null {
  const parts = text.split(/[\s,;[\]()]+/).filter(part => part !== '');
  const [first = Number.NaN, second = first, third = first] = parts.map(Number);
  if (parts.length !== 1 && parts.length !== 3) return null;
  return [first, second, third].every(Number.isFinite) ? [first, second, third] : null;
}

/** Whether these are numbers that pictures can be prepared with. */
export function isModelInput({ side, mean, std }: ModelInput): boolean {
  return (
    Number.isInteger(side) &&
    side >= 1 &&
    side <= 2048 &&
    [...mean, ...std].every(Number.isFinite) &&
    std.every(value => value > 0)
  );
}

/**
 * Pictures as the model takes them.
 *
 * @param pixels RGB bytes, picture by picture, side · side · 3 each
 */
export function preparedPictures(
  pixels: Uint8Array,
  { side, layout, channels, mean, std }: ModelInput,
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(pixels.length);
  const area = side * side;
  for (let channel = 0; channel < 3; channel++) {
    const from = channels === 'rgb' ? channel : 2 - channel;
    const [m, s] = [mean[channel] as number, std[channel] as number];
    // A value for each of the 256 levels.
    const levels = Float32Array.from({ length: 256 }, (_, level) => (level / 255 - m) / s);
    for (let start = 0; start < pixels.length; start += area * 3) {
      for (let at = 0; at < area; at++) {
        const to = layout === 'nhwc' ? at * 3 + channel : channel * area + at;
        out[start + to] = levels[pixels[start + at * 3 + from] as number] as number;
      }
    }
  }
  return out;
}

/** What a model's file says of its input, for pictures of `fallback` where it leaves the size open. */
export function inputOfShape(
  shape: readonly (number | null)[],
  fallback: number,
): Pick<ModelInput, 'side' | 'layout'> | null {
  const [, first, second, third] = shape;
  if (shape.length !== 4) return null;
  const size = (given: number | null | undefined) => (given && given > 0 ? given : fallback);
  if (third === 3 && first !== 3) return { layout: 'nhwc', side: size(first ?? second) };
  if (first === 3) return { layout: 'nchw', side: size(second ?? third) };
  return third === null || third === undefined || third <= 0 ? { layout: 'nhwc', side: size(first) } : null;
}
