import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** The command line as a person calls it, on sets that are made here. */

const bin = fileURLToPath(new URL('../../../cli/keyveil.mjs', import.meta.url));

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Called {
  readonly process: ChildProcess;
  readonly ended: Promise<Said>;
}

/** Begins a command; its key is in the variable, as scripts give it. */
export function begin(
  args: readonly string[],
  folder: string,
  key = 'a key',
  input: 'ignore' | 'pipe' = 'ignore',
): Called {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: folder,
    env: { ...process.env, KEYVEIL_KEY: key },
    stdio: [input, 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout?.on('data', piece => {
    out += String(piece);
  });
  child.stderr?.on('data', piece => {
    err += String(piece);
  });
  const ended = new Promise<Said>(resolve => child.on('close', code => resolve({ code, out, err })));
  return { process: child, ended };
}

export const keyveil = (args: readonly string[], folder: string, key?: string): Promise<Said> =>
  begin(args, folder, key).ended;

/** Kills a command the moment that `moment` says so; false where it had ended by itself before. */
export async function killWhen(called: Called, moment: () => boolean): Promise<boolean> {
  const watch = setInterval(() => moment() && called.process.kill('SIGKILL'), 5);
  const { code } = await called.ended;
  clearInterval(watch);
  return code === null;
}

/** A folder of its own for a test file, gone afterwards. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keyveil-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }), 600_000);
  return folder;
}

/** Writes files by their paths. */
export function lay(folder: string, files: Readonly<Record<string, Uint8Array | string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Every file under a folder: its digest, by its path. */
export function filesIn(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry =>
    entry.isFile(),
  );
  return Object.fromEntries(
    entries
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
      .map(path => [
        path.slice(folder.length + 1),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  );
}
