import { expect, test } from 'vitest';
import { feedAll } from '../fixtures/hostile/feed.ts';
import { tableOf } from '../fixtures/hostile/tally.ts';

/** `npm run fuzz -- --seed=… --count=…` sets these. */
const seed = Number(process.env.KEYVEIL_FUZZ_SEED ?? 20_260_101);
const count = Math.ceil(Number(process.env.KEYVEIL_FUZZ_COUNT ?? 11_000) * 0.75);

test(`${count} hostile inputs, seed ${seed}, are taken or refused, each within 5 s`, {
  timeout: 600_000,
}, async () => {
  const tallies = await feedAll(seed, count);
  console.log(tableOf(tallies));
  expect(tallies.flatMap(({ findings }) => findings)).toEqual([]);
});
