/**
 * What a person chooses: the method with its numbers, and the format of what comes out.
 * Values and presets are those of docs/method.md.
 */

export type Method = MethodSettings['method'];

/**
 * `cast`: castLevel 0 to 12, in levels of 255; strength in [0, 1]; veilSize in pixels as for `veil`, and null exactly where
 * the strength is 0, since there is no veil then.
 */
export interface CastSettings {
  readonly method: 'cast';
  readonly castLevel: number;
  readonly strength: number;
  readonly veilSize: number | null;
}

/** `veil`: veilSize in pixels (the small copy's short side, ≥ 1), strength in (0, 1]. */
export interface VeilSettings {
  readonly method: 'veil';
  readonly veilSize: number;
  readonly strength: number;
}

/** `cuda`: kernelSize odd, 3 to 15; strength in (0, 1] (the paper's blur parameter p_b). */
export interface CudaSettings {
  readonly method: 'cuda';
  readonly kernelSize: number;
  readonly strength: number;
}

export type MethodSettings = CastSettings | VeilSettings | CudaSettings;

export type CastPreset = 'light' | 'standard' | 'strong';
export type VeilPreset = 'light' | 'standard' | 'strong';
export type CudaPreset = 'cifar' | 'imagenet';
export type Preset = CastPreset | VeilPreset | CudaPreset;

export const castPresets: Readonly<Record<CastPreset, CastSettings>> = {
  light: { method: 'cast', castLevel: 6, strength: 0, veilSize: null },
  standard: { method: 'cast', castLevel: 8, strength: 0.2, veilSize: 160 },
  strong: { method: 'cast', castLevel: 8, strength: 0.3, veilSize: 112 },
};

/** Version 1, for its receipts. */
export const veilPresets: Readonly<Record<VeilPreset, VeilSettings>> = {
  light: { method: 'veil', veilSize: 224, strength: 0.2 },
  standard: { method: 'veil', veilSize: 160, strength: 0.3 },
  strong: { method: 'veil', veilSize: 112, strength: 0.3 },
};

export const cudaPresets: Readonly<Record<CudaPreset, CudaSettings>> = {
  cifar: { method: 'cuda', kernelSize: 3, strength: 0.3 },
  imagenet: { method: 'cuda', kernelSize: 9, strength: 0.06 },
};

const presets: readonly (readonly [Preset, MethodSettings])[] = [
  ['light', castPresets.light],
  ['standard', castPresets.standard],
  ['strong', castPresets.strong],
  ['light', veilPresets.light],
  ['standard', veilPresets.standard],
  ['strong', veilPresets.strong],
  ['cifar', cudaPresets.cifar],
  ['imagenet', cudaPresets.imagenet],
];

/** The preset that the settings are; null when somebody chose other numbers. */
export function presetOf(settings: MethodSettings): Preset | null {
  return presets.find(([, preset]) => sameSettings(preset, settings))?.[0] ?? null;
}

/** Whether two methods have the same numbers. */
export function sameSettings(a: MethodSettings, b: MethodSettings): boolean {
  if (a.strength !== b.strength) return false;
  if (a.method === 'cast') {
    return b.method === 'cast' && a.castLevel === b.castLevel && a.veilSize === b.veilSize;
  }
  if (a.method === 'veil') return b.method === 'veil' && a.veilSize === b.veilSize;
  return b.method === 'cuda' && a.kernelSize === b.kernelSize;
}

/** The veil size, in pixels; null where there is no veil. */
export function veilSizeOf(settings: MethodSettings): number | null {
  return settings.method === 'cuda' ? null : settings.veilSize;
}

/** Whether photos carry a cast, which is there at whatever size a trainer looks. */
export function carriesCast(settings: MethodSettings): boolean {
  return settings.method === 'cast' && settings.castLevel > 0;
}

/** A cast with a veil of another strength; at 0 there is no veil, and so no size of it. */
export function withStrength(settings: CastSettings, strength: number): CastSettings {
  const veilSize = strength === 0 ? null : (settings.veilSize ?? castPresets.standard.veilSize);
  return { ...settings, strength, veilSize };
}

/** The settings with another veil size, where there is a veil. */
export function withVeilSize(settings: MethodSettings, veilSize: number): MethodSettings {
  if (settings.method === 'cuda' || settings.veilSize === null) return settings;
  return { ...settings, veilSize };
}

/** The kinds of photo that Keyveil knows by their first bytes. See `codec/describe`. */
export type SourceType =
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'image/avif'
  | 'image/gif'
  | 'image/bmp'
  | 'image/heic'
  | 'image/jxl'
  | 'image/tiff'
  /** A camera's raw file, of which the picture is taken that the camera put into it. */
  | 'image/x-raw';

export type OutputType = 'image/jpeg' | 'image/png' | 'image/webp';

export type FormatChoice = 'same' | 'jpeg' | 'png' | 'webp';

/** Qualities are fractions in (0, 1], as canvas encoders take them. */
export interface OutputSettings {
  readonly format: FormatChoice;
  readonly jpegQuality: number;
  readonly webpQuality: number;
  /** Every file says in its XMP that nobody may train on it. */
  readonly optOut: boolean;
  /** A line on rights for every file; empty for none. */
  readonly rights: string;
  /** Take capture date, author and copyright over from the source. Everything else, place and camera first, goes in any case. */
  readonly keepDateAndCopyright: boolean;
  /** Photos with a longer long side, in pixels, are made smaller after they were protected; null leaves them. */
  readonly longSide: number | null;
  /** Files are called 0001, 0002 … in their label's folder, and not what they were called before. */
  readonly plainNames: boolean;
}

export const defaultOutput: OutputSettings = {
  format: 'same',
  jpegQuality: 0.92,
  webpQuality: 0.9,
  optOut: true,
  rights: '',
  keepDateAndCopyright: true,
  longSide: null,
  plainNames: false,
};

/** Bounds of `longSide`, in pixels, and what it starts with. */
export const longSides = { least: 256, most: 16_383, usual: 2048 } as const;

const sameAsOriginal: Readonly<Record<SourceType, OutputType>> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/webp': 'image/webp',
  'image/avif': 'image/jpeg',
  'image/heic': 'image/jpeg',
  'image/gif': 'image/png',
  'image/bmp': 'image/png',
  'image/jxl': 'image/jpeg',
  'image/tiff': 'image/png',
  'image/x-raw': 'image/jpeg',
};

const chosen: Readonly<Record<Exclude<FormatChoice, 'same'>, OutputType>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

/** The type a photo is encoded to (docs/method.md). */
export function outputTypeFor(source: SourceType, format: FormatChoice): OutputType {
  return format === 'same' ? sameAsOriginal[source] : chosen[format];
}

/** The quality that goes with an output type; `undefined` for PNG, which has none. */
export function qualityFor(type: OutputType, output: OutputSettings): number | undefined {
  if (type === 'image/jpeg') return output.jpegQuality;
  if (type === 'image/webp') return output.webpQuality;
  return undefined;
}

/** File extension without the dot. */
export const extensionFor: Readonly<Record<OutputType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};
