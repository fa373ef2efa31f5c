import type { WithoutOne } from '../catalogue.ts';
import type { ownReport as english } from '../en/ownReport.ts';

/** The report on found photos; see ../zh.ts. */
export const ownReport = {
  'ownReport.title': '这些照片带有 Keyveil 的印记吗？',
  'ownReport.what':
    'Keyveil 在用户的照片上网之前对它们稍作改动：同一标签的所有照片都带有同一个秘密的印记：淡淡的色彩波、柔和的滤镜，或者两者都有，由私人密钥算出。持有这样一个密钥的人，在下面这些照片里寻找了自己的印记。',
  'ownReport.how':
    '每张照片都与密钥持有人的印记比对，也与随机抽取、无人持有的 {{decoys}} 个密钥的印记比对。如果照片与持有人无关，这 {{all}} 个密钥中每一个都同样可能最吻合。p 值就是持有人在其中的名次：0.001 表示其他 999 个都没有这么吻合。',
  'ownReport.photos': '照片',
  'ownReport.limits': '这份报告不能说明什么',
  'ownReport.limit.date':
    '印记可以事后加到照片上。只有凭证的承诺值或其 SHA-256 事先公布过，或者加过时间戳，才能说明印记早就在了。',
  'ownReport.basis': '如何得出',
  'ownReport.when': '制作时间',
  'ownReport.commitment': '凭证的承诺值',
  'ownReport.sha256': '凭证文件的 SHA-256',
  'ownReport.sha256.none': '不详：当时手头没有这个文件',
  'ownReport.keyCheck': '密钥的校验值',
  'ownReport.receipt': '凭证列出',
  'ownReport.receipt.holds': '{{photos}} 张照片，{{labels}} 个标签',
  'ownReport.settings': '保护设置',
  'ownReport.settings.veil': '照片专用：柔纱尺寸 {{veil}} px，强度 {{strength}}',
  'ownReport.settings.cast': '照片专用：偏色强度 {{level}}，不加柔纱',
  'ownReport.settings.castVeil': '照片专用：偏色强度 {{level}}，柔纱尺寸 {{veil}} px，强度 {{strength}}',
  'ownReport.settings.cuda': 'CUDA，与论文一致：卷积核 {{size}} × {{size}}，强度 {{strength}}',
  'ownReport.decoys': '用来比对的密钥',
  'ownReport.decoys.how': '{{decoys}} 个，由种子 {{seed}} 抽取',
  'ownReport.originals': '参照的原片',
  'ownReport.made': '由 Keyveil {{version}} 在持有人的设备上制作，不含文件名。',
} as const satisfies WithoutOne<typeof english>;
