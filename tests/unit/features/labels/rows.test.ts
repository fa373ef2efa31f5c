import { expect, test } from 'vitest';
import '../../../../src/locales/workspace.ts';
import { countText, labelRows } from '../../../../src/features/labels/rows.ts';
import { warnings } from '../../../../src/state/queries/warnings.ts';
import { found } from '../../state/fakeServices.ts';
import { Visit } from '../../state/visit.ts';

const passphrase = 'a key of 83 humming otters';
const many = Array.from({ length: 49 }, (_, i) => found(`cats/${i}.jpg`));

const said = (visit: Visit) => labelRows(visit.state).map(row => [row.label.name, countText(row)]);

test('with a receipt open, a label says what is protected and what is new, and counts both', async () => {
  const first = new Visit();
  await first.give(many);
  await first.key(passphrase);
  await first.actions.protect();
  expect(said(first)).toEqual([['cats', '49 photos']]);
  expect(warnings(first.state).map(({ kind }) => kind)).toEqual(['small-label']);
  const receipt = await first.receiptFile();

  const next = new Visit();
  await next.give([], receipt);
  expect(said(next)).toEqual([['cats', '49 protected']]);
  // One that it lists and one that is new: 50 in all.
  await next.give([found('cats/7.jpg'), found('cats/new.jpg')]);
  expect(said(next)).toEqual([['cats', '49 protected + 1 new']]);
  expect(warnings(next.state)).toEqual([]);
});
