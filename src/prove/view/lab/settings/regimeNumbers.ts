import type { NumberField, NumberFieldsOf } from '../../../../features/settings/NumberFields.tsx';
import type { Regime, RegimeKind } from '../../../core/experiment.ts';

type Of<Kind extends RegimeKind> = Extract<Regime, { kind: Kind }>;

const alpha = {
  key: 'alpha',
  label: 'lab.regime.alpha',
  note: 'lab.regime.alpha.help',
  min: 0.1,
  max: 5,
  step: 0.1,
} as const;

/** The numbers of each regime that people may change. The radius of `adversarial` has bounds that depend on its norm. */
const numbers = {
  mixup: [alpha],
  cutmix: [alpha],
  cutout: [{ key: 'share', label: 'lab.regime.cutoutShare', min: 5, max: 100, step: 1, percent: true }],
  blur: [
    { key: 'sigma', label: 'lab.regime.sigma', note: 'lab.regime.sigma.help', min: 0.2, max: 5, step: 0.1 },
  ],
  jpeg: [{ key: 'quality', label: 'lab.regime.quality', min: 1, max: 100, step: 1 }],
  coin: [
    { key: 'reach', label: 'lab.regime.reach', note: 'lab.regime.reach.help', min: 0.5, max: 8, step: 0.5 },
  ],
  'high-pass': [
    {
      key: 'frequencies',
      label: 'lab.regime.frequencies',
      note: 'lab.regime.frequencies.help',
      min: 1,
      max: 16,
      step: 1,
    },
  ],
  ueraser: [
    {
      key: 'repeats',
      label: 'lab.regime.repeats',
      note: 'lab.regime.repeats.help',
      min: 1,
      max: 10,
      step: 1,
    },
  ],
  'orthogonal-projection': [
    { key: 'epochs', label: 'lab.regime.opEpochs', min: 1, max: 100, step: 1 },
    { key: 'learningRate', label: 'lab.regime.opRate', min: 0.001, max: 1, step: 0.001 },
  ],
  'resized-crop': [
    { key: 'scale', label: 'lab.regime.scale', min: 1, max: 100, step: 1, percent: true },
    { key: 'jitter', label: 'lab.regime.jitter', min: 0, max: 100, step: 5, percent: true },
  ],
  adversarial: [
    { key: 'steps', label: 'lab.regime.steps', note: 'lab.regime.steps.help', min: 1, max: 20, step: 1 },
  ],
  'fine-tuning': [
    { key: 'share', label: 'lab.regime.fineTuningShare', min: 5, max: 80, step: 1, percent: true },
    { key: 'epochs', label: 'lab.regime.fineTuningEpochs', min: 1, max: 100, step: 1 },
  ],
} as const satisfies { readonly [Kind in RegimeKind]?: NumberFieldsOf<Of<Kind>> };

/** The fields of a regime; none where it has no numbers. */
export function regimeNumbers(kind: RegimeKind): readonly NumberField[] {
  return kind in numbers ? numbers[kind as keyof typeof numbers] : [];
}
