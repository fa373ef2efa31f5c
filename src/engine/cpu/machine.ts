import { kernelBytes } from './kernelBytes.ts';
import type { Steps } from './steps.ts';

/** What `wasm/kernels.ts` exports; its files say what each function does. All arguments are whole unless named share or scale. */
export interface KernelExports {
  readonly memory: WebAssembly.Memory;
  addRows(rows: number, count: number, width: number, sums: number): void;
  takeCells(sums: number, width: number, start: number, share: number, columns: number, totals: number): void;
  finishCells(
    band: number,
    above: number,
    below: number,
    shareAbove: number,
    shareBelow: number,
    scale: number,
    columns: number,
    out: number,
  ): void;
  correlateRow(up: number, mid: number, low: number, weights: number, count: number, out: number): void;
  smoothRow(up: number, mid: number, low: number, count: number, out: number): void;
  lineBetween(
    upper: number,
    lower: number,
    share: number,
    nodes: number,
    cosines: number,
    row: number,
    out: number,
  ): void;
  layField(row: number, width: number, cosines: number, numbers: number, out: number): void;
  layRow(
    row: number,
    width: number,
    places: number,
    shares: number,
    line: number,
    centre: number,
    out: number,
  ): void;
  blockRow(rows: number, count: number, width: number, out: number): void;
  pairRows(upper: number, lower: number, count: number, red: number, green: number, blue: number): void;
  filterRow(
    pairs: number,
    pairCount: number,
    channel: number,
    weights: number,
    size: number,
    count: number,
    sums: number,
  ): void;
  finishRow(
    red: number,
    green: number,
    blue: number,
    row: number,
    scale: number,
    count: number,
    out: number,
  ): void;
  greatestSums(sums: number, count: number, greatest: number): void;
}

/** Bytes that kernels may touch beyond the end of a buffer. */
const slack = 128;

/**
 * One instance of the kernels with memory of its own. A pass takes a machine for itself and lays out the memory
 * anew; nothing in it outlives the pass.
 */
export class Machine {
  readonly run: KernelExports;
  #next = slack;
  #u32 = new Uint32Array(0);
  #f32 = new Float32Array(0);
  #i16 = new Int16Array(0);

  constructor(module: WebAssembly.Module) {
    this.run = new WebAssembly.Instance(module).exports as unknown as KernelExports;
  }

  /** The memory as 32-bit words. Ask again after `take`. */
  get u32(): Uint32Array {
    return this.#u32;
  }

  get f32(): Float32Array {
    return this.#f32;
  }

  get i16(): Int16Array {
    return this.#i16;
  }

  get bytes(): number {
    return this.run.memory.buffer.byteLength;
  }

  /** Forgets all buffers. */
  clear(): void {
    this.#next = slack;
  }

  /** The address of a new buffer, a multiple of 16; it holds what was there before. */
  take(bytes: number): number {
    const address = this.#next;
    this.#next = (address + bytes + slack + 15) & ~15;
    const { memory } = this.run;
    const missing = this.#next - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / 65536));
    if (this.#u32.buffer !== memory.buffer) {
      this.#u32 = new Uint32Array(memory.buffer);
      this.#f32 = new Float32Array(memory.buffer);
      this.#i16 = new Int16Array(memory.buffer);
    }
    return address;
  }

  /** As `take`, all zero. */
  takeZeros(bytes: number): number {
    const address = this.take(bytes);
    this.#u32.fill(0, address / 4, (address + bytes + slack) / 4);
    return address;
  }
}

/** Memory that an idle machine may keep. A 12-megapixel photo needs about 1 MiB. */
const keptBytes = 16 * 2 ** 20;

/** Lends machines out, one to each pass at a time, and keeps one for the next. */
export class Machines {
  readonly #module: WebAssembly.Module;
  #idle: Machine | null = null;

  /** Null where WebAssembly or its vectors are missing or forbidden. */
  static create(): Machines | null {
    try {
      const bytes = Uint8Array.from(atob(kernelBytes), character => character.charCodeAt(0));
      return new Machines(new WebAssembly.Module(bytes));
    } catch {
      return null;
    }
  }

  private constructor(module: WebAssembly.Module) {
    this.#module = module;
  }

  /**
   * Runs a pass with a machine of its own. A pass that is never finished keeps its machine, and both are collected; one
   * that an extraordinary photo has made large is let go, too.
   */
  *use<T>(pass: (machine: Machine) => Steps<T>): Steps<T> {
    const machine = this.#idle ?? new Machine(this.#module);
    this.#idle = null;
    machine.clear();
    const result = yield* pass(machine);
    if (machine.bytes <= keptBytes) this.#idle = machine;
    return result;
  }
}
