/**
 * Whether this thread can read an address that the policy forbids (`connect-src 'self'`). A `data:` address is one: what
 * it holds stands in itself, so nothing is sent, whatever comes of it.
 */
export async function breaksOut(): Promise<boolean> {
  return fetch('data:text/plain,keyveil').then(
    () => true,
    () => false,
  );
}
