import { number, text } from '../../locales/text.ts';

/**
 * How fast a run goes, in words. Slow runs are told in seconds a photo.
 *
 * @param rate photos a second, above 0
 */
export function rateText(rate: number): string {
  if (rate >= 10) return text('run.rate.photos', { rate: number(Math.round(rate)) });
  if (rate >= 1) return text('run.rate.photos', { rate: number(rate, 1) });
  return text('run.rate.seconds', { seconds: number(1 / rate, 1) });
}

/** Time left, rounded so that it does not pretend to know more than it does. */
export function leftText(seconds: number): string {
  if (seconds < 2) return text('run.left.soon');
  if (seconds < 60)
    return text('run.left.seconds', {
      seconds: seconds < 10 ? Math.ceil(seconds) : Math.ceil(seconds / 5) * 5,
    });
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return text('run.left.minutes', { minutes });
  return text('run.left.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
