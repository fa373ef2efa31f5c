import { argon2id } from 'hash-wasm';

/**
 * The master key: how it is stretched from a passphrase and what may be drawn from it (docs/method.md).
 * Only the key worker runs this; everything else in Keyveil sees filters and the key check.
 */

/** Design, section 3. Changing any of these changes every filter of everybody, so they go with `keyveil/v1/`. */
const argon2 = { iterations: 3, memorySize: 65_536, parallelism: 1, hashLength: 32 } as const;
const saltPrefix = 'keyveil/v1/';
const saltBytes = 16;

const utf8 = new TextEncoder();

/** The passphrase was empty. Carries nothing of what was typed. */
export class EmptyPassphraseError extends Error {
  override readonly name = 'EmptyPassphraseError';
  constructor() {
    super('The passphrase is empty.');
  }
}

/** Bytes as lower-case hexadecimal digits, two a byte. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

/** The dataset name as it enters the key: trimmed and NFC-normalised. */
export function normaliseDataset(name: string): string {
  return name.trim().normalize('NFC');
}

/**
 * The 32 bytes of the master key. Exported for the contract test; use {@link deriveMasterKey}, and overwrite these.
 *
 * @throws EmptyPassphraseError
 */
export async function stretch(passphrase: string, dataset: string): Promise<Uint8Array<ArrayBuffer>> {
  if (passphrase === '') throw new EmptyPassphraseError();
  const digest = await crypto.subtle.digest('SHA-256', utf8.encode(saltPrefix + normaliseDataset(dataset)));
  const password = utf8.encode(passphrase.normalize('NFC'));
  try {
    const stretched = await argon2id({
      ...argon2,
      password,
      salt: new Uint8Array(digest, 0, saltBytes),
      outputType: 'binary',
    });
    const master = new Uint8Array(stretched);
    stretched.fill(0);
    return master;
  } finally {
    // The string that it was made of cannot be overwritten, and neither can what hash-wasm keeps in its own memory:
    // that goes when the key worker ends.
    password.fill(0);
  }
}

/**
 * A master key that answers with seeds and nothing else. The browser holds the bytes, as a key that scripts cannot
 * read back (`extractable: false`), so neither a bug nor an injected script can send them anywhere.
 */
export class MasterKey {
  #key: CryptoKey | null;

  private constructor(key: CryptoKey) {
    this.#key = key;
  }

  /** Takes over 32 bytes and overwrites them with zeros. */
  static async take(bytes: Uint8Array<ArrayBuffer>): Promise<MasterKey> {
    try {
      return new MasterKey(
        await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
      );
    } finally {
      bytes.fill(0);
    }
  }

  /** HMAC-SHA-256 of the NFC-normalised message under the master key: 64 lower-case hex digits. */
  async seed(message: string): Promise<string> {
    if (this.#key === null) throw new Error('The master key was wiped.');
    const signature = await crypto.subtle.sign('HMAC', this.#key, utf8.encode(message.normalize('NFC')));
    const bytes = new Uint8Array(signature);
    const seed = hex(bytes);
    bytes.fill(0);
    return seed;
  }

  /** Lets go of the key. Seeds asked for afterwards are refused. */
  wipe(): void {
    this.#key = null;
  }
}

/**
 * Stretches a passphrase with Argon2id (64 MiB, about half a second). The dataset name is public and is the salt.
 *
 * @throws EmptyPassphraseError
 */
export async function deriveMasterKey(passphrase: string, dataset: string): Promise<MasterKey> {
  return MasterKey.take(await stretch(passphrase, dataset));
}

/** 16 hex digits that tell two keys apart and give neither away; they stand in the receipt. */
export async function keyCheck(master: MasterKey): Promise<string> {
  return (await master.seed('check')).slice(0, 16);
}
