import { beforeAll, test } from 'vitest';
import { expectToLearn, expectWeights } from '../fixtures/labModels.ts';
import { openWasm } from '../unit/tfjs/wasmBackend.ts';

beforeAll(openWasm);

test.each(['resnet-18', 'vgg-16'] as const)('%s has the weights of its paper', expectWeights);
test.each(['resnet-18', 'vgg-16', 'mobilenet-v2'] as const)('%s learns', expectToLearn);
