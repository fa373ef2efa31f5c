/** Strokes that the sample scenes share. Lengths in pixels; `random` gives numbers in [0, 1). */

export type Context = OffscreenCanvasRenderingContext2D;
export type Random = () => number;

/** Draws one picture over the whole canvas. */
export type Scene = (context: Context, width: number, height: number, random: Random) => void;

export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

export function pick<Item>(random: Random, items: readonly [Item, ...Item[]]): Item {
  return items[Math.floor(random() * items.length)] ?? items[0];
}

/** Fills from `top` to `bottom` with colours spread evenly. */
export function fillDown(
  context: Context,
  width: number,
  top: number,
  bottom: number,
  colours: readonly string[],
): void {
  const gradient = context.createLinearGradient(0, top, 0, bottom);
  colours.forEach((colour, index) => {
    gradient.addColorStop(index / Math.max(1, colours.length - 1), colour);
  });
  context.fillStyle = gradient;
  context.fillRect(0, top, width, bottom - top);
}

/** A soft round light. `colour` is `r, g, b`. */
export function glow(
  context: Context,
  x: number,
  y: number,
  radius: number,
  colour: string,
  opacity: number,
): void {
  const gradient = context.createRadialGradient(x, y, 0, x, y, radius);
  gradient.addColorStop(0, `rgba(${colour}, ${opacity})`);
  gradient.addColorStop(0.4, `rgba(${colour}, ${opacity * 0.35})`);
  gradient.addColorStop(1, `rgba(${colour}, 0)`);
  context.fillStyle = gradient;
  context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
}

/** A cloud of many soft puffs, flat below. `colour` is `r, g, b`. */
export function cloud(
  context: Context,
  x: number,
  y: number,
  width: number,
  height: number,
  colour: string,
  random: Random,
): void {
  for (let puff = 0; puff < 34; puff++) {
    const along = between(random, -1, 1);
    const radius = height * between(random, 0.35, 0.75) * (1.15 - Math.abs(along));
    const lift = height * (1 - along * along) * between(random, -0.55, 0.1);
    context.save();
    context.translate(x + (along * width) / 2, y + lift);
    context.scale(1.9, 1);
    glow(context, 0, 0, radius, colour, 0.24);
    context.restore();
  }
}

/** A rolling line from left to right, as height over `base`, made of a few waves. */
export function ridge(random: Random, width: number, roughness: number): (x: number) => number {
  const waves = Array.from({ length: 6 }, (_, index) => ({
    length: (width * between(random, 0.7, 1.3)) / (1 + index * 1.7),
    height: (roughness * between(random, 0.5, 1)) / (1 + index * 1.4),
    phase: random() * 2 * Math.PI,
  }));
  return x =>
    waves.reduce(
      (sum, { length, height, phase }) => sum + height * Math.sin((x / length) * 2 * Math.PI + phase),
      0,
    );
}

/** Fills everything below a ridge at `base`. */
export function fillRidge(
  context: Context,
  width: number,
  height: number,
  base: number,
  line: (x: number) => number,
  fill: string | CanvasGradient,
): void {
  context.beginPath();
  context.moveTo(0, height);
  for (let x = 0; x <= width; x += 3) context.lineTo(x, base - line(x));
  context.lineTo(width, base - line(width));
  context.lineTo(width, height);
  context.closePath();
  context.fillStyle = fill;
  context.fill();
}
