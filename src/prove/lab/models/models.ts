import type { ModelName } from '../../core/experiment.ts';
import type { BuildModel } from '../regime.ts';
import { mobileNetV2 } from './mobileNetV2.ts';
import { resnet18 } from './resnet18.ts';
import { smallCnn } from './smallCnn.ts';
import { vgg16 } from './vgg16.ts';

/** The networks that the lab trains. */
export const models: Readonly<Record<ModelName, BuildModel>> = {
  'small-cnn': smallCnn,
  'resnet-18': resnet18,
  'vgg-16': vgg16,
  'mobilenet-v2': mobileNetV2,
};
