import {
  channelsText,
  isModelInput,
  type ModelInput,
  readChannels,
  type ScalingName,
  scalings,
} from './modelInput.ts';

/** How a model wants its pictures, as a person chooses and types it. */
export interface TypedInput {
  readonly side: number;
  /** `custom`: as `colours` say, which else are those of the scaling. */
  readonly scaling: ScalingName | 'custom';
  readonly colours: TypedColours;
}

/** See {@link ModelInput}. */
interface TypedColours {
  readonly channels: ModelInput['channels'];
  readonly mean: string;
  readonly std: string;
}

/** Keras scales to 0…1 as often as not, PyTorch nearly always by ImageNet's mean: a person can correct it. */
export function usualScaling(kind: 'tfjs' | 'onnx'): ScalingName {
  return kind === 'tfjs' ? 'unit' : 'imagenet';
}

/** One of the usual ways, or the present one to be changed by hand. */
export function scaledAs(scaling: TypedInput['scaling']): Partial<TypedInput> {
  if (scaling === 'custom') return { scaling };
  const { channels, mean, std } = scalings[scaling];
  return { scaling, colours: { channels, mean: channelsText(mean), std: channelsText(std) } };
}

export const firstInput: TypedInput = {
  side: 224,
  scaling: 'imagenet',
  colours: { channels: 'rgb', mean: '', std: '' },
  ...scaledAs('imagenet'),
};

/** Null: what was typed are no such numbers. */
export function readInput(
  { side, scaling, colours }: TypedInput,
  layout: ModelInput['layout'],
): ModelInput | null {
  const [mean, std] = [readChannels(colours.mean), readChannels(colours.std)];
  if (!mean || !std) return null;
  const typed = { channels: colours.channels, mean, std };
  const input = { ...(scaling === 'custom' ? typed : scalings[scaling]), side, layout };
  return isModelInput(input) ? input : null;
}
