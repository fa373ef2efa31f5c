import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Python with PyTorch, from wherever there is one. */

export const evidenceFolder = fileURLToPath(new URL('.', import.meta.url));

const candidates = [process.env.KEYVEIL_PYTHON, 'python3', '/usr/bin/python3'].filter(
  name => name !== undefined,
);

const knowsTorch = (python: string) =>
  spawnSync(python, ['-c', 'import torch, torchvision, PIL'], { stdio: 'ignore' }).status === 0;

/** A Python that has PyTorch, installed from Debian if need be and allowed; null where none can be had. */
export function findPython(): string | null {
  const found = candidates.find(knowsTorch);
  if (found !== undefined) return found;
  if (process.getuid?.() === 0) spawnSync('sh', [`${evidenceFolder}install.sh`], { stdio: 'ignore' });
  return candidates.find(knowsTorch) ?? null;
}
