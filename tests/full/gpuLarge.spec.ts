import { test } from '../e2e/app.ts';
import { expectLargeRight } from './largePhoto.ts';

test('a photo of 12 megapixels on the GPU is that of a float64 computation', async ({ app }, info) => {
  await expectLargeRight(app, 'GPU', info.outputPath('large'));
});
