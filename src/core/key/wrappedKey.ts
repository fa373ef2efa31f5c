import { type KeyFile, keyFileText, parseKeyFile } from './keyFile.ts';

/**
 * A key file under lock, so that it may lie on a disk: AES-256-GCM with a key that HKDF-SHA-256 (RFC 5869) makes of a secret
 * which only the person's passkey gives. Neither passphrase nor secret is in it.
 */
export interface WrappedKey {
  /** Public, and bound to what is sealed: under another name it does not open. */
  readonly dataset: string;
  /** 12 bytes, never used twice. */
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

const use = 'keyveil/passkey/v1';
const utf8 = new TextEncoder();

/** @param secret 32 bytes or more, that nobody can guess; overwrite them afterwards */
export async function wrapKey(file: KeyFile, secret: Uint8Array<ArrayBuffer>): Promise<WrappedKey> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = utf8.encode(keyFileText(file));
  try {
    const sealed = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: utf8.encode(file.dataset) },
      await wrappingKey(secret),
      plain,
    );
    return { dataset: file.dataset, iv, sealed: new Uint8Array(sealed) };
  } finally {
    plain.fill(0);
  }
}

/** The key file's content; null when the secret is another one, or what was sealed is damaged. */
export async function unwrapKey(
  { dataset, iv, sealed }: WrappedKey,
  secret: Uint8Array<ArrayBuffer>,
): Promise<KeyFile | null> {
  const key = await wrappingKey(secret);
  const opened = await crypto.subtle
    .decrypt({ name: 'AES-GCM', iv, additionalData: utf8.encode(dataset) }, key, sealed)
    .catch(() => null);
  if (opened === null) return null;
  const plain = new Uint8Array(opened);
  try {
    const parsed = parseKeyFile(new TextDecoder().decode(plain));
    return parsed.kind === 'read' ? parsed.value : null;
  } finally {
    plain.fill(0);
  }
}

async function wrappingKey(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8.encode(use) };
  return crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}
