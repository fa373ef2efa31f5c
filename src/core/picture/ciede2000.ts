/** A colour in CIELAB: L* 0 to 100, a* and b* around 0. */
export interface Lab {
  readonly l: number;
  readonly a: number;
  readonly b: number;
}

const degree = Math.PI / 180;
const to7 = 25 ** 7;

/**
 * How far apart two colours look, ΔE00 with all factors 1: 0 for the same, about 1 for what is just told apart side by
 * side. After Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula: implementation notes, supplementary test
 * data, and mathematical observations", Color Research & Application 30(1), 2005; equation numbers are theirs.
 */
export function ciede2000(one: Lab, other: Lab): number {
  // (2) to (7)
  const c7 = ((Math.hypot(one.a, one.b) + Math.hypot(other.a, other.b)) / 2) ** 7;
  const stretch = 1.5 - 0.5 * Math.sqrt(c7 / (c7 + to7));
  const c1 = Math.hypot(one.a * stretch, one.b);
  const c2 = Math.hypot(other.a * stretch, other.b);
  const h1 = hue(one.a * stretch, one.b);
  const h2 = hue(other.a * stretch, other.b);
  // (8) to (11)
  const deltaL = other.l - one.l;
  const deltaC = c2 - c1;
  const turn = c1 * c2 === 0 ? 0 : shortWay(h2 - h1);
  const deltaH = 2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * degree);
  // (12) to (14)
  const c = (c1 + c2) / 2;
  const h = meanHue(h1, h2, c1 * c2 === 0);
  // (15) to (21)
  const t =
    1 -
    0.17 * Math.cos((h - 30) * degree) +
    0.24 * Math.cos(2 * h * degree) +
    0.32 * Math.cos((3 * h + 6) * degree) -
    0.2 * Math.cos((4 * h - 63) * degree);
  const fromMiddle = ((one.l + other.l) / 2 - 50) ** 2;
  const byL = deltaL / (1 + (0.015 * fromMiddle) / Math.sqrt(20 + fromMiddle));
  const byC = deltaC / (1 + 0.045 * c);
  const byH = deltaH / (1 + 0.015 * c * t);
  const mean7 = c ** 7;
  const rotation =
    -2 * Math.sqrt(mean7 / (mean7 + to7)) * Math.sin(60 * Math.exp(-(((h - 275) / 25) ** 2)) * degree);
  // (22)
  return Math.sqrt(byL * byL + byC * byC + byH * byH + rotation * byC * byH);
}

/** Degrees from 0 to 360; 0 for grey. */
function hue(a: number, b: number): number {
  if (a === 0 && b === 0) return 0;
  const angle = Math.atan2(b, a) / degree;
  return angle < 0 ? angle + 360 : angle;
}

/** A difference of hues, within ±180 degrees. */
function shortWay(turn: number): number {
  if (turn > 180) return turn - 360;
  return turn < -180 ? turn + 360 : turn;
}

/** The hue half way between two; of a colour and a grey, the colour's. */
function meanHue(h1: number, h2: number, grey: boolean): number {
  if (grey) return h1 + h2;
  if (Math.abs(h1 - h2) <= 180) return (h1 + h2) / 2;
  return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
}
