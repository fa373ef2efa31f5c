/** A file that is read in places, wherever what counts may stand in it. */
export interface Source {
  /** In bytes. */
  readonly size: number;
  /** Lower-case or not; empty where it has none. */
  readonly name: string;
  /** Bytes of a range, fewer at the end. Rejects as reading a file does. */
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
}

export function sourceOfFile(file: Blob): Source {
  return {
    size: file.size,
    name: file instanceof File ? file.name : '',
    read: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
  };
}

/** Gives views, not copies. */
export function sourceOfBytes(bytes: Uint8Array<ArrayBuffer>, name: string): Source {
  return { size: bytes.length, name, read: async (from, to) => bytes.subarray(from, to) };
}
