/** Texts of one area; see ../en.ts. */
export const settings = {
  'settings.protection': 'Protection',
  'settings.preset.light': 'Light',
  'settings.preset.standard': 'Standard',
  'settings.preset.strong': 'Strong',
  'settings.preset.cifar': 'CIFAR',
  'settings.preset.imagenet': 'ImageNet',
  'settings.more': 'More',
} as const;
