import { pageConfig } from '../../../src/build/pageConfig.ts';
import { securityHeaders } from '../../../src/securityHeaders.ts';

/** The page that recognises photos for the bench. */
export default pageConfig({
  root: 'tests/bench/trace',
  outDir: '../../../.harness/recognise',
  headers: securityHeaders,
});
