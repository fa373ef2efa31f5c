/**
 * An ICC profile (version 4.4) of sRGB, 400 bytes or so: for encoders that tag nothing. Colorants are those of
 * IEC 61966-2-1 adapted to D50, the curve is its formula.
 */
export function srgbProfile(): Uint8Array<ArrayBuffer> {
  const tags: readonly (readonly [string, readonly number[]])[] = [
    ['desc', text('sRGB')],
    ['cprt', text('Public domain')],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['chad', adaptation],
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const contents: number[] = [];
  const table: number[] = [];
  const contentsAt = 128 + 4 + 12 * tags.length;
  const places = new Map<readonly number[], number>();
  for (const [name, content] of tags) {
    // The three curves are one.
    const at = places.get(content) ?? contentsAt + contents.length;
    if (!places.has(content)) contents.push(...content, ...zeros((4 - (content.length % 4)) % 4));
    places.set(content, at);
    table.push(...letters(name), ...number32(at), ...number32(content.length));
  }
  const size = contentsAt + contents.length;
  return Uint8Array.from([...header(size), ...number32(tags.length), ...table, ...contents]);
}

function header(size: number): readonly number[] {
  return [
    ...number32(size),
    ...zeros(4),
    ...[4, 0x40, 0, 0],
    ...letters('mntrRGB XYZ '),
    // Made on 1 January 2024, at midnight.
    ...[7, 232, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0],
    ...letters('acsp'),
    ...zeros(28),
    ...[0.9642, 1, 0.8249].flatMap(fixed),
    ...zeros(48),
  ];
}

/** parametricCurveType 3: (a·x + b)^g from d on, c·x below; in the order g, a, b, c, d. */
const curve: readonly number[] = [
  ...letters('para'),
  ...zeros(4),
  ...[0, 3, 0, 0],
  ...[2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].flatMap(fixed),
];

/** From D65 to D50 (Bradford). */
const adaptation: readonly number[] = [
  ...letters('sf32'),
  ...zeros(4),
  ...[1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168].flatMap(fixed),
];

/** multiLocalizedUnicodeType with one record, English. */
function text(words: string): readonly number[] {
  const utf16 = [...words].flatMap(character => [0, character.charCodeAt(0)]);
  return [
    ...letters('mluc'),
    ...zeros(4),
    ...number32(1),
    ...number32(12),
    ...letters('enUS'),
    ...number32(utf16.length),
    ...number32(28),
    ...utf16,
  ];
}

function xyz(x: number, y: number, z: number): readonly number[] {
  return [...letters('XYZ '), ...zeros(4), ...[x, y, z].flatMap(fixed)];
}

function letters(word: string): readonly number[] {
  return [...word].map(character => character.charCodeAt(0));
}

function zeros(count: number): readonly number[] {
  return new Array<number>(count).fill(0);
}

function number32(value: number): readonly number[] {
  return [24, 16, 8, 0].map(shift => (value >>> shift) & 255);
}

/** s15Fixed16Number */
function fixed(value: number): readonly number[] {
  return number32(Math.round(value * 65_536));
}
