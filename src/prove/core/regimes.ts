import type { Regime, RegimeKind } from './experiment.ts';

/** Every regime with the numbers of its paper, where it gives them; sources stand at each regime in src/prove/lab/regimes. */
export const regimeDefaults: { readonly [K in RegimeKind]: Extract<Regime, { kind: K }> } = {
  plain: { kind: 'plain' },
  mixup: { kind: 'mixup', alpha: 1 },
  cutout: { kind: 'cutout', share: 0.5 },
  cutmix: { kind: 'cutmix', alpha: 1 },
  // Our choice: the pixel itself keeps a sixth of the weight, its four neighbours get a tenth each.
  blur: { kind: 'blur', sigma: 1 },
  grayscale: { kind: 'grayscale' },
  jpeg: { kind: 'jpeg', quality: 10 },
  // As the papers on unlearnable pictures defend themselves: 10 steps within 4/255.
  adversarial: { kind: 'adversarial', norm: 'linf', radius: 4 / 255, steps: 10 },
  // Our choice, after what we measured (docs/limits.md): a small clean set first, then all layers on the protected one.
  'fine-tuning': { kind: 'fine-tuning', share: 0.2, epochs: 10, frozen: false },
  'rsk-ff': { kind: 'rsk-ff' },
  coin: { kind: 'coin', reach: 2 },
  'orthogonal-projection': { kind: 'orthogonal-projection', epochs: 20, learningRate: 0.1 },
  'class-mean': { kind: 'class-mean' },
  // Casts have no faster waves than 3 half cycles a side: whoever knows the method takes off just these.
  'high-pass': { kind: 'high-pass', frequencies: 4 },
  ueraser: { kind: 'ueraser', repeats: 5 },
  'resized-crop': { kind: 'resized-crop', scale: 0.08, jitter: 0.4 },
};

/** In the order in which the page offers them. */
export const regimeKinds = Object.keys(regimeDefaults) as readonly RegimeKind[];
