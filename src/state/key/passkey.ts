import type { KeyFile } from '../../core/key/keyFile.ts';
import { unwrapKey, wrapKey } from '../../core/key/wrappedKey.ts';
import { dropKey, type StoredKey, storedKeys, storeKey } from '../../storage/wrappedKeys.ts';

/**
 * The key, locked on this device by a passkey: Web Authentication (W3C, level 3) with its PRF extension, which gives a secret that
 * only this passkey can give, after the person showed that they are there. The page keeps what that secret sealed, and never the secret.
 */

type Kept = { readonly kind: 'kept' } | Refused;
type Opened = { readonly kind: 'opened'; readonly file: KeyFile } | Refused;
/** `cancelled`: by the person, or they took too long. `cannot`: this passkey gives no secret, or another one than before. */
type Refused = { readonly kind: 'cancelled' | 'cannot' };

const relyingParty = 'Keyveil';
/** Of what may be signed with, in the order of what is liked better: ES256, RS256. Nothing is ever signed. */
const algorithms = [-7, -257];

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

/** Whether this browser, on this host, can lock a key so; a host without a name (127.0.0.1) has no passkeys. */
export async function passkeysWork(): Promise<boolean> {
  if (!globalThis.isSecureContext || typeof PublicKeyCredential === 'undefined') return false;
  if (/^[\d.]+$|:/.test(location.hostname)) return false;
  const told = await PublicKeyCredential.getClientCapabilities?.().catch(() => null);
  if (told) return told['extension:prf'] === true;
  return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false);
}

/** Makes a passkey, and keeps the key locked by it in place of what was kept under the same dataset name. */
export async function keepWithPasskey(file: KeyFile): Promise<Kept> {
  const salt = random(32);
  const made = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        rp: { name: relyingParty },
        user: { id: random(16), name: file.dataset, displayName: file.dataset },
        challenge: random(32),
        pubKeyCredParams: algorithms.map(alg => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  if (!made) return { kind: 'cancelled' };
  const credential = new Uint8Array(made.rawId);
  // Some passkeys tell their secret when they are made, others when they are asked the first time.
  const secret = secretOf(made) ?? (await secretFrom(credential, salt));
  if (secret === null) return { kind: 'cannot' };
  try {
    await storeKey({ ...(await wrapKey(file, secret)), credential, salt });
    return { kind: 'kept' };
  } finally {
    secret.fill(0);
  }
}

/** Names of the sets whose keys are locked on this device; none where nothing can be read. */
export async function lockedKeys(): Promise<readonly string[]> {
  return (await storedKeys().catch(() => [])).map(({ dataset }) => dataset);
}

/** Asks for the passkey and opens the key that it locks. Rejects where the browser cannot be asked. */
export async function openWithPasskey(dataset: string): Promise<Opened> {
  const stored = (await storedKeys()).find(each => each.dataset === dataset);
  if (stored === undefined) return { kind: 'cannot' };
  const secret = await secretFrom(stored.credential, stored.salt);
  if (secret === null) return { kind: 'cancelled' };
  try {
    const file = await unwrapKey(stored, secret);
    return file ? { kind: 'opened', file } : { kind: 'cannot' };
  } finally {
    secret.fill(0);
  }
}

/** Forgets the locked key. The passkey itself is the browser's, and stays until it is removed there. */
export async function forgetLockedKey(dataset: string): Promise<void> {
  await dropKey(dataset);
}

async function secretFrom(
  credential: StoredKey['credential'],
  salt: StoredKey['salt'],
): Promise<Uint8Array<ArrayBuffer> | null> {
  const got = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: random(32),
        allowCredentials: [{ type: 'public-key', id: credential }],
        userVerification: 'required',
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  return got && secretOf(got);
}

function secretOf(credential: PublicKeyCredential): Uint8Array<ArrayBuffer> | null {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (first === undefined) return null;
  return first instanceof ArrayBuffer
    ? new Uint8Array(first)
    : Uint8Array.from(new Uint8Array(first.buffer, first.byteOffset, first.byteLength));
}

/** Null when the person said no, took too long, or there is no passkey to ask. */
async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential | null> {
  try {
    return (await ask()) as PublicKeyCredential | null;
  } catch (error) {
    const expected = [
      'NotAllowedError',
      'AbortError',
      'InvalidStateError',
      'NotSupportedError',
      'SecurityError',
    ];
    if (error instanceof DOMException && expected.includes(error.name)) return null;
    throw error;
  }
}
