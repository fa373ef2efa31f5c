/**
 * Compiles AssemblyScript to WebAssembly with vectors, as the text of a module that holds its bytes. Such modules are
 * kept under version control, so that nobody needs the compiler to start, test or build the app; tests compile anew and
 * compare.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';

/**
 * @param {URL} folder of the sources; the module lies above it
 * @param {{ source: string, name: string, options?: readonly string[] }} made `source` without its ending; `name` of what
 *   the module exports; `options`: more of the compiler's
 * @returns {Promise<string>}
 * @throws {Error} where it does not compile
 */
export async function wasmText(folder, { source, name, options = [] }) {
  const out = `${source}.wasm`;
  let binary = null;
  const { error, stderr } = await asc.main(
    [
      `${source}.ts`,
      ...['--outFile', out, '--runtime', 'stub', '--noAssert', '--enable', 'simd', '-O3', ...options],
      ...['--initialMemory', '1', '--baseDir', fileURLToPath(folder)],
    ],
    {
      writeFile: (file, contents) => {
        if (file === out) binary = contents;
      },
    },
  );
  if (error || binary === null) throw new Error(`${source}.ts does not compile.\n${stderr}`);
  return `/** Made by wasm/build.mjs from wasm/${source}.ts; do not edit. WebAssembly in base64. */
export const ${name} =
  '${Buffer.from(binary).toString('base64')}';
`;
}

/**
 * Writes modules where a script was started by hand.
 *
 * @param {string} script its `import.meta.url`
 * @param {Readonly<Record<string, () => Promise<string>>>} modules texts by file, from the script
 */
export async function writeModules(script, modules) {
  if (pathToFileURL(process.argv[1] ?? '').href !== script) return;
  for (const [file, text] of Object.entries(modules)) writeFileSync(new URL(file, script), await text());
}
