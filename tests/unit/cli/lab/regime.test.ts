import { expect, test } from 'vitest';
import { regimeOf } from '../../../../cli/lab/regime.ts';

test('a regime is known by its name, with the numbers of its paper', () => {
  expect(regimeOf('jpeg')).toEqual({ kind: 'jpeg', quality: 10 });
});

test('some of its numbers may be others', () => {
  expect(regimeOf('{"kind":"adversarial","steps":3}')).toMatchObject({ norm: 'linf', steps: 3 });
});

test.each([
  'magic',
  '{"kind":"magic"}',
  '{"kind":',
  '{"kind":"jpeg","quality":"50"}',
  '{"kind":"jpeg","q":5}',
])('%s is refused', given => {
  expect(() => regimeOf(given)).toThrow('--regime');
});
