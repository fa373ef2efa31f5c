/** What `planes.wasm` offers; see `native/planes.c`. Numbers that stand for places are addresses in its memory. */
export interface PlanesExports {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(bytes: number): number;
  free(at: number): void;
  decode(file: number, bytes: number): number;
  turn(photo: number, orientation: number): number;
  shrink(photo: number, plane: number, columns: number, rows: number, cells: number): void;
  answer(cells: number, columns: number, rows: number, taps: number, smooth: number): void;
  protect(
    photo: number,
    plane: number,
    centre: number,
    veil: number,
    columns: number,
    rows: number,
    still: number,
    swing: number,
    cosines: number,
  ): void;
  encode(photo: number, quality: number, optimal: number): number;
  /** Where the bytes of the file lie that `encode` wrote. */
  file(): number;
  release(photo: number): void;
}

const nothing = (): number => 0;

/** A fresh instance, with memory of its own. What libjpeg-turbo gives up on throws an `Error`; the instance is no good then. */
export function openInstance(module: WebAssembly.Module): PlanesExports {
  const instance = new WebAssembly.Instance(module, {
    env: {
      fail: (at: number) => {
        throw new Error(`libjpeg-turbo: ${textAt(exports.memory, at)}`);
      },
      emscripten_notify_memory_growth: nothing,
    },
    // The C library's way to the outside, which nothing here takes.
    wasi_snapshot_preview1: {
      environ_sizes_get: nothing,
      environ_get: nothing,
      fd_close: nothing,
      fd_write: nothing,
      fd_seek: nothing,
    },
  });
  const exports = instance.exports as unknown as PlanesExports;
  exports._initialize();
  return exports;
}

function textAt({ buffer }: WebAssembly.Memory, at: number): string {
  const bytes = new Uint8Array(buffer, at);
  return new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0)));
}
