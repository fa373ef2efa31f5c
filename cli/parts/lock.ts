import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { refuse } from '../terminal/refusal.ts';

/** A lock is touched this often, and is dead when nobody has for so long: machines may go down without a word. */
const beatMs = 5_000;
const deadMs = 30_000;
const graceMs = 3_000;

/**
 * Holds a file for this process, across machines that share a disk, so that no two runs write one share of a set. Waits for
 * one that looks dead. Gives what releases it.
 *
 * @throws Refusal while another run holds it
 */
export async function lock(path: string, signal: AbortSignal): Promise<() => void> {
  const own = JSON.stringify({ host: hostname(), process: process.pid, since: sinceOf(process.pid) });
  const patience = performance.now() + graceMs;
  while (!taken(path, own)) {
    const holder = holderOf(path);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    const here = holder.host === hostname();
    if (here ? !isAlive(holder) : age > deadMs) rmSync(path, { force: true });
    // What is being killed needs a moment to go.
    else if (performance.now() > patience && (here || age < 2 * beatMs))
      refuse(`Another run is at work on this (process ${holder.process} on ${holder.host}).`);
    else await sleep(graceMs / 10, undefined, { signal });
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

interface Holder {
  readonly host: string;
  readonly process: number;
  /** When the process began, as its system counts; numbers of processes are given anew. */
  readonly since: string | null;
}

function holderOf(path: string): Holder {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // Just taken, just released, or cut off: somebody's elsewhere, until it is old.
    return { host: '', process: 0, since: null };
  }
}

function isAlive({ process: id, since }: Holder): boolean {
  if (sinceOf(process.pid) !== null) return sinceOf(id) === since;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** When a process began; null for one that is gone, is only waited for, or on systems that do not say. */
function sinceOf(id: number): string | null {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    // Behind the name, which may hold anything, in brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
  } catch {
    return null;
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
