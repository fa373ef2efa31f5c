import { text } from '../locales/text.ts';

/** Places and opacities of the nine taps of the sign; the middle one is larger. */
const taps = [0.35, 0.75, 0.25, 0.6, 1, 0.5, 0.2, 0.55, 0.8];

/** The sign, a small filter, and the name. */
export function Brand() {
  return (
    <div className="brand">
      <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
        <rect width="26" height="26" rx="7" className="brand-ground" />
        {taps.map((opacity, i) => (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: a tap is its place
            key={i}
            className="brand-tap"
            cx={7 + 6 * (i % 3)}
            cy={7 + 6 * Math.floor(i / 3)}
            r={i === 4 ? 3.2 : 2}
            opacity={opacity}
          />
        ))}
      </svg>
      <h1>{text('app.name')}</h1>
    </div>
  );
}
