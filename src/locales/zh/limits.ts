import type { WithoutOne } from '../catalogue.ts';
import type { limits as english } from '../en/limits.ts';

/** What protection does and does not do; see ../zh.ts. */
export const limits = {
  'limits.title': '能防住什么',
  'limits.intro':
    '有人收集您的照片，用来训练程序，让它认出照片里是谁、是什么。Keyveil 给同一标签的每张照片都蒙上一层淡淡的柔纱。程序学到的是柔纱，而不是照片里的内容，遇到没有柔纱的照片就会认错。它让滥用您的照片变得更难，但不能让照片万无一失。',
  'limits.helpsTitle': '它能做到的',
  'limits.helps1':
    '只用受保护的照片训练出来的程序大多只能靠猜：在我们的测试中，100 题里答对的从 73 题降到 10 至 20 题。',
  'limits.helps2':
    '即使混在别人未保护的照片里，您的标签仍受保护：只保护“猫”这一个标签时，100 次里认出猫的次数从 40 次降到 1 次。',
  'limits.helps3': 'JPEG 压缩去不掉柔纱；缩小照片也去不掉，只要不小于柔纱尺寸。',
  'limits.sizeCaption': '用缩到该尺寸的受保护照片训练之后，对未保护照片每 100 题答对的题数',
  'limits.howProtected': '保护方式',
  'limits.none': '不保护',
  'limits.cuda3': 'CUDA，与论文一致，3 × 3',
  'limits.veil32': '照片专用，柔纱尺寸 32',
  'limits.veil128': '照片专用，柔纱尺寸 128',
  'figures.at32': '32 px 时',
  'figures.at64': '64 px 时',
  'figures.at128': '128 px 时',
  'limits.notTitle': '它做不到的',
  'limits.not1':
    '训练者把照片缩到柔纱尺寸以下，就能挽回一些：缩到一半时只剩部分保护，缩到四分之一时就没有保护了。',
  'limits.not2':
    '已发表的对抗手段（随机锐化和像素扭曲）能挽回不小的一部分。在我们的测试中，训练尺寸达到柔纱尺寸的约 1.4 倍以上时，这两种手段都被挡住了。',
  'limits.not3': '直接拿现成的网络、只训练最后一层，仍能学到三分之一以上。',
  'limits.not4':
    '受保护的照片只要有一张未保护的副本流出，它那个标签的滤镜就暴露了。已经在网上的照片，会让对应的受保护照片失去保护。',
  'limits.not5':
    '一个标签必须整个保护：每 100 张里留 10 张不保护，答对的就回升到 47 题。照片不足 50 张的标签，保护效果要差一些。',
  'limits.fightCaption': '训练者在 32 px 下训练并采取对抗手段时，每 100 题答对的题数',
  'limits.trainer': '训练者的做法',
  'limits.cleanPhotos': '未保护的照片',
  'figures.veil32': '柔纱尺寸 32',
  'figures.veil23': '23',
  'figures.veil16': '16',
  'limits.plainly': '普通训练',
  'limits.sharpening': '随机锐化加低通（RSK+FF）',
  'limits.warping': '随机像素扭曲（COIN）',
  'limits.fineTuning': '微调用未保护图片训练过的网络',
  'limits.frozen': '冻结同一网络，只换最后一层',
  'limits.method':
    '以上数字用小图片（32 和 128 px，10 类事物）和小网络测得，每项只跑一次，误差约 ±4 个百分点。对 CUDA 论文自己的方法，论文作者和其他研究者报告从 94.7 降到 18.5，而上述两种对抗手段分别挽回到 78.5 和 72.0。这些都不构成保证。',
} as const satisfies WithoutOne<typeof english>;
