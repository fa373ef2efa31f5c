import { fileURLToPath } from 'node:url';
import { pageConfig } from '../../src/build/pageConfig.ts';

const pages = fileURLToPath(new URL('../pages/', import.meta.url));

/** The pages that `keyveil lab` and `keyveil trace` drive. */
export default pageConfig({
  root: pages,
  outDir: '../dist/pages',
  input: [`${pages}lab.html`, `${pages}trace.html`],
});
