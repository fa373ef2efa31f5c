import { pageConfig } from '../../../src/build/pageConfig.ts';
import { securityHeaders } from '../../../src/securityHeaders.ts';

/** The page that restores for the bench. */
export default pageConfig({
  root: 'tests/bench/restore',
  outDir: '../../../.harness/restore',
  headers: securityHeaders,
});
