import type { BackendName } from '../../tfjs/backendName.ts';

/**
 * What the training lab is asked to do: real training on labelled photos, clean and protected, and what came of it.
 * All of it is plain data, so that a report can hold it and another person can repeat it.
 */

export const modelNames = ['small-cnn', 'resnet-18', 'vgg-16', 'mobilenet-v2'] as const;

export type ModelName = (typeof modelNames)[number];

/** Side of the square pictures that models are trained on, in pixels. */
export const labSides = [32, 64, 96, 128] as const;

/**
 * How a trainer trains. Every kind crops and flips at random as `plain` does, unless its paper does not. Sources and
 * meaning of the numbers stand at each regime in src/prove/lab/regimes.
 */
export type Regime =
  | { readonly kind: 'plain' }
  /** λ ~ Beta(alpha, alpha). */
  | { readonly kind: 'mixup'; readonly alpha: number }
  /** `share`: side of the grey square as a part of the picture's side, 0 to 1. */
  | { readonly kind: 'cutout'; readonly share: number }
  | { readonly kind: 'cutmix'; readonly alpha: number }
  /** `sigma` in pixels of the training picture. */
  | { readonly kind: 'blur'; readonly sigma: number }
  | { readonly kind: 'grayscale' }
  /** `quality` 1 to 100, as libjpeg counts it. */
  | { readonly kind: 'jpeg'; readonly quality: number }
  /** PGD; `radius` in pixel values from 0 to 1 (L∞: largest change of one value; L2: length of the change). */
  | {
      readonly kind: 'adversarial';
      readonly norm: 'linf' | 'l2';
      readonly radius: number;
      readonly steps: number;
    }
  /** First trained on clean photos: `share` of the training photos, which are then left out of the training proper. */
  | {
      readonly kind: 'fine-tuning';
      readonly share: number;
      readonly epochs: number;
      /** Only the last layer learns afterwards. */
      readonly frozen: boolean;
    }
  | { readonly kind: 'rsk-ff' }
  /** `reach`: farthest shift of a pixel, in pixels of a picture of 32. */
  | { readonly kind: 'coin'; readonly reach: number }
  /** Of the linear model whose rows are projected out. */
  | {
      readonly kind: 'orthogonal-projection';
      readonly epochs: number;
      readonly learningRate: number;
    }
  | { readonly kind: 'class-mean' }
  /** `frequencies`: half cycles a side, counted from none, that pictures lose in training and in the test. */
  | { readonly kind: 'high-pass'; readonly frequencies: number }
  /** Adversarial augmentation; `repeats`: changes of a picture of which the worst is learnt (K). */
  | { readonly kind: 'ueraser'; readonly repeats: number }
  /** `scale`: least part of the area, `jitter`: greatest change of brightness, contrast, saturation; 0 to 1. */
  | { readonly kind: 'resized-crop'; readonly scale: number; readonly jitter: number };

export type RegimeKind = Regime['kind'];

/** What a model learns from. `common`: every label under one and the same filter, the control. */
export const trainingKinds = ['clean', 'protected', 'common'] as const;

export type TrainingKind = (typeof trainingKinds)[number];

/**
 * Where protection happens. `small`: photos are shrunk to the training size first, and protected there with a veil of
 * that size: the same experiment in small. `real`: photos are protected as they are, with the settings chosen, and
 * then shrunk, as a trainer would find them.
 */
export type ProtectedAt = 'small' | 'real';

/** Everything about the pictures of a series of runs; runs that share it are trained and tested on the same. */
export interface PictureSettings {
  readonly side: number;
  readonly protectedAt: ProtectedAt;
  /** Part of each label's photos that is never protected and only tested on, 0.05 to 0.5. */
  readonly holdOut: number;
  /** Most photos taken of a label, hold-out included; null for all. */
  readonly mostOfLabel: number | null;
  /** Deals training and test photos. */
  readonly seed: string;
}

/** One run. */
export interface Experiment {
  readonly model: ModelName;
  readonly regime: Regime;
  readonly training: TrainingKind;
  /** Part of each protected label's training photos that is protected, 0 to 1; the rest is clean. */
  readonly share: number;
  /** Labels that are protected; null for all. */
  readonly onlyLabels: readonly string[] | null;
  readonly epochs: number;
  readonly batch: number;
  readonly learningRate: number;
  /** First weights, order, crops: everything that chance decides. */
  readonly seed: string;
}

export const defaultPictures: PictureSettings = {
  side: 32,
  protectedAt: 'small',
  holdOut: 0.2,
  mostOfLabel: null,
  seed: 'keyveil',
};

export const defaultExperiment: Experiment = {
  model: 'small-cnn',
  regime: { kind: 'plain' },
  training: 'protected',
  share: 1,
  onlyLabels: null,
  epochs: 24,
  batch: 16,
  learningRate: 0.003,
  seed: 'keyveil',
};

/** RGB pictures of one size: n × side × side × 3 bytes, picture by picture, rows from the top. */
export interface Pictures {
  readonly side: number;
  readonly pixels: Uint8Array<ArrayBuffer>;
  /** Label of each, from 0. */
  readonly labelOf: readonly number[];
}

/** The pictures that runs are made of. Variants of one photo stand at the same place in each. */
export interface LabPictures {
  readonly labels: readonly string[];
  readonly train: Readonly<Record<TrainingKind, Pictures>>;
  readonly test: {
    readonly clean: Pictures;
    /** Under the label's own filter. */
    readonly own: Pictures;
    /** Under the filter of the next label in the list (the first's, for the last). */
    readonly other: Pictures;
  };
}

/** How many photos of which label a set has; what a report says of it. */
export interface LabCounts {
  readonly labels: readonly string[];
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/** One epoch: accuracies 0 to 1, the mean loss of its batches (nats). */
export interface Epoch {
  /** From 1. */
  readonly epoch: number;
  readonly loss: number;
  /** On the training batches as they were trained on. */
  readonly trainAccuracy: number;
  /** On clean test photos. */
  readonly testAccuracy: number;
  readonly seconds: number;
}

/** What a trained model says to test photos. */
export interface Answers {
  /** Rows: the label that is right; columns: the label said. */
  readonly confusion: readonly (readonly number[])[];
}

export interface RunResult {
  readonly history: readonly Epoch[];
  readonly clean: Answers;
  /** Controls: clean test photos under their own label's filter, and under the next label's. */
  readonly own: Answers;
  readonly other: Answers;
  readonly backend: BackendName;
  /** Trainable and other weights of the model. */
  readonly parameters: number;
  readonly seconds: number;
}
