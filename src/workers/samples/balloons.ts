import {
  between,
  type Context,
  cloud,
  fillDown,
  fillRidge,
  glow,
  pick,
  type Random,
  ridge,
} from './brush.ts';

const skies: readonly [readonly string[], ...(readonly string[])[]] = [
  ['#3f87c9', '#8fc0e6', '#dceefa'],
  ['#5aa3d8', '#bfe0ee', '#fdf0d8'],
  ['#2f6fb4', '#7fb2dc', '#f2dcc8'],
  ['#7aa9cf', '#c9d9e4', '#f7e3cf'],
];
const lands: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['#8fae74', '#4c7042'],
  ['#c9b271', '#8a7440'],
  ['#b98a6a', '#7a5240'],
  ['#7fa08c', '#3f6152'],
];
const silks: readonly [readonly string[], ...(readonly string[])[]] = [
  ['#d8343f', '#f6d64a'],
  ['#e8542f', '#fdf3e2'],
  ['#2f62ad', '#f4f6fa', '#d8343f'],
  ['#7a3f95', '#f2a541'],
  ['#19857b', '#f8e9b0'],
  ['#c93a6f', '#f7b5c6', '#6f4aa0'],
  ['#f08a24', '#f6d64a', '#d8343f', '#7a3f95'],
  ['#20457c', '#3fa7d6'],
];

/** Hot-air balloons over morning fields. */
export function balloons(context: Context, width: number, height: number, random: Random): void {
  fillDown(context, width, 0, height, pick(random, skies));
  glow(context, width * random(), height * between(random, 0.3, 0.7), width * 0.6, '255, 246, 220', 0.55);
  const clouds = 2 + Math.floor(random() * 4);
  for (let index = 0; index < clouds; index++) {
    const size = width * between(random, 0.25, 0.55);
    cloud(
      context,
      width * random(),
      height * between(random, 0.1, 0.7),
      size,
      size * 0.16,
      '255, 255, 255',
      random,
    );
  }
  fields(context, width, height, random);

  const count = 1 + Math.floor(random() * 5);
  const sizes = Array.from(
    { length: count },
    () => height * between(random, 0.06, count === 1 ? 0.27 : 0.19),
  );
  // The far ones first.
  for (const [index, radius] of sizes.sort((a, b) => a - b).entries()) {
    const x = (width * (index + between(random, 0.25, 0.75))) / count;
    balloon(context, x, between(random, radius * 1.15, height * 0.56), radius, random);
  }
}

function fields(context: Context, width: number, height: number, random: Random): void {
  const [far, near] = pick(random, lands);
  const base = height * between(random, 0.76, 0.88);
  fillRidge(
    context,
    width,
    height,
    base - height * 0.05,
    ridge(random, width, height * 0.06),
    'rgba(120, 150, 175, 0.75)',
  );
  const fill = context.createLinearGradient(0, base - height * 0.06, 0, height);
  fill.addColorStop(0, far);
  fill.addColorStop(1, near);
  fillRidge(context, width, height, base, ridge(random, width, height * 0.035), fill);
  for (let tree = 0; tree < 46; tree++) {
    const y = base + (height - base) * between(random, 0.25, 1);
    const size = 2 + (y - base) * 0.11;
    glow(context, random() * width, y, size * 1.6, '38, 66, 42', 0.7);
  }
}

function balloon(context: Context, x: number, y: number, radius: number, random: Random): void {
  const silk = pick(random, silks);
  const mouth = y + radius * 1.28;
  context.save();
  envelope(context, x, y, radius, mouth);
  context.clip();
  const gores = 4 * Math.ceil(between(random, 2, 4.5)) - 1;
  // Strips of a globe: narrow at its rims, wide in the middle.
  for (let gore = 0; gore < gores; gore++) {
    const left = x - radius * Math.cos((gore / gores) * Math.PI);
    const right = x - radius * Math.cos(((gore + 1) / gores) * Math.PI);
    context.fillStyle = silk[gore % silk.length] ?? '#ffffff';
    context.beginPath();
    context.moveTo(x, y - radius);
    context.bezierCurveTo(
      2 * left - x,
      y - radius * 0.9,
      left,
      y + radius * 0.7,
      x + (left - x) * 0.16,
      mouth,
    );
    context.lineTo(x + (right - x) * 0.16, mouth);
    context.bezierCurveTo(right, y + radius * 0.7, 2 * right - x, y - radius * 0.9, x, y - radius);
    context.fill();
  }
  if (random() < 0.4) {
    context.fillStyle = silk[silk.length - 1] ?? '#ffffff';
    context.fillRect(x - radius, y + radius * 0.05, radius * 2, radius * 0.2);
  }
  const shade = context.createRadialGradient(
    x - radius * 0.35,
    y - radius * 0.4,
    radius * 0.1,
    x,
    y,
    radius * 1.35,
  );
  shade.addColorStop(0, 'rgba(255, 255, 255, 0.4)');
  shade.addColorStop(0.45, 'rgba(255, 255, 255, 0)');
  shade.addColorStop(1, 'rgba(30, 10, 40, 0.5)');
  context.fillStyle = shade;
  context.fillRect(x - radius, y - radius, radius * 2, radius * 2.4);
  context.restore();
  basket(context, x, mouth, radius);
}

function envelope(context: Context, x: number, y: number, radius: number, mouth: number): void {
  context.beginPath();
  context.moveTo(x - radius * 0.17, mouth);
  context.bezierCurveTo(x - radius * 0.5, y + radius * 0.95, x - radius, y + radius * 0.55, x - radius, y);
  context.arc(x, y, radius, Math.PI, 0);
  context.bezierCurveTo(
    x + radius,
    y + radius * 0.55,
    x + radius * 0.5,
    y + radius * 0.95,
    x + radius * 0.17,
    mouth,
  );
  context.closePath();
}

function basket(context: Context, x: number, mouth: number, radius: number): void {
  const top = mouth + radius * 0.26;
  const half = radius * 0.12;
  context.strokeStyle = 'rgba(50, 36, 30, 0.85)';
  context.lineWidth = Math.max(0.7, radius * 0.018);
  context.beginPath();
  for (const side of [-1, -0.4, 0.4, 1]) {
    context.moveTo(x + side * radius * 0.15, mouth);
    context.lineTo(x + side * half, top);
  }
  context.stroke();
  fillBasket(context, x - half, top, 2 * half, radius * 0.19);
}

function fillBasket(context: Context, left: number, top: number, width: number, height: number): void {
  const weave = context.createLinearGradient(left, 0, left + width, 0);
  weave.addColorStop(0, '#9a6a3c');
  weave.addColorStop(1, '#55351d');
  context.fillStyle = weave;
  context.beginPath();
  context.roundRect(left, top, width, height, height * 0.2);
  context.fill();
}
