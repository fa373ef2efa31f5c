import { readFileSync, statSync } from 'node:fs';
import { refuse } from './refusal.ts';

/** What is asked of paths before the work begins, so that a wrong one is a sentence and not a stack. */

export function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The bytes of a file that was named. @throws Refusal */
export function bytesOf(path: string): Uint8Array<ArrayBuffer> {
  if (!exists(path)) refuse(`There is no ${path}.`);
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    return refuse(`${path} cannot be read.`);
  }
}

/** Its text. @throws Refusal */
export function textOf(path: string): string {
  return new TextDecoder().decode(bytesOf(path));
}
