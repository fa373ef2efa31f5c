import '../../../src/locales/workspace.ts';
import { describe, expect, it } from 'vitest';
import { allCommands } from '../../../src/features/commands/commands.ts';
import { gestures } from '../../../src/features/commands/gestures.ts';
import { matches, type Pressed, printed } from '../../../src/features/commands/keys.ts';
import { groupLeftOut } from '../../../src/features/intake/leftOut.ts';
import { intakeSummary } from '../../../src/features/intake/summary.ts';
import { suggest } from '../../../src/features/labels/completion.ts';
import { refusalText } from '../../../src/features/labels/refusal.ts';
import { pageDialogs } from '../../../src/locales/en/pageDialogs.ts';
import { en } from '../../../src/locales/en.ts';
import { text } from '../../../src/locales/text.ts';
import { onlyLeftOut } from '../../../src/state/model/intake.ts';
import { failureText } from '../../../src/ui/failureText.ts';
import { heatOf } from '../../../src/ui/Heat.tsx';
import { nextItem } from '../../../src/ui/Menu.tsx';
import { placeBeside } from '../../../src/ui/place.ts';

const label = (name: string, colour = 0) => ({ id: name, name, colour, batch: 0 });
const names = (labels: string[], typed: string) =>
  suggest(
    labels.map(name => label(name)),
    typed,
  ).map(one => (one.kind === 'new' ? `+${one.name}` : one.name));

describe('suggest', () => {
  it('shows all labels before anything is typed', () => {
    expect(names(['church', 'golf ball'], ' ')).toEqual(['church', 'golf ball']);
  });

  it('offers a new label first, then those that begin so, then those that hold it', () => {
    expect(names(['parachute', 'church'], 'chu')).toEqual(['+chu', 'church', 'parachute']);
  });

  it('offers no second label of the same name, case and accents aside', () => {
    expect(names(['Zoë', 'Zoë and Mia'], 'zoe')).toEqual(['Zoë', 'Zoë and Mia']);
  });

  it('offers at most eight', () => {
    expect(
      names(
        Array.from({ length: 20 }, (_, i) => `cat ${i}`),
        'cat',
      ),
    ).toHaveLength(8);
  });
});

describe('intakeSummary', () => {
  const done = onlyLeftOut([]);

  it('counts what came, and says so when nothing did', () => {
    expect(intakeSummary({ ...done, added: 1 })).toBe('1 photo added.');
    expect(intakeSummary(done)).toBe('No photos were found in it.');
    expect(intakeSummary({ ...done, leftOut: [{ reason: 'not-an-image', path: 'notes.txt' }] })).toBe(
      'No photos added. 1 file was left out.',
    );
    expect(intakeSummary({ ...done, refound: 2 })).toBe('2 photos have their files again.');
  });
});

describe('refusalText', () => {
  it('names the label that is in the way', () => {
    expect(refusalText({ kind: 'refused', reason: 'similar', other: 'Cats' })).toContain('“Cats”');
    expect(refusalText({ kind: 'done', id: 'x' })).toBeNull();
  });
});

describe('groupLeftOut', () => {
  it('puts the most frequent reason first and keeps the order of files', () => {
    const groups = groupLeftOut([
      { reason: 'hidden', path: '.a' },
      { reason: 'not-an-image', path: 'b.txt' },
      { reason: 'not-an-image', path: 'c.txt' },
    ]);
    expect(groups).toEqual([
      { reason: 'not-an-image', paths: ['b.txt', 'c.txt'] },
      { reason: 'hidden', paths: ['.a'] },
    ]);
  });
});

const press = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('shortcuts', () => {
  it('takes ctrl and cmd for Mod', () => {
    expect(matches(press('z', { ctrlKey: true }), 'Mod+Z')).toBe(true);
    expect(matches(press('z', { metaKey: true }), 'Mod+Z')).toBe(true);
    expect(matches(press('z'), 'Mod+Z')).toBe(false);
  });

  it('tells undo from redo by Shift', () => {
    const redo = press('Z', { ctrlKey: true, shiftKey: true });
    expect(matches(redo, 'Mod+Z')).toBe(false);
    expect(matches(redo, 'Mod+Shift+Z')).toBe(true);
  });

  it('takes a sign with or without Shift, as keyboards have it', () => {
    expect(matches(press('?', { shiftKey: true }), '?')).toBe(true);
    expect(matches(press('?'), '?')).toBe(true);
  });

  it('prints them as keys are labelled', () => {
    expect(printed('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z');
    expect(printed('Mod+Shift+Z', true)).toBe('⌘⇧Z');
  });

  it('gives no key to two commands', () => {
    const keys = allCommands.flatMap(command => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('names every command and gesture', () => {
    const named = [...allCommands, ...gestures].map(one => one.name);
    for (const name of named) expect({ ...en, ...pageDialogs }).toHaveProperty([name]);
    expect(new Set(allCommands.map(command => text(command.name))).size).toBe(allCommands.length);
  });
});

describe('failureText', () => {
  it('fills in what is known', () => {
    expect(failureText({ kind: 'unsupported', type: 'image/avif' })).toContain('AVIF');
    expect(failureText({ kind: 'too-large', pixels: 312e6, limit: 268e6 })).toMatch(/312.*268/);
  });
});

describe('nextItem', () => {
  const items = ['Undo', 'Redo', 'Start over', 'Select all'];
  it('goes round at the ends', () => {
    expect(nextItem(items, 3, 'ArrowDown')).toBe(0);
    expect(nextItem(items, 0, 'ArrowUp')).toBe(3);
  });
  it('finds the next item by its letter', () => {
    expect(nextItem(items, 2, 's')).toBe(3);
    expect(nextItem(items, 3, 's')).toBe(2);
    expect(nextItem(items, 0, 'x')).toBeNull();
  });
  it('has nowhere to go in an empty menu', () => {
    expect(nextItem([], -1, 'ArrowDown')).toBeNull();
  });
});

describe('placeBeside', () => {
  const page = { width: 400, height: 300 };
  const size = { width: 100, height: 80 };
  const at = (left: number, top: number) => ({ left, top, right: left + 40, bottom: top + 20 });
  it('lies below, or above where there is no room below', () => {
    expect(placeBeside(at(20, 20), size, page, 'start')).toEqual({ left: 20, top: 46 });
    expect(placeBeside(at(20, 250), size, page, 'start')).toEqual({ left: 20, top: 164 });
  });
  it('stays inside the window', () => {
    expect(placeBeside(at(380, 20), size, page, 'start').left).toBe(292);
    expect(placeBeside(at(0, 20), size, page, 'end').left).toBe(8);
  });
});

describe('heatOf', () => {
  it('makes the centre full and the strongest side tap next', () => {
    const heat = heatOf({ size: 3, weights: [0, 0.1, 0.2, 0, 0.7, 0, 0, 0, 0] });
    expect(heat[4]).toBe(1);
    expect(heat[2]).toBeCloseTo(0.8, 9);
    expect(heat[1]).toBeCloseTo(0.44, 9);
    expect(heat[0]).toBeCloseTo(0.08, 9);
  });
  it('draws a filter that has a centre only', () => {
    expect(heatOf({ size: 3, weights: [0, 0, 0, 0, 1, 0, 0, 0, 0] }).every(Number.isFinite)).toBe(true);
  });
});
