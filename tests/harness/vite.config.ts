import { pageConfig } from '../../src/build/pageConfig.ts';
import { securityHeaders } from '../../src/securityHeaders.ts';

/** A page that hands the engines to browser tests, served with the app's headers. */
export default pageConfig({
  root: 'tests/harness',
  outDir: '../../.harness/engines',
  headers: securityHeaders,
});
