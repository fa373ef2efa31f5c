import { expect, test } from 'vitest';
import { stepsOf } from '../../../../src/features/steps/steps.ts';
import { found } from '../../state/fakeServices.ts';
import { Visit } from '../../state/visit.ts';

/** The steps as one word each: `photos✓ look→ key save`. */
const told = (one: Visit, looked = false) =>
  stepsOf(one.state, looked)
    .map(({ name, done, now }) => `${name}${done ? '✓' : ''}${now ? '→' : ''}`)
    .join(' ');

test('the steps follow the work, and go back with it', async () => {
  const one = new Visit();
  await one.give([{ ...found('a.jpg'), labelName: null }, found('cats/b.jpg')]);
  expect(told(one)).toBe('photos→ look key save');
  one.actions.assignByName(one.state.arrangement.order, 'cats');
  expect(told(one)).toBe('photos✓ look→ key save');
  expect(told(one, true)).toBe('photos✓ look✓ key→ save');

  one.actions.setPassphrase('weak');
  await one.key('weak');
  // A weak key that nobody said they want leaves the step open.
  one.actions.wantWeakKey(false);
  expect(told(one, true)).toBe('photos✓ look✓ key→ save');
  one.actions.wantWeakKey(true);
  expect(told(one)).toBe('photos✓ look✓ key✓ save→');

  await one.actions.protect();
  await one.actions.downloadZip();
  expect(told(one)).toBe('photos✓ look✓ key✓ save→');
  await one.actions.saveReceipt();
  expect(told(one)).toBe('photos✓ look✓ key✓ save✓');
  one.actions.choose(one.state.arrangement.order.slice(0, 1), 'left-out');
  expect(told(one)).toBe('photos✓ look✓ key✓ save→');
});
