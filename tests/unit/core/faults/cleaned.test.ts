import { expect, test } from 'vitest';
import { cleaned, framesOf } from '../../../../src/core/faults/cleaned.ts';

test('takes known names and secrets out of a message, the longest first, and leaves the rest', () => {
  const words = ['Mia', 'Mia am See.jpg', 'correct horse battery', 'a', ''];
  expect(cleaned('Cannot read "Mia am See.jpg" of Mia with correct horse battery', words)).toBe(
    'Cannot read "[…]" of […] with […]',
  );
  // A short word goes where it stands alone, and nowhere else.
  expect(cleaned('a label called a is a name', ['a'])).toBe('[…] label called […] is […] name');
  expect(cleaned("Cannot read properties of undefined (reading 'width')", words)).toBe(
    "Cannot read properties of undefined (reading 'width')",
  );
});

test('a name is found however its accents are written, and whatever it holds', () => {
  const composed = 'Zo\u00eb (1).png';
  expect(cleaned(`lost ${composed.normalize('NFD')}`, [composed])).toBe('lost […]');
  expect(cleaned('lost a+b[1].png*', ['a+b[1].png*'])).toBe('lost […]');
});

test('what nobody told of goes by its form: files, addresses, digests', () => {
  const digest = '0123456789abcdef0123456789abcdef';
  expect(cleaned(`IMG_1234.HEIC from blob:http://x/1-2 is ${digest}`, [])).toBe('[…] from […] is […]');
  expect(cleaned('C:\\photos\\me.jpeg and /mnt/mia/kids.zip', [])).toBe('[…] and […]');
});

test.each([
  [
    'V8',
    'TypeError: at the lake (1).jpg\n    at protect (http://localhost:4173/assets/photo.worker-abc.js:1:234)\n    at async http://h/assets/start-1.js:2:3',
  ],
  [
    'Gecko and JavaScriptCore',
    'protect@http://localhost:4173/assets/photo.worker-abc.js:1:234\n@http://h/assets/start-1.js:2:3',
  ],
])('keeps the frames of a stack as %s writes it, without hosts', (_, stack) => {
  const frames = framesOf(stack, 'at the lake (1).jpg');
  expect(frames[0]).toBe('protect (photo.worker-abc.js:1:234)');
  expect(frames[1]).toMatch(/start-1\.js:2:3/);
  expect(frames.join()).not.toContain('http');
});

test('keeps nothing of a stack but its frames', () => {
  expect(framesOf('Error: Mia\nthe key is correct horse\n    at Mia', 'other')).toEqual([]);
  expect(framesOf('', '')).toEqual([]);
});
