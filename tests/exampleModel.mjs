/**
 * Trains the networks of the ready example under `Trace`, and writes them with their receipt and found photos into
 * public/example. Takes minutes.
 *
 *   npm run example
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const server = await createServer({
  root,
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
try {
  const { makeExample } = await server.ssrLoadModule('/tests/exampleModel/make.ts');
  await makeExample(root);
} finally {
  await server.close();
}
