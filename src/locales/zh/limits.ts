import type { WithoutOne } from '../catalogue.ts';
import type { limits as english } from '../en/limits.ts';

/** What protection does and does not do; see ../zh.ts. */
export const limits = {
  'limits.title': '能防住什么',
  'limits.intro':
    '有人收集您的照片，用来训练程序，让它认出照片里是谁、是什么。Keyveil 给同一标签的每张照片都蒙上一层淡淡的纹理。程序学到的是纹理，而不是照片里的内容，遇到没有纹理的照片就会认错。它让滥用您的照片变得更难，但不能让照片万无一失。',
  'limits.helpsTitle': '它能做到的',
  'limits.helps1':
    '只用受保护的照片训练出来的程序大多只能靠猜：在我们的测试中，100 题里答对的从 73 题降到 16 至 24 题。',
  'limits.helps2':
    '即使混在别人未保护的照片里，您的标签仍受保护：只用柔纱保护“猫”这一个标签时，100 次里认出猫的次数从 40 次降到 1 次。',
  'limits.helps3': '缩小照片去不掉色彩波纹，锐化或扭曲也几乎去不掉。',
  'limits.notTitle': '它做不到的',
  'limits.not1':
    '单用“轻”时，知道它并把它去掉、用灰度训练，或者从已经见过类似事物的网络开始的训练者，都能绕过它。',
  'limits.not2': '“标准”和“强”在这些情况下更牢，但并不完全：见下表。',
  'limits.not3': '直接拿现成的网络、只训练最后一层，仍能学到三分之一以上。',
  'limits.not4':
    '受保护的照片只要有一张未保护的副本流出，它那个标签的纹理就暴露了。已经在网上的照片，会让对应的受保护照片失去保护。',
  'limits.not5':
    '一个标签必须整个保护：每 100 张里留 10 张不保护，答对的就回升到 47 题。照片不足 50 张的标签，保护效果要差一些。',
  'limits.not6': '人脸识别和比对图片的搜索，仍能把受保护的照片和同一个人或物的其他照片对上。',
  'limits.fightCaption': '用受保护的照片在 32 px 下训练之后，对未保护照片每 100 题答对的题数；瞎猜是 10 题',
  'limits.trainer': '训练者的做法',
  'limits.cleanPhotos': '未保护的照片',
  'limits.castAlone': '只有波纹',
  'limits.castVeil': '波纹加柔纱',
  'limits.grey': '用灰度训练',
  'limits.projects': '知道波纹并把它去掉',
  'limits.plainly': '普通训练',
  'limits.sharpening': '随机锐化加低通（RSK+FF）',
  'limits.warping': '随机像素扭曲（COIN）',
  'limits.fineTuning': '微调用未保护图片训练过的网络',
  'limits.frozen': '冻结同一网络，只换最后一层',
  'limits.method':
    '以上数字用小图片（128 px，10 类事物，在 32 px 下训练）和小网络测得，每项只跑一次，误差约 ±4 个百分点；波纹强度为 8 级，第一行为 6 级，部分用的是它的早期形式；柔纱尺寸 32、强度 0.2。这些都不构成保证。',
} as const satisfies WithoutOne<typeof english>;
