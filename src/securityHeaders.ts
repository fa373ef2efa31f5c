/**
 * The policy of the page, and the headers that every host of Keyveil should send. The page carries the policy in a meta
 * tag as well, so it holds on hosts that send no headers, for workers too (`policy/scripts.ts`). What a header alone
 * can do is lost there; `docs/privacy.md` says what that is.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  // hash-wasm, the veil's kernels and the networks run in WebAssembly, which needs its own word; eval stays forbidden.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  // Workers are started from blobs, so that they inherit all this; the service worker cannot be.
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  // The app's own files: WebAssembly, and what the service worker puts by.
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  // No string becomes code but by the one policy of `policy/scripts.ts`.
  "require-trusted-types-for 'script'",
  'trusted-types keyveil',
].join('; ');

/**
 * Features of the browser that the page uses itself, and lets nobody else use. Sharing is not named: it is the page's
 * own by default, and browsers that cannot share complain of the name.
 */
const used = [
  'clipboard-write',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
];

/** Features that it has no use for: switched off, whatever a library might try. */
const unused = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

const permissionsPolicy = [...used.map(name => `${name}=(self)`), ...unused.map(name => `${name}=()`)];

/**
 * There is no Cross-Origin-Embedder-Policy. The page embeds nothing of other origins, so there is nothing to be kept out;
 * with one, libraries would start threads of their own that share memory, on some hosts and not on others.
 */
export const securityHeaders = {
  // frame-ancestors works in a header only.
  'Content-Security-Policy': `${contentSecurityPolicy}; frame-ancestors 'none'`,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': permissionsPolicy.join(', '),
};

/** What is in this folder has a digest of its content in its name, so it never changes. */
const forEver = 'public, max-age=31536000, immutable';

/**
 * The text of `public/_headers`, which Cloudflare Pages, Netlify and some other static hosts read. A test holds the
 * two equal; `npx vitest run tests/repository.test.ts -u` writes it anew.
 *
 * @forTests
 */
export function headersFile(): string {
  const lines = Object.entries(securityHeaders).map(([name, value]) => `  ${name}: ${value}`);
  // Everything else is asked for anew each time, so that an update arrives whole.
  return ['/*', ...lines, '', '/assets/*', `  Cache-Control: ${forEver}`, ''].join('\n');
}

/**
 * The text of `container/security-headers.conf`, which the container's nginx reads. Held equal and written anew as
 * {@link headersFile}.
 *
 * @forTests
 */
export function nginxHeaders(): string {
  return Object.entries(securityHeaders)
    .map(([name, value]) => `add_header ${name} "${value}" always;\n`)
    .join('');
}
