/**
 * The headers that every host of Keyveil should send. The page carries the same policy in a meta tag; workers that
 * are loaded from the network take theirs from these headers alone.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  // hash-wasm stretches the key in WebAssembly, which needs its own word; plain eval stays forbidden.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

export const securityHeaders = {
  // frame-ancestors works in a header only.
  'Content-Security-Policy': `${contentSecurityPolicy}; frame-ancestors 'none'`,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
};
