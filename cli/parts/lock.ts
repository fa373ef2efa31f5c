import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { refuse } from '../terminal/refusal.ts';

/** A lock is touched this often, and is dead when nobody has for so long: machines may go down without a word. */
const beatMs = 5_000;
const deadMs = 30_000;

/**
 * Holds a file for this process, across machines that share a disk, so that no two runs write one share of a set. Waits for
 * one that looks dead. Gives what releases it.
 *
 * @throws Refusal while another run holds it
 */
export async function lock(path: string, signal: AbortSignal): Promise<() => void> {
  const own = JSON.stringify({ host: hostname(), process: process.pid });
  while (!taken(path, own)) {
    const { host, process: id } = holderOf(path);
    if (host === hostname() && !isAlive(id)) rmSync(path, { force: true });
    else {
      const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
      if (age > deadMs) rmSync(path, { force: true });
      else if (age < 2 * beatMs) refuse(`Another run is at work on this (process ${id} on ${host}).`);
      else await sleep(beatMs, undefined, { signal });
    }
  }
  const beat = setInterval(() => touch(path), beatMs);
  beat.unref();
  return () => {
    clearInterval(beat);
    rmSync(path, { force: true });
  };
}

function taken(path: string, own: string): boolean {
  try {
    writeFileSync(path, own, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    return refuse(`${path} cannot be written: is its folder there, and may you write in it?`);
  }
}

function holderOf(path: string): { readonly host: string; readonly process: number } {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // Just taken, just released, or cut off: nobody's.
    return { host: '', process: 0 };
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function touch(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // A disk that is away for a moment; the next beat tries again.
  }
}
