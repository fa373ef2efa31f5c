import { pageConfig } from '../../src/build/pageConfig.ts';
import { securityHeaders } from '../../src/securityHeaders.ts';

/**
 * Ours, but for Trusted Types: the libraries that Keyveil is measured against start workers of their own from plain
 * addresses.
 */
const headers = {
  ...securityHeaders,
  'Content-Security-Policy': securityHeaders['Content-Security-Policy']
    .split('; ')
    .filter(line => !/^(?:require-)?trusted-types/.test(line))
    .join('; '),
};

/** The page of the bench. */
export default pageConfig({ root: 'tests/bench', outDir: '../../.harness/bench', headers });
