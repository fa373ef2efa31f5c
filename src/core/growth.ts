import type { SourceType } from './settings.ts';

/** How much larger photos become, told from a few that were made for trial. */

export interface WeighedPhoto {
  readonly bytes: number;
  readonly type: SourceType;
  /** In pixels; 0 where the header could not be read. */
  readonly width: number;
  readonly height: number;
}

export interface Tried {
  readonly type: SourceType;
  /** In bytes, as given and as it came out. */
  readonly before: number;
  readonly after: number;
}

/** Photos of each kind that are tried, and of all kinds. */
const ofKind = 2;
const inAll = 4;
/** In pixels: one photo must not keep what is looked at waiting for long. */
const largest = 30_000_000;

/** Those to try, by index: some of each kind, the kinds that weigh most first, spread over the photos. */
export function toTry(photos: readonly WeighedPhoto[]): readonly number[] {
  const kinds = new Map<SourceType, number[]>();
  photos.forEach(({ type, width, height }, index) => {
    const pixels = width * height;
    if (pixels > 0 && pixels <= largest) kinds.set(type, [...(kinds.get(type) ?? []), index]);
  });
  const weight = (indices: readonly number[]) =>
    indices.reduce((sum, index) => sum + (photos[index]?.bytes ?? 0), 0);
  return [...kinds.values()]
    .sort((a, b) => weight(b) - weight(a))
    .flatMap(indices => {
      const count = Math.min(kinds.size === 1 ? inAll : ofKind, indices.length);
      return Array.from(
        { length: count },
        (_, i) => indices[Math.floor(((i + 0.5) * indices.length) / count)] ?? 0,
      );
    })
    .slice(0, inAll);
}

/** Bytes that all photos will take, by the ratio of their kind, or of all kinds where none of it was tried; null without any. */
export function expectedBytes(photos: readonly WeighedPhoto[], tried: readonly Tried[]): number | null {
  const ratio = (some: readonly Tried[]) => {
    const before = some.reduce((sum, one) => sum + one.before, 0);
    return before > 0 ? some.reduce((sum, one) => sum + one.after, 0) / before : null;
  };
  const overall = ratio(tried);
  if (overall === null) return null;
  const byKind = new Map(
    tried.map(({ type }) => [type, ratio(tried.filter(one => one.type === type)) ?? overall]),
  );
  return photos.reduce((sum, { bytes, type }) => sum + bytes * (byKind.get(type) ?? overall), 0);
}
