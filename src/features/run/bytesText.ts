import { language } from '../../locales/text.ts';

const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size for people, in decimal units as file managers show it. */
export function bytesText(bytes: number): string {
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = value < 9.95 && unit > 0 ? 1 : 0;
  return new Intl.NumberFormat(language(), {
    style: 'unit',
    unit: units[unit] ?? 'kilobyte',
    maximumFractionDigits: digits,
  }).format(Math.max(value, bytes > 0 ? 1 : 0));
}
