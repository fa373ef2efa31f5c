import type { WithoutOne } from '../catalogue.ts';
import type { key as english } from '../en/key.ts';

/** Texts of the key and the dataset name; see ../zh.ts. */
export const key = {
  'key.passphrase': '私人密钥',
  'key.placeholder': '输入或生成一个',
  'key.show': '显示',
  'key.hide': '隐藏',
  'key.generate': '生成',
  'key.generated': '新密钥',
  'key.generated.words': '这是您的新密钥。请抄下来，或者保存密钥文件：',
  'key.generated.bits': '这是您的新密钥。它没人记得住，请保存密钥文件：',
  'key.generated.useWords': '改用单词',
  'key.generated.useBits': '改用 128 个随机比特',
  'key.generated.undo': '换回原来的密钥',
  'key.safe': '请妥善保管：谁也无法恢复它。',
  'key.about': '万一丢了密钥',
  'key.about.filters':
    '每个滤镜都由这个密钥算出。有同样的密钥和数据集名称，以后就能用同样的滤镜添加照片，也能证明某张照片或某个模型和您的照片有关。',
  'key.about.lost':
    '丢了密钥，这两件事就都做不到了：谁也无法恢复它，我们更不行。已经保护好的照片仍受保护，原片也不受影响。',
  'key.about.leaked': '谁知道了密钥，谁就能算出滤镜，抵消大部分保护。请像保管密码一样保管它。',
  'key.about.fingerprint': '同样的密钥和数据集名称，显示的指纹总是相同。指纹不同，说明输错了。',
  'key.fingerprint': '指纹',
  'key.fingerprint.meaning': '。与以前不同就是输错了。',
  'key.fingerprint.deriving': '正在计算指纹…',
  'key.failed': '这里算不出密钥。请再输入一次；如果还是不行，请重新载入页面。',
  'key.save': '保存密钥文件',
  'key.load': '载入密钥文件',
  'key.load.done': '密钥和数据集名称已载入。',
  'key.load.notKeyFile': '这不是 Keyveil 的密钥文件，什么都没有改动。请选择用“保存密钥文件”存下的那个文件。',
  'key.load.damaged': '这个密钥文件已损坏，什么都没有改动。请找另一份副本，或者直接输入密钥。',
  'key.strength': '密钥强度',
  'key.strength.empty': '六个以上的随机单词就够强。',
  'key.strength.words_other': '{{count}} 个单词',
  'key.strength.bits': '{{bits}} 比特',
  'key.strength.about': '约 {{bits}} 比特',
  'key.strength.weak': '弱',
  'key.strength.fair': '尚可',
  'key.strength.strong': '强',
  'key.dataset': '数据集名称',
  'key.dataset.note': '密钥中公开的部分；以后两者都要用到。',
} as const satisfies WithoutOne<typeof english>;
