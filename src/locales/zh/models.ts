import type { WithoutOne } from '../catalogue.ts';
import type { models as english } from '../en/models.ts';

/** What both wings say of models of others; see ../zh.ts. */
export const models = {
  'models.opened.tfjs': '“{{name}}”，TensorFlow.js。',
  'models.opened.onnx': '“{{name}}”，ONNX。',
  'models.side': '它的图片尺寸，像素',
  'models.scaling': '它要求的颜色数值',
  'models.scaling.unit': '0 到 1',
  'models.scaling.symmetric': '−1 到 1（MobileNet）',
  'models.scaling.imagenet': 'ImageNet 的均值（PyTorch）',
  'models.scaling.bytes': '0 到 255（EfficientNet）',
  'models.scaling.caffe': 'Caffe，蓝色在前（VGG）',
  'models.scaling.custom': '按下面的数值',
  'models.channels': '它的颜色顺序',
  'models.channels.rgb': '红色在前',
  'models.channels.bgr': '蓝色在前',
  'models.number.mean': '均值',
  'models.number.mean.wrong': '请填一个数，或者三个数。',
  'models.number.std': '标准差',
  'models.number.std.wrong': '请填一个数，或者三个数，都要大于 0。',
  'models.numbers.help': '按上面的顺序，对每种颜色 0 到 1 的数值：先减去均值，再除以标准差。',
  'models.trouble.no-model': '这些文件里没有找到模型：请选择 model.json 及其权重，或者一个 .onnx 文件。',
  'models.trouble.missing-files': '模型需要的文件不在其中：{{detail}}',
  'models.trouble.not-loaded': '这个模型载入不了：{{detail}}。请检查它的文件是否完整，或者重新存为 ONNX。',
  'models.trouble.not-pictures': '这个模型不接受彩色图片，这里用不了。',
  'models.trouble.failed': '模型处理图片时出错；可能图片的尺寸不合它的要求。{{detail}}',
} as const satisfies WithoutOne<typeof english>;
