import { beforeAll, test } from 'vitest';
import { expectToLearn } from '../fixtures/labModels.ts';
import { openWasm } from '../unit/tfjs/wasmBackend.ts';

beforeAll(openWasm);

test.each(['resnet-18', 'vgg-16'] as const)(
  '%s has the weights of its paper, gives a logit a label, and learns',
  expectToLearn,
);
