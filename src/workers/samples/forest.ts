import { between, type Context, fillDown, fillRidge, glow, pick, type Random, ridge } from './brush.ts';
import { mix } from './sunset.ts';

interface Palette {
  readonly sky: readonly [string, string];
  readonly far: string;
  readonly near: string;
  /** `r, g, b` */
  readonly light: string;
}

const palettes: readonly [Palette, ...Palette[]] = [
  { sky: ['#b9cfd3', '#eef0df'], far: '#a9c0b6', near: '#14291f', light: '255, 250, 220' },
  { sky: ['#9fb9c4', '#e4e6dc'], far: '#93aeb4', near: '#10262a', light: '240, 248, 255' },
  { sky: ['#e2cfa0', '#fbf0cf'], far: '#c3bd83', near: '#22301a', light: '255, 236, 170' },
  { sky: ['#c7b3ae', '#f3dccb'], far: '#b59d8f', near: '#2b2420', light: '255, 220, 180' },
  { sky: ['#8fb4c9', '#d9ecec'], far: '#84ab98', near: '#0f3224', light: '255, 255, 240' },
];

/** Conifers on misty slopes, one behind the other. */
export function forest(context: Context, width: number, height: number, random: Random): void {
  const palette = pick(random, palettes);
  const sunX = width * between(random, 0.1, 0.9);
  const sunY = height * between(random, 0.05, 0.3);
  fillDown(context, width, 0, height, palette.sky);
  glow(context, sunX, sunY, width * 0.6, palette.light, 0.9);

  const layers = 4 + Math.floor(random() * 3);
  const top = height * between(random, 0.3, 0.46);
  for (let layer = 0; layer < layers; layer++) {
    const depth = (layer + 1) / layers;
    const base = top + (height * 1.12 - top) * depth ** 1.25;
    const line = ridge(random, width, height * between(random, 0.03, 0.075));
    const colour = mix(palette.far, palette.near, depth ** 1.15);
    const mist = context.createLinearGradient(0, base - height * 0.1, 0, base + height * 0.3);
    mist.addColorStop(0, colour);
    mist.addColorStop(1, mix(palette.far, palette.near, Math.max(0, depth ** 1.15 - 0.34)));
    const size = height * (0.05 + 0.3 * depth * depth);
    const trees = Math.round((width / size) * between(random, 4.2, 5.6));
    context.fillStyle = colour;
    for (let tree = 0; tree < trees; tree++) {
      const x = (width * (tree + between(random, -0.6, 1.6))) / trees;
      conifer(context, x, base - line(x) + size * 0.1, size * between(random, 0.5, 1.1), random);
    }
    fillRidge(context, width, height, base, line, mist);
    if (layer < layers - 1) fog(context, width, base, height, palette.light, random);
  }
  rays(context, sunX, sunY, width, height, palette.light, random);
}

function conifer(context: Context, x: number, foot: number, size: number, random: Random): void {
  const tiers = 7;
  const half = size * between(random, 0.15, 0.21);
  const lean = between(random, -0.02, 0.02) * size;
  context.beginPath();
  context.moveTo(x + lean, foot - size);
  const edge = (tier: number, side: number) => {
    const down = (tier + 1) / tiers;
    const y = foot - size + size * down;
    const reach = half * down * between(random, 0.8, 1.15);
    context.lineTo(x + side * reach, y);
    context.lineTo(x + side * reach * 0.45, y - size * 0.035);
  };
  for (let tier = 0; tier < tiers; tier++) edge(tier, 1);
  context.lineTo(x, foot);
  // The other side from below: mirrored, each branch drawn on its own.
  for (let tier = tiers - 1; tier >= 0; tier--) {
    const down = (tier + 1) / tiers;
    const y = foot - size + size * down;
    const reach = half * down * between(random, 0.8, 1.15);
    context.lineTo(x - reach * 0.45, y - size * 0.035);
    context.lineTo(x - reach, y);
    context.lineTo(x - reach * 0.4, y - (size / tiers) * 0.85);
  }
  context.closePath();
  context.fill();
}

function fog(
  context: Context,
  width: number,
  base: number,
  height: number,
  light: string,
  random: Random,
): void {
  for (let bank = 0; bank < 5; bank++) {
    context.save();
    context.translate(random() * width, base + height * between(random, -0.02, 0.07));
    context.scale(3.4, 0.55);
    glow(context, 0, 0, height * between(random, 0.12, 0.22), light, between(random, 0.15, 0.4));
    context.restore();
  }
}

function rays(
  context: Context,
  x: number,
  y: number,
  width: number,
  height: number,
  light: string,
  random: Random,
): void {
  context.save();
  context.globalCompositeOperation = 'soft-light';
  context.translate(x, y);
  for (let ray = 0; ray < 9; ray++) {
    context.save();
    context.rotate(between(random, -1.1, 1.1));
    const fade = context.createLinearGradient(0, 0, 0, height);
    fade.addColorStop(0, `rgba(${light}, 0.5)`);
    fade.addColorStop(1, `rgba(${light}, 0)`);
    context.fillStyle = fade;
    context.beginPath();
    context.moveTo(0, 0);
    const spread = width * between(random, 0.02, 0.07);
    context.lineTo(-spread, height);
    context.lineTo(spread, height);
    context.fill();
    context.restore();
  }
  context.restore();
}
