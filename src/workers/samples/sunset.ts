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

interface Palette {
  /** From zenith to horizon. */
  readonly sky: readonly [string, string, string, string];
  /** `r, g, b` */
  readonly light: string;
  readonly cloud: string;
  readonly land: readonly [string, string];
}

const palettes: readonly [Palette, ...Palette[]] = [
  {
    sky: ['#2b3a67', '#8c5a86', '#ee8a5d', '#ffd27d'],
    light: '255, 226, 160',
    cloud: '255, 158, 128',
    land: ['#5d4060', '#1d1626'],
  },
  {
    sky: ['#1b2a52', '#544684', '#d4627a', '#ffb27a'],
    light: '255, 206, 150',
    cloud: '226, 122, 140',
    land: ['#473459', '#150f22'],
  },
  {
    sky: ['#4f7fae', '#a9bcc6', '#f6d29a', '#ffb765'],
    light: '255, 240, 190',
    cloud: '255, 214, 170',
    land: ['#7d6a5e', '#2c2420'],
  },
  {
    sky: ['#3a1f47', '#8f2f52', '#e65a3f', '#ffc04d'],
    light: '255, 214, 120',
    cloud: '240, 110, 90',
    land: ['#54203a', '#160a14'],
  },
  {
    sky: ['#26495c', '#6f8a91', '#e7b48f', '#f7d9b0'],
    light: '255, 236, 205',
    cloud: '240, 200, 185',
    land: ['#4d5a62', '#1a2429'],
  },
];

/** The sun low over the sea or over hills. */
export function sunset(context: Context, width: number, height: number, random: Random): void {
  const palette = pick(random, palettes);
  const horizon = height * between(random, 0.56, 0.74);
  const sunX = width * between(random, 0.2, 0.8);
  const sunY = horizon - height * between(random, 0.03, 0.17);
  const overSea = random() < 0.6;

  fillDown(context, width, 0, horizon, palette.sky);
  glow(context, sunX, sunY, width * 0.62, palette.light, 0.75);
  const banks = 2 + Math.floor(random() * 5);
  for (let bank = 0; bank < banks; bank++) {
    const y = horizon * between(random, 0.12, 0.8);
    const size = between(random, 0.25, 0.8) * width;
    cloud(context, random() * width, y, size, size * between(random, 0.05, 0.1), palette.cloud, random);
  }
  const radius = height * between(random, 0.035, 0.07);
  glow(context, sunX, sunY, radius * 3, palette.light, 0.95);
  context.fillStyle = `rgba(${palette.light}, 0.98)`;
  context.beginPath();
  context.arc(sunX, sunY, radius, 0, 2 * Math.PI);
  context.fill();

  if (overSea) sea(context, width, height, horizon, sunX, palette, random);
  else hills(context, width, height, horizon, palette, random);
  birds(context, width, horizon, random);
}

function sea(
  context: Context,
  width: number,
  height: number,
  horizon: number,
  sunX: number,
  palette: Palette,
  random: Random,
): void {
  fillDown(context, width, horizon, height, [palette.sky[2], palette.land[0], palette.land[1]]);
  fillRidge(
    context,
    width,
    horizon + 1,
    horizon,
    shoreOf(ridge(random, width, height * 0.05)),
    palette.land[0],
  );
  for (let stroke = 0; stroke < 900; stroke++) {
    const depth = random() ** 1.6;
    const y = horizon + 2 + depth * (height - horizon);
    const spread = width * (0.03 + 0.16 * depth);
    const inPath = random() < 0.62;
    const x = inPath ? sunX + (random() + random() + random() - 1.5) * spread : random() * width;
    context.fillStyle = inPath
      ? `rgba(${palette.light}, ${between(random, 0.12, 0.6)})`
      : random() < 0.5
        ? `rgba(${palette.cloud}, 0.1)`
        : 'rgba(20, 16, 40, 0.12)';
    context.fillRect(x, y, between(random, 4, 30) * (0.35 + depth), 0.7 + 1.8 * depth);
  }
}

/** Land only where the ridge rises above the horizon. */
function shoreOf(line: (x: number) => number): (x: number) => number {
  return x => Math.max(0, line(x));
}

function hills(
  context: Context,
  width: number,
  height: number,
  horizon: number,
  palette: Palette,
  random: Random,
): void {
  // Haze in the valleys, where the first ridge does not reach the horizon.
  fillDown(context, width, horizon, height, [palette.sky[3], palette.sky[2], palette.land[0]]);
  const layers = 3 + Math.floor(random() * 3);
  for (let layer = 0; layer < layers; layer++) {
    const base = horizon + ((height - horizon) * layer) / layers;
    const fill = context.createLinearGradient(0, base - height * 0.12, 0, height);
    fill.addColorStop(0, mix(palette.sky[2], palette.land[1], (layer + 1) / (layers + 0.4)));
    fill.addColorStop(1, palette.land[1]);
    fillRidge(context, width, height, base, ridge(random, width, height * 0.075), fill);
  }
}

/** Between two `#rrggbb` colours. */
export function mix(from: string, to: string, share: number): string {
  const channel = (colour: string, index: number) =>
    Number.parseInt(colour.slice(1 + 2 * index, 3 + 2 * index), 16);
  const mixed = [0, 1, 2].map(index =>
    Math.round(channel(from, index) * (1 - share) + channel(to, index) * share),
  );
  return `rgb(${mixed.join(', ')})`;
}

function birds(context: Context, width: number, horizon: number, random: Random): void {
  const count = Math.floor(random() * 7);
  const x = width * between(random, 0.15, 0.8);
  const y = horizon * between(random, 0.25, 0.6);
  context.strokeStyle = 'rgba(30, 18, 36, 0.75)';
  context.lineWidth = 1.3;
  for (let bird = 0; bird < count; bird++) {
    const left = x + between(random, -60, 60);
    const top = y + between(random, -24, 24);
    const wing = between(random, 4, 8);
    context.beginPath();
    context.moveTo(left - wing, top - wing * 0.35);
    context.quadraticCurveTo(left - wing * 0.3, top - wing * 0.5, left, top);
    context.quadraticCurveTo(left + wing * 0.3, top - wing * 0.5, left + wing, top - wing * 0.35);
    context.stroke();
  }
}
