/**
 * Compiles the kernels and writes them as text into ../kernelBytes.ts, which is kept under version control so that
 * nobody needs the compiler to start, test or build the app. A test compiles them anew and compares.
 *
 *   node src/engine/cpu/wasm/build.mjs
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';

const folder = new URL('.', import.meta.url);

/** The text of kernelBytes.ts as the sources have it now. */
export async function kernelBytesText() {
  const options = [
    '--runtime',
    'stub',
    '--noAssert',
    '--enable',
    'simd',
    '-O3',
    '--initialMemory',
    '1',
    '--baseDir',
    fileURLToPath(folder),
  ];
  let binary = null;
  const { error, stderr } = await asc.main(['kernels.ts', '--outFile', 'kernels.wasm', ...options], {
    writeFile: (name, contents) => {
      if (name === 'kernels.wasm') binary = contents;
    },
  });
  if (error || binary === null) throw new Error(`The kernels do not compile.\n${stderr}`);
  return `/** Made by wasm/build.mjs from wasm/kernels.ts; do not edit. WebAssembly in base64. */
export const kernelBytes =
  '${Buffer.from(binary).toString('base64')}';
`;
}

if (pathToFileURL(process.argv[1] ?? '').href === import.meta.url) {
  writeFileSync(new URL('../kernelBytes.ts', folder), await kernelBytesText());
}
