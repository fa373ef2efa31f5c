import packageJson from '../package.json' with { type: 'json' };
import { card } from './card/command.ts';
import { check } from './check/command.ts';
import type { Home } from './home.ts';
import { lab } from './lab/command.ts';
import { labels } from './labels/command.ts';
import { merge } from './merge/command.ts';
import { protect } from './protect/command.ts';
import { exits } from './terminal/exit.ts';
import { group } from './terminal/group.ts';
import { Refusal } from './terminal/refusal.ts';
import { createTerminal } from './terminal/terminal.ts';
import { trace } from './trace/command.ts';

const keyveil = group({
  name: 'keyveil',
  about: 'Keyveil without a page: whole data sets, on one machine or many.',
  teaches: `
Exit codes: 0 all done; 1 nothing done, the message says what to change; 2 done, but not all is well (listed); 3 stopped
half-way, nothing half-written, the same command goes on; 130 stopped by Ctrl-C, likewise; 70 a fault of Keyveil's own.`,
  commands: [protect, labels, merge, card, check, lab, trace],
});

/** Runs one command line and gives its exit code. */
export async function run(args: readonly string[], pages: Home['pages']): Promise<number> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupt(stop));
  // Whoever was to read it has gone, as `head` does.
  process.stdout.on('error', () => interrupt(stop));
  // Where a tar goes to standard output, words go elsewhere.
  const out = args.includes('-') ? process.stderr : process.stdout;
  const terminal = createTerminal(out, process.stderr, stop.signal);
  try {
    return await keyveil.run(args, terminal, { pages, version: packageJson.version });
  } catch (error) {
    if (stop.signal.aborted) return exits.interrupted;
    if (error instanceof Refusal) {
      terminal.say(error.message);
      return exits.refused;
    }
    terminal.say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    terminal.say(
      'This is a fault of Keyveil’s own. What was finished stays; the same command goes on from there.',
    );
    return exits.fault;
  }
}

/** The first Ctrl-C asks the command to end; one that is pressed again later ends it at once. */
function interrupt(stop: AbortController): void {
  const now = performance.now();
  // A terminal tells both of our processes, and each tells the other: that is one press.
  if (stop.signal.aborted && now - pressed > 1000) process.exit(exits.interrupted);
  if (!stop.signal.aborted) pressed = now;
  stop.abort();
}

let pressed = 0;
