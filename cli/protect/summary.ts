import type { Terminal } from '../terminal/terminal.ts';
import type { Finished } from './finishRun.ts';
import { type Counts, durationText, type Notes } from './progress.ts';
import type { RunOrder, Stop } from './run.ts';

interface Ended extends RunOrder {
  readonly counts: Counts;
  readonly notes: Notes;
  readonly seconds: number;
  /** Why it did not come to its end; null where it did. */
  readonly stop: Stop | null;
  readonly finished: Finished | null;
}

const count = (value: number) => value.toLocaleString('en');

/** What a run says when it ends: what came of it, and what to do next. */
export function saySummary(ended: Ended, terminal: Terminal): void {
  const { counts, stop, finished, seconds, part, receipt, shard } = ended;
  if (ended.json) {
    const state = stop?.kind ?? 'done';
    terminal.print(
      JSON.stringify({
        event: 'end',
        state,
        ...counts,
        notes: ended.notes,
        seconds,
        part,
        receipt: finished?.receipt ?? null,
      }),
    );
    return;
  }
  const made = counts.protected + counts.whole;
  terminal.print(
    `${count(made)} photos protected${counts.whole > 0 ? `, ${count(counts.whole)} of them before` : ''}` +
      `${counts.failed > 0 ? `, ${count(counts.failed)} failed` : ''}; ${durationText(seconds)}.`,
  );
  sayNotes(ended.notes, terminal);
  if (stop !== null) {
    terminal.say(stopSentence(stop));
    return;
  }
  if ((finished?.stale ?? 0) > 0)
    terminal.say(
      `${count(finished?.stale ?? 0)} photos of earlier settings still lie in ${ended.out}, and are in the set no more: take them away.`,
    );
  if (shard.of > 1) terminal.print(`Receipt part: ${part}. "keyveil merge" puts all ${shard.of} together.`);
  else terminal.print(`Receipt, private: ${receipt}`);
}

function sayNotes(notes: Notes, terminal: Terminal): void {
  const say = (kind: keyof Notes, words: string) => {
    if (notes[kind] > 0) terminal.say(`${count(notes[kind])} ${words}`);
  };
  say('first-frame', 'were moving pictures or had several pages: the first one of each came out.');
  say(
    'from-raw',
    'were camera raw files: the JPEG came out that the camera put into each, not the raw data.',
  );
  say('alpha-on-white', 'had transparent pixels, which lie on white now.');
}

function stopSentence(stop: Stop): string {
  switch (stop.kind) {
    case 'interrupted':
      return 'Stopped. The same command goes on from here.';
    case 'storage-full':
      return `The disk of ${stop.path} is full. Make room; the same command goes on from here.`;
    case 'not-writable':
      return `${stop.path} cannot be written. The same command goes on once it can.`;
  }
}
