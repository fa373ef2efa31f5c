import { expect, test, vi } from 'vitest';
import { receiveUnexpected, unexpected } from '../../../src/core/faults/unexpected.ts';
import { enterUnexpected, keepOut, textOf, unexpectedSoFar } from '../../../src/core/faults/unexpectedLog.ts';
import { privateWords } from '../../../src/state/privateWords.ts';
import { found } from './fakeServices.ts';
import { Visit } from './visit.ts';

test('a mistake that quotes the key, a label or a photo is kept without them', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const visit = new Visit();
  await visit.give([found('Aunt Mia/beach day')]);
  visit.actions.setPassphrase('correct horse');
  receiveUnexpected(enterUnexpected);
  const end = keepOut(() => privateWords(visit.state));

  const message = 'cannot read "Aunt Mia/beach day", alias beach day, of Aunt Mia with correct horse';
  unexpected(new TypeError(message), 'a test');

  const kept = unexpectedSoFar().map(textOf).join();
  expect(kept).toContain('TypeError: cannot read');
  for (const words of [kept, said.mock.calls.join()]) {
    for (const secret of ['Mia', 'beach', 'horse']) expect(words).not.toContain(secret);
  }
  end();
});
