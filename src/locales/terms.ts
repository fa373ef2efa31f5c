import { terms as texts } from './en/terms.ts';
import { addTexts } from './i18n.ts';

/** Words of the trade and what they mean, fetched when the first is shown. Import this before anything that says them. */
export const terms = texts;

addTexts(terms);

/** A word of the trade. */
export type TermName = {
  [K in keyof typeof texts]: K extends `term.${infer Name}.what` ? Name : never;
}[keyof typeof texts];

/** All of them; of two that begin alike the longer one first. */
export const termNames: readonly TermName[] = [
  'psnr',
  'ssim',
  'cuda',
  'paper',
  'counter',
  'rskff',
  'coin',
  'iptc',
  'plus',
  'bits',
  'holm',
  'pvalue',
  'onnx',
  'tfjs',
  'gaussian',
  'covariance',
  'chernoff',
  'spectra',
  'convolutions',
  'webgl',
  'webgpu',
  'wasm',
];
