import type { Pixels, Region, Treatment } from '../engine.ts';
import { wholeOf } from '../regions.ts';
import { type AxisTable, cellTable, positionTable, smallSize } from './axis.ts';
import type { GpuImage, WebglDevice } from './device.ts';
import { type FieldTables, fieldTables } from './fieldTables.ts';
import {
  addField,
  averageAcross,
  averageDown,
  compose,
  convolve,
  greatest,
  greatestBlock,
  scaleToBytes,
  sideTaps,
  smoothCells,
} from './programs.ts';
import type { SmallCopy, SmallSize } from './smallCopy.ts';

/** The steps of all methods (docs/method.md) on the GPU. All are synchronous; the caller frees the images. */

/** A veil of either version. */
export type Veil = Extract<Treatment, { method: 'veil' | 'cast' }> & { readonly veilSize: number };
/** A cast, with a veil or without. */
export type Cast = Extract<Treatment, { method: 'cast' }>;
export type Cuda = Extract<Treatment, { method: 'cuda' }>;

/** Whether a treatment lays a veil. */
export function isVeil(treatment: Treatment): treatment is Veil {
  return treatment.method !== 'cuda' && treatment.veilSize !== null;
}

/** Where protected pixels go. */
export interface Target {
  readonly result: Pixels;
  /** The place of the part's top left pixel in it. */
  readonly at: { readonly x: number; readonly y: number };
}

/** Some cells of the small copy on the GPU, the first of which is `column`, `row` of the whole. */
interface Cells {
  readonly image: GpuImage;
  readonly column: number;
  readonly row: number;
}

/** Cells that a side tap reaches over. */
const reach = 2;
const corner = { x: 0, y: 0 };

/** A veil for a photo that fits into one texture: uploaded once, nothing read back but the result. */
export function veilWhole(device: WebglDevice, photo: Pixels, treatment: Veil, result: Pixels): void {
  const whole = wholeOf(photo);
  const source = device.upload(photo, whole, 0);
  const size = smallSize(photo.width, photo.height, treatment.veilSize);
  const average = averaged(device, source, photo, whole, size);
  const cells = treatment.method === 'cast' ? smoothed(device, average) : average;
  const positions = positionsOf(photo, whole, size);
  layVeil(device, source, cells, positions, treatment, fieldTables(photo, whole, treatment), {
    result,
    at: corner,
  });
}

/** A veil for a part of a photo, with the small copy of the whole: smoothed already where the method wants it so. */
export function veilPart(
  device: WebglDevice,
  photo: Pixels,
  part: Region,
  treatment: Veil,
  small: SmallCopy,
  target: Target,
): void {
  const source = device.upload(photo, part, 0);
  const positions = positionsOf(photo, part, small);
  const cells = uploadedCells(device, small, positions);
  layVeil(device, source, cells, positions, treatment, fieldTables(photo, part, treatment), target);
}

/** A cast without a veil, for a part of a photo or the whole. */
export function castPart(
  device: WebglDevice,
  photo: Pixels,
  part: Region,
  treatment: Cast,
  target: Target,
): void {
  const source = device.upload(photo, part, 0);
  const tables = fieldTables(photo, part, treatment);
  const columns = new Float32Array(part.width * 4);
  tables.cosines.forEach((cosine, x) => {
    columns[x * 4 + 3] = cosine;
  });
  const columnTable = device.uploadFloats(part.width, 1, columns);
  const field = device.uploadFloats(part.height, 2, tables.rows);
  const bytes = device.run(addField, [source, columnTable, field], [], part.width, part.height);
  device.readInto(bytes, target.result, target.at);
}

/** Adds what the part gives to the small copy. Once every part of a photo is in, the copy is complete. */
export function addToSmallCopy(device: WebglDevice, photo: Pixels, part: Region, small: SmallCopy): void {
  const source = device.upload(photo, part, 0);
  const { image, column, row } = averaged(device, source, photo, part, small);
  const values = device.readFloats(image);
  const line = image.width * 4;
  for (let y = 0; y < image.height; y++) {
    const to = ((row + y) * small.columns + column) * 4;
    for (let index = 0; index < line; index++) {
      small.values[to + index] = (small.values[to + index] ?? 0) + (values[y * line + index] ?? 0);
    }
  }
}

/** `cuda` for a photo that fits into one texture: convolved once. Gives its peak, 0 to 255 · the sum of weights. */
export function cudaWhole(device: WebglDevice, photo: Pixels, treatment: Cuda, result: Pixels): number {
  const filtered = convolved(device, photo, wholeOf(photo), treatment);
  const peak = peakOf(device, filtered);
  scaleInto(device, filtered, peak, { result, at: corner });
  return peak;
}

/** `cuda`: the greatest filtered value in a part. */
export function cudaPeak(device: WebglDevice, photo: Pixels, part: Region, treatment: Cuda): number {
  return peakOf(device, convolved(device, photo, part, treatment));
}

/** `cuda` for a part of a photo, with the peak of the whole. */
export function cudaPart(
  device: WebglDevice,
  photo: Pixels,
  part: Region,
  treatment: Cuda,
  peak: number,
  target: Target,
): void {
  scaleInto(device, convolved(device, photo, part, treatment), peak, target);
}

function averaged(
  device: WebglDevice,
  source: GpuImage,
  photo: Pixels,
  part: Region,
  size: SmallSize,
): Cells {
  const down = cellTable(photo.height, size.rows, part.y, part.height);
  const downTable = device.uploadFloats(down.count, 1, down.values);
  const bands = device.run(
    averageDown,
    [source, downTable],
    [[size.rows / photo.height]],
    part.width,
    down.count,
  );
  const across = cellTable(photo.width, size.columns, part.x, part.width);
  const acrossTable = device.uploadFloats(across.count, 1, across.values);
  const share = [[size.columns / photo.width]];
  const image = device.run(averageAcross, [bands, acrossTable], share, across.count, down.count);
  device.release(bands);
  return { image, column: across.first, row: down.first };
}

function smoothed(device: WebglDevice, cells: Cells): Cells {
  const { width, height } = cells.image;
  const image = device.run(smoothCells, [cells.image], [], width, height);
  device.release(cells.image);
  return { ...cells, image };
}

/** Between which cells each column and row of a part lies. */
interface Positions {
  readonly across: AxisTable;
  readonly down: AxisTable;
}

function positionsOf(photo: Pixels, part: Region, size: SmallSize): Positions {
  return {
    across: positionTable(photo.width, size.columns, part.x, part.width),
    down: positionTable(photo.height, size.rows, part.y, part.height),
  };
}

/** Only the cells that are asked for, and those that their taps reach. */
function uploadedCells(device: WebglDevice, small: SmallCopy, { across, down }: Positions): Cells {
  const column = Math.max(0, across.first - reach);
  const row = Math.max(0, down.first - reach);
  const columns = Math.min(small.columns, across.first + across.count + reach) - column;
  const rows = Math.min(small.rows, down.first + down.count + reach) - row;
  const values = new Float32Array(columns * rows * 4);
  for (let y = 0; y < rows; y++) {
    const from = ((row + y) * small.columns + column) * 4;
    values.set(small.values.subarray(from, from + columns * 4), y * columns * 4);
  }
  return { image: device.uploadFloats(columns, rows, values), column, row };
}

function layVeil(
  device: WebglDevice,
  source: GpuImage,
  cells: Cells,
  { across, down }: Positions,
  { filter: { weights } }: Veil,
  field: FieldTables,
  target: Target,
): void {
  const taps = [...weights.slice(0, 4), 0, ...weights.slice(5), 0, 0, 0];
  const veil = device.run(sideTaps, [cells.image], [taps], cells.image.width, cells.image.height);
  const { width, height } = source;
  const columnNumbers = counted(across, cells.column);
  field.cosines.forEach((cosine, x) => {
    columnNumbers[x * 4 + 3] = cosine;
  });
  const columns = device.uploadFloats(width, 1, columnNumbers);
  const rows = device.uploadFloats(height, 1, counted(down, cells.row));
  const fieldRows = device.uploadFloats(height, 2, field.rows);
  const inputs = [source, veil, columns, rows, fieldRows];
  const bytes = device.run(compose, inputs, [[weights[4] ?? 0]], width, height);
  device.readInto(bytes, target.result, target.at);
}

/** A position table whose cells are counted from another one than its first. */
function counted(table: AxisTable, from: number): Float32Array<ArrayBuffer> {
  return table.values.map((value, index) => (index % 4 < 2 ? value + table.first - from : value));
}

function convolved(device: WebglDevice, photo: Pixels, part: Region, { filter }: Cuda): GpuImage {
  const source = device.upload(photo, part, filter.size >> 1);
  const spare = Array.from({ length: (4 - (filter.weights.length % 4)) % 4 }, () => 0);
  const taps = [...filter.weights, ...spare];
  const filtered = device.run(convolve(filter.size), [source], [taps], part.width, part.height);
  device.release(source);
  return filtered;
}

function peakOf(device: WebglDevice, filtered: GpuImage): number {
  let values = filtered;
  do {
    const width = Math.ceil(values.width / greatestBlock);
    const height = Math.ceil(values.height / greatestBlock);
    values = device.run(greatest, [values], [], width, height);
  } while (values.width > 1 || values.height > 1);
  return (device.readFloats(values)[0] ?? 0) * 255;
}

function scaleInto(device: WebglDevice, filtered: GpuImage, peak: number, { result, at }: Target): void {
  // A black photo stays as it is.
  const scale = peak > 0 ? 255 / peak : 0;
  const bytes = device.run(scaleToBytes, [filtered], [[scale]], filtered.width, filtered.height);
  device.readInto(bytes, result, at);
}
