/**
 * Compiles the kernel that restores photos and writes it as text into ../restoreKernelBytes.ts, which is kept under
 * version control like the others. A test compiles it anew and compares.
 *
 *   node src/engine/cpu/wasm/buildRestore.mjs
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';

const folder = new URL('.', import.meta.url);

/** The text of restoreKernelBytes.ts as the source has it now. */
export async function restoreKernelBytesText() {
  let binary = null;
  const { error, stderr } = await asc.main(
    [
      'restore.ts',
      ...['--outFile', 'restore.wasm', '--runtime', 'stub', '--noAssert', '--enable', 'simd', '-O3'],
      ...['--initialMemory', '1', '--baseDir', fileURLToPath(folder)],
    ],
    {
      writeFile: (name, contents) => {
        if (name === 'restore.wasm') binary = contents;
      },
    },
  );
  if (error || binary === null) throw new Error(`The kernel does not compile.\n${stderr}`);
  return `/** Made by wasm/buildRestore.mjs from wasm/restore.ts; do not edit. WebAssembly in base64. */
export const restoreKernelBytes =
  '${Buffer.from(binary).toString('base64')}';
`;
}

if (pathToFileURL(process.argv[1] ?? '').href === import.meta.url) {
  writeFileSync(new URL('../restoreKernelBytes.ts', folder), await restoreKernelBytesText());
}
