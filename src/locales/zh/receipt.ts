import type { WithoutOne } from '../catalogue.ts';
import type { receipt as english } from '../en/receipt.ts';

/** Texts of receipts that are opened again, and of checking archives; see ../zh.ts. */
export const receipt = {
  'receipt.open': '打开凭证',
  'receipt.openHint': '要往以前保护过的照片里添加新照片吗？',
  'receipt.fixed': '由打开的凭证定好，好让新照片得到同样的滤镜。',
  'receipt.fixed.dataset': '来自打开的凭证。',
  'check.title': '核对压缩包',
  'run.why.receipt-other-key': '这不是打开的凭证所用的密钥。',
  'run.why.receipt-changed': '打开的凭证被改过。',
} as const satisfies WithoutOne<typeof english>;
