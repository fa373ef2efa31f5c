import type { WithoutOne } from '../catalogue.ts';
import type { settings as english } from '../en/settings.ts';

/** Texts of the settings; see ../zh.ts. */
export const settings = {
  'settings.protection': '保护程度',
  'settings.preset.light': '轻',
  'settings.preset.standard': '标准',
  'settings.preset.strong': '强',
  'settings.preset.cifar': 'CIFAR',
  'settings.preset.imagenet': 'ImageNet',
  'settings.more': '更多',
} as const satisfies WithoutOne<typeof english>;
