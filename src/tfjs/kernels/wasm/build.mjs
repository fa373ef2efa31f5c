/**
 * Compiles the convolution and writes it as text into ../winogradBytes.ts, which is kept under version control like the
 * engine's kernels. A test compiles it anew and compares. Its memory is that of tfjs' WebAssembly backend.
 *
 *   node src/tfjs/kernels/wasm/build.mjs
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';

const folder = new URL('.', import.meta.url);

/** The text of winogradBytes.ts as the source has it now. */
export async function winogradBytesText() {
  let binary = null;
  const { error, stderr } = await asc.main(
    [
      'winograd.ts',
      ...['--outFile', 'winograd.wasm', '--runtime', 'stub', '--noAssert', '--enable', 'simd', '-O3'],
      ...['--importMemory', '--initialMemory', '1', '--baseDir', fileURLToPath(folder)],
    ],
    {
      writeFile: (name, contents) => {
        if (name === 'winograd.wasm') binary = contents;
      },
    },
  );
  if (error || binary === null) throw new Error(`The convolution does not compile.\n${stderr}`);
  return `/** Made by wasm/build.mjs from wasm/winograd.ts; do not edit. WebAssembly in base64. */
export const winogradBytes =
  '${Buffer.from(binary).toString('base64')}';
`;
}

if (pathToFileURL(process.argv[1] ?? '').href === import.meta.url) {
  writeFileSync(new URL('../winogradBytes.ts', folder), await winogradBytesText());
}
