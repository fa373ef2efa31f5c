import { number, text } from '../../locales/text.ts';

/** Likeness in dB, as people write it. */
export function psnrWords(psnr: number): string {
  return Number.isFinite(psnr)
    ? text('inspector.figures.psnr.value', { value: number(psnr, 1, 1) })
    : text('inspector.figures.same');
}

/** SSIM with three digits, since a cast leaves more than 0.99; a dash where the photo is too small for it. */
export function ssimWords(ssim: number | null): string {
  return ssim === null ? '–' : number(ssim, 3, 3);
}

/** Mean brightness after, against before: in per cent, where it is half of one or more. */
export function brightnessWords(ratio: number): string {
  const percent = (ratio - 1) * 100;
  if (Math.abs(percent) < 0.5) return text('inspector.figures.brightness.same');
  const value = number(Math.abs(percent));
  return text(percent > 0 ? 'inspector.figures.brightness.more' : 'inspector.figures.brightness.less', {
    value,
  });
}
