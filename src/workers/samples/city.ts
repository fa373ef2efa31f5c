import { between, type Context, fillDown, glow, pick, type Random } from './brush.ts';

const nights: readonly [readonly string[], ...(readonly string[])[]] = [
  ['#0a1030', '#22316b', '#6b4c8c', '#e0816f'],
  ['#07142c', '#164070', '#3f86ab', '#a9c8c4'],
  ['#150f35', '#432a72', '#a04484', '#f59a6c'],
  ['#060b1c', '#10254a', '#2c4a78', '#7c6f92'],
];
/** Windows and lamps, as `r, g, b`. */
const lamps: readonly [string, ...string[]] = [
  '255, 214, 140',
  '255, 190, 104',
  '255, 236, 196',
  '196, 224, 255',
  '255, 150, 120',
];
const signs: readonly [string, ...string[]] = [
  '255, 70, 110',
  '80, 200, 255',
  '140, 255, 190',
  '255, 170, 50',
  '190, 110, 255',
];

/** A skyline after dusk, mirrored in the water in front of it. */
export function city(context: Context, width: number, height: number, random: Random): void {
  const shore = height * between(random, 0.68, 0.84);
  fillDown(context, width, 0, shore, pick(random, nights));
  stars(context, width, shore, random);
  if (random() < 0.5)
    moon(
      context,
      width * random(),
      height * between(random, 0.08, 0.25),
      height * between(random, 0.03, 0.05),
      random,
    );
  glow(context, width * random(), shore, width * 0.75, '255, 160, 110', 0.6);

  const layers = 3;
  const tallest = height * between(random, 0.34, 0.74);
  for (let layer = 0; layer < layers; layer++) {
    const share = (layer + 1) / layers;
    skyline(context, width, shore, tallest * (1.15 - 0.45 * share), share, random);
  }
  lights(context, width, shore, random);
  mirror(context, width, height, shore, random);
}

function stars(context: Context, width: number, shore: number, random: Random): void {
  for (let star = 0; star < 70; star++) {
    const y = shore * random() ** 1.7 * 0.7;
    context.fillStyle = `rgba(255, 255, 255, ${between(random, 0.15, 0.8)})`;
    const size = between(random, 0.5, 1.5);
    context.fillRect(random() * width, y, size, size);
  }
}

function moon(context: Context, x: number, y: number, radius: number, random: Random): void {
  glow(context, x, y, radius * 5, '230, 235, 255', 0.5);
  context.fillStyle = '#f4f1e2';
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
  for (let sea = 0; sea < 5; sea++) {
    const angle = random() * 2 * Math.PI;
    const out = radius * 0.5 * random();
    glow(context, x + Math.cos(angle) * out, y + Math.sin(angle) * out, radius * 0.4, '150, 150, 160', 0.4);
  }
}

function skyline(
  context: Context,
  width: number,
  shore: number,
  tallest: number,
  share: number,
  random: Random,
): void {
  const shade = Math.round(74 - 56 * share);
  for (let x = -10; x < width; ) {
    const wide = between(random, 20, 54) * (0.7 + 0.5 * share);
    const tall = tallest * between(random, 0.25, 1) ** 1.25;
    const top = shore - tall;
    const front = context.createLinearGradient(0, top, 0, shore);
    front.addColorStop(0, `rgb(${shade}, ${shade + 4}, ${shade + 22})`);
    front.addColorStop(1, `rgb(${shade + 14}, ${shade + 10}, ${shade + 24})`);
    context.fillStyle = front;
    context.fillRect(x, top, wide, tall);
    roof(context, x, top, wide, random);
    windows(context, x, top, wide, tall, share, random);
    x += wide + between(random, -3, 7);
  }
}

/** Some end in a step, some in a mast with a red light. */
function roof(context: Context, x: number, top: number, wide: number, random: Random): void {
  const kind = random();
  if (kind < 0.35) context.fillRect(x + wide * 0.22, top - wide * 0.25, wide * 0.56, wide * 0.26);
  else if (kind < 0.5) {
    const mast = wide * between(random, 0.5, 1.1);
    context.fillRect(x + wide / 2 - 0.8, top - mast, 1.6, mast);
    glow(context, x + wide / 2, top - mast, 5, '255, 60, 60', 0.95);
  }
}

function windows(
  context: Context,
  left: number,
  top: number,
  wide: number,
  tall: number,
  share: number,
  random: Random,
): void {
  const stepX = 3.6 + 2.6 * share;
  const stepY = 4.6 + 2.8 * share;
  const lit = between(random, 0.25, 0.75);
  const lamp = pick(random, lamps);
  for (let y = top + stepY; y < top + tall - 3; y += stepY) {
    // Whole floors are dark or at work.
    const floor = random() < 0.14 ? 0.95 : lit;
    for (let x = left + stepX * 0.7; x < left + wide - stepX * 0.8; x += stepX) {
      if (random() > floor) continue;
      const colour = random() < 0.85 ? lamp : pick(random, lamps);
      context.fillStyle = `rgba(${colour}, ${between(random, 0.4, 1) * (0.6 + 0.4 * share)})`;
      context.fillRect(x, y, stepX * 0.55, stepY * 0.52);
    }
  }
}

/** Street lamps along the shore and a few signs, glowing. */
function lights(context: Context, width: number, shore: number, random: Random): void {
  context.save();
  context.globalCompositeOperation = 'lighter';
  for (let lamp = 0; lamp < 26; lamp++) {
    glow(
      context,
      random() * width,
      shore - between(random, 1, 8),
      between(random, 5, 13),
      pick(random, lamps),
      0.8,
    );
  }
  for (let sign = 0; sign < 7; sign++) {
    const x = random() * width;
    const y = shore - between(random, 12, 90);
    const colour = pick(random, signs);
    glow(context, x, y, between(random, 14, 34), colour, 0.6);
    context.fillStyle = `rgba(${colour}, 0.9)`;
    context.fillRect(x - 2, y - between(random, 4, 10), 4, between(random, 8, 18));
  }
  context.restore();
}

/** What stands above the shore upside down, torn into waves and darkened. */
function mirror(context: Context, width: number, height: number, shore: number, random: Random): void {
  const depth = height - shore;
  const above = context.getImageData(
    0,
    Math.max(0, Math.floor(shore - depth * 2.4)),
    width,
    Math.ceil(depth * 2.4),
  );
  const scene = new OffscreenCanvas(above.width, above.height);
  scene.getContext('2d')?.putImageData(above, 0, 0);
  context.fillStyle = '#0a1120';
  context.fillRect(0, shore, width, depth);
  for (let row = 0; row < depth; row += 1.5) {
    const near = row / depth;
    const from = above.height - 1 - row * 2.35;
    const shift = Math.sin(row * 0.9) * (1 + 5 * near) + between(random, -1.5, 1.5) * (1 + 3 * near);
    context.globalAlpha = 0.9 - 0.4 * near;
    context.drawImage(scene, 0, Math.max(0, from), width, 1.5, shift, shore + row, width, 1.6);
  }
  context.globalAlpha = 1;
}
