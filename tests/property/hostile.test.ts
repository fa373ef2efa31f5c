import { expect, test } from 'vitest';
import { feedAll } from '../fixtures/hostile/feed.ts';
import { tableOf } from '../fixtures/hostile/tally.ts';

test('hostile pictures, zips, documents and names are taken or refused, quickly, and never more than that', async () => {
  // The same every time; `npm run fuzz` feeds many more.
  const tallies = await feedAll(1, 400);
  expect(
    tallies.flatMap(({ findings }) => findings),
    tableOf(tallies),
  ).toEqual([]);
  for (const { name, accepted, refused, inputs } of tallies) expect(accepted + refused, name).toBe(inputs);
});
