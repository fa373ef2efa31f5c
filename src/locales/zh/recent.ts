import type { WithoutOne } from '../catalogue.ts';
import type { recent as english } from '../en/recent.ts';

/** Texts of sets that this device remembers; see ../zh.ts. */
export const recent = {
  'recent.title': '最近的数据集',
  'recent.what': '连同凭证记在本机，绝不记密钥。按一下即可往里添加照片。',
  'recent.holds': '{{photos}}，{{labels}}，{{when}}',
  'recent.remove': '忘掉“{{dataset}}”',
  'recent.removed': '本机已忘掉“{{dataset}}”。',
  'recent.remember': '在本机记住这个数据集',
  'recent.remember.what': '只记名称和凭证，绝不记密钥。首页会列出它，也可以在那里忘掉。',
  'recent.refused': '这个浏览器不为本页保存任何东西。请把凭证存成文件。',
} as const satisfies WithoutOne<typeof english>;
