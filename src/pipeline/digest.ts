import { createSHA256, type IHasher } from 'hash-wasm';
import { hex } from '../core/key/key.ts';

/** Up to this size, in bytes, hashing here is faster than handing the bytes to the browser's own thread. */
const smallest = 16 * 1024;

let hasher: Promise<IHasher | null> | null = null;

/** Lower-case hex SHA-256. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (bytes.length <= smallest) {
    hasher ??= createSHA256().catch(() => null);
    const made = await hasher;
    // No await from here on: all callers share this hasher.
    if (made !== null) return made.init().update(bytes).digest('hex');
  }
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
